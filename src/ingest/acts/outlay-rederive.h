/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/history/outlay-history.h"

G_BEGIN_DECLS

gboolean outlay_rederive_deals (OutlayLedger *ledger, const GArray *deals, GError **error);
void outlay_rederive_ask_below (guint percent);
gboolean outlay_rederive_all (OutlayLedger *ledger, GError **error);
gboolean outlay_rederive_names (
  OutlayLedger *ledger, const char *name, const char *other, GArray *deals, GError **error);
gboolean outlay_rederive_after (OutlayLedger *ledger,
                                const OutlayHistoryEntry *entry,
                                const GArray *deals,
                                GError **error);

G_END_DECLS
