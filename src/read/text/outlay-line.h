/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OutlayLineKind: what a line is; only text and the title belong to the article. */
typedef enum
{
  OUTLAY_LINE_TEXT,
  OUTLAY_LINE_TITLE,
  OUTLAY_LINE_DAY,
  OUTLAY_LINE_SOURCE,
  OUTLAY_LINE_BYLINE,
  OUTLAY_LINE_CAPTION,
  OUTLAY_LINE_MENU,
  OUTLAY_LINE_PROMO,
  OUTLAY_LINE_RELATED,
  OUTLAY_LINE_COMMENT,
} OutlayLineKind;

/**
 * OutlayLine:
 * @start: byte offset in the text, behind the space that the line begins with
 * @length: bytes, without the space at its end
 * @folded: its first words, folded
 * @width: columns: an ideograph takes two
 * @n_words: words; of a script without spaces two columns count half a word
 * @n_sentences: how many sentences seem to end in it
 * @stop: whether it ends as a sentence does
 * @bullet: whether it begins with a mark of a list
 * @gap: whether an empty line stands before it
 * @level: of a page's heading 1 to 6, else 0
 * @item: whether it is an item of a page's list
 * @row: whether it is a row of a page's table
 * @link_percent: how much of it is link, in a page
 * @kind: what it is
 *
 * A line of a text or a block of a page: what there is to tell an article from the page around it.
 */
typedef struct
{
  gsize start;
  gsize length;
  char *folded;
  guint width;
  guint n_words;
  guint n_sentences;
  OutlayLineKind kind;
  /* A text may have millions of lines. */
  guint stop : 1;
  guint bullet : 1;
  guint gap : 1;
  guint item : 1;
  guint row : 1;
  guint8 level;
  guint8 link_percent;
} OutlayLine;

GArray *outlay_lines_new (void);
OutlayLine *outlay_lines_add (GArray *lines, const char *text, gsize start, gsize length);
GArray *outlay_lines_split (const char *text);
gboolean outlay_line_is_prose (const OutlayLine *line);
const char *outlay_line_get_words (const OutlayLine *line);
gboolean outlay_line_has_parts (const char *text, const OutlayLine *line);
GPtrArray *outlay_line_cut (const char *text, const OutlayLine *line);

#define outlay_lines_get(lines, i) (&g_array_index ((lines), OutlayLine, (i)))

G_END_DECLS
