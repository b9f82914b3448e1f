/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* Parts of the longest name, small words among them. */
#define LONGEST_NAME 9

/* Parts of the longest run that is looked at: a line of more capitals is no name, but a headline or
 * a table. */
#define LONGEST_RUN 60

/* Small words of an institution's name: "Banque africaine de développement". */
#define LONGEST_TAIL 6

/* How many small words may stand between two parts of a name: "Zentrum für Luft- und Raumfahrt". */
#define MOST_SMALL_WORDS 3

/* Bytes of the shortest name that begins with a small letter, and of the longest number that a name
 * begins with. */
#define SHORTEST_BRAND         4
#define LONGEST_LEADING_NUMBER 3

/* A part of a run that a name holds whole or not at all. */
typedef struct
{
  guint first;
  guint end;
  gboolean small; /* it only joins others: "of", "&", a hyphen between nouns */
  gboolean tail;  /* a small word that is part of a name, which may end with it but not begin */
} Piece;

/* What looks for candidates. */
typedef struct
{
  const OutlayScan *scan;
  GArray *spans;
  GArray *pieces; /* of the run at hand */
  GHashTable
    *brands;      /* folded words that the text shows to be names though their letter is small */
  guint32 *owner; /* of each token index + 1 of the known name that has it */
  guint8 *taken;  /* of each token whether a known name has it */
} Finder;

static gboolean
cuts_at_hyphens (const OutlayScan *scan)
{
  return scan->lexicon->counted == OUTLAY_COUNTED_CAPITAL;
}

static gboolean
is_apostrophe (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, "'") || outlay_scan_is (scan, at, "’");
}

static gboolean
has_capital (const OutlayScan *scan, guint at)
{
  guint32 flags = at < scan->n_tokens ? scan->tokens[at].flags : 0;

  return flags & OUTLAY_TOKEN_WORD && flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED);
}

/* "L'" before "Etat", "d'" before "Épargne". */
static gboolean
is_elided (const OutlayScan *scan, guint at)
{
  const OutlayHit *article = outlay_scan_find (scan, at, OUTLAY_ENTRY_ARTICLE);
  const OutlayHit *word = outlay_scan_find (scan, at, OUTLAY_ENTRY_FUNCTION);

  return is_apostrophe (scan, at + 1)
         && ((article != NULL && article->end > at + 1) || (word != NULL && word->end > at + 1));
}

/* Whether a mark that stands glued between two tokens makes one word of them. */
static gboolean
is_bond (const OutlayScan *scan, guint at)
{
  guint next = at + 1;

  if (!outlay_scan_looks (scan, at, OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_GLUED)
      || !outlay_scan_looks (scan, next, OUTLAY_TOKEN_GLUED) || scan->used[next])
    return FALSE;
  if (outlay_scan_is (scan, at, "."))
    return outlay_scan_looks (scan, next, OUTLAY_TOKEN_WORD)
           && !(scan->tokens[next].flags & OUTLAY_TOKEN_SENTENCE);
  if (outlay_scan_is (scan, at, "-"))
    return !cuts_at_hyphens (scan)
           && (has_capital (scan, next) || outlay_scan_looks (scan, next, OUTLAY_TOKEN_NUMBER));
  if (outlay_scan_is (scan, at, "&"))
    return has_capital (scan, next);
  return is_apostrophe (scan, at) && has_capital (scan, next) && !is_elided (scan, at - 1);
}

/* Where the word that begins @at ends, with what is glued to it: "N4i", "O'Hara", "Nord.es". */
static guint
skip_unit (const OutlayScan *scan, guint at)
{
  const OutlayHit *legal = outlay_scan_find (scan, at, OUTLAY_ENTRY_LEGAL_AFTER);
  guint end = at + 1;

  for (;;)
    {
      if (is_bond (scan, end))
        end += 2;
      else if (outlay_scan_looks (scan, end, OUTLAY_TOKEN_GLUED) && !scan->used[end]
               && scan->tokens[end].flags & (OUTLAY_TOKEN_WORD | OUTLAY_TOKEN_NUMBER)
               && !(scan->tokens[end].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL)))
        end++;
      else
        break;
    }
  /* "S.A." with its last full stop. */
  return legal != NULL && legal->end > end && outlay_scan_is (scan, legal->end - 1, ".")
           ? legal->end
           : end;
}

