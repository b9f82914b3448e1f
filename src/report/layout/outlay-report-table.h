/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

/**
 * OutlayReportTable:
 *
 * Rows of deals. First every deal is measured, then the widths are settled, then rows are built.
 */
typedef struct _OutlayReportTable OutlayReportTable;

OutlayReportTable *outlay_report_table_new (const OutlayReportFrame *frame, guint columns);
void outlay_report_table_free (OutlayReportTable *table);
void outlay_report_table_measure (OutlayReportTable *table, guint entry);
void outlay_report_table_settle (OutlayReportTable *table);
OutlayBlock *outlay_report_table_build_head (const OutlayReportTable *table);
OutlayBlock *outlay_report_table_build_row (const OutlayReportTable *table, guint entry);
OutlayBlock *outlay_report_table_build_sum (const OutlayReportTable *table,
                                            const char *title,
                                            const OutlayReportTotals *totals,
                                            gboolean last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReportTable, outlay_report_table_free)

G_END_DECLS
