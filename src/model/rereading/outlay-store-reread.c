/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-store-reread.h"

#include <glib/gi18n-lib.h>

#include "base/threads/outlay-worker.h"
#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-extraction.h"
#include "ledger/outlay-ledger-summaries.h"
#include "model/outlay-store-private.h"

typedef struct
{
  OutlayLedger *ledger;
  OutlayProgress *progress;
  OutlayRereadScope scope;
  char *source;
  gint64 article_id;
  gboolean corrects;
  char *text;
} Rereading;

static void
rereading_free (Rereading *rereading)
{
  g_object_unref (rereading->ledger);
  g_object_unref (rereading->progress);
  g_free (rereading->source);
  g_free (rereading->text);
  g_free (rereading);
}

static GArray *
list_of_source (const Rereading *rereading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles
    = outlay_ledger_list_articles_of (rereading->ledger, rereading->source, cancellable, error);
  GArray *ids;

  if (articles == NULL)
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), articles->len);
  for (guint i = 0; i < articles->len; i++)
    g_array_append_val (ids, ((OutlayLedgerArticle *)g_ptr_array_index (articles, i))->id);
  return ids;
}

static GArray *
list_articles (const Rereading *rereading, GCancellable *cancellable, GError **error)
{
  GArray *ids;

  switch (rereading->scope)
    {
    case OUTLAY_REREAD_SOURCE:
      return list_of_source (rereading, cancellable, error);
    case OUTLAY_REREAD_ARTICLE:
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, rereading->article_id);
      return ids;
    case OUTLAY_REREAD_OUTDATED:
      return outlay_ledger_list_outdated (rereading->ledger, outlay_reextract_get_engine (),
                                          cancellable, error);
    default:
      return outlay_ledger_list_outdated (rereading->ledger, "", cancellable, error);
    }
}

static void
reread_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Rereading *rereading = task_data;
  GError *error = NULL;
  g_autoptr (GArray) articles = list_articles (rereading, cancellable, &error);
  const OutlayReextractAim aim
    = {articles, TRUE, rereading->progress, rereading->corrects, rereading->text};
  OutlayReextraction *done
    = articles != NULL ? outlay_reextract (rereading->ledger, &aim, cancellable, &error) : NULL;

  if (done != NULL)
    g_task_return_pointer (task, done, (GDestroyNotify)outlay_reextraction_free);
  else
    g_task_return_error (task, error);
}

/* What waited to be imported goes on. */
static void
reread_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  OutlayStore *store = OUTLAY_STORE (object);
  const Rereading *rereading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayReextraction) done = g_task_propagate_pointer (G_TASK (result), &error);

  outlay_store_set_rereading (store, NULL, NULL);
  outlay_store_emit_reread (store, done, error);
  if (done != NULL && outlay_store_get_ledger (store) == rereading->ledger)
    outlay_store_refresh (store);
  outlay_store_import_waiting (store);
}

/**
 * outlay_store_can_reread:
 *
 * Returns: whether the ledger is open, and neither an import nor another reading runs.
 */
gboolean
outlay_store_can_reread (OutlayStore *store)
{
  g_return_val_if_fail (OUTLAY_IS_STORE (store), FALSE);

  return outlay_store_get_ledger (store) != NULL && outlay_store_get_import (store) == NULL
         && outlay_store_get_rereading (store) == NULL;
}

static Rereading *
rereading_new (OutlayStore *store, OutlayRereadScope scope)
{
  Rereading *rereading = g_new0 (Rereading, 1);

  rereading->ledger = g_object_ref (outlay_store_get_ledger (store));
  rereading->progress = outlay_progress_new ();
  rereading->scope = scope;
  return rereading;
}

static void
start (OutlayStore *store, Rereading *rereading)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (store, cancellable, reread_cb, NULL);

  g_task_set_source_tag (task, start);
  /* Cancelled too late, it is done all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, rereading, (GDestroyNotify)rereading_free);
  outlay_store_set_rereading (store, rereading->progress, cancellable);
  outlay_worker_run (task, reread_in_thread);
}

/**
 * outlay_store_reread:
 * @source: (nullable): of %OUTLAY_REREAD_SOURCE the source's name, "" for the unknown one
 * @article_id: of %OUTLAY_REREAD_ARTICLE the article
 *
 * Reads articles again in the background, where outlay_store_can_reread() says so. "reread" tells
 * what came of it.
 */
void
outlay_store_reread (OutlayStore *store,
                     OutlayRereadScope scope,
                     const char *source,
                     gint64 article_id)
{
  Rereading *rereading;

  g_return_if_fail (OUTLAY_IS_STORE (store));

  if (!outlay_store_can_reread (store))
    return;
  rereading = rereading_new (store, scope);
  rereading->source = g_strdup (source);
  rereading->article_id = article_id;
  start (store, rereading);
}

/**
 * outlay_store_correct_text:
 * @text: (nullable): what the article says, by the user; %NULL for what was imported
 *
 * Gives an article another text and reads it again, as outlay_store_reread() does. "reread" tells
 * what came of it.
 */
void
outlay_store_correct_text (OutlayStore *store, gint64 article_id, const char *text)
{
  Rereading *rereading;

  g_return_if_fail (OUTLAY_IS_STORE (store));

  if (!outlay_store_can_reread (store))
    return;
  rereading = rereading_new (store, OUTLAY_REREAD_ARTICLE);
  rereading->article_id = article_id;
  rereading->corrects = TRUE;
  rereading->text = g_strdup (text);
  start (store, rereading);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  guint n_articles = 0;

  if (outlay_reextract_count (task_data, &n_articles, &error))
    g_task_return_int (task, (gssize)n_articles);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_store_count_outdated_async:
 *
 * Counts in a worker thread the articles of the ledger, which is open, that another version of the
 * engine has read.
 */
void
outlay_store_count_outdated_async (OutlayStore *store,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (outlay_store_get_ledger (store) != NULL);

  g_autoptr (GTask) task = g_task_new (store, NULL, callback, user_data);

  g_task_set_source_tag (task, outlay_store_count_outdated_async);
  g_task_set_task_data (task, g_object_ref (outlay_store_get_ledger (store)), g_object_unref);
  outlay_worker_run (task, count_in_thread);
}

/**
 * outlay_store_count_outdated_finish:
 * @n_articles: (out): how many there are
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether they could be counted.
 */
gboolean
outlay_store_count_outdated_finish (OutlayStore *store,
                                    GAsyncResult *result,
                                    guint *n_articles,
                                    GError **error)
{
  gssize count;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  count = g_task_propagate_int (G_TASK (result), error);
  *n_articles = count > 0 ? (guint)count : 0;
  return count >= 0;
}

/**
 * outlay_store_dup_reread_words:
 * @done: what reading again did
 *
 * Returns: (transfer full) (nullable): what #OutlayStore:undo-words will say of it, %NULL where
 *   there is nothing to undo.
 */
char *
outlay_store_dup_reread_words (const OutlayReextraction *done)
{
  g_return_val_if_fail (done != NULL, NULL);

  return done->entry != NULL ? outlay_act_describe (done->entry) : NULL;
}
