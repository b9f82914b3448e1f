/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

OutlayConnection *outlay_ledger_get_writer (OutlayLedger *ledger);

G_END_DECLS
