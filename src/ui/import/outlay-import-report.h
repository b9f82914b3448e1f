/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store.h"

G_BEGIN_DECLS

/*
 * The pane that tells how an import went. Signals: "close", "open-article" (gint64, an id in the
 * ledger), "import-anyway" (#OutlayImportEntry), "import-deleted" (a #GPtrArray of
 * #OutlayImportInput), "show-new-deals". Actions: "report.copy", "report.show-file" (s, an
 * address), "report.open-article" (x), "report.import-anyway" (u, which item of the import),
 * "report.import-deleted".
 */
#define OUTLAY_TYPE_IMPORT_REPORT (outlay_import_report_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportReport, outlay_import_report, OUTLAY, IMPORT_REPORT, GtkWidget)

GtkWidget *outlay_import_report_new (void);
void outlay_import_report_set_import (OutlayImportReport *report,
                                      OutlayImport *import,
                                      const GError *error);
OutlayImport *outlay_import_report_get_import (OutlayImportReport *report);
char *outlay_import_report_dup_text (OutlayImportReport *report);

G_END_DECLS
