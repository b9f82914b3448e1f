/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-facets.h"
#include "outlay-filter.h"
#include "outlay-histogram.h"
#include "outlay-shown.h"
#include "outlay-sort.h"
#include "outlay-store.h"
#include "outlay-totals.h"

G_BEGIN_DECLS

/*
 * What the window shows: filters, order, search text and selection. Sidebar, filter bar, views,
 * totals and printing bind to it and never to each other.
 *
 *   OutlayStore        all deals of the ledger            "changed"
 *      │
 *   OutlayFilter       those that miss no condition       one pass, which also counts the facets
 *      │
 *   OutlaySort         in the order chosen
 *      │
 *   "deals"            a GListModel of OutlayDeal         one "items-changed" a change
 *      │
 *   "selected"         one of them, or none; it stays through refreshes and re-sorting
 *
 * Properties: "deals" (#GListModel, read-only), "selected" (#OutlayDeal, nullable), "search-text"
 * (string), "sort" (uint, an #OutlaySort). Signals: "changed", once after anything of the filter,
 * the order or the deals changed; totals, facets and texts are right by then. "asked", after it
 * where the user asked for other deals or another order.
 */
#define OUTLAY_TYPE_VIEW_STATE (outlay_view_state_get_type ())
G_DECLARE_FINAL_TYPE (OutlayViewState, outlay_view_state, OUTLAY, VIEW_STATE, GObject)

OutlayViewState *outlay_view_state_new (OutlayStore *store);
OutlayStore *outlay_view_state_get_store (OutlayViewState *state);
GListModel *outlay_view_state_get_deals (OutlayViewState *state);
gboolean outlay_view_state_find_shown (OutlayViewState *state, OutlayDeal *deal, guint *position);
OutlayShown *outlay_view_state_dup_shown (OutlayViewState *state);
OutlayShown *outlay_view_state_dup_some_shown (OutlayViewState *state, const GArray *positions);
OutlayDeal *outlay_view_state_get_selected (OutlayViewState *state);
void outlay_view_state_set_selected (OutlayViewState *state, OutlayDeal *deal);

OutlayScope outlay_view_state_get_scope (OutlayViewState *state);
const char *outlay_view_state_get_source (OutlayViewState *state);
gint64 outlay_view_state_get_article (OutlayViewState *state);
void outlay_view_state_set_scope (OutlayViewState *state, OutlayScope scope);
void outlay_view_state_show_source (OutlayViewState *state, const char *source);
void outlay_view_state_show_article (OutlayViewState *state, gint64 article);
void outlay_view_state_show_import (OutlayViewState *state, OutlayImport *import);
void outlay_view_state_show_reread (OutlayViewState *state, const gint64 *ids, gsize n_ids);
gboolean outlay_view_state_shows_reread (OutlayViewState *state);
void outlay_view_state_clear_reread (OutlayViewState *state);
void outlay_view_state_show_flow (OutlayViewState *state,
                                  const char *payer,
                                  const GPtrArray *recipients);
gboolean outlay_view_state_shows_flow (OutlayViewState *state,
                                       const char *payer,
                                       const GPtrArray *recipients);
void outlay_view_state_clear_flow (OutlayViewState *state);
guint outlay_view_state_count_scope (OutlayViewState *state, OutlayScope scope);

const char *outlay_view_state_get_search_text (OutlayViewState *state);
gboolean outlay_view_state_is_searching (OutlayViewState *state);
void outlay_view_state_set_search_text (OutlayViewState *state, const char *text);
OutlaySort outlay_view_state_get_sort (OutlayViewState *state);
void outlay_view_state_set_totals_currency (OutlayViewState *state, const char *currency);
void outlay_view_state_set_sort (OutlayViewState *state, OutlaySort sort);
OutlayOrder outlay_view_state_get_order (OutlayViewState *state);
void outlay_view_state_set_order (OutlayViewState *state, OutlayOrder order);

void outlay_view_state_choose (OutlayViewState *state,
                               OutlayFacet facet,
                               const char *key,
                               OutlayChoice choice);
OutlayChoice
outlay_view_state_get_choice (OutlayViewState *state, OutlayFacet facet, const char *key);
void outlay_view_state_clear_facet (OutlayViewState *state, OutlayFacet facet);
void outlay_view_state_clear_filters (OutlayViewState *state);
guint outlay_view_state_count_filters (OutlayViewState *state);
gboolean outlay_view_state_has_choices (OutlayViewState *state, OutlayFacet facet);
int outlay_view_state_get_role (OutlayViewState *state);
void outlay_view_state_set_role (OutlayViewState *state, int role);
const OutlayRange *outlay_view_state_get_range (OutlayViewState *state, OutlayMeasure measure);
gboolean outlay_view_state_has_range (OutlayViewState *state, OutlayMeasure measure);
void outlay_view_state_set_range (OutlayViewState *state, OutlayMeasure measure, OutlayRange range);
void outlay_view_state_clear_range (OutlayViewState *state, OutlayMeasure measure);
const OutlayHistogram *
outlay_view_state_get_histogram (OutlayViewState *state, OutlayMeasure measure);
const char *outlay_view_state_get_currency (OutlayViewState *state);
void outlay_view_state_set_currency (OutlayViewState *state, const char *currency);
char *outlay_view_state_dup_filter_line (OutlayViewState *state);
void outlay_view_state_take_filter_line (OutlayViewState *state, const char *line);
gboolean
outlay_view_state_count_filter_line (OutlayViewState *state, const char *line, guint *count);
gboolean outlay_view_state_can_go (OutlayViewState *state, int steps);
void outlay_view_state_go (OutlayViewState *state, int steps);
gboolean outlay_view_state_is_partial (OutlayViewState *state);
GArray *outlay_view_state_list_facet (OutlayViewState *state, OutlayFacet facet);
char *outlay_view_state_dup_range (OutlayViewState *state, OutlayMeasure measure);
char *outlay_view_state_dup_flow (OutlayViewState *state);
char *outlay_view_state_dup_choices (OutlayViewState *state, OutlayFacet facet);

const OutlayTotals *outlay_view_state_get_totals (OutlayViewState *state);
gint64 outlay_view_state_get_largest (OutlayViewState *state);
char *outlay_view_state_dup_title (OutlayViewState *state);
char *outlay_view_state_dup_filter (OutlayViewState *state);
char *outlay_view_state_dup_filter_of_some (OutlayViewState *state, guint n_some);
const char *outlay_scope_get_title (OutlayScope scope);

G_END_DECLS
