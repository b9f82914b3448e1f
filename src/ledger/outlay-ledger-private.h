/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history/outlay-recorder.h"
#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

OutlayConnection *outlay_ledger_get_writer (OutlayLedger *ledger);
OutlayRecorder *outlay_ledger_get_recorder (OutlayLedger *ledger);
OutlayConnection *outlay_ledger_take_reader (OutlayLedger *ledger, GError **error);
OutlayConnection *
outlay_ledger_begin_reading (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
void outlay_ledger_set_not_found (GError **error, const char *pattern, gint64 id);
void outlay_ledger_end_reading (OutlayLedger *ledger, OutlayConnection *reader);

G_END_DECLS
