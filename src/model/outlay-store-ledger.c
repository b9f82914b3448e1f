/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store's reading and writing of the ledger, all of it in worker threads. */
#define G_LOG_DOMAIN "outlay-model"

#include "base/threads/outlay-worker.h"
#include "ledger/outlay-ledger-summaries.h"
#include "outlay-store-private.h"

typedef struct
{
  char *path;
  OutlayLedger *ledger;
  OutlayReadDeals *read;
  OutlayContent *content;
  OutlayBackup *copy;
} Load;

static void
load_free (Load *load)
{
  g_free (load->path);
  g_clear_object (&load->ledger);
  g_clear_pointer (&load->read, outlay_read_deals_unref);
  g_clear_pointer (&load->content, outlay_content_free);
  g_clear_pointer (&load->copy, outlay_backup_free);
  g_free (load);
}

/* What is damaged may be gone back from. */
static void
find_copy (Load *load, const GError *error)
{
  if (load->path != NULL
      && (g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED)
          || g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER)))
    load->copy = outlay_backup_find_good (load->path);
}

/* How many milliseconds the newest deals may take to the screen. */
#define NEWEST_SHOWN 1000

typedef struct
{
  OutlayStore *store;
  OutlayLedger *ledger;
  OutlayContent *content;
  GAsyncQueue *shown;
} Newest;

static gboolean
tell_shown_cb (gpointer shown)
{
  g_async_queue_push (shown, shown);
  return G_SOURCE_REMOVE;
}

static gboolean
show_newest_cb (gpointer data)
{
  Newest *newest = data;

  /* All may be there by now, or another ledger. */
  if (!outlay_store_get_opened (newest->store))
    {
      outlay_store_set_ledger (newest->store, newest->ledger);
      outlay_store_take_content (newest->store, g_steal_pointer (&newest->content));
    }
  /* When nothing else is to be done the first frame is drawn. */
  g_idle_add_full (G_PRIORITY_LOW, tell_shown_cb, newest->shown,
                   (GDestroyNotify)g_async_queue_unref);
  g_clear_pointer (&newest->content, outlay_content_free);
  g_object_unref (newest->ledger);
  g_object_unref (newest->store);
  g_free (newest);
  return G_SOURCE_REMOVE;
}

/* A ledger of many deals shows the newest before it reads all; meanwhile the window has the
 * processor for itself. */
static void
show_newest (OutlayStore *store, OutlayLedger *ledger, GCancellable *cancellable)
{
  OutlayContent *content = outlay_content_load_newest (ledger, cancellable);

  if (content == NULL)
    return;
  g_autoptr (GAsyncQueue) shown = g_async_queue_new ();
  Newest *newest = g_new0 (Newest, 1);
  *newest
    = (Newest){g_object_ref (store), g_object_ref (ledger), content, g_async_queue_ref (shown)};
  g_idle_add_full (G_PRIORITY_DEFAULT, show_newest_cb, newest, NULL);
  g_async_queue_timeout_pop (shown, NEWEST_SHOWN * G_TIME_SPAN_MILLISECOND);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;

  if (load->ledger == NULL)
    {
      load->ledger = outlay_ledger_open (load->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
      if (load->ledger != NULL)
        show_newest (source, load->ledger, cancellable);
    }
  if (load->ledger != NULL)
    load->content = outlay_content_load (load->ledger, load->read, cancellable, &error);
  if (load->content != NULL)
    g_task_return_boolean (task, TRUE);
  else
    {
      find_copy (load, error);
      g_task_return_error (task, error);
    }
}

/* Takes over what was read; the thread is done with it. */
static gboolean
finish_load (OutlayStore *store, GTask *task, GError **error)
{
  Load *load = g_task_get_task_data (task);

  outlay_store_end_loading (store);
  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  outlay_store_set_ledger (store, load->ledger);
  outlay_store_set_error (store, NULL);
  /* What an act changes may be on the screen before it is in the ledger; its end reads that. */
  if (!outlay_store_is_acting (store))
    outlay_store_take_content (store, g_steal_pointer (&load->content));
  else
    outlay_store_skip_content (store, g_steal_pointer (&load->content));
  outlay_store_import_waiting (store);
  return TRUE;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) outer = user_data;
  GError *error = NULL;

  OutlayStore *store = OUTLAY_STORE (object);

  Load *load = g_task_get_task_data (G_TASK (result));

  if (finish_load (store, G_TASK (result), &error))
    {
      outlay_store_keep_copy (store);
      g_task_return_boolean (outer, TRUE);
      return;
    }
  outlay_store_take_copy (store, g_steal_pointer (&load->copy));
  /* Where another ledger is open that one stays. */
  if (outlay_store_get_opened (store))
    outlay_store_emit_failed (store, error);
  else
    outlay_store_set_error (store, error);
  g_task_return_error (outer, error);
}

