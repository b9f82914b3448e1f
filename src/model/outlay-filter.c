/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-filter.h"

#include "outlay-search.h"

/** outlay_filter_init: makes @filter let all deals through. */
void
outlay_filter_init (OutlayFilter *filter)
{
  *filter = (OutlayFilter){0};
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    filter->choices[facet] = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/** outlay_filter_clear: frees what @filter holds. */
void
outlay_filter_clear (OutlayFilter *filter)
{
  g_clear_pointer (&filter->source, g_free);
  g_clear_pointer (&filter->found, g_hash_table_unref);
  g_clear_pointer (&filter->articles, g_hash_table_unref);
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_clear_pointer (&filter->choices[facet], g_hash_table_unref);
}

/**
 * outlay_filter_set_found:
 * @found: (nullable): what outlay_search_find() has found
 *
 * Lets only these deals through; all where @found is %NULL.
 */
void
outlay_filter_set_found (OutlayFilter *filter, GHashTable *found)
{
  g_clear_pointer (&filter->found, g_hash_table_unref);
  filter->found = found != NULL ? g_hash_table_ref (found) : NULL;
}

/**
 * outlay_filter_choose:
 *
 * Returns: whether that changed anything.
 */
gboolean
outlay_filter_choose (OutlayFilter *filter, OutlayFacet facet, const char *key, OutlayChoice choice)
{
  gpointer interned = (gpointer)g_intern_string (key);

  if (outlay_filter_get_choice (filter, facet, key) == choice)
    return FALSE;
  if (choice == OUTLAY_CHOICE_NONE)
    g_hash_table_remove (filter->choices[facet], interned);
  else
    g_hash_table_insert (filter->choices[facet], interned, GUINT_TO_POINTER (choice));
  return TRUE;
}

/**
 * outlay_filter_get_choice:
 *
 * Returns: what @key of @facet is chosen for.
 */
OutlayChoice
outlay_filter_get_choice (const OutlayFilter *filter, OutlayFacet facet, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (filter->choices[facet], g_intern_string (key)));
}

/**
 * outlay_filter_has_choices:
 *
 * Returns: whether any value of @facet is chosen.
 */
gboolean
outlay_filter_has_choices (const OutlayFilter *filter, OutlayFacet facet)
{
  return g_hash_table_size (filter->choices[facet]) > 0;
}

static gboolean
includes_any (GHashTable *choices)
{
  GHashTableIter iter;
  gpointer choice;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, NULL, &choice))
    {
      if (GPOINTER_TO_UINT (choice) == OUTLAY_CHOICE_INCLUDE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches_facet (const OutlayFilter *filter, OutlayFacet facet, OutlayDeal *deal)
{
  GHashTable *choices = filter->choices[facet];
  const char *const *keys = outlay_deal_get_keys (deal, facet);
  gboolean included = FALSE;

  if (g_hash_table_size (choices) == 0)
    return TRUE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint choice = GPOINTER_TO_UINT (g_hash_table_lookup (choices, keys[i]));

      if (choice == OUTLAY_CHOICE_EXCLUDE)
        return FALSE;
      included = included || choice == OUTLAY_CHOICE_INCLUDE;
    }
  return included || !includes_any (choices);
}

static gboolean
is_told_by (OutlayDeal *deal, GHashTable *articles)
{
  const OutlayDealRecord *record = outlay_deal_get_record (deal);

  for (guint i = 0; i < record->claims->len; i++)
    {
      if (!g_hash_table_contains (articles, &outlay_deal_record_get_claim (record, i)->article_id))
        return FALSE;
    }
  return record->claims->len > 0;
}

static gboolean
matches_scope (const OutlayFilter *filter, OutlayDeal *deal)
{
  switch (filter->scope)
    {
    case OUTLAY_SCOPE_REVIEW:
      return outlay_deal_get_record (deal)->review;
    case OUTLAY_SCOPE_CONFLICTS:
      return outlay_deal_get_record (deal)->conflicts != 0;
    case OUTLAY_SCOPE_STARRED:
      return outlay_deal_get_starred (deal);
    case OUTLAY_SCOPE_SOURCE:
      return outlay_deal_has_source (deal, filter->source);
    case OUTLAY_SCOPE_IMPORT:
      return is_told_by (deal, filter->articles);
    case OUTLAY_SCOPE_ARTICLE:
      return outlay_deal_has_article (deal, filter->article);
    default:
      return TRUE;
    }
}

static gboolean
matches_search (const OutlayFilter *filter, OutlayDeal *deal)
{
  return filter->found == NULL
         || g_hash_table_contains (filter->found,
                                   outlay_search_get_key (outlay_deal_get_id (deal)));
}

/**
 * outlay_filter_get_misses:
 *
 * Returns: bits of the conditions that @deal misses: (1 << facet), %OUTLAY_MISS_SCOPE,
 *   %OUTLAY_MISS_SEARCH; 0 where it is shown. A facet's live counts take the deals that miss
 *   nothing but that facet.
 */
guint
outlay_filter_get_misses (const OutlayFilter *filter, OutlayDeal *deal)
{
  guint misses = 0;

  if (!matches_scope (filter, deal))
    misses |= OUTLAY_MISS_SCOPE;
  if (!matches_search (filter, deal))
    misses |= OUTLAY_MISS_SEARCH;
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    {
      if (!matches_facet (filter, (OutlayFacet)facet, deal))
        misses |= 1u << facet;
    }
  return misses;
}
