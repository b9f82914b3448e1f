/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-han.h"

#include <string.h>

/* Tokens of the longest name, up to which a seat in brackets is looked past. */
#define LONGEST_NAME 20

/* What a word costs in a text, and a character that is no part of one. */
#define COST_OF_WORD    10
#define COST_OF_UNKNOWN 14

/** outlay_han_text_is_latin: Returns: whether the token is a word in Latin letters. */
gboolean
outlay_han_text_is_latin (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_WORD)
         && !(scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL));
}

/* A mark or digits inside a name in Latin letters: "Calder-X", "A&C", "Calder4". */
static gboolean
is_latin_joint (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (at == 0 || !outlay_han_text_is_latin (scan, at - 1))
    return FALSE;
  if (flags & OUTLAY_TOKEN_NUMBER)
    return (flags & OUTLAY_TOKEN_GLUED) != 0;
  if (outlay_scan_is (scan, at, "&"))
    return outlay_han_text_is_latin (scan, at + 1);
  return (outlay_scan_is (scan, at, "-") || outlay_scan_is (scan, at, "'")
          || outlay_scan_is (scan, at, "’") || outlay_scan_is (scan, at, "."))
         && flags & OUTLAY_TOKEN_GLUED && outlay_han_text_is_latin (scan, at + 1)
         && scan->tokens[at + 1].flags & OUTLAY_TOKEN_GLUED;
}

static gboolean
opens_bracket (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, "（") || outlay_scan_is (scan, at, "(");
}

/* "某某（上海）有限公司": the seat in brackets inside a full name; opens the tokens of it. */
static void
open_seat (const OutlayScan *scan, guint8 *closed, guint at)
{
  const OutlayHit *place;

  if (!opens_bracket (scan, at)
      || (place = outlay_scan_find (scan, at + 1, OUTLAY_ENTRY_PLACE)) == NULL
      || !(outlay_scan_is (scan, place->end, "）") || outlay_scan_is (scan, place->end, ")")))
    return;
  for (guint behind = place->end + 1; behind < place->end + LONGEST_NAME; behind++)
    {
      if (!outlay_scan_looks (scan, behind, OUTLAY_TOKEN_IDEOGRAPH))
        return;
      if (outlay_scan_has (scan, behind, OUTLAY_ENTRY_LEGAL_AFTER))
        {
          memset (closed + at, 0, place->end + 1 - at);
          return;
        }
    }
}

static void
close_tokens (OutlayHanText *text)
{
  const OutlayScan *scan = text->scan;
  guint8 *closed = text->closed;

  for (guint at = 0; at < scan->n_tokens; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      closed[at] = text->taken[at] || scan->used[at]
                   || (flags & (OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_NUMBER)
                       && !is_latin_joint (scan, at));
    }
  for (guint at = 0; at + 2 < scan->n_tokens; at++)
    {
      if (closed[at] && !text->taken[at])
        open_seat (scan, closed, at);
    }
}

static void
index_ends (OutlayHanText *text)
{
  const OutlayHit *hits = text->scan->hits;
  guint n = text->scan->n_tokens;
  guint n_hits = text->scan->first_hit[n];

  text->first_by_end = g_new0 (guint32, n + 3);
  text->by_end = g_new (guint32, n_hits + 1);
  for (guint i = 0; i < n_hits; i++)
    text->first_by_end[hits[i].end + 2]++;
  for (guint at = 1; at < n + 3; at++)
    text->first_by_end[at] += text->first_by_end[at - 1];
  for (guint i = 0; i < n_hits; i++)
    text->by_end[text->first_by_end[hits[i].end + 1]++] = i;
}

/* Whether the tokens of the hit are a word, whatever it means. */
static gboolean
is_word (const OutlayHit *hit)
{
  switch (hit->entry->class)
    {
    case OUTLAY_ENTRY_FUNCTION:
      return TRUE;
    case OUTLAY_ENTRY_LEGAL_AFTER:
    case OUTLAY_ENTRY_LEGAL_BEFORE:
    case OUTLAY_ENTRY_FIELD:
    case OUTLAY_ENTRY_WORD:
    case OUTLAY_ENTRY_COMMON:
    case OUTLAY_ENTRY_CUE:
    case OUTLAY_ENTRY_PLACE:
    case OUTLAY_ENTRY_PERSON:
    case OUTLAY_ENTRY_DESCRIPTION:
    case OUTLAY_ENTRY_HEDGE_BEFORE:
    case OUTLAY_ENTRY_HEDGE_AFTER:
      return hit->end - hit->first > 1;
    default:
      return FALSE;
    }
}

static void
relax (guint *cost, guint *from, guint first, guint end, guint step)
{
  if (cost[first] + step < cost[end])
    {
      cost[end] = cost[first] + step;
      from[end] = first;
    }
}

/* Parts the text into the fewest words, as far as the data files know them. */
static void
part_words (OutlayHanText *text)
{
  const OutlayScan *scan = text->scan;
  guint n = scan->n_tokens;
  g_autofree guint *cost = g_new (guint, n + 1);
  g_autofree guint *from = g_new0 (guint, n + 1);

  memset (cost, 0xff, (n + 1) * sizeof *cost);
  cost[0] = 0;
  for (guint at = 0; at < n; at++)
    {
      relax (cost, from, at, at + 1, COST_OF_UNKNOWN);
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (is_word (hit))
            relax (cost, from, at, hit->end, COST_OF_WORD);
        }
    }
  for (guint end = n; end > 0; end = from[end])
    {
      text->cuts[from[end]] = TRUE;
      if (cost[end] - cost[from[end]] == COST_OF_WORD)
        memset (text->known + from[end], 1, end - from[end]);
    }
}

static OutlayHanSide *
new_sides (const OutlayScan *scan, guint n_sides)
{
  OutlayHanSide *sides = g_new0 (OutlayHanSide, n_sides);

  for (guint i = 0; i < n_sides; i++)
    sides[i].features = outlay_features_new (scan->document->record != NULL);
  return sides;
}

static void
free_sides (OutlayHanSide *sides, guint n_sides)
{
  for (guint i = 0; i < n_sides; i++)
    outlay_features_free (sides[i].features);
  g_free (sides);
}

/** outlay_han_text_init: makes @text ready for the search of names in @scan. */
void
outlay_han_text_init (OutlayHanText *text, const OutlayScan *scan, const guint8 *taken)
{
  text->scan = scan;
  text->taken = taken;
  text->closed = g_new0 (guint8, scan->n_tokens + 1);
  text->known = g_new0 (guint8, scan->n_tokens + 1);
  text->cuts = g_new0 (guint8, scan->n_tokens + 1);
  close_tokens (text);
  index_ends (text);
  part_words (text);
  text->repeats = outlay_repeats_new (scan, text->closed);
  text->left = new_sides (scan, 1);
  text->rights = new_sides (scan, OUTLAY_HAN_SIDES);
}

/** outlay_han_text_clear: frees what @text holds. */
void
outlay_han_text_clear (OutlayHanText *text)
{
  free_sides (text->left, 1);
  free_sides (text->rights, OUTLAY_HAN_SIDES);
  g_clear_pointer (&text->closed, g_free);
  g_clear_pointer (&text->known, g_free);
  g_clear_pointer (&text->cuts, g_free);
  g_clear_pointer (&text->by_end, g_free);
  g_clear_pointer (&text->first_by_end, g_free);
  g_clear_pointer (&text->repeats, outlay_repeats_free);
}
