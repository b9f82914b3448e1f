/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user says of links: each is kept as bonds between claims, for ever, and the deals follow
 * at once. All of it is called between outlay_ledger_begin() and outlay_ledger_commit().
 */
#pragma once

#include "ledger/outlay-ledger-links.h"

G_BEGIN_DECLS

gboolean outlay_bonds_link (OutlayLedger *ledger, const GArray *deal_ids, GError **error);
gboolean outlay_bonds_split (OutlayLedger *ledger, const GArray *claim_ids, GError **error);
gboolean outlay_bonds_keep_apart (OutlayLedger *ledger, gint64 a, gint64 b, GError **error);
gboolean
outlay_bonds_set_whole (OutlayLedger *ledger, gint64 deal_id, gint64 whole_id, GError **error);

G_END_DECLS
