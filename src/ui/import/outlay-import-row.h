/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-import-entry.h"

G_BEGIN_DECLS

/* A line of an import's report. Its button activates "report.show-file" (s, an address) or
 * "report.open-article" (x, an id). */
#define OUTLAY_TYPE_IMPORT_ROW (outlay_import_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportRow, outlay_import_row, OUTLAY, IMPORT_ROW, GtkWidget)

GtkWidget *outlay_import_row_new (void);
void outlay_import_row_bind (OutlayImportRow *row, OutlayImportEntry *entry);

G_END_DECLS
