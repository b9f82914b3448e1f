/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

#include "extract/outlay-extractor.h"

#include <string.h>

/* Words of the longest phrase that is looked for backwards. */
#define LONGEST_BEFORE 6

G_STATIC_ASSERT (OUTLAY_ENTRY_PLACE < 64);

static void
note_hit (OutlayScan *scan, const OutlayHit *hit)
{
  scan->classes[hit->first] |= G_GUINT64_CONSTANT (1) << hit->entry->class;
  if (hit->entry->class == OUTLAY_ENTRY_CUE || hit->entry->class == OUTLAY_ENTRY_FUNCTION
      || hit->entry->class == OUTLAY_ENTRY_LEGAL_BEFORE)
    memset (scan->inside + hit->first + 1, 1, hit->end - hit->first - 1);
}

/* How a text uses a mark between digits. */
typedef struct
{
  guint n_threes; /* with three digits behind it, as between groups */
  guint n_others;
} MarkUse;

static void
count_mark (const OutlayScan *scan, guint at, MarkUse *use)
{
  const OutlayToken *behind = &scan->tokens[at + 1];

  if (!outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_NUMBER | OUTLAY_TOKEN_GLUED)
      || !outlay_scan_looks (scan, at, OUTLAY_TOKEN_GLUED)
      || !(scan->tokens[at - 1].flags & OUTLAY_TOKEN_NUMBER))
    return;
  if (behind->end - behind->start == 3)
    use->n_threes++;
  else
    use->n_others++;
}

/* Countries of one language differ: Mexico's press writes "4.5" and "2,350" where Spain's writes
 * "4,5" and "2.350". A text that has only decimals behind the other mark, and none behind its
 * language's own, is of the other sort. */
static gunichar
find_decimal (const OutlayScan *scan)
{
  MarkUse points = {0}, commas = {0};
  gunichar own = scan->lexicon->decimal;

  for (guint i = 1; i + 1 < scan->n_tokens; i++)
    {
      if (outlay_scan_is (scan, i, "."))
        count_mark (scan, i, &points);
      else if (outlay_scan_is (scan, i, ","))
        count_mark (scan, i, &commas);
    }
  if (own == ',' && commas.n_others == 0 && points.n_others > 0 && points.n_threes == 0)
    return '.';
  if (own == '.' && points.n_others == 0 && commas.n_others > 0 && commas.n_threes == 0)
    return ',';
  return own;
}

/**
 * outlay_scan_init:
 * @scan: (out caller-allocates): what the recognisers work with; freed by outlay_scan_clear()
 * @document: with its tokens
 */
void
outlay_scan_init (OutlayScan *scan, OutlayDocument *document, const OutlayNames *names)
{
  guint n_tokens = document->tokens->len;
  OutlayHits hits = {.room = 2 * n_tokens + 1};

  scan->document = document;
  scan->lexicon = document->lexicon;
  scan->names = names;
  scan->vocabulary = outlay_extractor_get_vocabulary (document->extractor);
  scan->tokens = (const OutlayToken *)(gpointer)document->tokens->data;
  scan->n_tokens = n_tokens;
  scan->texts[OUTLAY_PART_TITLE] = outlay_document_get_text (document, OUTLAY_PART_TITLE);
  scan->texts[OUTLAY_PART_TEXT] = outlay_document_get_text (document, OUTLAY_PART_TEXT);
  hits.hits = g_new (OutlayHit, hits.room);
  scan->first_hit = g_new (guint32, n_tokens + 1);
  scan->classes = g_new0 (guint64, n_tokens + 1);
  scan->inside = g_new0 (guint8, n_tokens + 1);
  scan->keys = g_string_chunk_new (1024);
  scan->spelt = g_new0 (const char *, n_tokens + 1);
  scan->used = g_new0 (guint8, n_tokens + 1);
  for (guint i = 0; i < n_tokens; i++)
    {
      guint begin = hits.len;

      scan->first_hit[i] = begin;
      if (scan->tokens[i].word == 0 && scan->tokens[i].tail == 0)
        continue;
      outlay_phrases_find (scan->lexicon->phrases, scan->tokens, i, n_tokens, &hits);
      outlay_phrases_find (names->phrases, scan->tokens, i, n_tokens, &hits);
      for (guint k = begin; k < hits.len; k++)
        note_hit (scan, &hits.hits[k]);
    }
  scan->first_hit[n_tokens] = hits.len;
  scan->hits = hits.hits;
  scan->decimal = find_decimal (scan);
}

