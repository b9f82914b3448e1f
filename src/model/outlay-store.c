/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-store.h"

#include "outlay-store-private.h"

struct _OutlayStore
{
  GObject parent_instance;

  char *path;
  OutlayBackup *copy;
  OutlayLedger *ledger;
  gboolean opened;
  guint64 n_commits;
  gboolean behind;
  gboolean partial;
  GError *error;
  OutlayImport *import;
  GCancellable *import_cancellable;
  OutlayProgress *rereading;
  GCancellable *rereading_cancellable;
  GPtrArray *waiting;
  OutlayWatch *watch;
  guint n_loading;
  OutlayDealPool *pool;
  OutlayStoreSources *sources;
  OutlayReadDeals *read_deals;
  char *undo_words;
  char *redo_words;
};

G_DEFINE_FINAL_TYPE (OutlayStore, outlay_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_IMPORT,
  PROP_REREADING,
  PROP_ERROR,
  PROP_UNDO_WORDS,
  PROP_REDO_WORDS,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_STARRED,
  SIGNAL_RETURNED,
  SIGNAL_IMPORTED,
  SIGNAL_REREAD,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
outlay_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayStore *store = OUTLAY_STORE (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, store->n_loading > 0);
      break;
    case PROP_IMPORT:
      g_value_set_object (value, store->import);
      break;
    case PROP_REREADING:
      g_value_set_object (value, store->rereading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, store->error);
      break;
    case PROP_UNDO_WORDS:
      g_value_set_string (value, store->undo_words);
      break;
    case PROP_REDO_WORDS:
      g_value_set_string (value, store->redo_words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_store_finalize (GObject *object)
{
  OutlayStore *store = OUTLAY_STORE (object);

  g_clear_pointer (&store->path, g_free);
  g_clear_pointer (&store->undo_words, g_free);
  g_clear_pointer (&store->redo_words, g_free);
  g_clear_pointer (&store->copy, outlay_backup_free);
  g_clear_error (&store->error);
  g_clear_object (&store->ledger);
  g_clear_object (&store->import);
  g_clear_object (&store->import_cancellable);
  g_clear_object (&store->rereading);
  g_clear_object (&store->rereading_cancellable);
  outlay_store_set_watch (store, NULL);
  g_clear_pointer (&store->waiting, g_ptr_array_unref);
  g_clear_pointer (&store->pool, outlay_deal_pool_unref);
  g_clear_pointer (&store->sources, outlay_store_sources_free);
  g_clear_pointer (&store->read_deals, outlay_read_deals_unref);
  G_OBJECT_CLASS (outlay_store_parent_class)->finalize (object);
}

static void
outlay_store_class_init (OutlayStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_store_get_property;
  object_class->finalize = outlay_store_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IMPORT] = g_param_spec_object ("import", NULL, NULL, OUTLAY_TYPE_IMPORT,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REREADING] = g_param_spec_object ("rereading", NULL, NULL, OUTLAY_TYPE_PROGRESS,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_WORDS] = g_param_spec_string ("undo-words", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_WORDS] = g_param_spec_string ("redo-words", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RETURNED] = g_signal_new ("returned", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_STARRED] = g_signal_new ("starred", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_DEAL);
  signals[SIGNAL_IMPORTED]
    = g_signal_new ("imported", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, OUTLAY_TYPE_IMPORT, G_TYPE_ERROR);
  signals[SIGNAL_REREAD] = g_signal_new ("reread", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", OUTLAY_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
outlay_store_init (OutlayStore *store)
{
  store->pool = outlay_deal_pool_new ();
  store->sources = outlay_store_sources_new (store);
  store->read_deals = outlay_read_deals_new ();
  store->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);
}

/**
 * outlay_store_new:
 *
 * Returns: (transfer full): a store without deals.
 */
OutlayStore *
outlay_store_new (void)
{
  return g_object_new (OUTLAY_TYPE_STORE, NULL);
}

/**
 * outlay_store_set_records:
 * @deals: (element-type OutlayDealRecord): all deals
 * @articles: (element-type OutlayLedgerArticle): all articles
 *
 * Makes these the content of the store and emits "changed". Deals, sources and articles that were
 * there before keep their objects.
 */
void
outlay_store_set_records (OutlayStore *store, GPtrArray *deals, GPtrArray *articles)
{
  g_return_if_fail (OUTLAY_IS_STORE (store));

  outlay_store_take_content (store, outlay_content_new (deals, articles));
}

static void
set_words (OutlayStore *store, char **words, char *newer, guint property)
{
  gboolean same = g_strcmp0 (*words, newer) == 0;

  g_free (*words);
  *words = newer;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (store), properties[property]);
}

static void
take_deals (OutlayStore *store, OutlayContent *content)
{
  store->opened = TRUE;
  store->behind = FALSE;
  store->partial = content->partial;
  outlay_deal_pool_set_index (store->pool, content->deals, store->ledger);
  if (content->sources != NULL)
    outlay_store_sources_take (store->sources, content->sources);
}

/**
 * outlay_store_take_content:
 *
 * Does what outlay_store_set_records() does, with objects made before. Where there are no deals
 * among them, those that wait to be shown since outlay_store_skip_content() are read.
 */
void
outlay_store_take_content (OutlayStore *store, OutlayContent *content)
{
  gboolean has_deals = content->deals != NULL;

  /* What was read before is shown by what was read after it already. */
  if (content->n_commits < store->n_commits)
    outlay_store_skip_content (store, g_steal_pointer (&content));
  else
    {
      store->n_commits = content->n_commits;
      if (has_deals)
        take_deals (store, content);
      set_words (store, &store->undo_words, g_steal_pointer (&content->undo_words),
                 PROP_UNDO_WORDS);
      set_words (store, &store->redo_words, g_steal_pointer (&content->redo_words),
                 PROP_REDO_WORDS);
      outlay_content_free (content);
    }
  if (store->behind)
    outlay_store_refresh (store);
  else if (has_deals)
    g_signal_emit (store, signals[SIGNAL_CHANGED], 0);
}

/** outlay_store_skip_content: lets go of @content; what is read after it shows it, too. */
void
outlay_store_skip_content (OutlayStore *store, OutlayContent *content)
{
  store->behind |= content->deals != NULL;
  outlay_content_free (content);
}

/**
 * outlay_store_get_index:
 *
 * Returns: (transfer none): all deals of the ledger.
 */
OutlayDealIndex *
outlay_store_get_index (OutlayStore *store)
{
  return outlay_deal_pool_get_index (store->pool);
}

/**
 * outlay_store_get_pool:
 *
 * Returns: (transfer none): the objects of the deals.
 */
OutlayDealPool *
outlay_store_get_pool (OutlayStore *store)
{
  return store->pool;
}

/**
 * outlay_store_get_n_deals:
 *
 * Returns: how many deals the ledger holds.
 */
guint
outlay_store_get_n_deals (OutlayStore *store)
{
  return outlay_deal_index_get_n_deals (outlay_store_get_index (store));
}

/**
 * outlay_store_dup_deal:
 *
 * Returns: (transfer full) (nullable): the deal of that id.
 */
OutlayDeal *
outlay_store_dup_deal (OutlayStore *store, gint64 id)
{
  guint row;

  if (!outlay_deal_index_find (outlay_store_get_index (store), id, &row))
    return NULL;
  return outlay_deal_pool_dup_deal (store->pool, row);
}

/**
 * outlay_store_get_sources:
 *
 * Returns: (transfer none): all sources by name, as #OutlaySource.
 */
GListModel *
outlay_store_get_sources (OutlayStore *store)
{
  return outlay_store_sources_get_list (store->sources);
}

/** outlay_store_get_read_deals: (transfer none): the deals as they were last read. */
OutlayReadDeals *
outlay_store_get_read_deals (OutlayStore *store)
{
  return store->read_deals;
}

/** outlay_store_get_store_sources: (transfer none): the sources and what is known of them. */
OutlayStoreSources *
outlay_store_get_store_sources (OutlayStore *store)
{
  return store->sources;
}

/**
 * outlay_store_find_article:
 *
 * Returns: (transfer none) (nullable): the article of that id.
 */
OutlaySourceArticle *
outlay_store_find_article (OutlayStore *store, gint64 id)
{
  return outlay_store_sources_find_article (store->sources, id);
}

/**
 * outlay_store_get_ledger:
 *
 * Returns: (transfer none) (nullable): the ledger, once it is open.
 */
OutlayLedger *
outlay_store_get_ledger (OutlayStore *store)
{
  return store->ledger;
}

/**
 * outlay_store_get_opened:
 *
 * Returns: whether deals have been read.
 */
gboolean
outlay_store_get_opened (OutlayStore *store)
{
  return store->opened;
}

/**
 * outlay_store_get_partial:
 *
 * Returns: whether there are only the newest deals yet, and all others are still being read.
 */
gboolean
outlay_store_get_partial (OutlayStore *store)
{
  return store->partial;
}

/**
 * outlay_store_get_error:
 *
 * Returns: (transfer none) (nullable): why no ledger is open.
 */
const GError *
outlay_store_get_error (OutlayStore *store)
{
  return store->error;
}

/** outlay_store_set_error: keeps why no ledger is open; %NULL where one is. */
void
outlay_store_set_error (OutlayStore *store, const GError *error)
{
  if (error == NULL && store->error == NULL)
    return;
  g_clear_error (&store->error);
  store->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_ERROR]);
}

