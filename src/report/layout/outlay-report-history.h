/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

void outlay_report_history_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry);

G_END_DECLS
