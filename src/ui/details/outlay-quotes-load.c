/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that prove a deal's fields, read from the articles in a worker thread. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-quotes-load.h"

#include "base/threads/outlay-worker.h"

typedef struct
{
  OutlayDealRecord *deal;
  OutlayLedger *ledger;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  outlay_deal_record_unref (load->deal);
  g_object_unref (load->ledger);
  g_free (load);
}

static void
free_article (gpointer data)
{
  if (data != NULL)
    outlay_article_unref (data);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Load *load = task_data;
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (free_article);

  for (guint i = 0; i < load->deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (load->deal, i);
      GError *error = NULL;
      OutlayArticle *article;

      if (g_task_return_error_if_cancelled (task))
        return;
      article = outlay_ledger_get_article (load->ledger, claim->article_id, &error);
      if (article == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (articles, article);
    }
  g_task_return_pointer (task, outlay_field_quotes_find (load->deal, articles),
                         (GDestroyNotify)g_ptr_array_unref);
}

/**
 * outlay_field_quotes_load_async:
 * @source: whom the words are for; it stays until they are there
 * @ledger: where the articles are
 *
 * Finds the words that prove the fields of @deal.
 */
void
outlay_field_quotes_load_async (GObject *source,
                                OutlayDealRecord *deal,
                                OutlayLedger *ledger,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Load *load = g_new0 (Load, 1);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  load->deal = outlay_deal_record_ref (deal);
  load->ledger = g_object_ref (ledger);
  g_task_set_source_tag (task, outlay_field_quotes_load_async);
  g_task_set_task_data (task, load, load_free);
  outlay_worker_run (task, load_thread);
}

/**
 * outlay_field_quotes_load_finish:
 *
 * Returns: (transfer full) (nullable) (element-type OutlayFieldQuote): as
 * outlay_field_quotes_find().
 */
GPtrArray *
outlay_field_quotes_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
