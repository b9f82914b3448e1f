/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

gint64 outlay_ledger_store_article (OutlayConnection *connection,
                                    const OutlayArticle *article,
                                    const char *digest,
                                    GError **error);
gint64 outlay_ledger_store_claim (OutlayConnection *connection,
                                  gint64 article_id,
                                  const OutlayClaim *claim,
                                  const char *const *keys,
                                  GError **error);
gboolean outlay_ledger_store_evidence (OutlayConnection *connection,
                                       gint64 claim_id,
                                       const OutlayClaim *claim,
                                       GError **error);
gboolean outlay_ledger_store_reading (OutlayConnection *connection,
                                      gint64 claim_id,
                                      const OutlayClaim *claim,
                                      const char *const *keys,
                                      GError **error);
gboolean
outlay_ledger_store_record (OutlayConnection *connection, OutlayDealRecord *deal, GError **error);

G_END_DECLS
