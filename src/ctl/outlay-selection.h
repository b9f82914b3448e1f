/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/outlay-verb.h"
#include "ledger/outlay-ledger.h"
#include "model/outlay-filter.h"

G_BEGIN_DECLS

/** OUTLAY_SELECTION_N_LISTS: options of a selection that may be given several times. */
#define OUTLAY_SELECTION_N_LISTS 7

/**
 * OutlaySelection:
 * @ledger: path, as typed
 * @lists: values of kind, status, party, country, language, source and year, as typed
 * @ranges: of each #OutlayMeasure from what figure to what figure, as typed
 * @search: as typed
 * @sort: as typed
 * @currency: (nullable): code of the currency to add up in
 * @apart: whether none was wished for, so that each currency is added up by itself
 * @review: whether only deals to review are wanted
 * @conflicts: whether only deals with conflicts are wanted
 * @starred: whether only starred deals are wanted
 * @rejected: whether only rejected deals are wanted
 * @words: which deals they are, once they are loaded: "Deals of 2025 in Norway, 37 of 1,204"
 *
 * Which deals of which ledger a verb is about: the filters of the window as options.
 */
typedef struct
{
  char *ledger;
  GStrv lists[OUTLAY_SELECTION_N_LISTS];
  char *ranges[OUTLAY_N_MEASURES];
  char *search;
  char *sort;
  char *currency;
  gboolean apart;
  gboolean review;
  gboolean conflicts;
  gboolean starred;
  gboolean rejected;
  char *words;
} OutlaySelection;

void outlay_selection_clear (OutlaySelection *selection);
gboolean outlay_selection_parse (OutlaySelection *selection,
                                 const OutlayVerb *verb,
                                 const GOptionEntry *more,
                                 char ***arguments);
OutlayQuery *outlay_selection_new_query (const OutlaySelection *selection);
char *outlay_selection_dup_path (const char *typed);
OutlayLedger *outlay_selection_open (const char *path, OutlayLedgerFlags flags, GError **error);
GPtrArray *outlay_selection_load (OutlaySelection *selection,
                                  OutlayLedger **ledger,
                                  guint *n_all,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlaySelection, outlay_selection_clear)

G_END_DECLS
