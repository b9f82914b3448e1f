/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outlay-deal-record.h"

#define MILLION (G_GINT64_CONSTANT (1000000) * OUTLAY_MONEY_UNIT)
#define UNSET   OUTLAY_MONEY_UNSET

static void
test_figure (void)
{
  static const struct
  {
    OutlayQualifier qualifier;
    gint64 low, high, figure;
  } cases[] = {
    {OUTLAY_QUALIFIER_EXACT, UNSET, 5, 5},
    {OUTLAY_QUALIFIER_ABOUT, UNSET, 5, 5},
    {OUTLAY_QUALIFIER_UP_TO, UNSET, 5, 5},
    {OUTLAY_QUALIFIER_AT_LEAST, 3, UNSET, 3},
    {OUTLAY_QUALIFIER_RANGE, 3, 5, 5},
    {OUTLAY_QUALIFIER_VAGUE, 3, UNSET, 3},
    {OUTLAY_QUALIFIER_VAGUE, 3, 9, 3},
    {OUTLAY_QUALIFIER_VAGUE, UNSET, 9, 9},
    {OUTLAY_QUALIFIER_VAGUE, UNSET, UNSET, UNSET},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayMoney money = {"USD", cases[i].low, cases[i].high, cases[i].qualifier, OUTLAY_PER_DEAL};

      g_assert_cmpint (outlay_money_get_figure (&money), ==, cases[i].figure);
      money.currency[0] = '\0';
      g_assert_cmpint (outlay_money_get_figure (&money), ==, UNSET);
    }
}

static void
test_valid (void)
{
  static const struct
  {
    const char *currency;
    gint64 low, high;
    gboolean valid;
  } cases[] = {
    {"USD", UNSET, 0, TRUE},   {"VND", 5, OUTLAY_MONEY_MOST, TRUE},
    {"USD", 5, 5, TRUE},       {"USD", UNSET, UNSET, TRUE},
    {"", -1, -1, TRUE},        {"USD", UNSET, -1, FALSE},
    {"USD", -1, UNSET, FALSE}, {"USD", UNSET, OUTLAY_MONEY_MOST + 1, FALSE},
    {"USD", 6, 5, FALSE},      {"usd", UNSET, 5, FALSE},
    {"US", UNSET, 5, FALSE},   {"U$D", UNSET, 5, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayMoney money
        = {"", cases[i].low, cases[i].high, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};

      g_strlcpy (money.currency, cases[i].currency, sizeof money.currency);
      g_assert_cmpint (outlay_money_is_valid (&money), ==, cases[i].valid);
    }
}

static OutlayDealRecord *
make_deal (OutlayPer per, gint64 figure)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();

  deal->fields.amount = (OutlayMoney){"USD", UNSET, figure, OUTLAY_QUALIFIER_UP_TO, per};
  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, "Ministry");
  for (guint i = 0; i < 4; i++)
    outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_RECIPIENT, "Lab");
  return deal;
}

static void
test_total (void)
{
  g_autoptr (OutlayDealRecord) whole = make_deal (OUTLAY_PER_DEAL, 200 * MILLION);
  g_autoptr (OutlayDealRecord) each = make_deal (OUTLAY_PER_EACH, 200 * MILLION);
  g_autoptr (OutlayDealRecord) year = make_deal (OUTLAY_PER_YEAR, 200 * MILLION);
  g_autoptr (OutlayDealRecord) huge = make_deal (OUTLAY_PER_EACH, G_MAXINT64 / 2);

  g_assert_cmpint (outlay_deal_record_get_total (whole), ==, 200 * MILLION);
  g_assert_cmpint (outlay_deal_record_get_total (each), ==, 800 * MILLION);
  g_assert_cmpint (outlay_deal_record_get_total (year), ==, 200 * MILLION);
  g_assert_cmpint (outlay_deal_record_get_total (huge), ==, G_MAXINT64 / 2);
  g_assert_true (outlay_deal_record_counts (whole));
  whole->fields.status = OUTLAY_STATUS_CANCELLED;
  g_assert_false (outlay_deal_record_counts (whole));
}

static void
add_claim (OutlayDealRecord *deal, gint64 article_id, const char *source, const char *lang)
{
  OutlayArticle *article = outlay_article_new ();

  article->source = g_strdup (source);
  g_free (article->lang);
  article->lang = g_strdup (lang);
  g_ptr_array_add (deal->claims,
                   outlay_deal_claim_new (article_id, article_id, outlay_claim_new (), article));
}

static void
test_sources (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

  add_claim (deal, 1, "Blatt", "de");
  add_claim (deal, 2, "Blatt", "de");
  add_claim (deal, 3, NULL, "vi");
  add_claim (deal, 4, NULL, "");
  g_autoptr (GPtrArray) languages = outlay_deal_record_get_languages (deal);
  g_assert_cmpuint (outlay_deal_record_count_sources (deal), ==, 3);
  g_assert_cmpuint (languages->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (languages, 0), ==, "de");
  g_assert_cmpstr (g_ptr_array_index (languages, 1), ==, "vi");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/the hedge says which bound totals count", test_figure);
  g_test_add_func ("/money/a currency is a code, and no figure is below nothing or beyond all",
                   test_valid);
  g_test_add_func ("/deal/what each recipient gets is multiplied, what a year costs is not",
                   test_total);
  g_test_add_func ("/deal/articles of one source are one voice, unknown sources one each",
                   test_sources);
  return g_test_run ();
}
