/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "base/json/outlay-json.h"
#include "claims.h"

static OutlayDealRecord *
reconcile (const char *const *claims)
{
  static const char *const days[] = {"2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"};
  static const char *const sources[] = {"one", "two", "three", "four"};
  OutlayDealRecord *deal = outlay_deal_record_new ();

  for (guint i = 0; claims[i] != NULL; i++)
    claims_add (deal, claims[i], sources[i], days[i]);
  outlay_link_reconcile (deal);
  return deal;
}

#define BUILD(rest) CLAIM ("build", "announced", INVESTOR ("Tern"), rest)

static void
assert_amount (const OutlayDealRecord *deal, gint64 millions, int chosen, gboolean conflict)
{
  g_assert_cmpint (outlay_money_get_figure (&deal->fields.amount), ==,
                   millions * 1000000 * OUTLAY_MONEY_UNIT);
  g_assert_cmpint (deal->chosen[OUTLAY_FIELD_AMOUNT], ==, chosen);
  g_assert_cmpint ((deal->conflicts & (1u << OUTLAY_FIELD_AMOUNT)) != 0, ==, conflict);
  g_assert_cmpint (deal->review, ==, conflict);
}

static void
test_agreement (void)
{
  const char *claims[] = {BUILD (EXACTLY ("EUR", "50000000")), BUILD (EXACTLY ("EUR", "50000000")),
                          BUILD (EXACTLY ("EUR", "40000000")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  assert_amount (deal, 50, 1, TRUE);
}

static void
test_same_source_counts_once (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

  claims_add (deal, BUILD (EXACTLY ("EUR", "50000000")), "one", "2026-01-01");
  claims_add (deal, BUILD (EXACTLY ("EUR", "50000000")), "one", "2026-01-02");
  claims_add (deal, BUILD (EXACTLY ("EUR", "40000000")), "two", "2026-01-03");
  outlay_link_reconcile (deal);
  assert_amount (deal, 40, 2, TRUE);
}

static void
test_exactness (void)
{
  const char *claims[] = {BUILD (EXACTLY ("EUR", "300000000")),
                          BUILD (AMOUNT ("EUR", "200000000", "null", "vague")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  assert_amount (deal, 300, 0, FALSE);
}

static void
test_hedge_is_a_shade (void)
{
  const char *claims[] = {BUILD (AMOUNT ("EUR", "null", "50000000", "up_to")),
                          BUILD (EXACTLY ("EUR", "50000000")), NULL};
  const char *two_hedged[]
    = {BUILD (AMOUNT ("EUR", "null", "50000000", "up_to")), BUILD (EXACTLY ("EUR", "50000000")),
       BUILD (AMOUNT ("EUR", "null", "50000000", "up_to")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);
  g_autoptr (OutlayDealRecord) hedged = reconcile (two_hedged);

  assert_amount (deal, 50, 1, FALSE);
  assert_amount (hedged, 50, 2, FALSE);
}

static void
test_latest (void)
{
  const char *claims[]
    = {BUILD (EXACTLY ("EUR", "40000000")), BUILD (EXACTLY ("EUR", "50000000")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  assert_amount (deal, 50, 1, TRUE);
}

static void
test_currencies_do_not_disagree (void)
{
  const char *claims[]
    = {BUILD (EXACTLY ("USD", "60000000") ALTERNATIVE ("EUR", "55000000")),
       BUILD (EXACTLY ("EUR", "55000000")), BUILD (EXACTLY ("BRL", "330000000")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_cmpuint (deal->conflicts, ==, 0);
  g_assert_cmpstr (deal->fields.amount.currency, !=, "BRL");
}

static void
test_conversions (void)
{
  const char *claims[] = {BUILD (EXACTLY ("USD", "60000000") ALTERNATIVE ("EUR", "55000000")),
                          BUILD (EXACTLY ("USD", "60000000")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  assert_amount (deal, 60, 1, FALSE);
  g_assert_cmpuint (deal->fields.amount_alt->len, ==, 1);
  g_assert_cmpint (deal->chosen[OUTLAY_FIELD_AMOUNT_ALT], ==, 0);
}

static void
test_dates (void)
{
  const char *claims[] = {BUILD (DATE ("start", "2026") DATE ("end", "2028")),
                          BUILD (DATE ("start", "2026-H2") DATE ("end", "2030")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_true (outlay_date_equal (deal->fields.start, outlay_date_half (2026, 2)));
  g_assert_true (outlay_date_equal (deal->fields.end, outlay_date_year (2030)));
  g_assert_cmpuint (deal->conflicts, ==, 1u << OUTLAY_FIELD_END);
}

static void
test_announcement (void)
{
  const char *claims[]
    = {BUILD (DATE ("announced", "2026-01-01")), BUILD (DATE ("announced", "2026-01-03")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_true (outlay_date_equal (deal->fields.announced, outlay_date_day (2026, 1, 1)));
  g_assert_cmpuint (deal->conflicts, ==, 0);
}

static void
test_status (void)
{
  const char *claims[] = {CLAIM ("build", "announced", INVESTOR ("Tern"), ""),
                          CLAIM ("build", "announced", INVESTOR ("Tern"), ""),
                          CLAIM ("build", "cancelled", INVESTOR ("Tern"), ""), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_cmpint (deal->fields.status, ==, OUTLAY_STATUS_CANCELLED);
  g_assert_cmpint (deal->chosen[OUTLAY_FIELD_STATUS], ==, 2);
  g_assert_cmpuint (deal->conflicts, ==, 0);
}

typedef struct
{
  const char *name;
  const char *figures[4];
  const char *days[4];
  gint64 millions;
  gboolean grown;
  gboolean conflict;
} Growth;

static const Growth growths[] = {
  {"a figure that grows over months is a history",
   {"118000000", "118000000", "125000000"},
   {"2025-07-30", "2025-08-02", "2025-10-30"},
   125,
   TRUE,
   FALSE},
  {"it grows twice",
   {"100000000", "118000000", "125000000"},
   {"2025-04-30", "2025-07-30", "2025-10-30"},
   125,
   TRUE,
   FALSE},
  {"the smaller figure after the larger is a conflict",
   {"125000000", "118000000"},
   {"2025-07-30", "2025-10-30"},
   118,
   FALSE,
   TRUE},
  {"a larger figure within days is a conflict",
   {"118000000", "125000000"},
   {"2025-07-30", "2025-08-02"},
   125,
   FALSE,
   TRUE},
  {"a history whose last articles disagree is a conflict",
   {"100000000", "140000000", "160000000"},
   {"2025-04-30", "2025-07-30", "2025-07-31"},
   160,
   TRUE,
   TRUE},
};

static void
test_growth (gconstpointer data)
{
  const Growth *growth = data;
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  const guint bit = 1u << OUTLAY_FIELD_AMOUNT;

  for (guint i = 0; growth->figures[i] != NULL; i++)
    {
      g_autofree char *source = g_strdup_printf ("source %u", i);
      g_autofree char *json = g_strdup_printf (
        "{'kind':'budget','status':'announced','parties':[{'role':'investor','name':'Tern'}],"
        "'amount':{'currency':'EUR','low':null,'high':%s,'qualifier':'exact'}}",
        growth->figures[i]);

      claims_add (deal, json, source, growth->days[i]);
    }
  outlay_link_reconcile (deal);
  g_assert_cmpint (outlay_money_get_figure (&deal->fields.amount), ==,
                   growth->millions * 1000000 * OUTLAY_MONEY_UNIT);
  g_assert_cmpint ((deal->grown & bit) != 0, ==, growth->grown);
  g_assert_cmpint ((deal->conflicts & bit) != 0, ==, growth->conflict);
}

typedef struct
{
  const char *name;
  const char *statuses[4];
  const char *days[4];
  OutlayStatus expected;
} Course;

static const Course courses[] = {
  {"rumoured, signed, cancelled",
   {"rumoured", "agreed", "cancelled"},
   {"2025-05-02", "2025-07-03", "2025-12-04"},
   OUTLAY_STATUS_CANCELLED},
  {"a later article that repeats the announcement doesn’t set it back",
   {"agreed", "announced"},
   {"2025-07-03", "2025-09-01"},
   OUTLAY_STATUS_AGREED},
  {"what was called off may go on again",
   {"agreed", "cancelled", "under_way"},
   {"2025-07-03", "2025-09-01", "2026-02-01"},
   OUTLAY_STATUS_UNDER_WAY},
};

static void
test_course (gconstpointer data)
{
  const Course *course = data;
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

  for (guint i = 0; course->statuses[i] != NULL; i++)
    {
      g_autofree char *json
        = g_strdup_printf ("{'kind':'build','status':'%s','parties':[{'role':'investor',"
                           "'name':'Tern'}]}",
                           course->statuses[i]);

      claims_add (deal, json, NULL, course->days[i]);
    }
  outlay_link_reconcile (deal);
  g_assert_cmpint (deal->fields.status, ==, course->expected);
  g_assert_cmpuint (deal->conflicts, ==, 0);
}

static void
test_parties (void)
{
  const char *claims[]
    = {CLAIM ("venture", "announced", PARTNER ("Corvid") "," INVESTOR ("Tern"), ""),
       CLAIM ("venture", "announced",
              INVESTOR ("TERN") "," RECIPIENT ("Corvid") "," PARTNER ("Polder"), ""),
       CLAIM ("venture", "announced", INVESTOR ("Tern") "," RECIPIENT ("Corvid"), ""), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);
  g_autoptr (JsonObject) object = outlay_json_from_fields (&deal->fields);
  g_autofree char *json = outlay_json_print (object);

  g_assert_cmpuint (deal->fields.parties->len, ==, 3);
  g_assert_nonnull (strstr (json, "[{\"role\":\"investor\",\"name\":\"Tern\"},"
                                  "{\"role\":\"recipient\",\"name\":\"Corvid\"},"
                                  "{\"role\":\"partner\",\"name\":\"Polder\"}]"));
  g_assert_cmpint (deal->chosen[OUTLAY_FIELD_PARTIES], ==, 1);
}

static void
test_party_of_one_article (void)
{
  const char *claims[] = {CLAIM ("build", "announced", INVESTOR ("Tern"), ""),
                          CLAIM ("build", "announced", INVESTOR ("Tern") "," PARTNER ("Polder"),
                                 ", \"confidence\": {\"parties\": 0.6}"),
                          CLAIM ("build", "announced", INVESTOR ("Tern") "," PARTNER ("Corvid"),
                                 ", \"confidence\": {\"parties\": 0.9}"),
                          NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_cmpuint (deal->fields.parties->len, ==, 2);
  g_assert_cmpstr (outlay_fields_get_party (&deal->fields, 1)->name, ==, "Corvid");
  g_assert_cmpint (deal->chosen[OUTLAY_FIELD_PARTIES], ==, 2);
}

static void
test_places (void)
{
  const char *claims[] = {BUILD (PLACES ("\"NO\"")), BUILD (PLACES ("\"NO\", \"SE\"")), BUILD (""),
                          BUILD (PLACES ("\"DK\"")), NULL};
  g_autoptr (OutlayDealRecord) deal = reconcile (claims);

  g_assert_cmpuint (deal->fields.places->len, ==, 3);
  g_assert_cmpuint (deal->conflicts, ==, 1u << OUTLAY_FIELD_PLACES);
}

static void
test_unsure (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  const char *unsure = BUILD (EXACTLY ("EUR", "40000000") ", \"confidence\": {\"amount\": 0.3}");

  claims_add (deal, unsure, "one", "2026-01-01");
  outlay_link_reconcile (deal);
  g_assert_true (deal->review);
  claims_add (deal, BUILD (EXACTLY ("EUR", "50000000")), "two", "2025-01-01");
  outlay_link_reconcile (deal);
  assert_amount (deal, 50, 1, FALSE);
}

static void
test_period (void)
{
  g_autoptr (OutlayDealRecord) backward = outlay_deal_record_new ();
  g_autoptr (OutlayDealRecord) forward = outlay_deal_record_new ();

  claims_add (backward,
              "{'kind':'supply','status':'agreed','parties':[{'role':'investor','name':'A'}],"
              "'start':'2027','end':'2026'}",
              "Blatt", "2025-11-03");
  claims_add (forward,
              "{'kind':'supply','status':'agreed','parties':[{'role':'investor','name':'A'}],"
              "'start':'2026-H2','end':'2026'}",
              "Blatt", "2025-11-03");
  outlay_link_reconcile (backward);
  outlay_link_reconcile (forward);
  g_assert_true (outlay_date_equal (backward->fields.start, outlay_date_year (2027)));
  g_assert_false (outlay_date_is_set (backward->fields.end));
  g_assert_true (backward->review);
  g_assert_true (outlay_date_equal (forward->fields.end, outlay_date_year (2026)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reconcile/what most sources say stands", test_agreement);
  g_test_add_func ("/reconcile/articles of one source count once", test_same_source_counts_once);
  g_test_add_func ("/reconcile/the exact figure stands before the vague one", test_exactness);
  g_test_add_func ("/reconcile/a hedge is a shade and no conflict", test_hedge_is_a_shade);
  g_test_add_func ("/reconcile/of two figures the later stands and they conflict", test_latest);
  g_test_add_func ("/reconcile/amounts in other currencies don't conflict",
                   test_currencies_do_not_disagree);
  g_test_add_func ("/reconcile/conversions come from a claim that agrees", test_conversions);
  g_test_add_func ("/reconcile/the exact date stands, the later of two that differ", test_dates);
  g_test_add_func ("/reconcile/the first announcement stands", test_announcement);
  g_test_add_func ("/reconcile/the latest status stands", test_status);
  for (guint i = 0; i < G_N_ELEMENTS (growths); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reconcile/%s", growths[i].name);

      g_test_add_data_func (path, &growths[i], test_growth);
    }
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reconcile/status: %s", courses[i].name);

      g_test_add_data_func (path, &courses[i], test_course);
    }
  g_test_add_func ("/reconcile/parties are united, each once", test_parties);
  g_test_add_func ("/reconcile/of several articles one alone must be sure of a party",
                   test_party_of_one_article);
  g_test_add_func ("/reconcile/places are united", test_places);
  g_test_add_func ("/reconcile/a deal that ends before it starts is left to review", test_period);
  g_test_add_func ("/reconcile/an unsure value counts only where none is sure", test_unsure);
  return g_test_run ();
}
