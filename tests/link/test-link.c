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

/* A claim of an article of its own, unless @article_id is that of another. */
static void
add_claim (GPtrArray *claims, const char *json, gint64 article_id, OutlayDate published)
{
  OutlayArticle *article = outlay_article_new ();

  article->published = published;
  g_ptr_array_add (
    claims, outlay_deal_claim_new (claims->len + 1, article_id, claims_read (json), article));
}

static GPtrArray *
make_claims (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_claim_free);
}

static GArray *
group (const GPtrArray *claims)
{
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (guint));

  return outlay_link_group (claims, settled, NULL);
}

static guint
get_group (const GArray *groups, guint index)
{
  return g_array_index (groups, guint, index);
}

static gboolean
are_kin (const GPtrArray *claims)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new ();
  g_autoptr (GArray) kin = outlay_link_find_kin (deals, claims);

  return kin->len > 0;
}

static gboolean
are_linked (const char *first, const char *second)
{
  g_autoptr (GPtrArray) claims = make_claims ();

  add_claim (claims, first, 1, outlay_date_day (2026, 3, 1));
  add_claim (claims, second, 2, outlay_date_day (2026, 3, 1));
  g_autoptr (GArray) groups = group (claims);
  gboolean linked = get_group (groups, 0) == get_group (groups, 1);
  g_assert_cmpint (linked, ==, ((OutlayDealClaim *)claims->pdata[1])->reason != NULL);
  g_assert_cmpint (linked, ==, are_kin (claims));
  return linked;
}

static void
test_pair (gconstpointer data)
{
  const Pair *pair = data;

  g_assert_cmpint (are_linked (pair->a, pair->b), ==, pair->one_deal);
  g_assert_cmpint (are_linked (pair->b, pair->a), ==, pair->one_deal);
}

#define TERN CLAIM ("build", "announced", INVESTOR ("Tern"), EXACTLY ("EUR", "500000000"))

static void
test_claims_of_one_article (void)
{
  g_autoptr (GPtrArray) claims = make_claims ();
  guint n_linked = 0;

  add_claim (claims,
             CLAIM ("build", "announced", INVESTOR ("Tern"),
                    AMOUNT ("EUR", "500000000", "null", "at_least")),
             2, outlay_date_day (2026, 3, 1));
  add_claim (
    claims,
    CLAIM ("build", "announced", INVESTOR ("Tern"), EXACTLY ("EUR", "500000000") PLACES ("\"DE\"")),
    2, outlay_date_day (2026, 3, 1));
  add_claim (claims, TERN, 2, outlay_date_day (2026, 3, 1));
  g_assert_false (are_kin (claims));
  add_claim (claims, TERN, 3, outlay_date_day (2026, 3, 1));
  g_assert_true (are_kin (claims));
  g_autoptr (GArray) groups = group (claims);
  for (guint i = 0; i < 3; i++)
    n_linked += get_group (groups, i) == get_group (groups, 3);
  g_assert_cmpuint (groups->len, ==, 4);
  g_assert_cmpuint (n_linked, ==, 1);
}

typedef struct
{
  guint n_others;
  guint n_agreeing;
  gboolean one_deal;
} Majority;

static const Majority majorities[] = {
  {0, 0, TRUE}, {1, 0, TRUE}, {2, 0, FALSE}, {4, 0, FALSE}, {4, 1, FALSE}, {4, 2, TRUE},
};

/* The last claim is alike to the first one; others in its deal tell another capacity, or the same
 * one. */
static void
test_majority (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (majorities); i++)
    {
      const Majority *majority = &majorities[i];
      guint n_deal = 1 + majority->n_others + majority->n_agreeing;
      g_autoptr (GPtrArray) claims = make_claims ();

      for (guint j = 0; j < n_deal; j++)
        add_claim (claims,
                   j == 0 ? CLAIM ("build", "announced", INVESTOR ("Tern") "," RECIPIENT ("Dray"),
                                   EXACTLY ("EUR", "500000000"))
                   : j <= majority->n_others
                     ? CLAIM ("build", "announced", INVESTOR ("Tern") "," RECIPIENT ("Dray"),
                              CAPACITY ("900"))
                     : CLAIM ("build", "announced", INVESTOR ("Tern") "," RECIPIENT ("Dray"),
                              CAPACITY ("100")),
                   1 + j, outlay_date_day (2026, 3, 1));
      add_claim (claims,
                 CLAIM ("build", "announced", INVESTOR ("Tern"),
                        EXACTLY ("EUR", "500000000") CAPACITY ("100")),
                 100, outlay_date_day (2026, 3, 3));
      g_autoptr (GArray) groups = group (claims);
      for (guint j = 0; j < n_deal; j++)
        g_assert_cmpuint (get_group (groups, j), ==, 0);
      g_assert_cmpuint (get_group (groups, n_deal), ==, majority->one_deal ? 0 : 1);
    }
}

static void
test_reason (void)
{
  g_autoptr (GPtrArray) claims = make_claims ();

  add_claim (claims, TERN, 1, outlay_date_day (2026, 3, 1));
  add_claim (claims, TERN, 2, outlay_date_day (2026, 3, 4));
  g_autoptr (GArray) groups = group (claims);
  const OutlayDealClaim *claim = g_ptr_array_index (claims, 1);
  g_assert_cmpuint (get_group (groups, 1), ==, 0);
  g_assert_cmpstr (claim->reason, ==, "investor amount days=3");
  g_autofree char *words = outlay_format_link_reason (claim->reason);
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
  g_test_add_func ("/link/what many claims say weighs as often as it is said", test_majority);
  g_test_add_func ("/link/a link says why", test_reason);
  return g_test_run ();
}
