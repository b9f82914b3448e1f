/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store shows, read and made in worker threads. */
#define G_LOG_DOMAIN "outlay-model"

#include "ingest/acts/outlay-act.h"
#include "outlay-store-private.h"

/**
 * outlay_content_new:
 * @deals: (element-type OutlayDealRecord): all deals
 * @articles: (element-type OutlayLedgerArticle): all articles
 *
 * Makes the objects of a store, with all their texts; from any thread.
 *
 * Returns: (transfer full): what outlay_store_take_content() takes.
 */
OutlayContent *
outlay_content_new (GPtrArray *deals, GPtrArray *articles)
{
  OutlayContent *content = g_new0 (OutlayContent, 1);

  content->deals = outlay_deal_index_new (TRUE);
  content->articles = g_ptr_array_new_full (articles->len, g_object_unref);
  for (guint i = 0; i < deals->len; i++)
    outlay_deal_index_add (content->deals, g_ptr_array_index (deals, i));
  outlay_deal_index_finish (content->deals);
  for (guint i = 0; i < articles->len; i++)
    {
      const OutlayLedgerArticle *entry = g_ptr_array_index (articles, i);

      g_ptr_array_add (content->articles,
                       outlay_source_article_new (entry->id, entry->article, entry->n_deals));
    }
  return content;
}

/** outlay_content_free: frees @content. */
void
outlay_content_free (OutlayContent *content)
{
  outlay_deal_index_unref (content->deals);
  g_ptr_array_unref (content->articles);
  g_free (content->undo_words);
  g_free (content->redo_words);
  g_free (content);
}

/**
 * outlay_content_load:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Reads all that a store shows; from any thread, and not from the main one.
 *
 * Returns: (transfer full) (nullable): what outlay_store_take_content() takes.
 */
OutlayContent *
outlay_content_load (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  guint64 n_commits = outlay_ledger_get_n_commits (ledger);
  g_autoptr (OutlayHistoryEntry) done = NULL;
  g_autoptr (OutlayHistoryEntry) undone = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, cancellable, error);
  g_autoptr (GPtrArray) articles
    = deals != NULL ? outlay_ledger_list_articles (ledger, cancellable, error) : NULL;

  if (articles == NULL || !outlay_history_peek (ledger, &done, &undone, error))
    return NULL;
  OutlayContent *content = outlay_content_new (deals, articles);
  content->n_commits = n_commits;
  content->undo_words = done != NULL ? outlay_act_describe (done) : NULL;
  content->redo_words = undone != NULL ? outlay_act_describe (undone) : NULL;
  return content;
}
