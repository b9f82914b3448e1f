/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user does, undone and done again through the store: each act in a worker thread. When an
 * act's callback runs, the store's deals are those after it.
 */
#pragma once

#include "ingest/acts/outlay-act.h"
#include "outlay-store.h"

G_BEGIN_DECLS

void outlay_store_act_async (OutlayStore *store,
                             OutlayAct *act,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
void outlay_store_undo_async (OutlayStore *store,
                              guint count,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
void outlay_store_redo_async (OutlayStore *store,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean
outlay_store_act_finish (OutlayStore *store, GAsyncResult *result, char **words, GError **error);

void outlay_store_set_review_below (OutlayStore *store, guint percent);
void outlay_store_merge_certain_async (OutlayStore *store,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean outlay_store_merge_certain_finish (OutlayStore *store,
                                            GAsyncResult *result,
                                            guint *count,
                                            GError **error);
void outlay_store_load_history_async (OutlayStore *store,
                                      gint64 deal_id,
                                      guint most,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *
outlay_store_load_history_finish (OutlayStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
