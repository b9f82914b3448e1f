/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-store.h"
#include "outlay-field-quote.h"

G_BEGIN_DECLS

void outlay_field_quotes_load_async (GObject *source,
                                     OutlayDealRecord *deal,
                                     OutlayLedger *ledger,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *outlay_field_quotes_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
