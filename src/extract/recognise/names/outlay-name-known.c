/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-words.h"

#include <string.h>

/* Tokens of the longest name of a government. */
#define LONGEST_GOVERNMENT 10

/* How far behind the seat of a government its verb may stand. */
#define REACH_OF_SEAT 2

static void
add_span (GArray *spans,
          guint8 *taken,
          guint first,
          guint end,
          const OutlayOrganisation *organisation,
          guint flags)
{
  OutlayNameSpan span = {.first = first, .end = end, .organisation = organisation, .flags = flags};

  g_array_append_val (spans, span);
  memset (taken + first, 1, end - first);
}

static gboolean
is_han (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_IDEOGRAPH) && !outlay_name_is_kana (scan, at)
         && !outlay_name_is_hiragana (scan, at);
}

/* Two Kanji between others are seldom a name: "東電" in "極東電装". */
static gboolean
is_between_kanji (const OutlayScan *scan, guint first, guint end)
{
  return scan->lexicon->has_runs && end - first == 2 && is_han (scan, first)
         && is_han (scan, first + 1) && first > 0 && is_han (scan, first - 1)
         && outlay_scan_looks (scan, first, OUTLAY_TOKEN_GLUED) && is_han (scan, end)
         && outlay_scan_looks (scan, end, OUTLAY_TOKEN_GLUED);
}

/* Whether more than a particle is written at the end of a name: then it begins another one
 * ("가람생명"). */
static gboolean
goes_on_as_name (const OutlayScan *scan, guint first, guint end)
{
  guint tail = outlay_name_find_word_end (scan, first);

  if (tail <= end || outlay_name_skip_particle (scan, end, tail) > end)
    return FALSE;
  return outlay_scan_has (scan, end, OUTLAY_ENTRY_LEGAL_AFTER)
         || outlay_scan_looks (scan, end, OUTLAY_TOKEN_WORD)
         || !outlay_scan_has (scan, end, OUTLAY_ENTRY_COMMON);
}

/* Hangul before a name, or Katakana beside one, makes it part of another word. */
static gboolean
is_cut_from_word (const OutlayScan *scan, guint first, guint end)
{
  guint32 flags = scan->tokens[first].flags;

  if (is_between_kanji (scan, first, end))
    return TRUE;
  if (scan->lexicon->has_particles && goes_on_as_name (scan, first, end))
    return TRUE;
  if (flags & OUTLAY_TOKEN_HANGUL)
    return first > 0 && flags & OUTLAY_TOKEN_GLUED
           && scan->tokens[first - 1].flags & OUTLAY_TOKEN_HANGUL
           && outlay_scan_find_before (scan, first, OUTLAY_ENTRY_PLACE) == NULL;
  if (flags & OUTLAY_TOKEN_KATAKANA && first > 0
      && scan->tokens[first - 1].flags & OUTLAY_TOKEN_KATAKANA)
    return TRUE;
  return scan->tokens[end - 1].flags & OUTLAY_TOKEN_KATAKANA
         && outlay_scan_looks (scan, end, OUTLAY_TOKEN_KATAKANA | OUTLAY_TOKEN_GLUED);
}

static gboolean
is_verb (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];
      const OutlayCue *cue = hit->entry->data;

      if (hit->entry->class == OUTLAY_ENTRY_CUE
          && (outlay_feature_part_is (cue->class_name, "quote")
              || outlay_feature_part_is (cue->class_name, "status")
              || (outlay_feature_part_is (cue->class_name, "pays")
                  && !outlay_feature_part_is (cue->value, "noun"))))
        return TRUE;
    }
  return FALSE;
}

/* Whether more than its capital speaks for a strict name that begins a sentence. */
static gboolean
is_confirmed (const OutlayScan *scan, const OutlayHit *hit)
{
  guint at = hit->end;

  if (at - hit->first > 1 || !outlay_scan_goes_on (scan, at))
    return TRUE;
  /* An auxiliary may stand before the verb. */
  return is_verb (scan, at) || is_verb (scan, at + 1)
         || outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_AFTER) || outlay_scan_is (scan, at, "'")
         || outlay_scan_is (scan, at, "’") || outlay_scan_is (scan, at, ",");
}

static const OutlayHit *
find_name (const OutlayScan *scan, guint at)
{
  const OutlayHit *name = outlay_scan_find (scan, at, OUTLAY_ENTRY_ORGANISATION);
  const OutlayHit *epithet = outlay_scan_find (scan, at, OUTLAY_ENTRY_EPITHET);

  if (epithet != NULL && (name == NULL || epithet->end > name->end))
    return epithet;
  return name;
}

/**
 * outlay_name_find_known:
 * @spans: (element-type OutlayNameSpan): where they are added, in the order of the text
 * @taken: of each token whether a name has it; set for those found
 *
 * Finds the names of organisations that the data files list.
 */
void
outlay_name_find_known (const OutlayScan *scan, GArray *spans, guint8 *taken)
{
  for (guint i = 0; i < scan->n_tokens;)
    {
      const OutlayHit *hit = find_name (scan, i);

      if (hit == NULL || scan->used[i] || is_cut_from_word (scan, i, hit->end))
        {
          i++;
          continue;
        }
      const OutlayOrganisation *organisation = hit->entry->data;
      guint flags = OUTLAY_FIND_KNOWN;
      if (organisation->strict && scan->tokens[i].flags & OUTLAY_TOKEN_SENTENCE
          && hit->entry->class == OUTLAY_ENTRY_ORGANISATION && !is_confirmed (scan, hit))
        {
          i++;
          continue;
        }
      if (organisation->type == OUTLAY_ORGANISATION_GOVERNMENT)
        flags |= OUTLAY_FIND_GOVERNMENT;
      if (hit->entry->class == OUTLAY_ENTRY_EPITHET)
        flags |= OUTLAY_FIND_EPITHET;
      add_span (spans, taken, i, hit->end, organisation, flags);
      i = hit->end;
    }
}

