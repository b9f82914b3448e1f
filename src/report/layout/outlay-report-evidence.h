/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

double outlay_report_evidence_get_margin (const OutlaySheet *sheet);
void outlay_report_evidence_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry);
void outlay_report_proof_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry);

G_END_DECLS
