/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/**
 * Record:
 * @investor: (nullable): who commits
 * @recipient: (nullable): to whom, several apart by "|"
 * @amount: in the JSON form: "USD up_to 50", billions
 * @date: (nullable): when it was made known, in the JSON form
 * @country: (nullable): where
 * @megawatts: how much
 * @sources: (nullable): of each article its source and language: "paper/en|daily/de"
 *
 * A deal in the few words that a test needs; its id is its place in the table, from 1.
 */
typedef struct
{
  OutlayKind kind;
  OutlayStatus status;
  const char *investor;
  const char *recipient;
  const char *amount;
  const char *date;
  const char *country;
  gint64 megawatts;
  const char *sources;
  gboolean review;
  guint conflicts;
  gboolean each;
} Record;

OutlayDealRecord *record_make (const Record *record, gint64 id);
void records_put (OutlayStore *store, const Record *records, guint count);
OutlayViewState *records_show (const Record *records, guint count);
char *records_list_shown (OutlayViewState *state);

G_END_DECLS
