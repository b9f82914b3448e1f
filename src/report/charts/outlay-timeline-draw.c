/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-timeline-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

/* Sizes of text, and measures against it. */
#define SMALL      0.82
#define LANE_SCALE 0.92
#define BAR_HEIGHT 0.62
#define DASH       0.28
#define NAME_GAP   0.2
#define NAME_START 0.6
#define NAME_LEAST 3.0
#define SUM_GAP    0.7
#define SUM_END    17.5
#define POWER_END  22.4

/* Strength of what may be but is not sure. */
#define UNSURE 0.5

static const char *const titles[OUTLAY_TIMELINE_N_MEASURES] = {
  NC_ ("chart", "Money committed, by quarter of announcement"),
  NC_ ("chart", "Capacity, by quarter of announcement"),
};

/* The same for a narrow chart. */
static const char *const short_titles[OUTLAY_TIMELINE_N_MEASURES] = {
  NC_ ("chart", "Money by quarter"),
  NC_ ("chart", "Capacity by quarter"),
};

static void
draw_title (const OutlayCanvas *canvas, const char *title, double y)
{
  const OutlayChartText text = {.role = OUTLAY_CHART_TEXT,
                                .scale = 1,
                                .bold = TRUE,
                                .width = canvas->width - 1.2 * canvas->style->size};

  outlay_canvas_text (canvas, &text, title, canvas->style->size * 0.6, y);
}

/**
 * outlay_timeline_choose_title:
 *
 * Returns: (transfer none): what stands above the bars of @measure, in short where a chart of
 *   @width has no room for all of it.
 */
const char *
outlay_timeline_choose_title (OutlayTimelineMeasure measure,
                              const OutlayChartStyle *style,
                              double width)
{
  const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "chart", titles[measure]);

  if (outlay_chart_measure (style, title, 1, TRUE) <= width - 1.2 * style->size)
    return title;
  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", short_titles[measure]);
}

static void
draw_grid (const OutlayTimeline *timeline,
           const OutlayTimelineLayout *layout,
           OutlayTimelineMeasure measure,
           const OutlayCanvas *canvas)
{
  const OutlayChartArea *plot = &layout->plots[measure];
  const OutlayChartText text
    = {.role = OUTLAY_CHART_DIM, .scale = OUTLAY_TIMELINE_TICK_SCALE, .align = OUTLAY_CHART_END};

  for (gint64 line = 0; line <= layout->tops[measure] / layout->steps[measure]; line++)
    {
      gint64 figure = line * layout->steps[measure];
      double y
        = plot->y + plot->height - (double)figure / (double)layout->tops[measure] * plot->height;
      g_autofree char *label
        = figure > 0 ? outlay_timeline_dup_figure (timeline, measure, figure) : g_strdup ("0");

      outlay_canvas_line (canvas, OUTLAY_CHART_GRID, plot->x, y, plot->x + plot->width, y, 1);
      outlay_canvas_text (canvas, &text, label, plot->x - canvas->style->size * 0.5, y);
    }
}

static void
draw_bar (const OutlayTimeline *timeline,
          const OutlayTimelineLayout *layout,
          guint column,
          OutlayTimelineMeasure measure,
          const OutlayCanvas *canvas)
{
  const OutlayTimelineColumn *bar = outlay_timeline_get_column (timeline, column);

  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      OutlayChartArea part;

      if (bar->parts[measure][i] <= 0)
        continue;
      part = outlay_timeline_get_part (timeline, layout, column, measure, i);
      outlay_canvas_fill (canvas, i == timeline->rest ? OUTLAY_CHART_REST : OUTLAY_CHART_SERIES + i,
                          &part);
    }
}

static void
draw_figures (const OutlayTimeline *timeline,
              const OutlayTimelineLayout *layout,
              OutlayTimelineMeasure measure,
              const OutlayCanvas *canvas)
{
  const OutlayChartText text = {.role = OUTLAY_CHART_TEXT,
                                .scale = OUTLAY_TIMELINE_FIGURE_SCALE,
                                .bold = TRUE,
                                .align = OUTLAY_CHART_MIDDLE};
  g_autoptr (GArray) figures
    = outlay_timeline_place_figures (timeline, layout, canvas->style, measure);

  for (guint i = 0; i < figures->len; i++)
    {
      const OutlayChartArea *area = &g_array_index (figures, OutlayChartArea, i);
      g_autofree char *figure = NULL;

      if (area->width <= 0)
        continue;
      figure = outlay_timeline_dup_figure (
        timeline, measure, outlay_timeline_get_column (timeline, i)->totals[measure]);
      outlay_canvas_text (canvas, &text, figure, area->x + area->width / 2,
                          area->y + area->height / 2);
    }
}

