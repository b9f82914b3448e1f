/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

GPtrArray *
outlay_report_title_build (const OutlayReportFrame *frame, const char *title, const char *subtitle);

G_END_DECLS
