/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of one language, compiled. Internal to extract. data/lexicon/README.md says what the
 * sections of a lexicon mean.
 *
 * A cue is a word or phrase of a section "[cue.CLASS]" of a lexicon, under the key VALUE; it comes
 * out as a mention of the name "CLASS:VALUE". The program knows the classes that assembly asks
 * for; a new one is a new section. One phrase may stand in several classes; of one class the
 * longest phrase counts. The classes so far:
 *
 *   kind      build, equity, supply, acquisition, venture, financing, budget, grant: what the
 *             words speak of; a verb or a noun that says so by itself
 *   hint      the same values: a word that goes with such a deal without saying that it is one; and
 *             invest: verbs of putting money in, which make a building's deal or a stake, by what
 * it is put into status    rumoured, announced, agreed, under_way, completed, cancelled pays
 * subject: verbs whose subject pays ("invest", "buy"); object: whose subject is paid or gets
 * ("receive", "raise", "sell"); noun: "investment of", "order from" voice     passive: what makes a
 * verb passive, so that "pays" turns round form      participle: forms of verbs of paying that make
 * a passive; where a lexicon lists some, only they do link      to, from, by, with, for, in, of:
 * prepositions that introduce a party or a place; by_or_from: one word for both join      and: what
 * joins the names of a list, besides the comma negative  valuation, revenue, profit, shares, fine,
 * wages, market, sum, tax, jobs, price, past, stock: what makes an amount no deal negation  not
 *   scope     total ("in total", the whole), part (a tranche, a phase, a share), option (could
 *             grow to), old (a replaced figure: "from 118", "up from")
 *   time      start (begins in), end (by, until, completed in), announced
 *   subject   data_center, chips, cloud, power, network, model, ai: what it is about
 *   pronoun   company ("the group", "it"), companies ("the two companies"), government
 *   aside     party: beside it an organisation is named that has no part in the deal: a rival, who
 *             backs a party, where someone worked before
 *   quote     says: verbs of saying, whose subject is not a party by that alone
 *   clause    breaks: conjunctions that begin another clause
 */
#pragma once

#include "base/outlay-data-file.h"
#include "extract/judgement/outlay-features.h"
#include "extract/match/outlay-phrases.h"

G_BEGIN_DECLS

/**
 * OutlayCue:
 * @name: "CLASS:VALUE", interned
 * @class_name: interned, and hashed
 * @value: the same
 *
 * What a cue stands for.
 */
typedef struct
{
  const char *name;
  OutlayFeaturePart class_name;
  OutlayFeaturePart value;
} OutlayCue;

/** OutlayDateForm: how a date pattern is read. */
typedef enum
{
  OUTLAY_DATE_FORM_ABSOLUTE,    /* without a year the last such date before the publication day */
  OUTLAY_DATE_FORM_AHEAD,       /* without a year the next such date after it */
  OUTLAY_DATE_FORM_STRETCH,     /* from one date to another */
  OUTLAY_DATE_FORM_DAYS,        /* a number of days from it */
  OUTLAY_DATE_FORM_WEEKS,       /* a day of the week that lies a number of weeks from it */
  OUTLAY_DATE_FORM_MONTHS,      /* a number of months from it */
  OUTLAY_DATE_FORM_QUARTERS,    /* a number of quarters from it */
  OUTLAY_DATE_FORM_YEARS,       /* a number of years from it */
  OUTLAY_DATE_FORM_HALVES,      /* a number of half years from it */
  OUTLAY_DATE_FORM_OVER,        /* a stretch of {n} years without a known beginning */
  OUTLAY_DATE_FORM_OVER_MONTHS, /* the same, of months */
  OUTLAY_DATE_FORM_NONE,        /* a date for nobody: what looks like one */
} OutlayDateForm;

/**
 * OutlayDatePattern:
 * @form: how it is read
 * @offset: of the forms that count from the publication day: how many, {n} apart
 * @sign: of those with {n}: what one of them counts
 */
typedef struct
{
  OutlayDateForm form;
  int offset;
  int sign;
} OutlayDatePattern;

