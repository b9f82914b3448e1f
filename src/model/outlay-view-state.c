/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include <string.h>

#include "base/outlay-rates.h"
#include "base/threads/outlay-worker.h"
#include "outlay-view-state-private.h"

/* From so many deals on they are sifted in a worker thread. */
#define WORKER_FROM 4000

G_DEFINE_FINAL_TYPE (OutlayViewState, outlay_view_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DEALS,
  PROP_SELECTED,
  PROP_SEARCH_TEXT,
  PROP_SORT,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ASKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_sifting (OutlayViewState *state, OutlaySifting *sifting, gboolean asked)
{
  gint64 selected = state->selected != NULL ? outlay_deal_get_id (state->selected) : 0;

  g_clear_pointer (&state->sifting, outlay_sifting_free);
  state->sifting = sifting;
  if (asked)
    outlay_deal_list_renew (state->shown, sifting->index, g_array_ref (sifting->rows), selected);
  else
    outlay_deal_list_take (state->shown, sifting->index, g_array_ref (sifting->rows), selected);
  g_signal_emit (state, signals[SIGNAL_CHANGED], 0);
  if (asked)
    g_signal_emit (state, signals[SIGNAL_ASKED], 0);
}

static void
sift_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  outlay_sifting_run (task_data);
  g_task_return_boolean (task, TRUE);
}

/* What a newer one has overtaken was cancelled, and is not shown. */
static void
sifted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayViewState *state = OUTLAY_VIEW_STATE (object);
  GTask *task = G_TASK (result);
  gboolean asked = state->pending_asked;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      outlay_sifting_free (g_task_get_task_data (task));
      return;
    }
  g_clear_object (&state->pending);
  state->pending_asked = FALSE;
  show_sifting (state, g_task_get_task_data (task), asked);
}

/* While only the newest deals are there no others are asked for. */
static gboolean
shows_newest (OutlayViewState *state)
{
  return state->order.sort == OUTLAY_SORT_NEWEST && !state->order.reversed
         && state->filter.scope == OUTLAY_SCOPE_ALL && outlay_filter_count (&state->filter) == 0;
}

/* Finds out what is shown from now on; of many deals in a worker thread, so that no key that is
 * typed and no frame waits for it. */
static void
sift (OutlayViewState *state, const OutlaySifting *before, gboolean asked)
{
  OutlayDealIndex *index = outlay_store_get_index (state->store);

  if (outlay_store_get_partial (state->store) && !shows_newest (state))
    return;
  OutlaySifting *sifting
    = outlay_sifting_new (before, index, &state->filter, state->order, state->currency);
  g_cancellable_cancel (state->pending);
  g_clear_object (&state->pending);
  if (outlay_deal_index_get_n_deals (index) < WORKER_FROM)
    {
      outlay_sifting_run (sifting);
      show_sifting (state, sifting, asked || state->pending_asked);
      state->pending_asked = FALSE;
      return;
    }
  state->pending = g_cancellable_new ();
  state->pending_asked |= asked;
  g_autoptr (GTask) task = g_task_new (state, state->pending, sifted_cb, NULL);
  g_task_set_source_tag (task, sift);
  g_task_set_task_data (task, sifting, NULL);
  outlay_worker_run (task, sift_in_thread);
}

/** outlay_view_state_show_filtered: shows what the filter as it now is lets through. */
void
outlay_view_state_show_filtered (OutlayViewState *state)
{
  sift (state, state->sifting, TRUE);
}

/** outlay_view_state_notify_search_text: says that another text is searched for. */
void
outlay_view_state_notify_search_text (OutlayViewState *state)
{
  g_object_notify_by_pspec (G_OBJECT (state), properties[PROP_SEARCH_TEXT]);
}

static void
found_cb (GHashTable *found, gpointer user_data)
{
  OutlayViewState *state = user_data;

  g_clear_pointer (&state->filter.found, g_hash_table_unref);
  state->filter.found = found != NULL ? g_hash_table_ref (found) : NULL;
  outlay_view_state_apply (state);
}

static void
store_changed_cb (OutlayViewState *state)
{
  guint row;

  if (state->selected != NULL
      && !outlay_deal_index_find (outlay_store_get_index (state->store),
                                  outlay_deal_get_id (state->selected), &row))
    outlay_view_state_set_selected (state, NULL);
  sift (state, state->sifting, FALSE);
  outlay_search_again (state->search);
}

/* A star is counted by itself where nothing else goes by it. */
static void
store_starred_cb (OutlayViewState *state, OutlayDeal *deal)
{
  OutlaySifting *sifting = state->sifting;
  guint row;

  if (sifting->index == outlay_store_get_index (state->store)
      && outlay_deal_index_find (sifting->index, outlay_deal_get_id (deal), &row)
      && outlay_sifting_count_star (sifting, row) && state->pending == NULL)
    g_signal_emit (state, signals[SIGNAL_CHANGED], 0);
  else
    sift (state, sifting, FALSE);
}

