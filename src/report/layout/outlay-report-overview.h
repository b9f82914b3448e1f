/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

guint outlay_report_overview_count (const OutlayReportFrame *frame);
GPtrArray *outlay_report_overview_build (const OutlayReportFrame *frame, guint index);
void outlay_report_chart_add (
  const OutlayReportFrame *frame, OutlayBlock *block, double x, double width, double height);

G_END_DECLS
