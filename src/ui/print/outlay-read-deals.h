/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-shown.h"

G_BEGIN_DECLS

void outlay_read_deals_async (GtkWindow *window,
                              OutlayLedger *ledger,
                              OutlayShown *shown,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GPtrArray *outlay_read_deals_finish (GAsyncResult *result, GError **error);

G_END_DECLS
