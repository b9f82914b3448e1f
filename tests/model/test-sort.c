/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Zeta", NULL, "USD exact 5", "2025-06-01", NULL, 10,
   "a/en", FALSE, 0, FALSE},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Alpha", NULL, NULL, NULL, NULL, 0, NULL, FALSE, 0,
   FALSE},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Ábaco", NULL, "KRW exact 900", "2025", NULL, 2000,
   "a/en|b/de", FALSE, 0, FALSE},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Mid", NULL, "EUR up_to 10", "2025-06", NULL, 0,
   "a/en|b/de|c/fr", FALSE, 0, FALSE},
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, NULL, NULL, "VND exact 99999", "2024-12-31", NULL, 0,
   NULL, FALSE, 0, FALSE},
};

static void
order_deals (void)
{
  static const struct
  {
    OutlaySort sort;
    const char *shown;
  } cases[] = {
    {OUTLAY_SORT_NEWEST, "1 4 3 5 2"},  {OUTLAY_SORT_OLDEST, "5 3 4 1 2"},
    {OUTLAY_SORT_LARGEST, "4 1 5 3 2"}, {OUTLAY_SORT_CAPACITY, "3 1 4 5 2"},
    {OUTLAY_SORT_SOURCES, "4 3 1 5 2"}, {OUTLAY_SORT_PARTY, "3 2 4 1 5"},
  };
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;

      outlay_view_state_set_sort (state, cases[i].sort);
      shown = records_list_shown (state);
      g_test_message ("%s", outlay_sort_to_string (cases[i].sort));
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
reverse_orders (void)
{
  static const struct
  {
    OutlaySort sort;
    const char *shown;
  } cases[] = {
    {OUTLAY_SORT_NEWEST, "5 3 4 1 2"},    {OUTLAY_SORT_OLDEST, "1 4 3 5 2"},
    {OUTLAY_SORT_LARGEST, "3 5 1 4 2"},   {OUTLAY_SORT_CAPACITY, "1 3 4 5 2"},
    {OUTLAY_SORT_PARTY, "1 4 2 3 5"},     {OUTLAY_SORT_RECIPIENT, "4 1 5 3 2"},
    {OUTLAY_SORT_LANGUAGES, "4 3 1 5 2"},
  };
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;

      outlay_view_state_set_order (state, (OutlayOrder){cases[i].sort, TRUE});
      shown = records_list_shown (state);
      g_test_message ("%s", outlay_sort_to_string (cases[i].sort));
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  outlay_view_state_set_order (state, (OutlayOrder){OUTLAY_SORT_NEWEST, TRUE});
  g_assert_cmpuint (outlay_view_state_get_sort (state), ==, OUTLAY_SORT_OLDEST);
}

/* The dollar of the one year bought more euros than that of the other. */
static void
order_by_currency (void)
{
  static const Record told[] = {
    {.amount = "EUR exact 100", .date = "2022-05-01"},
    {.amount = "USD exact 106", .date = "2025-05-01"},
  };
  g_autoptr (OutlayViewState) state = records_show (told, G_N_ELEMENTS (told));

  outlay_view_state_set_sort (state, OUTLAY_SORT_LARGEST);
  g_autofree char *apart = records_list_shown (state);
  g_assert_cmpstr (apart, ==, "2 1");
  outlay_view_state_set_totals_currency (state, "EUR");
  g_autofree char *in_euros = records_list_shown (state);
  g_assert_cmpstr (in_euros, ==, "1 2");
  outlay_view_state_set_totals_currency (state, "USD");
  g_autofree char *in_dollars = records_list_shown (state);
  g_assert_cmpstr (in_dollars, ==, "2 1");
}

static void
name_orders (void)
{
  for (guint i = 0; i < OUTLAY_N_SORTS; i++)
    {
      OutlaySort sort = OUTLAY_SORT_NEWEST;

      g_assert_true (outlay_sort_from_string (outlay_sort_to_string ((OutlaySort)i), &sort));
      g_assert_cmpuint (sort, ==, i);
      g_assert_cmpstr (outlay_sort_get_title (sort), !=, "");
    }
  g_assert_false (outlay_sort_from_string ("random", &(OutlaySort){OUTLAY_SORT_NEWEST}));
}

static void
keep_every_deal (void)
{
  g_autoptr (OutlayDealIndex) index = outlay_deal_index_new (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
    {
      g_autoptr (OutlayDealRecord) record = record_make (&deals[i], i + 1);

      outlay_deal_index_add (index, record);
    }
  outlay_deal_index_finish (index);
  for (guint sort = 0; sort < OUTLAY_N_SORTS * 2; sort++)
    {
      g_autofree guint32 *rows
        = outlay_order_rows (index, (OutlayOrder){(OutlaySort)(sort / 2), sort % 2});
      guint seen = 0;

      for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
        seen |= 1u << rows[i];
      g_assert_cmpuint (seen, ==, (1u << G_N_ELEMENTS (deals)) - 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sort/deals without a date or figure go last", order_deals);
  g_test_add_func ("/sort/a reversed order leaves at its end what has no value", reverse_orders);
  g_test_add_func ("/sort/amounts are compared in the currency of sums", order_by_currency);
  g_test_add_func ("/sort/every order has a name that is read back", name_orders);
  g_test_add_func ("/sort/every order holds every deal once", keep_every_deal);
  return g_test_run ();
}