/** OutlayDateSlot: what a place of a date pattern takes; their labels in the tree of patterns. */
typedef enum
{
  OUTLAY_DATE_SLOT_DAY = 0xe001, /* {d} */
  OUTLAY_DATE_SLOT_MONTH_NUMBER, /* {m} */
  OUTLAY_DATE_SLOT_MONTH,        /* {month} */
  OUTLAY_DATE_SLOT_YEAR,         /* {y} */
  OUTLAY_DATE_SLOT_SHORT_YEAR,   /* {yy} */
  OUTLAY_DATE_SLOT_QUARTER,      /* {q} */
  OUTLAY_DATE_SLOT_HALF,         /* {h} */
  OUTLAY_DATE_SLOT_NUMBER,       /* {n} */
  OUTLAY_DATE_SLOT_WEEKDAY,      /* {weekday} */
  OUTLAY_DATE_SLOT_END,
} OutlayDateSlot;

/** OutlayCounted: how a language says what a scale word counts ("15 million users"). */
typedef enum
{
  OUTLAY_COUNTED_ANY,     /* any word right behind it */
  OUTLAY_COUNTED_CAPITAL, /* a capitalised word: "Millionen Nutzer" */
  OUTLAY_COUNTED_LINK,    /* a word behind a link: "millions d’utilisateurs" */
  OUTLAY_COUNTED_LISTED,  /* a word that the lexicon lists */
} OutlayCounted;

/** OutlayEnding: behind which sounds an ending of a name stands. */
typedef enum
{
  OUTLAY_ENDING_ANY = 1 << 0,    /* any */
  OUTLAY_ENDING_CLOSED = 1 << 1, /* a Hangul syllable that ends in a consonant */
  OUTLAY_ENDING_OPEN = 1 << 2,   /* one that doesn't */
} OutlayEnding;

/**
 * OutlayLexicon:
 * @language: ISO 639-1 code
 * @phrases: its words and phrases
 * @dates: its date patterns, each ending in an entry of class %OUTLAY_ENTRY_DATE
 * @decimal: the mark before decimals
 * @groups: the marks between groups of digits, each once; a space among them where it is one
 * @endings: endings of inflected names that stand behind any sound
 * @ending_sounds: (element-type utf8 OutlayEnding): of each ending behind which sounds it stands
 * @date_patterns: (element-type OutlayDatePattern): the number of an entry of class
 *   %OUTLAY_ENTRY_DATE is an index here
 * @counted: what tells a counted thing behind a scale word from an amount without a currency
 * @currency: code of the currency that an amount without one is in, empty where countries differ
 * @has_particles: whether particles are written at the end of its names
 * @has_runs: whether nothing but a change of script marks its names
 * @has_tails: whether some of its words are given by their end
 * @ordinal_stop: whether a full stop behind a number makes it an ordinal ("31. Dezember")
 * @compound_numbers: whether number words are written as one word ("dreihundertfünfzig")
 * @number_joiner: (nullable): what joins them then ("und")
 * @n_range_pairs: how many pairs of words open and join a range
 * @cues: (element-type OutlayCue): what its cues stand for
 * @cue_names: (element-type utf8): the names of @cues, a set
 * @slot_words: numbers of the words that stand for the slots of date patterns
 *
 * The words of one language, compiled. Not changed once it is made.
 */
typedef struct
{
  char *language;
  OutlayPhrases *phrases;
  OutlayPhrases *dates;
  gunichar decimal;
  char *groups;
  GStrv endings;
  GHashTable *ending_sounds;
  GArray *date_patterns;
  OutlayCounted counted;
  char currency[4];
  gboolean has_particles;
  gboolean has_runs;
  gboolean has_tails;
  gboolean ordinal_stop;
  gboolean compound_numbers;
  char *number_joiner;
  guint n_range_pairs;
  GPtrArray *cues;
  GHashTable *cue_names;
  guint32 slot_words[OUTLAY_DATE_SLOT_END - OUTLAY_DATE_SLOT_DAY];
} OutlayLexicon;

OutlayLexicon *outlay_lexicon_new (OutlayVocabulary *vocabulary, OutlayDataFile *file);
OutlayLexicon *outlay_lexicon_new_empty (OutlayVocabulary *vocabulary, const char *language);
void outlay_lexicon_read_words (OutlayLexicon *lexicon, OutlayDataFile *file);
void outlay_lexicon_free (OutlayLexicon *lexicon);
gboolean outlay_lexicon_has_cue (const OutlayLexicon *lexicon, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLexicon, outlay_lexicon_free)

G_END_DECLS
