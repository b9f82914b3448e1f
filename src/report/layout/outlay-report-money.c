/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each currency comes to, at which rates it was converted, and how the sums are made. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"
#include "report/layout/outlay-report-figures.h"

/* From this width on table and notes stand side by side. */
#define SIDE_BY_SIDE 400.0

#define GUTTER          20.0
#define MOST_CURRENCIES 8
#define MOST_RATES      4

/* For one unit of what is worth more, so that hundredths leave three figures or more. */
static char *
dup_rate (const char *currency, const char *common, OutlayDate period)
{
  gint64 rate = 0;

  if (outlay_rates_convert (currency, OUTLAY_MONEY_UNIT, common, period, &rate, NULL)
      && rate >= OUTLAY_MONEY_UNIT)
    {
      g_autofree char *one = outlay_format_sum_compact (currency, OUTLAY_MONEY_UNIT);
      g_autofree char *is = outlay_format_sum_compact (common, rate);

      return g_strdup_printf ("%s\302\240=\302\240%s", one, is);
    }
  if (!outlay_rates_convert (common, OUTLAY_MONEY_UNIT, currency, period, &rate, NULL))
    return NULL;
  g_autofree char *one = outlay_format_sum_compact (common, OUTLAY_MONEY_UNIT);
  g_autofree char *is = outlay_format_sum_compact (currency, rate);
  return g_strdup_printf ("%s\302\240=\302\240%s", one, is);
}

static char *
dup_rates (const OutlayTally *tally)
{
  GString *rates = g_string_new (NULL);
  guint told = 0;

  for (guint i = 0; i < tally->sums->len && told < MOST_RATES; i++)
    {
      const OutlaySum *sum = &g_array_index (tally->sums, OutlaySum, i);
      g_autofree char *rate = strcmp (sum->currency, tally->currency) != 0
                                ? dup_rate (sum->currency, tally->currency, tally->last_rate)
                                : NULL;

      if (rate == NULL)
        continue;
      g_string_append_printf (rates, "%s%s", told > 0 ? C_ ("list", ", ") : "", rate);
      told++;
    }
  return g_string_free (rates, FALSE);
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
append_count (GString *text, const char *pattern, guint count)
{
  g_autofree char *number = outlay_format_count (count);
  g_autofree char *sentence = outlay_format_fill (pattern, "count", number, NULL);

  if (count > 0)
    append_sentence (text, sentence);
}

static void
append_rates (GString *text, const OutlayTally *tally)
{
  if (tally->currency[0] == '\0')
    append_sentence (text, _ ("Currencies are added up apart."));
  if (tally->currency[0] == '\0' || tally->exact)
    return;
  g_autofree char *period = outlay_format_period (tally->first_rate, tally->last_rate);
  g_autofree char *last = outlay_format_date (tally->last_rate);
  g_autofree char *rates = dup_rates (tally);
  g_autofree char *sentence = outlay_format_fill (
    /* Translators: {period} is "2024–2026", {last} is "2026", {rates} is "€1 = $1.16, $1 = ₩1,420"
     */
    outlay_date_equal (tally->first_rate, tally->last_rate)
      ? _ ("≈ Other currencies are converted at the average rates of {last}: {rates}.")
      : _ ("≈ Other currencies are converted at the average rates of {period}, each deal at those "
           "of its time; in {last}: {rates}."),
    "period", period, "last", last, "rates", rates, NULL);
  append_sentence (text, sentence);
}

/**
 * outlay_report_dup_notes:
 *
 * Returns: (transfer full): how the sums of the report are made.
 */
char *
outlay_report_dup_notes (const OutlayReportFrame *frame)
{
  const OutlayTally *tally = &frame->plan->totals.tally;
  GString *text = g_string_new (NULL);

  append_count (text,
                g_dngettext (GETTEXT_PACKAGE,
                             "{count} deal is part of another: it is listed, but not in the sums.",
                             "{count} deals are parts of others: they are listed, but not in the "
                             "sums.",
                             tally->n_parts),
                tally->n_parts);
  append_rates (text, tally);
  append_count (text,
                g_dngettext (GETTEXT_PACKAGE,
                             "For {count} deal no rate is known; its currency stands apart.",
                             "For {count} deals no rate is known; their currencies stand apart.",
                             tally->n_without_rate),
                tally->n_without_rate);
  append_sentence (text, _ ("“Up to” counts its upper figure, “at least” and vague amounts their "
                            "lower one; deals that were called off do not count."));
  return g_string_free (text, FALSE);
}

/** outlay_report_money_has_notes: returns whether the notes stand beside the currencies. */
gboolean
outlay_report_money_has_notes (const OutlayReportFrame *frame)
{
  return outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_NOTES)
         && outlay_report_options_has (&frame->options, OUTLAY_REPORT_PART_KINDS)
         && frame->plan->totals.tally.sums->len > 1;
}

