/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "records.h"

#define FEW  1000
#define MANY 10000

static const Record deals[] = {
  {.investor = "A", .date = "2026-03", .amount = "USD exact 1", .sources = "paper/en"},
  {.investor = "B", .date = "2026-02", .amount = "USD exact 3", .sources = "paper/en"},
  {.investor = "C", .date = "2026-01", .amount = "USD exact 2", .sources = "daily/de"},
};

/* CPU milliseconds that one change of the filters takes. */
static double
time_filtering (guint n_deals)
{
  g_autofree Record *many = g_new0 (Record, n_deals);
  g_autoptr (OutlayViewState) state = NULL;

  for (guint i = 0; i < n_deals; i++)
    many[i] = deals[i % G_N_ELEMENTS (deals)];
  state = records_show (many, n_deals);
  clock_t start = clock ();
  for (guint i = 0; i < 10; i++)
    {
      outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "B",
                                i % 2 == 0 ? OUTLAY_CHOICE_INCLUDE : OUTLAY_CHOICE_NONE);
      outlay_view_state_set_search_text (state, i % 2 == 0 ? "tin so" : "");
    }
  return (double)(clock () - start) * 1000 / CLOCKS_PER_SEC / 20;
}

static void
bench_linear (void)
{
  time_filtering (FEW);
  double few = time_filtering (FEW);
  double many = time_filtering (MANY);

  g_test_message ("%u deals are filtered in %.2f ms, %u in %.2f ms", FEW, few, MANY, many);
  g_assert_cmpfloat (many, <, few * 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/ten times the deals take about ten times as long", bench_linear);
  return g_test_run ();
}
