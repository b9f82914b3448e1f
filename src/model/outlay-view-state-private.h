/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the view state's files share: outlay-view-state.c shows what the filter lets through,
 * -filter.c changes the filter and goes back to earlier ones, -texts.c says it in words. */
#pragma once

#include "index/outlay-sifting.h"
#include "outlay-deal-list.h"
#include "outlay-search.h"
#include "outlay-view-state.h"

G_BEGIN_DECLS

struct _OutlayViewState
{
  GObject parent_instance;

  OutlayStore *store;
  OutlayFilter filter;
  OutlayOrder order;
  OutlaySearch *search;
  /* What is shown, and what will be once a worker thread has found it out. */
  OutlaySifting *sifting;
  GCancellable *pending;
  gboolean pending_asked;
  OutlayDealList *shown;
  OutlayDeal *selected;
  char currency[4];
  /* Filters that were on, as lines of text; those behind @history_place were gone back from. */
  GPtrArray *history;
  guint history_place;
};

void outlay_view_state_apply (OutlayViewState *state);
void outlay_view_state_show_filtered (OutlayViewState *state);
void outlay_view_state_notify_search_text (OutlayViewState *state);

G_END_DECLS