static gboolean
is_told (const OutlayTimeline *timeline, OutlayTimelineMeasure measure)
{
  for (guint i = 0; i < timeline->columns->len; i++)
    {
      if (outlay_timeline_get_column (timeline, i)->totals[measure] > 0)
        return TRUE;
    }
  return FALSE;
}

static void
draw_plot (const OutlayTimeline *timeline,
           const OutlayTimelineLayout *layout,
           OutlayTimelineMeasure measure,
           const OutlayCanvas *canvas)
{
  static const char *const nothing[OUTLAY_TIMELINE_N_MEASURES] = {
    NC_ ("chart", "No deal here states both an amount and a date."),
    NC_ ("chart", "No deal here states both a capacity and a date."),
  };

  if (!is_told (timeline, measure))
    {
      outlay_canvas_note (canvas, g_dpgettext2 (GETTEXT_PACKAGE, "chart", nothing[measure]),
                          &layout->plots[measure]);
      return;
    }
  draw_grid (timeline, layout, measure, canvas);
  for (guint i = 0; i < timeline->columns->len; i++)
    draw_bar (timeline, layout, i, measure, canvas);
  draw_figures (timeline, layout, measure, canvas);
}

/**
 * outlay_timeline_get_axis_name:
 *
 * Returns: (transfer none): the name of a column above its year: "Q1"; of a half or a year no
 *   quarter is told.
 */
const char *
outlay_timeline_get_axis_name (OutlayDate date)
{
  static const char *const quarters[]
    = {NC_ ("axis", "Q1"), NC_ ("axis", "Q2"), NC_ ("axis", "Q3"), NC_ ("axis", "Q4")};
  static const char *const halves[] = {NC_ ("axis", "H1"), NC_ ("axis", "H2")};

  if (date.unit == OUTLAY_DATE_QUARTER)
    return g_dpgettext2 (GETTEXT_PACKAGE, "axis", quarters[date.part - 1]);
  if (date.unit == OUTLAY_DATE_HALF)
    return g_dpgettext2 (GETTEXT_PACKAGE, "axis", halves[date.part - 1]);
  /* Translators: below a bar of deals of which only the year is known */
  return C_ ("axis", "year");
}

static void
draw_year (const OutlayTimelineLayout *layout,
           guint year,
           guint first,
           guint count,
           const OutlayCanvas *canvas)
{
  const OutlayChartText text
    = {.role = OUTLAY_CHART_TEXT, .scale = SMALL, .bold = TRUE, .align = OUTLAY_CHART_MIDDLE};
  double em = canvas->style->size;
  double start = layout->plots[0].x + layout->column_width * first;
  double end = start + layout->column_width * count;
  g_autofree char *name = g_strdup_printf ("%u", year);

  outlay_canvas_line (canvas, OUTLAY_CHART_GRID, start + 2, layout->axis + 2 * em, end - 2,
                      layout->axis + 2 * em, 1);
  if (outlay_chart_measure (canvas->style, name, SMALL, TRUE) < end - start)
    outlay_canvas_text (canvas, &text, name, (start + end) / 2, layout->axis + 2.8 * em);
}

static void
draw_axis (const OutlayTimeline *timeline,
           const OutlayTimelineLayout *layout,
           const OutlayCanvas *canvas)
{
  const OutlayChartText text
    = {.role = OUTLAY_CHART_DIM, .scale = SMALL, .align = OUTLAY_CHART_MIDDLE};
  guint first = 0;

  for (guint i = 0; i < timeline->columns->len; i++)
    {
      OutlayDate date = outlay_timeline_get_column (timeline, i)->date;
      const char *name = outlay_timeline_get_axis_name (date);
      gboolean last = i + 1 == timeline->columns->len
                      || outlay_timeline_get_column (timeline, i + 1)->date.year != date.year;

      if (outlay_chart_measure (canvas->style, name, SMALL, FALSE)
          < layout->column_width - NAME_GAP * canvas->style->size)
        outlay_canvas_text (canvas, &text, name,
                            layout->plots[0].x + layout->column_width * (i + 0.5),
                            layout->axis + canvas->style->size);
      if (!last)
        continue;
      draw_year (layout, date.year, first, i + 1 - first, canvas);
      first = i + 1;
    }
}

