/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-timeline-layout.h"

#include <math.h>

/* Measures against the size of the text. */
#define MARGIN       1.1
#define TITLE        2.6
#define FIGURE_ROOM  1.6
#define MONEY_HEIGHT 10.0
#define POWER_HEIGHT 5.6
#define PLOT_GAP     1.0
#define AXIS         2.0
#define YEARS        1.6
#define TICK_WIDTH   4.6
#define TICK_GAP     0.9
#define LEAST_COLUMN 1.2
#define LANE         1.65
#define STACKED_LANE 3.0
#define LANES_HEAD   4.6
#define NAMES        23.2
#define LEAST_LANES  16.0
#define TAIL         2.4

/* So many lines of the grid are enough; with steps so close to one another three are the least. */
#define MOST_STEPS 5

/* A date that far from the others says little, and would leave the others no room. */
#define MOST_LANE_YEARS 40

/* How many steps it takes to reach @top. */
static gint64
count_steps (gint64 top, gint64 step)
{
  return top / step + (top % step != 0);
}

/* The least of 1, 2, 2.5 and 5 with zeros behind it that is large enough. */
static gint64
choose_step (gint64 top)
{
  static const struct
  {
    gint64 times, parts;
  } steps[] = {{1, 1}, {2, 1}, {5, 2}, {5, 1}};

  for (gint64 ten = 1;; ten *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        gint64 step = steps[i].times * ten / steps[i].parts;

        if (ten % steps[i].parts == 0 && count_steps (top, step) <= MOST_STEPS)
          return step;
      }
}

/* The grid ends with a line at or above the highest bar. */
static gint64
round_up (gint64 top, gint64 step)
{
  gint64 count = count_steps (top, step);

  return count > G_MAXINT64 / step ? top : count * step;
}

static gint64
find_top (const OutlayTimeline *timeline, OutlayTimelineMeasure measure)
{
  gint64 top = 1;

  for (guint i = 0; i < timeline->columns->len; i++)
    top = MAX (top, outlay_timeline_get_column (timeline, i)->totals[measure]);
  return top;
}

/* What the figures before the plots take. */
static double
measure_ticks (const OutlayTimeline *timeline, const OutlayChartStyle *style)
{
  double width = TICK_WIDTH * style->size;

  for (guint i = 0; i < OUTLAY_TIMELINE_N_MEASURES; i++)
    {
      gint64 top = find_top (timeline, (OutlayTimelineMeasure)i);
      gint64 step = choose_step (top);
      gint64 count = round_up (top, step) / step;

      for (gint64 line = 1; line <= count; line++)
        {
          g_autofree char *text
            = outlay_timeline_dup_figure (timeline, (OutlayTimelineMeasure)i, line * step);

          width = fmax (width, outlay_chart_measure (style, text, OUTLAY_TIMELINE_TICK_SCALE, FALSE)
                                 + TICK_GAP * style->size);
        }
    }
  return width;
}

static void
place_plots (const OutlayTimeline *timeline, double em, double ticks, OutlayTimelineLayout *layout)
{
  static const double heights[OUTLAY_TIMELINE_N_MEASURES] = {MONEY_HEIGHT, POWER_HEIGHT};
  double y = 0;

  for (guint i = 0; i < OUTLAY_TIMELINE_N_MEASURES; i++)
    {
      OutlayChartArea *plot = &layout->plots[i];
      gint64 top = find_top (timeline, (OutlayTimelineMeasure)i);

      y += (TITLE + FIGURE_ROOM) * em;
      plot->x = ticks;
      plot->width = layout->width - plot->x - MARGIN * em;
      plot->y = y;
      plot->height = heights[i] * em;
      layout->steps[i] = choose_step (top);
      layout->tops[i] = round_up (top, layout->steps[i]);
      y += plot->height + (i == 0 ? PLOT_GAP * em : 0);
    }
  layout->column_width = layout->plots[0].width / MAX (timeline->columns->len, 1);
  layout->axis = y;
  layout->axis_height = (AXIS + YEARS) * em;
}

