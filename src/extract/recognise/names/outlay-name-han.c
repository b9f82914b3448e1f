/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-han.h"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* Tokens of the longest and the shortest name. */
#define LONGEST_NAME  20
#define SHORTEST_NAME 2

/* How likely a candidate must be an organisation that may be a party. */
#define LEAST_NAME 0.15

/* And one that begins with a name that the data files list. */
#define LEAST_ABOVE_KNOWN 0.5

/* What a sure mention of a name is worth for another of the same words. */
#define WORTH_OF_OTHER 0.8

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

  /* Words of a language with spaces can't part such a text. */
  if (scan->lexicon->counted != OUTLAY_COUNTED_LISTED)
    return FALSE;
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

/* A known word parts what stands before it from what stands behind it. */
static void
mark_hit (Search *search, const OutlayHit *hit)
{
  switch (hit->entry->class)
    {
    case OUTLAY_ENTRY_LEGAL_AFTER:
    case OUTLAY_ENTRY_FIELD:
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

/* Names begin and end where known words end and begin, or where the script changes. */
static gboolean
is_apart (const OutlayHanText *text, guint at)
{
  const OutlayScan *scan = text->scan;

  if (at == 0 || text->closed[at - 1] || !outlay_scan_goes_on (scan, at))
    return TRUE;
  if (outlay_han_text_is_latin (scan, at) != outlay_han_text_is_latin (scan, at - 1))
    return TRUE;
  return text->cuts[at] && (text->known[at] || text->known[at - 1]);
}

/* A mark or digits that belong to a name: what is beside them is no edge. */
static gboolean
is_inner_mark (const OutlayHanText *text, guint at)
{
  return !text->closed[at]
         && text->scan->tokens[at].flags & (OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_NUMBER);
}

static void
mark_edges (Search *search)
{
  const OutlayHanText *text = &search->text;
  const OutlayScan *scan = text->scan;

  for (guint i = 0; i < scan->first_hit[scan->n_tokens]; i++)
    mark_hit (search, &scan->hits[i]);
  for (guint at = 0; at < scan->n_tokens; at++)
    {
      if (text->closed[at])
        search->ends[at] = TRUE;
      else if (is_apart (text, at))
        search->starts[at] = search->ends[at] = TRUE;
      if (is_inner_mark (text, at) || (at > 0 && is_inner_mark (text, at - 1)))
        search->starts[at] = search->ends[at] = text->closed[at];
    }
  search->ends[scan->n_tokens] = TRUE;
}

/* Whether the tokens are a place, which is no organisation by itself. */
static gboolean
is_place (const OutlayScan *scan, guint first, guint end)
{
  const OutlayHit *place = outlay_scan_find (scan, first, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->end == end;
}

/* Whether the tokens are one known word and nothing else. */
static gboolean
is_known_word (const OutlayScan *scan, guint first, guint end)
{
  for (guint i = scan->first_hit[first]; i < scan->first_hit[first + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

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

  if (end - first < SHORTEST_NAME && !outlay_han_text_is_latin (scan, first))
    return FALSE;
  if (is_known_word (scan, first, end) || is_place (scan, first, end))
    return FALSE;
  if (search->starts[first] && search->ends[end])
    return TRUE;
  repeat = outlay_repeats_get (search->text.repeats, first, end);
  return repeat != NULL && repeat->count > 1 && repeat->free_left && repeat->free_right
         && !outlay_han_text_is_latin (scan, first) && !outlay_han_text_is_latin (scan, end - 1);
}

/* Where it stands and its words, for the record. */
static char *
dup_subject (const OutlayScan *scan, const Candidate *candidate)
{
  const char *text = outlay_scan_get_text (scan, candidate->first);
  gsize length = scan->tokens[candidate->end - 1].end - scan->tokens[candidate->first].start;
  g_autofree char *words = g_strndup (text, length);

  return g_strdup_printf ("%u\t%u\t%s", candidate->first, candidate->end,
                          g_strdelimit (words, "\t\n", ' '));
}

static void
judge (const Search *search, OutlayFeatures *features, Candidate *candidate)
{
  const OutlayDocument *document = search->text.scan->document;
  g_autofree char *subject
    = document->record != NULL ? dup_subject (search->text.scan, candidate) : NULL;

  outlay_features_clear (features);
  outlay_han_text_add_features (&search->text, candidate->first, candidate->end, features);
  candidate->share = outlay_decide (document, OUTLAY_DECISION_NAME, subject, features).share[1];
}

static void
add_candidate (
  const Search *search, OutlayFeatures *features, guint first, guint end, GArray *candidates)
{
  Candidate candidate = {first, end, outlay_name_fold (search->text.scan, first, end), 0};

  judge (search, features, &candidate);
  g_array_append_val (candidates, candidate);
}

/* Behind the known name that begins with the token @first, @first where none does. */
static guint
skip_known (const OutlayHanText *text, guint first)
{
  guint end = first;

  if (first > 0 && text->taken[first - 1])
    return first;
  while (end < text->scan->n_tokens && text->taken[end]
         && (end == first || outlay_scan_goes_on (text->scan, end)))
    end++;
  return end;
}

/* "蔚来资本": a known name may begin a longer one, of another. */
static void
find_wider (const Search *search, OutlayFeatures *features, guint first, GArray *candidates)
{
  const OutlayScan *scan = search->text.scan;
  guint last = MIN (first + LONGEST_NAME, scan->n_tokens);

  for (guint at = skip_known (&search->text, first);
       at > first && at < last && !search->text.closed[at] && outlay_scan_goes_on (scan, at); at++)
    {
      if (search->ends[at + 1])
        add_candidate (search, features, first, at + 1, candidates);
    }
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
          if (is_candidate (search, first, at + 1))
            add_candidate (search, features, first, at + 1, candidates);
        }
      if (search->text.taken[first])
        find_wider (search, features, first, candidates);
    }
  return candidates;
}

/* What is a name in one place is one in another. */
static void
share_among_same (GArray *candidates)
{
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree double *shares = g_new (double, candidates->len + 1);

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const double *known = g_hash_table_lookup (best, candidate->key);

      shares[i] = candidate->share;
      if (known == NULL || *known < candidate->share)
        g_hash_table_insert (best, (gpointer)candidate->key, &shares[i]);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double other = *(const double *)g_hash_table_lookup (best, candidate->key);

      candidate->share = (1 - WORTH_OF_OTHER) * candidate->share + WORTH_OF_OTHER * other;
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

/* Takes the known names out that a longer one begins with. */
static void
drop_covered (GArray *spans, const guint8 *held)
{
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (!held[span->first])
        g_array_index (spans, OutlayNameSpan, kept++) = *span;
    }
  g_array_set_size (spans, kept);
}

static double
get_least (const OutlayHanText *text, const Candidate *candidate)
{
  return text->taken[candidate->first] ? LEAST_ABOVE_KNOWN : LEAST_NAME;
}

/* Takes the likeliest of those that overlap. Returns how many of the known ones are left. */
static guint
take_names (const OutlayHanText *text, GArray *candidates, GArray *spans)
{
  g_autofree guint8 *held = g_new0 (guint8, text->scan->n_tokens + 1);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (OutlayNameSpan));

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->share < get_least (text, candidate) || !is_free (held, candidate))
        continue;
      OutlayNameSpan span = {.first = candidate->first,
                             .end = candidate->end,
                             .key = candidate->key,
                             .score = OUTLAY_NAME_ENOUGH,
                             .strong = TRUE,
                             .share = candidate->share};
      memset (held + span.first, 1, span.end - span.first);
      g_array_append_val (names, span);
    }
  drop_covered (spans, held);
  guint from = spans->len;
  g_array_append_vals (spans, names->data, names->len);
  return from;
}

