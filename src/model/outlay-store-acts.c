/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-store-acts.h"

#include <glib/gi18n-lib.h>

#include "base/threads/outlay-worker.h"
#include "ingest/acts/outlay-rederive.h"
#include "ledger/outlay-ledger-suggestions.h"
#include "outlay-store-private.h"

/* From so many points on two deals would have been one, had nothing else kept their claims apart.
 */
#define CERTAIN_POINTS 7

/** What is done: an act, a step through the history, all deals judged anew, or all deals merged
 * that are certainly one. */
typedef enum
{
  STEP_ACT,
  STEP_UNDO,
  STEP_REDO,
  STEP_JUDGE,
  STEP_CERTAIN,
} Step;

typedef struct
{
  OutlayLedger *ledger;
  OutlayReadDeals *read;
  Step step;
  OutlayAct *act;
  OutlayHistoryEntry *entry;
  OutlayContent *content;
  guint count;
} Doing;

static void
doing_free (Doing *doing)
{
  g_object_unref (doing->ledger);
  outlay_read_deals_unref (doing->read);
  g_clear_pointer (&doing->act, outlay_act_unref);
  g_clear_pointer (&doing->entry, outlay_history_entry_free);
  g_clear_pointer (&doing->content, outlay_content_free);
  g_free (doing);
}

/* A deal of which two are certain is merged with the likest; the other is asked about again. */
static gboolean
merge_certain (Doing *doing, GError **error)
{
  g_autoptr (GArray) ids = outlay_ledger_list_suggested (doing->ledger, CERTAIN_POINTS, error);
  g_autoptr (GHashTable) merged = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; ids != NULL && i + 1 < ids->len; i += 2)
    {
      gint64 *pair = &g_array_index (ids, gint64, i);
      g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (g_hash_table_contains (merged, &pair[0]) || g_hash_table_contains (merged, &pair[1]))
        continue;
      g_hash_table_add (merged, &pair[0]);
      g_hash_table_add (merged, &pair[1]);
      g_array_append_vals (deals, pair, 2);
      g_autoptr (OutlayAct) act = outlay_act_new_merge (deals);
      if (!outlay_act_run (act, doing->ledger, NULL, error))
        return FALSE;
      doing->count++;
    }
  return ids != NULL;
}

static gboolean
undo_some (Doing *doing, GError **error)
{
  for (guint i = 0; i < doing->count; i++)
    {
      g_clear_pointer (&doing->entry, outlay_history_entry_free);
      doing->entry = outlay_act_undo (doing->ledger, error);
      if (doing->entry == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
carry_out (Doing *doing, GError **error)
{
  switch (doing->step)
    {
    case STEP_CERTAIN:
      return merge_certain (doing, error);
    case STEP_UNDO:
      return undo_some (doing, error);
    case STEP_REDO:
      doing->entry = outlay_act_redo (doing->ledger, error);
      return doing->entry != NULL;
    case STEP_JUDGE:
      return outlay_rederive_all (doing->ledger, error);
    default:
      return outlay_act_run (doing->act, doing->ledger, &doing->entry, error);
    }
}

/* A star is on the screen already: only what can be undone is to be read after it. */
static OutlayContent *
load_content (Doing *doing, GError **error)
{
  OutlayActKind kind = doing->act != NULL ? outlay_act_get_kind (doing->act) : OUTLAY_N_ACT_KINDS;

  if (kind == OUTLAY_ACT_STAR || kind == OUTLAY_ACT_UNSTAR)
    return outlay_content_load_words (doing->ledger, error);
  return outlay_content_load (doing->ledger, doing->read, NULL, error);
}

/* Once it is done it is not cancelled any more, so that the window shows what the ledger holds. */
static void
do_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Doing *doing = task_data;
  GError *error = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error) && carry_out (doing, &error))
    doing->content = load_content (doing, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Acts are done in the order in which they are asked for; those that wait are kept here. */
static GQueue *
get_waiting_acts (OutlayStore *store)
{
  static GQuark quark = 0;
  GQueue *acts;

  if (quark == 0)
    quark = g_quark_from_static_string ("outlay-store-waiting-acts");
  acts = g_object_get_qdata (G_OBJECT (store), quark);
  if (acts == NULL)
    {
      acts = g_queue_new ();
      g_object_set_qdata_full (G_OBJECT (store), quark, acts, (GDestroyNotify)g_queue_free);
    }
  return acts;
}

/** outlay_store_is_acting: whether acts are done or wait, after which the deals are read again. */
gboolean
outlay_store_is_acting (OutlayStore *store)
{
  return !g_queue_is_empty (get_waiting_acts (store));
}

/* The first act stays in the queue until it is done; each holds the store. */
static void
do_next (OutlayStore *store)
{
  GTask *task = g_queue_peek_head (get_waiting_acts (store));

  if (task != NULL)
    outlay_worker_run (task, do_in_thread);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GTask) inner = g_queue_pop_head (get_waiting_acts (store));
  Doing *doing = g_task_get_task_data (inner);
  GError *error = NULL;

  gboolean last = g_queue_is_empty (get_waiting_acts (store));

  outlay_store_end_loading (store);
  do_next (store);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (last && outlay_store_get_ledger (store) == doing->ledger)
        outlay_store_refresh (store);
      g_task_return_error (outer, error);
      return;
    }
  /* What waits changes it further, and may be on the screen already. */
  if (outlay_store_get_ledger (store) == doing->ledger)
    {
      if (last)
        outlay_store_take_content (store, g_steal_pointer (&doing->content));
      else
        outlay_store_skip_content (store, g_steal_pointer (&doing->content));
    }
  if (doing->entry != NULL && outlay_act_get_returned (doing->entry) != 0)
    outlay_store_emit_returned (store, outlay_act_get_returned (doing->entry));
  g_task_set_task_data (outer, GUINT_TO_POINTER (doing->count), NULL);
  g_task_return_pointer (outer, doing->entry != NULL ? outlay_act_describe (doing->entry) : NULL,
                         g_free);
}

