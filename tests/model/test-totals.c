/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

#define NNBSP "\u202f"

static const Record deals[] = {
  {.status = OUTLAY_STATUS_AGREED, .investor = "A", .amount = "USD exact 500", .megawatts = 10000},
  {.status = OUTLAY_STATUS_AGREED, .investor = "B", .amount = "USD up_to 50", .megawatts = 1600},
  {.status = OUTLAY_STATUS_AGREED, .investor = "C", .amount = "USD at_least 26"},
  {.status = OUTLAY_STATUS_AGREED, .investor = "D", .amount = "EUR exact 2"},
  {.status = OUTLAY_STATUS_AGREED, .investor = "E"},
  {.status = OUTLAY_STATUS_CANCELLED, .investor = "F", .amount = "USD exact 900", .megawatts = 7},
  {.status = OUTLAY_STATUS_AGREED,
   .investor = "G",
   .recipient = "X|Y|Z",
   .amount = "EUR exact 1",
   .each = TRUE},
};

static void
add_currencies_apart (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  const OutlayTotals *totals = outlay_view_state_get_totals (state);
  const OutlaySum *dollars = &g_array_index (totals->sums, OutlaySum, 0);
  const OutlaySum *euros = &g_array_index (totals->sums, OutlaySum, 1);

  g_assert_cmpuint (totals->n_deals, ==, 7);
  g_assert_cmpuint (totals->n_without_amount, ==, 2);
  g_assert_cmpuint (totals->sums->len, ==, 2);
  g_assert_cmpstr (dollars->currency, ==, "USD");
  g_assert_cmpint (dollars->hundredths, ==, G_GINT64_CONSTANT (57600000000000));
  g_assert_cmpuint (dollars->n_deals, ==, 3);
  g_assert_cmpstr (euros->currency, ==, "EUR");
  g_assert_cmpint (euros->hundredths, ==, G_GINT64_CONSTANT (500000000000));
  g_assert_cmpint (totals->kilowatts, ==, 11600000);
}

static void
tell_in_short (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autofree char *all = outlay_totals_dup_text (outlay_view_state_get_totals (state), 3);
  g_autofree char *one = outlay_totals_dup_text (outlay_view_state_get_totals (state), 1);
  g_autofree char *some = NULL;

  g_assert_cmpstr (all, ==, "7 deals · $576" NNBSP "bn · €5" NNBSP "bn · 11.6 GW");
  g_assert_cmpstr (one, ==, "7 deals · $576" NNBSP "bn · 1 more currency · 11.6 GW");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "D", OUTLAY_CHOICE_INCLUDE);
  some = outlay_totals_dup_text (outlay_view_state_get_totals (state), 3);
  g_assert_cmpstr (some, ==, "1 of 7 deals · €2" NNBSP "bn");
}

static void
tell_of_nothing (void)
{
  g_autoptr (OutlayViewState) state = records_show (NULL, 0);
  g_autofree char *text = outlay_totals_dup_text (outlay_view_state_get_totals (state), 3);

  g_assert_cmpstr (text, ==, "No deals yet");
}

static void
stay_at_the_greatest (void)
{
  static const Record huge[] = {
    {.investor = "A", .amount = "USD exact 90000000"},
    {.investor = "B", .amount = "USD exact 90000000"},
  };
  g_autoptr (OutlayViewState) state = records_show (huge, G_N_ELEMENTS (huge));
  const OutlayTotals *totals = outlay_view_state_get_totals (state);

  g_assert_cmpint (g_array_index (totals->sums, OutlaySum, 0).hundredths, ==, G_MAXINT64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/totals/currencies are never added up", add_currencies_apart);
  g_test_add_func ("/totals/the header tells them in short", tell_in_short);
  g_test_add_func ("/totals/an empty ledger says so", tell_of_nothing);
  g_test_add_func ("/totals/a sum beyond all bounds stays at the greatest", stay_at_the_greatest);
  return g_test_run ();
}
