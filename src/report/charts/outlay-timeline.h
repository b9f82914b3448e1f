/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-lookup.h"
#include "outlay-chart.h"

G_BEGIN_DECLS

/** OutlayTimelineSeries: what the bars are made up of. */
typedef enum
{
  OUTLAY_TIMELINE_BY_KIND,
  OUTLAY_TIMELINE_BY_PARTY,
} OutlayTimelineSeries;

/** OutlayTimelineMeasure: what the bars are as high as. */
typedef enum
{
  OUTLAY_TIMELINE_MONEY,
  OUTLAY_TIMELINE_POWER,
} OutlayTimelineMeasure;

#define OUTLAY_TIMELINE_N_MEASURES (OUTLAY_TIMELINE_POWER + 1)

/**
 * OutlayTimelineColumn:
 * @date: a quarter; a half or a year for the deals of which no article tells the quarter
 * @parts: of each measure what each series adds: hundredths of the currency's unit, or kilowatts
 * @totals: of each measure the sum of the parts
 * @deals: (element-type guint): indexes of the deals counted
 */
typedef struct
{
  OutlayDate date;
  gint64 parts[OUTLAY_TIMELINE_N_MEASURES][OUTLAY_CHART_N_SERIES];
  gint64 totals[OUTLAY_TIMELINE_N_MEASURES];
  GArray *deals;
} OutlayTimelineColumn;

/**
 * OutlayTimelineLane:
 * @deal: index of the deal
 * @series: what colour it has
 * @announced: when it was made known, unset where no article tells
 * @start: when it begins, unset where no article tells
 * @end: when it ends, unset where no article tells
 */
typedef struct
{
  guint deal;
  guint series;
  OutlayDate announced;
  OutlayDate start;
  OutlayDate end;
} OutlayTimelineLane;

/**
 * OutlayTimeline:
 * @currency: of its money
 * @names: (array fixed-size=8) (nullable): what each series is; %NULL where there is none
 * @sums: of each measure what each series comes to
 * @rest: which series stands for all others, or %OUTLAY_CHART_N_SERIES
 * @columns: (element-type OutlayTimelineColumn): from the earliest to the latest, no quarter left
 *   out; a half or a year behind its last quarter
 * @lanes: (element-type OutlayTimelineLane): deals with a start or an end, the greatest first
 * @n_lanes_left_out: those beyond the most that are drawn
 * @n_undated: deals in no column as no article tells their day
 * @n_unstated: deals in a column that state neither amount nor capacity
 * @n_early: deals before the first column
 * @n_uncounted: deals that totals don't count
 *
 * What the timeline shows. Every deal is counted once.
 */
typedef struct
{
  char currency[4];
  char *names[OUTLAY_CHART_N_SERIES];
  gint64 sums[OUTLAY_TIMELINE_N_MEASURES][OUTLAY_CHART_N_SERIES];
  guint rest;
  GArray *columns;
  GArray *lanes;
  guint n_lanes_left_out;
  guint n_undated;
  guint n_unstated;
  guint n_early;
  guint n_uncounted;
} OutlayTimeline;

OutlayTimeline *outlay_timeline_new (const OutlayDealLookup *deals,
                                     OutlayTimelineSeries series,
                                     const char *currency);
GPtrArray *outlay_timeline_keep_deals (OutlayTimeline *timeline, const OutlayDealLookup *deals);
void outlay_timeline_free (OutlayTimeline *timeline);
const OutlayTimelineColumn *
outlay_timeline_get_column (const OutlayTimeline *timeline, guint index);
const OutlayTimelineLane *outlay_timeline_get_lane (const OutlayTimeline *timeline, guint index);
char *outlay_timeline_dup_figure (const OutlayTimeline *timeline,
                                  OutlayTimelineMeasure measure,
                                  gint64 figure);
char *outlay_timeline_dup_column_name (const OutlayTimelineColumn *column);
char *outlay_timeline_dup_words (const OutlayTimeline *timeline, const GPtrArray *deals);
char *outlay_timeline_dup_left_out (const OutlayTimeline *timeline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTimeline, outlay_timeline_free)

G_END_DECLS
