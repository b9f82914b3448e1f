/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money over time, a column a quarter or a year, stacked by kind. */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "report/charts/outlay-timeline-draw.h"
#include "report/layout/outlay-report-overview.h"

/* With more quarters than this the columns are years, and only so many years are shown. */
#define MOST_COLUMNS 12

#define MOST_TICKS   5
#define BAR_SHARE    0.62
#define LEGEND_SPACE 9.0
#define SWATCH       6.0

typedef struct
{
  gint64 kinds[OUTLAY_N_KINDS];
  gint64 all;
} Period;

typedef struct
{
  char currency[4];
  gboolean years;
  guint first;
  guint n_periods;
  Period *periods;
  gint64 most;
  gint64 unit;
  guint n_undated;
  guint kinds;
} Chart;

/* A stack begins with what is largest in most ledgers, in the order of the legend. */
static const OutlayKind stack[OUTLAY_N_KINDS] = {
  OUTLAY_KIND_SUPPLY, OUTLAY_KIND_BUILD,       OUTLAY_KIND_EQUITY,    OUTLAY_KIND_VENTURE,
  OUTLAY_KIND_BUDGET, OUTLAY_KIND_ACQUISITION, OUTLAY_KIND_FINANCING, OUTLAY_KIND_GRANT,
};

/* Quarters, or years, since the year 0; G_MAXUINT where the date does not tell. */
static guint
get_period (OutlayDate date, gboolean years)
{
  if (!outlay_date_is_set (date))
    return G_MAXUINT;
  if (years)
    return date.year;
  if (date.unit == OUTLAY_DATE_QUARTER)
    return date.year * 4u + date.part - 1u;
  if (date.unit == OUTLAY_DATE_MONTH || date.unit == OUTLAY_DATE_DAY)
    return date.year * 4u + (date.part - 1u) / 3;
  return G_MAXUINT;
}

static gint64
get_charted (const OutlayReportFrame *frame, const Chart *chart, const OutlayDealRecord *deal)
{
  const char *currency;
  gint64 worth = outlay_report_totals_has_money (&frame->plan->totals, deal)
                   ? outlay_report_get_worth (deal, &frame->options, &currency)
                   : 0;

  return worth > 0 && strcmp (currency, chart->currency) == 0 ? worth : 0;
}

static void
find_range (const OutlayReportFrame *frame, Chart *chart)
{
  guint last = 0;

  chart->first = G_MAXUINT;
  for (guint i = 0; i < frame->plan->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (frame->plan->deals, i);
      guint period = get_period (deal->fields.announced, chart->years);

      if (get_charted (frame, chart, deal) == 0 || period == G_MAXUINT)
        continue;
      chart->first = MIN (chart->first, period);
      last = MAX (last, period);
    }
  chart->n_periods = chart->first != G_MAXUINT ? last - chart->first + 1 : 0;
  if (chart->n_periods > MOST_COLUMNS && !chart->years)
    {
      chart->years = TRUE;
      find_range (frame, chart);
    }
  else if (chart->n_periods > MOST_COLUMNS)
    {
      chart->first = last - MOST_COLUMNS + 1;
      chart->n_periods = MOST_COLUMNS;
    }
}

static void
fill (const OutlayReportFrame *frame, Chart *chart)
{
  for (guint i = 0; i < frame->plan->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (frame->plan->deals, i);
      guint period = get_period (deal->fields.announced, chart->years);
      gint64 worth = get_charted (frame, chart, deal);

      if (worth == 0)
        continue;
      if (period == G_MAXUINT || period < chart->first)
        {
          chart->n_undated++;
          continue;
        }
      Period *column = &chart->periods[period - chart->first];
      column->kinds[deal->fields.kind]
        = outlay_add_saturated (column->kinds[deal->fields.kind], worth);
      column->all = outlay_add_saturated (column->all, worth);
      chart->most = MAX (chart->most, column->all);
      chart->kinds |= 1u << deal->fields.kind;
    }
}

/* The step of the scale: 1, 2 or 5 times a power of ten, in hundredths. */
static gint64
find_step (gint64 most)
{
  static const gint64 factors[] = {1, 2, 5};

  for (gint64 power = 1; power < G_MAXINT64 / 100; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        {
          if (most / (factors[i] * power) < MOST_TICKS)
            return factors[i] * power;
        }
    }
  return most;
}