/**
 * outlay_timeline_dup_lane:
 *
 * Returns: (transfer full): who commits to whom, in short: "Acme → Borealis".
 */
char *
outlay_timeline_dup_lane (const OutlayDealRecord *deal)
{
  g_autofree char *who = outlay_format_parties (&deal->fields, OUTLAY_ROLE_INVESTOR, 2);
  g_autofree char *whom = outlay_format_parties (&deal->fields, OUTLAY_ROLE_RECIPIENT, 2);

  if (who == NULL)
    return whom != NULL ? g_strdup_printf ("→ %s", whom) : outlay_format_who (&deal->fields);
  return whom != NULL
           ? outlay_format_fill (C_ ("deal", "{who} → {whom}"), "who", who, "whom", whom, NULL)
           : g_steal_pointer (&who);
}

/**
 * outlay_timeline_dup_amount:
 *
 * Returns: (transfer full): the amount in short with the sign of its hedge: "≤ $50 bn".
 */
char *
outlay_timeline_dup_amount (const OutlayMoney *money)
{
  const char *sign = outlay_format_hedge_sign (money->qualifier);
  g_autofree char *figure = outlay_format_amount_short (money);

  return g_strdup_printf ("%s%s%s", sign, *sign != '\0' ? "\302\240" : "", figure);
}

/* As it is read in the chart's direction. */
static char *
dup_read_lane (const OutlayDealRecord *deal, const OutlayCanvas *canvas)
{
  g_autofree char *lane = outlay_timeline_dup_lane (deal);

  return canvas->style->mirrored ? outlay_format_turn_parties (lane, &deal->fields)
                                 : g_steal_pointer (&lane);
}

/* The amount is told whole; the name gives way. */
static void
draw_lane_words (const OutlayTimelineLayout *layout,
                 const OutlayDealRecord *deal,
                 double y,
                 const OutlayCanvas *canvas)
{
  double em = canvas->style->size;
  double end = layout->stacked ? layout->width - em : SUM_END * em;
  OutlayChartText text = {.role = OUTLAY_CHART_TEXT, .scale = LANE_SCALE};
  const OutlayChartText sum
    = {.role = OUTLAY_CHART_TEXT, .scale = LANE_SCALE, .bold = TRUE, .align = OUTLAY_CHART_END};
  const OutlayChartText power
    = {.role = OUTLAY_CHART_DIM, .scale = SMALL, .align = OUTLAY_CHART_END, .width = 4.6 * em};
  g_autofree char *name = dup_read_lane (deal, canvas);
  g_autofree char *amount = outlay_timeline_dup_amount (&deal->fields.amount);

  text.width = end - outlay_chart_measure (canvas->style, amount, LANE_SCALE, TRUE)
               - (NAME_START + SUM_GAP) * em;
  text.width = fmax (text.width, NAME_LEAST * em);
  outlay_canvas_text (canvas, &text, name, NAME_START * em, y);
  outlay_canvas_text (canvas, &sum, amount, end, y);
  if (layout->stacked || !outlay_capacity_is_set (&deal->fields.capacity))
    return;
  g_autofree char *figure = outlay_format_power (deal->fields.capacity.kilowatts);
  outlay_canvas_text (canvas, &power, figure, POWER_END * em, y);
}

/* Where no article tells the start or the end the bar ends in dashes, which promise nothing. */
static void
draw_dashes (
  guint role, double from, double until, double y, double height, const OutlayCanvas *canvas)
{
  double dash = DASH * canvas->style->size;

  for (double x = from; x + dash <= until + 0.5; x += 2 * dash)
    {
      OutlayChartArea area = {x, y, dash, height};

      outlay_canvas_fill (canvas, role, &area);
    }
}

