/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands where there is nothing to show: icon, title, a line of text, and what can be done. */
#define OUTLAY_TYPE_STATUS_PAGE (outlay_status_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStatusPage, outlay_status_page, OUTLAY, STATUS_PAGE, GtkWidget)

GtkWidget *outlay_status_page_new (const char *icon);
void
outlay_status_page_set_texts (OutlayStatusPage *page, const char *title, const char *description);
void outlay_status_page_append (OutlayStatusPage *page, GtkWidget *child);

G_END_DECLS
