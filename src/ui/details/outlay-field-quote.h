/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/**
 * OutlayFieldQuote:
 * @field: what the words prove
 * @role: of parties, the role that the deal gives them
 * @claim: index of the claim in the deal's claims
 * @article_id: of the article in the ledger
 * @article: the article without its text: title, source, language, day, file
 * @copy_of: (nullable): whose text the article prints, in words, where it is a copy
 * @part: which text of the article the words stand in
 * @spans: (element-type OutlaySpan): the words in that text, in its order, never empty
 * @text_hash: of the text that the article had then, g_str_hash()
 * @text: the sentence about them on one line, shortened to what a reader needs
 * @marks: (element-type OutlaySpan): the words in @text
 * @value: (nullable): what the article says of the field, in words, where the deal says otherwise
 *
 * The words of one article that prove one field of a deal, ready to show. Reference-counted and
 * not changed once it is made.
 */
typedef struct
{
  OutlayField field;
  OutlayRole role;
  guint claim;
  gint64 article_id;
  OutlayArticle *article;
  char *copy_of;
  OutlayPart part;
  GArray *spans;
  guint text_hash;
  char *text;
  GArray *marks;
  char *value;
} OutlayFieldQuote;

#define OUTLAY_TYPE_FIELD_QUOTE (outlay_field_quote_get_type ())

GType outlay_field_quote_get_type (void);
OutlayFieldQuote *outlay_field_quote_ref (OutlayFieldQuote *quote);
void outlay_field_quote_unref (OutlayFieldQuote *quote);
GPtrArray *outlay_field_quotes_find (const OutlayDealRecord *deal, const GPtrArray *articles);
char *outlay_field_quote_dup_origin (const OutlayFieldQuote *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFieldQuote, outlay_field_quote_unref)

G_END_DECLS
