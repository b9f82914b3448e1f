/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-words.h"

#include <string.h>

/* How many words, and how many tokens, a name has at most. */
#define MOST_WORDS   4
#define LONGEST_NAME 20

/* Tokens of the longest particle, and bytes of the longest ending. */
#define LONGEST_PARTICLE 4
#define LONGEST_ENDING   63

/* Bytes of a Latin word that may be a name by itself. */
#define SHORTEST_LATIN 2

/* Hangul syllables, and how many final consonants they are counted by. */
#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE  0xd7a3
#define N_FINALS       28

/* The consonant behind which some particles are those for vowels. */
#define FINAL_L 8

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

/* "C&T", "X-calder": marks that join what they stand between. */
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

/* Behind which sounds the tokens from @at to before @end stand as an ending, 0 where they are none.
 */
static guint
get_ending_sounds (const OutlayScan *scan, guint at, guint end)
{
  gsize length = scan->tokens[end - 1].end - scan->tokens[at].start;
  char ending[LONGEST_ENDING + 1];

  if (length > LONGEST_ENDING)
    return 0;
  memcpy (ending, outlay_scan_get_text (scan, at), length);
  ending[length] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (scan->lexicon->ending_sounds, ending));
}

/* The final consonant of the Hangul syllable @at, by its place in the order of Unicode (chapter
 * 3.12 of the standard); 0 for none, -1 for what is no such syllable. */
static int
get_final (const OutlayScan *scan, guint at)
{
  gunichar c = g_utf8_get_char (outlay_scan_get_text (scan, at));

  return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE ? (int)((c - FIRST_SYLLABLE) % N_FINALS) : -1;
}

/**
 * outlay_name_skip_particle:
 *
 * Returns: index of the token behind the particle that begins at @at, @at where none does. It must
 *   end at @end, and go with the sound that the word before it ends in.
 */
guint
outlay_name_skip_particle (const OutlayScan *scan, guint at, guint end)
{
  int final = at > 0 ? get_final (scan, at - 1) : -1;
  guint sounds = OUTLAY_ENDING_ANY;

  if (final != 0)
    sounds |= OUTLAY_ENDING_CLOSED;
  if (final <= 0 || final == FINAL_L)
    sounds |= OUTLAY_ENDING_OPEN;
  return get_ending_sounds (scan, at, end) & sounds ? end : at;
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

static gboolean
is_latin (const OutlayScan *scan, const Word *word)
{
  for (guint at = word->first; at < word->end; at++)
    {
      if (scan->tokens[at].flags & (OUTLAY_TOKEN_HANGUL | OUTLAY_TOKEN_IDEOGRAPH))
        return FALSE;
    }
  return TRUE;
}

/* How many Latin words fill the brackets that the word at @index is the first in, 0 where something
 * else does: such a row is one name, no word of it is. */
static guint
count_in_brackets (const OutlayScan *scan, const GArray *words, guint index)
{
  const Word *first = &g_array_index (words, Word, index);

  if (first->first == 0 || !outlay_scan_is (scan, first->first - 1, "("))
    return 0;
  for (guint n = 1; n <= MOST_WORDS && index + n <= words->len; n++)
    {
      const Word *word = &g_array_index (words, Word, index + n - 1);

      if (!is_latin (scan, word) || (n > 1 && word->first != (word - 1)->end))
        return 0;
      if (outlay_scan_is (scan, word->end, ")"))
        return n;
    }
  return 0;
}

/* The candidates that begin with the word at @index. Returns how many words they use up. */
static guint
add_rows (
  GArray *stretches, const OutlayScan *scan, const guint8 *taken, const GArray *words, guint index)
{
  const Word *first = &g_array_index (words, Word, index);
  guint inner = skip_head (scan, first);
  guint n_bracket = count_in_brackets (scan, words, index);

  if (n_bracket > 0)
    {
      guint end = g_array_index (words, Word, index + n_bracket - 1).end;

      add_stretch (stretches, scan, taken, first->first, end, end, n_bracket);
      return n_bracket;
    }
  if (inner > first->first)
    add_forms (stretches, scan, taken, inner, first, 1);
  for (guint n = 1; n <= MOST_WORDS && index + n <= words->len; n++)
    {
      const Word *last = &g_array_index (words, Word, index + n - 1);

      if (n > 1 && !goes_on (scan, last - 1, last))
        break;
      add_forms (stretches, scan, taken, first->first, last, n);
    }
  return 1;
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

  for (guint i = 0; i < words->len;)
    i += add_rows (stretches, scan, taken, words, i);
  return stretches;
}
