/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

char *outlay_export_csv_head (void);
char *outlay_export_csv_row (const OutlayDealRecord *deal);

G_END_DECLS
