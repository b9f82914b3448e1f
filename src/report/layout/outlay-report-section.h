/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

char *outlay_report_section_dup_title (const OutlayDealRecord *deal);
char *outlay_report_section_dup_name (const OutlayDealRecord *deal);
void outlay_report_section_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry);

G_END_DECLS
