/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "report/outlay-block.h"

G_BEGIN_DECLS

double outlay_report_evidence_get_margin (const OutlaySheet *sheet);
void outlay_report_evidence_add (GPtrArray *blocks,
                                 const OutlaySheet *sheet,
                                 const OutlayDealRecord *deal,
                                 const GPtrArray *quotes);

G_END_DECLS
