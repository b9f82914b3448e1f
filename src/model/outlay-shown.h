/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/outlay-deal-lookup.h"
#include "index/outlay-deal-index.h"
#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayShown:
 *
 * The deals that were shown at one time, held so that a worker thread can count them while the
 * window goes on.
 */
typedef struct _OutlayShown OutlayShown;

OutlayShown *outlay_shown_new (OutlayDealIndex *index, const GArray *rows, const char *currency);
void outlay_shown_free (OutlayShown *shown);
guint outlay_shown_get_n_deals (const OutlayShown *shown);
const char *outlay_shown_get_currency (const OutlayShown *shown);
GPtrArray *outlay_shown_list_summaries (const OutlayShown *shown);
void outlay_shown_init_lookup (const OutlayShown *shown, OutlayDealLookup *lookup);
GPtrArray *outlay_shown_read_deals (const OutlayShown *shown,
                                    OutlayLedger *ledger,
                                    GFileProgressCallback progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayShown, outlay_shown_free)

G_END_DECLS
