/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-article.h"
#include "outlay-claim.h"

G_BEGIN_DECLS

/**
 * OutlayDealClaim:
 * @id: of the claim in the ledger
 * @article_id: of its article in the ledger
 * @claim: what the article says
 * @article: the article without its text: title, source, language, day, address, file
 * @key: (nullable): what tells the claim for ever, also after its article was imported anew or
 *   read by another version: the article's digest and where its words stand
 * @text_id: shared by the articles that print one text, 0 where it is not known
 * @reason: (nullable): why it was linked to the deal, as the ledger keeps it; %NULL for the claim
 *   that the deal began with
 */
typedef struct
{
  gint64 id;
  gint64 article_id;
  OutlayClaim *claim;
  OutlayArticle *article;
  char *key;
  gint64 text_id;
  char *reason;
} OutlayDealClaim;

/**
 * OutlaySuggestionKind:
 * @OUTLAY_SUGGESTION_SAME: the two may be one deal
 * @OUTLAY_SUGGESTION_PART: this deal may be a part of the other
 * @OUTLAY_SUGGESTION_WHOLE: the other may be a part of this one
 *
 * The names stand in the ledger in lower case.
 */
typedef enum
{
  OUTLAY_SUGGESTION_SAME,
  OUTLAY_SUGGESTION_PART,
  OUTLAY_SUGGESTION_WHOLE,
} OutlaySuggestionKind;

/**
 * OutlayDealSuggestion:
 * @deal_id: of the other deal
 * @kind: how it may stand to this one
 * @points: how much speaks for it
 * @reason: what does, for outlay_format_link_reason()
 *
 * What the user should decide of two deals.
 */
typedef struct
{
  gint64 deal_id;
  OutlaySuggestionKind kind;
  int points;
  char *reason;
} OutlayDealSuggestion;

/**
 * OutlayDealRecord:
 * @id: of the deal in the ledger
 * @fields: what its claims come to
 * @chosen: of each field the index in @claims of the claim that gave it, -1 where none did
 * @conflicts: bit (1 << field) where the articles disagree
 * @grown: bit (1 << field) where later articles raised the figure
 * @corrected: bit (1 << field) where the user's own value stands
 * @corrections: the user's values of the corrected fields; one without a value shall have none
 * @claims: (element-type OutlayDealClaim): by the day of their articles
 * @family: which deals are linked anew together, as the ledger numbers them
 * @whole: id of the deal that this one is a part of, 0 where it is of none
 * @suggestions: (element-type OutlayDealSuggestion): how it may stand to other deals, the likest
 *   first, until the user decides
 * @counted: whether @n_sources, @n_copies and @n_notes are set, because the claims of a summary
 * don't tell them
 * @n_sources: how many sources speak of it independently
 * @n_copies: how many of its articles copy another
 * @n_notes: how many of its articles have a note
 * @review: whether it waits for a person's look
 * @starred: whether the user starred it
 * @rejected: whether the user said that it is no deal
 * @reviewed: (nullable): the mark of what the card said when the user looked at it
 * @note: (nullable): what the user wrote about it
 * @tags: (element-type utf8): the user's own words for it, in the order of their bytes
 *
 * A deal as the ledger keeps it. Reference-counted and not changed once it is shared.
 */
typedef struct
{
  gint64 id;
  OutlayFields fields;
  int chosen[OUTLAY_N_FIELDS];
  guint conflicts;
  guint grown;
  guint corrected;
  OutlayFields corrections;
  GPtrArray *claims;
  gint64 family;
  gint64 whole;
  GPtrArray *suggestions;
  gboolean counted;
  guint n_sources;
  guint n_copies;
  guint n_notes;
  gboolean review;
  gboolean starred;
  gboolean rejected;
  char *reviewed;
  char *note;
  GPtrArray *tags;
} OutlayDealRecord;

OutlayDealClaim *
outlay_deal_claim_new (gint64 id, gint64 article_id, OutlayClaim *claim, OutlayArticle *article);
OutlayDealClaim *outlay_deal_claim_copy (const OutlayDealClaim *claim);
void outlay_deal_claim_free (OutlayDealClaim *claim);
int outlay_deal_claim_compare (const OutlayDealClaim *a, const OutlayDealClaim *b);
void outlay_deal_suggestion_free (OutlayDealSuggestion *suggestion);
const char *outlay_suggestion_kind_to_string (OutlaySuggestionKind kind);
gboolean outlay_suggestion_kind_from_string (const char *string, OutlaySuggestionKind *kind);
OutlayDealRecord *outlay_deal_record_new (void);
OutlayDealRecord *outlay_deal_record_ref (OutlayDealRecord *deal);
void outlay_deal_record_unref (OutlayDealRecord *deal);
OutlayDealClaim *outlay_deal_record_get_claim (const OutlayDealRecord *deal, guint index);
GPtrArray *outlay_deal_record_get_languages (const OutlayDealRecord *deal);
guint outlay_deal_record_get_original (const OutlayDealRecord *deal, guint index);
GArray *outlay_deal_record_get_voices (const OutlayDealRecord *deal);
guint outlay_deal_record_count_sources (const OutlayDealRecord *deal);
guint outlay_deal_record_count_copies (const OutlayDealRecord *deal);
guint outlay_deal_record_count_notes (const OutlayDealRecord *deal);
void outlay_deal_record_apply_corrections (OutlayDealRecord *deal);
char *outlay_deal_record_dup_mark (const OutlayDealRecord *deal);
gboolean outlay_deal_record_is_reviewed (const OutlayDealRecord *deal);
gboolean outlay_deal_record_counts (const OutlayDealRecord *deal);
gint64 outlay_deal_record_get_total (const OutlayDealRecord *deal);
OutlayDate outlay_deal_record_get_day (const OutlayDealRecord *deal);
gboolean outlay_deal_record_convert_total (const OutlayDealRecord *deal,
                                           const char *currency,
                                           gint64 *total,
                                           OutlayDate *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDealRecord, outlay_deal_record_unref)

G_END_DECLS
