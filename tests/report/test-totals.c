/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "report/layout/outlay-report-totals.h"

static OutlayDealRecord *
add_deal (GPtrArray *deals, OutlayStatus status, const char *currency, gint64 low, gint64 high)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();

  deal->fields.status = status;
  g_strlcpy (deal->fields.amount.currency, currency, sizeof deal->fields.amount.currency);
  deal->fields.amount.low = low;
  deal->fields.amount.high = high;
  if (high != OUTLAY_MONEY_UNSET && low == OUTLAY_MONEY_UNSET)
    deal->fields.amount.qualifier = OUTLAY_QUALIFIER_UP_TO;
  else if (low != OUTLAY_MONEY_UNSET)
    deal->fields.amount.qualifier = OUTLAY_QUALIFIER_AT_LEAST;
  g_ptr_array_add (deals, deal);
  return deal;
}

static void
add_up (OutlayReportTotals *totals, const GPtrArray *deals)
{
  g_auto (OutlayReportOptions) options;

  outlay_report_options_init (&options);
  options.currency[0] = '\0';
  outlay_report_totals_init (totals);
  for (guint i = 0; i < deals->len; i++)
    outlay_report_totals_add (totals, g_ptr_array_index (deals, i), &options);
  outlay_report_totals_end (totals);
  totals->options = NULL;
}

static void
test_sums (void)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayReportTotals) totals = {0};

  add_deal (deals, OUTLAY_STATUS_AGREED, "EUR", OUTLAY_MONEY_UNSET, 300)->fields.capacity.kilowatts
    = 1500;
  add_deal (deals, OUTLAY_STATUS_ANNOUNCED, "USD", OUTLAY_MONEY_UNSET, 5000);
  add_deal (deals, OUTLAY_STATUS_RUMOURED, "USD", 700, OUTLAY_MONEY_UNSET);
  add_deal (deals, OUTLAY_STATUS_CANCELLED, "USD", OUTLAY_MONEY_UNSET, 99999)
    ->fields.capacity.kilowatts
    = 9000;
  add_deal (deals, OUTLAY_STATUS_AGREED, "", OUTLAY_MONEY_UNSET, OUTLAY_MONEY_UNSET);
  add_up (&totals, deals);

  g_assert_cmpuint (totals.n_deals, ==, 5);
  g_assert_cmpuint (totals.n_cancelled, ==, 1);
  g_assert_cmpuint (totals.n_with_money, ==, 3);
  g_assert_cmpint (totals.kilowatts, ==, 1500);
  g_assert_cmpuint (totals.n_with_capacity, ==, 1);
  g_assert_cmpuint (totals.money->len, ==, 2);
  const OutlaySum *first = &g_array_index (totals.money, OutlaySum, 0);
  g_assert_cmpstr (first->currency, ==, "USD");
  g_assert_cmpint (first->hundredths, ==, 5700);
  g_assert_cmpint (totals.firm, ==, 700);
  g_assert_cmpuint (first->n_deals, ==, 2);
}

static void
test_overflow (void)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayReportTotals) totals = {0};

  for (guint i = 0; i < 3; i++)
    add_deal (deals, OUTLAY_STATUS_AGREED, "VND", OUTLAY_MONEY_UNSET, G_MAXINT64 / 2);
  add_up (&totals, deals);
  g_assert_cmpint (g_array_index (totals.money, OutlaySum, 0).hundredths, ==, G_MAXINT64);
}

static void
test_newest (void)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayReportTotals) totals = {0};
  OutlayDealRecord *deal
    = add_deal (deals, OUTLAY_STATUS_AGREED, "", OUTLAY_MONEY_UNSET, OUTLAY_MONEY_UNSET);
  OutlayArticle *article = outlay_article_new ();

  deal->fields.announced = outlay_date_day (2026, 2, 3);
  article->published = outlay_date_day (2026, 2, 5);
  g_ptr_array_add (deal->claims, outlay_deal_claim_new (1, 1, outlay_claim_new (), article));
  add_deal (deals, OUTLAY_STATUS_AGREED, "", OUTLAY_MONEY_UNSET, OUTLAY_MONEY_UNSET)
    ->fields.announced
    = outlay_date_year (2027);
  add_up (&totals, deals);
  g_assert_true (outlay_date_equal (totals.newest, outlay_date_day (2026, 2, 5)));
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  OutlayDealRecord *whole = add_deal (deals, OUTLAY_STATUS_AGREED, "USD", OUTLAY_MONEY_UNSET, 900);
  OutlayDealRecord *part = add_deal (deals, OUTLAY_STATUS_AGREED, "EUR", OUTLAY_MONEY_UNSET, 300);
  g_auto (OutlayReportTotals) all = {0};
  OutlayReportTotals groups[2];
  OutlayReportOptions options;

  whole->id = 1;
  part->id = 2;
  part->whole = 1;
  part->fields.capacity.kilowatts = 70;
  outlay_report_options_init (&options);
  outlay_report_totals_init (&all);
  for (guint i = 0; i < deals->len; i++)
    outlay_report_totals_add (&all, g_ptr_array_index (deals, i), &options);
  outlay_report_totals_end (&all);
  for (guint i = 0; i < deals->len; i++)
    {
      outlay_report_totals_init (&groups[i]);
      outlay_report_totals_add_some (&groups[i], &all, g_ptr_array_index (deals, i));
      outlay_report_totals_end (&groups[i]);
    }
  g_assert_cmpint (g_array_index (groups[0].money, OutlaySum, 0).hundredths, ==, 900);
  g_assert_cmpuint (groups[1].money->len, ==, 0);
  g_assert_cmpuint (groups[1].n_deals, ==, 1);
  g_assert_cmpint (groups[1].kilowatts, ==, 70);
  g_assert_cmpint (all.kilowatts, ==, 70);
  g_assert_false (outlay_report_totals_has_money (&all, part));
  outlay_report_totals_clear (&groups[0]);
  outlay_report_totals_clear (&groups[1]);
  outlay_report_options_clear (&options);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/totals/currencies are added up apart and called-off deals not at all",
                   test_sums);
  g_test_add_func ("/totals/a sum beyond 64 bits stays at the greatest", test_overflow);
  g_test_add_func ("/totals/the sums of groups come to the sum of all", test_groups);
  g_test_add_func ("/totals/the newest day is that of a deal or an article", test_newest);

  return g_test_run ();
}
