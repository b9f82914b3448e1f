/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-article.h"

#include <string.h>

#include "outlay-text.h"

/**
 * outlay_article_new:
 *
 * Returns: (transfer full): an article with an empty text in an unknown language.
 */
OutlayArticle *
outlay_article_new (void)
{
  OutlayArticle *article = g_atomic_rc_box_new0 (OutlayArticle);

  article->text = g_strdup ("");
  article->lang = g_strdup ("");
  return article;
}

/**
 * outlay_article_ref:
 *
 * Returns: (transfer full): @article; from any thread.
 */
OutlayArticle *
outlay_article_ref (OutlayArticle *article)
{
  return g_atomic_rc_box_acquire (article);
}

static void
clear_article (gpointer data)
{
  OutlayArticle *article = data;

  g_free (article->id);
  g_free (article->file);
  g_free (article->title);
  g_free (article->text);
  g_free (article->imported_text);
  g_free (article->lang);
  g_free (article->source);
  g_free (article->author);
  g_free (article->url);
  g_clear_pointer (&article->pieces, g_array_unref);
  g_clear_pointer (&article->original, outlay_original_unref);
  g_free (article->note);
}

/** outlay_article_unref: gives back a reference, from any thread. */
void
outlay_article_unref (OutlayArticle *article)
{
  g_atomic_rc_box_release_full (article, clear_article);
}

/**
 * outlay_article_get_part:
 *
 * Returns: (transfer none): the text that spans of @part point into; never %NULL.
 */
const char *
outlay_article_get_part (const OutlayArticle *article, OutlayPart part)
{
  if (part == OUTLAY_PART_TITLE)
    return article->title != NULL ? article->title : "";
  return article->text;
}

/**
 * outlay_article_get_imported_text:
 *
 * Returns: (transfer none): the text as it was imported, whatever the user has made of it.
 */
const char *
outlay_article_get_imported_text (const OutlayArticle *article)
{
  return article->imported_text != NULL ? article->imported_text : article->text;
}

static gboolean
is_within (const char *text, gsize length, OutlaySpan span)
{
  return span.start < span.end && span.end <= length
         && g_utf8_validate (text + span.start, (gssize)(span.end - span.start), NULL);
}

/**
 * outlay_article_has_span:
 *
 * Returns: whether there are words at @span, as there may not be where a ledger is damaged.
 */
gboolean
outlay_article_has_span (const OutlayArticle *article, OutlayPart part, OutlaySpan span)
{
  const char *text = outlay_article_get_part (article, part);

  return is_within (text, strlen (text), span);
}

/**
 * outlay_article_dup_span:
 *
 * Returns: (transfer full) (nullable): the words at @span; %NULL where there are none.
 */
char *
outlay_article_dup_span (const OutlayArticle *article, OutlayPart part, OutlaySpan span)
{
  return outlay_article_dup_span_within (article, part, span,
                                         strlen (outlay_article_get_part (article, part)));
}

/**
 * outlay_article_dup_span_within:
 * @length: bytes of @part, which measured for every span of a long text would take most of the time
 *
 * Returns: (transfer full) (nullable): the words at @span; %NULL where there are none.
 */
char *
outlay_article_dup_span_within (const OutlayArticle *article,
                                OutlayPart part,
                                OutlaySpan span,
                                gsize length)
{
  const char *text = outlay_article_get_part (article, part);

  return is_within (text, length, span) ? g_strndup (text + span.start, span.end - span.start)
                                        : NULL;
}

/**
 * outlay_article_get_quote:
 *
 * Returns: the sentence or sentences around @span, to quote.
 */
OutlaySpan
outlay_article_get_quote (const OutlayArticle *article, OutlayPart part, OutlaySpan span)
{
  const char *text = outlay_article_get_part (article, part);

  g_return_val_if_fail (span.end <= strlen (text) && span.start <= span.end, span);

  if (part == OUTLAY_PART_TITLE)
    return (OutlaySpan){0, strlen (text)};
  return outlay_text_get_sentence (text, span);
}

static gboolean
map_span (const OutlayPiece *piece, OutlaySpan span, OutlaySpan *origin)
{
  if (piece->length == 0 || span.start < piece->start || span.end > piece->start + piece->length)
    return FALSE;
  origin->start = span.start - piece->start + piece->origin;
  origin->end = span.end - piece->start + piece->origin;
  return TRUE;
}

/**
 * outlay_article_get_origin:
 * @span: a span of @part
 * @origin: (out): the same words in the text that was handed in
 *
 * Returns: whether @span lies wholly in one piece of that text. A long article has thousands of
 *   pieces, which stand in the order of their starts.
 */
gboolean
outlay_article_get_origin (const OutlayArticle *article,
                           OutlayPart part,
                           OutlaySpan span,
                           OutlaySpan *origin)
{
  if (part == OUTLAY_PART_TITLE)
    return map_span (&article->title_piece, span, origin);
  guint low = 0, high = article->pieces != NULL ? article->pieces->len : 0;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (article->pieces, OutlayPiece, middle).start <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && map_span (&g_array_index (article->pieces, OutlayPiece, low - 1), span, origin);
}

/**
 * outlay_article_dup_label:
 *
 * Returns: (transfer full): what to call the article in a list: its title, else its file's name,
 *   else its first words.
 */
char *
outlay_article_dup_label (const OutlayArticle *article)
{
  if (article->title != NULL && *article->title != '\0')
    return g_strdup (article->title);
  if (article->file != NULL)
    return g_filename_display_basename (article->file);
  return outlay_text_shorten (article->text, 60);
}
