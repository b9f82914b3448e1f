/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index/outlay-deal-index.h"

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

/** OutlayMeasure: what deals can be filtered by from a figure to a figure. */
typedef enum
{
  OUTLAY_MEASURE_AMOUNT,
  OUTLAY_MEASURE_CAPACITY,
  OUTLAY_MEASURE_DATE,
} OutlayMeasure;

#define OUTLAY_N_MEASURES (OUTLAY_MEASURE_DATE + 1)

/**
 * OutlayRange:
 * @low: the least figure, G_MININT64 where there is none: hundredths of the filter's currency,
 *   kilowatts, or days as g_date_get_julian() counts
 * @high: the greatest figure, G_MAXINT64 where there is none
 * @unstated: whether deals that don't tell the figure are let through as well
 */
typedef struct
{
  gint64 low;
  gint64 high;
  gboolean unstated;
} OutlayRange;

/** OUTLAY_RANGE_INIT: a range that lets all deals through. */
#define OUTLAY_RANGE_INIT                                                                          \
  {                                                                                                \
    G_MININT64, G_MAXINT64, FALSE                                                                  \
  }

/** OUTLAY_ANY_ROLE: the role of an #OutlayFilter that asks for none. */
#define OUTLAY_ANY_ROLE (-1)

/**
 * OutlayFilter:
 * @scope: which part of the ledger
 * @source: key of the source, of %OUTLAY_SCOPE_SOURCE
 * @article: id of the article, of %OUTLAY_SCOPE_ARTICLE
 * @articles: (nullable): ids of articles, of %OUTLAY_SCOPE_IMPORT, which shows the deals that only
 *   these articles tell
 * @choices: of each facet the interned keys chosen, with their #OutlayChoice
 * @role: the #OutlayRole in which the parties chosen must be, or %OUTLAY_ANY_ROLE
 * @ranges: of each measure the figures wanted
 * @currency: ISO 4217 code of what the range of amounts is in
 * @reread: (nullable): ids of the deals that a reading of articles again has changed, where only
 *   these are wanted
 * @payer: (nullable): the interned name of who must pay, where the deals of one flow are wanted
 * @recipients: (nullable) (element-type utf8): interned names, in order: one of them must get it
 * @search: words that a deal must hold, "" for none
 * @found: (nullable): ids of the deals that hold them, as outlay_filter_get_id_key() has them;
 *   %NULL where nothing is searched for
 */
typedef struct
{
  OutlayScope scope;
  char *source;
  gint64 article;
  GHashTable *articles;
  GHashTable *choices[OUTLAY_N_FACETS];
  int role;
  OutlayRange ranges[OUTLAY_N_MEASURES];
  char currency[4];
  GHashTable *reread;
  const char *payer;
  GPtrArray *recipients;
  char *search;
  GHashTable *found;
} OutlayFilter;

void outlay_filter_init (OutlayFilter *filter);
void outlay_filter_copy (OutlayFilter *copy, const OutlayFilter *filter);
void outlay_filter_clear (OutlayFilter *filter);
void outlay_filter_reset (OutlayFilter *filter);
gboolean outlay_filter_choose (OutlayFilter *filter,
                               OutlayFacet facet,
                               const char *key,
                               OutlayChoice choice);
OutlayChoice
outlay_filter_get_choice (const OutlayFilter *filter, OutlayFacet facet, const char *key);
gboolean outlay_filter_has_choices (const OutlayFilter *filter, OutlayFacet facet);
gboolean outlay_filter_has_range (const OutlayFilter *filter, OutlayMeasure measure);
void outlay_filter_set_flow (OutlayFilter *filter, const char *payer, const GPtrArray *recipients);
gboolean
outlay_filter_is_flow (const OutlayFilter *filter, const char *payer, const GPtrArray *recipients);
guint outlay_filter_count (const OutlayFilter *filter);
gboolean outlay_filter_equal (const OutlayFilter *a, const OutlayFilter *b);
gpointer outlay_filter_get_id_key (gint64 id);

char *outlay_filter_dup_sentence (const OutlayFilter *filter,
                                  const char *place,
                                  guint n_deals,
                                  guint n_all);
char *outlay_filter_dup_flow (const OutlayFilter *filter);
char *outlay_filter_dup_in_role (const char *words, OutlayRole role);
char *outlay_filter_to_string (const OutlayFilter *filter);
gboolean outlay_filter_from_string (OutlayFilter *filter, const char *string);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFilter, outlay_filter_clear)

G_END_DECLS
