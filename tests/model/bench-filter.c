/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "model/index/outlay-sifting.h"
#include "records.h"

#define FEW  1000
#define MANY 100000

static const Record deals[] = {
  {.investor = "A", .date = "2026-03", .amount = "USD exact 1", .sources = "paper/en"},
  {.investor = "B", .date = "2026-02", .amount = "USD exact 3", .sources = "paper/en"},
  {.investor = "C", .date = "2026-01", .amount = "USD exact 2", .sources = "daily/de"},
};

/* CPU milliseconds that it takes to find out what one click on a facet's value comes to. */
static double
time_click (guint n_deals)
{
  g_autoptr (OutlayDealIndex) index = outlay_deal_index_new (FALSE);
  g_auto (OutlayFilter) filter;
  OutlayOrder order = {OUTLAY_SORT_NEWEST, FALSE};

  for (guint i = 0; i < n_deals; i++)
    {
      g_autoptr (OutlayDealRecord) record = record_make (&deals[i % G_N_ELEMENTS (deals)], i + 1);

      outlay_deal_index_add (index, record);
    }
  outlay_deal_index_finish (index);
  outlay_filter_init (&filter);
  g_autoptr (OutlaySifting) first = outlay_sifting_new (NULL, index, &filter, order, "");
  outlay_sifting_run (first);
  outlay_filter_choose (&filter, OUTLAY_FACET_PARTY, "B", OUTLAY_CHOICE_INCLUDE);
  clock_t start = clock ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (OutlaySifting) sifting = outlay_sifting_new (first, index, &filter, order, "");

      outlay_sifting_run (sifting);
    }
  return (double)(clock () - start) * 1000 / CLOCKS_PER_SEC / 20;
}

static void
bench_linear (void)
{
  time_click (FEW);
  double few = time_click (FEW);
  double many = time_click (MANY);

  g_test_message ("a click among %u deals takes %.2f ms, among %u %.2f ms", FEW, few, MANY, many);
  g_assert_cmpfloat (many, <, few * 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/a hundred times the deals take about a hundred times as long",
                   bench_linear);
  return g_test_run ();
}
