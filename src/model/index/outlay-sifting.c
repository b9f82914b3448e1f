/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-sifting.h"

#include <string.h>

/* What was counted is as true as before where neither the deals nor its measure changed: of all
 * deals, or also of those let through where another order alone is asked for. */
static void
keep_counts (OutlaySifting *sifting, const OutlaySifting *before)
{
  guint n_deals = outlay_deal_index_get_n_deals (sifting->index);
  gboolean same_currency = strcmp (before->filter.currency, sifting->filter.currency) == 0;

  if (before->counted && strcmp (before->sums, sifting->sums) == 0
      && outlay_filter_equal (&before->filter, &sifting->filter))
    {
      sifting->counted = TRUE;
      sifting->largest = before->largest;
      sifting->rows = g_array_ref (before->rows);
      outlay_totals_clear (&sifting->totals);
      outlay_totals_copy (&sifting->totals, &before->totals);
    }

  if (before->filter.role == sifting->filter.role)
    outlay_facets_copy (&sifting->facets, &before->facets);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      if (measure != OUTLAY_MEASURE_AMOUNT || same_currency)
        outlay_histogram_copy (&sifting->histograms[measure], &before->histograms[measure],
                               n_deals);
    }
  if (before->ordered != NULL && outlay_order_equal (&before->order, &sifting->order))
    sifting->ordered = g_array_ref (before->ordered);
}

/**
 * outlay_sifting_new:
 * @before: (nullable): one that was carried out, of which is kept what still holds
 * @index: (transfer none): the deals
 * @filter: (transfer none): what is wanted of them, copied
 * @sums: ISO 4217 code of what totals are converted to and amounts are compared in, "" for none
 *
 * Returns: (transfer full): what outlay_sifting_run() carries out.
 */
OutlaySifting *
outlay_sifting_new (const OutlaySifting *before,
                    OutlayDealIndex *index,
                    const OutlayFilter *filter,
                    OutlayOrder order,
                    const char *sums)
{
  OutlaySifting *sifting = g_new0 (OutlaySifting, 1);

  sifting->index = outlay_deal_index_ref (index);
  sifting->order = order;
  g_strlcpy (sifting->order.currency, sums, sizeof sifting->order.currency);
  outlay_filter_copy (&sifting->filter, filter);
  outlay_totals_init (&sifting->totals);
  g_strlcpy (sifting->sums, sums, sizeof sifting->sums);
  if (before != NULL && before->index == index)
    keep_counts (sifting, before);
  return sifting;
}

static void
count_all (OutlaySifting *sifting)
{
  if (sifting->facets.all[0] == NULL)
    outlay_facets_count_all (&sifting->facets, sifting->index, sifting->filter.role);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    {
      if (sifting->histograms[measure].bars == NULL)
        outlay_histogram_count_all (&sifting->histograms[measure], (OutlayMeasure)measure,
                                    sifting->index, sifting->filter.currency);
    }
  if (sifting->ordered == NULL)
    {
      guint n_deals = outlay_deal_index_get_n_deals (sifting->index);

      g_autofree guint32 *rows = outlay_order_rows (sifting->index, sifting->order);

      sifting->ordered = g_array_sized_new (FALSE, FALSE, sizeof *rows, n_deals);
      g_array_append_vals (sifting->ordered, rows, n_deals);
    }
}

static void
add_up (OutlaySifting *sifting, guint row)
{
  const OutlayDealRow *deal = outlay_deal_index_get_row (sifting->index, row);

  outlay_totals_add (&sifting->totals, deal);
  if (deal->counts)
    sifting->largest = MAX (sifting->largest, deal->worth);
}

/* Goes over all deals as they lie in memory, and over each facet's values by themselves. */
static void
sift_rows (OutlaySifting *sifting, guint *misses)
{
  guint n_deals = outlay_deal_index_get_n_deals (sifting->index);
  g_auto (OutlaySieve) sieve;

  outlay_sieve_init (&sieve, sifting->index, &sifting->filter);
  for (guint row = 0; row < n_deals; row++)
    {
      misses[row] = outlay_sieve_get_misses (&sieve, row);
      if (misses[row] == 0)
        add_up (sifting, row);
    }
  outlay_totals_finish (&sifting->totals, n_deals, sifting->sums);
  if (sifting->totals.n_deals == n_deals)
    outlay_facets_let_all (&sifting->facets);
  else
    outlay_facets_count_live (&sifting->facets, &sieve, misses);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    outlay_histogram_count_live (&sifting->histograms[measure], misses,
                                 OUTLAY_MISS_RANGE << measure, n_deals);
  sifting->counted = TRUE;
}

