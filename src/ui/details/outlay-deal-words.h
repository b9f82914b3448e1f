/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

char *outlay_deal_words_dup_title (const OutlayFields *fields);
char *outlay_deal_words_dup_conversions (const OutlayDealRecord *deal);
char *outlay_deal_words_dup_counts (const OutlayDealRecord *deal);
char *outlay_deal_words_dup_text (const OutlayDealRecord *deal, GPtrArray *quotes);

G_END_DECLS
