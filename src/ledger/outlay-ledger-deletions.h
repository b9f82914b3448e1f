/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

gboolean outlay_ledger_keep_deletion (OutlayLedger *ledger, const char *digest, GError **error);
gboolean outlay_ledger_find_deletion (OutlayLedger *ledger,
                                      const char *digest,
                                      gint64 *made,
                                      GError **error);
gboolean outlay_ledger_forget_deletion (OutlayLedger *ledger, const char *digest, GError **error);

G_END_DECLS
