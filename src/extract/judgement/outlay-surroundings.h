/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/assembly/outlay-scene.h"

G_BEGIN_DECLS

void outlay_surroundings_add_beside (const OutlayScene *scene,
                                     const OutlayFind *anchor,
                                     OutlayFeatures *features);
void outlay_surroundings_add_figure (const OutlayScene *scene,
                                     const OutlayFind *figure,
                                     OutlayFeatures *features);
void outlay_surroundings_add_frame (const OutlayScene *scene,
                                    const OutlayFind *anchor,
                                    OutlayFeatures *features);

G_END_DECLS