/* A walk down the patterns of governments' names. */
typedef struct
{
  const OutlayScan *scan;
  const guint8 *taken;
  guint first;
  guint end;           /* of the longest name so far */
  const char *country; /* its country */
} Walk;

static void walk_on (Walk *walk, guint32 node, guint at, const char *country);

static void
step (Walk *walk, guint32 node, guint at, guint32 word, guint end, const char *country)
{
  const OutlayPhrases *phrases = walk->scan->names->patterns;
  gboolean glued = node != 1 && walk->scan->tokens[at].flags & OUTLAY_TOKEN_GLUED;
  guint32 target = outlay_phrases_step (phrases, node, word, glued);

  if (target == 0)
    return;
  if (country != NULL && end > walk->end
      && outlay_phrases_get_entry (phrases, target, OUTLAY_ENTRY_GOVERNMENT) != NULL)
    {
      walk->end = end;
      walk->country = country;
    }
  if (end < walk->scan->n_tokens && end - walk->first < LONGEST_GOVERNMENT)
    walk_on (walk, target, end, country);
}

static void
walk_on (Walk *walk, guint32 node, guint at, const char *country)
{
  const OutlayScan *scan = walk->scan;
  const OutlayNames *names = scan->names;

  if (walk->taken[at] || scan->used[at] || (node != 1 && !outlay_scan_goes_on (scan, at)))
    return;
  for (guint32 word = scan->tokens[at].word; word != 0;
       word = outlay_vocabulary_get_shorter (scan->vocabulary, word))
    step (walk, node, at, word, at + 1, country);
  const OutlayHit *place = outlay_scan_find (scan, at, OUTLAY_ENTRY_PLACE);
  if (country != NULL || place == NULL)
    return;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class != OUTLAY_ENTRY_PLACE)
        continue;
      if (hit->entry->number == OUTLAY_PLACE_COUNTRY)
        step (walk, node, at, names->name_word, hit->end, hit->entry->data);
      if (hit->entry->number == OUTLAY_PLACE_ADJECTIVE)
        step (walk, node, at, names->adjective_word, hit->end, hit->entry->data);
    }
}

static const OutlayHit *
find_country (const OutlayScan *scan, guint at)
{
  const OutlayHit *place = outlay_scan_find (scan, at, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->entry->number == OUTLAY_PLACE_COUNTRY ? place : NULL;
}

/* "Ottawa pledges", "Canada pledges": the seat or the country of a government that acts, not where
 * something is. */
static gboolean
acts_as_government (const OutlayScan *scan, const OutlayHit *seat)
{
  guint at = seat->first;

  if (at > 0 && outlay_scan_goes_on (scan, at)
      && outlay_scan_find_before (scan, at, OUTLAY_ENTRY_FUNCTION) != NULL
      && !(scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE))
    return FALSE;
  for (guint next = seat->end; next < seat->end + REACH_OF_SEAT; next++)
    {
      if (!outlay_scan_goes_on (scan, next)
          || scan->tokens[next].sentence != scan->tokens[at].sentence
          || scan->tokens[next].flags & OUTLAY_TOKEN_PUNCTUATION)
        return FALSE;
      if (is_verb (scan, next))
        return TRUE;
    }
  return FALSE;
}

/* Whether a government's name may begin with the token @at: with a word of a pattern, a country or
 * a seat. */
static gboolean
may_begin (const OutlayScan *scan, guint at)
{
  static const guint64 classes
    = G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_PLACE | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_SEAT;

  if (scan->tokens[at].word == 0)
    return FALSE;
  if (scan->classes[at] & classes)
    return TRUE;
  for (guint32 word = scan->tokens[at].word; word != 0;
       word = outlay_vocabulary_get_shorter (scan->vocabulary, word))
    {
      if (outlay_phrases_may_start (scan->names->patterns, word))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_name_find_governments:
 *
 * Finds governments that are named by their country ("the Norlandic government") or their seat; the
 * parameters are those of outlay_name_find_known().
 */
void
outlay_name_find_governments (const OutlayScan *scan, GArray *spans, guint8 *taken)
{
  for (guint i = 0; i < scan->n_tokens; i++)
    {
      Walk walk = {.scan = scan, .taken = taken, .first = i};

      if (taken[i] || !may_begin (scan, i))
        continue;
      const OutlayHit *seat = outlay_scan_find (scan, i, OUTLAY_ENTRY_SEAT);
      if (seat == NULL)
        seat = find_country (scan, i);
      walk_on (&walk, 1, i, NULL);
      guint flags = OUTLAY_FIND_KNOWN | OUTLAY_FIND_GOVERNMENT;
      if (walk.end == 0 && seat != NULL && acts_as_government (scan, seat))
        {
          walk.end = seat->end;
          walk.country = seat->entry->data;
          flags |= OUTLAY_FIND_EPITHET;
        }
      const OutlayOrganisation *government
        = walk.end > 0 ? outlay_names_get_government (scan->names, walk.country) : NULL;
      if (government != NULL)
        add_span (spans, taken, i, walk.end, government, flags);
    }
}
