/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-facets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/outlay-country.h"
#include "base/outlay-region.h"
#include "base/format/outlay-format.h"
#include "outlay-source.h"

static const char *const facet_titles[OUTLAY_N_FACETS] = {
  NC_ ("facet", "Kind"),    NC_ ("facet", "Status"),   NC_ ("facet", "Party"),
  NC_ ("facet", "Country"), NC_ ("facet", "Language"), NC_ ("facet", "Source"),
  NC_ ("facet", "Year"),    NC_ ("facet", "Tag"),      NC_ ("facet", "Marks"),
};

static const char *const trait_labels[OUTLAY_N_TRAITS] = {
  NC_ ("facet", "Several sources"),
  NC_ ("facet", "Articles disagree"),
  NC_ ("facet", "To review"),
  NC_ ("facet", "Starred"),
  NC_ ("facet", "May be one with another"),
};

/** outlay_facets_clear: frees what @facets holds; it counts nothing then. */
void
outlay_facets_clear (OutlayFacets *facets)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      g_clear_pointer (&facets->all[facet], g_free);
      g_clear_pointer (&facets->live[facet], g_free);
      g_clear_pointer (&facets->order[facet], g_free);
      facets->n_keys[facet] = 0;
    }
}

static guint *
copy_numbers (const guint *numbers, guint count)
{
  return numbers != NULL ? g_memdup2 (numbers, (count + 1) * sizeof *numbers) : NULL;
}

/** outlay_facets_copy: makes @copy, which holds nothing yet, count what @facets counts. */
void
outlay_facets_copy (OutlayFacets *copy, const OutlayFacets *facets)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      copy->n_keys[facet] = facets->n_keys[facet];
      copy->all[facet] = copy_numbers (facets->all[facet], facets->n_keys[facet]);
      copy->live[facet] = copy_numbers (facets->live[facet], facets->n_keys[facet]);
      copy->order[facet] = copy_numbers (facets->order[facet], facets->n_keys[facet]);
    }
}

/* Counts the values of all deals that miss nothing but this facet; where @misses is %NULL of all.
 */
static void
count_values (
  guint *counts, const OutlayDealIndex *index, OutlayFacet facet, const guint *misses, guint roles)
{
  guint n_deals = outlay_deal_index_get_n_deals (index);
  const guint32 *first;
  const guint32 *values = outlay_deal_index_get_column (index, facet, &first);
  const guint8 *having
    = facet == OUTLAY_FACET_PARTY && n_deals > 0 ? outlay_deal_index_get_roles (index, 0) : NULL;

  for (guint row = 0; row < n_deals; row++)
    {
      if (misses != NULL && (misses[row] & ~(1u << facet)) != 0)
        continue;
      for (guint i = first[row]; i < first[row + 1]; i++)
        counts[values[i]] += having == NULL || (having[i] & roles) != 0;
    }
}

static void
count_traits (guint *counts, guint traits)
{
  for (guint trait = 0; trait < OUTLAY_N_TRAITS; trait++)
    counts[trait] += (traits >> trait) & 1;
}

/**
 * outlay_facets_count_all:
 * @role: in which parties count, or %OUTLAY_ANY_ROLE
 *
 * Counts all deals of @index under no filter.
 */
void
outlay_facets_count_all (OutlayFacets *facets, const OutlayDealIndex *index, int role)
{
  guint roles = role == OUTLAY_ANY_ROLE ? ~0u : 1u << role;

  outlay_facets_clear (facets);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      facets->n_keys[facet] = outlay_deal_index_get_keys (index, (OutlayFacet)facet)->len;
      facets->all[facet] = g_new0 (guint, facets->n_keys[facet] + 1);
      facets->live[facet] = g_new0 (guint, facets->n_keys[facet] + 1);
    }
  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    count_values (facets->all[facet], index, (OutlayFacet)facet, NULL, roles);
  for (guint row = 0; row < outlay_deal_index_get_n_deals (index); row++)
    count_traits (facets->all[OUTLAY_FACET_TRAIT], outlay_deal_index_get_row (index, row)->traits);
}

/**
 * outlay_facets_count_live:
 * @misses: what the sieve says that each deal misses
 *
 * Counts each deal in the facets whose own choices alone keep it from being shown.
 */
void
outlay_facets_count_live (OutlayFacets *facets, const OutlaySieve *sieve, const guint *misses)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    memset (facets->live[facet], 0, facets->n_keys[facet] * sizeof (guint));
  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    count_values (facets->live[facet], sieve->index, (OutlayFacet)facet, misses, sieve->roles);
  for (guint row = 0; row < outlay_deal_index_get_n_deals (sieve->index); row++)
    {
      if ((misses[row] & ~(1u << OUTLAY_FACET_TRAIT)) == 0)
        count_traits (facets->live[OUTLAY_FACET_TRAIT],
                      outlay_sieve_get_wanted_traits (sieve, row));
    }
}

/** outlay_facets_let_all: makes each value count all its deals, as where all are shown. */
void
outlay_facets_let_all (OutlayFacets *facets)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    memcpy (facets->live[facet], facets->all[facet], facets->n_keys[facet] * sizeof (guint));
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
  const OutlayDealIndex *index;
  OutlayFacet facet;
  const GPtrArray *keys;
  const guint *all;
} Order;