/* What the deals in @currency come to in the currency that all is told in. */
static gint64
sum_converted (const OutlayReportTotals *totals, const char *currency)
{
  gint64 sum = 0;

  for (guint i = 0; i < totals->tally.with_money->len; i++)
    {
      const OutlayDealRecord *deal
        = g_ptr_array_index (totals->deals, g_array_index (totals->tally.with_money, guint, i));
      gint64 converted;

      if (strcmp (deal->fields.amount.currency, currency) == 0
          && outlay_deal_record_convert_total (deal, totals->tally.currency, &converted, NULL))
        sum = outlay_add_saturated (sum, converted);
    }
  return sum;
}

static void
add_currency (OutlayFigures *figures, const OutlayReportTotals *totals, guint index, gint64 unit)
{
  const OutlaySum *sum = &g_array_index (totals->tally.sums, OutlaySum, index);
  g_autofree char *count = outlay_format_count (sum->n_deals);
  g_autofree char *own = outlay_format_sum_compact (sum->currency, sum->hundredths);
  gint64 converted = totals->tally.currency[0] != '\0' ? sum_converted (totals, sum->currency) : 0;
  g_autofree char *common
    = converted > 0 ? outlay_format_in_unit (converted, unit) : g_strdup ("–");
  const char *const cells[]
    = {sum->currency, count, own, totals->tally.currency[0] != '\0' ? common : ""};

  outlay_figures_add_row (figures, cells, FALSE);
  outlay_figures_add_rule (figures);
}

static void
add_rest (OutlayFigures *figures, const OutlayReportTotals *totals, guint told)
{
  guint rest = totals->tally.sums->len - told;
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u more currency", "%u more currencies", rest), rest);
  const char *const cells[] = {text, "", "", ""};

  outlay_figures_add_row (figures, cells, FALSE);
  outlay_figures_add_rule (figures);
}

static void
add_currencies (const OutlayReportFrame *frame, OutlayBlock *block, double width)
{
  const OutlayReportTotals *totals = &frame->plan->totals;
  const OutlayTally *tally = &totals->tally;
  OutlayFigures figures = {frame->sheet, block, 0, width, 0, 0};
  gint64 unit = outlay_format_choose_unit (tally->converted);
  g_autofree char *in
    = tally->currency[0] != '\0' ? outlay_format_unit (tally->currency, unit) : NULL;
  g_autofree char *common = in != NULL ? g_strdup_printf ("≈ %s", in) : g_strdup ("");
  const char *const names[]
    = {C_ ("report", "Currency"), C_ ("report", "Deals"), C_ ("field", "Amount"), common};
  guint told = tally->sums->len <= MOST_CURRENCIES + 1 ? tally->sums->len : MOST_CURRENCIES;

  outlay_figures_add_title (&figures, C_ ("report", "By currency"));
  outlay_block_add_dest (block, "currencies", 0, C_ ("report", "By currency"), 0);
  outlay_figures_add_head (&figures, names);
  for (guint i = 0; i < told; i++)
    add_currency (&figures, totals, i, unit);
  if (told < tally->sums->len)
    add_rest (&figures, totals, told);
}

static void
add_notes (const OutlayReportFrame *frame, OutlayBlock *block, double x, double y, double width)
{
  const OutlaySheet *sheet = frame->sheet;
  g_autofree char *notes = outlay_report_dup_notes (frame);

  y = outlay_block_add_text (block, OUTLAY_TEXT_SECTION,
                             outlay_sheet_new_text (sheet, OUTLAY_TEXT_SECTION,
                                                    C_ ("report", "How the sums are made"), width),
                             x, y);
  outlay_block_add_text (block, OUTLAY_TEXT_DIM,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_DIM, notes, width), x, y + 7);
}

/**
 * outlay_report_money_build:
 *
 * Returns: (transfer full) (element-type OutlayBlock): the sums by currency, and how sums are made;
 *   nothing where there is but one currency.
 */
GPtrArray *
outlay_report_money_build (const OutlayReportFrame *frame)
{
  GPtrArray *blocks = outlay_blocks_new ();
  double width = frame->sheet->width;
  gboolean notes = outlay_report_money_has_notes (frame);
  gboolean beside = width >= SIDE_BY_SIDE * frame->sheet->scale;
  double half = beside ? (width - GUTTER) / 2 : width;

  if (frame->plan->totals.tally.sums->len < 2)
    return blocks;
  OutlayBlock *block = outlay_block_new (26);
  add_currencies (frame, block, half);
  if (notes)
    add_notes (frame, block, beside ? half + GUTTER : 0, beside ? 0 : block->height + 12, half);
  block->whole = TRUE;
  block->divided = TRUE;
  g_ptr_array_add (blocks, block);
  return blocks;
}
