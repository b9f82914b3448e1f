/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

char *outlay_card_text_new (const OutlayDealRecord *record);

G_END_DECLS
