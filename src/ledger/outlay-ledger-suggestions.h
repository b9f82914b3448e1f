/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may be one deal or a part of another, and waits for the user's word. Which deals it has to
 * be worked out anew for the ledger notes itself, whatever changed them.
 */
#pragma once

#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

/* Writing: between begin and commit. */
GArray *outlay_ledger_list_stale (OutlayLedger *ledger, guint most, GError **error);
gboolean outlay_ledger_note_parts (OutlayLedger *ledger, GError **error);
GArray *outlay_ledger_find_near (OutlayLedger *ledger, gint64 deal_id, GError **error);
gboolean outlay_ledger_clear_suggestions (OutlayLedger *ledger, gint64 deal_id, GError **error);
gboolean outlay_ledger_add_suggestion (OutlayLedger *ledger,
                                       gint64 claim_id,
                                       gint64 other_id,
                                       const OutlayDealSuggestion *suggestion,
                                       GError **error);

/* Reading. */
GArray *outlay_ledger_list_suggested (OutlayLedger *ledger, int points, GError **error);
gboolean
outlay_ledger_load_suggestions (OutlayConnection *connection, GPtrArray *deals, GError **error);

G_END_DECLS
