/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/** OutlayFacet: what deals can be filtered by, value by value. */
typedef enum
{
  OUTLAY_FACET_KIND,
  OUTLAY_FACET_STATUS,
  OUTLAY_FACET_PARTY,
  OUTLAY_FACET_COUNTRY,
  OUTLAY_FACET_LANGUAGE,
  OUTLAY_FACET_SOURCE,
  OUTLAY_FACET_YEAR,
  OUTLAY_FACET_TAG,
  OUTLAY_FACET_TRAIT,
} OutlayFacet;

#define OUTLAY_N_FACETS (OUTLAY_FACET_TRAIT + 1)

/** OutlayTrait: what is so of a deal or not; each is a key of %OUTLAY_FACET_TRAIT. */
typedef enum
{
  OUTLAY_TRAIT_SEVERAL_SOURCES,
  OUTLAY_TRAIT_CONFLICTS,
  OUTLAY_TRAIT_REVIEW,
  OUTLAY_TRAIT_STARRED,
  OUTLAY_TRAIT_SUGGESTED,
} OutlayTrait;

#define OUTLAY_N_TRAITS (OUTLAY_TRAIT_SUGGESTED + 1)

/**
 * OutlayDealRow:
 * @id: of the deal in the ledger
 * @whole: of the deal that it is part of, 0 where it is of none
 * @low: of its amount
 * @high: of its amount
 * @kilowatts: its capacity
 * @total: what it adds to a total, in hundredths of its currency's unit
 * @worth: about how many hundredths of a US dollar @total was when it was told
 * @day: first day of @announced, as g_date_get_julian() counts; 0 where it is not known
 * @last_day: last day of @announced
 * @party: of its first party in the index
 * @place: of its first place in the index
 * @voice: of its first article in the index
 * @announced: when it was made known
 * @told: when its figure was told, for the rate that it is converted at
 * @start: when it starts
 * @end: when it ends
 * @currency: of its amount
 * @conflicts: bit (1 << field) where the articles disagree
 * @n_sources: how many sources speak of it
 * @n_copies: how many of its articles copy another
 * @n_notes: how many of its articles have a note
 * @traits: bit (1 << #OutlayTrait)
 * @counts: whether totals count it
 *
 * A deal in the index; the small numbers are of the enumerations that #OutlayFields names.
 */
typedef struct
{
  gint64 id;
  gint64 whole;
  gint64 low;
  gint64 high;
  gint64 kilowatts;
  gint64 total;
  gint64 worth;
  guint32 day;
  guint32 last_day;
  guint32 party;
  guint32 place;
  guint32 voice;
  OutlayDate announced;
  OutlayDate told;
  OutlayDate start;
  OutlayDate end;
  char currency[4];
  guint16 conflicts;
  guint16 n_sources;
  guint16 n_copies;
  guint16 n_notes;
  guint8 kind;
  guint8 status;
  guint8 qualifier;
  guint8 per;
  guint8 capacity_qualifier;
  guint8 traits;
  guint8 counts;
} OutlayDealRow;

/**
 * OutlayDealIndex:
 *
 * All deals of a ledger in as little memory as a card and the filters need: of a deal a row, of
 * each facet the values that it has, names once each. It is made in one go, in any thread, and not
 * changed afterwards, but for the star.
 */
typedef struct _OutlayDealIndex OutlayDealIndex;

const char *outlay_trait_to_string (OutlayTrait trait);
OutlayDealIndex *outlay_deal_index_new (gboolean keeps_records);
OutlayDealIndex *
outlay_deal_index_new_changed (OutlayDealIndex *before, const GArray *ids, const GPtrArray *deals);
OutlayDealIndex *outlay_deal_index_ref (OutlayDealIndex *index);
void outlay_deal_index_unref (OutlayDealIndex *index);
void outlay_deal_index_add (OutlayDealIndex *index, OutlayDealRecord *deal);
void outlay_deal_index_finish (OutlayDealIndex *index);
guint outlay_deal_index_get_n_deals (const OutlayDealIndex *index);
const OutlayDealRow *outlay_deal_index_get_row (const OutlayDealIndex *index, guint row);
gboolean outlay_deal_index_find (const OutlayDealIndex *index, gint64 id, guint *row);
gboolean outlay_deal_index_may_differ (const OutlayDealIndex *index,
                                       const OutlayDealIndex *before,
                                       gint64 id);
guint32 *outlay_deal_index_map_rows (const OutlayDealIndex *index, const OutlayDealIndex *before);
OutlayDealRecord *
outlay_deal_index_dup_record (const OutlayDealIndex *index, guint row, gboolean *whole);
const char *outlay_deal_index_get_card_text (OutlayDealIndex *index, guint row);
gboolean outlay_deal_index_set_starred (OutlayDealIndex *index, guint row, gboolean starred);

gboolean outlay_deal_row_convert (const OutlayDealRow *row, const char *currency, gint64 *amount);

const GPtrArray *outlay_deal_index_get_keys (const OutlayDealIndex *index, OutlayFacet facet);
gboolean outlay_deal_index_find_key (const OutlayDealIndex *index,
                                     OutlayFacet facet,
                                     const char *key,
                                     guint *value);
const guint32 *outlay_deal_index_get_values (const OutlayDealIndex *index,
                                             OutlayFacet facet,
                                             guint row,
                                             guint *n_values);
const guint32 *outlay_deal_index_get_column (const OutlayDealIndex *index,
                                             OutlayFacet facet,
                                             const guint32 **first);
const guint8 *outlay_deal_index_get_roles (const OutlayDealIndex *index, guint row);
int outlay_deal_index_get_party (const OutlayDealIndex *index, guint row, int role);
guint *outlay_deal_index_rank_parties (const OutlayDealIndex *index);
const guint32 *outlay_deal_index_get_ties (const OutlayDealIndex *index);
gboolean outlay_deal_index_has_article (const OutlayDealIndex *index, guint row, gint64 article_id);
gboolean
outlay_deal_index_has_only_articles (const OutlayDealIndex *index, guint row, GHashTable *articles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDealIndex, outlay_deal_index_unref)

G_END_DECLS
