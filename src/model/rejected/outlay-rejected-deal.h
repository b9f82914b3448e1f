/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-store.h"

G_BEGIN_DECLS

/*
 * What the user said is no deal, as the window lists it: its texts are made once and never change.
 */
#define OUTLAY_TYPE_REJECTED_DEAL (outlay_rejected_deal_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRejectedDeal, outlay_rejected_deal, OUTLAY, REJECTED_DEAL, GObject)

OutlayRejectedDeal *outlay_rejected_deal_new (const OutlayDealRecord *record, gint64 rejected);
gint64 outlay_rejected_deal_get_id (OutlayRejectedDeal *deal);
const char *outlay_rejected_deal_get_parties (OutlayRejectedDeal *deal);
const OutlayFields *outlay_rejected_deal_get_fields (OutlayRejectedDeal *deal);
const char *outlay_rejected_deal_get_figure (OutlayRejectedDeal *deal);
const char *outlay_rejected_deal_get_origin (OutlayRejectedDeal *deal);
const char *outlay_rejected_deal_get_sentence (OutlayRejectedDeal *deal);
gboolean outlay_rejected_deal_matches (OutlayRejectedDeal *deal, const char *key);
gboolean outlay_rejected_deal_equal (OutlayRejectedDeal *deal, OutlayRejectedDeal *other);

void outlay_store_list_rejected_async (OutlayStore *store,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *
outlay_store_list_rejected_finish (OutlayStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