static void
start (OutlayStore *store,
       Step step,
       OutlayAct *act,
       guint count,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *outer = g_task_new (store, cancellable, callback, user_data);
  OutlayLedger *ledger = outlay_store_get_ledger (store);

  g_task_set_source_tag (outer, outlay_store_act_async);
  g_task_set_check_cancellable (outer, FALSE);
  if (ledger == NULL)
    {
      g_task_return_new_error (outer, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                               _ ("The ledger is not open"));
      g_object_unref (outer);
      return;
    }
  GTask *task = g_task_new (store, cancellable, done_cb, outer);
  Doing *doing = g_new0 (Doing, 1);

  doing->ledger = g_object_ref (ledger);
  doing->read = outlay_read_deals_ref (outlay_store_get_read_deals (store));
  doing->step = step;
  doing->count = count;
  doing->act = act != NULL ? outlay_act_ref (act) : NULL;
  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, doing, (GDestroyNotify)doing_free);
  outlay_store_begin_loading (store);
  g_queue_push_tail (get_waiting_acts (store), task);
  if (g_queue_get_length (get_waiting_acts (store)) == 1)
    do_next (store);
}

/**
 * outlay_store_act_async:
 *
 * Carries an act out in a worker thread and reads the deals anew.
 */
void
outlay_store_act_async (OutlayStore *store,
                        OutlayAct *act,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_STORE (store) && act != NULL);

  start (store, STEP_ACT, act, 0, cancellable, callback, user_data);
}

static void
judged_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_store_act_finish (OUTLAY_STORE (object), result, NULL, &error))
    outlay_store_emit_failed (OUTLAY_STORE (object), error);
}

/**
 * outlay_store_set_review_below:
 * @percent: up to 100
 *
 * Asks about values that were read with less certainty from now on, and judges the deals of the
 * ledger that is open anew in a worker thread.
 */
void
outlay_store_set_review_below (OutlayStore *store, guint percent)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  outlay_rederive_ask_below (percent);
  if (outlay_store_get_ledger (store) != NULL)
    start (store, STEP_JUDGE, NULL, 0, NULL, judged_cb, NULL);
}

/**
 * outlay_store_merge_certain_async:
 *
 * Merges all deals that are so alike that only a person's word is wanting, two and two, each pair
 * as an act of its own.
 */
void
outlay_store_merge_certain_async (OutlayStore *store,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  start (store, STEP_CERTAIN, NULL, 0, cancellable, callback, user_data);
}

/**
 * outlay_store_merge_certain_finish:
 * @count: (out): how many pairs were merged
 * @error: return location for an #OutlayLedgerError or an #OutlayActError
 *
 * Returns: whether nothing failed.
 */
gboolean
outlay_store_merge_certain_finish (OutlayStore *store,
                                   GAsyncResult *result,
                                   guint *count,
                                   GError **error)
{
  *count = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));
  return outlay_store_act_finish (store, result, NULL, error);
}

