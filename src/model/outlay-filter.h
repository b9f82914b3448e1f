/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-deal.h"

G_BEGIN_DECLS

/** OutlayScope: which deals the sidebar points at. */
typedef enum
{
  OUTLAY_SCOPE_ALL,
  OUTLAY_SCOPE_REVIEW,
  OUTLAY_SCOPE_CONFLICTS,
  OUTLAY_SCOPE_STARRED,
  OUTLAY_SCOPE_SOURCE,
  OUTLAY_SCOPE_ARTICLE,
  OUTLAY_SCOPE_IMPORT,
} OutlayScope;

/** OutlayChoice: what a facet's value is chosen for. */
typedef enum
{
  OUTLAY_CHOICE_NONE,
  OUTLAY_CHOICE_INCLUDE,
  OUTLAY_CHOICE_EXCLUDE,
} OutlayChoice;

/** OUTLAY_MISS_SCOPE, OUTLAY_MISS_SEARCH: bits beside (1 << facet) in what a deal misses. */
#define OUTLAY_MISS_SCOPE  (1u << OUTLAY_N_FACETS)
#define OUTLAY_MISS_SEARCH (1u << (OUTLAY_N_FACETS + 1))

/**
 * OutlayFilter:
 * @scope: which part of the ledger
 * @source: key of the source, of %OUTLAY_SCOPE_SOURCE
 * @article: id of the article, of %OUTLAY_SCOPE_ARTICLE
 * @articles: (nullable): ids of articles, of %OUTLAY_SCOPE_IMPORT, which shows the deals that only
 *   these articles tell
 * @choices: of each facet the interned keys chosen, with their #OutlayChoice
 * @found: (nullable): ids of the deals that a search has found; %NULL where nothing is searched
 *   for
 */
typedef struct
{
  OutlayScope scope;
  char *source;
  gint64 article;
  GHashTable *articles;
  GHashTable *choices[OUTLAY_N_FACETS];
  GHashTable *found;
} OutlayFilter;

void outlay_filter_init (OutlayFilter *filter);
void outlay_filter_clear (OutlayFilter *filter);
void outlay_filter_set_found (OutlayFilter *filter, GHashTable *found);
gboolean outlay_filter_choose (OutlayFilter *filter,
                               OutlayFacet facet,
                               const char *key,
                               OutlayChoice choice);
OutlayChoice
outlay_filter_get_choice (const OutlayFilter *filter, OutlayFacet facet, const char *key);
gboolean outlay_filter_has_choices (const OutlayFilter *filter, OutlayFacet facet);
guint outlay_filter_get_misses (const OutlayFilter *filter, OutlayDeal *deal);

G_END_DECLS