/* Known names tell, where weights are learnt, how a name stands in a text. */
static void
record_known (const OutlayScan *scan, const GArray *spans)
{
  g_autofree guint8 *none = g_new0 (guint8, scan->n_tokens + 1);
  g_autoptr (OutlayFeatures) features = outlay_features_new (TRUE);
  Search search = {.starts = NULL, .ends = NULL};

  outlay_han_text_init (&search.text, scan, none);
  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      Candidate candidate = {span->first, span->end, NULL, 0};

      judge (&search, features, &candidate);
    }
  outlay_han_text_clear (&search.text);
}

/**
 * outlay_name_find_han:
 * @spans: (element-type OutlayNameSpan): the known names; where the others are added, and those
 *   taken out that one of the others begins with
 * @taken: of each token whether a known name has it
 *
 * Finds organisations that no data file lists in a text whose words nothing parts. Every run of
 * characters between words that the lexicon knows, and every one that the text comes back to in
 * other company, may be one; each is weighed, and of those that overlap the likeliest is taken.
 */
void
outlay_name_find_han (const OutlayScan *scan, GArray *spans, const guint8 *taken)
{
  g_autofree guint8 *starts = g_new0 (guint8, scan->n_tokens + 1);
  g_autofree guint8 *ends = g_new0 (guint8, scan->n_tokens + 1);
  Search search = {.starts = starts, .ends = ends};

  outlay_han_text_init (&search.text, scan, taken);
  mark_edges (&search);
  g_autoptr (GArray) candidates = find_candidates (&search);
  share_among_same (candidates);
  if (scan->document->record != NULL)
    record_known (scan, spans);
  guint from = take_names (&search.text, candidates, spans);
  outlay_name_tie_han (scan, spans, from);
  outlay_han_text_clear (&search.text);
}
