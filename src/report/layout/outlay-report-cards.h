/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

guint outlay_report_cards_count_columns (const OutlayReportFrame *frame);
OutlayBlock *
outlay_report_cards_build_row (const OutlayReportFrame *frame, guint first, guint n_cards);

G_END_DECLS
