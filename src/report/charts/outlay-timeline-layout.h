/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-timeline.h"

G_BEGIN_DECLS

/** OUTLAY_TIMELINE_TICK_SCALE: the figures before a plot, against the size of the text. */
#define OUTLAY_TIMELINE_TICK_SCALE 0.82

/** OUTLAY_TIMELINE_FIGURE_SCALE: the figures above bars, against the size of the text. */
#define OUTLAY_TIMELINE_FIGURE_SCALE 0.82

/**
 * OutlayTimelineLayout:
 * @width: of all
 * @height: of all
 * @plots: where the bars of each measure stand, on one time axis
 * @steps: of each measure, from one line of the grid to the next
 * @tops: of each measure, the figure at the upper edge of its plot
 * @column_width: of each column of the plots
 * @axis: where the names of columns and years begin
 * @axis_height: how high they are
 * @lanes_top: where the first lane begins
 * @lane_height: of each lane
 * @lanes: where the lanes' bars stand; their names are before them, or above each where @stacked
 * @stacked: whether a lane's name stands above its bar, as there is no room beside it
 * @first_year: where the lanes' axis begins
 * @n_years: how many years it has
 */
typedef struct
{
  double width;
  double height;
  OutlayChartArea plots[OUTLAY_TIMELINE_N_MEASURES];
  gint64 steps[OUTLAY_TIMELINE_N_MEASURES];
  gint64 tops[OUTLAY_TIMELINE_N_MEASURES];
  double column_width;
  double axis;
  double axis_height;
  double lanes_top;
  double lane_height;
  OutlayChartArea lanes;
  gboolean stacked;
  guint first_year;
  guint n_years;
} OutlayTimelineLayout;

/** OutlayTimelineLaneArea: of a lane's bar, what is sure, what may be, and what trails off. */
typedef struct
{
  double from;
  double sure_from;
  double sure_until;
  double until;
  gboolean has_start;
  gboolean has_end;
  gboolean has_announced;
} OutlayTimelineBar;

void outlay_timeline_lay_out (const OutlayTimeline *timeline,
                              const OutlayChartStyle *style,
                              double width,
                              OutlayTimelineLayout *layout);
OutlayChartArea outlay_timeline_get_part (const OutlayTimeline *timeline,
                                          const OutlayTimelineLayout *layout,
                                          guint column,
                                          OutlayTimelineMeasure measure,
                                          guint series);
GArray *outlay_timeline_place_figures (const OutlayTimeline *timeline,
                                       const OutlayTimelineLayout *layout,
                                       const OutlayChartStyle *style,
                                       OutlayTimelineMeasure measure);
void outlay_timeline_get_bar (const OutlayTimelineLayout *layout,
                              const OutlayTimelineLane *lane,
                              OutlayTimelineBar *bar);
OutlayChartArea
outlay_timeline_get_stretch (const OutlayTimelineLayout *layout, guint first, guint last);
OutlayChartArea outlay_timeline_get_lane_area (const OutlayTimelineLayout *layout, guint lane);
int outlay_timeline_find_column (const OutlayTimeline *timeline,
                                 const OutlayTimelineLayout *layout,
                                 double x,
                                 double y);
int outlay_timeline_find_lane (const OutlayTimeline *timeline,
                               const OutlayTimelineLayout *layout,
                               double x,
                               double y);

G_END_DECLS
