/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles on their way into the ledger, which go in together. */
#pragma once

#include "outlay-ingest.h"

G_BEGIN_DECLS

/** OutlayBatch: articles that wait for the next transaction, in their order. */
typedef struct _OutlayBatch OutlayBatch;

OutlayBatch *outlay_batch_new (OutlayLedger *ledger);
void outlay_batch_free (OutlayBatch *batch);
const OutlayArrival *
outlay_batch_add (OutlayBatch *batch, OutlayArticle *article, GPtrArray *claims, gboolean anyway);
gboolean outlay_batch_is_full (const OutlayBatch *batch);
gboolean outlay_batch_store (OutlayBatch *batch, GError **error);
void outlay_batch_clear (OutlayBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBatch, outlay_batch_free)

G_END_DECLS
