/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds come to, and beside it the chart over time. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-overview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "report/layout/outlay-report-figures.h"
#include "report/layout/outlay-report-money.h"

/* From this width on the two stand side by side. */
#define SIDE_BY_SIDE 400.0

#define GUTTER       20.0
#define SWATCH_SPACE 11.0
#define CHART_HEIGHT 118.0

#define MOST_CURRENCIES 2

typedef struct
{
  OutlayKind kind;
  gint64 worth;
  OutlayReportTotals totals;
} Kind;

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = a;
  const Kind *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  if (first->totals.n_deals != second->totals.n_deals)
    return first->totals.n_deals > second->totals.n_deals ? -1 : 1;
  return first->kind < second->kind ? -1 : 1;
}

static gint64
sum_worth (const GArray *sums)
{
  gint64 worth = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);

      worth = outlay_add_saturated (
        worth, MAX (outlay_rates_get_rough_worth (sum->currency, sum->hundredths), 0));
    }
  return worth;
}

static void
count_kinds (const OutlayReportFrame *frame, Kind *kinds)
{
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      kinds[i].kind = i;
      outlay_report_totals_init (&kinds[i].totals);
    }
  for (guint i = 0; i < frame->plan->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (frame->plan->deals, i);

      outlay_report_totals_add_some (&kinds[deal->fields.kind].totals, &frame->plan->totals, deal);
    }
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      outlay_report_totals_end (&kinds[i].totals);
      kinds[i].worth = sum_worth (kinds[i].totals.money);
    }
  qsort (kinds, OUTLAY_N_KINDS, sizeof *kinds, compare_kinds);
}

/* What the money of a table is told in: one unit of the currency that was chosen or that is the
   only one; else each figure in its own. */
typedef struct
{
  char currency[4];
  gint64 unit;
} Telling;

static const OutlaySum *
find_sum (const GArray *sums, const char *currency)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);

      if (strcmp (sum->currency, currency) == 0)
        return sum;
    }
  return NULL;
}

static char *
dup_money (const Telling *telling, const GArray *sums)
{
  const OutlaySum *sum = find_sum (sums, telling->currency);

  if (sums->len == 0 || (telling->currency[0] != '\0' && sum == NULL))
    return g_strdup ("–");
  if (sum != NULL)
    return outlay_format_in_unit (sum->hundredths, telling->unit);
  g_autofree char *line = outlay_report_dup_sums (sums, TRUE, MOST_CURRENCIES);
  g_auto (GStrv) parts = g_strsplit (line, C_ ("list", ", "), -1);
  return g_strjoinv ("\n", parts);
}

static void
add_row (OutlayFigures *figures,
         const Telling *telling,
         const char *name,
         const OutlayReportTotals *totals,
         gboolean sum)
{
  g_autofree char *count = outlay_format_count (totals->n_deals);
  g_autofree char *money = dup_money (telling, totals->money);
  g_autofree char *power
    = totals->kilowatts > 0 ? outlay_format_gigawatts (totals->kilowatts) : g_strdup ("–");
  const char *const cells[] = {name, count, money, power};

  outlay_figures_add_row (figures, cells, sum);
}

static void
choose_telling (Telling *telling, const OutlayReportTotals *totals)
{
  const OutlaySum *only
    = totals->money->len == 1 ? &g_array_index (totals->money, OutlaySum, 0) : NULL;
  const OutlaySum *sum;

  g_strlcpy (telling->currency, only != NULL ? only->currency : totals->tally.currency,
             sizeof telling->currency);
  sum = find_sum (totals->money, telling->currency);
  telling->unit = outlay_format_choose_unit (sum != NULL ? sum->hundredths : 0);
}

