/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ingest/outlay-import-walk.h"
#include "ingest/outlay-watch.h"
#include "outlay-store.h"

G_BEGIN_DECLS

/**
 * OutlayContentSource:
 * @key: the source's name, "" for the articles that name none
 * @n_deals: how many deals its articles speak of
 * @articles: (nullable) (element-type OutlaySourceArticle): in order; %NULL where they are still to
 *   be listed
 */
typedef struct
{
  char *key;
  guint n_deals;
  GPtrArray *articles;
} OutlayContentSource;

/**
 * OutlayContent:
 * @deals: (nullable): all deals, or those that are newest; %NULL where the screen shows them
 * @partial: whether more deals are still to be read
 * @sources: (nullable) (element-type OutlayContentSource): all sources; %NULL where they are still
 * to be read
 * @undo_words: (nullable): the act that can be undone, in words
 * @redo_words: (nullable): the act that can be done again, in words
 * @n_commits: how many transactions of the ledger it shows at least
 *
 * The objects of a store, made in a worker thread.
 */
typedef struct
{
  OutlayDealIndex *deals;
  gboolean partial;
  GPtrArray *sources;
  char *undo_words;
  char *redo_words;
  guint64 n_commits;
} OutlayContent;

OutlayContent *outlay_content_new (GPtrArray *deals, GPtrArray *articles);
/**
 * OutlayReadDeals:
 *
 * The deals as they were last read from a ledger, from which those that have not changed since are
 * taken when they are read again. Reads take turns.
 */
typedef struct _OutlayReadDeals OutlayReadDeals;

OutlayReadDeals *outlay_read_deals_new (void);
OutlayReadDeals *outlay_read_deals_ref (OutlayReadDeals *deals);
void outlay_read_deals_unref (OutlayReadDeals *deals);
void outlay_read_deals_forget (OutlayReadDeals *read);
OutlayReadDeals *outlay_store_get_read_deals (OutlayStore *store);

OutlayContent *outlay_content_load (OutlayLedger *ledger,
                                    OutlayReadDeals *read,
                                    GCancellable *cancellable,
                                    GError **error);
OutlayContent *outlay_content_load_words (OutlayLedger *ledger, GError **error);
GPtrArray *outlay_content_list_articles (const GPtrArray *entries);
OutlayContent *outlay_content_load_newest (OutlayLedger *ledger, GCancellable *cancellable);
void outlay_content_free (OutlayContent *content);
void outlay_store_take_content (OutlayStore *store, OutlayContent *content);
void outlay_store_skip_content (OutlayStore *store, OutlayContent *content);

/** OutlayStoreSources: the sources of a store, and of those that were opened the articles. */
typedef struct _OutlayStoreSources OutlayStoreSources;

OutlayStoreSources *outlay_store_sources_new (OutlayStore *store);
void outlay_store_sources_free (OutlayStoreSources *self);
void outlay_store_sources_take (OutlayStoreSources *self, const GPtrArray *entries);
void outlay_store_sources_take_articles (OutlayStoreSources *self,
                                         OutlaySource *source,
                                         const GPtrArray *articles);
GListModel *outlay_store_sources_get_list (OutlayStoreSources *self);
OutlaySourceArticle *outlay_store_sources_find_article (OutlayStoreSources *self, gint64 id);
OutlayStoreSources *outlay_store_get_store_sources (OutlayStore *store);
void outlay_store_list_articles (OutlayStore *store, OutlaySource *source);

gboolean outlay_store_is_acting (OutlayStore *store);
void outlay_store_set_ledger (OutlayStore *store, OutlayLedger *ledger);
void outlay_store_set_path (OutlayStore *store, const char *path);
void outlay_store_take_copy (OutlayStore *store, OutlayBackup *copy);
void outlay_store_keep_copy (OutlayStore *store);
void outlay_store_set_error (OutlayStore *store, const GError *error);
void outlay_store_emit_starred (OutlayStore *store, OutlayDeal *deal);
void outlay_store_emit_returned (OutlayStore *store, gint64 deal);
void outlay_store_emit_failed (OutlayStore *store, const GError *error);
void outlay_store_begin_loading (OutlayStore *store);
void outlay_store_end_loading (OutlayStore *store);
void outlay_store_set_import (OutlayStore *store, OutlayImport *import, GCancellable *cancellable);
void outlay_store_set_rereading (OutlayStore *store,
                                 OutlayProgress *rereading,
                                 GCancellable *cancellable);
void outlay_store_emit_reread (OutlayStore *store, gpointer done, const GError *error);
GPtrArray *outlay_store_get_waiting (OutlayStore *store);
OutlayWatch *outlay_store_get_watch (OutlayStore *store);
void outlay_store_set_watch (OutlayStore *store, OutlayWatch *watch);
void outlay_store_import_waiting (OutlayStore *store);
void outlay_store_emit_imported (OutlayStore *store, OutlayImport *import, const GError *error);

G_END_DECLS
