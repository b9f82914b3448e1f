/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "report/outlay-block.h"

G_BEGIN_DECLS

char *outlay_report_section_dup_title (const OutlayDealRecord *deal);
GPtrArray *outlay_report_section_build (const OutlaySheet *sheet,
                                        guint number,
                                        const OutlayDealRecord *deal,
                                        const GPtrArray *quotes);

G_END_DECLS
