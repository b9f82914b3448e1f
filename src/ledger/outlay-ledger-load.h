/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-readings.h"
#include "outlay-connection.h"
#include "outlay-ledger.h"

G_BEGIN_DECLS

GPtrArray *
outlay_ledger_load_deals (OutlayConnection *connection, const GArray *ids, GError **error);
GPtrArray *outlay_ledger_load_noting (OutlayConnection *connection,
                                      const GArray *ids,
                                      GArray *nonsense,
                                      GError **error);
GPtrArray *outlay_ledger_load_articles (OutlayConnection *connection, GError **error);
GPtrArray *
outlay_ledger_load_articles_of (OutlayConnection *connection, const char *source, GError **error);
gboolean
outlay_ledger_load_remarks (OutlayConnection *connection, OutlayDealRecord *deal, GError **error);
OutlayReadings *outlay_ledger_load_readings (OutlayConnection *connection, GError **error);
OutlayArticle *outlay_ledger_load_article (OutlayConnection *connection, gint64 id, GError **error);

G_END_DECLS
