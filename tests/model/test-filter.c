/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/outlay-figure-text.h"
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
  g_assert_cmpstr (filter, ==,
                   "Deals with Corvid or Meridian without Alster that hold “supply”, 1 of 4");
}

static void
tell_sentence (void)
{
  static const struct
  {
    const char *line;
    guint n_deals;
    guint n_all;
    const char *sentence;
  } cases[] = {
    {"{}", 1204, 1204, "1,204 deals"},
    {"{}", 1, 1, "1 deal"},
    {"{'year': <['2025']>, 'country': <['NO']>, 'amount': <(int64 100000000000, int64 "
     "9223372036854775807, false)>}",
     37, 1204, "Deals of 2025 in Norway over $1 billion, 37 of 1,204"},
    {"{'year': <['2025']>, 'country': <['europe']>, 'amount': <(int64 100000000000, int64 "
     "9223372036854775807, false)>}",
     37, 1204, "Deals of 2025 in Europe over $1 billion, 37 of 1,204"},
    {"{'country': <['europe']>, 'not-country': <['EU']>}", 2, 9,
     "Deals in Europe not in the EU, 2 of 9"},
    {"{'kind': <['build', 'supply', 'grant']>}", 3, 9,
     "Deals of the kind build, grant or supply, 3 of 9"},
    {"{'amount': <(int64 -9223372036854775808, int64 500000000, false)>, 'currency': <'EUR'>}", 3,
     9, "Deals up to €5 million, 3 of 9"},
    {"{'capacity': <(int64 100000, int64 1000000, false)>}", 3, 9,
     "Deals of 100 MW to 1 GW, 3 of 9"},
    {"{'scope': <'starred'>, 'not-country': <['NO']>}", 0, 9,
     "Starred deals not in Norway, 0 of 9"},
    {"{'party': <['Corvid']>, 'role': <'investor'>}", 2, 9,
     "Deals with Corvid as investor, 2 of 9"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayFilter filter;
      g_autofree char *sentence = NULL;

      g_assert_true (outlay_filter_from_string (&filter, cases[i].line));
      sentence = outlay_filter_dup_sentence (&filter, NULL, cases[i].n_deals, cases[i].n_all);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      outlay_filter_clear (&filter);
    }
}

/* A range of @measure with the bounds as a person types them. */
static void
want (OutlayViewState *state, OutlayMeasure measure, const char *low, const char *high)
{
  OutlayRange range = OUTLAY_RANGE_INIT;

  g_assert_true (outlay_figure_from_text (measure, low, FALSE, &range.low));
  g_assert_true (outlay_figure_from_text (measure, high, TRUE, &range.high));
  outlay_view_state_set_range (state, measure, range);
}

static void
filter_by_range (void)
{
  static const struct
  {
    OutlayMeasure measure;
    const char *low;
    const char *high;
    const char *shown;
    const char *text;
  } cases[] = {
    {OUTLAY_MEASURE_AMOUNT, "2 billion", "", "1 2", "from $2\342\200\257bn"},
    {OUTLAY_MEASURE_AMOUNT, "", "$1 bn", "4", "to $1\342\200\257bn"},
    {OUTLAY_MEASURE_AMOUNT, "0.5b", "5,9 bn", "2 4", NULL},
    {OUTLAY_MEASURE_CAPACITY, "60", "0.5 GW", "1", NULL},
    {OUTLAY_MEASURE_CAPACITY, "", "400 MW", "1 3", "to 400 MW"},
    {OUTLAY_MEASURE_DATE, "2026-02", "", "1", "from 1 Feb 2026"},
    {OUTLAY_MEASURE_DATE, "", "2025-06-30", "4", "to Q2 2025"},
    {OUTLAY_MEASURE_DATE, "2025-Q2", "2025-Q2", "4", "Q2 2025"},
    {OUTLAY_MEASURE_DATE, "2025-Q4", "2026-01-01", "2 4", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
      g_autofree char *text = NULL;

      g_test_message ("%u: %s to %s", cases[i].measure, cases[i].low, cases[i].high);
      want (state, cases[i].measure, cases[i].low, cases[i].high);
      assert_shows (state, cases[i].shown);
      text = outlay_view_state_dup_range (state, cases[i].measure);
      if (cases[i].text != NULL)
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_range (OutlayViewState *state, const char *currency, const char *low, const char *ids)
{
  outlay_view_state_set_currency (state, currency);
  want (state, OUTLAY_MEASURE_AMOUNT, low, "");
  assert_shows (state, ids);
}

/* A dollar bought more euros in the one year than in the other; each is converted at its own. */
static void
filter_in_currency (void)
{
  static const Record told[] = {
    {.amount = "EUR exact 100", .date = "2022-05-01"},
    {.amount = "USD exact 106", .date = "2025-05-01"},
  };
  g_autoptr (OutlayViewState) state = records_show (told, G_N_ELEMENTS (told));
  const OutlayHistogram *bars;

  assert_range (state, "USD", "105.6 bn", "2");
  bars = outlay_view_state_get_histogram (state, OUTLAY_MEASURE_AMOUNT);
  g_assert_cmpuint (bars->n_bars, ==, 1);
  g_assert_cmpuint (bars->all[0], ==, 2);
  assert_range (state, "EUR", "95 bn", "1");
  bars = outlay_view_state_get_histogram (state, OUTLAY_MEASURE_AMOUNT);
  g_assert_cmpuint (bars->n_bars, ==, 2);
  g_assert_cmpuint (bars->all[0], ==, 1);
  g_assert_cmpuint (bars->all[1], ==, 1);
}

static void
refuse_figures (void)
{
  static const char *const mistakes[] = {"much", "5 apples", "bn", "-"};
  gint64 figure;

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    g_assert_false (outlay_figure_from_text (OUTLAY_MEASURE_AMOUNT, mistakes[i], FALSE, &figure));
  g_assert_false (outlay_figure_from_text (OUTLAY_MEASURE_DATE, "2026-13", FALSE, &figure));
}

static void
read_groups_of_digits (void)
{
  static const struct
  {
    const char *text;
    gint64 millions;
  } cases[] = {
    {"1,940 bn", 1940000},    {"1\342\200\257940\302\240bn $", 1940000},
    {"1 940 000 m", 1940000}, {"5,9 bn", 5900},
    {"12,500", 12500},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 figure;

      g_test_message ("%s", cases[i].text);
      g_assert_true (
        outlay_figure_from_text (OUTLAY_MEASURE_AMOUNT, cases[i].text, FALSE, &figure));
      g_assert_cmpint (figure, ==, cases[i].millions * 1000000 * OUTLAY_MONEY_UNIT);
    }
}

static void
let_unstated_through (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  OutlayRange range = {5 * G_GINT64_CONSTANT (100000000000), G_MAXINT64, TRUE};

  outlay_view_state_set_range (state, OUTLAY_MEASURE_AMOUNT, range);
  assert_shows (state, "1 3");
  g_assert_cmpuint (outlay_view_state_get_histogram (state, OUTLAY_MEASURE_AMOUNT)->n_unstated, ==,
                    1);
}

static void
ask_for_role (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "2 4 3");
  outlay_view_state_set_role (state, OUTLAY_ROLE_RECIPIENT);
  assert_shows (state, "2 4");
  outlay_view_state_set_role (state, OUTLAY_ROLE_INVESTOR);
  assert_shows (state, "3");
  g_autofree char *chosen = outlay_view_state_dup_choices (state, OUTLAY_FACET_PARTY);
  g_assert_cmpstr (chosen, ==, "Corvid as investor");
  outlay_view_state_clear_filters (state);
  g_assert_cmpint (outlay_view_state_get_role (state), ==, OUTLAY_ANY_ROLE);
}

static void
forget_role (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_set_role (state, OUTLAY_ROLE_INVESTOR);
  outlay_view_state_clear_facet (state, OUTLAY_FACET_PARTY);
  g_assert_cmpint (outlay_view_state_get_role (state), ==, OUTLAY_ANY_ROLE);
}

static void
narrow_by_traits (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_TRAIT, "several-sources", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "1");
  outlay_view_state_choose (state, OUTLAY_FACET_TRAIT, "conflicts", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "");
  outlay_view_state_choose (state, OUTLAY_FACET_TRAIT, "several-sources", OUTLAY_CHOICE_NONE);
  assert_shows (state, "3");
  outlay_view_state_choose (state, OUTLAY_FACET_TRAIT, "conflicts", OUTLAY_CHOICE_EXCLUDE);
  assert_shows (state, "1 2 4");
}

static void
go_back_and_forward (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  g_assert_false (outlay_view_state_can_go (state, -1));
  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_choose (state, OUTLAY_FACET_COUNTRY, "VN", OUTLAY_CHOICE_EXCLUDE);
  assert_shows (state, "1");
  outlay_view_state_go (state, -1);
  assert_shows (state, "1 3");
  outlay_view_state_go (state, -1);
  assert_shows (state, "1 2 4 3");
  g_assert_false (outlay_view_state_can_go (state, -1));
  outlay_view_state_go (state, 1);
  assert_shows (state, "1 3");
  outlay_view_state_choose (state, OUTLAY_FACET_STATUS, "rumoured", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "3");
  g_assert_false (outlay_view_state_can_go (state, 1));
}

static void
type_one_word (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_set_search_text (state, "c");
  outlay_view_state_set_search_text (state, "co");
  outlay_view_state_set_search_text (state, "corvid");
  assert_shows (state, "2 4 3");
  outlay_view_state_go (state, -1);
  assert_shows (state, "1 2 4 3");
  g_assert_cmpstr (outlay_view_state_get_search_text (state), ==, "");
  outlay_view_state_go (state, 1);
  g_assert_cmpstr (outlay_view_state_get_search_text (state), ==, "corvid");
}

static void
show_reread (void)
{
  const gint64 changed[] = {4, 1, 99};
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autoptr (OutlayViewState) other = records_show (deals, G_N_ELEMENTS (deals));
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;

  outlay_view_state_show_source (state, "paper");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Meridian", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_set_search_text (state, "corvid");
  outlay_view_state_show_reread (state, changed, G_N_ELEMENTS (changed));
  assert_shows (state, "1 4");
  g_assert_cmpstr (outlay_view_state_get_search_text (state), ==, "");
  g_assert_cmpuint (outlay_view_state_count_filters (state), ==, 1);
  sentence = outlay_view_state_dup_filter (state);
  g_assert_cmpstr (sentence, ==, "Deals changed by reading again, 2 of 4");
  line = outlay_view_state_dup_filter_line (state);
  outlay_view_state_take_filter_line (other, line);
  assert_shows (other, "1 4");
  outlay_view_state_clear_reread (state);
  assert_shows (state, "1 2 4 3");
  g_assert_false (outlay_view_state_shows_reread (state));
  outlay_view_state_go (state, -1);
  assert_shows (state, "1 4");
  outlay_view_state_go (state, -1);
  g_assert_cmpstr (outlay_view_state_get_search_text (state), ==, "corvid");
  outlay_view_state_go (state, 1);
  outlay_view_state_clear_filters (state);
  g_assert_false (outlay_view_state_shows_reread (state));
}

static GPtrArray *
list_names (const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, "|", -1);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer)g_intern_string (parts[i]));
  return list;
}

