/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

static const Record deals[] = {
  {.investor = "A", .date = "2026-03", .amount = "USD exact 1", .sources = "paper/en"},
  {.investor = "B", .date = "2026-02", .amount = "USD exact 3", .sources = "paper/en"},
  {.investor = "C", .date = "2026-01", .amount = "USD exact 2", .sources = "daily/de"},
};

typedef struct
{
  guint n_items_changed;
  guint n_changed;
  guint n_asked;
  guint position;
  guint removed;
  guint added;
} Watch;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Watch *watch)
{
  watch->n_items_changed++;
  watch->position = position;
  watch->removed = removed;
  watch->added = added;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
watch_state (OutlayViewState *state, Watch *watch)
{
  *watch = (Watch){0};
  g_signal_connect (outlay_view_state_get_deals (state), "items-changed",
                    G_CALLBACK (items_changed_cb), watch);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &watch->n_changed);
  g_signal_connect_swapped (state, "asked", G_CALLBACK (count_cb), &watch->n_asked);
}

static void
emit_once (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  Watch watch;

  watch_state (state, &watch);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "B", OUTLAY_CHOICE_EXCLUDE);
  g_assert_cmpuint (watch.n_items_changed, ==, 1);
  g_assert_cmpuint (watch.n_changed, ==, 1);
  g_assert_cmpuint (watch.position, ==, 1);
  g_assert_cmpuint (watch.removed, ==, 1);
  g_assert_cmpuint (watch.added, ==, 0);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "B", OUTLAY_CHOICE_EXCLUDE);
  g_assert_cmpuint (watch.n_changed, ==, 1);
  outlay_view_state_set_search_text (state, "202");
  g_assert_cmpuint (watch.n_items_changed, ==, 1);
  g_assert_cmpuint (watch.n_changed, ==, 2);
  g_signal_handlers_disconnect_by_data (outlay_view_state_get_deals (state), &watch);
}

static void
keep_selection (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  OutlayStore *store = outlay_view_state_get_store (state);
  g_autoptr (OutlayDeal) second = outlay_store_dup_deal (store, 2);
  Watch watch;

  outlay_view_state_set_selected (state, second);
  outlay_view_state_set_sort (state, OUTLAY_SORT_LARGEST);
  g_assert_true (outlay_view_state_get_selected (state) == second);
  outlay_view_state_set_search_text (state, "no such words");
  g_assert_true (outlay_view_state_get_selected (state) == second);
  outlay_view_state_clear_filters (state);
  watch_state (state, &watch);
  records_put (store, deals, G_N_ELEMENTS (deals));
  g_assert_true (outlay_view_state_get_selected (state) == second);
  g_autoptr (OutlayDeal) again = outlay_store_dup_deal (store, 2);
  g_assert_true (again == second);
  g_assert_cmpuint (watch.n_items_changed, ==, 0);
  g_assert_cmpuint (watch.n_changed, ==, 1);
  g_assert_cmpuint (watch.n_asked, ==, 0);
  records_put (store, deals, 1);
  g_assert_null (outlay_view_state_get_selected (state));
  g_signal_handlers_disconnect_by_data (outlay_view_state_get_deals (state), &watch);
}

static void
renew_texts (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  OutlayStore *store = outlay_view_state_get_store (state);
  g_autoptr (OutlayDeal) first = outlay_store_dup_deal (store, 1);
  Record changed[G_N_ELEMENTS (deals)];
  guint n_notified = 0;

  memcpy (changed, deals, sizeof deals);
  changed[0].amount = "EUR up_to 7";
  g_signal_connect_swapped (first, "notify::record", G_CALLBACK (count_cb), &n_notified);
  records_put (store, changed, G_N_ELEMENTS (changed));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (outlay_deal_get_hedge (first), ==, "up to");
  g_assert_cmpstr (outlay_deal_get_amount (first), ==, "€7 billion");
}

static void
group_sources (void)
{
  g_autoptr (OutlayViewState) state = records_show (deals, G_N_ELEMENTS (deals));
  OutlayStore *store = outlay_view_state_get_store (state);
  GListModel *sources = outlay_store_get_sources (store);
  g_autoptr (OutlaySource) daily = g_list_model_get_item (sources, 0);
  g_autoptr (OutlaySource) paper = g_list_model_get_item (sources, 1);
  g_autoptr (OutlaySource) still = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (sources), ==, 2);
  g_assert_cmpstr (outlay_source_get_label (daily), ==, "daily");
  g_assert_cmpuint (outlay_source_get_n_deals (paper), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (paper)), ==, 2);
  records_put (store, deals, 2);
  still = g_list_model_get_item (sources, 0);
  g_assert_true (still == paper);
}

#define MANY 3000

/* What a view holds that follows a list by what it tells of its changes. */
static void
follow_cb (GListModel *model, guint position, guint removed, guint added, GArray *ids)
{
  g_assert_cmpuint (position + removed, <=, ids->len);
  /* A view that looks for its rows in what comes must not find much. */
  g_assert_true (removed == 0 || added < 1000);
  if (removed > 0)
    g_array_remove_range (ids, position, removed);
  g_assert_cmpuint (ids->len + added, ==, g_list_model_get_n_items (model));
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (OutlayDeal) deal = g_list_model_get_item (model, i);
      gint64 id = outlay_deal_get_id (deal);

      g_array_insert_val (ids, i, id);
    }
}

static void
assert_followed (OutlayViewState *state, const GArray *ids)
{
  GListModel *list = outlay_view_state_get_deals (state);

  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OutlayDeal) deal = g_list_model_get_item (list, i);

      g_assert_cmpint (outlay_deal_get_id (deal), ==, g_array_index (ids, gint64, i));
    }
}

static void
change_long_list (void)
{
  g_autofree Record *many = g_new0 (Record, MANY);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OutlayViewState) state = NULL;
  g_autoptr (OutlayDeal) middle = NULL;

  for (guint i = 0; i < MANY; i++)
    many[i] = deals[i % G_N_ELEMENTS (deals)];
  state = records_show (many, MANY);
  follow_cb (outlay_view_state_get_deals (state), 0, 0, MANY, ids);
  g_signal_connect (outlay_view_state_get_deals (state), "items-changed", G_CALLBACK (follow_cb),
                    ids);
  outlay_view_state_set_sort (state, OUTLAY_SORT_LARGEST);
  assert_followed (state, ids);
  outlay_view_state_choose (state, OUTLAY_FACET_PARTY, "B", OUTLAY_CHOICE_INCLUDE);
  assert_followed (state, ids);
  middle = g_list_model_get_item (outlay_view_state_get_deals (state), MANY / 6);
  outlay_view_state_set_selected (state, middle);
  outlay_view_state_clear_filters (state);
  outlay_view_state_set_sort (state, OUTLAY_SORT_OLDEST);
  assert_followed (state, ids);
  records_put (outlay_view_state_get_store (state), many, MANY / 2);
  assert_followed (state, ids);
  g_signal_handlers_disconnect_by_data (outlay_view_state_get_deals (state), ids);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-state/a change is told once and for what changed alone", emit_once);
  g_test_add_func ("/view-state/what a long list tells of its changes adds up", change_long_list);
  g_test_add_func ("/view-state/the selection outlives filters, orders and refreshes",
                   keep_selection);
  g_test_add_func ("/view-state/a deal that changed has new texts", renew_texts);
  g_test_add_func ("/view-state/sources keep their objects and count deals once", group_sources);
  return g_test_run ();
}
