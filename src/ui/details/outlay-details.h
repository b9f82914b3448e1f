/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "outlay-field-quote.h"

G_BEGIN_DECLS

/*
 * The pane that shows one deal: its fields, and beneath each the words that prove it, article by
 * article. Signals: "open-evidence" (#OutlayFieldQuote: the user wants to see those words in their
 * article), "star-toggled" (gboolean), "close", "quotes-changed". Actions: "details.open-quote"
 * (u), "details.copy" (as text and as HTML), "details.copy-json". With outlay_details_set_state()
 * the deal can be changed, each field in its place: "details.edit" (s: a field, "merge", "part",
 * "split", "read-as", "note", "tag"), "details.take-back" (s), "details.choose" ((uuu): a field, a
 * claim, a quote), "details.review", "details.reject", "details.untag" (s), "details.unpart",
 * "details.open-deal" (x).
 */
#define OUTLAY_TYPE_DETAILS (outlay_details_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDetails, outlay_details, OUTLAY, DETAILS, GtkWidget)

GtkWidget *outlay_details_new (void);
void outlay_details_set_deal (OutlayDetails *details, OutlayDealRecord *deal, OutlayLedger *ledger);
void outlay_details_set_articles (OutlayDetails *details, const GPtrArray *articles);
void outlay_details_set_state (OutlayDetails *details, OutlayViewState *state);
void outlay_details_set_starred (OutlayDetails *details, gboolean starred);
OutlayDealRecord *outlay_details_get_deal (OutlayDetails *details);
GPtrArray *outlay_details_get_quotes (OutlayDetails *details);

G_END_DECLS
