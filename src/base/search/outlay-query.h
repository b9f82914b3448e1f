/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person typed to search by: words in any order, "quoted words" as they stand, and -words
 * that must not be there. A word that is not quoted may go on ("invest" finds "investment"). There
 * is nothing that can be typed wrongly.
 */
#pragma once

#include "base/outlay-span.h"

G_BEGIN_DECLS

typedef struct _OutlayQuery OutlayQuery;

OutlayQuery *outlay_query_new (const char *typed);
void outlay_query_free (OutlayQuery *query);
gboolean outlay_query_is_empty (const OutlayQuery *query);
char *outlay_query_dup_wanted (const OutlayQuery *query);
char *outlay_query_dup_excluded (const OutlayQuery *query);
gboolean outlay_query_excludes_text (const OutlayQuery *query, const char *folded);
gboolean outlay_query_matches_text (const OutlayQuery *query, const char *folded);
GArray *outlay_query_find_hits (const OutlayQuery *query, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayQuery, outlay_query_free)

G_END_DECLS
