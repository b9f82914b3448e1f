/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"
#include "outlay-print-options.h"

G_BEGIN_DECLS

/*
 * The window in which the user chooses how deals are printed, and sees the very pages. Actions:
 * "preview.previous", "preview.next", "preview.first", "preview.last", "preview.zoom-in",
 * "preview.zoom-out", "preview.zoom-fit", "preview.print" (with the dialog of the desktop),
 * "preview.save" (as PDF), "preview.cancel" (the saving).
 */
#define OUTLAY_TYPE_PRINT_PREVIEW (outlay_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPrintPreview, outlay_print_preview, OUTLAY, PRINT_PREVIEW, GtkWindow)

GtkWidget *outlay_print_preview_new (GtkWindow *parent,
                                     OutlayLedger *ledger,
                                     GPtrArray *deals,
                                     const char *filter,
                                     const char *currency);
guint outlay_print_preview_get_page (OutlayPrintPreview *preview);
guint outlay_print_preview_get_n_pages (OutlayPrintPreview *preview);
OutlayPrintOptions *outlay_print_preview_get_options (OutlayPrintPreview *preview);

G_END_DECLS