static void
widen (OutlayDate date, guint *first, guint *last)
{
  if (!outlay_date_is_valid (date))
    return;
  *first = MIN (*first, date.year);
  *last = MAX (*last, date.year);
}

static void
find_years (const OutlayTimeline *timeline, OutlayTimelineLayout *layout)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const OutlayTimelineLane *lane = outlay_timeline_get_lane (timeline, i);

      widen (lane->start, &first, &last);
      widen (lane->end, &first, &last);
      if (!outlay_date_is_valid (lane->start))
        widen (lane->announced, &first, &last);
    }
  layout->first_year = last > 0 ? first : 0;
  layout->n_years = last > 0 ? MIN (last - first + 1, MOST_LANE_YEARS) : 0;
}

static void
place_lanes (const OutlayTimeline *timeline, double em, OutlayTimelineLayout *layout)
{
  double names = NAMES * em;

  find_years (timeline, layout);
  layout->stacked = layout->width - names < LEAST_LANES * em;
  layout->lane_height = (layout->stacked ? STACKED_LANE : LANE) * em;
  layout->lanes_top = layout->axis + (AXIS + YEARS + LANES_HEAD) * em;
  layout->lanes.x = layout->stacked ? MARGIN * em : names;
  layout->lanes.width = layout->width - layout->lanes.x - MARGIN * em;
  layout->lanes.y = layout->lanes_top;
  layout->lanes.height = layout->lane_height * timeline->lanes->len;
  layout->height = layout->axis + (AXIS + YEARS + MARGIN) * em;
  if (timeline->lanes->len > 0)
    layout->height = layout->lanes.y + layout->lanes.height
                     + (timeline->n_lanes_left_out > 0 ? 2 : 1) * MARGIN * em;
}

/**
 * outlay_timeline_lay_out:
 * @width: what there is; many columns take more
 * @layout: (out): where all stands, from left to right
 */
void
outlay_timeline_lay_out (const OutlayTimeline *timeline,
                         const OutlayChartStyle *style,
                         double width,
                         OutlayTimelineLayout *layout)
{
  double em = style->size;

  double ticks = measure_ticks (timeline, style);

  *layout = (OutlayTimelineLayout){0};
  layout->width = fmax (width, ticks + (MARGIN + LEAST_COLUMN * timeline->columns->len) * em);
  place_plots (timeline, em, ticks, layout);
  place_lanes (timeline, em, layout);
}

static double
get_height (const OutlayTimelineLayout *layout, OutlayTimelineMeasure measure, gint64 figure)
{
  return (double)figure / (double)layout->tops[measure] * layout->plots[measure].height;
}

/**
 * outlay_timeline_get_part:
 *
 * Returns: where what @series adds to a bar stands: upon those before it, a pixel apart.
 */
OutlayChartArea
outlay_timeline_get_part (const OutlayTimeline *timeline,
                          const OutlayTimelineLayout *layout,
                          guint column,
                          OutlayTimelineMeasure measure,
                          guint series)
{
  const OutlayChartArea *plot = &layout->plots[measure];
  const gint64 *parts = outlay_timeline_get_column (timeline, column)->parts[measure];
  double gap = layout->column_width * 0.23;
  gint64 below = 0;
  OutlayChartArea area
    = {plot->x + layout->column_width * column + gap, 0, layout->column_width - 2 * gap, 0};

  for (guint i = 0; i < series; i++)
    below += parts[i];
  area.height = get_height (layout, measure, parts[series]);
  area.y = plot->y + plot->height - get_height (layout, measure, below) - area.height;
  if (area.height > 2)
    area.height -= 1;
  if (parts[series] > 0)
    area.height = fmax (area.height, 1);
  return area;
}

/* Where a day stands on the lanes' axis. */
static double
get_day_x (const OutlayTimelineLayout *layout, const GDate *day)
{
  GDate first, last;
  double share;

  g_date_set_dmy (&first, 1, G_DATE_JANUARY, (GDateYear)layout->first_year);
  g_date_set_dmy (&last, 1, G_DATE_JANUARY, (GDateYear)(layout->first_year + layout->n_years));
  share = (double)g_date_days_between (&first, day) / g_date_days_between (&first, &last);
  return layout->lanes.x + CLAMP (share, 0, 1) * layout->lanes.width;
}

