/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ingest/acts/outlay-act.h"

OutlayAct *random_act (GRand *random, OutlayLedger *ledger, OutlayActKind kind);
