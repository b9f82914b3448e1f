/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store shows, read and made in worker threads. */
#define G_LOG_DOMAIN "outlay-model"

#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-summaries.h"
#include "outlay-store-private.h"

static void
source_free (OutlayContentSource *source)
{
  g_free (source->key);
  g_clear_pointer (&source->articles, g_ptr_array_unref);
  g_free (source);
}

static OutlayContentSource *
add_source (OutlayContent *content, const char *key)
{
  OutlayContentSource *source = g_new0 (OutlayContentSource, 1);

  source->key = g_strdup (key);
  g_ptr_array_add (content->sources, source);
  return source;
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  return outlay_source_article_compare (*(OutlaySourceArticle *const *)a,
                                        *(OutlaySourceArticle *const *)b);
}

/**
 * outlay_content_list_articles:
 * @entries: (element-type OutlayLedgerArticle): articles
 *
 * Returns: (transfer full) (element-type OutlaySourceArticle): the articles as the sidebar lists
 *   them, in its order.
 */
GPtrArray *
outlay_content_list_articles (const GPtrArray *entries)
{
  GPtrArray *articles = g_ptr_array_new_full (entries->len, g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      const OutlayLedgerArticle *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (articles,
                       outlay_source_article_new (entry->id, entry->article, entry->n_deals));
    }
  g_ptr_array_sort (articles, compare_articles);
  return articles;
}

static void
group_articles (OutlayContent *content, const GPtrArray *entries)
{
  g_autoptr (GPtrArray) articles = outlay_content_list_articles (entries);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < articles->len; i++)
    {
      OutlaySourceArticle *article = g_ptr_array_index (articles, i);
      const char *name = outlay_source_article_get_article (article)->source;
      const char *key = name != NULL ? name : "";
      OutlayContentSource *source = g_hash_table_lookup (sources, key);

      if (source == NULL)
        {
          source = add_source (content, key);
          source->articles = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (sources, source->key, source);
        }
      g_ptr_array_add (source->articles, g_object_ref (article));
    }
}

/* Of each source how many deals its articles speak of, each deal once. */
static void
count_source_deals (OutlayContent *content)
{
  const GPtrArray *keys = outlay_deal_index_get_keys (content->deals, OUTLAY_FACET_SOURCE);
  g_autofree guint *counts = g_new0 (guint, keys->len + 1);
  guint place;

  for (guint row = 0; row < outlay_deal_index_get_n_deals (content->deals); row++)
    {
      guint n_values;
      const guint32 *values
        = outlay_deal_index_get_values (content->deals, OUTLAY_FACET_SOURCE, row, &n_values);

      for (guint i = 0; i < n_values; i++)
        counts[values[i]]++;
    }
  for (guint i = 0; i < content->sources->len; i++)
    {
      OutlayContentSource *source = g_ptr_array_index (content->sources, i);

      if (outlay_deal_index_find_key (content->deals, OUTLAY_FACET_SOURCE, source->key, &place))
        source->n_deals = counts[place];
    }
}

static OutlayContent *
make_content (OutlayDealIndex *deals)
{
  OutlayContent *content = g_new0 (OutlayContent, 1);

  content->deals = deals;
  content->sources = g_ptr_array_new_with_free_func ((GDestroyNotify)source_free);
  return content;
}

/**
 * outlay_content_new:
 * @deals: (element-type OutlayDealRecord): all deals
 * @articles: (element-type OutlayLedgerArticle): all articles
 *
 * Makes the objects of a store; from any thread.
 *
 * Returns: (transfer full): what outlay_store_take_content() takes.
 */
OutlayContent *
outlay_content_new (GPtrArray *deals, GPtrArray *articles)
{
  OutlayContent *content = make_content (outlay_deal_index_new (TRUE));

  for (guint i = 0; i < deals->len; i++)
    outlay_deal_index_add (content->deals, g_ptr_array_index (deals, i));
  outlay_deal_index_finish (content->deals);
  group_articles (content, articles);
  count_source_deals (content);
  return content;
}

/** outlay_content_free: frees @content. */
void
outlay_content_free (OutlayContent *content)
{
  outlay_deal_index_unref (content->deals);
  g_ptr_array_unref (content->sources);
  g_free (content->undo_words);
  g_free (content->redo_words);
  g_free (content);
}

static void
add_summary (OutlayDealRecord *deal, gpointer index)
{
  outlay_deal_index_add (index, deal);
}

static gboolean
read_sources (OutlayContent *content,
              OutlayLedger *ledger,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) sources = outlay_ledger_list_sources (ledger, cancellable, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const OutlayLedgerSource *entry = g_ptr_array_index (sources, i);

      add_source (content, entry->source != NULL ? entry->source : "");
    }
  if (sources != NULL)
    count_source_deals (content);
  return sources != NULL;
}

static gboolean
read_history (OutlayContent *content, OutlayLedger *ledger, GError **error)
{
  g_autoptr (OutlayHistoryEntry) done = NULL;
  g_autoptr (OutlayHistoryEntry) undone = NULL;

  if (!outlay_history_peek (ledger, &done, &undone, error))
    return FALSE;
  content->undo_words = done != NULL ? outlay_act_describe (done) : NULL;
  content->redo_words = undone != NULL ? outlay_act_describe (undone) : NULL;
  return TRUE;
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
  OutlayContent *content = make_content (outlay_deal_index_new (FALSE));

  if (outlay_ledger_foreach_summary (ledger, add_summary, content->deals, cancellable, error))
    {
      outlay_deal_index_finish (content->deals);
      content->n_commits = n_commits;
      if (read_sources (content, ledger, cancellable, error)
          && read_history (content, ledger, error))
        return content;
    }
  outlay_content_free (content);
  return NULL;
}
