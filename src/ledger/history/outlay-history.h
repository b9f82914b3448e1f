/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayHistoryEntry:
 * @id: of the act in the ledger
 * @made: when, in seconds since 1970; of a damaged ledger it may be no time that GDateTime has
 * @kind: what kind of act it is, by the name that it was begun with
 * @details: what it did, as it was ended with
 * @undone: whether it was undone, and can be done again
 *
 * One act of the user.
 */
typedef struct
{
  gint64 id;
  gint64 made;
  char *kind;
  char *details;
  gboolean undone;
} OutlayHistoryEntry;

void outlay_history_entry_free (OutlayHistoryEntry *entry);

GPtrArray *outlay_history_list (
  OutlayLedger *ledger, gint64 deal_id, guint most, GCancellable *cancellable, GError **error);
GHashTable *outlay_history_list_times (OutlayLedger *ledger,
                                       const char *kind,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean outlay_history_peek (OutlayLedger *ledger,
                              OutlayHistoryEntry **last_done,
                              OutlayHistoryEntry **next_undone,
                              GError **error);

/* Within a transaction. */
gboolean outlay_history_begin_act (OutlayLedger *ledger, const char *kind, GError **error);
gboolean outlay_history_end_act (
  OutlayLedger *ledger, const char *details, const GArray *deals, gint64 *act_id, GError **error);
gboolean outlay_history_drop_act (OutlayLedger *ledger, GError **error);
OutlayHistoryEntry *outlay_history_get (OutlayLedger *ledger, gint64 act_id, GError **error);
OutlayHistoryEntry *
outlay_history_play (OutlayLedger *ledger, gboolean forward, GArray **deals, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayHistoryEntry, outlay_history_entry_free)

G_END_DECLS
