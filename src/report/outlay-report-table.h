/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "report/outlay-block.h"

G_BEGIN_DECLS

/**
 * OutlayReportTable:
 *
 * The columns of the summary. First every deal is measured, then the widths are settled, then rows
 * are built.
 */
typedef struct _OutlayReportTable OutlayReportTable;

OutlayReportTable *outlay_report_table_new (const OutlaySheet *sheet);
void outlay_report_table_free (OutlayReportTable *table);
void
outlay_report_table_measure (OutlayReportTable *table, guint number, const OutlayDealRecord *deal);
void outlay_report_table_settle (OutlayReportTable *table);
OutlayBlock *outlay_report_table_build_head (const OutlayReportTable *table);
OutlayBlock *outlay_report_table_build_row (const OutlayReportTable *table,
                                            guint number,
                                            const OutlayDealRecord *deal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReportTable, outlay_report_table_free)

G_END_DECLS