static void
draw_lane_bar (const OutlayTimelineBar *bar, guint role, double y, const OutlayCanvas *canvas)
{
  double height = BAR_HEIGHT * canvas->style->size;
  double top = y - height / 2;
  OutlayChartArea all = {bar->from, top, fmax (bar->until - bar->from, 2), height};
  OutlayChartArea sure = {bar->sure_from, top, bar->sure_until - bar->sure_from, height};

  if (!bar->has_end)
    {
      OutlayChartArea begin = {bar->from, top, (bar->until - bar->from) / 2, height};

      outlay_canvas_fill (canvas, role, &begin);
      draw_dashes (role, begin.x + begin.width + 2, bar->until, top, height, canvas);
      return;
    }
  if (!bar->has_start && !bar->has_announced)
    {
      draw_dashes (role, bar->from, bar->until, top, height, canvas);
      return;
    }
  outlay_canvas_tint (canvas, role, &all, bar->has_start ? UNSURE : 0.3);
  if (bar->has_start)
    outlay_canvas_fill (canvas, role, &sure);
  outlay_canvas_outline (canvas, role, &all, 1.5);
  if (!bar->has_start)
    outlay_canvas_ring (canvas, role, bar->from, y, height * 0.55, 1.5);
}

/** outlay_timeline_draw_key: draws a lane about @y that stands for all that are drawn like it. */
void
outlay_timeline_draw_key (OutlayLaneKey key, double width, double y, const OutlayCanvas *canvas)
{
  double start = key == OUTLAY_LANE_FROM_ANNOUNCED ? 0.5 * BAR_HEIGHT * canvas->style->size : 0;
  OutlayTimelineBar bar = {.from = 1 + start, .until = width - 1};

  bar.has_start = key != OUTLAY_LANE_FROM_ANNOUNCED && key != OUTLAY_LANE_UNTIL;
  bar.has_end = key != OUTLAY_LANE_OPEN;
  bar.has_announced = key != OUTLAY_LANE_UNTIL;
  bar.sure_from = key == OUTLAY_LANE_ROUGH ? width / 4 : bar.from;
  bar.sure_until = key == OUTLAY_LANE_ROUGH ? width * 3 / 4 : bar.until;
  draw_lane_bar (&bar, OUTLAY_CHART_SERIES + outlay_chart_place_kind (OUTLAY_KIND_BUILD), y,
                 canvas);
}

/**
 * outlay_timeline_get_key_name:
 *
 * Returns: (transfer none): what a lane drawn so tells.
 */
const char *
outlay_timeline_get_key_name (OutlayLaneKey key)
{
  static const char *const names[OUTLAY_N_LANE_KEYS] = {
    NC_ ("timeline", "start and end known"),
    NC_ ("timeline", "known no closer at its pale ends"),
    NC_ ("timeline", "only the end, drawn from the announcement"),
    NC_ ("timeline", "only the start"),
    NC_ ("timeline", "only the end"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "timeline", names[key]);
}

static void
draw_lane (const OutlayTimeline *timeline,
           const OutlayTimelineLayout *layout,
           const GPtrArray *deals,
           guint index,
           const OutlayCanvas *canvas)
{
  const OutlayTimelineLane *lane = outlay_timeline_get_lane (timeline, index);
  const OutlayDealRecord *deal = deals->pdata[lane->deal];
  double top = layout->lanes_top + layout->lane_height * index;
  double middle = top + layout->lane_height / 2;
  double shift = layout->stacked ? layout->lane_height / 4 : 0;
  guint role
    = lane->series == timeline->rest ? OUTLAY_CHART_REST : OUTLAY_CHART_SERIES + lane->series;
  OutlayTimelineBar bar;

  draw_lane_words (layout, deal, middle - shift, canvas);
  outlay_timeline_get_bar (layout, lane, &bar);
  draw_lane_bar (&bar, role, middle + shift, canvas);
}

static void
draw_lanes_axis (const OutlayTimelineLayout *layout, const OutlayCanvas *canvas)
{
  const OutlayChartText text
    = {.role = OUTLAY_CHART_DIM, .scale = SMALL, .align = OUTLAY_CHART_MIDDLE};
  double em = canvas->style->size;
  double width = layout->lanes.width / layout->n_years;
  guint every = (guint)ceil (3 * em / width);

  for (guint i = 0; i <= layout->n_years; i++)
    {
      double x = layout->lanes.x + width * i;
      g_autofree char *name = g_strdup_printf ("%u", layout->first_year + i);

      outlay_canvas_line (canvas, OUTLAY_CHART_GRID, x, layout->lanes.y - 0.4 * em, x,
                          layout->lanes.y + layout->lanes.height, 1);
      if (i % every == 0 && i < layout->n_years)
        outlay_canvas_text (canvas, &text, name, x + width / 2, layout->lanes.y - em);
    }
}

static void
draw_lanes (const OutlayTimeline *timeline,
            const OutlayTimelineLayout *layout,
            const GPtrArray *deals,
            const OutlayCanvas *canvas)
{
  const OutlayChartText note = {.role = OUTLAY_CHART_DIM, .scale = SMALL, .width = layout->width};
  double em = canvas->style->size;

  draw_title (canvas, C_ ("chart", "From start to end"), layout->lanes.y - 3 * em);
  draw_lanes_axis (layout, canvas);
  for (guint i = 0; i < timeline->lanes->len; i++)
    draw_lane (timeline, layout, deals, i, canvas);
  if (timeline->n_lanes_left_out == 0)
    return;
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u smaller deal", "and %u smaller deals",
                                    timeline->n_lanes_left_out),
                       timeline->n_lanes_left_out);
  outlay_canvas_text (canvas, &note, text, em * 0.6, layout->height - em);
}