/**
 * outlay_store_get_path:
 *
 * Returns: (transfer none) (nullable): the file that was last to be opened.
 */
const char *
outlay_store_get_path (OutlayStore *store)
{
  return store->path;
}

/**
 * outlay_store_get_copy:
 *
 * Returns: (transfer none) (nullable): the last good copy of a ledger that is damaged.
 */
const OutlayBackup *
outlay_store_get_copy (OutlayStore *store)
{
  return store->copy;
}

/** outlay_store_take_copy: remembers (transfer full) (nullable) @copy as what can be gone back to.
 */
void
outlay_store_take_copy (OutlayStore *store, OutlayBackup *copy)
{
  g_clear_pointer (&store->copy, outlay_backup_free);
  store->copy = copy;
}

/** outlay_store_set_path: remembers the file that is to be opened. */
void
outlay_store_set_path (OutlayStore *store, const char *path)
{
  char *copy = g_strdup (path);

  g_free (store->path);
  store->path = copy;
}

/**
 * outlay_store_get_undo_words:
 *
 * Returns: (transfer none) (nullable): the act that can be undone, in words; %NULL where there is
 *   none.
 */
const char *
outlay_store_get_undo_words (OutlayStore *store)
{
  return store->undo_words;
}

/**
 * outlay_store_get_redo_words:
 *
 * Returns: (transfer none) (nullable): the act that can be done again, in words; %NULL where there
 *   is none.
 */
