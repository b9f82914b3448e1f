/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The data files, compiled: the words of one language, and the organisations, places and currencies
 * that all languages share. Internal to extract.
 *
 * A cue is a word or phrase of a section "[cue.CLASS]" of a lexicon, under the key VALUE; it comes
 * out as a mention of the name "CLASS:VALUE". The program knows the classes that assembly asks
 * for; a new one is a new section. One phrase may stand in several classes; of one class the
 * longest phrase counts. The classes so far:
 *
 *   kind      build, equity, supply, acquisition, venture, financing, budget, grant: what the
 *             words speak of; a verb or a noun
 *   status    rumoured, announced, agreed, under_way, completed, cancelled
 *   pays      subject: verbs whose subject pays ("invest", "buy"); object: whose subject is paid
 *             or gets ("receive", "raise", "sell"); noun: "investment of", "order from"
 *   voice     passive: what makes a verb passive, so that "pays" turns round
 *   link      to, from, by, with, for, in: prepositions that introduce a party or a place
 *   negative  valuation, revenue, profit, shares, fine, wages, market, sum, tax, jobs, price,
 *             past, stock: what makes an amount no deal
 *   negation  not
 *   scope     total ("in total", the whole), part (a tranche, a phase, a share), option (could
 *             grow to), old (a replaced figure: "from 118", "up from")
 *   time      start (begins in), end (by, until, completed in), announced
 *   subject   data_center, chips, cloud, power, network, model, ai: what it is about
 *   pronoun   company ("the group", "it"), companies ("the two companies"), government
 *   quote     says: verbs of saying, whose subject is not a party by that alone
 *   clause    breaks: conjunctions that begin another clause
 */
#pragma once

#include "base/outlay-data-file.h"
#include "base/outlay-money.h"

G_BEGIN_DECLS

/** OutlayOrganisationType: what kind of organisation a listed one is. */
typedef enum
{
  OUTLAY_ORGANISATION_COMPANY,
  OUTLAY_ORGANISATION_FUND,
  OUTLAY_ORGANISATION_GOVERNMENT,
  OUTLAY_ORGANISATION_AGENCY,
} OutlayOrganisationType;

/**
 * OutlayOrganisation:
 * @name: usual name, interned
 * @country: code of its seat, "" where the file doesn't say
 * @type: what it is
 *
 * An organisation that the data file lists.
 */
typedef struct
{
  const char *name;
  char country[3];
  OutlayOrganisationType type;
} OutlayOrganisation;

/**
 * OutlayLexicon:
 *
 * The words of one language, compiled. Not changed once it is made.
 */
typedef struct _OutlayLexicon OutlayLexicon;

const char *outlay_lexicon_get_language (const OutlayLexicon *lexicon);

G_END_DECLS
