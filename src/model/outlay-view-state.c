/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-view-state.h"

#include <string.h>

#include "outlay-deal-list.h"
#include "outlay-search.h"

struct _OutlayViewState
{
  GObject parent_instance;

  OutlayStore *store;
  OutlayFilter filter;
  OutlayOrder order;
  OutlaySearch *search;
  GPtrArray *ordered;
  OutlayDealList *shown;
  OutlayDeal *selected;
  OutlayTotals totals;
  OutlayFacets facets;
  gint64 largest;
  guint scope_counts[OUTLAY_SCOPE_STARRED + 1];
};

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
count_shown (OutlayViewState *state, OutlayDeal *deal)
{
  const OutlayDealRecord *record = outlay_deal_get_record (deal);

  outlay_totals_add (&state->totals, deal);
  if (outlay_deal_record_counts (record))
    state->largest = MAX (state->largest, outlay_deal_get_worth (deal));
}

/* One pass over all deals in order: what is shown, what it adds up to, what facets would show. */
static void
filter_deals (OutlayViewState *state)
{
  GPtrArray *shown = g_ptr_array_new_full (state->ordered->len, g_object_unref);

  outlay_totals_reset (&state->totals);
  outlay_facets_reset (&state->facets, FALSE);
  state->largest = 0;
  for (guint i = 0; i < state->ordered->len; i++)
    {
      OutlayDeal *deal = g_ptr_array_index (state->ordered, i);
      guint misses = outlay_filter_get_misses (&state->filter, deal);

      outlay_facets_count_live (&state->facets, deal, misses);
      if (misses != 0)
        continue;
      g_ptr_array_add (shown, g_object_ref (deal));
      count_shown (state, deal);
    }
  outlay_totals_finish (&state->totals, state->ordered->len);
  outlay_deal_list_take (state->shown, shown);
}

static void
count_deal (OutlayViewState *state, OutlayDeal *deal)
{
  const OutlayDealRecord *record = outlay_deal_get_record (deal);

  outlay_facets_count_all (&state->facets, deal);
  state->scope_counts[OUTLAY_SCOPE_ALL]++;
  if (record->review)
    state->scope_counts[OUTLAY_SCOPE_REVIEW]++;
  if (record->conflicts != 0)
    state->scope_counts[OUTLAY_SCOPE_CONFLICTS]++;
  if (outlay_deal_get_starred (deal))
    state->scope_counts[OUTLAY_SCOPE_STARRED]++;
}

static void
apply (OutlayViewState *state)
{
  filter_deals (state);
  g_signal_emit (state, signals[SIGNAL_CHANGED], 0);
  g_signal_emit (state, signals[SIGNAL_ASKED], 0);
}

static void
found_cb (GHashTable *found, gpointer user_data)
{
  OutlayViewState *state = user_data;

  outlay_filter_set_found (&state->filter, found);
  apply (state);
}

static void
store_changed_cb (OutlayViewState *state)
{
  OutlayDeal *selected = state->selected;

  g_ptr_array_set_size (state->ordered, 0);
  memset (state->scope_counts, 0, sizeof state->scope_counts);
  outlay_facets_reset (&state->facets, TRUE);
  for (guint i = 0; i < outlay_store_get_n_deals (state->store); i++)
    {
      OutlayDeal *deal = outlay_store_get_deal (state->store, i);

      g_ptr_array_add (state->ordered, g_object_ref (deal));
      count_deal (state, deal);
    }
  outlay_order_deals (state->ordered, state->order);
  if (selected != NULL
      && outlay_store_find_deal (state->store, outlay_deal_get_id (selected)) != selected)
    outlay_view_state_set_selected (state, NULL);
  filter_deals (state);
  g_signal_emit (state, signals[SIGNAL_CHANGED], 0);
  outlay_search_again (state->search);
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
  g_clear_pointer (&state->ordered, g_ptr_array_unref);
  g_clear_pointer (&state->search, outlay_search_free);
  outlay_filter_clear (&state->filter);
  outlay_totals_clear (&state->totals);
  outlay_facets_clear (&state->facets);
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
  outlay_totals_init (&state->totals);
  outlay_facets_init (&state->facets);
  state->ordered = g_ptr_array_new_with_free_func (g_object_unref);
  state->shown = outlay_deal_list_new ();
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
  state->search = outlay_search_new (store, found_cb, state);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), state,
                           G_CONNECT_SWAPPED);
  store_changed_cb (state);
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
  return deal != NULL
         && g_ptr_array_find (outlay_deal_list_get_deals (state->shown), deal, position);
}

/**
 * outlay_view_state_list_records:
 *
 * Returns: (transfer full) (element-type OutlayDealRecord): the deals shown, in order, for paper
 *   and exports.
 */