/* Both ends in their roles: a party in the other role, or in another deal, does not do. */
static void
show_flow (void)
{
  static const struct
  {
    const char *payer;
    const char *recipients;
    const char *shown;
  } cases[] = {
    {"Meridian", "Corvid", "4"},
    {"Corvid", "Meridian", ""},
    {"Meridian", "Tern Labs|Corvid|Nobody", "1 4"},
    {"Nobody", "Corvid", ""},
  };
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) recipients = list_names (cases[i].recipients);

      outlay_view_state_show_flow (state, cases[i].payer, recipients);
      assert_shows (state, cases[i].shown);
      g_assert_cmpuint (outlay_view_state_count_filters (state), ==, 1);
      g_assert_true (outlay_view_state_shows_flow (state, cases[i].payer, recipients));
    }
}

static void
tell_flow (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autoptr (OutlayViewState) other = records_show (deals, G_N_ELEMENTS (deals));
  g_autoptr (GPtrArray) both = list_names ("Tern Labs|Corvid");
  g_autoptr (GPtrArray) turned = list_names ("Corvid|Tern Labs");
  g_autofree char *none = outlay_view_state_dup_flow (state);
  g_autofree char *flow = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  g_assert_null (none);
  outlay_view_state_show_flow (state, "Meridian", both);
  flow = outlay_view_state_dup_flow (state);
  g_assert_cmpstr (flow, ==, "Meridian → Corvid and Tern Labs");
  sentence = outlay_view_state_dup_filter (state);
  g_assert_cmpstr (sentence, ==, "Deals from Meridian to Corvid and Tern Labs, 2 of 4");
  line = outlay_view_state_dup_filter_line (state);
  outlay_view_state_take_filter_line (other, line);
  assert_shows (other, "1 4");
  g_assert_true (outlay_view_state_shows_flow (other, "Meridian", turned));
}

