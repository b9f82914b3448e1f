/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-runs.h"

#include <string.h>

/* Tokens of the longest name, and of the longest one's Hiragana. */
#define LONGEST_NAME     26
#define LONGEST_HIRAGANA 6

/* How many segments a name has at most. */
#define MOST_SEGMENTS 7

/* Bytes of a Latin word that may be a name by itself. */
#define SHORTEST_LATIN 2

typedef enum
{
  SCRIPT_NONE,
  SCRIPT_HAN,
  SCRIPT_KATAKANA,
  SCRIPT_HIRAGANA,
  SCRIPT_LATIN,
  SCRIPT_DIGITS,
  SCRIPT_JOINT,
} Script;

/** outlay_name_is_hiragana: Returns: whether the token @at is a Hiragana character. */
gboolean
outlay_name_is_hiragana (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_IDEOGRAPH))
    return FALSE;
  gunichar c = g_utf8_get_char (outlay_scan_get_text (scan, at));

  return c >= 0x3041 && c <= 0x309f;
}

/** outlay_name_is_kana: Returns: whether the token @at is a Katakana character. */
gboolean
outlay_name_is_kana (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_KATAKANA);
}

static Script
get_script (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (flags & OUTLAY_TOKEN_KATAKANA)
    return SCRIPT_KATAKANA;
  if (flags & OUTLAY_TOKEN_IDEOGRAPH)
    return outlay_name_is_hiragana (scan, at) ? SCRIPT_HIRAGANA : SCRIPT_HAN;
  if (flags & OUTLAY_TOKEN_WORD)
    return SCRIPT_LATIN;
  if (flags & OUTLAY_TOKEN_NUMBER)
    return SCRIPT_DIGITS;
  return SCRIPT_JOINT;
}

static gboolean
is_glued (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED);
}

static gboolean
may_hold (const OutlayScan *scan, guint at)
{
  return at < scan->n_tokens && !scan->used[at]
         && !(scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION)
         && !outlay_name_is_hiragana (scan, at);
}

/* A mark that joins the words of a name: "・", "&", "-", "." */
static gboolean
is_joint (const OutlayScan *scan, guint at)
{
  static const char *const joints[] = {"・", "&", "＆", "-", ".", "＝", "=", "·", "’", "'"};

  if (!is_glued (scan, at) || !is_glued (scan, at + 1))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      if (outlay_scan_is (scan, at, joints[i]))
        return TRUE;
    }
  return FALSE;
}

/* Words of Latin script have spaces between them. */
static gboolean
joins_latin (const OutlayScan *scan, guint at)
{
  return outlay_scan_goes_on (scan, at) && get_script (scan, at) == SCRIPT_LATIN
         && get_script (scan, at - 1) == SCRIPT_LATIN
         && scan->tokens[at].flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED);
}

static guint
find_end (const OutlayScan *scan, guint at)
{
  guint end = at + 1;

  for (;;)
    {
      if (may_hold (scan, end) && (is_glued (scan, end) || joins_latin (scan, end)))
        end++;
      else if (is_joint (scan, end) && may_hold (scan, end + 1))
        end += 2;
      else
        return end;
    }
}

/* Whether the Hiragana from @at to @end is nothing but small words. */
static gboolean
is_small_words (const OutlayScan *scan, guint at, guint end)
{
  while (at < end)
    {
      const OutlayHit *word = outlay_scan_find (scan, at, OUTLAY_ENTRY_FUNCTION);

      if (word == NULL || word->end > end)
        return FALSE;
      at = word->end;
    }
  return TRUE;
}

/* "さくらば銀行", "ひかりロジック": where the Hiragana that a name begins with begins, @first where
 * it has none. What stands before must be a mark or a particle. */
static guint
find_hiragana (const OutlayScan *scan, guint first)
{
  guint start = first;

  while (start > 0 && is_glued (scan, start) && outlay_name_is_hiragana (scan, start - 1)
         && !scan->used[start - 1])
    start--;
  if (start == first)
    return first;
  gboolean bare = start == 0 || !is_glued (scan, start)
                  || scan->tokens[start - 1].flags & OUTLAY_TOKEN_PUNCTUATION;
  if (!bare)
    {
      const OutlayHit *particle = outlay_scan_find (scan, start, OUTLAY_ENTRY_FUNCTION);

      start = particle != NULL ? particle->end : first;
    }
  if (start >= first || first - start < 2 || first - start > LONGEST_HIRAGANA
      || is_small_words (scan, start, first))
    return first;
  return start;
}

static void
add_cut (OutlayNameRun *run, guint at)
{
  guint i = run->n_cuts;

  for (guint k = 0; k < run->n_cuts; k++)
    {
      if (run->cuts[k] == at)
        return;
    }
  if (run->n_cuts == OUTLAY_NAME_MOST_CUTS)
    return;
  for (; i > 0 && run->cuts[i - 1] > at; i--)
    run->cuts[i] = run->cuts[i - 1];
  run->cuts[i] = at;
  run->n_cuts++;
}

/* Whether a known word cuts a run at its ends. A single character is too often part of another
 * word, unless it leads and stands for a country. */
