/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ingest/outlay-import-walk.h"
#include "ingest/outlay-watch.h"
#include "outlay-store.h"

G_BEGIN_DECLS

/**
 * OutlayContent:
 * @deals: all deals
 * @articles: (element-type OutlaySourceArticle)
 * @undo_words: (nullable): the act that can be undone, in words
 * @redo_words: (nullable): the act that can be done again, in words
 * @n_commits: how many transactions of the ledger it shows at least
 *
 * The objects of a store, made in a worker thread.
 */
typedef struct
{
  OutlayDealIndex *deals;
  GPtrArray *articles;
  char *undo_words;
  char *redo_words;
  guint64 n_commits;
} OutlayContent;

OutlayContent *outlay_content_new (GPtrArray *deals, GPtrArray *articles);
OutlayContent *
outlay_content_load (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
void outlay_content_free (OutlayContent *content);
void outlay_store_take_content (OutlayStore *store, OutlayContent *content);

void outlay_store_set_ledger (OutlayStore *store, OutlayLedger *ledger);
void outlay_store_set_path (OutlayStore *store, const char *path);
void outlay_store_take_copy (OutlayStore *store, OutlayBackup *copy);
void outlay_store_keep_copy (OutlayStore *store);
void outlay_store_set_error (OutlayStore *store, const GError *error);
void outlay_store_emit_changed (OutlayStore *store);
void outlay_store_emit_failed (OutlayStore *store, const GError *error);
void outlay_store_begin_loading (OutlayStore *store);
void outlay_store_end_loading (OutlayStore *store);
void outlay_store_set_import (OutlayStore *store, OutlayImport *import, GCancellable *cancellable);
GPtrArray *outlay_store_get_waiting (OutlayStore *store);
OutlayWatch *outlay_store_get_watch (OutlayStore *store);
void outlay_store_set_watch (OutlayStore *store, OutlayWatch *watch);
void outlay_store_import_waiting (OutlayStore *store);
void outlay_store_emit_imported (OutlayStore *store, OutlayImport *import, const GError *error);

G_END_DECLS
