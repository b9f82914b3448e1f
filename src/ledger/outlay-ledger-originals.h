/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

gboolean outlay_ledger_store_original (OutlayConnection *connection,
                                       gint64 article_id,
                                       const OutlayArticle *article,
                                       GError **error);
GArray *outlay_ledger_load_origins (OutlayConnection *connection, GError **error);
OutlayOriginal *
outlay_ledger_load_original (OutlayConnection *connection, gint64 id, GError **error);

G_END_DECLS