/* So many hundredths in the unit of the chart; what is not small needs no decimals. */
static char *
dup_figure (const Chart *chart, gint64 hundredths, gint64 large)
{
  gint64 whole = chart->unit * OUTLAY_MONEY_UNIT;

  if (hundredths < large * whole)
    return outlay_format_in_unit (hundredths, chart->unit);
  return outlay_format_decimal ((hundredths + whole / 2) / whole * 1000, 0);
}

static char *
dup_tick (const Chart *chart, gint64 hundredths, gint64 step)
{
  gboolean whole = step % (chart->unit * OUTLAY_MONEY_UNIT) == 0;

  return hundredths == 0 ? g_strdup ("0") : dup_figure (chart, hundredths, whole ? 0 : G_MAXINT32);
}

static char *
dup_period (const Chart *chart, guint index)
{
  guint period = chart->first + index;

  if (chart->years)
    return g_strdup_printf ("%u", period);
  return g_strdup_printf (
    "%s\n%u", outlay_timeline_get_axis_name (outlay_date_quarter (period / 4, period % 4 + 1)),
    period / 4);
}

static double
add_centred (const OutlaySheet *sheet,
             OutlayBlock *block,
             OutlayTextStyle style,
             const char *text,
             double x,
             double width,
             double y)
{
  PangoLayout *layout = outlay_sheet_new_text (sheet, style, text, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return outlay_block_add_text (block, style, layout, x, y);
}

static double
add_scale (const OutlaySheet *sheet,
           OutlayBlock *block,
           const Chart *chart,
           double x,
           double width,
           double top,
           double base)
{
  gint64 step = find_step (chart->most);
  double label = 0;

  for (gint64 at = 0; at <= chart->most; at += step)
    {
      g_autofree char *text = dup_tick (chart, at, step);

      label = MAX (label, outlay_sheet_measure (sheet, OUTLAY_TEXT_CAPTION, text));
    }
  label += 5;
  for (gint64 at = 0; at <= chart->most; at += step)
    {
      g_autofree char *text = dup_tick (chart, at, step);
      double y = base - (base - top) * (double)at / (double)chart->most;
      PangoLayout *layout = outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, text, label - 5);

      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      outlay_block_add_text (block, OUTLAY_TEXT_CAPTION, layout, x, y - 5 * sheet->scale);
      outlay_block_add_rule (block, x + label, y, x + width, y, 0.4,
                             at > 0 ? OUTLAY_INK_FAINT : OUTLAY_INK_RULE);
    }
  return label;
}

static void
add_bar (const OutlayReportFrame *frame,
         OutlayBlock *block,
         const Chart *chart,
         const Period *period,
         double x,
         double width,
         double top,
         double base)
{
  double y = base;

  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      double height = (base - top) * (double)period->kinds[stack[i]] / (double)chart->most;

      if (period->kinds[stack[i]] == 0)
        continue;
      y -= height;
      /* A hair of paper between two parts, so that they keep apart without their colours. */
      outlay_block_add_fill (block, x, y, width, MAX (height - 0.6, 0.4),
                             OUTLAY_INK_KIND + stack[i]);
    }
}

static double
add_columns (const OutlayReportFrame *frame,
             OutlayBlock *block,
             const Chart *chart,
             double x,
             double width,
             double top,
             double base)
{
  const OutlaySheet *sheet = frame->sheet;
  double room = width / chart->n_periods, bottom = base;
  double bar = MIN (room * BAR_SHARE, 36 * sheet->scale);

  for (guint i = 0; i < chart->n_periods; i++)
    {
      const Period *period = &chart->periods[i];
      double left = x + room * i;
      g_autofree char *sum = dup_figure (chart, period->all, 10);
      g_autofree char *name = dup_period (chart, i);
      double y = base - (base - top) * (double)period->all / (double)chart->most;

      add_bar (frame, block, chart, period, left + (room - bar) / 2, bar, top, base);
      if (period->all > 0 && outlay_sheet_measure (sheet, OUTLAY_TEXT_BAR, sum) <= room - 2)
        add_centred (sheet, block, OUTLAY_TEXT_BAR, sum, left, room, y - 11 * sheet->scale);
      double end = add_centred (sheet, block, OUTLAY_TEXT_CAPTION, name, left, room, base + 4);
      bottom = MAX (bottom, end);
    }
  return bottom;
}

