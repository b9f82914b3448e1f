/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-suggestions.h"

#include "ledger/outlay-ledger-links.h"
#include "ledger/outlay-ledger-suggestions.h"
#include "link/outlay-link.h"

/* So many deals are worked out in one transaction. */
#define BATCH 100

/* So many deals are kept in memory at most while others are held against them. */
#define MOST_LOADED 4000

/* A transaction, and the deals that have been read in it. */
typedef struct
{
  OutlayLedger *ledger;
  GHashTable *deals;
} Batch;

/* Adds the other deals that the user has said something of together with @deal. */
static gboolean
find_decided (OutlayLedger *ledger, const OutlayDealRecord *deal, GHashTable *ids, GError **error)
{
  g_autoptr (GArray) families = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (families, deal->family);
  g_autoptr (GPtrArray) bonds = outlay_ledger_list_bonds_of_families (ledger, families, error);
  if (bonds == NULL)
    return FALSE;
  for (guint i = 0; i < bonds->len; i++)
    {
      const OutlayBond *bond = g_ptr_array_index (bonds, i);
      gint64 claim_id, a, b;

      if (!outlay_ledger_find_claim (ledger, bond->a, &claim_id, &a, error)
          || !outlay_ledger_find_claim (ledger, bond->b, &claim_id, &b, error))
        return FALSE;
      if (a == deal->id || b == deal->id)
        g_hash_table_add (ids, g_memdup2 (a == deal->id ? &b : &a, sizeof a));
    }
  return TRUE;
}

static gboolean
store (OutlayLedger *ledger,
       const OutlayLinkDeal *deal,
       const GPtrArray *others,
       GHashTable *decided,
       GError **error)
{
  g_autoptr (GPtrArray) suggestions = outlay_link_suggest (deal, others);
  const OutlayDealRecord *record = outlay_link_deal_get_record (deal);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const OutlayLinkSuggestion *found = g_ptr_array_index (suggestions, i);
      const OutlayDealRecord *other
        = outlay_link_deal_get_record (g_ptr_array_index (others, found->other));

      if (g_hash_table_contains (decided, &other->id))
        continue;
      if (!outlay_ledger_add_suggestion (
            ledger, outlay_deal_record_get_claim (record, found->claim)->id,
            outlay_deal_record_get_claim (other, found->other_claim)->id, &found->suggestion,
            error))
        return FALSE;
    }
  return TRUE;
}

/* Reads those of @ids that have not been read. */
static gboolean
load_missing (Batch *batch, const GArray *ids, GError **error)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (g_hash_table_size (batch->deals) > MOST_LOADED)
    g_hash_table_remove_all (batch->deals);
  for (guint i = 0; i < ids->len; i++)
    {
      if (!g_hash_table_contains (batch->deals, &g_array_index (ids, gint64, i)))
        g_array_append_val (missing, g_array_index (ids, gint64, i));
    }
  g_autoptr (GPtrArray) loaded = outlay_ledger_load_deals_of (batch->ledger, missing, error);
  for (guint i = 0; loaded != NULL && i < loaded->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (loaded, i);

      if (deal->claims->len > 0)
        g_hash_table_insert (batch->deals, &deal->id, outlay_link_deal_new (deal));
    }
  return loaded != NULL;
}

static gboolean
work_out (Batch *batch, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = outlay_ledger_find_near (batch->ledger, id, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GHashTable) decided
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  g_array_append_val (ids, id);
  if (!load_missing (batch, ids, error))
    return FALSE;
  for (guint i = 0; i + 1 < ids->len; i++)
    {
      gpointer other = g_hash_table_lookup (batch->deals, &g_array_index (ids, gint64, i));

      if (other != NULL)
        g_ptr_array_add (others, other);
    }
  const OutlayLinkDeal *deal = g_hash_table_lookup (batch->deals, &id);
  return deal == NULL
         || (find_decided (batch->ledger, outlay_link_deal_get_record (deal), decided, error)
             && store (batch->ledger, deal, others, decided, error));
}

/* In the order of ids, in which each pair is looked at once: when its later deal is not stale any
 * more. */
static gboolean
work_out_all (OutlayLedger *ledger, const GArray *ids, GError **error)
{
  g_autoptr (GHashTable) deals = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                        (GDestroyNotify)outlay_link_deal_free);
  Batch batch = {ledger, deals};

  if (ids->len > 0 && !outlay_ledger_note_parts (ledger, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!outlay_ledger_clear_suggestions (ledger, id, error) || !work_out (&batch, id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_suggestions_refresh:
 * @error: return location for an #OutlayLedgerError
 *
 * Works out anew, within a transaction, what is suggested of the deals that changed in it. Where
 * very many wait since long it is left to outlay_suggestions_catch_up().
 *
 * Returns: whether it is stored, or left.
 */
gboolean
outlay_suggestions_refresh (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GArray) ids = outlay_ledger_list_stale (ledger, BATCH + 1, error);

  return ids != NULL && (ids->len > BATCH || work_out_all (ledger, ids, error));
}

/* One transaction; where nothing waits none is kept. */
static gboolean
work_out_batch (OutlayLedger *ledger, guint *n_done, GError **error)
{
  if (!outlay_ledger_begin (ledger, error))
    return FALSE;
  g_autoptr (GArray) ids = outlay_ledger_list_stale (ledger, BATCH, error);
  *n_done = ids != NULL ? ids->len : 0;
  if (*n_done > 0 && work_out_all (ledger, ids, error))
    return outlay_ledger_commit (ledger, error);
  outlay_ledger_rollback (ledger);
  return ids != NULL && *n_done == 0;
}

/**
 * outlay_suggestions_catch_up:
 * @cancellable: (nullable): stops it between two transactions
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Works out anew what is suggested of all deals that changed since it was done last.
 *
 * Returns: whether all is done.
 */
gboolean
outlay_suggestions_catch_up (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  guint n_done = BATCH;

  while (n_done == BATCH)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !work_out_batch (ledger, &n_done, error))
        return FALSE;
    }
  return TRUE;
}
