/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-span.h"

#include <string.h>

/* What speaks for a run of capitalised words being an organisation, and against it. */
#define SCORE_LEGAL_FORM    3  /* "AG", "Energy" ends it */
#define SCORE_INTRODUCED    3  /* "the operator" before it */
#define SCORE_APPOSITION    2  /* ", a data center operator," behind or before it */
#define SCORE_COORDINATED   2  /* "Oracle, X and SoftBank", on each side */
#define SCORE_SHAPE         2  /* "DataBank", "Data4" */
#define SCORE_CAPITALS      1  /* "CSC" */
#define SCORE_MID_SENTENCE  2  /* where a language writes only names with a capital */
#define SCORE_ACTS          1  /* a verb of paying or saying follows */
#define SCORE_NEAR_MONEY    1  /* a preposition before it, and an amount in the sentence */
#define SCORE_SEVERAL_WORDS 1  /* and no noun that the lexicon knows */
#define SCORE_HEAD_NOUN     1  /* a noun that says what it is before it */
#define SCORE_RETURNS       1  /* the text comes back to it */
#define SCORE_LEADS         1  /* such a name is the first word of a sentence */
#define SCORE_AT_PLACE      -2 /* "in Boydton" */

/* How far an apposition reaches. */
#define REACH_OF_APPOSITION 8

/* How far a figure may stand from a name that it is about. */
#define REACH_OF_FIGURE 30

#define LONGEST_NAME 9

/* How often a name stands in a text that returns to it, and in one that is about it. */
#define FEW_RETURNS  2
#define MANY_RETURNS 3

/* A run while it is judged. */
typedef struct
{
  const OutlayScan *scan;
  const guint8 *taken;
  guint first;
  guint end;
  int score;
  gboolean strong; /* something speaks for an organisation, not only for a name */
} Run;

static gboolean
has_cue (const OutlayScan *scan, guint at, const char *class_name, const char *value)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];
      const OutlayCue *cue = hit->entry->data;

      if (hit->entry->class == OUTLAY_ENTRY_CUE && strcmp (cue->class_name, class_name) == 0
          && (value == NULL || strcmp (cue->value, value) == 0))
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
is_capital (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  return flags & OUTLAY_TOKEN_WORD && flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED);
}

/* Digits that are part of a name: glued to its letters, or before a capitalised word. */
static gboolean
is_name_number (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_NUMBER))
    return FALSE;
  return at + 1 < scan->n_tokens && scan->tokens[at + 1].flags & OUTLAY_TOKEN_GLUED
         && is_capital (scan, at + 1);
}

/* Whether the token @at can be a word of an unknown name. */
static gboolean
is_name_word (const OutlayScan *scan, const guint8 *taken, guint at)
{
  if (at >= scan->n_tokens || taken[at] || scan->used[at])
    return FALSE;
  if (scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
    return FALSE;
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION)
      && !outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_AFTER)
      && !(scan->tokens[at].flags & OUTLAY_TOKEN_ALL_CAPS))
    return FALSE;
  return is_capital (scan, at) || is_name_number (scan, at);
}

/* Where the name goes on behind @at: past a sign that joins the parts of names. */
static guint
skip_joint (const OutlayScan *scan, const guint8 *taken, guint at)
{
  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_PUNCTUATION))
    return at;
  gboolean glued = scan->tokens[at].flags & OUTLAY_TOKEN_GLUED
                   && outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_GLUED);
  if (outlay_scan_is (scan, at, "&") && is_name_word (scan, taken, at + 1))
    return at + 1;
  if (glued && outlay_scan_is (scan, at, ".")
      && outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_WORD))
    return at + 1;
  if (glued
      && (outlay_scan_is (scan, at, "-") || outlay_scan_is (scan, at, "'")
          || outlay_scan_is (scan, at, "’"))
      && is_name_word (scan, taken, at + 1))
    return at + 1;
  return at;
}

/* "University of Utah", "Danish Centre for AI": a small word may join an institution to its field.
 */
