/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all languages share: organisations, places and currencies. Internal to extract. */
#pragma once

#include "base/outlay-data-file.h"
#include "extract/match/outlay-phrases.h"

G_BEGIN_DECLS

/** OutlayOrganisationType: what kind of organisation a listed one is. */
typedef enum
{
  OUTLAY_ORGANISATION_COMPANY,
  OUTLAY_ORGANISATION_FUND,
  OUTLAY_ORGANISATION_BANK,
  OUTLAY_ORGANISATION_GOVERNMENT,
  OUTLAY_ORGANISATION_AGENCY,
  OUTLAY_ORGANISATION_PROJECT,  /* what parties build or pay for together */
  OUTLAY_ORGANISATION_OBSERVER, /* who reports, rates or counts deals and is no party of one */
} OutlayOrganisationType;

/** OutlayGoods: what others buy from an organisation, what stands nearer to the source last. */
typedef enum
{
  OUTLAY_GOODS_NONE,
  OUTLAY_GOODS_CLOUD,
  OUTLAY_GOODS_HOSTING,
  OUTLAY_GOODS_POWER,
  OUTLAY_GOODS_CHIPS,
  OUTLAY_GOODS_WORKS,
} OutlayGoods;

/**
 * OutlayOrganisation:
 * @name: usual name, interned
 * @country: code of its seat, "" where the file doesn't say
 * @type: what it is
 * @sells: what others buy from it
 * @strict: whether its name is a word of some language too
 *
 * An organisation that the data file lists.
 */
typedef struct
{
  const char *name;
  gboolean strict;
  char country[3];
  OutlayOrganisationType type;
  OutlayGoods sells;
} OutlayOrganisation;

/* What stands for {name} and {adjective} in the patterns of governments' names. */
#define OUTLAY_NAMES_SLOT_NAME      "\356\204\201"
#define OUTLAY_NAMES_SLOT_ADJECTIVE "\356\204\202"

/** OutlayPlaceForm: by which kind of word a place is named. */
typedef enum
{
  OUTLAY_PLACE_COUNTRY,
  OUTLAY_PLACE_ADJECTIVE,
  OUTLAY_PLACE_REGION,
  OUTLAY_PLACE_CITY,
} OutlayPlaceForm;

/**
 * OutlayNames:
 * @phrases: names of organisations and places, words and signs of currencies
 * @patterns: patterns of the names of governments, each an entry of class
 *   %OUTLAY_ENTRY_GOVERNMENT
 * @organisations: (element-type OutlayOrganisation): all listed ones
 * @governments: (element-type utf8 OutlayOrganisation): by country code, of all countries
 * @worths: (element-type utf8 double): by currency code about how many US dollars a unit is
 * @name_word: number of the word that stands for a country's name in the names of governments
 * @adjective_word: the same of its adjective
 *
 * The names that all languages share. Not changed once it is made.
 */
typedef struct
{
  OutlayPhrases *phrases;
  OutlayPhrases *patterns;
  GPtrArray *organisations;
  GHashTable *governments;
  GHashTable *worths;
  guint32 name_word;
  guint32 adjective_word;
} OutlayNames;

/** OutlayNamesLanguage: returns the phrases of @language, where a name is that language's alone. */
typedef OutlayPhrases *(*OutlayNamesLanguage) (const char *language, gpointer data);

OutlayNames *outlay_names_new (OutlayVocabulary *vocabulary);
void outlay_names_free (OutlayNames *names);
void outlay_names_read_organisations (OutlayNames *names,
                                      OutlayDataFile *file,
                                      OutlayNamesLanguage language,
                                      gpointer data);
void outlay_names_read_given_names (OutlayNames *names,
                                    OutlayDataFile *file,
                                    OutlayNamesLanguage language,
                                    gpointer data);
void outlay_names_read_places (OutlayNames *names,
                               OutlayDataFile *file,
                               OutlayNamesLanguage language,
                               gpointer data);
void outlay_names_read_currencies (OutlayNames *names,
                                   OutlayDataFile *file,
                                   OutlayNamesLanguage language,
                                   gpointer data);
const OutlayOrganisation *
outlay_names_get_government (const OutlayNames *names, const char *country);

double outlay_names_get_worth (const OutlayNames *names, const char *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayNames, outlay_names_free)

G_END_DECLS
