/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

/* The progress of an import, or of reading articles again, above the cards. Signal: "cancel", when
 * the user wants it to end. */
#define OUTLAY_TYPE_IMPORT_BAR (outlay_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportBar, outlay_import_bar, OUTLAY, IMPORT_BAR, GtkWidget)

GtkWidget *outlay_import_bar_new (void);
void outlay_import_bar_set_task (OutlayImportBar *bar, OutlayProgress *task);

G_END_DECLS
