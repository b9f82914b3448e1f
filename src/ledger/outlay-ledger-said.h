/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the user said of the claims of one article, as a JSON object that goes with the article from
 * one ledger to another: remarks with their corrections, bonds, and how organisations are read. It
 * tells claims by their keys, which are the same in every ledger.
 */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

char *outlay_ledger_dup_said (OutlayLedger *ledger, gint64 article_id, GError **error);
gboolean
outlay_ledger_take_said (OutlayLedger *ledger, const char *said, GArray *deals, GError **error);

G_END_DECLS