static guint
skip_small_word (const OutlayScan *scan, const guint8 *taken, guint at)
{
  if (at == 0 || !outlay_scan_has (scan, at - 1, OUTLAY_ENTRY_LEGAL_AFTER)
      || !outlay_scan_has (scan, at, OUTLAY_ENTRY_INSIDE) || !outlay_scan_goes_on (scan, at))
    return at;
  return is_name_word (scan, taken, at + 1) ? at + 1 : at;
}

/* A noun before a name, which is no part of it: "Betreiber", "Tập đoàn". */
static const OutlayHit *
find_introduction (const OutlayScan *scan, guint at)
{
  return outlay_scan_find (scan, at, OUTLAY_ENTRY_LEGAL_BEFORE);
}

/* Reads the run of name words from @at on. */
static guint
find_end (const OutlayScan *scan, const guint8 *taken, guint at)
{
  guint end = at;

  while (
    end - at < LONGEST_NAME && is_name_word (scan, taken, end)
    && (end == at
        || (outlay_scan_goes_on (scan, end) && !(scan->tokens[end].flags & OUTLAY_TOKEN_SENTENCE))))
    {
      if (end > at && writes_nouns_capital (scan) && find_introduction (scan, end) != NULL
          && !outlay_scan_is (scan, end - 1, "&"))
        return end;
      end++;
      while (outlay_scan_looks (scan, end, OUTLAY_TOKEN_NUMBER | OUTLAY_TOKEN_GLUED)
             && !scan->used[end])
        end++;
      guint next = skip_joint (scan, taken, end);
      if (next == end)
        next = skip_small_word (scan, taken, end);
      if (next != end && next < scan->n_tokens && !taken[next])
        {
          /* Behind a full stop a small letter may follow: "Green.ch". */
          end = is_name_word (scan, taken, next) ? next : next + 1;
        }
    }
  return end;
}

static gboolean
is_common (const OutlayScan *scan, guint at)
{
  return outlay_scan_has (scan, at, OUTLAY_ENTRY_COMMON)
         || outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION);
}

/* Takes words that are no part of the name from the ends of the run. */
static void
trim (Run *run)
{
  const OutlayScan *scan = run->scan;

  while (run->end > run->first
         && (scan->tokens[run->end - 1].flags & OUTLAY_TOKEN_PUNCTUATION
             || (is_common (scan, run->end - 1) && run->end - run->first > 1
                 && !outlay_scan_has (scan, run->end - 1, OUTLAY_ENTRY_LEGAL_AFTER))))
    run->end--;
  while (run->end > run->first
         && (scan->tokens[run->first].flags & OUTLAY_TOKEN_PUNCTUATION
             || outlay_scan_has (scan, run->first, OUTLAY_ENTRY_LEGAL_BEFORE)
             || (scan->tokens[run->first].flags & OUTLAY_TOKEN_SENTENCE && run->end - run->first > 1
                 && is_common (scan, run->first))))
    run->first++;
}

/* "dem Stromerzeuger KMW": where nouns have a capital, a plain one between an article and a name.
 */
