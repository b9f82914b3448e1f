/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "records.h"

#define FEW  1000
#define MANY 100000

static const Record deals[] = {
  {.investor = "A", .date = "2026-03", .amount = "USD exact 1", .sources = "paper/en"},
  {.investor = "B", .date = "2026-02", .amount = "USD exact 3", .sources = "paper/en"},
  {.investor = "C", .date = "2026-01", .amount = "USD exact 2", .sources = "daily/de"},
};

/* CPU milliseconds that one click on a facet's value takes. */
static double
time_click (guint n_deals)
{
  g_autofree Record *many = g_new0 (Record, n_deals);
  g_autoptr (OutlayViewState) state = NULL;

  for (guint i = 0; i < n_deals; i++)
    many[i] = deals[i % G_N_ELEMENTS (deals)];
  state = records_show (many, n_deals);
  clock_t start = clock ();
  for (guint i = 0; i < 20; i++)
    outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "B",
                              i % 2 == 0 ? OUTLAY_CHOICE_INCLUDE : OUTLAY_CHOICE_NONE);
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
