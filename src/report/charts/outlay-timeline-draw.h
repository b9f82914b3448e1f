/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-timeline-layout.h"

G_BEGIN_DECLS

/**
 * OutlayLaneKey:
 * @OUTLAY_LANE_SURE: start and end are known to the day
 * @OUTLAY_LANE_ROUGH: they are known to the year or so
 * @OUTLAY_LANE_FROM_ANNOUNCED: only the end is known, and when the deal was announced
 * @OUTLAY_LANE_OPEN: only the start is known
 * @OUTLAY_LANE_UNTIL: only the end is known
 *
 * The ways in which a deal's time is drawn.
 */
typedef enum
{
  OUTLAY_LANE_SURE,
  OUTLAY_LANE_ROUGH,
  OUTLAY_LANE_FROM_ANNOUNCED,
  OUTLAY_LANE_OPEN,
  OUTLAY_LANE_UNTIL,
  OUTLAY_N_LANE_KEYS,
} OutlayLaneKey;

void outlay_timeline_draw (const OutlayTimeline *timeline,
                           const OutlayTimelineLayout *layout,
                           const GPtrArray *deals,
                           const OutlayCanvas *canvas);
double outlay_timeline_draw_legend (const OutlayTimeline *timeline,
                                    const OutlayCanvas *canvas,
                                    double width,
                                    double y);
void
outlay_timeline_draw_key (OutlayLaneKey key, double width, double y, const OutlayCanvas *canvas);
const char *outlay_timeline_get_key_name (OutlayLaneKey key);
const char *outlay_timeline_get_axis_name (OutlayDate date);
char *outlay_timeline_dup_lane (const OutlayDealRecord *deal);
const char *outlay_timeline_choose_title (OutlayTimelineMeasure measure,
                                          const OutlayChartStyle *style,
                                          double width);
char *outlay_timeline_dup_amount (const OutlayMoney *money);

G_END_DECLS
