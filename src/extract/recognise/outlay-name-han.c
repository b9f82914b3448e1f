/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-han.h"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/outlay-name-span.h"

#include <string.h>

/* Tokens of the longest and the shortest name. */
#define LONGEST_NAME  20
#define SHORTEST_NAME 2

/* How likely a candidate must be an organisation that may be a party. */
#define LEAST_NAME 0.4

/* What a sure mention of a name is worth for another of the same words. */
#define WORTH_OF_OTHER 0.9

/* By how much of its likelihood a longer candidate goes before a shorter one, a token. */
#define WORTH_OF_TOKEN 0.04

/* How many Han characters stand in a Chinese text for one of a script that Chinese has not. */
#define LEAST_HAN 20

typedef struct
{
  guint first;
  guint end;
  const char *key;
  double share;
} Candidate;

/* Where names may begin and end, by what the lexicon knows. */
typedef struct
{
  OutlayHanText text;
  guint8 *starts;
  guint8 *ends;
} Search;

static gboolean
is_hiragana (gunichar c)
{
  return c >= 0x3041 && c <= 0x309f;
}

/**
 * outlay_name_is_han:
 *
 * Returns: whether the text is written in Han characters alone, as Chinese is.
 */
gboolean
outlay_name_is_han (const OutlayScan *scan)
{
  guint n_han = 0, n_other = 0;

  for (guint at = 0; at < scan->n_tokens; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      if (flags & OUTLAY_TOKEN_HANGUL
          || (flags & OUTLAY_TOKEN_IDEOGRAPH
              && is_hiragana (g_utf8_get_char (outlay_scan_get_text (scan, at)))))
        n_other++;
      else if (flags & OUTLAY_TOKEN_IDEOGRAPH)
        n_han++;
    }
  return n_han > n_other * LEAST_HAN;
}

static gboolean
is_latin (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_WORD)
         && !(scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL));
}

