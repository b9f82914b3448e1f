/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>

#include "base/format/outlay-format.h"
#include "base/outlay-rates.h"

#define NNBSP "\u202f"

/* Rates of no real time, so that no table that grows can change what is expected. */
static const char rates[] = "[1902]\nEUR = 0.5\nJPY = 200\n[1903]\nEUR = 0.4\n";
static const char own_rates[] = "[1903-11]\nEUR = 0.25\n[1903]\nGBP = 2\n[wrong]\nEUR = 7\n";

static gboolean
convert (const char *from, gint64 hundredths, const char *to, const char *day, gint64 *converted)
{
  OutlayDate date = OUTLAY_DATE_INIT;

  outlay_date_from_string (day, &date);
  return outlay_rates_convert (from, hundredths, to, date, converted, NULL);
}

static void
assert_converted (const char *from, const char *to, const char *day, gint64 expected)
{
  gint64 converted = -1;

  g_assert_true (convert (from, 1000, to, day, &converted));
  g_assert_cmpint (converted, ==, expected);
}

static void
test_year (void)
{
  assert_converted ("USD", "EUR", "1902-05-01", 500);
  assert_converted ("EUR", "USD", "1902-05-01", 2000);
  assert_converted ("EUR", "JPY", "1902", 400000);
  assert_converted ("USD", "EUR", "1903-10-31", 400);
}

static void
test_month (void)
{
  assert_converted ("USD", "EUR", "1903-11-24", 250);
  assert_converted ("USD", "EUR", "1903-11", 250);
  assert_converted ("USD", "EUR", "1903-12-01", 400);
}

static void
test_nearest_before (void)
{
  gint64 converted;

  assert_converted ("USD", "JPY", "1903-06-01", 200000);
  g_assert_false (convert ("USD", 1000, "JPY", "1906-06-01", &converted));
  g_assert_false (convert ("USD", 1000, "EUR", "1901-12-31", &converted));
}

static void
test_no_rate (void)
{
  gint64 converted = 17;

  g_assert_false (convert ("XTS", 1000, "USD", "1902", &converted));
  g_assert_false (convert ("USD", 1000, "XTS", "1902", &converted));
  g_assert_false (convert ("USD", OUTLAY_MONEY_UNSET, "EUR", "1902", &converted));
  g_assert_cmpint (converted, ==, 17);
  g_assert_false (outlay_rates_knows ("XTS"));
}

static void
test_same_currency (void)
{
  OutlayDate period = outlay_date_year (1);
  gint64 converted;

  g_assert_true (
    outlay_rates_convert ("XTS", 1000, "XTS", (OutlayDate)OUTLAY_DATE_INIT, &converted, &period));
  g_assert_cmpint (converted, ==, 1000);
  g_assert_false (outlay_date_is_set (period));
}

static void
test_period (void)
{
  OutlayDate period;
  gint64 converted;

  g_assert_true (
    outlay_rates_convert ("EUR", 1000, "JPY", outlay_date_day (1903, 11, 24), &converted, &period));
  g_assert_true (outlay_date_equal (period, outlay_date_year (1902)));
}

static void
test_large (void)
{
  gint64 converted;

  g_assert_true (convert ("JPY", G_MAXINT64 / 4, "USD", "1902", &converted));
  g_assert_cmpint (converted, ==, (G_MAXINT64 / 4 + 100) / 200);
  g_assert_true (convert ("USD", G_MAXINT64 / 4, "JPY", "1902", &converted));
  g_assert_cmpint (converted, ==, G_MAXINT64);
}

static void
test_own (void)
{
  g_autoptr (GArray) list = outlay_rates_list ();
  guint n_own = 0;

  for (guint i = 0; i < list->len; i++)
    n_own += g_array_index (list, OutlayRate, i).own;
  g_assert_cmpuint (n_own, ==, 2);
  assert_converted ("USD", "GBP", "1903-02-01", 2000);
}

static OutlayDealRecord *
make_deal (const char *currency, const char *announced)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();

  deal->fields.amount = (OutlayMoney){"", OUTLAY_MONEY_UNSET, G_GINT64_CONSTANT (100000000000),
                                      OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
  g_strlcpy (deal->fields.amount.currency, currency, sizeof deal->fields.amount.currency);
  outlay_date_from_string (announced, &deal->fields.announced);
  return deal;
}

static void
assert_words (const char *currency, const char *announced, const char *to, const char *expected)
{
  g_autoptr (OutlayDealRecord) deal = make_deal (currency, announced);
  g_autofree char *words = outlay_format_converted_total (deal, to);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  assert_words ("USD", "1903-11-24", "EUR", "≈ €250" NNBSP "m at the rate of 1903-11");
  assert_words ("USD", "1903-05-01", "EUR", "≈ €400" NNBSP "m at the rate of 1903");
  assert_words ("USD", "1901-05-01", "EUR", "no rate from USD to EUR is known");
  assert_words ("USD", "1903-05-01", "USD", NULL);
}

/* The rates that ship: not far from those of the year before, but where a currency fell. */
static void
test_shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "rates.ini", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, "Federal Reserve"));
  g_assert_nonnull (strstr (content, "[2015]"));
  g_assert_nonnull (strstr (content, "[2025]"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("outlay-rates-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "rates.ini", NULL);
  g_autofree char *own_path = g_build_filename (folder, "own-rates.ini", NULL);

  g_test_init (&argc, &argv, NULL);
  g_assert_no_error (error);
  g_file_set_contents (path, rates, -1, NULL);
  g_file_set_contents (own_path, own_rates, -1, NULL);
  g_setenv ("OUTLAY_DATA_DIR", folder, TRUE);
  g_test_add_func ("/rates/an amount is converted at the rate of its year", test_year);
  g_test_add_func ("/rates/the rate of its month comes before that of its year", test_month);
  g_test_add_func ("/rates/else the nearest before it stands, two years at most",
                   test_nearest_before);
  g_test_add_func ("/rates/no rate, no sum", test_no_rate);
  g_test_add_func ("/rates/a currency needs no rate to itself", test_same_currency);
  g_test_add_func ("/rates/of two rates the older one’s time is told", test_period);
  g_test_add_func ("/rates/sums beyond all bounds stay exact or at the greatest", test_large);
  g_test_add_func ("/rates/the user’s own rates come first", test_own);
  g_test_add_func ("/rates/a conversion says at which rate, or that there is none", test_words);
  g_test_add_func ("/rates/those that ship say where they are from", test_shipped);
  int result = g_test_run ();
  g_unlink (path);
  g_unlink (own_path);
  g_rmdir (folder);
  return result;
}
