/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-totals.h"

#include <string.h>

#include "base/outlay-rates.h"

static gint64
add_up (gint64 sum, gint64 more)
{
  gint64 result;

  return __builtin_add_overflow (sum, more, &result) ? G_MAXINT64 : result;
}

static void
add_money (OutlayReportTotals *totals, const char *currency, gint64 figure)
{
  totals->n_with_money++;
  for (guint i = 0; i < totals->money->len; i++)
    {
      OutlayCurrencyTotal *total = &g_array_index (totals->money, OutlayCurrencyTotal, i);

      if (strcmp (total->currency, currency) == 0)
        {
          total->sum = add_up (total->sum, figure);
          total->n_deals++;
          return;
        }
    }
  OutlayCurrencyTotal total = {"", figure, 1};
  g_strlcpy (total.currency, currency, sizeof total.currency);
  g_array_append_val (totals->money, total);
}

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  const OutlayCurrencyTotal *first = a;
  const OutlayCurrencyTotal *second = b;

  gint64 first_worth = outlay_rates_get_rough_worth (first->currency, first->sum);
  gint64 second_worth = outlay_rates_get_rough_worth (second->currency, second->sum);

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return strcmp (first->currency, second->currency);
}

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
    add_money (totals, deal->fields.amount.currency, figure);
  if (outlay_capacity_is_set (&deal->fields.capacity))
    {
      totals->kilowatts = add_up (totals->kilowatts, deal->fields.capacity.kilowatts);
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
  totals->money = g_array_new (FALSE, FALSE, sizeof (OutlayCurrencyTotal));
  totals->n_deals = deals->len;
  for (guint i = 0; i < deals->len; i++)
    add_deal (totals, g_ptr_array_index (deals, i), articles);
  totals->n_articles = g_hash_table_size (articles);
  g_array_sort (totals->money, compare_currencies);
}

/** outlay_report_totals_clear: gives back what @totals holds. */
void
outlay_report_totals_clear (OutlayReportTotals *totals)
{
  g_clear_pointer (&totals->money, g_array_unref);
}
