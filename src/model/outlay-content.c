/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store shows, read and made in worker threads. */
#define G_LOG_DOMAIN "outlay-model"

#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-summaries.h"
#include "outlay-store-private.h"

/* How many of the newest deals are read before all others: some screens full. */
#define FIRST_DEALS 160

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

/* By name, the unknown source last. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const char *first = (*(OutlayContentSource *const *)a)->key;
  const char *second = (*(OutlayContentSource *const *)b)->key;

  if ((*first == '\0') != (*second == '\0'))
    return *first == '\0' ? 1 : -1;
  return g_utf8_collate (first, second);
}

/* Puts the sources in order, and counts how many deals the articles of each speak of. */
static void
finish_sources (OutlayContent *content)
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
  g_ptr_array_sort (content->sources, compare_sources);
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
  finish_sources (content);
  return content;
}

/** outlay_content_free: frees @content. */
void
outlay_content_free (OutlayContent *content)
{
  g_clear_pointer (&content->deals, outlay_deal_index_unref);
  g_clear_pointer (&content->sources, g_ptr_array_unref);
  g_free (content->undo_words);
  g_free (content->redo_words);
  g_free (content);
}

static void
add_summary (OutlayDealRecord *deal, gpointer index)
{
  outlay_deal_index_add (index, deal);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = (*(OutlayDealRecord *const *)a)->id;
  gint64 second = (*(OutlayDealRecord *const *)b)->id;

  return (first > second) - (first < second);
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
      const char *source = g_ptr_array_index (sources, i);

      add_source (content, source != NULL ? source : "");
    }
  if (sources != NULL)
    finish_sources (content);
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
 * outlay_content_load_words:
 * @error: return location for an #OutlayLedgerError
 *
 * Reads what can be undone and done again alone, after an act that the screen shows already.
 *
 * Returns: (transfer full) (nullable): what outlay_store_take_content() takes.
 */
OutlayContent *
outlay_content_load_words (OutlayLedger *ledger, GError **error)
{
  OutlayContent *content = g_new0 (OutlayContent, 1);

  content->n_commits = outlay_ledger_get_n_commits (ledger);
  if (!read_history (content, ledger, error))
    g_clear_pointer (&content, outlay_content_free);
  return content;
}

/**
 * outlay_content_load_newest:
 * @cancellable: (nullable): stops it
 *
 * Reads the first deals of a view that begins with the newest, so that there is something to see
 * while all are read; from any thread.
 *
 * Returns: (transfer full) (nullable): what outlay_store_take_content() takes, and takes again when
 *   all is there; %NULL where it isn't worth it or can't be.
 */
OutlayContent *
outlay_content_load_newest (OutlayLedger *ledger, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_newest (ledger, FIRST_DEALS, cancellable, NULL);

  if (deals == NULL || deals->len < FIRST_DEALS / 2)
    return NULL;
  OutlayContent *content = g_new0 (OutlayContent, 1);
  content->deals = outlay_deal_index_new (FALSE);
  content->partial = TRUE;
  g_ptr_array_sort (deals, compare_ids);
  g_ptr_array_foreach (deals, (GFunc)add_summary, content->deals);
  outlay_deal_index_finish (content->deals);
  return content;
}

struct _OutlayReadDeals
{
  gatomicrefcount ref_count;
  GMutex lock;
  int stale;
  char *path;
  OutlayDealIndex *index;
};

/**
 * outlay_read_deals_new:
 *
 * Returns: (transfer full): nothing read yet.
 */
OutlayReadDeals *
outlay_read_deals_new (void)
{
  OutlayReadDeals *read = g_new0 (OutlayReadDeals, 1);

  g_atomic_ref_count_init (&read->ref_count);
  g_mutex_init (&read->lock);
  return read;
}

/** outlay_read_deals_ref: returns (transfer full) @read, from any thread. */
OutlayReadDeals *
outlay_read_deals_ref (OutlayReadDeals *read)
{
  g_atomic_ref_count_inc (&read->ref_count);
  return read;
}

/** outlay_read_deals_unref: gives back a reference, from any thread. */
void
outlay_read_deals_unref (OutlayReadDeals *read)
{
  if (!g_atomic_ref_count_dec (&read->ref_count))
    return;
  g_clear_pointer (&read->index, outlay_deal_index_unref);
  g_mutex_clear (&read->lock);
  g_free (read->path);
  g_free (read);
}

/** outlay_read_deals_forget: has all deals read anew when they are read next. */
void
outlay_read_deals_forget (OutlayReadDeals *read)
{
  g_atomic_int_set (&read->stale, TRUE);
}

static OutlayDealIndex *
read_all (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayDealIndex) index = outlay_deal_index_new (FALSE);

  if (!outlay_ledger_foreach_summary (ledger, add_summary, index, cancellable, error))
    return NULL;
  outlay_deal_index_finish (index);
  return g_steal_pointer (&index);
}

static OutlayDealIndex *
read_changed (OutlayDealIndex *before,
              const GArray *ids,
              OutlayLedger *ledger,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_list_summaries (ledger, ids, cancellable, error);

  return deals != NULL ? outlay_deal_index_new_changed (before, ids, deals) : NULL;
}

/* What could not be read is not known to be as it was. */
static OutlayDealIndex *
read_deals (OutlayReadDeals *read, OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  const char *path = outlay_ledger_get_path (ledger);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&read->lock);
  g_autoptr (GArray) ids = outlay_ledger_take_touched (ledger);
  gboolean stale = g_atomic_int_compare_and_exchange (&read->stale, TRUE, FALSE);
  gboolean known
    = !stale && read->index != NULL && g_strcmp0 (read->path, path) == 0 && ids != NULL;
  OutlayDealIndex *index = known ? read_changed (read->index, ids, ledger, cancellable, error)
                                 : read_all (ledger, cancellable, error);

  g_clear_pointer (&read->index, outlay_deal_index_unref);
  g_free (read->path);
  read->path = g_strdup (path);
  read->index = index != NULL ? outlay_deal_index_ref (index) : NULL;
  return index;
}

/**
 * outlay_content_load:
 * @read: the deals as they were last read, and are afterwards
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Reads all that a store shows; from any thread, and not from the main one.
 *
 * Returns: (transfer full) (nullable): what outlay_store_take_content() takes.
 */
OutlayContent *
outlay_content_load (OutlayLedger *ledger,
                     OutlayReadDeals *read,
                     GCancellable *cancellable,
                     GError **error)
{
  guint64 n_commits = outlay_ledger_get_n_commits (ledger);
  OutlayDealIndex *deals = read_deals (read, ledger, cancellable, error);

  if (deals == NULL)
    return NULL;
  OutlayContent *content = make_content (deals);
  content->n_commits = n_commits;
  if (read_sources (content, ledger, cancellable, error) && read_history (content, ledger, error))
    return content;
  outlay_content_free (content);
  return NULL;
}