static void
outlay_view_state_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayViewState *state = OUTLAY_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_DEALS:
      g_value_set_object (value, state->shown);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, state->selected);
      break;
    case PROP_SEARCH_TEXT:
      g_value_set_string (value, outlay_search_get_text (state->search));
      break;
    case PROP_SORT:
      g_value_set_uint (value, state->order.sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_view_state_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  OutlayViewState *state = OUTLAY_VIEW_STATE (object);

  switch (prop_id)
    {
    case PROP_SELECTED:
      outlay_view_state_set_selected (state, g_value_get_object (value));
      break;
    case PROP_SEARCH_TEXT:
      outlay_view_state_set_search_text (state, g_value_get_string (value));
      break;
    case PROP_SORT:
      outlay_view_state_set_sort (state, (OutlaySort)g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_view_state_finalize (GObject *object)
{
  OutlayViewState *state = OUTLAY_VIEW_STATE (object);

  g_clear_object (&state->store);
  g_clear_object (&state->selected);
  g_clear_object (&state->shown);
  g_clear_pointer (&state->sifting, outlay_sifting_free);
  g_clear_object (&state->pending);
  g_clear_pointer (&state->history, g_ptr_array_unref);
  g_clear_pointer (&state->search, outlay_search_free);
  outlay_filter_clear (&state->filter);
  G_OBJECT_CLASS (outlay_view_state_parent_class)->finalize (object);
}

static void
outlay_view_state_class_init (OutlayViewStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_view_state_get_property;
  object_class->set_property = outlay_view_state_set_property;
  object_class->finalize = outlay_view_state_finalize;
  properties[PROP_DEALS] = g_param_spec_object ("deals", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, OUTLAY_TYPE_DEAL, flags);
  properties[PROP_SEARCH_TEXT] = g_param_spec_string ("search-text", NULL, NULL, "", flags);
  properties[PROP_SORT] = g_param_spec_uint ("sort", NULL, NULL, 0, OUTLAY_N_SORTS - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ASKED] = g_signal_new ("asked", OUTLAY_TYPE_VIEW_STATE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_view_state_init (OutlayViewState *state)
{
  outlay_filter_init (&state->filter);
  state->history = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (state->history, outlay_filter_to_string (&state->filter));
}

/* The first deals are there at once, however many there are. */
static void
start (OutlayViewState *state)
{
  OutlaySifting *sifting = outlay_sifting_new (NULL, outlay_store_get_index (state->store),
                                               &state->filter, state->order, state->currency);

  outlay_sifting_run (sifting);
  show_sifting (state, sifting, FALSE);
}

/**
 * outlay_view_state_new:
 * @store: (transfer none): where the deals come from
 *
 * Returns: (transfer full): a view of all deals, newest first.
 */
OutlayViewState *
outlay_view_state_new (OutlayStore *store)
{
  OutlayViewState *state = g_object_new (OUTLAY_TYPE_VIEW_STATE, NULL);

  state->store = g_object_ref (store);
  state->shown = outlay_deal_list_new (outlay_store_get_pool (store));
  state->search = outlay_search_new (store, found_cb, state);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), state,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "starred", G_CALLBACK (store_starred_cb), state,
                           G_CONNECT_SWAPPED);
  start (state);
  return state;
}

/**
 * outlay_view_state_get_store:
 *
 * Returns: (transfer none): where the deals come from.
 */
OutlayStore *
outlay_view_state_get_store (OutlayViewState *state)
{
  return state->store;
}

/**
 * outlay_view_state_get_deals:
 *
 * Returns: (transfer none): the deals shown, in order, as #OutlayDeal.
 */
GListModel *
outlay_view_state_get_deals (OutlayViewState *state)
{
  return G_LIST_MODEL (state->shown);
}

/**
 * outlay_view_state_find_shown:
 * @deal: (nullable): the deal looked for
 * @position: (out): where it is among the deals shown
 *
 * Returns: whether it is shown.
 */
gboolean
outlay_view_state_find_shown (OutlayViewState *state, OutlayDeal *deal, guint *position)
{
  return deal != NULL && outlay_deal_list_find (state->shown, outlay_deal_get_id (deal), position);
}

/**
 * outlay_view_state_dup_shown:
 *
 * Returns: (transfer full): the deals shown now, in order, for another thread to count or read.
 */
OutlayShown *
outlay_view_state_dup_shown (OutlayViewState *state)
{
  return outlay_shown_new (state->sifting->index, state->sifting->rows, state->currency);
}

/**
 * outlay_view_state_dup_some_shown:
 * @positions: (element-type guint): of some of the deals shown, in order
 *
 * Returns: (transfer full): those deals, for another thread to count or read.
 */
OutlayShown *
outlay_view_state_dup_some_shown (OutlayViewState *state, const GArray *positions)
{
  const GArray *all = state->sifting->rows;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (position < all->len)
        g_array_append_val (rows, g_array_index (all, guint, position));
    }
  return outlay_shown_new (state->sifting->index, rows, state->currency);
}

/**
 * outlay_view_state_get_selected:
 *
 * Returns: (transfer none) (nullable): the deal whose details are shown.
 */
OutlayDeal *
outlay_view_state_get_selected (OutlayViewState *state)
{
  return state->selected;
}

/** outlay_view_state_set_selected: selects @deal, or none where it is %NULL. */
void
outlay_view_state_set_selected (OutlayViewState *state, OutlayDeal *deal)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (g_set_object (&state->selected, deal))
    g_object_notify_by_pspec (G_OBJECT (state), properties[PROP_SELECTED]);
}

/**
 * outlay_view_state_count_scope:
 * @scope: one that is no source and no article
 *
 * Returns: how many deals it holds under no filter.
 */
guint
outlay_view_state_count_scope (OutlayViewState *state, OutlayScope scope)
{
  g_return_val_if_fail (scope <= OUTLAY_SCOPE_STARRED, 0);

  static const OutlayTrait traits[]
    = {0, OUTLAY_TRAIT_REVIEW, OUTLAY_TRAIT_CONFLICTS, OUTLAY_TRAIT_STARRED};

  if (scope == OUTLAY_SCOPE_ALL)
    return outlay_deal_index_get_n_deals (state->sifting->index);
  return state->sifting->facets.all[OUTLAY_FACET_TRAIT][traits[scope]];
}

/**
 * outlay_view_state_get_sort:
 *
 * Returns: the order of the deals shown.
 */
OutlaySort
outlay_view_state_get_sort (OutlayViewState *state)
{
  return state->order.sort;
}

/**
 * outlay_view_state_set_totals_currency:
 * @currency: ISO 4217 code, "" to let currencies stand apart
 *
 * Adds up deals in one currency; what no rate is known of is left out and said so.
 */
void
outlay_view_state_set_totals_currency (OutlayViewState *state, const char *currency)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (!outlay_rates_knows (currency))
    currency = "";
  if (strcmp (state->currency, currency) == 0)
    return;
  g_strlcpy (state->currency, currency, sizeof state->currency);
  outlay_view_state_show_filtered (state);
}