static void
add_head (OutlayFigures *figures, const Telling *telling)
{
  g_autofree char *unit = telling->currency[0] != '\0'
                            ? outlay_format_unit (telling->currency, telling->unit)
                            : g_strdup (C_ ("field", "Amount"));
  const char *const names[]
    = {C_ ("field", "Kind"), C_ ("report", "Deals"), unit, C_ ("power, heading", "GW")};

  outlay_figures_add_head (figures, names);
}

/* Where no table of currencies follows, the notes stand beneath. */
static void
add_notes (const OutlayReportFrame *frame, OutlayFigures *figures)
{
  g_autofree char *notes = NULL;

  if (!outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_NOTES)
      || outlay_report_money_has_notes (frame))
    return;
  notes = outlay_report_dup_notes (frame);
  outlay_block_add_text (
    figures->block, OUTLAY_TEXT_CAPTION,
    outlay_sheet_new_text (frame->sheet, OUTLAY_TEXT_CAPTION, notes, figures->width), figures->x,
    figures->y + 3);
}

static void
add_kinds (const OutlayReportFrame *frame, OutlayBlock *block, double width)
{
  Kind kinds[OUTLAY_N_KINDS] = {0};
  OutlayFigures figures = {frame->sheet, block, 0, width, 0, SWATCH_SPACE};
  Telling telling;

  outlay_figures_add_title (&figures, C_ ("report", "By kind"));
  outlay_block_add_dest (block, "kinds", 0, C_ ("report", "By kind"), 0);
  count_kinds (frame, kinds);
  choose_telling (&telling, &frame->plan->totals);
  add_head (&figures, &telling);
  for (guint i = 0; i < OUTLAY_N_KINDS; i++)
    {
      if (kinds[i].totals.n_deals > 0)
        {
          outlay_figures_add_mark (&figures, OUTLAY_INK_KIND + kinds[i].kind);
          add_row (&figures, &telling, outlay_format_kind (kinds[i].kind), &kinds[i].totals, FALSE);
          outlay_figures_add_rule (&figures);
        }
      outlay_report_totals_clear (&kinds[i].totals);
    }
  add_row (&figures, &telling, C_ ("report", "All"), &frame->plan->totals, TRUE);
  add_notes (frame, &figures);
}

static void
add_chart (const OutlayReportFrame *frame, OutlayBlock *block, double x, double width)
{
  outlay_block_add_dest (block, "chart", 0, C_ ("report", "Over time"), 0);
  outlay_report_chart_add (frame, block, x, width, CHART_HEIGHT * frame->sheet->scale);
}

static gboolean
stands_beside (const OutlayReportFrame *frame)
{
  return frame->sheet->width >= SIDE_BY_SIDE * frame->sheet->scale;
}

/** outlay_report_overview_count: returns of how many pieces it is made, one below another. */
guint
outlay_report_overview_count (const OutlayReportFrame *frame)
{
  gboolean kinds = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_KINDS);
  gboolean chart = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_CHART);

  return kinds && chart && stands_beside (frame) ? 1 : (guint)kinds + (guint)chart;
}

/**
 * outlay_report_overview_build:
 * @index: which piece
 *
 * Returns: (transfer full) (element-type OutlayBlock): the sums by kind, and over time; where both
 *   are wanted and the paper is wide enough side by side.
 */
GPtrArray *
outlay_report_overview_build (const OutlayReportFrame *frame, guint index)
{
  GPtrArray *blocks = outlay_blocks_new ();
  double width = frame->sheet->width;
  gboolean kinds = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_KINDS);
  gboolean chart = outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_CHART);
  gboolean beside = kinds && chart && stands_beside (frame);
  double half = beside ? (width - GUTTER) / 2 : width;
  OutlayBlock *block = outlay_block_new (20);

  if (kinds && index == 0)
    add_kinds (frame, block, half);
  if (beside)
    add_chart (frame, block, half + GUTTER, half);
  else if (!kinds || index > 0)
    add_chart (frame, block, 0, width);
  block->whole = TRUE;
  g_ptr_array_add (blocks, block);
  return blocks;
}