static double
add_legend (const OutlaySheet *sheet,
            OutlayBlock *block,
            const Chart *chart,
            double left,
            double width,
            double y)
{
  double x = left, height = 11 * sheet->scale;

  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      const char *name = outlay_format_kind (stack[i]);
      double need = SWATCH + 4 + outlay_sheet_measure (sheet, OUTLAY_TEXT_CAPTION, name);

      if ((chart->kinds & (1u << stack[i])) == 0)
        continue;
      if (x > left && x + need > left + width)
        {
          x = left;
          y += height;
        }
      outlay_block_add_fill (block, x, y + 2.4 * sheet->scale, SWATCH, SWATCH,
                             OUTLAY_INK_KIND + stack[i]);
      outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                             outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, name, 0),
                             x + SWATCH + 4, y);
      x += need + LEGEND_SPACE;
    }
  return y + height;
}

/* What the columns do not show is told. */
static void
add_caveat (const OutlayReportFrame *frame,
            OutlayBlock *block,
            const Chart *chart,
            double x,
            double width,
            double y)
{
  GString *text = g_string_new (NULL);

  if (frame->plan->totals.money->len > 1)
    {
      g_autofree char *only
        = outlay_format_fill (_ ("Amounts in {currency} only."), "currency", chart->currency, NULL);

      g_string_append (text, only);
    }
  if (chart->n_undated > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? " " : "", chart->n_undated,
                            g_dngettext (GETTEXT_PACKAGE, "deal has no date that exact.",
                                         "deals have no date that exact.", chart->n_undated));
  if (text->len > 0)
    outlay_block_add_text (
      block, OUTLAY_TEXT_CAPTION,
      outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_CAPTION, text->str, width), x, y);
  g_string_free (text, TRUE);
}

static char *
dup_title (const Chart *chart)
{
  g_autofree char *unit
    = chart->most > 0 ? outlay_format_unit (chart->currency, chart->unit) : NULL;

  if (unit == NULL)
    return g_strdup (chart->years ? C_ ("report", "By year") : C_ ("report", "By quarter"));
  /* Translators: above a chart of money: "By quarter, $ billion" */
  return outlay_format_fill (chart->years ? C_ ("report", "By year, {unit}")
                                          : C_ ("report", "By quarter, {unit}"),
                             "unit", unit, NULL);
}

/**
 * outlay_report_chart_add:
 * @x: from the block's left
 * @height: of the columns' area
 *
 * Draws the chart in the currency that is worth most.
 */
void
outlay_report_chart_add (
  const OutlayReportFrame *frame, OutlayBlock *block, double x, double width, double height)
{
  const OutlaySheet *sheet = frame->sheet;
  const GArray *money = frame->plan->totals.money;
  Chart chart = {.first = 0};

  if (money->len > 0)
    g_strlcpy (chart.currency, g_array_index (money, OutlaySum, 0).currency, sizeof chart.currency);
  find_range (frame, &chart);
  g_autofree Period *periods = g_new0 (Period, chart.n_periods + 1);
  chart.periods = periods;
  fill (frame, &chart);
  chart.unit = outlay_format_choose_unit (chart.most);
  g_autofree char *title = dup_title (&chart);
  double y = outlay_block_add_text (
    block, OUTLAY_TEXT_SECTION, outlay_sheet_new_text (sheet, OUTLAY_TEXT_SECTION, title, width), x,
    0);
  if (chart.n_periods == 0)
    {
      outlay_block_add_text (
        block, OUTLAY_TEXT_CAPTION,
        outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, _ ("No dated amounts to draw."), width),
        x, y + 8);
      return;
    }
  double top = y + 20 * sheet->scale, base = top + height;
  double label = add_scale (sheet, block, &chart, x, width, top, base);
  y = add_columns (frame, block, &chart, x + label, width - label, top, base);
  y = add_legend (sheet, block, &chart, x, width, y + 5);
  add_caveat (frame, block, &chart, x, width, y + 2);
}
