/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts what is quoted out of a sentence of any length. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-excerpt.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

/* Characters of the sentence that are kept before and behind the marked words: four lines of the
 * narrowest pane together. */
#define N_BEFORE 80
#define N_BEHIND 120

/* Marked words beyond it are cut too: no one proves a figure with a page. */
#define N_MARKED 400

/* How far a cut moves to fall between two words. */
#define N_TO_SPACE 16

static gboolean
is_inside_cluster (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_ismark (c) || g_unichar_iszerowidth (c);
}

/* Goes back from @at by @n characters, on to the next start of a word or at least of a cluster. */
static const char *
go_back (const char *start, const char *at, guint n)
{
  const char *cut = at;
  const char *word;

  while (cut > start && n-- > 0)
    cut = g_utf8_prev_char (cut);
  if (cut == start)
    return cut;
  word = cut;
  for (guint i = 0; i < N_TO_SPACE && word < at; i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (word))))
        return word;
      word = g_utf8_next_char (word);
    }
  while (cut < at && is_inside_cluster (cut))
    cut = g_utf8_next_char (cut);
  return cut;
}

/* Goes on from @at by @n characters, back to the last end of a word or at least of a cluster. */
static const char *
go_on (const char *at, const char *end, guint n)
{
  const char *cut = at;
  const char *word;

  while (cut < end && n-- > 0)
    cut = g_utf8_next_char (cut);
  if (cut == end)
    return cut;
  word = cut;
  for (guint i = 0; i < N_TO_SPACE && word > at; i++)
    {
      if (g_unichar_isspace (g_utf8_get_char (word)))
        return word;
      word = g_utf8_prev_char (word);
    }
  while (cut > at && is_inside_cluster (cut))
    cut = g_utf8_prev_char (cut);
  return cut;
}

/* How many of @spans, from the first on, fit into one excerpt. */
static guint
count_fitting (const char *text, GArray *spans)
{
  const OutlaySpan *first = &g_array_index (spans, OutlaySpan, 0);
  guint count = 1;

  while (count < spans->len)
    {
      const OutlaySpan *next = &g_array_index (spans, OutlaySpan, count);

      if (g_utf8_strlen (text + first->start, (gssize)(next->end - first->start)) > N_MARKED)
        break;
      count++;
    }
  return count;
}

static void
add_marks (GArray *marks, GArray *spans, guint count, OutlaySpan shown, gsize shift)
{
  for (guint i = 0; i < count; i++)
    {
      OutlaySpan span = g_array_index (spans, OutlaySpan, i);
      OutlaySpan mark;

      mark.start = MAX (span.start, shown.start) - shown.start + shift;
      mark.end = MIN (span.end, shown.end) - shown.start + shift;
      if (mark.start < mark.end)
        g_array_append_val (marks, mark);
    }
}

/**
 * outlay_excerpt_make:
 * @text: UTF-8
 * @sentence: what of @text may be shown
 * @spans: (element-type OutlaySpan): words within @sentence, in order, never empty
 * @marks: (element-type OutlaySpan): gets the same words as spans of the excerpt; those that lie
 * too far behind the first are left out
 *
 * Returns: (transfer full): the words and what stands about them in the sentence, on one line, with
 *   an ellipsis where the sentence goes on.
 */
char *
outlay_excerpt_make (const char *text, OutlaySpan sentence, GArray *spans, GArray *marks)
{
  const char *start = text + sentence.start, *end = text + sentence.end;
  guint count = count_fitting (text, spans);
  const OutlaySpan *first = &g_array_index (spans, OutlaySpan, 0);
  const OutlaySpan *last = &g_array_index (spans, OutlaySpan, count - 1);
  const char *marked_end = text + last->end;
  const char *from = go_back (start, text + first->start, N_BEFORE);
  const char *to;
  GString *result = g_string_new (NULL);

  if (g_utf8_strlen (text + first->start, (gssize)(last->end - first->start)) > N_MARKED)
    marked_end = to = go_on (text + first->start, marked_end, N_MARKED);
  else
    to = go_on (marked_end, end, N_BEHIND);
  if (from > start)
    g_string_append (result, "… ");
  add_marks (marks, spans, count, (OutlaySpan){(gsize)(from - text), (gsize)(to - text)},
             result->len);
  for (const char *at = from; at < to; at++)
    g_string_append_c (result, *at == '\n' || *at == '\t' || *at == '\r' ? ' ' : *at);
  if (to < end)
    g_string_append (result, " …");
  return g_string_free (result, FALSE);
}

/**
 * outlay_excerpt_dup_origin:
 *
 * Returns: (transfer full): who published an article and when, as far as known: "example.org ·
 *   24 Nov 2025"; the file's name where the source is unknown.
 */
char *
outlay_excerpt_dup_origin (const OutlayArticle *article)
{
  g_autofree char *date = outlay_format_date (article->published);
  g_autofree char *source = NULL;

  if (article->source != NULL && *article->source != '\0')
    source = g_strdup (article->source);
  else if (article->file != NULL)
    source = g_filename_display_basename (article->file);
  else
    source = g_strdup (_ ("Unknown source"));
  if (*date == '\0')
    return g_steal_pointer (&source);
  /* Translators: where a quote stands: who published it and when */
  return outlay_format_fill (_ ("{source} · {date}"), "source", source, "date", date, NULL);
}
