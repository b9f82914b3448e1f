/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-frame.h"
#include "outlay-features.h"

G_BEGIN_DECLS

void outlay_sighting_add (const OutlayScene *scene,
                          const OutlayFrame *frame,
                          const OutlayFind *anchor,
                          const OutlayActor *actor,
                          OutlayFeatures *features);

const OutlayFind *
outlay_sighting_find_verb (const OutlayScene *scene, const OutlayFind *name, gboolean behind);
const char *outlay_sighting_name_sentence (const OutlayScene *scene,
                                           const OutlayFind *anchor,
                                           const OutlayActor *actor);

void outlay_sighting_add_title (const OutlayScene *scene,
                                const OutlayFrame *frame,
                                const OutlayActor *actor,
                                OutlayFeatures *features);

G_END_DECLS
