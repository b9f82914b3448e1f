/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "base/format/outlay-format.h"
#include "claims.h"

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  gboolean one_deal;
} Pair;

static const Pair pairs[] = {
  {"one investor, one figure",
   CLAIM ("build", "announced", INVESTOR ("Meridian"), EXACTLY ("USD", "6000000000")),
   CLAIM ("build", "under_way", INVESTOR ("Meridian"), EXACTLY ("USD", "6000000000")), TRUE},
  {"one investor, the figure hedged",
   CLAIM (
     "build", "announced", INVESTOR ("Meridian"), AMOUNT ("USD", "null", "6000000000", "up_to")),
   CLAIM ("venture", "announced", INVESTOR ("MERIDIAN"), EXACTLY ("USD", "6000000000")), TRUE},
  {"a conversion meets the figure",
   CLAIM ("build",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "6000000000") ALTERNATIVE ("EUR", "5500000000")),
   CLAIM ("build", "announced", INVESTOR ("Meridian"), EXACTLY ("EUR", "5500000000")), TRUE},
  {"both parties without a figure",
   CLAIM ("supply", "agreed", INVESTOR ("Corvid") "," RECIPIENT ("Meridian"), ""),
   CLAIM ("supply", "announced", INVESTOR ("Corvid") "," RECIPIENT ("Meridian"), CAPACITY ("50")),
   TRUE},
  {"both parties on one day with figures that differ a little",
   CLAIM ("financing",
          "rumoured",
          INVESTOR ("Banque") "," RECIPIENT ("Polder"),
          EXACTLY ("EUR", "600000000") DATE ("announced", "2026-03-15")),
   CLAIM ("financing",
          "agreed",
          INVESTOR ("Banque") "," RECIPIENT ("Polder"),
          EXACTLY ("EUR", "750000000") DATE ("announced", "2026-03-15")),
   TRUE},
  {"newer guidance for the same budget",
   CLAIM ("budget",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "65000000000") DATE ("start", "2025") DATE ("end", "2025")),
   CLAIM ("budget",
          "announced",
          INVESTOR ("Meridian"),
          AMOUNT ("USD", "70000000000", "72000000000", "range") DATE ("start", "2025")
            DATE ("end", "2025")),
   TRUE},
  {"several hundred million beside 400 to 500 million",
   CLAIM ("build",
          "rumoured",
          INVESTOR ("Tern"),
          AMOUNT ("EUR", "200000000", "null", "vague") PLACES ("\"DE\"")),
   CLAIM ("build",
          "rumoured",
          INVESTOR ("Tern"),
          AMOUNT ("EUR", "400000000", "500000000", "range") PLACES ("\"DE\"")),
   TRUE},
  {"accents and case of a name",
   CLAIM ("build", "announced", INVESTOR ("Énergie Réseau"), EXACTLY ("EUR", "100000000")),
   CLAIM ("build", "announced", INVESTOR ("energie reseau"), EXACTLY ("EUR", "100000000")), TRUE},
  {"two data centres in two countries",
   CLAIM ("build",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "1000000000") PLACES ("\"FR\"") DATE ("announced", "2026-03-01")),
   CLAIM ("build",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "1000000000") PLACES ("\"DE\"") DATE ("announced", "2026-03-01")),
   FALSE},
  {"budgets of two years with one figure",
   CLAIM ("budget",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "65000000000") DATE ("start", "2025") DATE ("end", "2025")),
   CLAIM ("budget",
          "announced",
          INVESTOR ("Meridian"),
          EXACTLY ("USD", "65000000000") DATE ("start", "2026") DATE ("end", "2026")),
   FALSE},
  {"two investors of one figure in one company",
   CLAIM ("equity",
          "announced",
          INVESTOR ("Alster") "," RECIPIENT ("Corvid"),
          EXACTLY ("USD", "5000000000")),
   CLAIM ("equity",
          "announced",
          INVESTOR ("Harbour") "," RECIPIENT ("Corvid"),
          EXACTLY ("USD", "5000000000")),
   FALSE},
  {"one investor of one figure with two partners",
   CLAIM ("venture",
          "announced",
          INVESTOR ("Meridian") "," INVESTOR ("Corvid"),
          EXACTLY ("USD", "6000000000")),
   CLAIM ("build",
          "announced",
          INVESTOR ("Meridian") "," INVESTOR ("Polder"),
          EXACTLY ("USD", "6000000000") PLACES ("\"NO\"")),
   FALSE},
  {"a tranche beside the whole",
   CLAIM ("financing",
          "agreed",
          INVESTOR ("Banque") "," RECIPIENT ("Polder"),
          EXACTLY ("EUR", "600000000") DATE ("announced", "2026-03-15")),
   CLAIM ("financing",
          "agreed",
          INVESTOR ("Banque") "," RECIPIENT ("Polder"),
          EXACTLY ("EUR", "150000000") DATE ("announced", "2026-03-15")),
   FALSE},
  {"one investor of one figure in two companies",
   CLAIM ("equity",
          "announced",
          INVESTOR ("Alster") "," RECIPIENT ("Corvid"),
          EXACTLY ("USD", "5000000000")),
   CLAIM ("equity",
          "announced",
          INVESTOR ("Alster") "," RECIPIENT ("Tern"),
          EXACTLY ("USD", "5000000000")),
   FALSE},
  {"one figure of two organisations",
   CLAIM ("build", "announced", INVESTOR ("Meridian"), EXACTLY ("USD", "6000000000")),
   CLAIM ("build", "announced", INVESTOR ("Nordic"), EXACTLY ("USD", "6000000000")), FALSE},
  {"two figures of one organisation",
   CLAIM (
     "build", "announced", INVESTOR ("Meridian"), EXACTLY ("USD", "6000000000") PLACES ("\"NO\"")),
   CLAIM (
     "build", "announced", INVESTOR ("Meridian"), EXACTLY ("USD", "20000000000") PLACES ("\"NO\"")),
   FALSE},
  {"a loan beside a grant",
   CLAIM (
     "grant", "agreed", INVESTOR ("Ministry") "," RECIPIENT ("Tern"), EXACTLY ("EUR", "100000000")),
   CLAIM ("financing",
          "agreed",
          INVESTOR ("Ministry") "," RECIPIENT ("Tern"),
          EXACTLY ("EUR", "300000000")),
   FALSE},
  {"roles turned round, with one figure",
   CLAIM (
     "build", "announced", INVESTOR ("Meridian"), EXACTLY ("USD", "6000000000") CAPACITY ("400")),
   CLAIM ("grant",
          "announced",
          INVESTOR ("Ministry") "," RECIPIENT ("Meridian"),
          EXACTLY ("USD", "6000000000") CAPACITY ("400")),
   TRUE},
  {"one party and nothing else",
   CLAIM ("build", "announced", INVESTOR ("Meridian"), PLACES ("\"NO\"")),
   CLAIM ("build", "announced", INVESTOR ("Meridian"), PLACES ("\"NO\"")), FALSE},
};

