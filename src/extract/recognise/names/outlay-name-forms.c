/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms that one name has in a text: with its legal form and without, as an abbreviation, by
 * the word that is its own, in another script.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* Bytes of the shortest word that may stand for a whole name. */
#define SHORTEST_SHORT_FORM 3

/* Letters of the shortest abbreviation that is known by its letters alone, and of the longest. */
#define LEAST_INITIALS 3
#define MOST_INITIALS  8

/* Tokens between a name and the end of another that may stand in its bracket. */
#define LONGEST_TRANSCRIBED 2

/* Bytes of a legal form that are compared. */
#define LONGEST_FORM 256

/* What says of a company how it is incorporated, and nothing else; the commonest of the
 * abbreviations that ISO 20275 lists. */
static const char *const legal_forms[] = {
  "inc", "incorporated", "corp", "corporation", "co",  "company", "ltd", "limited", "llc",
  "plc", "lp",           "llp",  "ag",          "se",  "gmbh",    "kg",  "kgaa",    "sa",
  "sas", "spa",          "srl",  "nv",          "bv",  "ab",      "as",  "asa",     "oyj",
  "oy",  "kk",           "pte",  "pty",         "bhd", "berhad",  "tbk", "jsc",     "pbc",
};

/* Where the legal form that begins @at ends, with its full stops ("N.V."); @at where none does. */
static guint
skip_legal_form (const OutlayScan *scan, guint at)
{
  const OutlayHit *hit = outlay_scan_find (scan, at, OUTLAY_ENTRY_LEGAL_AFTER);
  guint end = hit == NULL ? at + 1 : hit->end;
  char letters[LONGEST_FORM];
  char *last = letters;

  *last = '\0';
  for (guint i = at; i < end && last - letters + OUTLAY_TOKEN_LONGEST + 1 < LONGEST_FORM; i++)
    {
      if (!(scan->tokens[i].flags & OUTLAY_TOKEN_PUNCTUATION))
        last = g_stpcpy (last, outlay_document_get_folded (scan->document, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (legal_forms); i++)
    {
      if (strcmp (letters, legal_forms[i]) == 0)
        return end;
    }
  return at;
}

/**
 * outlay_name_spell_initials:
 * @incorporated: whether the first letter of a legal form counts too
 * @initials: (out caller-allocated): room for OUTLAY_NAME_INITIALS bytes
 *
 * Spells the first letters of the words of @span that have a capital, as an abbreviation has them.
 *
 * Returns: whether they are enough for one.
 */
gboolean
outlay_name_spell_initials (const OutlayScan *scan,
                            const OutlayNameSpan *span,
                            gboolean incorporated,
                            char *initials)
{
  guint n = 0;

  for (guint at = span->first, next; at < span->end && n <= MOST_INITIALS; at = next)
    {
      guint behind = skip_legal_form (scan, at);

      next = MAX (behind, at + 1);
      if (!(scan->tokens[at].flags & OUTLAY_TOKEN_CAPITAL) || (!incorporated && behind > at))
        continue;
      initials += g_unichar_to_utf8 (
        g_utf8_get_char (outlay_document_get_folded (scan->document, at)), initials);
      n++;
    }
  *initials = '\0';
  return n >= LEAST_INITIALS && n <= MOST_INITIALS;
}

/* Whether a word of a name says what the organisation is, not which. */
static gboolean
is_generic (const OutlayScan *scan, guint at)
{
  static const OutlayEntryClass classes[] = {
    OUTLAY_ENTRY_LEGAL_BEFORE, OUTLAY_ENTRY_LEGAL_AFTER, OUTLAY_ENTRY_INSTITUTION,
    OUTLAY_ENTRY_INSIDE,       OUTLAY_ENTRY_DESCRIPTION, OUTLAY_ENTRY_COMMON,
    OUTLAY_ENTRY_FUNCTION,     OUTLAY_ENTRY_ARTICLE,     OUTLAY_ENTRY_TERRITORY,
    OUTLAY_ENTRY_PLACE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (outlay_scan_has (scan, at, classes[i]))
        return TRUE;
    }
  return !(scan->tokens[at].flags & OUTLAY_TOKEN_CAPITAL);
}

/**
 * outlay_name_find_own_word:
 *
 * Returns: (transfer none) (nullable): the first word that tells @span from others of its sort,
 *   folded: its first one, or the one behind "Grupo" and the like.
 */
const char *
outlay_name_find_own_word (const OutlayScan *scan, const OutlayNameSpan *span)
{
  guint at = span->first;
  const char *word;

  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_COMMON)
      || outlay_scan_has (scan, at, OUTLAY_ENTRY_PLACE)
      || outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_BEFORE)
      || outlay_scan_has (scan, at, OUTLAY_ENTRY_INSTITUTION))
    while (at < span->end && is_generic (scan, at))
      at++;
  if (at == span->end)
    return NULL;
  word = outlay_name_fold (scan, at, at + 1);
  return strlen (word) >= SHORTEST_SHORT_FORM ? word : NULL;
}

