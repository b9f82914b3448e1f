/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's copies: one a day in the background, and the ways back to one. */
#define G_LOG_DOMAIN "outlay-model"

#include <glib/gi18n-lib.h>

#include "base/threads/outlay-worker.h"
#include "ingest/outlay-suggestions.h"
#include "outlay-store-private.h"

typedef struct
{
  char *path;
  char *copy;
} Restore;

static void
restore_free (Restore *restore)
{
  g_free (restore->path);
  g_free (restore->copy);
  g_free (restore);
}

/* An import that was cut short, and a step to a newer version, leave suggestions to be worked out.
 * A ledger that is only read stays as it is. */
static gboolean
catch_up (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (outlay_suggestions_catch_up (ledger, cancellable, &failure)
      || g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* With the store: of how many days copies are kept, and one. */
#define KEPT_KEY "outlay-copies-kept"

typedef struct
{
  OutlayLedger *ledger;
  guint kept;
  char *path;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->ledger);
  g_free (copy->path);
  g_free (copy);
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Copy *copy = task_data;
  guint64 n_commits = outlay_ledger_get_n_commits (copy->ledger);
  GError *error = NULL;

  if (outlay_backup_keep_daily (copy->ledger, copy->kept, cancellable, &error)
      && catch_up (copy->ledger, cancellable, &error))
    g_task_return_boolean (task, outlay_ledger_get_n_commits (copy->ledger) != n_commits);
  else
    g_task_return_error (task, error);
}

static OutlayLedger *
get_copied (GTask *task)
{
  return ((const Copy *)g_task_get_task_data (task))->ledger;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Copy *copy = task_data;
  GError *error = NULL;

  if (outlay_backup_write (copy->ledger, copy->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  g_autoptr (GError) error = NULL;
  gboolean changed = g_task_propagate_boolean (G_TASK (result), &error);

  if (error != NULL)
    outlay_store_emit_failed (store, error);
  else if (changed && outlay_store_get_ledger (store) == get_copied (G_TASK (result)))
    outlay_store_refresh (store);
}

static void
start_copy (GTask *task, const char *path, GTaskThreadFunc run)
{
  OutlayStore *store = g_task_get_source_object (task);
  Copy *copy = g_new0 (Copy, 1);

  copy->ledger = g_object_ref (outlay_store_get_ledger (store));
  copy->kept = outlay_store_get_copies_kept (store);
  copy->path = g_strdup (path);
  g_task_set_task_data (task, copy, (GDestroyNotify)copy_free);
  outlay_worker_run (task, run);
}

/** outlay_store_keep_copy: makes the day's copy of the ledger in a worker thread, and works out
 * what waits to be suggested. */
void
outlay_store_keep_copy (OutlayStore *store)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, kept_cb, NULL);

  g_task_set_source_tag (task, outlay_store_keep_copy);
  start_copy (task, NULL, keep_in_thread);
}

/**
 * outlay_store_save_copy_async:
 * @path: (type filename): where to
 *
 * Writes a copy of the ledger, which is open, in a worker thread.
 */
void
outlay_store_save_copy_async (OutlayStore *store,
                              const char *path,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (outlay_store_get_ledger (store) != NULL && path != NULL);

  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  g_task_set_source_tag (task, outlay_store_save_copy_async);
  start_copy (task, path, write_in_thread);
}

/**
 * outlay_store_save_copy_finish:
 *
 * Returns: whether the copy is there.
 */
gboolean
outlay_store_save_copy_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Restore *restore = task_data;
  GError *error = NULL;
  char *aside = outlay_backup_restore (restore->path, restore->copy, &error);

  if (aside != NULL)
    g_task_return_pointer (task, aside, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_store_restore_async:
 *
 * Puts the copy that outlay_store_get_copy() tells in the place of the ledger that could not be
 * opened, in a worker thread. It is not opened yet.
 */
void
outlay_store_restore_async (OutlayStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  const OutlayBackup *copy = outlay_store_get_copy (store);

  g_return_if_fail (copy != NULL);

  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);
  Restore *restore = g_new0 (Restore, 1);

  *restore = (Restore){g_strdup (outlay_store_get_path (store)), g_strdup (copy->path)};
  g_task_set_source_tag (task, outlay_store_restore_async);
  g_task_set_task_data (task, restore, (GDestroyNotify)restore_free);
  outlay_worker_run (task, restore_in_thread);
}

/**
 * outlay_store_restore_finish:
 *
 * Returns: (transfer full) (nullable): where the damaged file lies now.
 */
char *
outlay_store_restore_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GPtrArray *copies = outlay_backup_list (task_data);

  for (guint i = 0; i < copies->len && !g_cancellable_is_cancelled (cancellable); i++)
    outlay_backup_count_deals (g_ptr_array_index (copies, i));
  g_task_return_pointer (task, copies, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * outlay_store_list_copies_async:
 *
 * Looks in a worker thread for the copies that were made by themselves of the ledger that is open.
 */
void
outlay_store_list_copies_async (OutlayStore *store,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (outlay_store_get_ledger (store) != NULL);

  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  const char *path = outlay_ledger_get_path (outlay_store_get_ledger (store));

  g_task_set_source_tag (task, outlay_store_list_copies_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  outlay_worker_run (task, list_in_thread);
}

/**
 * outlay_store_list_copies_finish:
 *
 * Returns: (transfer full) (nullable) (element-type OutlayBackup): the copies, the newest first,
 *   with how many deals they hold; %NULL where it was cancelled.
 */
GPtrArray *
outlay_store_list_copies_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
go_back_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Copy *copy = task_data;
  GError *error = NULL;
  char *kept = outlay_backup_go_back (copy->ledger, copy->path, &error);

  if (kept != NULL)
    g_task_return_pointer (task, kept, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_store_go_back_async:
 * @path: (type filename): of a copy of the ledger that is open
 *
 * Makes the ledger what it was when a copy was made, in a worker thread. It is to be opened anew
 * then. While articles are imported that is refused.
 */
void
outlay_store_go_back_async (OutlayStore *store,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (outlay_store_get_ledger (store) != NULL && path != NULL);

  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  g_task_set_source_tag (task, outlay_store_go_back_async);
  if (outlay_store_get_import (store) != NULL)
    g_task_return_new_error (task, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_BUSY,
                             _ ("Articles are being imported. Wait for the end of that, or cancel "
                                "it, and try again."));
  else if (outlay_store_get_rereading (store) != NULL)
    g_task_return_new_error (task, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_BUSY,
                             _ ("Articles are being read again. Wait for the end of that, or "
                                "cancel it, and try again."));
  else
    start_copy (task, path, go_back_in_thread);
}

/**
 * outlay_store_go_back_finish:
 *
 * Returns: (transfer full) (nullable): path of the copy of what the ledger was till then.
 */
char *
outlay_store_go_back_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  char *kept;

  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  kept = g_task_propagate_pointer (G_TASK (result), error);
  if (kept != NULL)
    outlay_read_deals_forget (outlay_store_get_read_deals (store));
  return kept;
}

/**
 * outlay_store_get_copies_kept:
 *
 * Returns: of how many days a copy of the ledger is kept.
 */
guint
outlay_store_get_copies_kept (OutlayStore *store)
{
  gpointer kept = g_object_get_data (G_OBJECT (store), KEPT_KEY);

  /* One more than it says, so that none can be told from nothing said. */
  return kept != NULL ? GPOINTER_TO_UINT (kept) - 1 : OUTLAY_BACKUPS_KEPT;
}

/** outlay_store_set_copies_kept: keeps copies of so many days from now on; none for 0. */
void
outlay_store_set_copies_kept (OutlayStore *store, guint kept)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  g_object_set_data (G_OBJECT (store), KEPT_KEY, GUINT_TO_POINTER (kept + 1));
}
