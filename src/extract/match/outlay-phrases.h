/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/match/outlay-edges.h"
#include "extract/match/outlay-token.h"

G_BEGIN_DECLS

/** OutlayEntryClass: what a word or phrase of the data files is. */
typedef enum
{
  OUTLAY_ENTRY_NUMBER,       /* number: its value in thousandths */
  OUTLAY_ENTRY_NUMBER_ABOUT, /* the same, of a word that is a hedge too: "une dizaine" */
  OUTLAY_ENTRY_NUMBER_TIMES, /* number: 10, 100, …: what it multiplies the words before it by */
  OUTLAY_ENTRY_NUMBER_PLUS,  /* number: thousandths that it adds: "and a half" */
  OUTLAY_ENTRY_SCALE,        /* number: power of ten */
  OUTLAY_ENTRY_VAGUE,        /* number: least number that it may mean: "several" */
  OUTLAY_ENTRY_HEDGE_BEFORE, /* number: an OutlayQualifier */
  OUTLAY_ENTRY_HEDGE_AFTER,  /* number: an OutlayQualifier */
  OUTLAY_ENTRY_RANGE_OPEN,   /* number: of the pair */
  OUTLAY_ENTRY_RANGE_JOIN,   /* number: of the pair, 0 where it joins by itself */
  OUTLAY_ENTRY_FILLER,       /* may stand between a number and its unit: "weitere" */
  OUTLAY_ENTRY_LINK,         /* joins a scale word to its currency: "de" */
  OUTLAY_ENTRY_PER_BEFORE,   /* number: an OutlayPer */
  OUTLAY_ENTRY_PER_AFTER,    /* number: an OutlayPer */
  OUTLAY_ENTRY_REGARDING, /* a hedge that is a preposition behind a noun: a contract over 5 million
                           */
  OUTLAY_ENTRY_THING,     /* what is counted and is no money: people, shares */
  OUTLAY_ENTRY_MONEY,     /* what is counted and is money: investments, capital */
  OUTLAY_ENTRY_NO_HEDGE,  /* a phrase whose last word is a hedge elsewhere: hand over */
  OUTLAY_ENTRY_LIMIT,     /* says that the amounts of a list are limits: ceilings */
  OUTLAY_ENTRY_CHANGE,    /* a verb of change, behind which from … to is no range */
  OUTLAY_ENTRY_POWER,     /* number: power of ten, in kilowatts */
  OUTLAY_ENTRY_NOT_POWER, /* a unit that begins like one of power: "MW h" */
  OUTLAY_ENTRY_CURRENCY_SIGN,   /* data: code; stands beside the figure: "$", "US$", "USD" */
  OUTLAY_ENTRY_CURRENCY_WORD,   /* data: code; stands behind the figure: "dollars" */
  OUTLAY_ENTRY_CURRENCY_SHARED, /* data: code; a sign or word that may mean this one too */
  OUTLAY_ENTRY_CURRENCY_BESIDE, /* data: code; a word of the press where it is the currency */
  OUTLAY_ENTRY_MONTH,           /* number: 1–12 */
  OUTLAY_ENTRY_WEEKDAY,         /* number: 1–7, from Monday */
  OUTLAY_ENTRY_QUARTER,         /* number: 1–4 */
  OUTLAY_ENTRY_HALF,            /* number: 1–2 */
  OUTLAY_ENTRY_YEAR,            /* number: years from the publication year: "next year" */
  OUTLAY_ENTRY_ORDINAL,         /* makes the number before it an ordinal: "th" */
  OUTLAY_ENTRY_DATE,            /* number: of a date pattern */
  OUTLAY_ENTRY_ABBREVIATION,    /* its full stop ends no sentence */
  OUTLAY_ENTRY_FUNCTION,        /* a word that is never part of a name */
  OUTLAY_ENTRY_COMMON,          /* a capitalised word that is no name */
  OUTLAY_ENTRY_PERSON,          /* a title or a first name: the name beside it is a person's */
  OUTLAY_ENTRY_GIVEN_NAME,      /* a person's */
  OUTLAY_ENTRY_TERRITORY,       /* makes a place beside it a public body: "province of", "Land" */
  OUTLAY_ENTRY_INSTITUTION,     /* begins names in which small words follow: "Banque" */
  OUTLAY_ENTRY_INSIDE,   /* a small word that joins an institution to its field: University of */
  OUTLAY_ENTRY_ARTICLE,  /* an article, alone or with a preposition */
  OUTLAY_ENTRY_DEFINITE, /* an article that says that its noun was told of: "the" */
  OUTLAY_ENTRY_LEGAL_BEFORE, /* a company's name follows: "Tập đoàn", "la société" */
  OUTLAY_ENTRY_LEGAL_AFTER,  /* a company's name stands before: "AG", "Inc." */
  OUTLAY_ENTRY_FIELD,        /* says what a company does, often as the end of its name: "數據" */
  OUTLAY_ENTRY_WORD,         /* an ordinary word of a script without spaces */
  OUTLAY_ENTRY_DESCRIPTION,  /* what organisations are called: "data center operator" */
  OUTLAY_ENTRY_GOVERNMENT,   /* a pattern of the names of governments */
  OUTLAY_ENTRY_SEAT,         /* data: country code; the place stands for its government */
  OUTLAY_ENTRY_CUE,          /* data: OutlayCue */
  OUTLAY_ENTRY_ORGANISATION, /* data: OutlayOrganisation */
  OUTLAY_ENTRY_EPITHET,      /* data: OutlayOrganisation */
  OUTLAY_ENTRY_PLACE,        /* data: country code; number: an OutlayPlaceForm */
} OutlayEntryClass;

