/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The index of words: of each article its title and text, of each deal who and where it is and what
 * its articles are called. Triggers note whatever changes, by whichever hand; what they noted is
 * indexed before the transaction ends, so index and content are always of one state.
 */
#pragma once

#include "base/search/outlay-query.h"
#include "ledger/outlay-connection.h"

G_BEGIN_DECLS

gboolean
outlay_search_index_is_stale (OutlayConnection *connection, gboolean *stale, GError **error);
gboolean outlay_search_index_refresh (OutlayConnection *connection, GError **error);
GArray *
outlay_search_index_find (OutlayConnection *connection, const OutlayQuery *query, GError **error);

gboolean outlay_search_index_catch_up (OutlayConnection *connection, GError **error);

G_END_DECLS
