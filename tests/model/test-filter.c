/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_ANNOUNCED, "Meridian", "Tern Labs", "USD exact 6", "2026-02-10",
   "NO", 400, "paper/en|daily/de", FALSE, 0, FALSE},
  {OUTLAY_KIND_EQUITY, OUTLAY_STATUS_COMPLETED, "Alster", "Corvid", "EUR about 3", "2026-01", "FR",
   0, "journal/fr", TRUE, 0, FALSE},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_RUMOURED, "Corvid", NULL, NULL, NULL, "VN", 50, "/vi", FALSE,
   1 << OUTLAY_FIELD_AMOUNT, FALSE},
  {OUTLAY_KIND_SUPPLY, OUTLAY_STATUS_AGREED, "Meridian", "Corvid", "USD up_to 1", "2025", "DE", 0,
   "paper/en", FALSE, 0, FALSE},
};

static void
assert_shows (OutlayViewState *state, const char *ids)
{
  g_autofree char *shown = records_list_shown (state);

  g_assert_cmpstr (shown, ==, ids);
}

static void
show_all (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  assert_shows (state, "1 2 4 3");
  g_assert_cmpuint (outlay_view_state_count_filters (state), ==, 0);
}

static void
combine_facets (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "1 3");
  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "equity", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "1 2 3");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "2 3");
  outlay_view_state_choose (state, OUTLAY_FACET_LANGUAGE, "fr", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "2");
  g_assert_cmpuint (outlay_view_state_count_filters (state), ==, 3);
  outlay_view_state_clear_facet (state, OUTLAY_FACET_LANGUAGE);
  assert_shows (state, "2 3");
  outlay_view_state_clear_filters (state);
  assert_shows (state, "1 2 4 3");
}

static void
exclude_value (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Meridian", OUTLAY_CHOICE_EXCLUDE);
  assert_shows (state, "2 3");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "2 3");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Meridian", OUTLAY_CHOICE_NONE);
  assert_shows (state, "2 4 3");
}

static void
search_words (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    {"meridian", "1 4"}, {"LABS tern", "1"},       {"TIN SỐ viet", "3"},     {"journal", "2"},
    {"  ", "1 2 4 3"},   {"norway meridian", "1"}, {"meridian journal", ""}, {"€3 billion", "2"},
  };
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      outlay_view_state_set_search_text (state, cases[i].text);
      assert_shows (state, cases[i].shown);
    }
}

static void
point_at_scopes (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_set_scope (state, OUTLAY_SCOPE_REVIEW);
  assert_shows (state, "2");
  outlay_view_state_set_scope (state, OUTLAY_SCOPE_CONFLICTS);
  assert_shows (state, "3");
  outlay_view_state_set_scope (state, OUTLAY_SCOPE_STARRED);
  assert_shows (state, "");
  outlay_view_state_show_source (state, "paper");
  assert_shows (state, "1 4");
  outlay_view_state_show_source (state, "");
  assert_shows (state, "3");
  outlay_view_state_show_article (state, 11);
  assert_shows (state, "1");
  g_assert_cmpuint (outlay_view_state_count_scope (state, OUTLAY_SCOPE_ALL), ==, 4);
  g_assert_cmpuint (outlay_view_state_count_scope (state, OUTLAY_SCOPE_REVIEW), ==, 1);
}

static void
follow_star (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  OutlayStore *store = outlay_view_state_get_store (state);

  outlay_view_state_set_scope (state, OUTLAY_SCOPE_STARRED);
  g_autoptr (OutlayDeal) fourth = outlay_store_dup_deal (store, 4);

  outlay_store_set_starred (store, fourth, TRUE);
  assert_shows (state, "4");
  g_assert_cmpuint (outlay_view_state_count_scope (state, OUTLAY_SCOPE_STARRED), ==, 1);
  outlay_store_set_starred (store, fourth, FALSE);
  assert_shows (state, "");
}

static void
tell_choices (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autofree char *none = outlay_view_state_dup_choices (state, OUTLAY_FACET_PARTY);
  g_autofree char *chosen = NULL;
  g_autofree char *filter = NULL;

  g_assert_null (none);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Meridian", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Alster", OUTLAY_CHOICE_EXCLUDE);
  chosen = outlay_view_state_dup_choices (state, OUTLAY_FACET_PARTY);
  g_assert_cmpstr (chosen, ==, "Corvid or Meridian, not Alster");
  outlay_view_state_set_search_text (state, "supply");
  filter = outlay_view_state_dup_filter (state);
  g_assert_cmpstr (filter, ==, "1 of 4 deals · Party: Corvid or Meridian, not Alster · “supply”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/without a filter every deal is shown", show_all);
  g_test_add_func ("/filter/values of a facet widen, facets narrow one another", combine_facets);
  g_test_add_func ("/filter/an excluded value hides its deals", exclude_value);
  g_test_add_func ("/filter/words are found in any order, case and accents", search_words);
  g_test_add_func ("/filter/the sidebar points at a part of the ledger", point_at_scopes);
  g_test_add_func ("/filter/a star is followed at once", follow_star);
  g_test_add_func ("/filter/what is chosen is told in words", tell_choices);
  return g_test_run ();
}
