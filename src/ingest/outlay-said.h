/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

gboolean outlay_said_import (OutlayLedger *ledger, const char *said, GError **error);

G_END_DECLS