static void
drop_head_noun (Run *run)
{
  const OutlayScan *scan = run->scan;
  guint32 flags = scan->tokens[run->first].flags;
  guint rest = run->first + 1;

  if (!writes_nouns_capital (scan) || rest >= run->end || run->first == 0
      || flags & (OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_MIXED | OUTLAY_TOKEN_NUMBER)
      || scan->tokens[rest].flags & OUTLAY_TOKEN_PUNCTUATION
      || outlay_scan_has (scan, run->first, OUTLAY_ENTRY_PLACE)
      || outlay_scan_has (scan, rest, OUTLAY_ENTRY_LEGAL_AFTER)
      || !(is_common (scan, run->first)
           || scan->tokens[rest].flags & (OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_MIXED)))
    return;
  if (outlay_scan_find_before (scan, run->first, OUTLAY_ENTRY_ARTICLE) != NULL
      && outlay_scan_goes_on (scan, run->first))
    {
      run->first = rest;
      run->score += SCORE_HEAD_NOUN;
    }
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

static guint
count_words (const Run *run)
{
  guint n = 0;

  for (guint at = run->first; at < run->end; at++)
    n += (run->scan->tokens[at].flags & OUTLAY_TOKEN_WORD) != 0;
  return n;
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

static void
add_evidence (Run *run, int score)
{
  run->score += score;
  run->strong = TRUE;
}

/* Capitals say nothing among others: "FOR IMMEDIATE RELEASE". */
static gboolean
stands_among_capitals (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint32 before = run->first > 0 && outlay_scan_goes_on (scan, run->first)
                     ? scan->tokens[run->first - 1].flags
                     : 0;
  guint32 behind = outlay_scan_goes_on (scan, run->end) ? scan->tokens[run->end].flags : 0;

  return (before | behind) & OUTLAY_TOKEN_ALL_CAPS || !((before | behind) & OUTLAY_TOKEN_WORD);
}

static void
judge_form (Run *run)
{
  const OutlayScan *scan = run->scan;
  gboolean first = scan->tokens[run->first].flags & OUTLAY_TOKEN_SENTENCE;
  gboolean shape = FALSE, capitals = FALSE;

  for (guint at = run->first; at < run->end; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      shape |= (flags & OUTLAY_TOKEN_MIXED) != 0 || flags & OUTLAY_TOKEN_NUMBER;
      capitals
        |= flags & OUTLAY_TOKEN_ALL_CAPS && !is_common (scan, at) && !stands_among_capitals (run);
    }
  if (outlay_scan_has (scan, run->end - 1, OUTLAY_ENTRY_LEGAL_AFTER) && run->end - run->first > 1)
    add_evidence (run, SCORE_LEGAL_FORM);
  if (shape)
    add_evidence (run, SCORE_SHAPE + (first ? SCORE_LEADS : 0));
  else if (capitals)
    add_evidence (run, writes_nouns_capital (scan) ? SCORE_SHAPE : SCORE_CAPITALS);
  if (count_words (run) > 1)
    run->score += SCORE_SEVERAL_WORDS;
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

static gboolean
has_apposition_behind (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint sentence = scan->tokens[run->first].sentence;

  if (!outlay_scan_is (scan, run->end, ",") && !outlay_scan_is (scan, run->end, "–")
      && !outlay_scan_is (scan, run->end, "("))
    return FALSE;
  for (guint at = run->end + 1; at < run->end + REACH_OF_APPOSITION && at < scan->n_tokens; at++)
    {
      if (scan->tokens[at].sentence != sentence || outlay_scan_is (scan, at, ",") || run->taken[at])
        return FALSE;
      if (outlay_scan_has (scan, at, OUTLAY_ENTRY_DESCRIPTION))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_apposition_before (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint sentence = scan->tokens[run->first].sentence;

  if (run->first < 2 || !outlay_scan_is (scan, run->first - 1, ","))
    return FALSE;
  for (guint back = 2; back < REACH_OF_APPOSITION && back <= run->first; back++)
    {
      guint at = run->first - back;

      if (scan->tokens[at].sentence != sentence || outlay_scan_is (scan, at, ",") || run->taken[at])
        return FALSE;
      if (outlay_scan_has (scan, at, OUTLAY_ENTRY_DESCRIPTION))
        return TRUE;
    }
  return FALSE;
}

static gboolean
joins (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, ",") || has_cue (scan, at, "join", NULL);
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

static void
judge_company (Run *run)
{
  if (is_introduced (run))
    add_evidence (run, SCORE_INTRODUCED);
  if (has_apposition_behind (run) || has_apposition_before (run))
    add_evidence (run, SCORE_APPOSITION);
  if (follows_known (run))
    add_evidence (run, SCORE_COORDINATED);
  if (precedes_known (run))
    add_evidence (run, SCORE_COORDINATED);
}

/* Whether an amount, a capacity or a date stands near in the sentence. */
static gboolean
has_figure_near (const Run *run)
{
  const OutlayScan *scan = run->scan;
  guint from = run->first > REACH_OF_FIGURE ? run->first - REACH_OF_FIGURE : 0;

  for (guint at = from; at < scan->n_tokens && at < run->end + REACH_OF_FIGURE; at++)
    {
      if (scan->used[at] && scan->tokens[at].sentence == scan->tokens[run->first].sentence)
        return TRUE;
    }
  return FALSE;
}

static void
judge_syntax (Run *run)
{
  const OutlayScan *scan = run->scan;
  gboolean first = scan->tokens[run->first].flags & OUTLAY_TOKEN_SENTENCE;

  if (!first && !writes_nouns_capital (scan))
    run->score += SCORE_MID_SENTENCE;
  for (guint at = run->end; at < run->end + 2; at++)
    {
      if (has_cue (scan, at, "pays", "subject") || has_cue (scan, at, "pays", "object"))
        {
          run->score += SCORE_ACTS;
          /* Two plain words that act are as often a person. */
          run->strong |= count_words (run) == 1;
          break;
        }
    }
  if (first || run->first == 0)
    return;
  guint before = run->first - 1;
  if (has_cue (scan, before, "link", "in") && !run->strong)
    run->score += SCORE_AT_PLACE;
  else if (has_cue (scan, before, "link", NULL) && has_figure_near (run))
    run->score += SCORE_NEAR_MONEY;
}

static void
judge (Run *run)
{
  judge_form (run);
  judge_company (run);
  judge_syntax (run);
}

/* Glued to a name that is known it is a product or a compound: "Nvidia GB300", "Nokia-Aktie". */
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

static void
add_candidate (GArray *spans, Run *run)
{
  OutlayNameSpan span = {.first = run->first,
                         .end = run->end,
                         .key = outlay_name_fold (run->scan, run->first, run->end)};

  if (is_person (run) || has_role_behind (run))
    {
      span.flags |= OUTLAY_FIND_PERSON;
      span.score = G_MININT;
    }
  else
    {
      judge (run);
      span.score = run->score;
      span.strong = run->strong;
    }
  g_array_append_val (spans, span);
}

/* How often the text has each candidate's words. */
static GHashTable *
count_names (const GArray *spans, guint from)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, span->key));

      g_hash_table_insert (counts, (gpointer)span->key, GINT_TO_POINTER (count + 1));
    }
  return counts;
}

/**
 * outlay_name_weigh_returns:
 * @from: index of the first candidate
 *
 * A name that returns is what the text is about; one that nothing strong speaks for is none.
 */
void
outlay_name_weigh_returns (GArray *spans, guint from)
{
  g_autoptr (GHashTable) counts = count_names (spans, from);

  for (guint i = from; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, span->key));

      if (span->flags & OUTLAY_FIND_PERSON)
        continue;
      if (count >= FEW_RETURNS)
        span->score += SCORE_RETURNS;
      if (count >= MANY_RETURNS && span->end - span->first == 1)
        span->strong = TRUE;
      if (!span->strong)
        span->score = MIN (span->score, OUTLAY_NAME_ENOUGH - 1);
    }
}

/**
 * outlay_name_find_candidates:
 * @spans: (element-type OutlayNameSpan): where they are added, in the order of the text, with their
 *   scores
 * @taken: of each token whether a known name has it
 *
 * Finds runs of words that may name an organisation that no data file lists, and judges each by how
 * it looks and what stands around it. Persons are among them, marked as such.
 */
void
outlay_name_find_candidates (const OutlayScan *scan, GArray *spans, const guint8 *taken)
{
  for (guint i = 0; i < scan->n_tokens;)
    {
      if (!is_name_word (scan, taken, i))
        {
          i++;
          continue;
        }
      Run run = {.scan = scan, .taken = taken, .first = i, .end = find_end (scan, taken, i)};
      i = MAX (run.end, i + 1);
      trim (&run);
      drop_head_noun (&run);
      if (run.end <= run.first || is_place (&run) || all_common (&run) || hangs_on_known (&run)
          || is_compound_noun (&run))
        continue;
      add_candidate (spans, &run);
    }
}
