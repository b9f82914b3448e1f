/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

GPtrArray *outlay_report_money_build (const OutlayReportFrame *frame);
gboolean outlay_report_money_has_notes (const OutlayReportFrame *frame);
char *outlay_report_dup_notes (const OutlayReportFrame *frame);

G_END_DECLS
