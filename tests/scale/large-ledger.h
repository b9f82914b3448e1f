/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

gboolean large_ledger_make (const char *path, guint n_deals, GError **error);

G_END_DECLS
