/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-sieve.h"

static void
prepare_facet (OutlaySieve *sieve, OutlayFacet facet)
{
  GHashTableIter iter;
  gpointer key, choice;
  guint value;

  if (!outlay_filter_has_choices (sieve->filter, facet))
    return;
  sieve->choices[facet] = g_malloc0 (outlay_deal_index_get_keys (sieve->index, facet)->len + 1);
  g_hash_table_iter_init (&iter, sieve->filter->choices[facet]);
  while (g_hash_table_iter_next (&iter, &key, &choice))
    {
      sieve->includes[facet] |= GPOINTER_TO_UINT (choice) == OUTLAY_CHOICE_INCLUDE;
      if (outlay_deal_index_find_key (sieve->index, facet, key, &value))
        sieve->choices[facet][value] = (guint8)GPOINTER_TO_UINT (choice);
    }
}

static void
prepare_traits (OutlaySieve *sieve)
{
  for (guint trait = 0; sieve->choices[OUTLAY_FACET_TRAIT] != NULL && trait < OUTLAY_N_TRAITS;
       trait++)
    {
      if (sieve->choices[OUTLAY_FACET_TRAIT][trait] == OUTLAY_CHOICE_INCLUDE)
        sieve->traits |= 1u << trait;
      if (sieve->choices[OUTLAY_FACET_TRAIT][trait] == OUTLAY_CHOICE_EXCLUDE)
        sieve->no_traits |= 1u << trait;
    }
}

static void
mark_end (OutlaySieve *sieve, const char *name, OutlayRole role)
{
  guint value;

  if (outlay_deal_index_find_key (sieve->index, OUTLAY_FACET_PARTY, name, &value))
    sieve->ends[value] |= (guint8)(1u << role);
}

static void
prepare_flow (OutlaySieve *sieve)
{
  const OutlayFilter *filter = sieve->filter;

  if (filter->payer == NULL)
    return;
  sieve->ends = g_malloc0 (outlay_deal_index_get_keys (sieve->index, OUTLAY_FACET_PARTY)->len + 1);
  mark_end (sieve, filter->payer, OUTLAY_ROLE_INVESTOR);
  for (guint i = 0; i < filter->recipients->len; i++)
    mark_end (sieve, filter->recipients->pdata[i], OUTLAY_ROLE_RECIPIENT);
}

/**
 * outlay_sieve_init:
 * @index: (transfer none): outlives @sieve
 * @filter: (transfer none): outlives @sieve, and is not changed meanwhile
 */
void
outlay_sieve_init (OutlaySieve *sieve, const OutlayDealIndex *index, const OutlayFilter *filter)
{
  *sieve = (OutlaySieve){.index = index, .filter = filter};
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    prepare_facet (sieve, (OutlayFacet)facet);
  prepare_traits (sieve);
  prepare_flow (sieve);
  sieve->roles = filter->role == OUTLAY_ANY_ROLE ? ~0u : 1u << filter->role;
  if (filter->scope == OUTLAY_SCOPE_SOURCE)
    sieve->has_source
      = outlay_deal_index_find_key (index, OUTLAY_FACET_SOURCE, filter->source, &sieve->source);
}

/** outlay_sieve_clear: frees what @sieve holds. */
void
outlay_sieve_clear (OutlaySieve *sieve)
{
  for (guint facet = 0; facet < OUTLAY_N_FACETS; facet++)
    g_clear_pointer (&sieve->choices[facet], g_free);
  g_clear_pointer (&sieve->ends, g_free);
}

/* Deals with one of the included values, if there are any, and none of the excluded ones. */
static gboolean
passes_facet (const OutlaySieve *sieve, OutlayFacet facet, guint row)
{
  const guint8 *choices = sieve->choices[facet];
  guint n_values;
  const guint32 *values = outlay_deal_index_get_values (sieve->index, facet, row, &n_values);
  const guint8 *roles
    = facet == OUTLAY_FACET_PARTY ? outlay_deal_index_get_roles (sieve->index, row) : NULL;
  gboolean included = !sieve->includes[facet];

  for (guint i = 0; i < n_values; i++)
    {
      if (roles != NULL && (roles[i] & sieve->roles) == 0)
        continue;
      if (choices[values[i]] == OUTLAY_CHOICE_EXCLUDE)
        return FALSE;
      included |= choices[values[i]] == OUTLAY_CHOICE_INCLUDE;
    }
  return included;
}

static gboolean
has_source (const OutlaySieve *sieve, guint row)
{
  guint n_values;
  const guint32 *values
    = outlay_deal_index_get_values (sieve->index, OUTLAY_FACET_SOURCE, row, &n_values);

  for (guint i = 0; sieve->has_source && i < n_values; i++)
    {
      if (values[i] == sieve->source)
        return TRUE;
    }
  return FALSE;
}

static gboolean
passes_scope (const OutlaySieve *sieve, guint row, const OutlayDealRow *deal)
{
  switch (sieve->filter->scope)
    {
    case OUTLAY_SCOPE_REVIEW:
      return (deal->traits >> OUTLAY_TRAIT_REVIEW) & 1;
    case OUTLAY_SCOPE_CONFLICTS:
      return (deal->traits >> OUTLAY_TRAIT_CONFLICTS) & 1;
    case OUTLAY_SCOPE_STARRED:
      return (deal->traits >> OUTLAY_TRAIT_STARRED) & 1;
    case OUTLAY_SCOPE_SOURCE:
      return has_source (sieve, row);
    case OUTLAY_SCOPE_IMPORT:
      return outlay_deal_index_has_only_articles (sieve->index, row, sieve->filter->articles);
    case OUTLAY_SCOPE_ARTICLE:
      return outlay_deal_index_has_article (sieve->index, row, sieve->filter->article);
    default:
      return TRUE;
    }
}