const char *
outlay_store_get_redo_words (OutlayStore *store)
{
  return store->redo_words;
}

/**
 * outlay_store_get_loading:
 *
 * Returns: whether deals are being read.
 */
gboolean
outlay_store_get_loading (OutlayStore *store)
{
  return store->n_loading > 0;
}

/** outlay_store_set_ledger: makes @ledger (transfer none) the one that deals are read from. */
void
outlay_store_set_ledger (OutlayStore *store, OutlayLedger *ledger)
{
  if (!g_set_object (&store->ledger, ledger))
    return;
  store->n_commits = 0;
  store->behind = FALSE;
}

/** outlay_store_emit_starred: says that @deal was given a star or lost it. */
void
outlay_store_emit_starred (OutlayStore *store, OutlayDeal *deal)
{
  g_signal_emit (store, signals[SIGNAL_STARRED], 0, deal);
}

/** outlay_store_emit_returned: says that a deal is back which had been rejected. */
void
outlay_store_emit_returned (OutlayStore *store, gint64 deal)
{
  g_signal_emit (store, signals[SIGNAL_RETURNED], 0, deal);
}

/** outlay_store_emit_failed: says that the ledger could not be read or written. */
void
outlay_store_emit_failed (OutlayStore *store, const GError *error)
{
  g_signal_emit (store, signals[SIGNAL_FAILED], 0, error);
}

