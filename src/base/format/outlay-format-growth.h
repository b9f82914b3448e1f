/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

char *outlay_format_growth (const OutlayDealRecord *deal, OutlayField field);

G_END_DECLS