/* As any filter it ends, with the others or by itself, and is gone back to. */
static void
leave_flow (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autoptr (GPtrArray) corvid = list_names ("Corvid");

  outlay_view_state_show_flow (state, "Alster", corvid);
  assert_shows (state, "2");
  outlay_view_state_clear_flow (state);
  assert_shows (state, "1 2 4 3");
  g_assert_false (outlay_view_state_shows_flow (state, "Alster", corvid));
  outlay_view_state_go (state, -1);
  assert_shows (state, "2");
  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "build", OUTLAY_CHOICE_INCLUDE);
  assert_shows (state, "");
  g_assert_cmpuint (outlay_view_state_count_filters (state), ==, 2);
  outlay_view_state_clear_filters (state);
  assert_shows (state, "1 2 4 3");
}

static void
keep_as_line (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  g_autoptr (OutlayViewState) other = records_show (deals, G_N_ELEMENTS (deals));
  g_autofree char *line = NULL;
  g_autofree char *again = NULL;

  outlay_view_state_show_source (state, "paper");
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Meridian", OUTLAY_CHOICE_INCLUDE);
  outlay_view_state_choose (state, OUTLAY_FACET_STATUS, "agreed", OUTLAY_CHOICE_EXCLUDE);
  outlay_view_state_set_role (state, OUTLAY_ROLE_INVESTOR);
  outlay_view_state_set_currency (state, "EUR");
  want (state, OUTLAY_MEASURE_AMOUNT, "1 bn", "9 bn");
  line = outlay_view_state_dup_filter_line (state);
  outlay_view_state_take_filter_line (other, line);
  again = outlay_view_state_dup_filter_line (other);
  g_assert_cmpstr (again, ==, line);
  assert_shows (other, "1");
  outlay_view_state_take_filter_line (other, "no filter at all");
  assert_shows (other, "1 2 4 3");
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
  g_test_add_func ("/filter/which deals are shown is told in a sentence", tell_sentence);
  g_test_add_func ("/filter/a range lets figures through that lie in it", filter_by_range);
  g_test_add_func ("/filter/a range of amounts and its bars are in the currency chosen",
                   filter_in_currency);
  g_test_add_func ("/filter/what is no figure is refused", refuse_figures);
  g_test_add_func ("/filter/groups of digits are one figure", read_groups_of_digits);
  g_test_add_func ("/filter/deals that don't tell the figure are let through where wanted",
                   let_unstated_through);
  g_test_add_func ("/filter/a party can be asked for in a role", ask_for_role);
  g_test_add_func ("/filter/the role ends with the parties it was asked of", forget_role);
  g_test_add_func ("/filter/marks narrow one another", narrow_by_traits);
  g_test_add_func ("/filter/there is a way back to every filter, and forward again",
                   go_back_and_forward);
  g_test_add_func ("/filter/a word that is typed is one step back", type_one_word);
  g_test_add_func ("/filter/a filter is kept as a line of text", keep_as_line);
  g_test_add_func ("/filter/what was changed by reading again is shown by itself", show_reread);
  g_test_add_func ("/filter/a flow is shown by those who pay and get it", show_flow);
  g_test_add_func ("/filter/a flow is told in words and kept as a line of text", tell_flow);
  g_test_add_func ("/filter/a flow ends as any filter does, and is gone back to", leave_flow);
  return g_test_run ();
}
