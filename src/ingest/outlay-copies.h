/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

gboolean outlay_copies_find (OutlayLedger *ledger,
                             gint64 article_id,
                             const char *text,
                             gint64 twin,
                             gint64 *text_id,
                             gint64 *copy_of,
                             GError **error);
gboolean outlay_copies_catch_up (OutlayLedger *ledger, GCancellable *cancellable, GError **error);

G_END_DECLS
