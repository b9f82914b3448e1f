/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* How far an apposition reaches. */
#define REACH_OF_APPOSITION 8

/* A candidate while it is looked at. */
typedef struct
{
  const OutlayScan *scan;
  const guint8 *taken;
  guint first;
  guint end;
} Run;

/**
 * outlay_name_has_cue:
 *
 * @value: (nullable): %NULL for any of the class
 *
 * Returns: whether such a cue begins at the token @at.
 */
gboolean
outlay_name_has_cue (const OutlayScan *scan, guint at, const char *class_name, const char *value)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];
      const OutlayCue *cue = hit->entry->data;

      if (hit->entry->class == OUTLAY_ENTRY_CUE
          && outlay_feature_part_is (cue->class_name, class_name)
          && (value == NULL || outlay_feature_part_is (cue->value, value)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
writes_nouns_capital (const OutlayScan *scan)
{
  return scan->lexicon->counted == OUTLAY_COUNTED_CAPITAL;
}

static gboolean
is_common (const OutlayScan *scan, guint at)
{
  return outlay_scan_has (scan, at, OUTLAY_ENTRY_COMMON)
         || outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION);
}

static gboolean
is_place (const Run *run)
{
  const OutlayHit *place = outlay_scan_find (run->scan, run->first, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->end >= run->end;
}

/* Where the known word or phrase that begins @at ends, @at where there is none. */
static guint
skip_common (const OutlayScan *scan, guint at)
{
  const OutlayHit *common = outlay_scan_find (scan, at, OUTLAY_ENTRY_COMMON);

  if (common != NULL)
    return common->end;
  return outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION)
             || scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION
           ? at + 1
           : at;
}

static gboolean
all_common (const Run *run)
{
  for (guint at = run->first; at < run->end;)
    {
      guint next = skip_common (run->scan, at);

      if (next == at && at > run->first
          && outlay_scan_has (run->scan, at, OUTLAY_ENTRY_LEGAL_AFTER))
        next = at + 1;
      if (next == at)
        return FALSE;
      at = next;
    }
  return TRUE;
}

/* A title or a first name in the run or before it: "CEO Lisa Su", "Eddie Wu". */
static gboolean
is_person (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint before = run->first;

  if (outlay_scan_has (scan, run->first, OUTLAY_ENTRY_PERSON))
    return TRUE;
  if (!outlay_scan_goes_on (scan, before) || scan->tokens[before].flags & OUTLAY_TOKEN_SENTENCE)
    return FALSE;
  if (before > 0 && outlay_scan_is (scan, before - 1, ","))
    before--;
  return outlay_scan_find_before (scan, before, OUTLAY_ENTRY_PERSON) != NULL;
}

/* ", chief executive of …": a role behind the name makes it a person's too. */
static gboolean
has_role_behind (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint sentence = scan->tokens[run->first].sentence;

  if (!outlay_scan_is (scan, run->end, ","))
    return FALSE;
  for (guint at = run->end + 1; at < run->end + 4 && at < scan->n_tokens; at++)
    {
      if (scan->tokens[at].sentence != sentence)
        return FALSE;
      if (outlay_scan_has (scan, at, OUTLAY_ENTRY_PERSON))
        return TRUE;
    }
  return FALSE;
}

/* "the operator X", "le fonds canadien X". */
static gboolean
is_introduced (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint at = run->first;

  if (at == 0 || !outlay_scan_goes_on (scan, at))
    return FALSE;
  if (outlay_scan_find_before (scan, at, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL)
    return TRUE;
  /* One adjective may stand between. */
  guint32 flags = scan->tokens[at - 1].flags;
  return at >= 2 && outlay_scan_find_before (scan, at - 1, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL
         && (outlay_scan_has (scan, at - 1, OUTLAY_ENTRY_PLACE)
             || (flags & OUTLAY_TOKEN_WORD && !(flags & OUTLAY_TOKEN_CAPITAL)
                 && !outlay_scan_has (scan, at - 1, OUTLAY_ENTRY_FUNCTION)));
}

/* Whether a word that describes an organisation stands within reach of the mark at @mark, on the
 * side where @step leads, and no other name before it. */
static gboolean
has_description (const Run *run, guint mark, int step)
{
  const OutlayScan *scan = run->scan;
  guint sentence = scan->tokens[run->first].sentence;
  guint at = mark;

  for (guint i = 1; i < REACH_OF_APPOSITION && (step > 0 || at > 0); i++)
    {
      at = (guint)((int)at + step);
      if (at >= scan->n_tokens || scan->tokens[at].sentence != sentence
          || outlay_scan_is (scan, at, ",") || run->taken[at])
        return FALSE;
      if (outlay_scan_has (scan, at, OUTLAY_ENTRY_DESCRIPTION))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_apposition_behind (const Run *run)
{
  const OutlayScan *scan = run->scan;

  return (outlay_scan_is (scan, run->end, ",") || outlay_scan_is (scan, run->end, "–")
          || outlay_scan_is (scan, run->end, "("))
         && has_description (run, run->end, 1);
}

static gboolean
has_apposition_before (const Run *run)
{
  return run->first >= 2 && outlay_scan_is (run->scan, run->first - 1, ",")
         && has_description (run, run->first - 1, -1);
}

static gboolean
joins (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, ",") || outlay_name_has_cue (scan, at, "join", NULL);
}

/* Whether a known organisation stands before the name in a list, maybe past an article. */
static gboolean
follows_known (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint at = run->first;

  if (scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE)
    return FALSE;
  if (at > 0 && outlay_scan_has (scan, at - 1, OUTLAY_ENTRY_ARTICLE))
    at--;
  return at >= 2 && run->taken[at - 2] && joins (scan, at - 1);
}

static gboolean
precedes_known (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint at = run->end + 1;

  if (!joins (scan, run->end))
    return FALSE;
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_ARTICLE))
    at++;
  return at < scan->n_tokens && run->taken[at]
         && scan->tokens[at].sentence == scan->tokens[run->first].sentence;
}

/* Glued to a name that is known it is a product or a compound: "Borealis X300", "Dunmore-Aktie". */
static gboolean
hangs_on_known (const Run *run)
{
  const OutlayScan *scan = run->scan;

  if (run->first > 0 && run->taken[run->first - 1] && outlay_scan_goes_on (scan, run->first))
    return TRUE;
  if (run->first > 1 && run->taken[run->first - 2]
      && scan->tokens[run->first].flags & OUTLAY_TOKEN_GLUED
      && scan->tokens[run->first - 1].flags & OUTLAY_TOKEN_GLUED)
    return TRUE;
  return run->end + 1 < scan->n_tokens && run->taken[run->end + 1]
         && scan->tokens[run->end].flags & OUTLAY_TOKEN_GLUED
         && scan->tokens[run->end + 1].flags & OUTLAY_TOKEN_GLUED
         && outlay_scan_is (scan, run->end, "-");
}

/* Where nouns have a capital, a hyphen ties a name to a noun: "KI-Gipfel", "Beta-Gruppe". */
static gboolean
is_compound_noun (const Run *run)
{
  const OutlayScan *scan = run->scan;

  if (!writes_nouns_capital (scan))
    return FALSE;
  for (guint at = run->first + 1; at + 1 < run->end; at++)
    {
      if (outlay_scan_is (scan, at, "-") && (is_common (scan, at + 1) || is_common (scan, at - 1)))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_name_find_clues:
 * @taken: of each token whether a known name has it
 *
 * Returns: the #OutlayNameClue of the candidate from @first to before @end.
 */
guint
outlay_name_find_clues (const OutlayScan *scan, const guint8 *taken, guint first, guint end)
{
  const struct
  {
    gboolean (*holds) (const Run *run);
    OutlayNameClue clue;
  } rules[] = {
    {is_introduced, OUTLAY_NAME_INTRODUCED},
    {has_apposition_behind, OUTLAY_NAME_APPOSED_BEHIND},
    {has_apposition_before, OUTLAY_NAME_APPOSED_BEFORE},
    {follows_known, OUTLAY_NAME_FOLLOWS_KNOWN},
    {precedes_known, OUTLAY_NAME_PRECEDES_KNOWN},
    {is_person, OUTLAY_NAME_TITLED},
    {has_role_behind, OUTLAY_NAME_HOLDS_OFFICE},
    {hangs_on_known, OUTLAY_NAME_AFTER_KNOWN},
    {all_common, OUTLAY_NAME_COMMON},
    {is_compound_noun, OUTLAY_NAME_COMPOUND},
    {is_place, OUTLAY_NAME_PLACE},
  };
  const Run run = {scan, taken, first, end};
  guint clues = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].holds (&run))
        clues |= rules[i].clue;
    }
  if (memchr (taken + first, 1, end - first) != NULL)
    clues |= OUTLAY_NAME_HOLDS_KNOWN;
  return clues;
}
