/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger-links.h"

G_BEGIN_DECLS

gboolean outlay_relink_families (OutlayLedger *ledger,
                                 const GArray *families,
                                 GHashTable *arrived,
                                 GError **error);

G_END_DECLS
