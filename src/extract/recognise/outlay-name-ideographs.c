/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-span.h"

#include <string.h>

/* What speaks for a run of Han, Kana or Hangul being an organisation. */
#define SCORE_LEGAL_FORM  3 /* "…グループ", "…有限公司", "…건설" */
#define SCORE_LISTED      3 /* a stock code in brackets behind it */
#define SCORE_INTRODUCED  3 /* "株式会社…" */
#define SCORE_NATION      2 /* "米…" */
#define SCORE_COORDINATED 2
#define SCORE_BRACKETS    2 /* its Latin name in brackets behind it */
#define SCORE_KATAKANA    2 /* written in Katakana, and not a common word */
#define SCORE_ACTS        1 /* a verb of paying not far behind it */

#define LONGEST_NAME      16
#define SHORTEST_NAME     2
#define SHORTEST_KATAKANA 3

/* Tokens of the longest name without a legal form. */
#define LONGEST_PLAIN 8

/* How far behind its subject a verb may stand. */
#define REACH_OF_VERB 12

typedef struct
{
  const OutlayScan *scan;
  const guint8 *taken;
  GArray *spans;
} Search;

static gboolean
is_hiragana (const OutlayScan *scan, guint at)
{
  gunichar c = g_utf8_get_char (outlay_scan_get_text (scan, at));

  return c >= 0x3041 && c <= 0x309f;
}

static gboolean
is_script (const OutlayScan *scan, guint at)
{
  return scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL);
}

/* Whether a known word that is no part of a name begins with the character @at. */
static gboolean
ends_run (const OutlayScan *scan, guint at)
{
  if (is_hiragana (scan, at))
    return TRUE;
  return scan->tokens[at].flags & OUTLAY_TOKEN_IDEOGRAPH
         && outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION)
         && !outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_AFTER)
         && !outlay_scan_has (scan, at, OUTLAY_ENTRY_PLACE);
}

static gboolean
may_hold (const Search *search, guint at)
{
  guint32 flags = search->scan->tokens[at].flags;

  return !search->taken[at] && !search->scan->used[at] && !(flags & OUTLAY_TOKEN_PUNCTUATION)
         && !ends_run (search->scan, at);
}

/* Where the glued run of characters from @at on ends. */
static guint
find_end (const Search *search, guint at)
{
  guint end = at;

  while (end < search->scan->n_tokens && may_hold (search, end)
         && (end == at || search->scan->tokens[end].flags & OUTLAY_TOKEN_GLUED))
    end++;
  return end;
}

static gboolean
has_cue (const OutlayScan *scan, guint at, const char *class_name)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class == OUTLAY_ENTRY_CUE
          && strcmp (((const OutlayCue *)hit->entry->data)->class_name, class_name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Behind the last verb or noun before @end that is no part of a name. */
static guint
skip_words (const OutlayScan *scan, guint first, guint end)
{
  guint start = first;

  for (guint at = first; at < end; at++)
    {
      const OutlayHit *cue = outlay_scan_find (scan, at, OUTLAY_ENTRY_CUE);
      const OutlayHit *before = outlay_scan_find (scan, at, OUTLAY_ENTRY_LEGAL_BEFORE);
      const OutlayHit *common = outlay_scan_find (scan, at, OUTLAY_ENTRY_COMMON);

      if (outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_AFTER) && at > first)
        continue;
      if (before != NULL && before->end <= end)
        start = MAX (start, before->end);
      else if (common != NULL && common->end <= end)
        start = MAX (start, common->end);
      else if (cue != NULL && cue->end <= end && cue->end - at >= SHORTEST_NAME
               && (has_cue (scan, at, "pays") || has_cue (scan, at, "status")
                   || has_cue (scan, at, "kind")))
        start = MAX (start, cue->end);
    }
  return start;
}

/* The end of the legal form, or of several in a row, that begins at @at. */
static guint
skip_legal_forms (const OutlayScan *scan, guint at, guint end)
{
  const OutlayHit *legal;

  while (at < end && (legal = outlay_scan_find (scan, at, OUTLAY_ENTRY_LEGAL_AFTER)) != NULL
         && legal->end <= end)
    at = legal->end;
  return at;
}