/** outlay_store_begin_loading: counts one more read under way. */
void
outlay_store_begin_loading (OutlayStore *store)
{
  if (store->n_loading++ == 0)
    g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_LOADING]);
}

/** outlay_store_end_loading: counts one read less. */
void
outlay_store_end_loading (OutlayStore *store)
{
  g_return_if_fail (store->n_loading > 0);

  if (--store->n_loading == 0)
    g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_LOADING]);
}

/**
 * outlay_store_get_import:
 *
 * Returns: (transfer none) (nullable): the import that runs.
 */
OutlayImport *
outlay_store_get_import (OutlayStore *store)
{
  return store->import;
}

/**
 * outlay_store_set_import:
 * @import: (transfer none) (nullable): the import that runs
 * @cancellable: (transfer none) (nullable): what ends it
 */
void
outlay_store_set_import (OutlayStore *store, OutlayImport *import, GCancellable *cancellable)
{
  g_set_object (&store->import_cancellable, cancellable);
  if (g_set_object (&store->import, import))
    g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_IMPORT]);
}

/** outlay_store_cancel_import: ends the import that runs, if any, and forgets what waits. */
void
outlay_store_cancel_import (OutlayStore *store)
{
  g_ptr_array_set_size (store->waiting, 0);
  if (store->import_cancellable != NULL)
    g_cancellable_cancel (store->import_cancellable);
}

/**
 * outlay_store_get_rereading:
 *
 * Returns: (transfer none) (nullable): how far articles are read again, while they are.
 */
OutlayProgress *
outlay_store_get_rereading (OutlayStore *store)
{
  return store->rereading;
}

/**
 * outlay_store_set_rereading:
 * @rereading: (transfer none) (nullable): how far articles are read again
 * @cancellable: (transfer none) (nullable): what ends that
 */
void
outlay_store_set_rereading (OutlayStore *store,
                            OutlayProgress *rereading,
                            GCancellable *cancellable)
{
  g_set_object (&store->rereading_cancellable, cancellable);
  if (g_set_object (&store->rereading, rereading))
    g_object_notify_by_pspec (G_OBJECT (store), properties[PROP_REREADING]);
}

/** outlay_store_cancel_rereading: ends reading articles again, if any are; nothing of it is done.
 */
void
outlay_store_cancel_rereading (OutlayStore *store)
{
  if (store->rereading_cancellable != NULL)
    g_cancellable_cancel (store->rereading_cancellable);
}

/** outlay_store_emit_reread: says what came of reading articles again, or why nothing did. */
void
outlay_store_emit_reread (OutlayStore *store, gpointer done, const GError *error)
{
  g_signal_emit (store, signals[SIGNAL_REREAD], 0, done, error);
}

/**
 * outlay_store_get_waiting:
 *
 * Returns: (transfer none) (element-type OutlayImportInput): what the next import takes.
 */
GPtrArray *
outlay_store_get_waiting (OutlayStore *store)
{
  return store->waiting;
}

/**
 * outlay_store_get_watch:
 *
 * Returns: (transfer none) (nullable): what looks for new articles in a folder.
 */
OutlayWatch *
outlay_store_get_watch (OutlayStore *store)
{
  return store->watch;
}

/** outlay_store_set_watch: makes @watch (nullable) (transfer none) what looks for new articles. */
void
outlay_store_set_watch (OutlayStore *store, OutlayWatch *watch)
{
  if (store->watch != NULL)
    g_signal_handlers_disconnect_by_data (store->watch, store);
  g_set_object (&store->watch, watch);
}

/** outlay_store_emit_imported: says that @import ended, with @error (nullable). */
void
outlay_store_emit_imported (OutlayStore *store, OutlayImport *import, const GError *error)
{
  g_signal_emit (store, signals[SIGNAL_IMPORTED], 0, import, error);
}
