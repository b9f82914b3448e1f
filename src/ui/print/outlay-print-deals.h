/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-shown.h"
#include "model/outlay-store.h"
#include "outlay-print-choices.h"
#include "outlay-print.h"

G_BEGIN_DECLS

void outlay_print_deals (GtkWindow *window,
                         OutlayLedger *ledger,
                         OutlayShown *shown,
                         const char *filter,
                         const char *currency);
void outlay_print_run (GtkWindow *window,
                       OutlayLedger *ledger,
                       GPtrArray *deals,
                       const char *filter,
                       const OutlayPrintChoices *choices);
void outlay_print_operate (GtkWindow *window, OutlayPrint *print, GtkPrintOperationAction action);
void outlay_print_chart (GtkWindow *window,
                         OutlayLedger *ledger,
                         OutlayShown *shown,
                         const char *filter,
                         cairo_surface_t *picture,
                         const OutlayReportOptions *options);
GtkFileChooserNative *
outlay_print_new_chooser (GtkWindow *window, const char *title, const char *suffix);
void outlay_print_tell (
  GtkWindow *window, const char *text, const char *button, const char *action, GVariant *target);
void outlay_print_write_pdf_async (OutlayLedger *ledger,
                                   GPtrArray *deals,
                                   const char *filter,
                                   const OutlayPrintChoices *choices,
                                   GFile *file,
                                   GFileProgressCallback progress,
                                   gpointer progress_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean outlay_print_write_pdf_finish (GAsyncResult *result, GError **error);

G_END_DECLS
