/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/match/outlay-vocabulary.h"

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
  OUTLAY_TOKEN_MIXED = 1 << 6,       /* an upper case letter behind a lower case one: "AcmeAI" */
  OUTLAY_TOKEN_IDEOGRAPH = 1 << 7,   /* one Han or Kana character */
  OUTLAY_TOKEN_HANGUL = 1 << 8,      /* one Hangul syllable */
  OUTLAY_TOKEN_KATAKANA = 1 << 9,    /* one Katakana character; an ideograph token too */
  OUTLAY_TOKEN_SENTENCE = 1 << 10,   /* first of its sentence */
  OUTLAY_TOKEN_NEW_LINE = 1 << 11,   /* a line break stands before it */
  OUTLAY_TOKEN_NARROW = 1 << 12,     /* only a no-break space stands before it */
  OUTLAY_TOKEN_INFLECTED = 1 << 13,  /* @word is the token's without an ending of the language */
} OutlayTokenFlags;

/**
 * OutlayToken:
 * @start: byte offset in its part's text
 * @end: byte offset behind it
 * @flags: #OutlayTokenFlags
 * @word: number of the folded word in the vocabulary, 0 where it is not known
 * @tail: number of its known end, 0 where there is none
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
  guint32 tail;
  guint32 sentence;
} OutlayToken;

/** OUTLAY_TOKEN_LONGEST: bytes of a folded word; a longer one is not looked up. */
#define OUTLAY_TOKEN_LONGEST 120

/**
 * OutlayTokenizer:
 * @vocabulary: (nullable): where words are looked up
 * @endings: (nullable): folded endings of inflected names: "s"
 * @tails: whether the ends of words are looked up
 *
 * How a text is cut.
 */
typedef struct
{
  const OutlayVocabulary *vocabulary;
  const char *const *endings;
  gboolean tails;
} OutlayTokenizer;

void outlay_tokenizer_cut (const OutlayTokenizer *tokenizer, const char *text, GArray *tokens);
gsize outlay_token_fold (const char *text, gsize length, char folded[OUTLAY_TOKEN_LONGEST]);

G_END_DECLS