static gboolean
is_brand (const Finder *finder, guint at)
{
  return outlay_scan_looks (finder->scan, at, OUTLAY_TOKEN_WORD)
         && g_hash_table_size (finder->brands) > 0
         && g_hash_table_contains (finder->brands, outlay_name_fold (finder->scan, at, at + 1));
}

/* "720 Ventures", "8i". */
static gboolean
is_leading_number (const OutlayScan *scan, guint at)
{
  const OutlayToken *token = &scan->tokens[at];

  return token->flags & OUTLAY_TOKEN_NUMBER && token->end - token->start <= LONGEST_LEADING_NUMBER
         && outlay_scan_goes_on (scan, at + 1) && has_capital (scan, at + 1) && !scan->used[at + 1];
}

/* Whether a part of a name may begin at the token @at. */
static gboolean
starts_piece (const Finder *finder, guint at)
{
  const OutlayScan *scan = finder->scan;

  if (at >= scan->n_tokens || scan->used[at]
      || scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
    return FALSE;
  if (!has_capital (scan, at))
    return is_leading_number (scan, at) || is_brand (finder, at) || finder->taken[at];
  if (is_elided (scan, at))
    return FALSE;
  /* A small word has its capital from the sentence that it begins. */
  return !(scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE)
         || !outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION)
         || scan->tokens[at].flags & OUTLAY_TOKEN_ALL_CAPS || skip_unit (scan, at) > at + 1;
}

static gboolean
is_sign_between (const Finder *finder, guint at)
{
  const OutlayScan *scan = finder->scan;

  if (outlay_scan_is (scan, at, "&") || outlay_scan_is (scan, at, "+"))
    return TRUE;
  if (outlay_scan_is (scan, at, ","))
    return outlay_scan_has (scan, at + 1, OUTLAY_ENTRY_LEGAL_AFTER) && has_capital (scan, at + 1);
  if (outlay_scan_is (scan, at, "-"))
    return cuts_at_hyphens (scan);
  /* "Teachers' Pension Plan" */
  return is_apostrophe (scan, at) && outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED)
         && !outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_GLUED);
}

/* Where a run goes on behind @at, past what only joins its parts; @at where it ends there. */
static guint
skip_joint (const Finder *finder, guint at)
{
  const OutlayScan *scan = finder->scan;
  guint next = at;

  if (is_sign_between (finder, at))
    next = at + 1;
  /* "Luft- und Raumfahrt" */
  else if (outlay_scan_is (scan, at, "-") && outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED))
    next = at + 1;
  for (guint n = 0; n < MOST_SMALL_WORDS && !starts_piece (finder, next); n++)
    {
      const OutlayHit *small = outlay_scan_find (scan, next, OUTLAY_ENTRY_INSIDE);

      if (small == NULL || !outlay_scan_goes_on (scan, next))
        return at;
      next = small->end;
    }
  return outlay_scan_goes_on (scan, next) && starts_piece (finder, next)
             && !(scan->tokens[next].flags & OUTLAY_TOKEN_SENTENCE)
           ? next
           : at;
}

static void
add_piece (Finder *finder, guint first, guint end, gboolean small, gboolean tail)
{
  Piece piece = {first, end, small, tail};

  g_array_append_val (finder->pieces, piece);
}

static gboolean
is_small_letters (const OutlayScan *scan, guint at)
{
  guint32 flags = at < scan->n_tokens ? scan->tokens[at].flags : 0;

  return flags & OUTLAY_TOKEN_WORD && !scan->used[at] && outlay_scan_goes_on (scan, at)
         && !(flags
              & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED | OUTLAY_TOKEN_SENTENCE
                 | OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL));
}

