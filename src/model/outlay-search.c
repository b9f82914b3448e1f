/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-search.h"

#include "base/threads/outlay-worker.h"
#include "outlay-store-private.h"

/* How many cards pass between two looks at the cancellable. */
#define CARDS_AT_A_TIME 1000

struct _OutlaySearch
{
  OutlayStore *store;
  OutlaySearchFunc func;
  gpointer user_data;
  char *text;
  GCancellable *cancellable;
};

typedef struct
{
  OutlayLedger *ledger;
  OutlayDealIndex *index;
  OutlayQuery *query;
} Work;

static GHashTable *
find_in_ledger (OutlayLedger *ledger,
                const OutlayQuery *query,
                GCancellable *cancellable,
                GError **error)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  if (ledger == NULL)
    return found;
  g_autoptr (GArray) ids = outlay_ledger_search (ledger, query, cancellable, error);
  if (ids == NULL)
    g_clear_pointer (&found, g_hash_table_unref);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (found, outlay_filter_get_id_key (g_array_index (ids, gint64, i)));
  return found;
}

/**
 * outlay_search_find:
 * @ledger: (nullable): where the articles are
 * @index: the deals
 * @query: one that asks for something
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Finds the deals on whose cards, or in one of whose articles, all that is wanted stands. What must
 * not be there is on none of their cards.
 *
 * Returns: (transfer full) (nullable): a set of ids, as outlay_filter_get_id_key() has them.
 */
GHashTable *
outlay_search_find (OutlayLedger *ledger,
                    OutlayDealIndex *index,
                    const OutlayQuery *query,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GHashTable) found = find_in_ledger (ledger, query, cancellable, error);

  for (guint row = 0; found != NULL && row < outlay_deal_index_get_n_deals (index); row++)
    {
      const char *text = outlay_deal_index_get_card_text (index, row);
      gpointer key = outlay_filter_get_id_key (outlay_deal_index_get_row (index, row)->id);

      if (row % CARDS_AT_A_TIME == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (outlay_query_excludes_text (query, text))
        g_hash_table_remove (found, key);
      else if (outlay_query_matches_text (query, text))
        g_hash_table_add (found, key);
    }
  return g_steal_pointer (&found);
}

static void
free_work (Work *work)
{
  g_object_unref (work->ledger);
  outlay_deal_index_unref (work->index);
  outlay_query_free (work->query);
  g_free (work);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Work *work = task_data;
  GError *error = NULL;
  GHashTable *found
    = outlay_search_find (work->ledger, work->index, work->query, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/* A search that was stopped may have outlived what began it. */
static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (result);
  OutlaySearch *search = user_data;
  g_autoptr (GError) error = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return;
  g_autoptr (GHashTable) found = g_task_propagate_pointer (task, &error);
  g_clear_object (&search->cancellable);
  if (found != NULL)
    search->func (found, search->user_data);
  else
    outlay_store_emit_failed (search->store, error);
}

static void
begin (OutlaySearch *search, OutlayLedger *ledger, OutlayQuery *query)
{
  search->cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (search->store, search->cancellable, found_cb, search);
  Work *work = g_new0 (Work, 1);

  *work = (Work){g_object_ref (ledger),
                 outlay_deal_index_ref (outlay_store_get_index (search->store)), query};
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, work, (GDestroyNotify)free_work);
  outlay_worker_run (task, find_in_thread);
}

static void
stop (OutlaySearch *search)
{
  if (search->cancellable != NULL)
    g_cancellable_cancel (search->cancellable);
  g_clear_object (&search->cancellable);
}

static void
run (OutlaySearch *search)
{
  g_autoptr (OutlayQuery) query = outlay_query_new (search->text);
  OutlayLedger *ledger = outlay_store_get_ledger (search->store);

  stop (search);
  if (outlay_query_is_empty (query))
    {
      search->func (NULL, search->user_data);
      return;
    }
  if (ledger != NULL)
    {
      begin (search, ledger, g_steal_pointer (&query));
      return;
    }
  g_autoptr (GHashTable) found
    = outlay_search_find (NULL, outlay_store_get_index (search->store), query, NULL, NULL);
  search->func (found, search->user_data);
}

/**
 * outlay_search_new:
 * @func: called, on this thread, when what is typed has been found
 *
 * Returns: (transfer full): a search for nothing yet.
 */
OutlaySearch *
outlay_search_new (OutlayStore *store, OutlaySearchFunc func, gpointer user_data)
{
  OutlaySearch *search = g_new0 (OutlaySearch, 1);

  search->store = g_object_ref (store);
  search->func = func;
  search->user_data = user_data;
  search->text = g_strdup ("");
  return search;
}

/** outlay_search_free: stops @search and frees it. */
void
outlay_search_free (OutlaySearch *search)
{
  stop (search);
  g_object_unref (search->store);
  g_free (search->text);
  g_free (search);
}

/**
 * outlay_search_get_text:
 *
 * Returns: (transfer none): what is typed, "" for nothing.
 */
const char *
outlay_search_get_text (OutlaySearch *search)
{
  return search->text;
}

/**
 * outlay_search_set_text:
 * @text: (nullable): what is typed
 *
 * Searches for @text. Where it asks for nothing, and where no ledger is open, @search's function is
 * called before this returns.
 *
 * Returns: whether @text is another one than before.
 */
gboolean
outlay_search_set_text (OutlaySearch *search, const char *text)
{
  const char *typed = text != NULL ? text : "";

  if (g_str_equal (search->text, typed))
    return FALSE;
  g_free (search->text);
  search->text = g_strdup (typed);
  run (search);
  return TRUE;
}

/** outlay_search_again: searches once more, after the store's deals have changed. */
void
outlay_search_again (OutlaySearch *search)
{
  if (*search->text != '\0')
    run (search);
}

/**
 * outlay_search_is_running:
 *
 * Returns: whether what is typed is not found yet.
 */
gboolean
outlay_search_is_running (OutlaySearch *search)
{
  return search->cancellable != NULL;
}
