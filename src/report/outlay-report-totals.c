/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-totals.h"

#include <string.h>

static void
take_newest (OutlayReportTotals *totals, OutlayDate date)
{
  if (date.unit == OUTLAY_DATE_DAY && outlay_date_compare (date, totals->newest) > 0)
    totals->newest = date;
}

static void
add_deal (OutlayReportTotals *totals, const OutlayDealRecord *deal, GHashTable *articles)
{
  gint64 figure = outlay_deal_record_get_total (deal);

  take_newest (totals, deal->fields.announced);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      take_newest (totals, claim->article->published);
      g_hash_table_add (articles, &claim->article_id);
    }
  if (!outlay_deal_record_counts (deal))
    {
      totals->n_cancelled += deal->fields.status == OUTLAY_STATUS_CANCELLED;
      return;
    }
  if (outlay_money_is_set (&deal->fields.amount) && figure != OUTLAY_MONEY_UNSET)
    {
      outlay_sums_add (totals->money, deal->fields.amount.currency, figure);
      totals->n_with_money++;
    }
  if (outlay_capacity_is_set (&deal->fields.capacity))
    {
      totals->kilowatts = outlay_add_saturated (totals->kilowatts, deal->fields.capacity.kilowatts);
      totals->n_with_capacity++;
    }
}

/**
 * outlay_report_totals_init:
 * @deals: (element-type OutlayDealRecord): what is added up
 */
void
outlay_report_totals_init (OutlayReportTotals *totals, const GPtrArray *deals)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  memset (totals, 0, sizeof *totals);
  totals->money = outlay_sums_new ();
  totals->n_deals = deals->len;
  for (guint i = 0; i < deals->len; i++)
    add_deal (totals, g_ptr_array_index (deals, i), articles);
  totals->n_articles = g_hash_table_size (articles);
  outlay_sums_sort (totals->money);
}

/** outlay_report_totals_clear: gives back what @totals holds. */
void
outlay_report_totals_clear (OutlayReportTotals *totals)
{
  g_clear_pointer (&totals->money, g_array_unref);
}
