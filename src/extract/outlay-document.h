/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An article as extraction works on it: tokens, sentences, and what the recognisers found in them.
 * Internal to extract. Everything is in the order of the text, the title before the body.
 */
#pragma once

#include "base/outlay-article.h"
#include "base/outlay-mention.h"
#include "outlay-extract.h"
#include "outlay-lexicon.h"

G_BEGIN_DECLS

/** OutlayTokenFlags: what a token looks like and where it stands. */
typedef enum
{
  OUTLAY_TOKEN_WORD = 1 << 0,        /* letters */
  OUTLAY_TOKEN_NUMBER = 1 << 1,      /* digits */
  OUTLAY_TOKEN_PUNCTUATION = 1 << 2, /* one mark or sign */
  OUTLAY_TOKEN_GLUED = 1 << 3,       /* no space before it */
  OUTLAY_TOKEN_CAPITAL = 1 << 4,     /* its first letter is upper case */
  OUTLAY_TOKEN_ALL_CAPS = 1 << 5,    /* two letters or more, none lower case */
  OUTLAY_TOKEN_MIXED = 1 << 6,       /* an upper case letter behind a lower case one: "OpenAI" */
  OUTLAY_TOKEN_IDEOGRAPH = 1 << 7,   /* one Han or Kana character of a text without spaces */
  OUTLAY_TOKEN_HANGUL = 1 << 8,      /* one Hangul syllable */
  OUTLAY_TOKEN_KATAKANA = 1 << 9,    /* one Katakana character; an ideograph token too */
  OUTLAY_TOKEN_SENTENCE = 1 << 10,   /* first of its sentence */
  OUTLAY_TOKEN_NEW_LINE = 1 << 11,   /* a line break stands before it */
} OutlayTokenFlags;

/**
 * OutlayToken:
 * @start: byte offset in its part's text
 * @end: byte offset behind it
 * @flags: #OutlayTokenFlags
 * @word: number of the folded word among those that the data files know, 0 for any other
 * @sentence: index of its sentence
 *
 * A run of letters, a run of digits or one mark. Of Chinese, Japanese and Korean each character is
 * a token of its own.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 flags;
  guint32 word;
  guint32 sentence;
} OutlayToken;

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
 * @class_name: (nullable): of a cue its class, interned: "kind"
 * @value: (nullable): of a cue its value, interned: "build"
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
  const char *class_name;
  const char *value;
} OutlayFind;

/**
 * OutlayEntity:
 * @name: as a card shows it, interned: of a listed organisation its usual name, of another the
 *   fullest form in the article
 * @organisation: (nullable): its entry where the data file lists it
 * @flags: #OutlayFindFlags that hold of all its mentions
 * @n_mentions: how often the article names it
 *
 * One organisation of the article under all the names that it goes by there.
 */
typedef struct
{
  const char *name;
  const OutlayOrganisation *organisation;
  guint flags;
  guint n_mentions;
} OutlayEntity;

/**
 * OutlayDocument:
 * @article: what it was made from
 * @extractor: with what
 * @lexicon: of its language
 * @tokens: (element-type OutlayToken): of the title, then of the text
 * @sentences: (element-type OutlaySentence): of the title, then of the text
 * @entities: (element-type OutlayEntity): in the order of their first mention
 * @finds: (element-type OutlayFind): by part (title first), start, and the longer first; those of
 *   one type don't overlap, cues of different classes may
 */
typedef struct
{
  const OutlayArticle *article;
  const OutlayExtractor *extractor;
  const OutlayLexicon *lexicon;
  GArray *tokens;
  GArray *sentences;
  GArray *entities;
  GArray *finds;
} OutlayDocument;

OutlayDocument *
outlay_document_new (const OutlayExtractor *extractor, const OutlayArticle *article);
void outlay_document_free (OutlayDocument *document);
const char *outlay_document_get_text (const OutlayDocument *document, OutlayPart part);
const OutlayToken *outlay_document_get_token (const OutlayDocument *document, guint index);
const OutlaySentence *outlay_document_get_sentence (const OutlayDocument *document, guint index);
const OutlayFind *outlay_document_get_find (const OutlayDocument *document, guint index);
const OutlayEntity *outlay_document_get_entity (const OutlayDocument *document, guint index);
OutlayPart outlay_document_get_part (const OutlayDocument *document, guint token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDocument, outlay_document_free)

G_END_DECLS
