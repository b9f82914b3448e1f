/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-deal-pool.h"

/* The deals asked for last are kept, so that a view that scrolls back needn't make them anew. */
#define N_RECENT 256

struct _OutlayDealPool
{
  grefcount ref_count;
  OutlayDealIndex *index;
  OutlayLedger *ledger;
  GHashTable *deals;
  OutlayDeal *recent[N_RECENT];
  guint next_recent;
};

/**
 * outlay_deal_pool_new:
 *
 * Returns: (transfer full): a pool of no deals.
 */
OutlayDealPool *
outlay_deal_pool_new (void)
{
  OutlayDealPool *pool = g_new0 (OutlayDealPool, 1);

  g_ref_count_init (&pool->ref_count);
  pool->deals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  pool->index = outlay_deal_index_new (FALSE);
  outlay_deal_index_finish (pool->index);
  return pool;
}

/**
 * outlay_deal_pool_ref:
 *
 * Returns: (transfer full): @pool.
 */
OutlayDealPool *
outlay_deal_pool_ref (OutlayDealPool *pool)
{
  g_ref_count_inc (&pool->ref_count);
  return pool;
}

static void
forget_cb (gpointer user_data, GObject *deal)
{
  OutlayDealPool *pool = user_data;
  gint64 id = outlay_deal_get_id ((OutlayDeal *)deal);

  g_hash_table_remove (pool->deals, &id);
}

/** outlay_deal_pool_unref: gives back a reference; deals that are held elsewhere stay as they are.
 */
void
outlay_deal_pool_unref (OutlayDealPool *pool)
{
  GHashTableIter iter;
  gpointer deal;

  if (!g_ref_count_dec (&pool->ref_count))
    return;
  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&pool->recent[i]);
  g_hash_table_iter_init (&iter, pool->deals);
  while (g_hash_table_iter_next (&iter, NULL, &deal))
    g_object_weak_unref (deal, forget_cb, pool);
  g_hash_table_unref (pool->deals);
  outlay_deal_index_unref (pool->index);
  g_clear_object (&pool->ledger);
  g_free (pool);
}

/** outlay_deal_pool_renew: has @deal tell what the index tells of it, where that has it. */
void
outlay_deal_pool_renew (OutlayDealPool *pool, OutlayDeal *deal)
{
  gboolean whole;
  guint row;

  if (!outlay_deal_index_find (pool->index, outlay_deal_get_id (deal), &row))
    return;
  g_autoptr (OutlayDealRecord) record = outlay_deal_index_dup_record (pool->index, row, &whole);
  /* Who is told of the record may ask for the whole one. */
  outlay_deal_set_ledger (deal, whole ? NULL : pool->ledger);
  outlay_deal_set_record (deal, record);
}

/**
 * outlay_deal_pool_set_index:
 * @index: (transfer none): the deals that there are from now on
 * @ledger: (nullable) (transfer none): where what the index lacks is read
 *
 * A deal that still is there keeps its object, which tells the deal as it now is.
 */
void
outlay_deal_pool_set_index (OutlayDealPool *pool, OutlayDealIndex *index, OutlayLedger *ledger)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (OutlayDealIndex) before = g_steal_pointer (&pool->index);
  gboolean same_ledger = pool->ledger == ledger;
  GHashTableIter iter;
  gpointer deal;

  pool->index = outlay_deal_index_ref (index);
  g_set_object (&pool->ledger, ledger);
  g_hash_table_iter_init (&iter, pool->deals);
  while (g_hash_table_iter_next (&iter, NULL, &deal))
    {
      if (!same_ledger || outlay_deal_index_may_differ (index, before, outlay_deal_get_id (deal)))
        g_ptr_array_add (held, g_object_ref (deal));
    }
  for (guint i = 0; i < held->len; i++)
    outlay_deal_pool_renew (pool, held->pdata[i]);
}

/**
 * outlay_deal_pool_get_index:
 *
 * Returns: (transfer none): the deals that there are.
 */
OutlayDealIndex *
outlay_deal_pool_get_index (OutlayDealPool *pool)
{
  return pool->index;
}

/**
 * outlay_deal_pool_dup_deal:
 *
 * Returns: (transfer full): the deal at @row of the pool's index.
 */
OutlayDeal *
outlay_deal_pool_dup_deal (OutlayDealPool *pool, guint row)
{
  return outlay_deal_pool_dup_deal_of (pool, pool->index, row);
}

/**
 * outlay_deal_pool_dup_deal_of:
 * @index: the pool's index, or one that it had before
 *
 * Returns: (transfer full): the deal at @row of @index, as it now is.
 */
OutlayDeal *
outlay_deal_pool_dup_deal_of (OutlayDealPool *pool, const OutlayDealIndex *index, guint row)
{
  gint64 id = outlay_deal_index_get_row (index, row)->id;
  OutlayDeal *deal = g_hash_table_lookup (pool->deals, &id);
  gboolean whole;
  guint known;

  if (deal != NULL)
    return g_object_ref (deal);
  if (index != pool->index && outlay_deal_index_find (pool->index, id, &known))
    return outlay_deal_pool_dup_deal_of (pool, pool->index, known);
  g_autoptr (OutlayDealRecord) record = outlay_deal_index_dup_record (index, row, &whole);
  deal = outlay_deal_new (record);
  outlay_deal_set_ledger (deal, whole ? NULL : pool->ledger);
  g_hash_table_insert (pool->deals, g_memdup2 (&id, sizeof id), deal);
  g_object_weak_ref (G_OBJECT (deal), forget_cb, pool);
  g_set_object (&pool->recent[pool->next_recent], deal);
  pool->next_recent = (pool->next_recent + 1) % N_RECENT;
  return deal;
}

/**
 * outlay_deal_pool_set_starred:
 *
 * Shows the star of @deal, also where only the index tells it.
 *
 * Returns: whether the index told another thing before.
 */
gboolean
outlay_deal_pool_set_starred (OutlayDealPool *pool, OutlayDeal *deal, gboolean starred)
{
  guint row;

  outlay_deal_set_starred (deal, starred);
  return outlay_deal_index_find (pool->index, outlay_deal_get_id (deal), &row)
         && outlay_deal_index_set_starred (pool->index, row, starred);
}
