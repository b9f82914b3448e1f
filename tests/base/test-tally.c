/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "base/sums/outlay-tally.h"

/* A deal of a row: of no amount or capacity where that is 0; @whole is the row's, from 1 on. */
typedef struct
{
  const char *currency;
  gint64 units;
  gint64 kilowatts;
  gint64 whole;
  gboolean cancelled;
} Row;

static void
count (OutlayTally *tally, GPtrArray *deals, const Row *rows, guint n_rows, const char *currency)
{
  outlay_tally_init (tally);
  for (guint i = 0; i < n_rows; i++)
    {
      OutlayDealRecord *deal = outlay_deal_record_new ();

      deal->id = i + 1;
      deal->whole = rows[i].whole;
      deal->fields.capacity.kilowatts = rows[i].kilowatts;
      deal->fields.announced = outlay_date_day (2024, 3, 4);
      if (rows[i].cancelled)
        deal->fields.status = OUTLAY_STATUS_CANCELLED;
      if (rows[i].units != 0)
        {
          deal->fields.amount.high = rows[i].units * OUTLAY_MONEY_UNIT;
          g_strlcpy (deal->fields.amount.currency, rows[i].currency, 4);
        }
      g_ptr_array_add (deals, deal);
      outlay_tally_add_record (tally, deal);
    }
  outlay_tally_finish (tally, currency);
}

typedef struct
{
  const char *name;
  Row rows[4];
  gint64 units;
  gint64 kilowatts;
  guint n_parts;
} Case;

static const Case cases[] = {
  {"a whole is counted once", {{"USD", 500, 90}, {"USD", 100, 20, 1}}, 500, 90, 1},
  {"parts of a whole without figures are counted",
   {{"USD", 0, 0}, {"USD", 100, 20, 1}, {"USD", 50, 0, 1}},
   150,
   20,
   0},
  {"a part adds the capacity that its whole doesn’t state",
   {{"USD", 500, 0}, {"USD", 100, 20, 1}},
   500,
   20,
   1},
  {"a part of a part is in the whole too",
   {{"USD", 500, 0}, {"USD", 0, 0, 1}, {"USD", 50, 0, 2}},
   500,
   0,
   1},
  {"a part is counted where its whole is not shown", {{"USD", 100, 20, 99}}, 100, 20, 0},
  {"a part is counted where its whole was called off",
   {{"USD", 500, 0, 0, TRUE}, {"USD", 100, 0, 1}},
   100,
   0,
   0},
  {"a circle of parts ends", {{"USD", 500, 0, 2}, {"USD", 100, 0, 1}}, 0, 0, 2},
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayTally) tally = {NULL};
  guint n_rows = 0;

  while (n_rows < G_N_ELEMENTS (test->rows) && test->rows[n_rows].currency != NULL)
    n_rows++;
  count (&tally, deals, test->rows, n_rows, NULL);
  gint64 sum = tally.sums->len > 0 ? g_array_index (tally.sums, OutlaySum, 0).hundredths : 0;
  g_assert_cmpint (sum, ==, test->units * OUTLAY_MONEY_UNIT);
  g_assert_cmpint (tally.kilowatts, ==, test->kilowatts);
  g_assert_cmpuint (tally.n_parts, ==, test->n_parts);
}

static void
test_one_currency (void)
{
  const Row rows[] = {{"USD", 500}, {"SAR", 375}, {"XTS", 9}};
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayTally) tally = {NULL};

  count (&tally, deals, rows, G_N_ELEMENTS (rows), "USD");
  g_assert_cmpint (tally.converted, ==, 600 * OUTLAY_MONEY_UNIT);
  g_assert_cmpuint (tally.n_converted, ==, 2);
  g_assert_cmpuint (tally.n_without_rate, ==, 1);
  g_assert_false (tally.exact);
  g_assert_true (outlay_date_equal (tally.first_rate, outlay_date_year (2024)));
}

static void
test_exact (void)
{
  const Row rows[] = {{"USD", 500}, {"USD", 375}};
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_auto (OutlayTally) tally = {NULL};

  count (&tally, deals, rows, G_N_ELEMENTS (rows), "USD");
  g_assert_true (tally.exact);
  g_assert_cmpint (tally.converted, ==, 875 * OUTLAY_MONEY_UNIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tally/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/tally/sums of all currencies are one, without what no rate is known of",
                   test_one_currency);
  g_test_add_func ("/tally/a sum of one currency is exact", test_exact);
  return g_test_run ();
}
