/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims that come into the ledger together, and how they find their deals. */
#pragma once

#include "outlay-ingest.h"

G_BEGIN_DECLS

gboolean outlay_arrivals_link (OutlayLedger *ledger, const GPtrArray *arrivals, GError **error);

G_END_DECLS