/**
 * outlay_timeline_draw:
 * @deals: (element-type OutlayDealRecord): what the timeline was made of
 * @canvas: of the layout's width
 *
 * Draws the timeline: bars of money and of capacity on one axis, and a lane for each deal with a
 * start or an end.
 */
void
outlay_timeline_draw (const OutlayTimeline *timeline,
                      const OutlayTimelineLayout *layout,
                      const GPtrArray *deals,
                      const OutlayCanvas *canvas)
{
  for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
    {
      draw_title (
        canvas,
        outlay_timeline_choose_title ((OutlayTimelineMeasure)measure, canvas->style, layout->width),
        layout->plots[measure].y - canvas->style->size * 2.8);
      draw_plot (timeline, layout, (OutlayTimelineMeasure)measure, canvas);
    }
  draw_axis (timeline, layout, canvas);
  if (timeline->lanes->len > 0)
    draw_lanes (timeline, layout, deals, canvas);
}

static double
draw_legend_entry (
  const OutlayTimeline *timeline, guint series, const OutlayCanvas *canvas, double x, double y)
{
  const OutlayChartText text = {.role = OUTLAY_CHART_TEXT, .scale = SMALL};
  double em = canvas->style->size;
  OutlayChartArea swatch = {x, y - 0.4 * em, 0.8 * em, 0.8 * em};

  if (canvas->cr != NULL)
    {
      outlay_canvas_fill (
        canvas, series == timeline->rest ? OUTLAY_CHART_REST : OUTLAY_CHART_SERIES + series,
        &swatch);
      outlay_canvas_text (canvas, &text, timeline->names[series], x + 1.1 * em, y);
    }
  return outlay_chart_measure (canvas->style, timeline->names[series], SMALL, FALSE) + 2.4 * em;
}

/**
 * outlay_timeline_draw_legend:
 * @canvas: what to draw on; without a cairo context nothing is drawn but measured
 * @y: where the legend begins
 *
 * Draws what the colours stand for, and which deals the bars leave out, for paper and files.
 *
 * Returns: how high that is.
 */
double
outlay_timeline_draw_legend (const OutlayTimeline *timeline,
                             const OutlayCanvas *canvas,
                             double width,
                             double y)
{
  double em = canvas->style->size;
  const OutlayChartText note
    = {.role = OUTLAY_CHART_DIM, .scale = SMALL, .width = width - 1.2 * em};
  g_autofree char *left_out = outlay_timeline_dup_left_out (timeline);
  double x = 0.6 * em;
  double line = y + em;

  for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
    {
      double entry;

      if (timeline->names[i] == NULL || (timeline->sums[0][i] == 0 && timeline->sums[1][i] == 0))
        continue;
      entry = outlay_chart_measure (canvas->style, timeline->names[i], SMALL, FALSE) + 2.4 * em;
      if (x + entry > width && x > em)
        {
          x = 0.6 * em;
          line += 1.6 * em;
        }
      x += draw_legend_entry (timeline, i, canvas, x, line);
    }
  if (left_out == NULL)
    return line + em - y;
  if (canvas->cr != NULL)
    outlay_canvas_text (canvas, &note, left_out, 0.6 * em, line + 1.6 * em);
  return line + 2.6 * em - y;
}
