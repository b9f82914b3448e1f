/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

GPtrArray *outlay_report_circles_build (const OutlayReportFrame *frame);

G_END_DECLS
