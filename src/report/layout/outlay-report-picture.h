/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

OutlayBlock *outlay_report_picture_build (const OutlayReportFrame *frame);
void outlay_report_picture_draw (const OutlayReportFrame *frame, cairo_t *cr, double y);

G_END_DECLS