/**
 * outlay_name_find_incorporated:
 *
 * Returns: (transfer none) (nullable): the listed organisation whose name stands in @span with
 *   nothing but a legal form behind it ("Norvik Inc").
 */
const OutlayOrganisation *
outlay_name_find_incorporated (const OutlayScan *scan, const OutlayNameSpan *span)
{
  const OutlayHit *hit = outlay_scan_find (scan, span->first, OUTLAY_ENTRY_ORGANISATION);

  if (hit == NULL || hit->end >= span->end)
    return NULL;
  for (guint at = hit->end; at < span->end;)
    {
      guint end = skip_legal_form (scan, at);

      if (end == at && !outlay_scan_looks (scan, at, OUTLAY_TOKEN_PUNCTUATION))
        return NULL;
      at = MAX (end, at + 1);
    }
  return hit->entry->data;
}

static gboolean
is_latin (const OutlayScan *scan, const OutlayNameSpan *span)
{
  return !(scan->tokens[span->first].flags
           & (OUTLAY_TOKEN_HANGUL | OUTLAY_TOKEN_KATAKANA | OUTLAY_TOKEN_IDEOGRAPH));
}

/* The name right before the bracket that @index fills with a name in another script. */
static OutlayNameSpan *
find_transcribed (const OutlayScan *scan, GArray *spans, guint index)
{
  const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, index);

  if (span->first < 2
      || !(outlay_scan_is (scan, span->first - 1, "(")
           || outlay_scan_is (scan, span->first - 1, "（"))
      || !(outlay_scan_is (scan, span->end, ")") || outlay_scan_is (scan, span->end, "）")))
    return NULL;
  for (guint i = index; i > 0; i--)
    {
      OutlayNameSpan *other = &g_array_index (spans, OutlayNameSpan, i - 1);

      if (other->end == span->first - 1 && is_latin (scan, other) != is_latin (scan, span))
        return other;
      if (other->end + LONGEST_TRANSCRIBED < span->first)
        break;
    }
  return NULL;
}

/* "노르빅데이터(Norvik Data)": a name in two scripts is one, wherever it stands. */
static void
tie_transcribed (const OutlayScan *scan,
                 GArray *spans,
                 const OutlayNameSpan *name,
                 const OutlayNameSpan *bracketed)
{
  const OutlayOrganisation *organisation
    = name->organisation != NULL ? name->organisation : bracketed->organisation;
  const char *key = name->key != NULL ? name->key : outlay_name_fold (scan, name->first, name->end);
  const char *written = outlay_name_fold (scan, bracketed->first, bracketed->end);

  for (guint i = 0; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (span->organisation != NULL
          || (g_strcmp0 (span->key, key) != 0 && g_strcmp0 (span->key, written) != 0))
        continue;
      span->organisation = organisation;
      span->key = key;
      if (organisation != NULL)
        span->flags |= OUTLAY_FIND_KNOWN;
    }
}

/**
 * outlay_name_tie_brackets:
 * @spans: (element-type OutlayNameSpan): the names found, in the order of the text
 *
 * Ties a name to that in another script which a bracket puts behind it.
 */
void
outlay_name_tie_brackets (const OutlayScan *scan, GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      OutlayNameSpan *name = find_transcribed (scan, spans, i);

      if (name != NULL && !((name->flags | span->flags) & OUTLAY_FIND_PERSON)
          && (name->organisation == NULL || span->organisation == NULL))
        tie_transcribed (scan, spans, name, span);
    }
}
