/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An article as extraction works on it: tokens, sentences, and what the recognisers found in them.
 * Internal to extract. Everything is in the order of the text, the title before the body.
 */
#pragma once

#include "base/outlay-article.h"
#include "base/outlay-mention.h"
#include "extract/match/outlay-token.h"
#include "extract/outlay-extract.h"
#include "extract/outlay-lexicon.h"
#include "extract/outlay-names.h"

G_BEGIN_DECLS

/**
 * OutlaySentence:
 * @part: which text
 * @span: where in it
 * @first_token: index of its first token
 * @end_token: index behind its last token
 * @paragraph: number of its paragraph (its line: a line break ends a sentence), from 0, over both
 *   parts
 * @heading: whether it is a line of its own without a full stop
 */
typedef struct
{
  OutlayPart part;
  OutlaySpan span;
  guint first_token;
  guint end_token;
  guint paragraph;
  gboolean heading;
} OutlaySentence;

/** OutlayFindFlags: how a mention was found. */
typedef enum
{
  OUTLAY_FIND_KNOWN = 1 << 0,      /* an organisation that the data file lists */
  OUTLAY_FIND_GOVERNMENT = 1 << 1, /* an organisation: a government or an agency of one */
  OUTLAY_FIND_EPITHET = 1 << 2,    /* an organisation called by an epithet, not by its name */
  OUTLAY_FIND_ADJECTIVE = 1 << 3,  /* a place by its adjective: maybe only a nationality */
  OUTLAY_FIND_COUNTRY = 1 << 4,    /* a place: the country's own name */
  OUTLAY_FIND_INFERRED = 1 << 5,   /* an amount whose currency is that of the one before it */
  OUTLAY_FIND_BRACKETED = 1 << 6,  /* stands in brackets: of an amount, maybe a conversion */
  OUTLAY_FIND_RELATIVE = 1 << 7,   /* a date counted from the publication day */
  OUTLAY_FIND_STRETCH = 1 << 8,    /* a date that runs: "from 2025 to 2029", "over four years" */
  OUTLAY_FIND_PERSON = 1 << 9,     /* an organisation that may be a person who acts as a party */
} OutlayFindFlags;

/**
 * OutlayFind:
 * @mention: what is told to the outside
 * @first_token: index of its first token
 * @end_token: index behind its last token
 * @sentence: index of its sentence
 * @flags: #OutlayFindFlags
 * @entity: of an organisation the index in the document's entities, -1 otherwise
 * @n_months: of a date that runs how long ("over four years": 48), 0 where it doesn't say
 * @class_name: of a cue its class, interned and hashed: "kind"
 * @value: of a cue its value, interned and hashed: "build"
 *
 * A mention with what extraction knows of it besides.
 */
typedef struct
{
  OutlayMention mention;
  guint first_token;
  guint end_token;
  guint sentence;
  guint flags;
  int entity;
  guint n_months;
  OutlayFeaturePart class_name;
  OutlayFeaturePart value;
} OutlayFind;

/**
 * OutlayEntity:
 * @name: as a card shows it: of a listed organisation its usual name, of another the fullest form
 *   in the article; it lasts as long as the document
 * @organisation: (nullable): its entry where the data file lists it
 * @flags: #OutlayFindFlags that hold of all its mentions
 * @n_mentions: how often the article names it
 * @sure: how sure it is that it is one, in percent; 100 of a listed one
 *
 * One organisation of the article under all the names that it goes by there.
 */
typedef struct
{
  const char *name;
  const OutlayOrganisation *organisation;
  guint flags;
  guint n_mentions;
  guint sure;
} OutlayEntity;

/**
 * OutlayDocument:
 * @article: what it was made from
 * @extractor: with what
 * @lexicon: of its language
 * @tokens: (element-type OutlayToken): of the title, then of the text
 * @n_title_tokens: how many of them are the title's
 * @folded: (array): of each token its folded form, once it was asked for
 * @sentences: (element-type OutlaySentence): of the title, then of the text
 * @entities: (element-type OutlayEntity): in the order of their first mention
 * @strings: names that no data file has, and folded words
 * @record: (nullable): where what is decided is written down, to learn from
 * @finds: (element-type OutlayFind): by part (title first), start, and the longer first; those of
 *   one type don't overlap, cues of different classes may
 */
typedef struct
{
  const OutlayArticle *article;
  const OutlayExtractor *extractor;
  const OutlayLexicon *lexicon;
  GArray *tokens;
  guint n_title_tokens;
  const char **folded;
  GArray *sentences;
  GArray *entities;
  GStringChunk *strings;
  GArray *finds;
  GString *record;
} OutlayDocument;

OutlayDocument *outlay_document_new (const OutlayExtractor *extractor,
                                     const OutlayArticle *article,
                                     GString *record);
void outlay_document_free (OutlayDocument *document);
const char *outlay_document_get_text (const OutlayDocument *document, OutlayPart part);
const char *outlay_document_get_folded (const OutlayDocument *document, guint token);

/** outlay_document_get_part: Returns: which text the token of index @token is of. */
static inline OutlayPart
outlay_document_get_part (const OutlayDocument *document, guint token)
{
  return token < document->n_title_tokens ? OUTLAY_PART_TITLE : OUTLAY_PART_TEXT;
}

/** outlay_document_get_token: Returns: (transfer none): the token. */
static inline const OutlayToken *
outlay_document_get_token (const OutlayDocument *document, guint index)
{
  return &g_array_index (document->tokens, OutlayToken, index);
}

/** outlay_document_get_sentence: Returns: (transfer none): the sentence. */
static inline const OutlaySentence *
outlay_document_get_sentence (const OutlayDocument *document, guint index)
{
  return &g_array_index (document->sentences, OutlaySentence, index);
}

/**
 * outlay_document_get_find:
 *
 * Returns: (transfer none): the find, until another one is added.
 */
static inline const OutlayFind *
outlay_document_get_find (const OutlayDocument *document, guint index)
{
  return &g_array_index (document->finds, OutlayFind, index);
}

/** outlay_document_get_entity: Returns: (transfer none): the organisation. */
static inline const OutlayEntity *
outlay_document_get_entity (const OutlayDocument *document, guint index)
{
  return &g_array_index (document->entities, OutlayEntity, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDocument, outlay_document_free)

G_END_DECLS
