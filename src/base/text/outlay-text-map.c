/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both texts are cut into words, and single characters where those make no words; the words that
 * both have in the same order are found by the greedy algorithm of E. W. Myers, "An O(ND)
 * difference algorithm and its variations" (1986).
 */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-text-map.h"

#include <string.h>

/* Texts that differ in more words are taken for different between their common start and end: the
 * memory grows with the square of it. */
#define MOST_EDITS 1500

/* Of a word no other text has. */
#define NOWHERE G_MAXUINT

/* The same bytes in both texts. */
typedef struct
{
  gsize from;
  gsize to;
  gsize length;
} Piece;

struct _OutlayTextMap
{
  GArray *pieces;
};

typedef struct
{
  const char *text;
  GArray *words;
} Words;

typedef struct
{
  Words from;
  Words to;
  guint start; /* words that both begin with */
  guint n;     /* words behind them that @from has before the common end */
  guint m;     /* and @to */
} Comparison;

/* Letters of scripts that part words by spaces make words; all else stands alone. */
static gboolean
joins (gunichar character)
{
  return g_unichar_isalnum (character) && !g_unichar_iswide (character);
}

static Words
cut (const char *text)
{
  Words words = {text, g_array_new (FALSE, FALSE, sizeof (OutlaySpan))};
  const char *at = text;

  while (*at != '\0')
    {
      const char *end = g_utf8_next_char (at);

      while (joins (g_utf8_get_char (at)) && joins (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      OutlaySpan word = {(gsize)(at - text), (gsize)(end - text)};
      g_array_append_val (words.words, word);
      at = end;
    }
  return words;
}

static OutlaySpan
get_word (const Words *words, guint index)
{
  return g_array_index (words->words, OutlaySpan, index);
}

static gboolean
is_same (const Comparison *comparison, guint from, guint to)
{
  OutlaySpan a = get_word (&comparison->from, from);
  OutlaySpan b = get_word (&comparison->to, to);

  return a.end - a.start == b.end - b.start
         && memcmp (comparison->from.text + a.start, comparison->to.text + b.start, a.end - a.start)
              == 0;
}

static void
leave_out_common (Comparison *comparison)
{
  guint n = comparison->from.words->len, m = comparison->to.words->len;

  while (comparison->start < MIN (n, m)
         && is_same (comparison, comparison->start, comparison->start))
    comparison->start++;
  while (n > comparison->start && m > comparison->start && is_same (comparison, n - 1, m - 1))
    {
      n--;
      m--;
    }
  comparison->n = n - comparison->start;
  comparison->m = m - comparison->start;
}

/* How far a path gets on diagonal @k by one more edit: @reached has those with one less. */
static int
step (const int *reached, int d, int k)
{
  return k == -d || (k != d && reached[k - 1] < reached[k + 1]) ? reached[k + 1]
                                                                : reached[k - 1] + 1;
}

static int
slide (const Comparison *comparison, int x, int k)
{
  while (x < (int)comparison->n && x - k < (int)comparison->m
         && is_same (comparison, comparison->start + (guint)x, comparison->start + (guint)(x - k)))
    x++;
  return x;
}

/* What every number of edits reaches, from 0 to the least that suffices; %NULL where those are too
 * many. */
static GPtrArray *
search (const Comparison *comparison)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  int n = (int)comparison->n, m = (int)comparison->m, most = MIN (n + m, MOST_EDITS);
  g_autofree int *all = g_new0 (int, 2 * (gsize)most + 3);
  int *reached = all + most + 1;

  for (int d = 0; d <= most; d++)
    {
      g_ptr_array_add (steps, g_memdup2 (reached - d - 1, (2 * (gsize)d + 3) * sizeof *reached));
      for (int k = -d; k <= d; k += 2)
        {
          reached[k] = slide (comparison, step (reached, d, k), k);
          if (reached[k] >= n && reached[k] - k >= m)
            return g_steal_pointer (&steps);
        }
    }
  return NULL;
}

/* Goes back on the path that @steps found, and notes of each word of @from that it kept where in
 * @to it is. */
static void
go_back (const Comparison *comparison, const GPtrArray *steps, guint *places)
{
  int x = (int)comparison->n, y = (int)comparison->m;

  for (int d = (int)steps->len - 1; d >= 0; d--)
    {
      const int *reached = (const int *)g_ptr_array_index (steps, (guint)d) + d + 1;
      int k = x - y, begin = step (reached, d, k);

      for (; x > begin; x--)
        places[comparison->start + (guint)x - 1] = comparison->start + (guint)(x - k) - 1;
      /* By a word more of @to, or one less of @from. */
      y = begin - k;
      if (k == -d || (k != d && reached[k - 1] < reached[k + 1]))
        y--;
      else
        x--;
    }
}

static void
add_piece (OutlayTextMap *map, OutlaySpan from, OutlaySpan to)
{
  Piece piece = {from.start, to.start, from.end - from.start};

  if (map->pieces->len > 0)
    {
      Piece *last = &g_array_index (map->pieces, Piece, map->pieces->len - 1);

      if (last->from + last->length == piece.from && last->to + last->length == piece.to)
        {
          last->length += piece.length;
          return;
        }
    }
  g_array_append_val (map->pieces, piece);
}

static void
compare (OutlayTextMap *map, Comparison *comparison)
{
  guint n_words = comparison->from.words->len;
  g_autofree guint *places = g_new (guint, (gsize)n_words + 1);

  leave_out_common (comparison);
  for (guint i = 0; i < n_words; i++)
    {
      if (i < comparison->start)
        places[i] = i;
      else if (i < comparison->start + comparison->n)
        places[i] = NOWHERE;
      else
        places[i] = i - comparison->n + comparison->m;
    }
  g_autoptr (GPtrArray) steps = search (comparison);
  if (steps != NULL)
    go_back (comparison, steps, places);
  for (guint i = 0; i < n_words; i++)
    {
      if (places[i] != NOWHERE)
        add_piece (map, get_word (&comparison->from, i), get_word (&comparison->to, places[i]));
    }
}

/**
 * outlay_text_map_new:
 * @from: a text in UTF-8
 * @to: what became of it
 *
 * Returns: (transfer full): where the words of @from stand in @to.
 */
OutlayTextMap *
outlay_text_map_new (const char *from, const char *to)
{
  OutlayTextMap *map = g_new0 (OutlayTextMap, 1);
  Comparison comparison = {cut (from), cut (to), 0, 0, 0};

  map->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  compare (map, &comparison);
  g_array_unref (comparison.from.words);
  g_array_unref (comparison.to.words);
  return map;
}

/** outlay_text_map_free: frees @map. */
void
outlay_text_map_free (OutlayTextMap *map)
{
  g_array_unref (map->pieces);
  g_free (map);
}

/**
 * outlay_text_map_find:
 * @span: of the text from before
 * @found: (out): of the other: from the first to the last of the words of @span that it still has,
 *   with what came between them
 *
 * Returns: whether any is left.
 */
gboolean
outlay_text_map_find (const OutlayTextMap *map, OutlaySpan span, OutlaySpan *found)
{
  gboolean any = FALSE;

  for (guint i = 0; i < map->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (map->pieces, Piece, i);
      gsize start = MAX (span.start, piece->from);
      gsize end = MIN (span.end, piece->from + piece->length);

      if (start >= end)
        continue;
      if (!any)
        found->start = piece->to + (start - piece->from);
      found->end = piece->to + (end - piece->from);
      any = TRUE;
    }
  return any;
}
