/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

void outlay_print_deals (GtkWindow *window,
                         OutlayLedger *ledger,
                         GPtrArray *deals,
                         const char *filter,
                         GtkPrintOperationAction action);
void outlay_print_choose_paper (GtkWindow *window);
void outlay_print_save_pdf (GtkWindow *window,
                            OutlayLedger *ledger,
                            GPtrArray *deals,
                            const char *filter);
void outlay_print_write_pdf_async (OutlayLedger *ledger,
                                   GPtrArray *deals,
                                   const char *filter,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean outlay_print_write_pdf_finish (GAsyncResult *result, GError **error);

G_END_DECLS