static gboolean
share_key (const OutlayClaim *a, const OutlayClaim *b)
{
  g_auto (GStrv) keys_a = outlay_link_get_keys (a);
  g_auto (GStrv) keys_b = outlay_link_get_keys (b);

  for (guint i = 0; keys_a[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *)keys_b, keys_a[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_linked (const char *json, OutlayDealRecord *deal)
{
  g_autoptr (OutlayClaim) claim = claims_read (json);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  g_ptr_array_add (claims, claim);
  if (share_key (claim, outlay_deal_record_get_claim (deal, 0)->claim))
    g_ptr_array_add (candidates, deal);
  g_autoptr (GPtrArray) choices = outlay_link_choose (claims, article, candidates);
  const OutlayLinkChoice *choice = g_ptr_array_index (choices, 0);
  g_assert_cmpint (choice->candidate >= 0, ==, choice->reason != NULL);
  return choice->candidate >= 0;
}

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;
  g_autoptr (OutlayDealRecord) deal_a = outlay_deal_record_new ();
  g_autoptr (OutlayDealRecord) deal_b = outlay_deal_record_new ();

  claims_add (deal_a, pair->a, NULL, NULL);
  claims_add (deal_b, pair->b, NULL, NULL);
  g_assert_cmpint (is_linked (pair->b, deal_a), ==, pair->one_deal);
  g_assert_cmpint (is_linked (pair->a, deal_b), ==, pair->one_deal);
}

static void
test_claims_of_one_article (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (OutlayArticle) article = outlay_article_new ();

  claims_add (deal, CLAIM ("build", "announced", INVESTOR ("Tern"), EXACTLY ("EUR", "500000000")),
              NULL, NULL);
  g_ptr_array_add (candidates, deal);
  g_ptr_array_add (claims, claims_read (CLAIM ("build", "announced", INVESTOR ("Tern"),
                                               AMOUNT ("EUR", "500000000", "null", "at_least"))));
  g_ptr_array_add (claims, claims_read (CLAIM ("build", "announced", INVESTOR ("Tern"),
                                               EXACTLY ("EUR", "500000000") PLACES ("\"DE\""))));
  g_ptr_array_add (claims, claims_read (CLAIM ("build", "announced", INVESTOR ("Tern"),
                                               EXACTLY ("EUR", "500000000"))));
  g_autoptr (GPtrArray) choices = outlay_link_choose (claims, article, candidates);
  guint n_linked = 0;
  for (guint i = 0; i < choices->len; i++)
    n_linked += ((OutlayLinkChoice *)g_ptr_array_index (choices, i))->candidate >= 0;
  g_assert_cmpuint (choices->len, ==, 3);
  g_assert_cmpuint (n_linked, ==, 1);
}

static void
test_reason (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  const char *json = CLAIM ("build", "announced", INVESTOR ("Tern"), EXACTLY ("EUR", "500000000"));

  article->published = outlay_date_day (2026, 3, 4);
  claims_add (deal, json, NULL, "2026-03-01");
  g_ptr_array_add (candidates, deal);
  g_ptr_array_add (claims, claims_read (json));
  g_autoptr (GPtrArray) choices = outlay_link_choose (claims, article, candidates);
  const OutlayLinkChoice *choice = g_ptr_array_index (choices, 0);
  g_assert_cmpstr (choice->reason, ==, "investor amount days=3");
  g_autofree char *words = outlay_format_link_reason (choice->reason);
  g_assert_cmpstr (words, ==, "same investor, same amount, published 3 days apart");
  g_assert_null (outlay_format_link_reason (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf (
        "/link/%s: %s", pairs[i].one_deal ? "one deal" : "two deals", pairs[i].name);

      g_test_add_data_func (path, &pairs[i], test_pair);
    }
  g_test_add_func ("/link/claims of one article never share a deal", test_claims_of_one_article);
  g_test_add_func ("/link/a link says why", test_reason);
  return g_test_run ();
}