static gboolean
is_cutting (const OutlayNameRun *run, const OutlayHit *hit)
{
  switch (hit->entry->class)
    {
    case OUTLAY_ENTRY_LEGAL_BEFORE:
      return hit->first == run->first || hit->end - hit->first > 1;
    case OUTLAY_ENTRY_PLACE:
    case OUTLAY_ENTRY_LEGAL_AFTER:
    case OUTLAY_ENTRY_PERSON:
      return TRUE;
    case OUTLAY_ENTRY_COMMON:
    case OUTLAY_ENTRY_DESCRIPTION:
    case OUTLAY_ENTRY_ORGANISATION:
    case OUTLAY_ENTRY_CUE:
    case OUTLAY_ENTRY_FUNCTION:
    case OUTLAY_ENTRY_WORD:
      return hit->end - hit->first > 1;
    default:
      return FALSE;
    }
}

/* In a row of Katakana a word ends only where the row does, or before one that ends names. */
static gboolean
is_inside_word (const OutlayScan *scan, guint at, const OutlayHit *hit)
{
  return outlay_name_is_kana (scan, at) && outlay_name_is_kana (scan, at - 1)
         && hit->entry->class != OUTLAY_ENTRY_LEGAL_AFTER
         && hit->entry->class != OUTLAY_ENTRY_COMMON;
}

static void
cut_at_words (const OutlayScan *scan, OutlayNameRun *run)
{
  for (guint at = run->first; at < run->end; at++)
    {
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (!is_cutting (run, hit) || hit->end > run->end)
            continue;
          if (at > run->first && !is_inside_word (scan, at, hit))
            add_cut (run, at);
          if (hit->end < run->end && !is_inside_word (scan, hit->end, hit))
            add_cut (run, hit->end);
        }
    }
}

static void
cut (const OutlayScan *scan, OutlayNameRun *run)
{
  add_cut (run, run->first);
  add_cut (run, run->end);
  for (guint at = run->first + 1; at < run->end; at++)
    {
      if (get_script (scan, at) != get_script (scan, at - 1) || !is_glued (scan, at))
        add_cut (run, at);
    }
  cut_at_words (scan, run);
}

/**
 * outlay_name_find_runs:
 *
 * Returns: (transfer full) (element-type OutlayNameRun): the runs of the document, in its order.
 */
GPtrArray *
outlay_name_find_runs (const OutlayScan *scan)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (g_free);

  for (guint at = 0; at < scan->n_tokens;)
    {
      if (!may_hold (scan, at))
        {
          at++;
          continue;
        }
      OutlayNameRun *run = g_new0 (OutlayNameRun, 1);
      run->first = find_hiragana (scan, at);
      run->end = find_end (scan, at);
      add_cut (run, at);
      cut (scan, run);
      g_ptr_array_add (runs, run);
      at = run->end;
    }
  return runs;
}

static gboolean
is_wholly (const OutlayScan *scan, guint first, guint end, OutlayEntryClass class)
{
  const OutlayHit *hit = outlay_scan_find (scan, first, class);

  return hit != NULL && hit->end >= end;
}

/* Whether the stretch is what a known name already has, or part of that. */
static gboolean
is_known (const OutlayScan *scan, const guint8 *taken, guint first, guint end)
{
  for (guint at = first; at < end; at++)
    {
      if (!taken[at])
        return FALSE;
    }
  return scan->n_tokens > 0;
}

static gboolean
may_be_name (const OutlayScan *scan, const guint8 *taken, guint first, guint end)
{
  Script head = get_script (scan, first), tail = get_script (scan, end - 1);

  if (head == SCRIPT_JOINT || tail == SCRIPT_JOINT || end - first > LONGEST_NAME)
    return FALSE;
  if (tail == SCRIPT_HIRAGANA || (head == SCRIPT_DIGITS && tail == SCRIPT_DIGITS))
    return FALSE;
  if (end - first == 1
      && (head != SCRIPT_LATIN
          || scan->tokens[first].end - scan->tokens[first].start < SHORTEST_LATIN))
    return FALSE;
  return !is_known (scan, taken, first, end) && !is_wholly (scan, first, end, OUTLAY_ENTRY_COMMON)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_FUNCTION)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_DESCRIPTION)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_POWER);
}

/**
 * outlay_name_cut_runs:
 * @taken: of each token whether a known name has it
 *
 * Returns: (transfer full) (element-type OutlayNameStretch): the stretches that may be names.
 */
GArray *
outlay_name_cut_runs (const OutlayScan *scan, const GPtrArray *runs, const guint8 *taken)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (OutlayNameStretch));

  for (guint i = 0; i < runs->len; i++)
    {
      const OutlayNameRun *run = g_ptr_array_index (runs, i);

      for (guint from = 0; from + 1 < run->n_cuts; from++)
        {
          for (guint to = from + 1; to < run->n_cuts && to <= from + MOST_SEGMENTS; to++)
            {
              guint first = run->cuts[from], end = run->cuts[to];

              if (!may_be_name (scan, taken, first, end))
                continue;
              OutlayNameStretch stretch
                = {.span = {.first = first, .end = end, .key = outlay_name_fold (scan, first, end)},
                   .run = run,
                   .from = from,
                   .to = to};
              g_array_append_val (stretches, stretch);
            }
        }
    }
  return stretches;
}