/** outlay_view_state_set_sort: puts the deals shown in another order, which is not reversed. */
void
outlay_view_state_set_sort (OutlayViewState *state, OutlaySort sort)
{
  outlay_view_state_set_order (state, (OutlayOrder){sort, FALSE});
}

/**
 * outlay_view_state_get_order:
 *
 * Returns: the order of the deals shown, and whether it is reversed.
 */
OutlayOrder
outlay_view_state_get_order (OutlayViewState *state)
{
  return state->order;
}

/* The newest first from behind is the oldest first, which has a name of its own. */
static OutlayOrder
name_order (OutlayOrder order)
{
  if (order.reversed && order.sort == OUTLAY_SORT_NEWEST)
    return (OutlayOrder){OUTLAY_SORT_OLDEST, FALSE};
  if (order.reversed && order.sort == OUTLAY_SORT_OLDEST)
    return (OutlayOrder){OUTLAY_SORT_NEWEST, FALSE};
  return order;
}

/** outlay_view_state_set_order: puts the deals shown in another order. */
void
outlay_view_state_set_order (OutlayViewState *state, OutlayOrder order)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));
  g_return_if_fail (order.sort < OUTLAY_N_SORTS);

  order = name_order (order);
  if (outlay_order_equal (&state->order, &order))
    return;
  state->order = order;
  g_object_notify_by_pspec (G_OBJECT (state), properties[PROP_SORT]);
  outlay_view_state_apply (state);
}

/**
 * outlay_view_state_is_partial:
 *
 * Returns: whether what is shown, and what is counted of it, is not all of it yet.
 */
gboolean
outlay_view_state_is_partial (OutlayViewState *state)
{
  return state->pending != NULL || outlay_store_get_partial (state->store);
}

/**
 * outlay_view_state_list_facet:
 *
 * Returns: (transfer full) (element-type OutlayFacetValue): the values of @facet with their live
 *   counts.
 */
GArray *
outlay_view_state_list_facet (OutlayViewState *state, OutlayFacet facet)
{
  return outlay_facets_list_values (&state->sifting->facets, state->sifting->index, &state->filter,
                                    facet);
}

/**
 * outlay_view_state_get_histogram:
 *
 * Returns: (transfer none): how many deals there are of which size, live under the other filters.
 */
const OutlayHistogram *
outlay_view_state_get_histogram (OutlayViewState *state, OutlayMeasure measure)
{
  return &state->sifting->histograms[measure];
}

/**
 * outlay_view_state_get_totals:
 *
 * Returns: (transfer none): what the deals shown add up to.
 */
const OutlayTotals *
outlay_view_state_get_totals (OutlayViewState *state)
{
  return &state->sifting->totals;
}

/**
 * outlay_view_state_get_largest:
 *
 * Returns: the greatest outlay_deal_get_worth() of the deals shown that totals count, which bars
 *   are drawn against; 0 where there is none.
 */
gint64
outlay_view_state_get_largest (OutlayViewState *state)
{
  return state->sifting->largest;
}