GPtrArray *
outlay_view_state_list_records (OutlayViewState *state)
{
  GPtrArray *deals = outlay_deal_list_get_deals (state->shown);
  GPtrArray *records = g_ptr_array_new_full (deals->len, (GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_add (records, outlay_deal_record_ref (outlay_deal_get_record (deals->pdata[i])));
  return records;
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
 * outlay_view_state_get_scope:
 *
 * Returns: which part of the ledger is shown.
 */
OutlayScope
outlay_view_state_get_scope (OutlayViewState *state)
{
  return state->filter.scope;
}

/**
 * outlay_view_state_get_source:
 *
 * Returns: (transfer none) (nullable): the key of the source shown, under %OUTLAY_SCOPE_SOURCE.
 */
const char *
outlay_view_state_get_source (OutlayViewState *state)
{
  return state->filter.source;
}

/**
 * outlay_view_state_get_article:
 *
 * Returns: the id of the article shown, under %OUTLAY_SCOPE_ARTICLE.
 */
gint64
outlay_view_state_get_article (OutlayViewState *state)
{
  return state->filter.article;
}

static void
point_at (OutlayViewState *state, OutlayScope scope, const char *source, gint64 article)
{
  OutlayFilter *filter = &state->filter;

  if (filter->scope == scope && filter->article == article
      && g_strcmp0 (filter->source, source) == 0)
    return;
  filter->scope = scope;
  filter->article = article;
  g_free (filter->source);
  filter->source = g_strdup (source);
  apply (state);
}

/** outlay_view_state_set_scope: shows a part of the ledger that is no source and no article. */
void
outlay_view_state_set_scope (OutlayViewState *state, OutlayScope scope)
{
  g_return_if_fail (scope <= OUTLAY_SCOPE_STARRED);

  point_at (state, scope, NULL, 0);
}

/** outlay_view_state_show_source: shows the deals of the source whose key is @source. */
void
outlay_view_state_show_source (OutlayViewState *state, const char *source)
{
  g_return_if_fail (source != NULL);

  point_at (state, OUTLAY_SCOPE_SOURCE, source, 0);
}

/** outlay_view_state_show_article: shows the deals of one article. */
void
outlay_view_state_show_article (OutlayViewState *state, gint64 article)
{
  point_at (state, OUTLAY_SCOPE_ARTICLE, NULL, article);
}

/** outlay_view_state_show_import: shows the deals that only the new articles of @import tell. */
void
outlay_view_state_show_import (OutlayViewState *state, OutlayImport *import)
{
  const GPtrArray *items = outlay_import_get_items (import);
  GHashTable *articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      if (item->outcome == OUTLAY_IMPORT_NEW)
        g_hash_table_add (articles, g_memdup2 (&item->article_id, sizeof item->article_id));
    }
  g_clear_pointer (&state->filter.articles, g_hash_table_unref);
  state->filter.articles = articles;
  state->filter.scope = OUTLAY_SCOPE_ALL;
  point_at (state, OUTLAY_SCOPE_IMPORT, NULL, 0);
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

  return state->scope_counts[scope];
}

/**
 * outlay_view_state_get_search_text:
 *
 * Returns: (transfer none): what is searched for, "" for nothing.
 */
const char *
outlay_view_state_get_search_text (OutlayViewState *state)
{
  return outlay_search_get_text (state->search);
}

/**
 * outlay_view_state_is_searching:
 *
 * Returns: whether the deals shown are not yet those that the search text finds.
 */
gboolean
outlay_view_state_is_searching (OutlayViewState *state)
{
  return outlay_search_is_running (state->search);
}

/**
 * outlay_view_state_set_search_text:
 * @text: (nullable): as outlay_query_new() understands it
 *
 * The deals found are shown as soon as they are: where a ledger is open, that is later.
 */
void
outlay_view_state_set_search_text (OutlayViewState *state, const char *text)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));

  if (outlay_search_set_text (state->search, text))
    g_object_notify_by_pspec (G_OBJECT (state), properties[PROP_SEARCH_TEXT]);
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
  if (state->order.sort == order.sort && state->order.reversed == order.reversed)
    return;
  state->order = order;
  outlay_order_deals (state->ordered, order);
  g_object_notify_by_pspec (G_OBJECT (state), properties[PROP_SORT]);
  apply (state);
}

/** outlay_view_state_choose: includes, excludes or frees the value @key of @facet. */
void
outlay_view_state_choose (OutlayViewState *state,
                          OutlayFacet facet,
                          const char *key,
                          OutlayChoice choice)
{
  g_return_if_fail (OUTLAY_IS_VIEW_STATE (state));
  g_return_if_fail (key != NULL);

  if (outlay_filter_choose (&state->filter, facet, key, choice))
    apply (state);
}

/** outlay_view_state_clear_facet: frees all values of @facet. */
void
outlay_view_state_clear_facet (OutlayViewState *state, OutlayFacet facet)
{
  if (!outlay_filter_has_choices (&state->filter, facet))
    return;
  g_hash_table_remove_all (state->filter.choices[facet]);
  apply (state);
}

/** outlay_view_state_clear_filters: frees all facets and ends the search; the scope stays. */
void
outlay_view_state_clear_filters (OutlayViewState *state)
{
  if (outlay_view_state_count_filters (state) == 0)
    return;
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_hash_table_remove_all (state->filter.choices[facet]);
  if (*outlay_search_get_text (state->search) != '\0')
    outlay_view_state_set_search_text (state, NULL);
  else
    apply (state);
}

/**
 * outlay_view_state_count_filters:
 *
 * Returns: how many filters are on: facets with a choice, and the search.
 */
guint
outlay_view_state_count_filters (OutlayViewState *state)
{
  guint count = *outlay_search_get_text (state->search) != '\0';

  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    count += outlay_filter_has_choices (&state->filter, (OutlayFacet)facet);
  return count;
}

/**
 * outlay_view_state_has_choices:
 *
 * Returns: whether any value of @facet is included or excluded.
 */
gboolean
outlay_view_state_has_choices (OutlayViewState *state, OutlayFacet facet)
{
  return outlay_filter_has_choices (&state->filter, facet);
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
  return outlay_facets_list_values (&state->facets, &state->filter, facet);
}

/**
 * outlay_view_state_get_totals:
 *
 * Returns: (transfer none): what the deals shown add up to.
 */
const OutlayTotals *
outlay_view_state_get_totals (OutlayViewState *state)
{
  return &state->totals;
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
  return state->largest;
}
