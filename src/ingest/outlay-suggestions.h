/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

gboolean outlay_suggestions_refresh (OutlayLedger *ledger, GError **error);
gboolean
outlay_suggestions_catch_up (OutlayLedger *ledger, GCancellable *cancellable, GError **error);

G_END_DECLS
