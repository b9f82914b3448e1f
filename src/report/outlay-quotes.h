/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/**
 * OutlayQuote:
 * @claim: index of the claim in the deal
 * @title: whether it is the article's headline
 * @text: the sentence or sentences
 * @marks: (element-type OutlaySpan): the words of @text that prove something, apart and in order
 * @fields: bit (1 << field) of what they prove
 * @roles: bit (1 << role) of the parties that they prove
 *
 * Words of an article that say something of a deal, in their sentence.
 */
typedef struct
{
  guint claim;
  gboolean title;
  char *text;
  GArray *marks;
  guint fields;
  guint roles;
} OutlayQuote;

/**
 * OutlayDealWords:
 * @quotes: (element-type OutlayQuote): what its articles say of a deal
 * @acts: (element-type OutlayHistoryEntry): what the user did to it and did not undo, the latest
 *   first
 *
 * What is printed of a deal beside its fields.
 */
typedef struct
{
  GPtrArray *quotes;
  GPtrArray *acts;
} OutlayDealWords;

void outlay_quote_free (OutlayQuote *quote);
void outlay_quotes_add (GPtrArray *quotes,
                        guint index,
                        const OutlayClaim *claim,
                        const OutlayArticle *article);
char *outlay_quote_dup_fields (const OutlayQuote *quote);

G_END_DECLS