/* Takes the small words behind the institution that ends before @at. Returns where they end. */
static guint
read_tail (Finder *finder, guint at)
{
  const OutlayScan *scan = finder->scan;
  guint last = at + LONGEST_TAIL;

  while (at < last && is_small_letters (scan, at))
    {
      const OutlayHit *inside = outlay_scan_find (scan, at, OUTLAY_ENTRY_INSIDE);
      guint next = inside != NULL ? inside->end : at + 1;

      if (inside != NULL && !is_small_letters (scan, next))
        break;
      if (inside == NULL && outlay_scan_has (scan, at, OUTLAY_ENTRY_FUNCTION))
        break;
      add_piece (finder, at, next, inside != NULL, inside == NULL);
      at = next;
    }
  return at;
}

/* Cuts the run that begins @at in pieces. Returns where it ends. */
static guint
read_run (Finder *finder, guint at)
{
  const OutlayScan *scan = finder->scan;

  g_array_set_size (finder->pieces, 0);
  for (;;)
    {
      guint known = finder->owner[at];
      guint end = known > 0 ? g_array_index (finder->spans, OutlayNameSpan, known - 1).end
                            : skip_unit (scan, at);
      const OutlayHit *institution = outlay_scan_find (scan, at, OUTLAY_ENTRY_INSTITUTION);
      if (known == 0 && institution != NULL)
        end = MAX (end, institution->end);
      add_piece (finder, at, end, FALSE, FALSE);
      if (known == 0 && institution != NULL)
        end = read_tail (finder, end);

      guint next = end;
      if (!outlay_scan_goes_on (scan, end)
          || (end < scan->n_tokens && scan->tokens[end].flags & OUTLAY_TOKEN_SENTENCE))
        return end;
      if (!starts_piece (finder, end) || outlay_scan_looks (scan, end, OUTLAY_TOKEN_GLUED))
        {
          next = skip_joint (finder, end);
          if (next == end)
            return end;
          add_piece (finder, end, next, TRUE, FALSE);
        }
      at = next;
    }
}

static gboolean
is_known (const Finder *finder, guint first, guint end)
{
  guint owner = finder->owner[first];

  return owner > 0 && g_array_index (finder->spans, OutlayNameSpan, owner - 1).end == end;
}

static gboolean
is_adjective (const OutlayScan *scan, guint first, guint end)
{
  const OutlayHit *place = outlay_scan_find (scan, first, OUTLAY_ENTRY_PLACE);

  return place != NULL && place->end == end && place->entry->number == OUTLAY_PLACE_ADJECTIVE;
}

static void
add_candidate (Finder *finder, guint first, guint end, guint run_first, guint run_end)
{
  const OutlayScan *scan = finder->scan;
  OutlayNameSpan span = {.first = first, .end = end, .run_first = run_first, .run_end = run_end};

  if (is_known (finder, first, end) || is_adjective (scan, first, end)
      || (end - first == 1 && outlay_scan_has (scan, first, OUTLAY_ENTRY_FUNCTION)
          && !(scan->tokens[first].flags & OUTLAY_TOKEN_ALL_CAPS)))
    return;
  span.clues = outlay_name_find_clues (scan, finder->taken, first, end);
  if (span.clues & OUTLAY_NAME_COMMON)
    return;
  if (span.clues & (OUTLAY_NAME_TITLED | OUTLAY_NAME_HOLDS_OFFICE))
    span.flags |= OUTLAY_FIND_PERSON;
  span.key = outlay_name_fold (scan, first, end);
  g_array_append_val (finder->spans, span);
}

/* Every stretch of the run that begins and ends with a part that is more than a joint. */
static void
add_candidates_of_run (Finder *finder)
{
  const Piece *pieces = (const Piece *)(gpointer)finder->pieces->data;
  guint n = MIN (finder->pieces->len, LONGEST_RUN);

  for (guint i = 0; i < n; i++)
    {
      for (guint k = i; !pieces[i].small && !pieces[i].tail && k < n && k < i + LONGEST_NAME; k++)
        {
          if (!pieces[k].small)
            add_candidate (finder, pieces[i].first, pieces[k].end, pieces[0].first,
                           pieces[n - 1].end);
        }
    }
}