static double
get_first_x (const OutlayTimelineLayout *layout, OutlayDate date)
{
  GDate day;

  outlay_date_get_first_day (date, &day);
  return get_day_x (layout, &day);
}

static double
get_last_x (const OutlayTimelineLayout *layout, OutlayDate date)
{
  GDate day;

  outlay_date_get_last_day (date, &day);
  g_date_add_days (&day, 1);
  return get_day_x (layout, &day);
}

/**
 * outlay_timeline_get_bar:
 * @bar: (out): where the lane's bar stands: between its partial dates it is sure, within them it
 *   may be, and where one is not told at all it only trails off
 */
void
outlay_timeline_get_bar (const OutlayTimelineLayout *layout,
                         const OutlayTimelineLane *lane,
                         OutlayTimelineBar *bar)
{
  double tail = layout->lane_height / (layout->stacked ? STACKED_LANE : LANE) * TAIL;

  *bar = (OutlayTimelineBar){.has_start = outlay_date_is_valid (lane->start),
                             .has_end = outlay_date_is_valid (lane->end)};
  bar->has_announced = !bar->has_start && outlay_date_is_valid (lane->announced)
                       && outlay_date_compare (lane->announced, lane->end) < 0;
  if (bar->has_end)
    {
      bar->sure_until = get_first_x (layout, lane->end);
      bar->until = get_last_x (layout, lane->end);
    }
  if (bar->has_start)
    {
      bar->from = get_first_x (layout, lane->start);
      bar->sure_from = get_last_x (layout, lane->start);
    }
  else
    {
      bar->from = bar->has_announced ? get_first_x (layout, lane->announced)
                                     : fmax (bar->until - tail, layout->lanes.x);
      bar->sure_from = bar->from;
    }
  if (!bar->has_end)
    {
      bar->until = fmin (bar->from + tail, layout->lanes.x + layout->lanes.width);
      bar->sure_until = bar->until;
    }
  bar->sure_from = fmin (bar->sure_from, bar->until);
  bar->sure_until = fmax (bar->sure_until, bar->sure_from);
}

/**
 * outlay_timeline_get_stretch:
 *
 * Returns: where the columns from @first to @last stand, through both plots and their names.
 */
OutlayChartArea
outlay_timeline_get_stretch (const OutlayTimelineLayout *layout, guint first, guint last)
{
  return (OutlayChartArea){layout->plots[0].x + layout->column_width * first, 0,
                           layout->column_width * (last - first + 1),
                           layout->axis + layout->axis_height};
}

/**
 * outlay_timeline_get_lane_area:
 *
 * Returns: where @lane stands, with its name.
 */
OutlayChartArea
outlay_timeline_get_lane_area (const OutlayTimelineLayout *layout, guint lane)
{
  return (OutlayChartArea){0, layout->lanes_top + layout->lane_height * lane, layout->width,
                           layout->lane_height};
}

/**
 * outlay_timeline_find_column:
 *
 * Returns: the index of the column at a point, -1 where there is none.
 */
int
outlay_timeline_find_column (const OutlayTimeline *timeline,
                             const OutlayTimelineLayout *layout,
                             double x,
                             double y)
{
  const OutlayChartArea *plot = &layout->plots[0];
  double place = (x - plot->x) / layout->column_width;

  if (y < 0 || y > layout->axis + layout->axis_height || x < plot->x
      || place >= timeline->columns->len)
    return -1;
  return (int)place;
}

/**
 * outlay_timeline_find_lane:
 *
 * Returns: the index of the lane at a point, -1 where there is none.
 */
int
outlay_timeline_find_lane (const OutlayTimeline *timeline,
                           const OutlayTimelineLayout *layout,
                           double x,
                           double y)
{
  double place = (y - layout->lanes_top) / layout->lane_height;

  if (place < 0 || place >= timeline->lanes->len || x < 0 || x > layout->width)
    return -1;
  return (int)place;
}
