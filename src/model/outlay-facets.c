/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-facets.h"

#include <glib/gi18n-lib.h>

#include "base/outlay-country.h"
#include "base/format/outlay-format.h"

static const char *const facet_titles[OUTLAY_N_FACETS] = {
  NC_ ("facet", "Kind"),    NC_ ("facet", "Status"),   NC_ ("facet", "Party"),
  NC_ ("facet", "Country"), NC_ ("facet", "Language"),
};

/** outlay_facets_init: makes @facets count nothing. */
void
outlay_facets_init (OutlayFacets *facets)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      facets->all[facet] = g_hash_table_new (g_direct_hash, g_direct_equal);
      facets->live[facet] = g_hash_table_new (g_direct_hash, g_direct_equal);
    }
}

/** outlay_facets_clear: frees what @facets holds. */
void
outlay_facets_clear (OutlayFacets *facets)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_clear_pointer (&facets->all[facet], g_hash_table_unref);
      g_clear_pointer (&facets->live[facet], g_hash_table_unref);
    }
}

/**
 * outlay_facets_reset:
 * @all: whether the counts under no filter start from nothing, too
 */
void
outlay_facets_reset (OutlayFacets *facets, gboolean all)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_hash_table_remove_all (facets->live[facet]);
      if (all)
        g_hash_table_remove_all (facets->all[facet]);
    }
}

static void
count_keys (GHashTable *counts, OutlayDeal *deal, OutlayFacet facet)
{
  const char *const *keys = outlay_deal_get_keys (deal, facet);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, keys[i]));

      g_hash_table_insert (counts, (gpointer)keys[i], GUINT_TO_POINTER (count + 1));
    }
}

/** outlay_facets_count_all: counts @deal under no filter. */
void
outlay_facets_count_all (OutlayFacets *facets, OutlayDeal *deal)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    count_keys (facets->all[facet], deal, (OutlayFacet)facet);
}

/**
 * outlay_facets_count_live:
 * @misses: what the filter says that @deal misses
 *
 * Counts @deal in each facet whose own choices alone keep it from being shown.
 */
void
outlay_facets_count_live (OutlayFacets *facets, OutlayDeal *deal, guint misses)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      if ((misses & ~(1u << facet)) == 0)
        count_keys (facets->live[facet], deal, (OutlayFacet)facet);
    }
}

static guint
get_rank (OutlayFacet facet, const char *key)
{
  OutlayKind kind;
  OutlayStatus status;

  if (facet == OUTLAY_FACET_KIND && outlay_kind_from_string (key, &kind))
    return kind;
  if (facet == OUTLAY_FACET_STATUS && outlay_status_from_string (key, &status))
    return status;
  return 0;
}

typedef struct
{
  const OutlayFacets *facets;
  OutlayFacet facet;
} Order;

/* Kinds and statuses in their own order, all else the most frequent first. The order goes by the
 * counts under no filter, so that rows don't move under the pointer. */
static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;
  const OutlayFacetValue *first = a;
  const OutlayFacetValue *second = b;
  guint first_rank = get_rank (order->facet, first->key);
  guint second_rank = get_rank (order->facet, second->key);
  GHashTable *all = order->facets->all[order->facet];
  gpointer first_count = g_hash_table_lookup (all, first->key);
  gpointer second_count = g_hash_table_lookup (all, second->key);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  if (first_count != second_count)
    return GPOINTER_TO_UINT (first_count) > GPOINTER_TO_UINT (second_count) ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

static void
add_value (GArray *values,
           const OutlayFacets *facets,
           const OutlayFilter *filter,
           OutlayFacet facet,
           const char *key)
{
  OutlayFacetValue value = {
    .key = key,
    .label = outlay_facet_get_label (facet, key),
    .count = GPOINTER_TO_UINT (g_hash_table_lookup (facets->live[facet], key)),
    .choice = outlay_filter_get_choice (filter, facet, key),
  };

  g_array_append_val (values, value);
}

/**
 * outlay_facets_list_values:
 *
 * Returns: (transfer full) (element-type OutlayFacetValue): all values of @facet in the ledger and
 *   those that are chosen, in an order that filtering does not change.
 */
GArray *
outlay_facets_list_values (const OutlayFacets *facets,
                           const OutlayFilter *filter,
                           OutlayFacet facet)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (OutlayFacetValue));
  Order order = {facets, facet};
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, facets->all[facet]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    add_value (values, facets, filter, facet, key);
  g_hash_table_iter_init (&iter, filter->choices[facet]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!g_hash_table_contains (facets->all[facet], key))
        add_value (values, facets, filter, facet, key);
    }
  g_array_sort_with_data (values, compare_values, &order);
  return values;
}

/**
 * outlay_facet_get_title:
 *
 * Returns: (transfer none): what people call the facet.
 */
const char *
outlay_facet_get_title (OutlayFacet facet)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "facet", facet_titles[facet]);
}

/**
 * outlay_facet_get_label:
 * @key: (transfer none): an interned key of @facet
 *
 * Returns: (transfer none): what people read for it.
 */
const char *
outlay_facet_get_label (OutlayFacet facet, const char *key)
{
  OutlayKind kind;
  OutlayStatus status;

  if (facet == OUTLAY_FACET_KIND && outlay_kind_from_string (key, &kind))
    return outlay_format_kind (kind);
  if (facet == OUTLAY_FACET_STATUS && outlay_status_from_string (key, &status))
    return outlay_format_status (status);
  if (facet == OUTLAY_FACET_COUNTRY)
    return outlay_country_get_name (key);
  if (facet == OUTLAY_FACET_LANGUAGE)
    return outlay_format_language (key);
  return key;
}
