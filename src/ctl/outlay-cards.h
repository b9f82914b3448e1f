/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

char *outlay_cards_dup_table (const GPtrArray *deals, guint most_cells);
char *outlay_cards_dup_card (const OutlayDealRecord *deal);
char *outlay_cards_dup_suggestion (const OutlayDealSuggestion *suggestion);
char *outlay_cards_dup_details (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error);

G_END_DECLS
