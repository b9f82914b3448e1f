/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/outlay-report.h"

G_BEGIN_DECLS

/* Prints deals, in their order, with the words that prove them; or a chart of them. */
#define OUTLAY_TYPE_PRINT (outlay_print_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPrint, outlay_print, OUTLAY, PRINT, GtkPrintOperation)

OutlayPrint *
outlay_print_new (GPtrArray *deals, GHashTable *words, const OutlayReportOptions *options);
OutlayPrint *outlay_print_new_chart (GPtrArray *deals,
                                     cairo_surface_t *picture,
                                     const OutlayReportOptions *options);
char *outlay_print_dup_today (void);

G_END_DECLS