/* Only deals that count flow. */
static gboolean
passes_flow (const OutlaySieve *sieve, guint row, const OutlayDealRow *deal)
{
  const guint ends = 1u << OUTLAY_ROLE_INVESTOR | 1u << OUTLAY_ROLE_RECIPIENT;
  const guint8 *roles;
  const guint32 *values;
  guint n_values;
  guint met = 0;

  if (sieve->ends == NULL)
    return TRUE;
  values = outlay_deal_index_get_values (sieve->index, OUTLAY_FACET_PARTY, row, &n_values);
  roles = outlay_deal_index_get_roles (sieve->index, row);
  for (guint i = 0; i < n_values; i++)
    met |= sieve->ends[values[i]] & roles[i];
  return deal->counts && met == ends;
}

static gboolean
is_wide (const OutlayRange *range)
{
  return range->low == G_MININT64 && range->high == G_MAXINT64;
}

static gboolean
lies_in (const OutlayRange *range, gint64 low, gint64 high, gboolean stated)
{
  if (is_wide (range))
    return TRUE;
  return stated ? high >= range->low && low <= range->high : range->unstated;
}

/* Converting takes a look at rates, which is not taken where any amount will do. */
static gboolean
is_of_amount (const OutlaySieve *sieve, const OutlayDealRow *deal)
{
  const OutlayRange *range = &sieve->filter->ranges[OUTLAY_MEASURE_AMOUNT];
  gint64 amount = 0;

  if (is_wide (range))
    return TRUE;
  gboolean stated = outlay_deal_row_convert (deal, sieve->filter->currency, &amount);
  return lies_in (range, amount, amount, stated);
}

static guint
get_range_misses (const OutlaySieve *sieve, const OutlayDealRow *deal)
{
  const OutlayRange *ranges = sieve->filter->ranges;
  guint misses = 0;

  if (!is_of_amount (sieve, deal))
    misses |= OUTLAY_MISS_RANGE << OUTLAY_MEASURE_AMOUNT;
  if (!lies_in (&ranges[OUTLAY_MEASURE_CAPACITY], deal->kilowatts, deal->kilowatts,
                deal->kilowatts > 0))
    misses |= OUTLAY_MISS_RANGE << OUTLAY_MEASURE_CAPACITY;
  if (!lies_in (&ranges[OUTLAY_MEASURE_DATE], deal->day, deal->last_day, deal->day > 0))
    misses |= OUTLAY_MISS_RANGE << OUTLAY_MEASURE_DATE;
  return misses;
}

/**
 * outlay_sieve_get_misses:
 *
 * Returns: bits of the conditions that the deal at @row misses: (1 << facet), (OUTLAY_MISS_RANGE <<
 *   measure), %OUTLAY_MISS_SCOPE, %OUTLAY_MISS_SEARCH, %OUTLAY_MISS_REREAD, %OUTLAY_MISS_FLOW;
 *   0 where it is shown.
 * The live counts of a facet take the deals that miss nothing but that facet.
 */
guint
outlay_sieve_get_misses (const OutlaySieve *sieve, guint row)
{
  const OutlayDealRow *deal = outlay_deal_index_get_row (sieve->index, row);
  GHashTable *found = sieve->filter->found;
  guint misses = get_range_misses (sieve, deal);

  if (!passes_scope (sieve, row, deal))
    misses |= OUTLAY_MISS_SCOPE;
  if (sieve->filter->reread != NULL && !g_hash_table_contains (sieve->filter->reread, &deal->id))
    misses |= OUTLAY_MISS_REREAD;
  if (found != NULL && !g_hash_table_contains (found, outlay_filter_get_id_key (deal->id)))
    misses |= OUTLAY_MISS_SEARCH;
  if (!passes_flow (sieve, row, deal))
    misses |= OUTLAY_MISS_FLOW;
  for (guint facet = 0; facet < OUTLAY_FACET_TRAIT; facet++)
    {
      if (sieve->choices[facet] != NULL && !passes_facet (sieve, (OutlayFacet)facet, row))
        misses |= 1u << facet;
    }
  if ((deal->traits & sieve->traits) != sieve->traits || (deal->traits & sieve->no_traits) != 0)
    misses |= 1u << OUTLAY_FACET_TRAIT;
  return misses;
}

/**
 * outlay_sieve_get_wanted_traits:
 *
 * Traits narrow one another, so that of each the live count takes the choices of the others in.
 *
 * Returns: bits of the traits that the deal at @row has and that count it.
 */
guint
outlay_sieve_get_wanted_traits (const OutlaySieve *sieve, guint row)
{
  guint traits = outlay_deal_index_get_row (sieve->index, row)->traits;
  guint wanted = 0;

  if ((sieve->traits | sieve->no_traits) == 0)
    return traits;
  for (guint trait = 0; trait < OUTLAY_N_TRAITS; trait++)
    {
      guint others = ~(1u << trait);

      if ((traits & (1u << trait)) != 0
          && (traits & sieve->traits & others) == (sieve->traits & others)
          && (traits & sieve->no_traits & others) == 0)
        wanted |= 1u << trait;
    }
  return wanted;
}