static gboolean
joins (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, ",") || outlay_scan_is (scan, at, "、")
         || outlay_scan_is (scan, at, "・") || outlay_scan_is (scan, at, "·")
         || outlay_scan_is (scan, at, "，") || has_cue (scan, at, "join");
}

static gboolean
is_coordinated (const Search *search, guint first, guint end)
{
  const OutlayScan *scan = search->scan;

  if (first >= 2 && search->taken[first - 2] && joins (scan, first - 1))
    return TRUE;
  return end + 1 < scan->n_tokens && search->taken[end + 1] && joins (scan, end)
         && scan->tokens[end + 1].sentence == scan->tokens[first].sentence;
}

static gboolean
opens_bracket (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, "(") || outlay_scan_is (scan, at, "（");
}

static int
judge_brackets (const OutlayScan *scan, guint end)
{
  if (!opens_bracket (scan, end) || end + 1 >= scan->n_tokens)
    return 0;
  const OutlayToken *inside = &scan->tokens[end + 1];
  if (inside->flags & OUTLAY_TOKEN_NUMBER && inside->end - inside->start == 6)
    return SCORE_LISTED;
  return inside->flags & (OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED)
           ? SCORE_BRACKETS
           : 0;
}

static gboolean
acts (const OutlayScan *scan, guint end)
{
  guint sentence = end > 0 ? scan->tokens[end - 1].sentence : 0;

  for (guint at = end; at < end + REACH_OF_VERB && at < scan->n_tokens; at++)
    {
      if (scan->tokens[at].sentence != sentence)
        return FALSE;
      if (has_cue (scan, at, "pays"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_place (const OutlayScan *scan, guint first, guint end)
{
  const OutlayHit *place = outlay_scan_find (scan, first, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->end >= end;
}

static void
add_span (const Search *search, guint first, guint end, int score, gboolean strong)
{
  const OutlayScan *scan = search->scan;
  OutlayNameSpan span = {.first = first, .end = end};
  int brackets = judge_brackets (scan, end);

  if (is_coordinated (search, first, end))
    {
      score += SCORE_COORDINATED;
      strong = TRUE;
    }
  span.score = score + brackets + (acts (scan, end) ? SCORE_ACTS : 0);
  span.strong = strong || brackets > 0;
  span.key = outlay_name_fold (scan, first, end);
  g_array_append_val (search->spans, span);
}

/* "株式会社" says nothing that a card should show. */
static guint
drop_form (const OutlayScan *scan, guint end)
{
  const OutlayHit *form = outlay_scan_find_before (scan, end, OUTLAY_ENTRY_LEGAL_BEFORE);

  return form != NULL ? form->first : end;
}

/* Names that end in a legal form. Returns where the last of them ends, @first where none is. */
static guint
add_legal_names (const Search *search, guint first, guint end)
{
  const OutlayScan *scan = search->scan;
  guint from = first;

  for (guint at = first + 1; at < end; at++)
    {
      guint legal = skip_legal_forms (scan, at, end);

      if (legal == at)
        continue;
      guint start = skip_words (scan, from, at);
      guint name = drop_form (scan, legal);
      if (at - start >= SHORTEST_NAME && legal - start <= LONGEST_NAME
          && !is_place (scan, start, at))
        add_span (search, start, name, SCORE_LEGAL_FORM, TRUE);
      from = legal;
      at = legal - 1;
    }
  return from;
}

static gboolean
is_katakana_name (const OutlayScan *scan, guint first, guint end)
{
  guint n_katakana = 0;

  for (guint at = first; at < end; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      if (flags & OUTLAY_TOKEN_IDEOGRAPH && !(flags & OUTLAY_TOKEN_KATAKANA))
        return FALSE;
      n_katakana += (flags & OUTLAY_TOKEN_KATAKANA) != 0;
    }
  return n_katakana >= SHORTEST_KATAKANA;
}

/* Whether a word of deals stands in the run: then it is a phrase, and no name. */
static gboolean
holds_cue (const OutlayScan *scan, guint first, guint end)
{
  for (guint at = first; at < end; at++)
    {
      const OutlayHit *cue = outlay_scan_find (scan, at, OUTLAY_ENTRY_CUE);

      if (cue != NULL && cue->end <= end && cue->end - at >= SHORTEST_NAME)
        return TRUE;
    }
  return FALSE;
}

/* Names without a legal form: what speaks for them must stand around them. */
static void
add_plain_name (const Search *search, guint first, guint end)
{
  const OutlayScan *scan = search->scan;
  const OutlayHit *place = outlay_scan_find (scan, first, OUTLAY_ENTRY_PLACE);
  gboolean nation = place != NULL && place->end == first + 1 && end - first > SHORTEST_NAME;
  gboolean introduced = outlay_scan_find_before (scan, first, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL
                        && scan->tokens[first].flags & OUTLAY_TOKEN_GLUED;
  guint start = skip_words (scan, nation ? first + 1 : first, end);
  int score = 0;

  if (end - start < SHORTEST_NAME || end - start > LONGEST_PLAIN || is_place (scan, start, end)
      || holds_cue (scan, start, end))
    return;
  introduced
    |= start > first && outlay_scan_find_before (scan, start, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL;
  if (nation && start == first + 1)
    score += SCORE_NATION;
  if (introduced)
    score += SCORE_INTRODUCED;
  gboolean strong = score > 0;
  if (is_katakana_name (scan, start, end))
    score += SCORE_KATAKANA;
  add_span (search, start, end, score, strong);
}

/* A Korean word without the particle that is written at its end. */
static guint
strip_particle (const OutlayScan *scan, guint first, guint end)
{
  GStrv endings = scan->lexicon->endings;
  const char *text = outlay_scan_get_text (scan, first);
  gsize bytes = scan->tokens[end - 1].end - scan->tokens[first].start;
  gsize shortest = bytes;

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      gsize length = strlen (endings[i]);

      if (length < bytes && bytes - length < shortest
          && memcmp (text + bytes - length, endings[i], length) == 0)
        shortest = bytes - length;
    }
  guint stem = first + 1;
  while (stem < end && scan->tokens[stem].end - scan->tokens[first].start <= shortest)
    stem++;
  return stem - first >= SHORTEST_NAME ? stem : end;
}

static void
add_word (const Search *search, guint first, guint end)
{
  const OutlayScan *scan = search->scan;
  guint stem = strip_particle (scan, first, end);
  const OutlayHit *common = outlay_scan_find (scan, first, OUTLAY_ENTRY_COMMON);

  if (stem - first < SHORTEST_NAME || stem - first > LONGEST_PLAIN || is_place (scan, first, stem)
      || (common != NULL && common->end >= stem) || outlay_scan_has (scan, first, OUTLAY_ENTRY_CUE))
    return;
  gboolean introduced = outlay_scan_find_before (scan, first, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL;
  int score = introduced ? SCORE_INTRODUCED : 0;
  for (guint at = first + SHORTEST_NAME; at < stem && score < SCORE_LEGAL_FORM; at++)
    {
      if (skip_legal_forms (scan, at, stem) == stem)
        score += SCORE_LEGAL_FORM;
    }
  add_span (search, first, stem, score, score > 0);
}

/**
 * outlay_name_find_ideographs:
 *
 * Finds candidates in scripts that have no capitals; the parameters are those of
 * outlay_name_find_candidates().
 */
void
outlay_name_find_ideographs (const OutlayScan *scan, GArray *spans, const guint8 *taken)
{
  const Search search = {scan, taken, spans};

  for (guint i = 0; i < scan->n_tokens;)
    {
      if (!is_script (scan, i) || !may_hold (&search, i))
        {
          i++;
          continue;
        }
      guint end = find_end (&search, i);
      if (scan->tokens[i].flags & OUTLAY_TOKEN_HANGUL)
        add_word (&search, i, end);
      else if (add_legal_names (&search, i, end) == i)
        add_plain_name (&search, i, end);
      i = end;
    }
}
