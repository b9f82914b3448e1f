/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-totals.h"

#include <string.h>

/**
 * outlay_report_get_worth:
 * @currency: (out) (transfer none): what the figure is in
 *
 * Returns: what @deal adds to a sum, in hundredths of @currency; %OUTLAY_MONEY_UNSET where it adds
 *   nothing. It is in the currency chosen where a rate is known, else in the deal's own.
 */
gint64
outlay_report_get_worth (const OutlayDealRecord *deal,
                         const OutlayReportOptions *options,
                         const char **currency)
{
  gint64 converted;

  *currency = deal->fields.amount.currency;
  if (!outlay_deal_record_counts (deal) || !outlay_money_is_set (&deal->fields.amount))
    return OUTLAY_MONEY_UNSET;
  if (options->currency[0] == '\0'
      || !outlay_deal_record_convert_total (deal, options->currency, &converted, NULL))
    return outlay_deal_record_get_total (deal);
  *currency = options->currency;
  return converted;
}

static void
take_date (OutlayReportTotals *totals, OutlayDate date)
{
  if (!outlay_date_is_set (date))
    return;
  if (!outlay_date_is_set (totals->first) || outlay_date_compare (date, totals->first) < 0)
    totals->first = date;
  if (!outlay_date_is_set (totals->last) || outlay_date_compare (date, totals->last) > 0)
    totals->last = date;
}

static void
take_newest (OutlayReportTotals *totals, OutlayDate date)
{
  if (date.unit == OUTLAY_DATE_DAY && outlay_date_compare (date, totals->newest) > 0)
    totals->newest = date;
}

/** outlay_report_totals_init: of no deals yet. */
void
outlay_report_totals_init (OutlayReportTotals *totals)
{
  memset (totals, 0, sizeof *totals);
  outlay_tally_init (&totals->tally);
  totals->deals = g_ptr_array_new ();
  totals->in_money = g_hash_table_new (NULL, NULL);
  totals->in_power = g_hash_table_new (NULL, NULL);
  totals->money = outlay_sums_new ();
  totals->not_firm = outlay_sums_new ();
  totals->articles = g_hash_table_new (g_int64_hash, g_int64_equal);
}

static void
count (OutlayReportTotals *totals, const OutlayDealRecord *deal)
{
  totals->n_deals++;
  take_newest (totals, deal->fields.announced);
  take_date (totals, deal->fields.announced);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      take_newest (totals, claim->article->published);
      g_hash_table_add (totals->articles, &claim->article_id);
    }
  totals->n_cancelled += deal->fields.status == OUTLAY_STATUS_CANCELLED;
  g_ptr_array_add (totals->deals, (gpointer)deal);
}

/** outlay_report_totals_add: counts @deal; it and @options must outlive the totals. */
void
outlay_report_totals_add (OutlayReportTotals *totals,
                          const OutlayDealRecord *deal,
                          const OutlayReportOptions *options)
{
  totals->options = options;
  count (totals, deal);
  outlay_tally_add_record (&totals->tally, deal);
}

/**
 * outlay_report_totals_add_some:
 * @all: the ended totals of all deals
 *
 * Counts @deal, which is among those of @all: its figures only where they count there, so that the
 * sums of all groups come to the sum of all deals.
 */
void
outlay_report_totals_add_some (OutlayReportTotals *totals,
                               const OutlayReportTotals *all,
                               const OutlayDealRecord *deal)
{
  OutlayTallyDeal counted = {
    .id = deal->id,
    .total = OUTLAY_MONEY_UNSET,
    .day = outlay_deal_record_get_day (deal),
    .counts = TRUE,
  };

  totals->options = all->options;
  count (totals, deal);
  if (outlay_report_totals_has_money (all, deal))
    {
      counted.total = outlay_deal_record_get_total (deal);
      g_strlcpy (counted.currency, deal->fields.amount.currency, sizeof counted.currency);
    }
  if (g_hash_table_contains (all->in_power, deal))
    counted.kilowatts = deal->fields.capacity.kilowatts;
  outlay_tally_add (&totals->tally, &counted);
}

/** outlay_report_totals_has_money: returns whether the amount of @deal is part of the sums. */
gboolean
outlay_report_totals_has_money (const OutlayReportTotals *totals, const OutlayDealRecord *deal)
{
  return g_hash_table_contains (totals->in_money, deal);
}

static void
add_worth (OutlayReportTotals *totals, const OutlayDealRecord *deal)
{
  const char *currency;
  gint64 worth = outlay_report_get_worth (deal, totals->options, &currency);

  outlay_sums_add (totals->money, currency, worth);
  if (deal->fields.amount.qualifier == OUTLAY_QUALIFIER_UP_TO)
    outlay_sums_add (totals->not_firm, currency, worth);
  totals->converted |= strcmp (currency, deal->fields.amount.currency) != 0;
}

/* The deals at the places of @indices. */
static void
note_deals (const OutlayReportTotals *totals, const GArray *indices, GHashTable *deals)
{
  for (guint i = 0; i < indices->len; i++)
    g_hash_table_add (deals, g_ptr_array_index (totals->deals, g_array_index (indices, guint, i)));
}

static void
find_firm (OutlayReportTotals *totals)
{
  const OutlaySum *first = &g_array_index (totals->money, OutlaySum, 0);

  totals->firm = first->hundredths;
  for (guint i = 0; i < totals->not_firm->len; i++)
    {
      const OutlaySum *part = &g_array_index (totals->not_firm, OutlaySum, i);

      if (strcmp (part->currency, first->currency) == 0)
        totals->firm -= part->hundredths;
    }
}

/** outlay_report_totals_end: puts the sums in order once all deals were counted. */
void
outlay_report_totals_end (OutlayReportTotals *totals)
{
  const char *currency = totals->options != NULL ? totals->options->currency : "";

  outlay_tally_finish (&totals->tally, *currency != '\0' ? currency : NULL);
  for (guint i = 0; i < totals->tally.with_money->len; i++)
    add_worth (totals, g_ptr_array_index (totals->deals,
                                          g_array_index (totals->tally.with_money, guint, i)));
  note_deals (totals, totals->tally.with_money, totals->in_money);
  note_deals (totals, totals->tally.with_capacity, totals->in_power);
  totals->n_with_money = totals->tally.n_with_money;
  totals->kilowatts = totals->tally.kilowatts;
  totals->n_with_capacity = totals->tally.n_with_capacity;
  totals->n_articles = g_hash_table_size (totals->articles);
  outlay_sums_sort (totals->money);
  if (totals->money->len > 0)
    find_firm (totals);
}

/** outlay_report_totals_clear: gives back what @totals holds. */
void
outlay_report_totals_clear (OutlayReportTotals *totals)
{
  outlay_tally_clear (&totals->tally);
  g_clear_pointer (&totals->deals, g_ptr_array_unref);
  g_clear_pointer (&totals->in_money, g_hash_table_unref);
  g_clear_pointer (&totals->in_power, g_hash_table_unref);
  g_clear_pointer (&totals->money, g_array_unref);
  g_clear_pointer (&totals->not_firm, g_array_unref);
  g_clear_pointer (&totals->articles, g_hash_table_unref);
}
