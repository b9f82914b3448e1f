/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/search/outlay-query.h"
#include "outlay-filter.h"
#include "outlay-store.h"

G_BEGIN_DECLS

/**
 * OutlaySearchFunc:
 * @found: (nullable): the deals found, a set of ids as outlay_filter_get_id_key() makes them; %NULL
 *   where nothing is searched for
 */
typedef void (*OutlaySearchFunc) (GHashTable *found, gpointer user_data);

/**
 * OutlaySearch:
 *
 * What stands in the search field, and the work to find it. The words on the cards and the ledger's
 * index are looked through in a worker thread; what is typed meanwhile stops that and begins anew.
 */
typedef struct _OutlaySearch OutlaySearch;

OutlaySearch *outlay_search_new (OutlayStore *store, OutlaySearchFunc func, gpointer user_data);
void outlay_search_free (OutlaySearch *search);
const char *outlay_search_get_text (OutlaySearch *search);
gboolean outlay_search_set_text (OutlaySearch *search, const char *text);
void outlay_search_again (OutlaySearch *search);
gboolean outlay_search_is_running (OutlaySearch *search);

GHashTable *outlay_search_find (OutlayLedger *ledger,
                                OutlayDealIndex *index,
                                const OutlayQuery *query,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