/** outlay_scan_clear: frees what @scan holds. */
void
outlay_scan_clear (OutlayScan *scan)
{
  g_clear_pointer (&scan->hits, g_free);
  g_clear_pointer (&scan->first_hit, g_free);
  g_clear_pointer (&scan->classes, g_free);
  g_clear_pointer (&scan->inside, g_free);
  g_clear_pointer (&scan->keys, g_string_chunk_free);
  g_clear_pointer (&scan->spelt, g_free);
  g_clear_pointer (&scan->used, g_free);
}

/**
 * outlay_scan_find:
 *
 * Returns: (transfer none) (nullable): the longest word or phrase of @class that begins at the
 *   token @at.
 */
const OutlayHit *
outlay_scan_find (const OutlayScan *scan, guint at, OutlayEntryClass class)
{
  const OutlayHit *longest = NULL;

  if (!outlay_scan_has (scan, at, class))
    return NULL;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class == class && (longest == NULL || hit->end > longest->end))
        longest = hit;
    }
  return longest;
}

/**
 * outlay_scan_find_before:
 *
 * Returns: (transfer none) (nullable): the longest word or phrase of @class that ends before the
 *   token @end.
 */
const OutlayHit *
outlay_scan_find_before (const OutlayScan *scan, guint end, OutlayEntryClass class)
{
  const OutlayHit *longest = NULL;

  for (guint length = 1; length <= LONGEST_BEFORE && length <= end; length++)
    {
      guint at = end - length;

      if (!outlay_scan_has (scan, at, class))
        continue;
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (hit->entry->class == class && hit->end == end)
            longest = hit;
        }
    }
  return longest;
}

/** outlay_scan_goes_on: Returns: whether the token @at stands in the line of the one before it. */
gboolean
outlay_scan_goes_on (const OutlayScan *scan, guint at)
{
  return at < scan->n_tokens && !(scan->tokens[at].flags & OUTLAY_TOKEN_NEW_LINE);
}

/**
 * outlay_scan_is_and:
 *
 * Returns: whether the token @at is a word that joins two parts of a figure. Where words are not
 * apart it parts two figures.
 */
gboolean
outlay_scan_is_and (const OutlayScan *scan, guint at)
{
  if (!outlay_scan_goes_on (scan, at) || !outlay_scan_looks (scan, at, OUTLAY_TOKEN_WORD)
      || scan->tokens[at].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class == OUTLAY_ENTRY_CUE && hit->end == at + 1
          && outlay_feature_part_is (((const OutlayCue *)hit->entry->data)->class_name, "join"))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_scan_has_used:
 *
 * Returns: whether any token of the sentence from @first to before @end is part of an amount, a
 *   capacity or a date.
 */
gboolean
outlay_scan_has_used (const OutlayScan *scan, guint sentence, guint first, guint end)
{
  const OutlaySentence *s = outlay_document_get_sentence (scan->document, sentence);
  guint from = MAX (first, s->first_token), to = MIN (end, s->end_token);

  return from < to && memchr (scan->used + from, TRUE, to - from) != NULL;
}

/**
 * outlay_scan_add:
 *
 * Adds a find from the token @first to before the token @end.
 *
 * Returns: (transfer none): it, until the next one is added.
 */
OutlayFind *
outlay_scan_add (const OutlayScan *scan, OutlayMentionType type, guint first, guint end)
{
  const OutlayToken *from = &scan->tokens[first];
  OutlayFind find = {
    .mention = {.type = type,
                .part = outlay_document_get_part (scan->document, first),
                .span = {from->start, scan->tokens[end - 1].end},
                .money = OUTLAY_MONEY_INIT,
                .capacity = OUTLAY_CAPACITY_INIT,
                .date = OUTLAY_DATE_INIT,
                .date_end = OUTLAY_DATE_INIT},
    .first_token = first,
    .end_token = end,
    .sentence = from->sentence,
    .entity = -1,
  };

  g_array_append_val (scan->document->finds, find);
  return &g_array_index (scan->document->finds, OutlayFind, scan->document->finds->len - 1);
}
