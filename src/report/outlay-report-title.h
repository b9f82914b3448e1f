/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/outlay-block.h"
#include "report/outlay-report-totals.h"

G_BEGIN_DECLS

GPtrArray *outlay_report_title_build (const OutlaySheet *sheet,
                                      const char *title,
                                      const char *filter,
                                      const OutlayReportTotals *totals);

G_END_DECLS
