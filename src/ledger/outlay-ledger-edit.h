/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What imports and acts read and write beside remarks, all of it between begin and commit. */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

OutlayDealRecord *outlay_ledger_load_deal (OutlayLedger *ledger, gint64 id, GError **error);
gboolean outlay_ledger_delete_deal (OutlayLedger *ledger, gint64 id, GError **error);
gboolean outlay_ledger_find_deals_of (OutlayLedger *ledger,
                                      gint64 article_id,
                                      GArray *deals,
                                      GError **error);
gboolean outlay_ledger_delete_article (OutlayLedger *ledger,
                                       gint64 article_id,
                                       GArray *deals,
                                       GError **error);
OutlayArticle *outlay_ledger_load_one_article (OutlayLedger *ledger, gint64 id, GError **error);
GPtrArray *
outlay_ledger_load_some_articles (OutlayLedger *ledger, const GArray *ids, GError **error);
GArray *outlay_ledger_find_articles_of (OutlayLedger *ledger, const char *source, GError **error);
gboolean
outlay_ledger_find_named (OutlayLedger *ledger, GHashTable *keys, GArray *deals, GError **error);
gboolean outlay_ledger_set_keys (OutlayLedger *ledger,
                                 gint64 claim_id,
                                 const char *const *keys,
                                 GError **error);

G_END_DECLS
