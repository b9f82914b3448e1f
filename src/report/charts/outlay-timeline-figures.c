/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which bars have their figure above them: where not all find room, the highest bars do. */
#define G_LOG_DOMAIN "outlay-report"

#include <math.h>

#include "outlay-timeline-layout.h"

/* Measures against the size of the text: how far a figure's middle is above its bar, how high it
 * is, and what is left free beside it. */
#define RISE   0.7
#define HEIGHT 0.9
#define GAP    0.2

/* What the figures of a measure are placed by. */
typedef struct
{
  const OutlayTimeline *timeline;
  const OutlayTimelineLayout *layout;
  const OutlayChartStyle *style;
  OutlayTimelineMeasure measure;
} Plot;

static gint64
get_total (const Plot *plot, guint column)
{
  return outlay_timeline_get_column (plot->timeline, column)->totals[plot->measure];
}

/* All of a bar, from its foot up. */
static OutlayChartArea
find_bar (const Plot *plot, guint column)
{
  const OutlayChartArea *all = &plot->layout->plots[plot->measure];
  OutlayChartArea bar = {0};
  double foot = all->y + all->height;

  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      if (outlay_timeline_get_column (plot->timeline, column)->parts[plot->measure][i] > 0)
        bar = outlay_timeline_get_part (plot->timeline, plot->layout, column, plot->measure, i);
    }
  bar.height = foot - bar.y;
  return bar;
}

/* Above the middle of the bar, but not beyond the plot's ends. */
static OutlayChartArea
find_figure (const Plot *plot, guint column)
{
  double em = plot->style->size;
  const OutlayChartArea *all = &plot->layout->plots[plot->measure];
  OutlayChartArea bar = find_bar (plot, column);
  g_autofree char *text
    = outlay_timeline_dup_figure (plot->timeline, plot->measure, get_total (plot, column));
  double width = outlay_chart_measure (plot->style, text, OUTLAY_TIMELINE_FIGURE_SCALE, TRUE);
  double most = plot->layout->width - GAP * em - width;

  return (OutlayChartArea){fmax (fmin (bar.x + (bar.width - width) / 2, most), all->x),
                           bar.y - (RISE + HEIGHT / 2) * em, width, HEIGHT * em};
}

static gboolean
meet (const OutlayChartArea *a, const OutlayChartArea *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Whether neither another bar nor a figure that is placed already stands there. */
static gboolean
is_free (const Plot *plot, const GArray *figures, guint column, const OutlayChartArea *figure)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const OutlayChartArea *other = &g_array_index (figures, OutlayChartArea, i);
      OutlayChartArea bar;

      if (i == column || get_total (plot, i) <= 0)
        continue;
      bar = find_bar (plot, i);
      if (meet (figure, &bar, 0)
          || (other->width > 0 && meet (figure, other, GAP * plot->style->size)))
        return FALSE;
    }
  return TRUE;
}

static int
compare_totals (gconstpointer a, gconstpointer b, gpointer plot)
{
  gint64 first = get_total (plot, *(const guint *)a);
  gint64 second = get_total (plot, *(const guint *)b);

  return first == second ? 0 : (first > second ? -1 : 1);
}

/* The columns with a bar, the highest first. */
static GArray *
rank_columns (Plot *plot)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plot->timeline->columns->len; i++)
    {
      if (get_total (plot, i) > 0)
        g_array_append_val (columns, i);
    }
  g_array_sort_with_data (columns, compare_totals, plot);
  return columns;
}

/**
 * outlay_timeline_place_figures:
 * @style: of @layout
 *
 * Returns: (transfer full) (element-type OutlayChartArea): of each column where the figure of its
 *   bar stands, without a width where it has none; the highest bar has one always.
 */
GArray *
outlay_timeline_place_figures (const OutlayTimeline *timeline,
                               const OutlayTimelineLayout *layout,
                               const OutlayChartStyle *style,
                               OutlayTimelineMeasure measure)
{
  Plot plot = {timeline, layout, style, measure};
  g_autoptr (GArray) columns = rank_columns (&plot);
  GArray *figures = g_array_new (FALSE, TRUE, sizeof (OutlayChartArea));

  g_array_set_size (figures, timeline->columns->len);
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);
      OutlayChartArea figure = find_figure (&plot, column);

      if (i == 0 || is_free (&plot, figures, column, &figure))
        g_array_index (figures, OutlayChartArea, column) = figure;
    }
  return figures;
}