/* Of each deal what it misses; of those that were counted before only whether that is nothing. */
static guint *
list_misses (OutlaySifting *sifting)
{
  guint n_deals = outlay_deal_index_get_n_deals (sifting->index);
  guint *misses = g_new (guint, n_deals + 1);

  if (!sifting->counted)
    {
      sift_rows (sifting, misses);
      return misses;
    }
  for (guint row = 0; row < n_deals; row++)
    misses[row] = 1;
  for (guint i = 0; i < sifting->rows->len; i++)
    misses[g_array_index (sifting->rows, guint32, i)] = 0;
  return misses;
}

/**
 * outlay_sifting_run:
 *
 * Finds out what is shown, what it adds up to and what facets would show; from any thread.
 */
void
outlay_sifting_run (OutlaySifting *sifting)
{
  guint n_deals = outlay_deal_index_get_n_deals (sifting->index);
  g_autofree guint *misses = NULL;
  const guint32 *ordered;
  guint32 *rows;

  count_all (sifting);
  misses = list_misses (sifting);
  g_clear_pointer (&sifting->rows, g_array_unref);
  sifting->rows = g_array_new (FALSE, FALSE, sizeof *rows);
  g_array_set_size (sifting->rows, sifting->totals.n_deals);
  ordered = &g_array_index (sifting->ordered, guint32, 0);
  rows = &g_array_index (sifting->rows, guint32, 0);
  for (guint i = 0; i < n_deals; i++)
    {
      if (misses[ordered[i]] == 0)
        *rows++ = ordered[i];
    }
}

/**
 * outlay_sifting_count_star:
 * @row: of a deal that was given a star, or lost it, after @sifting was carried out
 *
 * Counts the star in, or out.
 *
 * Returns: whether that is all; %FALSE where stars decide which deals are shown and in which order.
 */
gboolean
outlay_sifting_count_star (OutlaySifting *sifting, guint row)
{
  const guint star = 1u << OUTLAY_TRAIT_STARRED;
  const OutlayDealRow *deal = outlay_deal_index_get_row (sifting->index, row);
  guint step = (deal->traits & star) != 0 ? 1u : -1u;
  g_auto (OutlaySieve) sieve;

  outlay_sieve_init (&sieve, sifting->index, &sifting->filter);
  sifting->facets.all[OUTLAY_FACET_TRAIT][OUTLAY_TRAIT_STARRED] += step;
  if (sifting->order.sort == OUTLAY_SORT_STARRED)
    g_clear_pointer (&sifting->ordered, g_array_unref);
  sifting->counted = sifting->ordered != NULL && sifting->filter.scope != OUTLAY_SCOPE_STARRED
                     && ((sieve.traits | sieve.no_traits) & star) == 0;
  if (!sifting->counted)
    return FALSE;
  if (outlay_sieve_get_misses (&sieve, row) == 0)
    sifting->facets.live[OUTLAY_FACET_TRAIT][OUTLAY_TRAIT_STARRED] += step;
  return TRUE;
}

/** outlay_sifting_free: frees @sifting. */
void
outlay_sifting_free (OutlaySifting *sifting)
{
  outlay_deal_index_unref (sifting->index);
  g_clear_pointer (&sifting->ordered, g_array_unref);
  g_clear_pointer (&sifting->rows, g_array_unref);
  outlay_totals_clear (&sifting->totals);
  outlay_facets_clear (&sifting->facets);
  for (guint measure = 0; measure < OUTLAY_N_MEASURES; measure++)
    outlay_histogram_clear (&sifting->histograms[measure]);
  outlay_filter_clear (&sifting->filter);
  g_free (sifting);
}
