/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-words.h"

#include <string.h>

/* How many words, and how many tokens, a name has at most. */
#define MOST_WORDS   4
#define LONGEST_NAME 20

/* Tokens of the longest particle. */
#define LONGEST_PARTICLE 4

/* Bytes of a Latin word that may be a name by itself. */
#define SHORTEST_LATIN 2

/* A word: glued tokens without a mark that parts them. */
typedef struct
{
  guint first;
  guint end;
} Word;

static gboolean
is_letter (const OutlayScan *scan, guint at)
{
  return at < scan->n_tokens && !scan->used[at]
         && scan->tokens[at].flags
              & (OUTLAY_TOKEN_HANGUL | OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_WORD
                 | OUTLAY_TOKEN_NUMBER);
}

static gboolean
is_glued (const OutlayScan *scan, guint at)
{
  return outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED);
}

/* "C&T", "X-energy": marks that join what they stand between. */
static gboolean
is_joint (const OutlayScan *scan, guint at)
{
  return is_glued (scan, at) && is_glued (scan, at + 1) && is_letter (scan, at + 1)
         && (outlay_scan_is (scan, at, "&") || outlay_scan_is (scan, at, "-")
             || outlay_scan_is (scan, at, ".") || outlay_scan_is (scan, at, "+"));
}

/** outlay_name_find_word_end: Returns: index behind the last token of the word that @first is in.
 */
guint
outlay_name_find_word_end (const OutlayScan *scan, guint first)
{
  guint end = first + 1;

  while (end < scan->n_tokens && is_glued (scan, end)
         && (is_letter (scan, end) || is_joint (scan, end)))
    end++;
  return end;
}

static GArray *
find_words (const OutlayScan *scan)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint at = 0; at < scan->n_tokens;)
    {
      Word word = {at, at + 1};

      if (is_letter (scan, at))
        {
          word.end = outlay_name_find_word_end (scan, at);
          g_array_append_val (words, word);
        }
      at = word.end;
    }
  return words;
}

/**
 * outlay_name_skip_particle:
 *
 * Returns: index of the token behind the particle that begins at @at, @at where none does. It must
 *   end at @end.
 */
guint
outlay_name_skip_particle (const OutlayScan *scan, guint at, guint end)
{
  GStrv endings = scan->lexicon->endings;
  const char *text = outlay_scan_get_text (scan, at);
  gsize length = scan->tokens[end - 1].end - scan->tokens[at].start;

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    {
      if (strlen (endings[i]) == length && memcmp (text, endings[i], length) == 0)
        return end;
    }
  return at;
}

static gboolean
is_wholly (const OutlayScan *scan, guint first, guint end, OutlayEntryClass class)
{
  const OutlayHit *hit = outlay_scan_find (scan, first, class);

  return hit != NULL && hit->end >= end;
}

static gboolean
is_known (const guint8 *taken, guint first, guint end)
{
  while (first < end && taken[first])
    first++;
  return first == end;
}

static gboolean
is_number (const OutlayScan *scan, guint first, guint end)
{
  for (guint at = first; at < end; at++)
    {
      if (scan->tokens[at].flags
          & (OUTLAY_TOKEN_HANGUL | OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_IDEOGRAPH))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_be_name (const OutlayScan *scan, const guint8 *taken, guint first, guint end)
{
  const OutlayToken *token = &scan->tokens[first];

  if (end - first > LONGEST_NAME || is_known (taken, first, end) || is_number (scan, first, end))
    return FALSE;
  if (end - first == 1
      && (!(token->flags & OUTLAY_TOKEN_WORD) || token->end - token->start < SHORTEST_LATIN))
    return FALSE;
  return !is_wholly (scan, first, end, OUTLAY_ENTRY_COMMON)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_FUNCTION)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_DESCRIPTION)
         && !is_wholly (scan, first, end, OUTLAY_ENTRY_POWER);
}

static void
add_stretch (GArray *stretches,
             const OutlayScan *scan,
             const guint8 *taken,
             guint first,
             guint end,
             guint tail,
             guint n_words)
{
  OutlayNameStretch stretch
    = {.span = {.first = first, .end = end}, .tail = tail, .n_words = n_words};

  if (!may_be_name (scan, taken, first, end))
    return;
  stretch.span.key = outlay_name_fold (scan, first, end);
  g_array_append_val (stretches, stretch);
}

/* The word's last one as it stands and without each particle that may end it. */
static void
add_forms (GArray *stretches,
           const OutlayScan *scan,
           const guint8 *taken,
           guint first,
           const Word *last,
           guint n_words)
{
  add_stretch (stretches, scan, taken, first, last->end, last->end, n_words);
  for (guint at = last->end - 1; at > last->first && at + LONGEST_PARTICLE >= last->end; at--)
    {
      if (outlay_name_skip_particle (scan, at, last->end) > at)
        add_stretch (stretches, scan, taken, first, at, last->end, n_words);
    }
}

static gboolean
has_particle (const OutlayScan *scan, const Word *word)
{
  for (guint at = word->end - 1; at > word->first && at + LONGEST_PARTICLE >= word->end; at--)
    {
      if (outlay_name_skip_particle (scan, at, word->end) > at)
        return TRUE;
    }
  return FALSE;
}

/* Whether a name may go on from the word before into this one. */
static gboolean
goes_on (const OutlayScan *scan, const Word *before, const Word *word)
{
  return word->first == before->end && outlay_scan_goes_on (scan, word->first)
         && scan->tokens[word->first].sentence == scan->tokens[before->first].sentence
         && !has_particle (scan, before);
}

/* Where within a word a name may begin too: behind a country ("미국마이크론") or a legal form. */
static guint
skip_head (const OutlayScan *scan, const Word *word)
{
  const OutlayHit *form = outlay_scan_find (scan, word->first, OUTLAY_ENTRY_LEGAL_BEFORE);
  const OutlayHit *place = outlay_scan_find (scan, word->first, OUTLAY_ENTRY_PLACE);
  const OutlayHit *head = form != NULL ? form : place;

  return head != NULL && head->end < word->end ? head->end : word->first;
}

/**
 * outlay_name_cut_words:
 * @taken: of each token whether a known name has it
 *
 * Returns: (transfer full) (element-type OutlayNameStretch): the words, with particles and without,
 *   and the rows of words that may be names.
 */
GArray *
outlay_name_cut_words (const OutlayScan *scan, const guint8 *taken)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (OutlayNameStretch));
  g_autoptr (GArray) words = find_words (scan);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *first = &g_array_index (words, Word, i);
      guint inner = skip_head (scan, first);

      if (inner > first->first)
        add_forms (stretches, scan, taken, inner, first, 1);
      for (guint n = 1; n <= MOST_WORDS && i + n <= words->len; n++)
        {
          const Word *last = &g_array_index (words, Word, i + n - 1);

          if (n > 1 && !goes_on (scan, last - 1, last))
            break;
          add_forms (stretches, scan, taken, first->first, last, n);
        }
    }
  return stretches;
}
