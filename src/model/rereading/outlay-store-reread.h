/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading articles again through the store, in the background: one reading at a time, and none
 * beside an import. What comes of it is one act, which can be undone.
 */
#pragma once

#include "ingest/acts/outlay-reextract.h"
#include "model/outlay-store.h"

G_BEGIN_DECLS

/**
 * OutlayRereadScope:
 * @OUTLAY_REREAD_ALL: all articles
 * @OUTLAY_REREAD_OUTDATED: those that another version of the engine has read
 * @OUTLAY_REREAD_SOURCE: those of a source
 * @OUTLAY_REREAD_ARTICLE: a single one
 */
typedef enum
{
  OUTLAY_REREAD_ALL,
  OUTLAY_REREAD_OUTDATED,
  OUTLAY_REREAD_SOURCE,
  OUTLAY_REREAD_ARTICLE,
} OutlayRereadScope;

void outlay_store_reread (OutlayStore *store,
                          OutlayRereadScope scope,
                          const char *source,
                          gint64 article_id);
void outlay_store_correct_text (OutlayStore *store, gint64 article_id, const char *text);
gboolean outlay_store_can_reread (OutlayStore *store);
char *outlay_store_dup_reread_words (const OutlayReextraction *done);

void outlay_store_count_outdated_async (OutlayStore *store,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean outlay_store_count_outdated_finish (OutlayStore *store,
                                             GAsyncResult *result,
                                             guint *n_articles,
                                             GError **error);

G_END_DECLS