static gboolean
is_small_word (const OutlayScan *scan, guint at)
{
  const OutlayToken *token = &scan->tokens[at];

  return token->flags & OUTLAY_TOKEN_WORD && token->end - token->start >= SHORTEST_BRAND
         && !(token->flags
              & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED | OUTLAY_TOKEN_IDEOGRAPH
                 | OUTLAY_TOKEN_HANGUL))
         && scan->classes[at] == 0;
}

static gboolean
is_quoted (const OutlayScan *scan, guint at)
{
  static const char *const opening[] = {"\"", "“", "„", "«", "‘", "»"};

  for (guint i = 0; at > 0 && i < G_N_ELEMENTS (opening); i++)
    {
      if (outlay_scan_is (scan, at - 1, opening[i]))
        return outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_PUNCTUATION);
    }
  return FALSE;
}

/* Whether a word with a small letter can only be a name where it stands: it begins a sentence, is a
 * domain, stands in quotes, or follows a noun for organisations. */
static gboolean
shows_brand (const OutlayScan *scan, guint at)
{
  if (!is_small_word (scan, at))
    return FALSE;
  if (at == 0 || scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE)
    return !outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED)
           && outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_WORD);
  if (is_quoted (scan, at) || outlay_scan_has (scan, at + 1, OUTLAY_ENTRY_LEGAL_AFTER))
    return has_capital (scan, at + 1) || is_quoted (scan, at);
  if (is_bond (scan, at + 1))
    return outlay_scan_is (scan, at + 1, ".");
  return cuts_at_hyphens (scan) && has_capital (scan, at - 1) && scan->tokens[at].word == 0
         && outlay_scan_goes_on (scan, at)
         && (outlay_scan_find_before (scan, at, OUTLAY_ENTRY_LEGAL_BEFORE) != NULL
             || outlay_scan_find_before (scan, at, OUTLAY_ENTRY_DESCRIPTION) != NULL);
}

static void
find_brands (Finder *finder)
{
  for (guint i = 0; i < finder->scan->n_tokens; i++)
    {
      if (shows_brand (finder->scan, i))
        g_hash_table_add (finder->brands, (gpointer)outlay_name_fold (finder->scan, i, i + 1));
    }
}

static void
note_known (Finder *finder)
{
  for (guint i = 0; i < finder->spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (finder->spans, OutlayNameSpan, i);

      for (guint at = span->first; at < span->end; at++)
        {
          finder->owner[at] = i + 1;
          finder->taken[at] = 1;
        }
    }
}

/**
 * outlay_name_find_candidates:
 * @spans: (element-type OutlayNameSpan): the known names; where candidates are added
 *
 * Finds words that may name an organisation that no data file lists: all parts of each run of
 * capitalised words, since what stands before or behind a name may have a capital too. They
 * overlap each other, and a known name may be part of one.
 */
void
outlay_name_find_candidates (const OutlayScan *scan, GArray *spans)
{
  Finder finder = {
    .scan = scan,
    .spans = spans,
    .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)),
    .brands = g_hash_table_new (g_str_hash, g_str_equal),
    .owner = g_new0 (guint32, scan->n_tokens + 1),
    .taken = g_new0 (guint8, scan->n_tokens + 1),
  };

  note_known (&finder);
  find_brands (&finder);
  for (guint i = 0; i < scan->n_tokens;)
    {
      if (!starts_piece (&finder, i))
        {
          i++;
          continue;
        }
      i = MAX (read_run (&finder, i), i + 1);
      add_candidates_of_run (&finder);
    }
  g_array_unref (finder.pieces);
  g_hash_table_unref (finder.brands);
  g_free (finder.owner);
  g_free (finder.taken);
}