/**
 * outlay_store_open_async:
 * @path: (type filename): the ledger's file, which is made where there is none
 *
 * Opens a ledger and reads its deals in a worker thread.
 */
void
outlay_store_open_async (OutlayStore *store,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));
  g_return_if_fail (path != NULL);

  GTask *outer = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GTask) task = g_task_new (store, cancellable, opened_cb, outer);
  Load *load = g_new0 (Load, 1);

  g_task_set_source_tag (outer, outlay_store_open_async);
  outlay_store_set_path (store, path);
  load->path = g_strdup (path);
  load->read = outlay_read_deals_ref (outlay_store_get_read_deals (store));
  g_task_set_task_data (task, load, (GDestroyNotify)load_free);
  outlay_store_begin_loading (store);
  outlay_worker_run (task, load_in_thread);
}

/**
 * outlay_store_open_finish:
 *
 * Returns: whether the ledger is open and its deals are there.
 */
gboolean
outlay_store_open_finish (OutlayStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** outlay_store_reopen: tries again to open the file that could not be opened. */
void
outlay_store_reopen (OutlayStore *store)
{
  g_autofree char *path = g_strdup (outlay_store_get_path (store));

  outlay_store_set_error (store, NULL);
  outlay_store_open_async (store, path, NULL, NULL, NULL);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  g_autoptr (GError) error = NULL;

  if (!finish_load (store, G_TASK (result), &error))
    outlay_store_emit_failed (store, error);
}

/** outlay_store_retell: has all deals tell themselves anew, as after dates are told otherwise. */
void
outlay_store_retell (OutlayStore *store)
{
  outlay_read_deals_forget (outlay_store_get_read_deals (store));
  if (outlay_store_get_ledger (store) != NULL)
    outlay_store_refresh (store);
}

/**
 * outlay_store_refresh:
 *
 * Reads the deals that have changed in a worker thread; "changed" tells when they are there.
 */
void
outlay_store_refresh (OutlayStore *store)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, refreshed_cb, NULL);
  Load *load = g_new0 (Load, 1);

  load->ledger = g_object_ref (outlay_store_get_ledger (store));
  load->read = outlay_read_deals_ref (outlay_store_get_read_deals (store));
  g_task_set_source_tag (task, outlay_store_refresh);
  g_task_set_task_data (task, load, (GDestroyNotify)load_free);
  outlay_store_begin_loading (store);
  outlay_worker_run (task, load_in_thread);
}

typedef struct
{
  OutlayLedger *ledger;
  OutlaySource *source;
} Listing;

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->ledger);
  g_object_unref (listing->source);
  g_free (listing);
}

static void
list_in_thread (GTask *task, gpointer store, gpointer task_data, GCancellable *cancellable)
{
  const Listing *listing = task_data;
  const char *key = outlay_source_get_key (listing->source);
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = outlay_ledger_list_articles_of (
    listing->ledger, *key != '\0' ? key : NULL, cancellable, &error);

  if (entries != NULL)
    g_task_return_pointer (task, outlay_content_list_articles (entries),
                           (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  const Listing *listing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = g_task_propagate_pointer (G_TASK (result), &error);

  if (articles != NULL)
    outlay_store_sources_take_articles (outlay_store_get_store_sources (store), listing->source,
                                        articles);
  else
    outlay_store_emit_failed (store, error);
}

/** outlay_store_list_articles: reads the articles of @source in a worker thread. */
void
outlay_store_list_articles (OutlayStore *store, OutlaySource *source)
{
  g_autoptr (GTask) task = g_task_new (store, NULL, listed_cb, NULL);
  OutlayLedger *ledger = outlay_store_get_ledger (store);
  Listing *listing;

  if (ledger == NULL)
    return;
  listing = g_new0 (Listing, 1);
  *listing = (Listing){g_object_ref (ledger), g_object_ref (source)};
  g_task_set_source_tag (task, outlay_store_list_articles);
  g_task_set_task_data (task, listing, (GDestroyNotify)listing_free);
  outlay_worker_run (task, list_in_thread);
}
