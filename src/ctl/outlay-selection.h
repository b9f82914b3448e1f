/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl/outlay-verb.h"
#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/** OUTLAY_SELECTION_N_LISTS: options of a selection that may be given several times. */
#define OUTLAY_SELECTION_N_LISTS 6

/**
 * OutlaySelection:
 * @ledger: path, as typed
 * @lists: values of kind, status, party, country, language and source, as typed
 * @search: as typed
 * @sort: as typed
 * @currency: (nullable): code of the currency to add up in
 * @review: whether only deals to review are wanted
 * @conflicts: whether only deals with conflicts are wanted
 * @starred: whether only starred deals are wanted
 * @rejected: whether only rejected deals are wanted
 *
 * Which deals of which ledger a verb is about: the filters of the window as options.
 */
typedef struct
{
  char *ledger;
  GStrv lists[OUTLAY_SELECTION_N_LISTS];
  char *search;
  char *sort;
  char *currency;
  gboolean review;
  gboolean conflicts;
  gboolean starred;
  gboolean rejected;
} OutlaySelection;

void outlay_selection_clear (OutlaySelection *selection);
GArray *outlay_selection_new_entries (OutlaySelection *selection, const GOptionEntry *more);
OutlayQuery *outlay_selection_new_query (const OutlaySelection *selection);
char *outlay_selection_find_mistake (const OutlaySelection *selection);
char *outlay_selection_dup_path (const char *typed);
OutlayLedger *outlay_selection_open (const char *path, OutlayLedgerFlags flags, GError **error);
GPtrArray *outlay_selection_load (const OutlaySelection *selection,
                                  OutlayLedger *ledger,
                                  guint *n_all,
                                  GError **error);
char *outlay_selection_describe (const OutlaySelection *selection, guint n_deals, guint n_all);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlaySelection, outlay_selection_clear)

G_END_DECLS
