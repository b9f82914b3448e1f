/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/outlay-report.h"

G_BEGIN_DECLS

/*
 * A window that shows a report page by page before it is printed. Actions: "preview.previous",
 * "preview.next", "preview.first", "preview.last", "preview.zoom-in", "preview.zoom-out",
 * "preview.zoom-fit", "preview.print" (activates "win.print" of the parent).
 */
#define OUTLAY_TYPE_PRINT_PREVIEW (outlay_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPrintPreview, outlay_print_preview, OUTLAY, PRINT_PREVIEW, GtkWindow)

GtkWidget *
outlay_print_preview_new (GtkWindow *parent, OutlayReport *report, double width, double height);
guint outlay_print_preview_get_page (OutlayPrintPreview *preview);

G_END_DECLS
