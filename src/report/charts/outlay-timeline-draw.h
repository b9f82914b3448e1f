/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-timeline-layout.h"

G_BEGIN_DECLS

void outlay_timeline_draw (const OutlayTimeline *timeline,
                           const OutlayTimelineLayout *layout,
                           const GPtrArray *deals,
                           const OutlayCanvas *canvas);
double outlay_timeline_draw_legend (const OutlayTimeline *timeline,
                                    const OutlayCanvas *canvas,
                                    double width,
                                    double y);
const char *outlay_timeline_get_axis_name (OutlayDate date);
char *outlay_timeline_dup_lane (const OutlayDealRecord *deal);

G_END_DECLS