/** OutlayEntryFlags: what a text must look like for an entry to hold. */
typedef enum
{
  OUTLAY_ENTRY_UPPER = 1 << 0,    /* its first word has an upper case letter */
  OUTLAY_ENTRY_ALL_CAPS = 1 << 1, /* its first word is all upper case */
  OUTLAY_ENTRY_STRICT = 1 << 2,   /* its first word has capitals where @shape has them */
} OutlayEntryFlags;

/**
 * OutlayEntry:
 * @class: what it is
 * @flags: #OutlayEntryFlags
 * @shape: #OutlayTokenFlags of its first word as the data file writes it
 * @number: its number, see #OutlayEntryClass
 * @data: (nullable): its data, see #OutlayEntryClass
 * @next: index of the next entry of the same phrase, 0 where there is none
 */
typedef struct
{
  guint16 class;
  guint16 flags;
  guint16 shape;
  guint32 next;
  gint64 number;
  const void *data;
} OutlayEntry;

/**
 * OutlayHit:
 * @first: index of its first token
 * @end: index behind its last token
 * @entry: what it is
 */
typedef struct
{
  guint32 first;
  guint32 end;
  const OutlayEntry *entry;
} OutlayHit;

/** OutlayHits: what was found so far; @hits is freed by g_free(). */
typedef struct
{
  OutlayHit *hits;
  guint len;
  guint room;
} OutlayHits;

/**
 * OutlayPhrases:
 *
 * Phrases of one or more words with what they mean, found in one pass over a text's tokens.
 */
typedef struct _OutlayPhrases OutlayPhrases;

OutlayPhrases *outlay_phrases_new (OutlayVocabulary *vocabulary);
void outlay_phrases_free (OutlayPhrases *phrases);
gboolean outlay_phrases_add (OutlayPhrases *phrases,
                             const char *phrase,
                             OutlayEntryClass class,
                             gint64 number,
                             const void *data);
void outlay_phrases_add_name (OutlayPhrases *phrases,
                              const char *name,
                              OutlayEntryClass class,
                              gint64 number,
                              const void *data);
void outlay_phrases_add_strict (OutlayPhrases *phrases,
                                const char *name,
                                OutlayEntryClass class,
                                gint64 number,
                                const void *data);
void outlay_phrases_close (OutlayPhrases *phrases);
void outlay_phrases_find (
  const OutlayPhrases *phrases, const OutlayToken *tokens, guint at, guint end, OutlayHits *hits);
gboolean outlay_phrases_may_start (const OutlayPhrases *phrases, guint32 word);
guint32
outlay_phrases_step (const OutlayPhrases *phrases, guint32 node, guint32 word, gboolean glued);
const OutlayEntry *
outlay_phrases_get_entry (const OutlayPhrases *phrases, guint32 node, OutlayEntryClass class);
const OutlayEntry *outlay_phrases_get_word (const OutlayPhrases *phrases,
                                            const char *folded,
                                            gsize length,
                                            OutlayEntryClass class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPhrases, outlay_phrases_free)

G_END_DECLS
