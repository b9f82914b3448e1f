/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-shown.h"
#include "model/outlay-store.h"
#include "report/outlay-export.h"

G_BEGIN_DECLS

void outlay_export_deals (GtkWindow *window,
                          OutlayLedger *ledger,
                          OutlayShown *shown,
                          const char *filter);
void outlay_export_deals_async (OutlayLedger *ledger,
                                GPtrArray *deals,
                                OutlayExportFormat format,
                                const char *filter,
                                GFile *file,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean outlay_export_deals_finish (GAsyncResult *result, GError **error);

G_END_DECLS
