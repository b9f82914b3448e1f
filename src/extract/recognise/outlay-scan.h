/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "extract/outlay-document.h"

G_BEGIN_DECLS

/**
 * OutlayScan:
 * @document: what is being made
 * @lexicon: of its language
 * @names: what all languages share
 * @vocabulary: the words of all data files
 * @tokens: its tokens
 * @n_tokens: how many
 * @texts: by #OutlayPart
 * @hits: (array): all words and phrases of the data files, in their order
 * @first_hit: index of the first hit that begins at a token or behind it; one more than tokens
 * @classes: bit by #OutlayEntryClass: what begins at a token
 * @inside: whether a token is in a phrase that begins before it
 * @keys: folded names, for comparison
 * @spelt: (array): of each token how it is spelt in a feature, once it was asked for
 * @used: whether a token is part of an amount, a capacity or a date already
 * @decimal: the mark before decimals in this text
 *
 * A document while the recognisers go over it.
 */
typedef struct
{
  OutlayDocument *document;
  const OutlayLexicon *lexicon;
  const OutlayNames *names;
  const OutlayVocabulary *vocabulary;
  const OutlayToken *tokens;
  guint n_tokens;
  const char *texts[2];
  OutlayHit *hits;
  guint32 *first_hit;
  guint64 *classes;
  guint8 *inside;
  GStringChunk *keys;
  const char **spelt;
  guint8 *used;
  gunichar decimal;
} OutlayScan;

void outlay_scan_init (OutlayScan *scan, OutlayDocument *document, const OutlayNames *names);
void outlay_scan_clear (OutlayScan *scan);
const OutlayHit *outlay_scan_find (const OutlayScan *scan, guint at, OutlayEntryClass class);
const OutlayHit *
outlay_scan_find_before (const OutlayScan *scan, guint end, OutlayEntryClass class);
gboolean outlay_scan_goes_on (const OutlayScan *scan, guint at);
gboolean outlay_scan_is_and (const OutlayScan *scan, guint at);
gboolean outlay_scan_has_used (const OutlayScan *scan, guint sentence, guint first, guint end);
OutlayFind *
outlay_scan_add (const OutlayScan *scan, OutlayMentionType type, guint first, guint end);

static inline gboolean
outlay_scan_has (const OutlayScan *scan, guint at, OutlayEntryClass class)
{
  return at < scan->n_tokens && scan->classes[at] >> class & 1;
}

static inline gboolean
outlay_scan_looks (const OutlayScan *scan, guint at, guint32 flags)
{
  return at < scan->n_tokens && (scan->tokens[at].flags & flags) == flags;
}

/** outlay_scan_get_text: Returns: (transfer none): the text from the token @at on. */
static inline const char *
outlay_scan_get_text (const OutlayScan *scan, guint at)
{
  return scan->texts[outlay_document_get_part (scan->document, at)] + scan->tokens[at].start;
}

/** outlay_scan_is: Returns: whether the token @at is the mark or word @mark, as written. */
static inline gboolean
outlay_scan_is (const OutlayScan *scan, guint at, const char *mark)
{
  gsize length = strlen (mark);

  return at < scan->n_tokens && scan->tokens[at].end - scan->tokens[at].start == length
         && memcmp (outlay_scan_get_text (scan, at), mark, length) == 0;
}

void outlay_recognise_sentences (OutlayScan *scan);
void outlay_recognise_amounts (OutlayScan *scan);
void outlay_recognise_lists (OutlayScan *scan);
void outlay_recognise_dates (OutlayScan *scan);
void outlay_recognise_places (OutlayScan *scan);
void outlay_recognise_currencies (OutlayScan *scan);
void outlay_recognise_organisations (OutlayScan *scan);
void outlay_recognise_cues (OutlayScan *scan);
void outlay_recognise_descriptions (OutlayScan *scan);

G_END_DECLS
