/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/safety/outlay-backup.h"
#include "ingest/outlay-import.h"
#include "ledger/outlay-ledger.h"
#include "outlay-deal-pool.h"
#include "outlay-source.h"

G_BEGIN_DECLS

/*
 * All deals, sources and articles of a ledger, read in worker threads; the window's one hold on the
 * ledger and on imports. A deal keeps its object as long as it is in the ledger.
 *
 * Properties, read-only: "loading" (boolean), "import" (#OutlayImport, nullable: the one that
 * runs), "rereading" (#OutlayProgress, nullable: how far articles are read again), "undo-words" and
 * "redo-words" (string, nullable: what can be undone and done again). Signals: "changed" (once
 * after a load), "starred" (#OutlayDeal: it has a star or none, which the index says already),
 * "returned" (gint64: the id of a deal that had been rejected and is back, by an act or by undoing
 * one), "imported" (#OutlayImport, #GError or %NULL: an import ended and its deals are loaded),
 * "reread"
 * (#OutlayReextraction or %NULL, #GError or %NULL: articles were read again, or that ended before
 * its end).
 */
#define OUTLAY_TYPE_STORE (outlay_store_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStore, outlay_store, OUTLAY, STORE, GObject)

OutlayStore *outlay_store_new (void);
void outlay_store_open_async (OutlayStore *store,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean outlay_store_open_finish (OutlayStore *store, GAsyncResult *result, GError **error);
void outlay_store_refresh (OutlayStore *store);
void outlay_store_retell (OutlayStore *store);
void outlay_store_set_records (OutlayStore *store, GPtrArray *deals, GPtrArray *articles);
OutlayLedger *outlay_store_get_ledger (OutlayStore *store);
void outlay_store_reopen (OutlayStore *store);
gboolean outlay_store_get_opened (OutlayStore *store);
gboolean outlay_store_get_partial (OutlayStore *store);
const GError *outlay_store_get_error (OutlayStore *store);
const char *outlay_store_get_path (OutlayStore *store);
gboolean outlay_store_get_loading (OutlayStore *store);
guint outlay_store_get_n_deals (OutlayStore *store);
OutlayDeal *outlay_store_dup_deal (OutlayStore *store, gint64 id);
OutlayDealIndex *outlay_store_get_index (OutlayStore *store);
OutlayDealPool *outlay_store_get_pool (OutlayStore *store);
GListModel *outlay_store_get_sources (OutlayStore *store);
OutlaySourceArticle *outlay_store_find_article (OutlayStore *store, gint64 id);
const char *outlay_store_get_undo_words (OutlayStore *store);
const char *outlay_store_get_redo_words (OutlayStore *store);
void outlay_store_star_deals (OutlayStore *store, GPtrArray *deals, gboolean starred);
void outlay_store_set_starred (OutlayStore *store, OutlayDeal *deal, gboolean starred);

const OutlayBackup *outlay_store_get_copy (OutlayStore *store);
void
outlay_store_restore_async (OutlayStore *store, GAsyncReadyCallback callback, gpointer user_data);
char *outlay_store_restore_finish (OutlayStore *store, GAsyncResult *result, GError **error);

void outlay_store_save_copy_async (OutlayStore *store,
                                   const char *path,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean outlay_store_save_copy_finish (OutlayStore *store, GAsyncResult *result, GError **error);
void outlay_store_list_copies_async (OutlayStore *store,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *
outlay_store_list_copies_finish (OutlayStore *store, GAsyncResult *result, GError **error);
void outlay_store_go_back_async (OutlayStore *store,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
char *outlay_store_go_back_finish (OutlayStore *store, GAsyncResult *result, GError **error);
guint outlay_store_get_copies_kept (OutlayStore *store);
void outlay_store_set_copies_kept (OutlayStore *store, guint kept);

void outlay_store_import (OutlayStore *store, GListModel *files);
void
outlay_store_import_content (OutlayStore *store, GBytes *content, GBytes *plain, const char *label);
void outlay_store_import_inputs (OutlayStore *store, const GPtrArray *inputs);
void outlay_store_watch (OutlayStore *store, GFile *folder, const char *memory);
GFile *outlay_store_get_watched (OutlayStore *store);
OutlayImport *outlay_store_get_import (OutlayStore *store);
void outlay_store_cancel_import (OutlayStore *store);
OutlayProgress *outlay_store_get_rereading (OutlayStore *store);
void outlay_store_cancel_rereading (OutlayStore *store);

G_END_DECLS
