/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which articles print one text: agency reports and press releases under many titles. */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-copies.h"

#include <string.h>

#include "base/outlay-text.h"

/* A shingle is four words in a row, or eight characters of a script without spaces. */
#define WORD_WEIGHT    2
#define LETTER_WEIGHT  1
#define SHINGLE_WEIGHT 8

/*
 * Who prints an agency's report adds an introduction, cuts its end and touches a word here and
 * there: half the shingles of the shorter text are still those of the longer one. Two reports of
 * one event that were written apart share fewer than one in ten, even where both quote one
 * statement.
 */
#define COPIED_PERCENT 50

/* Of shorter texts a quoted sentence may be half. */
#define LEAST_SHINGLES 24

/* The smallest numbers of a set are a fair sample of it, and the same ones wherever most of it
 * recurs: two texts one of which is an eighth of the other share four of 32. */
#define SKETCH_SIZE 32

typedef struct
{
  guint64 hash;
  guint weight;
} Token;

/* Spreads the bits, so that any of them can order shingles by chance. The constants are those of
 * the finalizer of MurmurHash3. */
static guint64
scatter (guint64 number)
{
  number = (number ^ number >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  number = (number ^ number >> 33) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return number ^ number >> 33;
}

static gboolean
is_unspaced (gunichar c)
{
  if (c < 0xe00)
    return FALSE;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
end_word (GArray *tokens, guint64 *word)
{
  Token token = {*word, WORD_WEIGHT};

  if (*word == 0)
    return;
  g_array_append_val (tokens, token);
  *word = 0;
}

static GArray *
split_tokens (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  guint64 word = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = outlay_text_get_char (at);

      if (!outlay_text_is_alnum (c))
        end_word (tokens, &word);
      else if (is_unspaced (c))
        {
          Token token = {scatter (c), LETTER_WEIGHT};

          end_word (tokens, &word);
          g_array_append_val (tokens, token);
        }
      else
        word = scatter (word + c + 1);
    }
  end_word (tokens, &word);
  return tokens;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *)a, second = *(const guint32 *)b;

  return first < second ? -1 : first > second;
}

static void
sort_and_join (GArray *numbers)
{
  guint kept = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if (kept == 0 || number != g_array_index (numbers, guint32, kept - 1))
        g_array_index (numbers, guint32, kept++) = number;
    }
  g_array_set_size (numbers, kept);
}

/**
 * outlay_link_get_shingles:
 * @text: of an article
 *
 * Case, accents, punctuation and white space make no difference.
 *
 * Returns: (transfer full) (element-type guint32): numbers that stand for the runs of a few words
 *   in @text, each once, ascending. The same text has the same numbers on every machine.
 */
GArray *
outlay_link_get_shingles (const char *text)
{
  g_autofree char *folded = outlay_text_fold (text);
  g_autoptr (GArray) tokens = split_tokens (folded);
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint first = 0; first < tokens->len; first++)
    {
      guint64 shingle = 0;
      guint weight = 0;

      for (guint i = first; i < tokens->len && weight < SHINGLE_WEIGHT; i++)
        {
          const Token *token = &g_array_index (tokens, Token, i);

          shingle = scatter (shingle + token->hash);
          weight += token->weight;
        }
      if (weight < SHINGLE_WEIGHT)
        break;
      guint32 number = (guint32)shingle;
      g_array_append_val (shingles, number);
    }
  sort_and_join (shingles);
  return shingles;
}

/**
 * outlay_link_get_sketch:
 * @shingles: as outlay_link_get_shingles() gives them
 *
 * Returns: (transfer full) (element-type guint32): a few of @shingles, of which a copy of the text
 *   has two at least; none where the text is too short to be known as a copy.
 */
GArray *
outlay_link_get_sketch (const GArray *shingles)
{
  GArray *sketch = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (shingles->len >= LEAST_SHINGLES)
    g_array_append_vals (sketch, shingles->data, MIN (shingles->len, SKETCH_SIZE));
  return sketch;
}

/**
 * outlay_link_is_copy:
 * @a: the shingles of a text
 * @b: the shingles of another
 *
 * Returns: whether the shorter text is mostly the other's.
 */
gboolean
outlay_link_is_copy (const GArray *a, const GArray *b)
{
  guint shorter = MIN (a->len, b->len);
  guint shared = 0;

  if (shorter < LEAST_SHINGLES)
    return FALSE;
  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint32 first = g_array_index (a, guint32, i), second = g_array_index (b, guint32, j);

      shared += first == second;
      i += first <= second;
      j += second <= first;
    }
  return (guint64)shared * 100 >= (guint64)shorter * COPIED_PERCENT;
}