static guint
get_continent_count (const Order *order, const char *continent)
{
  guint value;

  return continent != NULL
             && outlay_deal_index_find_key (order->index, OUTLAY_FACET_COUNTRY, continent, &value)
           ? order->all[value]
           : 0;
}

static guint
get_place_rank (const char *key)
{
  if (outlay_region_get_name (key, FALSE) == NULL)
    return 2;
  return g_strcmp0 (outlay_region_get_continent (key), key) == 0 ? 0 : 1;
}

/* A continent, then its regions and countries; the most frequent continent first. */
static int
compare_places (const Order *order, const char *first, const char *second)
{
  const char *first_continent = outlay_region_get_continent (first);
  const char *second_continent = outlay_region_get_continent (second);
  guint first_count = get_continent_count (order, first_continent);
  guint second_count = get_continent_count (order, second_continent);

  if (first_count != second_count)
    return first_count > second_count ? -1 : 1;
  if (first_continent != second_continent)
    return g_strcmp0 (first_continent, second_continent);
  return (int)get_place_rank (first) - (int)get_place_rank (second);
}

/* Kinds, statuses and marks in their own order, the latest year first, all else the most frequent
 * first. The order goes by the counts under no filter, so that rows don't move under the pointer.
 */
static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;
  const char *first_key = order->keys->pdata[first];
  const char *second_key = order->keys->pdata[second];
  guint first_rank = get_rank (order->facet, first_key);
  guint second_rank = get_rank (order->facet, second_key);
  int places
    = order->facet == OUTLAY_FACET_COUNTRY ? compare_places (order, first_key, second_key) : 0;

  if (places != 0)
    return places;
  if (order->facet == OUTLAY_FACET_TRAIT)
    return first < second ? -1 : 1;
  if (order->facet == OUTLAY_FACET_YEAR)
    return strcmp (second_key, first_key);
  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;
  if (order->all[first] != order->all[second])
    return order->all[first] > order->all[second] ? -1 : 1;
  return g_utf8_collate (outlay_facet_get_label (order->facet, first_key),
                         outlay_facet_get_label (order->facet, second_key));
}

static void
put_in_order (OutlayFacets *facets, const OutlayDealIndex *index, OutlayFacet facet)
{
  Order order = {index, facet, outlay_deal_index_get_keys (index, facet), facets->all[facet]};
  guint count = facets->n_keys[facet];

  facets->order[facet] = g_new (guint, count + 1);
  for (guint i = 0; i < count; i++)
    facets->order[facet][i] = i;
  g_qsort_with_data (facets->order[facet], (int)count, sizeof (guint), compare_values, &order);
}

/* What stands below a continent. */
static gboolean
is_within (OutlayFacet facet, const char *key)
{
  const char *continent = facet == OUTLAY_FACET_COUNTRY ? outlay_region_get_continent (key) : NULL;

  return continent != NULL && strcmp (continent, key) != 0;
}

static void
add_value (
  GArray *values, const OutlayFilter *filter, OutlayFacet facet, const char *key, guint count)
{
  OutlayFacetValue value = {
    .key = key,
    .label = outlay_facet_get_label (facet, key),
    .count = count,
    .choice = outlay_filter_get_choice (filter, facet, key),
    .within = is_within (facet, key),
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
outlay_facets_list_values (OutlayFacets *facets,
                           const OutlayDealIndex *index,
                           const OutlayFilter *filter,
                           OutlayFacet facet)
{
  const GPtrArray *keys = outlay_deal_index_get_keys (index, facet);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (OutlayFacetValue));
  GHashTableIter iter;
  gpointer key;
  guint known;

  if (facets->order[facet] == NULL)
    put_in_order (facets, index, facet);
  for (guint i = 0; i < facets->n_keys[facet]; i++)
    {
      guint value = facets->order[facet][i];

      if (facets->all[facet][value] > 0
          || outlay_filter_get_choice (filter, facet, keys->pdata[value]) != OUTLAY_CHOICE_NONE)
        add_value (values, filter, facet, keys->pdata[value], facets->live[facet][value]);
    }
  g_hash_table_iter_init (&iter, filter->choices[facet]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!outlay_deal_index_find_key (index, facet, key, &known))
        add_value (values, filter, facet, key, 0);
    }
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
  for (guint trait = 0; facet == OUTLAY_FACET_TRAIT && trait < OUTLAY_N_TRAITS; trait++)
    {
      if (strcmp (key, outlay_trait_to_string ((OutlayTrait)trait)) == 0)
        return g_dpgettext2 (GETTEXT_PACKAGE, "facet", trait_labels[trait]);
    }
  if (facet == OUTLAY_FACET_SOURCE)
    return outlay_source_get_title (key);
  if (facet == OUTLAY_FACET_COUNTRY && outlay_region_get_name (key, FALSE) != NULL)
    return outlay_region_get_name (key, FALSE);
  if (facet == OUTLAY_FACET_COUNTRY)
    return outlay_country_get_name (key);
  if (facet == OUTLAY_FACET_LANGUAGE)
    return outlay_format_language (key);
  return key;
}
