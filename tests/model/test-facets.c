/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_ANNOUNCED, "Meridian", "Tern Labs",
   .sources = "paper/en|daily/de"},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Meridian", "Meridian", .sources = "paper/en"},
  {OUTLAY_KIND_GRANT, OUTLAY_STATUS_AGREED, "Ministry", "Corvid|Tern Labs", .sources = "/en"},
};

/* The facet's values with their counts: "Build 2, Grant 1". */
static char *
list_facet (OutlayViewState *state, OutlayFacet facet)
{
  g_autoptr (GArray) values = outlay_view_state_list_facet (state, facet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const OutlayFacetValue *value = &g_array_index (values, OutlayFacetValue, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", value->label, value->count);
    }
  return g_string_free (text, FALSE);
}

static void
assert_facet (OutlayViewState *state, OutlayFacet facet, const char *expected)
{
  g_autofree char *text = list_facet (state, facet);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_each_deal_once (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  assert_facet (state, OUTLAY_FACET_KIND, "Build 2, Grant 1");
  assert_facet (state, OUTLAY_FACET_STATUS, "Announced 1, Agreed 2");
  assert_facet (state, OUTLAY_FACET_PARTY, "Meridian 2, Tern Labs 2, Corvid 1, Ministry 1");
  assert_facet (state, OUTLAY_FACET_LANGUAGE, "English 3, German 1");
  assert_facet (state, OUTLAY_FACET_COUNTRY, "");
}

static void
leave_out_own_choices (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "grant", OUTLAY_CHOICE_INCLUDE);
  assert_facet (state, OUTLAY_FACET_KIND, "Build 2, Grant 1");
  assert_facet (state, OUTLAY_FACET_PARTY, "Meridian 0, Tern Labs 1, Corvid 1, Ministry 1");
  outlay_view_state_choose (state, OUTLAY_FACET_STATUS, "announced", OUTLAY_CHOICE_INCLUDE);
  assert_facet (state, OUTLAY_FACET_KIND, "Build 1, Grant 0");
  assert_facet (state, OUTLAY_FACET_STATUS, "Announced 0, Agreed 1");
}

static void
keep_order (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_set_search_text (state, "corvid");
  assert_facet (state, OUTLAY_FACET_PARTY, "Meridian 0, Tern Labs 1, Corvid 1, Ministry 1");
}

static void
list_chosen_that_is_gone (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "Corvid", OUTLAY_CHOICE_INCLUDE);
  records_put (outlay_view_state_get_store (state), deals, 2);
  assert_facet (state, OUTLAY_FACET_PARTY, "Meridian 2, Tern Labs 1, Corvid 0");
}

static const Record placed[] = {
  {.country = "US"},    {.country = "CA|US"}, {.country = "US"}, {.country = "DE|FR"},
  {.country = "NO|DE"}, {.country = "AE"},    {.country = "AQ"}, {.investor = "Meridian"},
};

static void
count_regions (void)
{
  g_autoptr (OutlayViewState) state = records_show (placed, G_N_ELEMENTS (placed));

  assert_facet (state, OUTLAY_FACET_COUNTRY,
                "North America 3, United States 3, Canada 1, Europe 2, EU 2, "
                "Germany 2, France 1, Norway 1, Asia 1, Middle East 1, "
                "United Arab Emirates 1, Antarctica 1");
  outlay_view_state_choose (state, OUTLAY_FACET_KIND, "grant", OUTLAY_CHOICE_INCLUDE);
  assert_facet (state, OUTLAY_FACET_COUNTRY,
                "North America 0, United States 0, Canada 0, Europe 0, EU 0, "
                "Germany 0, France 0, Norway 0, Asia 0, Middle East 0, "
                "United Arab Emirates 0, Antarctica 0");
}

static void
set_in_below_regions (void)
{
  g_autoptr (OutlayViewState) state = records_show (placed, G_N_ELEMENTS (placed));
  g_autoptr (GArray) values = outlay_view_state_list_facet (state, OUTLAY_FACET_COUNTRY);

  for (guint i = 0; i < values->len; i++)
    {
      const OutlayFacetValue *value = &g_array_index (values, OutlayFacetValue, i);
      gboolean continent = g_str_equal (value->key, "north-america")
                           || g_str_equal (value->key, "europe") || g_str_equal (value->key, "asia")
                           || g_str_equal (value->key, "AQ");

      g_test_message ("%s", value->key);
      g_assert_cmpint (value->within, ==, !continent);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facets/a deal counts once for a value", count_each_deal_once);
  g_test_add_func ("/facets/a count leaves its own facet's choices out", leave_out_own_choices);
  g_test_add_func ("/facets/filtering does not move the values", keep_order);
  g_test_add_func ("/facets/a chosen value stays when its deals are gone",
                   list_chosen_that_is_gone);
  g_test_add_func ("/facets/a region stands above its countries and counts each deal once",
                   count_regions);
  g_test_add_func ("/facets/what lies in a region is set in below it", set_in_below_regions);
  return g_test_run ();
}
