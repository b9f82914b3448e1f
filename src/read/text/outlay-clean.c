/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-clean.h"

#include <string.h>

#include "read/text/outlay-clutter.h"
#include "read/text/outlay-copied.h"
#include "read/text/outlay-facts.h"
#include "read/text/outlay-line.h"
#include "read/words/outlay-language.h"
#include "read/words/outlay-read-words.h"

/* A text of fewer lines is a quotation or a note: there is no page around it. */
#define MIN_LINES 3

#define PARAGRAPH_BREAK "\n\n"

static void
add_piece (OutlayArticle *article, GString *clean, const char *text, const OutlayLine *line)
{
  OutlayPiece piece;

  if (clean->len > 0)
    g_string_append (clean, PARAGRAPH_BREAK);
  piece.start = clean->len;
  piece.origin = line->start;
  piece.length = line->length;
  g_string_append_len (clean, text + line->start, (gssize)line->length);
  /* Of a text that was wrapped, a line holds the breaks that the wrapping made. */
  for (char *at = clean->str + piece.start; *at != '\0'; at++)
    {
      if (*at == '\n' || *at == '\r')
        *at = ' ';
    }
  g_array_append_val (article->pieces, piece);
}

static gboolean
has_text (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      if (outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT)
        return TRUE;
    }
  return FALSE;
}

static void
set_language (OutlayArticle *article, const char *text)
{
  if (*article->lang == '\0')
    {
      g_free (article->lang);
      article->lang = g_strdup (outlay_language_detect (text));
    }
}

/* Notes where the title stands in the text, where it stands there letter for letter. */
static void
set_title_piece (OutlayArticle *article, const char *text, GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_TITLE && strlen (article->title) == line->length
          && memcmp (article->title, text + line->start, line->length) == 0)
        article->title_piece = (OutlayPiece){0, line->start, line->length};
    }
}

/* Sets the text to @text as it is, one piece. */
static void
take_whole (OutlayArticle *article, const char *text)
{
  OutlayPiece piece = {0, 0, strlen (text)};

  g_free (article->text);
  article->text = g_strdup (text);
  g_array_append_val (article->pieces, piece);
}

/**
 * outlay_clean_text:
 * @article: gets the text, its pieces, and what it doesn't know yet: language, title, day, source,
 *   author
 * @text: UTF-8: a text as a person copied it, with parts of the page around it
 *
 * Takes the clutter of the page away. What is left are whole lines of @text.
 */
void
outlay_clean_text (OutlayArticle *article, const char *text)
{
  g_autoptr (GArray) lines = outlay_lines_split (text);
  g_autoptr (GString) clean = g_string_new (NULL);
  const OutlayReadWords *words;

  set_language (article, text);
  g_clear_pointer (&article->pieces, g_array_unref);
  article->pieces = g_array_new (FALSE, FALSE, sizeof (OutlayPiece));
  if (lines->len < MIN_LINES)
    {
      take_whole (article, text);
      return;
    }
  words = outlay_read_words_get (article->lang);
  outlay_clutter_mark (words, text, lines);
  outlay_copied_mark_consent (words, lines);
  outlay_facts_find (words, text, lines, article);
  outlay_copied_mark_around (lines, article->author);
  if (!has_text (lines))
    {
      take_whole (article, text);
      return;
    }
  set_title_piece (article, text, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      if (outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT)
        add_piece (article, clean, text, outlay_lines_get (lines, i));
    }
  g_free (article->text);
  article->text = g_string_free (g_steal_pointer (&clean), FALSE);
}
