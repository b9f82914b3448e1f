/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

/* Digits from which on a number before a full stop is a year or a count, not an ordinal. */
#define ORDINAL_DIGITS 2

/* Tokens that no sentence of an article has: what goes on is a table or no text, and is parted, so
 * that what compares the words of a sentence stays quick. */
#define LONGEST_SENTENCE 400

/* How many dots in a row are no ellipsis, be it with the full stop behind it. */
#define LEAST_LEADER 5

static gunichar
get_mark (const OutlayScan *scan, guint at)
{
  return scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION
           ? g_utf8_get_char (outlay_scan_get_text (scan, at))
           : 0;
}

static gboolean
is_closer (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || c == '"'
         || c == '\'' || c == 0x201c || c == 0xab;
}

/* Whether some word or phrase before the token @at takes it in: "Mrd." */
static gboolean
is_in_phrase (const OutlayScan *scan, guint at)
{
  for (guint back = 1; back <= 4 && back <= at; back++)
    {
      for (guint i = scan->first_hit[at - back]; i < scan->first_hit[at - back + 1]; i++)
        {
          if (scan->hits[i].end > at)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_ordinal (const OutlayScan *scan, guint at)
{
  const OutlayToken *token = &scan->tokens[at];

  return scan->lexicon->ordinal_stop && token->flags & OUTLAY_TOKEN_NUMBER
         && token->end - token->start <= ORDINAL_DIGITS;
}

static gboolean
is_initial (const OutlayScan *scan, guint at)
{
  const OutlayToken *token = &scan->tokens[at];

  return token->flags & OUTLAY_TOKEN_CAPITAL && !(token->flags & OUTLAY_TOKEN_ALL_CAPS)
         && token->end - token->start == 1;
}

/* Whether the full stop @at ends a sentence, with the token @next behind it and its closers. */
static gboolean
stop_ends (const OutlayScan *scan, guint at, guint next)
{
  guint32 flags = scan->tokens[next].flags;

  if (flags & OUTLAY_TOKEN_NEW_LINE)
    return TRUE;
  if (flags & OUTLAY_TOKEN_GLUED)
    return FALSE;
  if (flags & OUTLAY_TOKEN_WORD
      && !(flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL)))
    return FALSE;
  if (at == 0 || !(scan->tokens[at].flags & OUTLAY_TOKEN_GLUED))
    return TRUE;
  if (is_in_phrase (scan, at) || is_ordinal (scan, at - 1) || is_initial (scan, at - 1))
    return outlay_scan_has (scan, next, OUTLAY_ENTRY_FUNCTION);
  return TRUE;
}

/* Whether the dot @at is one of a line of dots, which lead to the next column of a list. */
static gboolean
is_leader (const OutlayScan *scan, guint at)
{
  guint first = at, end = at + 1;

  while (first > 0 && end - first < LEAST_LEADER && scan->tokens[first].flags & OUTLAY_TOKEN_GLUED
         && get_mark (scan, first - 1) == '.')
    first--;
  while (end < scan->n_tokens && end - first < LEAST_LEADER
         && scan->tokens[end].flags & OUTLAY_TOKEN_GLUED && get_mark (scan, end) == '.')
    end++;
  return end - first >= LEAST_LEADER;
}

/* Whether a sentence ends with the mark @at. @next is set behind it and its closers. */
static gboolean
ends_sentence (const OutlayScan *scan, guint at, guint *next)
{
  gunichar mark = get_mark (scan, at);

  if (mark == 0)
    return FALSE;
  gboolean wide = mark == 0x3002 || mark == 0xff01 || mark == 0xff1f;
  if (mark != '.' && mark != '!' && mark != '?' && mark != 0x2026 && !wide)
    return FALSE;
  if (mark == '.' && is_leader (scan, at))
    return FALSE;
  *next = at + 1;
  while (*next < scan->n_tokens && scan->tokens[*next].flags & OUTLAY_TOKEN_GLUED
         && is_closer (get_mark (scan, *next)))
    (*next)++;
  return *next >= scan->n_tokens || wide || stop_ends (scan, at, *next);
}

static void
add_sentence (OutlayScan *scan, guint first, guint end, guint paragraph, gboolean stopped)
{
  GArray *tokens = scan->document->tokens;
  OutlaySentence sentence = {
    .part = outlay_document_get_part (scan->document, first),
    .span = {scan->tokens[first].start, scan->tokens[end - 1].end},
    .first_token = first,
    .end_token = end,
    .paragraph = paragraph,
    .heading = !stopped && scan->tokens[first].flags & OUTLAY_TOKEN_NEW_LINE,
  };

  for (guint i = first; i < end; i++)
    g_array_index (tokens, OutlayToken, i).sentence = scan->document->sentences->len;
  g_array_index (tokens, OutlayToken, first).flags |= OUTLAY_TOKEN_SENTENCE;
  g_array_append_val (scan->document->sentences, sentence);
}

/** outlay_recognise_sentences: finds where the sentences of the document begin and end. */
void
outlay_recognise_sentences (OutlayScan *scan)
{
  guint first = 0, paragraph = 0;

  for (guint i = 0; i < scan->n_tokens;)
    {
      guint next = i + 1;
      gboolean stopped = ends_sentence (scan, i, &next);
      gboolean line_ends
        = next >= scan->n_tokens || scan->tokens[next].flags & OUTLAY_TOKEN_NEW_LINE;

      if (stopped || line_ends || next - first >= LONGEST_SENTENCE)
        {
          add_sentence (scan, first, next, paragraph, stopped);
          first = next;
          paragraph += line_ends;
        }
      i = next;
    }
}