/* A mark or digits inside a name in Latin letters: "Mubadala-X", "AT&T", "Data4". */
static gboolean
is_latin_joint (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (at == 0 || !is_latin (scan, at - 1))
    return FALSE;
  if (flags & OUTLAY_TOKEN_NUMBER)
    return (flags & OUTLAY_TOKEN_GLUED) != 0;
  if (outlay_scan_is (scan, at, "&"))
    return is_latin (scan, at + 1);
  return (outlay_scan_is (scan, at, "-") || outlay_scan_is (scan, at, "'")
          || outlay_scan_is (scan, at, "’") || outlay_scan_is (scan, at, "."))
         && flags & OUTLAY_TOKEN_GLUED && is_latin (scan, at + 1)
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
close_tokens (Search *search)
{
  const OutlayScan *scan = search->text.scan;
  guint8 *closed = search->text.closed;

  for (guint at = 0; at < scan->n_tokens; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      closed[at] = search->text.taken[at] || scan->used[at]
                   || (flags & (OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_NUMBER)
                       && !is_latin_joint (scan, at));
    }
  for (guint at = 0; at + 2 < scan->n_tokens; at++)
    {
      if (closed[at] && !search->text.taken[at])
        open_seat (scan, closed, at);
    }
}

static void
index_ends (OutlayHanText *text)
{
  const GArray *hits = text->scan->hits;
  guint n = text->scan->n_tokens;

  text->first_by_end = g_new0 (guint32, n + 3);
  text->by_end = g_new (guint32, hits->len + 1);
  for (guint i = 0; i < hits->len; i++)
    text->first_by_end[g_array_index (hits, OutlayHit, i).end + 2]++;
  for (guint at = 1; at < n + 3; at++)
    text->first_by_end[at] += text->first_by_end[at - 1];
  for (guint i = 0; i < hits->len; i++)
    text->by_end[text->first_by_end[g_array_index (hits, OutlayHit, i).end + 1]++] = i;
}

/* A known word parts what stands before it from what stands behind it. */
static void
mark_hit (Search *search, const OutlayHit *hit)
{
  switch (hit->entry->class)
    {
    case OUTLAY_ENTRY_LEGAL_AFTER:
      search->ends[hit->end] = TRUE;
      break;
    case OUTLAY_ENTRY_PLACE:
      search->starts[hit->first] = TRUE;
      search->starts[hit->end] = TRUE;
      search->ends[hit->first] = TRUE;
      search->ends[hit->end] = TRUE;
      break;
    case OUTLAY_ENTRY_CUE:
    case OUTLAY_ENTRY_FUNCTION:
    case OUTLAY_ENTRY_COMMON:
    case OUTLAY_ENTRY_PERSON:
    case OUTLAY_ENTRY_LEGAL_BEFORE:
    case OUTLAY_ENTRY_DESCRIPTION:
    case OUTLAY_ENTRY_HEDGE_BEFORE:
    case OUTLAY_ENTRY_HEDGE_AFTER:
      search->starts[hit->end] = TRUE;
      search->ends[hit->first] = TRUE;
      break;
    default:
      break;
    }
}

static void
mark_edges (Search *search)
{
  const OutlayScan *scan = search->text.scan;
  const guint8 *closed = search->text.closed;

  for (guint i = 0; i < scan->hits->len; i++)
    mark_hit (search, &g_array_index (scan->hits, OutlayHit, i));
  for (guint at = 0; at < scan->n_tokens; at++)
    {
      gboolean apart = at == 0 || closed[at - 1] || !outlay_scan_goes_on (scan, at)
                       || is_latin (scan, at) != is_latin (scan, at - 1);

      if (closed[at])
        search->ends[at] = TRUE;
      else if (apart)
        search->starts[at] = search->ends[at] = TRUE;
      /* Inside a name in Latin letters nothing parts. */
      if (at > 0 && !closed[at] && (is_latin_joint (scan, at) || is_latin_joint (scan, at - 1)))
        search->starts[at] = search->ends[at] = FALSE;
    }
  search->ends[scan->n_tokens] = TRUE;
}

/* Whether the tokens are one known word and nothing else. */
static gboolean
is_known_word (const OutlayScan *scan, guint first, guint end)
{
  for (guint i = scan->first_hit[first]; i < scan->first_hit[first + 1]; i++)
    {
      const OutlayHit *hit = &g_array_index (scan->hits, OutlayHit, i);

      if (hit->end == end
          && (hit->entry->class == OUTLAY_ENTRY_FUNCTION || hit->entry->class == OUTLAY_ENTRY_COMMON
              || hit->entry->class == OUTLAY_ENTRY_LEGAL_AFTER))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_candidate (const Search *search, guint first, guint end)
{
  const OutlayScan *scan = search->text.scan;
  const OutlayRepeat *repeat;

  if (end - first < SHORTEST_NAME && !is_latin (scan, first))
    return FALSE;
  if (is_known_word (scan, first, end))
    return FALSE;
  if (search->starts[first] && search->ends[end])
    return TRUE;
  repeat = outlay_repeats_get (search->text.repeats, first, end);
  return repeat != NULL && repeat->count > 1 && repeat->free_left && repeat->free_right
         && !is_latin (scan, first) && !is_latin (scan, end - 1);
}

static void
judge (const Search *search, OutlayFeatures *features, Candidate *candidate)
{
  const OutlayScan *scan = search->text.scan;
  g_autofree char *words = NULL;

  outlay_features_clear (features);
  outlay_han_text_add_features (&search->text, candidate->first, candidate->end, features);
  if (scan->document->record != NULL)
    words = g_strndup (outlay_scan_get_text (scan, candidate->first),
                       scan->tokens[candidate->end - 1].end - scan->tokens[candidate->first].start);
  candidate->share = outlay_decide (scan->document, OUTLAY_DECISION_NAME, words, features).share[1];
}

static GArray *
find_candidates (const Search *search)
{
  const OutlayScan *scan = search->text.scan;
  g_autoptr (OutlayFeatures) features = outlay_features_new (scan->document->record != NULL);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint first = 0; first < scan->n_tokens; first++)
    {
      guint last = MIN (first + LONGEST_NAME, scan->n_tokens);

      for (guint at = first; at < last && !search->text.closed[at]; at++)
        {
          if (at > first && !outlay_scan_goes_on (scan, at))
            break;
          if (!is_candidate (search, first, at + 1))
            continue;
          Candidate candidate = {first, at + 1, outlay_name_fold (scan, first, at + 1), 0};

          judge (search, features, &candidate);
          g_array_append_val (candidates, candidate);
        }
    }
  return candidates;
}

/* What is a name in one place is one in another. */
static void
share_among_same (GArray *candidates)
{
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const double *known = g_hash_table_lookup (best, candidate->key);

      if (known == NULL || *known < candidate->share)
        g_hash_table_insert (best, (gpointer)candidate->key, (gpointer)&candidate->share);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double other = *(const double *)g_hash_table_lookup (best, candidate->key);

      candidate->share = MAX (candidate->share, other * WORTH_OF_OTHER);
    }
}

static double
rank (const Candidate *candidate)
{
  return candidate->share * (1 + WORTH_OF_TOKEN * (candidate->end - candidate->first));
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  double first = rank (one), second = rank (other);

  if (first > second || first < second)
    return first > second ? -1 : 1;
  return one->first < other->first ? -1 : one->first > other->first;
}

static gboolean
is_free (const guint8 *held, const Candidate *candidate)
{
  return memchr (held + candidate->first, 1, candidate->end - candidate->first) == NULL;
}

/* Takes the likeliest of those that overlap. */
static void
take_names (const OutlayScan *scan, GArray *candidates, GArray *spans)
{
  g_autofree guint8 *held = g_new0 (guint8, scan->n_tokens + 1);

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->share < LEAST_NAME || !is_free (held, candidate))
        continue;
      OutlayNameSpan span = {.first = candidate->first,
                             .end = candidate->end,
                             .key = candidate->key,
                             .score = OUTLAY_NAME_ENOUGH,
                             .strong = TRUE};
      memset (held + span.first, 1, span.end - span.first);
      g_array_append_val (spans, span);
    }
}

/**
 * outlay_name_find_han:
 * @spans: (element-type OutlayNameSpan): where the names are added
 * @taken: of each token whether a known name has it
 *
 * Finds organisations that no data file lists in a text whose words nothing parts. Every run of
 * characters between words that the lexicon knows, and every one that the text comes back to in
 * other company, may be one; each is weighed, and of those that overlap the likeliest is taken.
 */
void
outlay_name_find_han (const OutlayScan *scan, GArray *spans, const guint8 *taken)
{
  Search search = {.text = {.scan = scan, .taken = taken}};
  g_autofree guint8 *closed = search.text.closed = g_new0 (guint8, scan->n_tokens + 1);
  g_autofree guint8 *starts = search.starts = g_new0 (guint8, scan->n_tokens + 1);
  g_autofree guint8 *ends = search.ends = g_new0 (guint8, scan->n_tokens + 1);

  close_tokens (&search);
  index_ends (&search.text);
  mark_edges (&search);
  search.text.repeats = outlay_repeats_new (scan, closed);
  g_autoptr (GArray) candidates = find_candidates (&search);
  share_among_same (candidates);
  take_names (scan, candidates, spans);
  outlay_repeats_free (search.text.repeats);
  g_free (search.text.by_end);
  g_free (search.text.first_by_end);
}
