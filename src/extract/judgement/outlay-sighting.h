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

G_END_DECLS
