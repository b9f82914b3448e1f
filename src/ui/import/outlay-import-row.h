/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-import-entry.h"

G_BEGIN_DECLS

/* A line of an import's report. Its buttons activate "report.show-file" (s, an address),
 * "report.open-article" (x, an id), "report.import-anyway" (u, which item of the import) and
 * "report.import-deleted". */
#define OUTLAY_TYPE_IMPORT_ROW (outlay_import_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportRow, outlay_import_row, OUTLAY, IMPORT_ROW, GtkWidget)

GtkWidget *outlay_import_row_new (void);
void outlay_import_row_bind (OutlayImportRow *row, OutlayImportEntry *entry);
void outlay_import_row_unbind (OutlayImportRow *row);

G_END_DECLS
