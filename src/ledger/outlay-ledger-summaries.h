/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-ledger.h"

G_BEGIN_DECLS

/** OutlaySummaryFunc: takes @deal (transfer none), one after the other in the order of ids. */
typedef void (*OutlaySummaryFunc) (OutlayDealRecord *deal, gpointer user_data);

gboolean outlay_ledger_foreach_summary (OutlayLedger *ledger,
                                        OutlaySummaryFunc func,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);
GPtrArray *outlay_ledger_list_summaries (OutlayLedger *ledger,
                                         const GArray *ids,
                                         GCancellable *cancellable,
                                         GError **error);
GPtrArray *outlay_ledger_list_newest (OutlayLedger *ledger,
                                      guint most,
                                      GCancellable *cancellable,
                                      GError **error);
GPtrArray *
outlay_ledger_list_sources (OutlayLedger *ledger, GCancellable *cancellable, GError **error);
GPtrArray *outlay_ledger_list_articles_of (OutlayLedger *ledger,
                                           const char *source,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
