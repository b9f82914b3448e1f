/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-claim.h"
#include "outlay-date.h"
#include "outlay-original.h"
#include "outlay-span.h"

G_BEGIN_DECLS

/**
 * OutlayPiece:
 * @start: byte offset in the article's text
 * @origin: byte offset of the same bytes in the text that was handed in
 * @length: how many bytes
 */
typedef struct
{
  gsize start;
  gsize origin;
  gsize length;
} OutlayPiece;

/** OUTLAY_ARTICLE_MEMBER_MARK: between the path of an archive and the name of a file in it. */
#define OUTLAY_ARTICLE_MEMBER_MARK ": "

/**
 * OutlayArticle:
 * @id: (nullable): the caller's own name for it
 * @file: (nullable): path of the file it came from, in file name encoding; of one in an
 *   archive the archive's path, #OUTLAY_ARTICLE_MEMBER_MARK and its name there
 * @title: (nullable): headline
 * @text: clean main text, UTF-8, paragraphs apart by one empty line; never %NULL
 * @imported_text: (nullable): the text as it was imported, where the user has corrected @text
 * @lang: ISO 639-1 code, "" where it is not known
 * @source: (nullable): name of who published it
 * @author: (nullable): who wrote it
 * @url: (nullable): canonical address
 * @published: publication day, unset where nothing tells
 * @pieces: (nullable) (element-type OutlayPiece): where @text lies in the text that was handed in,
 *   of a plain text; %NULL where the two don't correspond
 * @title_piece: where @title lies in the text that was handed in; of length 0 where it doesn't
 * @original: (nullable): what it was read from, until the ledger has it
 * @original_position: the how manieth article of @original it is, from 0
 * @note: (nullable): what a reader of the article must know, e.g. that a limit shortened it
 *
 * One text of a source. Reference-counted and not changed once it is shared.
 */
typedef struct
{
  char *id;
  char *file;
  char *title;
  char *text;
  char *imported_text;
  char *lang;
  char *source;
  char *author;
  char *url;
  OutlayDate published;
  GArray *pieces;
  OutlayPiece title_piece;
  OutlayOriginal *original;
  guint original_position;
  char *note;
} OutlayArticle;

OutlayArticle *outlay_article_new (void);
OutlayArticle *outlay_article_ref (OutlayArticle *article);
void outlay_article_unref (OutlayArticle *article);
const char *outlay_article_get_part (const OutlayArticle *article, OutlayPart part);
const char *outlay_article_get_imported_text (const OutlayArticle *article);
gboolean outlay_article_has_span (const OutlayArticle *article, OutlayPart part, OutlaySpan span);
char *outlay_article_dup_span (const OutlayArticle *article, OutlayPart part, OutlaySpan span);
char *outlay_article_dup_span_within (const OutlayArticle *article,
                                      OutlayPart part,
                                      OutlaySpan span,
                                      gsize length);
OutlaySpan
outlay_article_get_quote (const OutlayArticle *article, OutlayPart part, OutlaySpan span);
gboolean outlay_article_get_origin (const OutlayArticle *article,
                                    OutlayPart part,
                                    OutlaySpan span,
                                    OutlaySpan *origin);
char *outlay_article_dup_label (const OutlayArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayArticle, outlay_article_unref)

G_END_DECLS
