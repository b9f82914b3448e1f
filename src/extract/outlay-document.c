/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/outlay-document.h"

#include <string.h>

#include "extract/outlay-extractor.h"
#include "extract/recognise/outlay-scan.h"

/* Bytes of a text that are read: offsets in tokens are of 32 bits. */
#define LONGEST_TEXT (G_MAXUINT32 / 2)

/* Finds that a short article has. */
#define FINDS_AT_FIRST 256

static void
cut_tokens (OutlayDocument *document)
{
  OutlayTokenizer tokenizer = {
    outlay_extractor_get_vocabulary (document->extractor),
    (const char *const *)document->lexicon->endings,
    document->lexicon->has_tails,
  };
  const char *title = outlay_document_get_text (document, OUTLAY_PART_TITLE);
  const char *text = outlay_document_get_text (document, OUTLAY_PART_TEXT);

  if (strlen (title) <= LONGEST_TEXT)
    outlay_tokenizer_cut (&tokenizer, title, document->tokens);
  document->n_title_tokens = document->tokens->len;
  if (strlen (text) <= LONGEST_TEXT)
    outlay_tokenizer_cut (&tokenizer, text, document->tokens);
  document->folded = g_new0 (const char *, document->tokens->len);
}

static int
compare_finds (gconstpointer a, gconstpointer b)
{
  const OutlayFind *first = a, *second = b;

  if (first->first_token != second->first_token)
    return first->first_token < second->first_token ? -1 : 1;
  if (first->end_token != second->end_token)
    return first->end_token > second->end_token ? -1 : 1;
  if (first->mention.type != second->mention.type)
    return (int)first->mention.type - (int)second->mention.type;
  return g_strcmp0 (first->mention.name, second->mention.name);
}

/**
 * outlay_document_new:
 * @article: kept, but not referenced, by the result
 * @record: (nullable): where what is decided is written down
 *
 * Cuts @article into tokens and sentences and finds the mentions in them.
 *
 * Returns: (transfer full): the document.
 */
OutlayDocument *
outlay_document_new (const OutlayExtractor *extractor,
                     const OutlayArticle *article,
                     GString *record)
{
  OutlayDocument *document = g_new0 (OutlayDocument, 1);
  OutlayScan scan;

  document->article = article;
  document->extractor = extractor;
  document->record = record;
  document->lexicon = outlay_extractor_get_lexicon (extractor, article->lang);
  document->tokens = g_array_sized_new (FALSE, FALSE, sizeof (OutlayToken),
                                        (guint)MIN (strlen (article->text) / 4, 1 << 20) + 16);
  document->sentences = g_array_new (FALSE, FALSE, sizeof (OutlaySentence));
  document->entities = g_array_new (FALSE, FALSE, sizeof (OutlayEntity));
  document->strings = g_string_chunk_new (256);
  document->finds = g_array_sized_new (FALSE, FALSE, sizeof (OutlayFind), FINDS_AT_FIRST);
  cut_tokens (document);
  outlay_scan_init (&scan, document, outlay_extractor_get_names (extractor));
  outlay_recognise_sentences (&scan);
  outlay_recognise_amounts (&scan);
  outlay_recognise_lists (&scan);
  outlay_recognise_dates (&scan);
  outlay_recognise_places (&scan);
  outlay_recognise_currencies (&scan);
  outlay_recognise_organisations (&scan);
  outlay_recognise_cues (&scan);
  outlay_recognise_descriptions (&scan);
  outlay_scan_clear (&scan);
  g_array_sort (document->finds, compare_finds);
  return document;
}

void
outlay_document_free (OutlayDocument *document)
{
  g_array_unref (document->tokens);
  g_free (document->folded);
  g_array_unref (document->sentences);
  g_array_unref (document->entities);
  g_string_chunk_free (document->strings);
  g_array_unref (document->finds);
  g_free (document);
}

/** outlay_document_get_text: Returns: (transfer none): the text of @part, "" where there is none.
 */
const char *
outlay_document_get_text (const OutlayDocument *document, OutlayPart part)
{
  const char *text = outlay_article_get_part (document->article, part);

  return text != NULL ? text : "";
}

static const char *
fold_token (const OutlayDocument *document, guint token)
{
  const OutlayToken *t = outlay_document_get_token (document, token);
  const char *text
    = outlay_document_get_text (document, outlay_document_get_part (document, token));
  char folded[OUTLAY_TOKEN_LONGEST];
  gsize length = outlay_token_fold (text + t->start, t->end - t->start, folded);

  return g_string_chunk_insert_len (document->strings, folded, (gssize)length);
}

/**
 * outlay_document_get_folded:
 *
 * Returns: (transfer none): the folded form of the token of index @token, "" of one too long to be
 *   a word; it lasts as long as @document.
 */
const char *
outlay_document_get_folded (const OutlayDocument *document, guint token)
{
  if (document->folded[token] == NULL)
    document->folded[token] = fold_token (document, token);
  return document->folded[token];
}