/** outlay_store_undo_async: undoes the last @count acts; outlay_store_act_finish() ends it. */
void
outlay_store_undo_async (OutlayStore *store,
                         guint count,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  start (store, STEP_UNDO, NULL, count, cancellable, callback, user_data);
}

/** outlay_store_redo_async: does again what was undone; outlay_store_act_finish() ends it. */
void
outlay_store_redo_async (OutlayStore *store,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  start (store, STEP_REDO, NULL, 0, cancellable, callback, user_data);
}

/**
 * outlay_store_act_finish:
 * @words: (out) (optional) (transfer full) (nullable): what was done, or undone, in one line; %NULL
 *   where all was so already
 * @error: return location for an #OutlayLedgerError or an #OutlayActError
 *
 * Returns: whether it is done.
 */
gboolean
outlay_store_act_finish (OutlayStore *store, GAsyncResult *result, char **words, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  g_autoptr (GError) failure = NULL;
  g_autofree char *line = g_task_propagate_pointer (G_TASK (result), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (words != NULL)
    *words = g_steal_pointer (&line);
  return TRUE;
}

static void
starred_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  OutlayDealPool *pool = outlay_store_get_pool (store);
  g_autoptr (GPtrArray) deals = user_data;
  g_autoptr (GError) error = NULL;
  gboolean kept = outlay_store_act_finish (store, result, NULL, &error);

  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDeal *deal = g_ptr_array_index (deals, i);

      if (kept)
        outlay_deal_pool_renew (pool, deal);
      else if (outlay_deal_pool_set_starred (pool, deal, outlay_deal_get_record (deal)->starred))
        outlay_store_emit_starred (store, deal);
    }
  if (!kept)
    outlay_store_emit_failed (store, error);
}

/**
 * outlay_store_star_deals:
 * @deals: (element-type OutlayDeal): one or several
 *
 * Stars @deals or takes their stars away, at once on the screen and in a worker thread in the
 * ledger, as one act; where that fails the stars go back and "failed" tells why.
 */
void
outlay_store_star_deals (OutlayStore *store, GPtrArray *deals, gboolean starred)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDeal *deal = g_ptr_array_index (deals, i);
      gint64 id = outlay_deal_get_id (deal);

      if (outlay_deal_pool_set_starred (outlay_store_get_pool (store), deal, starred))
        outlay_store_emit_starred (store, deal);
      g_array_append_val (ids, id);
    }
  if (outlay_store_get_ledger (store) == NULL || deals->len == 0)
    return;
  g_autoptr (OutlayAct) act = outlay_act_new_star (ids, starred);
  outlay_store_act_async (store, act, NULL, starred_cb, g_ptr_array_ref (deals));
}

/** outlay_store_set_starred: does as outlay_store_star_deals() with @deal alone. */
void
outlay_store_set_starred (OutlayStore *store, OutlayDeal *deal, gboolean starred)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (OUTLAY_IS_DEAL (deal));

  g_ptr_array_add (deals, g_object_ref (deal));
  outlay_store_star_deals (store, deals, starred);
}

typedef struct
{
  OutlayLedger *ledger;
  gint64 deal_id;
  guint most;
} HistoryLoad;

static void
history_load_free (HistoryLoad *load)
{
  g_object_unref (load->ledger);
  g_free (load);
}

static void
load_history_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HistoryLoad *load = task_data;
  GError *error = NULL;
  GPtrArray *entries
    = outlay_history_list (load->ledger, load->deal_id, load->most, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_store_load_history_async:
 * @deal_id: the deal that the acts are about; 0 for all
 * @most: how many, 0 for all
 *
 * Reads what the user did in a worker thread.
 */
void
outlay_store_load_history_async (OutlayStore *store,
                                 gint64 deal_id,
                                 guint most,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  OutlayLedger *ledger = outlay_store_get_ledger (store);

  g_task_set_source_tag (task, outlay_store_load_history_async);
  if (ledger == NULL)
    {
      g_task_return_new_error (task, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                               _ ("The ledger is not open"));
      return;
    }
  HistoryLoad *load = g_new0 (HistoryLoad, 1);
  *load = (HistoryLoad){g_object_ref (ledger), deal_id, most};
  g_task_set_task_data (task, load, (GDestroyNotify)history_load_free);
  outlay_worker_run (task, load_history_in_thread);
}

/**
 * outlay_store_load_history_finish:
 *
 * Returns: (transfer full) (nullable) (element-type OutlayHistoryEntry): the acts, the latest
 *   first; outlay_act_describe() puts each in words.
 */
GPtrArray *
outlay_store_load_history_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
