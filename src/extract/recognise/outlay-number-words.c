/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-number-words.h"

#include <string.h>

/* A hundred as number words count, in thousandths. */
#define LEAST_HUNDRED 100000

/* Number words so far: a sum of finished parts, and the part being read. All in thousandths. */
typedef struct
{
  gint64 sum;
  gint64 part;
  gboolean any;
  gboolean about;
} Words;

static gboolean
add_word (Words *words, const OutlayEntry *entry)
{
  if (entry->class == OUTLAY_ENTRY_NUMBER_TIMES)
    {
      gint64 part = words->part != 0 ? words->part : 1000;

      if (words->sum > 0 && words->part == 0)
        return FALSE;
      words->sum += part * entry->number;
      words->part = 0;
    }
  else
    {
      /* "vingt-cinq" adds up, "zwei drei" are two numbers. */
      if (words->part != 0 && (words->part < 20000 || entry->number >= 20000))
        return FALSE;
      words->part += entry->number;
    }
  words->about |= entry->class == OUTLAY_ENTRY_NUMBER_ABOUT;
  words->any = TRUE;
  return TRUE;
}

/* A word inside a phrase that begins before it is no number: "tư" in "đầu tư". */
static const OutlayHit *
find_number_word (const OutlayScan *scan, guint at)
{
  if (scan->inside[at < scan->n_tokens ? at : 0])
    return NULL;
  const OutlayHit *times = outlay_scan_find (scan, at, OUTLAY_ENTRY_NUMBER_TIMES);
  const OutlayHit *about = outlay_scan_find (scan, at, OUTLAY_ENTRY_NUMBER_ABOUT);
  const OutlayHit *longest = outlay_scan_find (scan, at, OUTLAY_ENTRY_NUMBER);

  if (times != NULL && (longest == NULL || times->end > longest->end))
    longest = times;
  if (about != NULL && (longest == NULL || about->end >= longest->end))
    longest = about;
  return longest;
}

static const OutlayEntry *
get_number_word (const OutlayPhrases *phrases, const char *folded, gsize length)
{
  const OutlayEntry *entry
    = outlay_phrases_get_word (phrases, folded, length, OUTLAY_ENTRY_NUMBER_TIMES);

  return entry != NULL ? entry
                       : outlay_phrases_get_word (phrases, folded, length, OUTLAY_ENTRY_NUMBER);
}

/* Splits a number word that is written as one ("dreihundertfünfzig") by the words of the lexicon.
 */
static gboolean
split_number_word (const OutlayScan *scan, guint at, Words *words)
{
  const OutlayPhrases *phrases = scan->lexicon->phrases;
  const char *joiner = scan->lexicon->number_joiner;
  const char *folded = outlay_document_get_folded (scan->document, at);
  gsize length = strlen (folded);
  gsize from = 0;

  while (from < length)
    {
      gsize joined = joiner != NULL ? strlen (joiner) : 0;
      const OutlayEntry *entry = NULL;
      gsize to;

      if (joined > 0 && from > 0 && from + joined < length
          && memcmp (folded + from, joiner, joined) == 0)
        from += joined;
      for (to = length; to > from; to--)
        {
          entry = get_number_word (phrases, folded + from, to - from);
          if (entry != NULL)
            break;
        }
      if (entry == NULL)
        return FALSE;
      /* "fünfundzwanzig": the ones stand before the tens. */
      if (entry->class == OUTLAY_ENTRY_NUMBER && words->part > 0 && words->part < 10000
          && entry->number >= 20000)
        words->part += entry->number;
      else if (!add_word (words, entry))
        return FALSE;
      from = to;
    }
  return words->any;
}

/* Whether the word @at may be several number words in one: the unit that it counts follows. */
static gboolean
may_be_split (const OutlayScan *scan, guint at)
{
  if (!scan->lexicon->compound_numbers || !outlay_scan_looks (scan, at, OUTLAY_TOKEN_WORD))
    return FALSE;
  guint next = outlay_quantity_skip_hyphen (scan, at + 1);
  return outlay_scan_goes_on (scan, next)
         && (outlay_scan_has (scan, next, OUTLAY_ENTRY_SCALE)
             || outlay_scan_has (scan, next, OUTLAY_ENTRY_POWER));
}

/* Whether the word is the first of several that are one scale: "dos mil millones". */
static gboolean
begins_scale (const OutlayScan *scan, const OutlayHit *word)
{
  return outlay_scan_has (scan, word->first, OUTLAY_ENTRY_SCALE)
         && outlay_scan_has (scan, word->end, OUTLAY_ENTRY_SCALE);
}

/* Past the "e" of "mil e duzentos": behind thousands only hundreds are joined so. */
static guint
skip_and (const OutlayScan *scan, guint at, const Words *words)
{
  if (words->sum == 0 || words->part != 0 || !outlay_scan_is_and (scan, at))
    return at;
  const OutlayHit *hit = find_number_word (scan, at + 1);
  return hit != NULL && hit->entry->class == OUTLAY_ENTRY_NUMBER
             && hit->entry->number >= LEAST_HUNDRED
             && !outlay_scan_has (scan, hit->end, OUTLAY_ENTRY_NUMBER_TIMES)
           ? at + 1
           : at;
}

/* A syllable that another one stands right before is no number: "이" in "회사이". */
static gboolean
is_cut_from_word (const OutlayScan *scan, guint at)
{
  return at > 0 && outlay_scan_looks (scan, at, OUTLAY_TOKEN_HANGUL | OUTLAY_TOKEN_GLUED)
         && outlay_scan_looks (scan, at - 1, OUTLAY_TOKEN_HANGUL);
}

/**
 * outlay_number_words_read:
 * @quantity: (out): the number, in thousandths
 *
 * Returns: whether the token @at begins a number in words; a scale word is none.
 */
gboolean
outlay_number_words_read (const OutlayScan *scan, guint at, OutlayQuantity *quantity)
{
  Words words = {0};
  guint end = at, next = at;
  const OutlayHit *hit;

  if (is_cut_from_word (scan, at))
    return FALSE;
  while ((next == at || outlay_scan_goes_on (scan, next))
         && (hit = find_number_word (scan, next)) != NULL
         && !(words.any && begins_scale (scan, hit)) && add_word (&words, hit->entry))
    {
      end = hit->end;
      next = skip_and (scan, outlay_quantity_skip_hyphen (scan, end), &words);
    }
  if (!words.any && may_be_split (scan, at) && split_number_word (scan, at, &words))
    end = at + 1;
  if (!words.any)
    return FALSE;
  *quantity = (OutlayQuantity){.mantissa = words.sum + words.part,
                               .exponent = -3,
                               .about = words.about,
                               .hedge = -1,
                               .end = end};
  return TRUE;
}
