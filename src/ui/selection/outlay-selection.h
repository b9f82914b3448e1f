/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/*
 * Which of the deals shown are selected, the same in every view. One of them is the state's
 * "selected", whose details are shown. Signal: "changed".
 */
#define OUTLAY_TYPE_SELECTION (outlay_selection_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySelection, outlay_selection, OUTLAY, SELECTION, GObject)

OutlaySelection *outlay_selection_new (OutlayViewState *state);
GtkSelectionModel *outlay_selection_get_model (OutlaySelection *self);
gboolean outlay_selection_find (OutlaySelection *self, OutlayDeal *deal, guint *position);
guint outlay_selection_count (OutlaySelection *self);
GPtrArray *outlay_selection_list (OutlaySelection *self);
OutlayShown *outlay_selection_dup_shown (OutlaySelection *self);
void outlay_selection_reduce (OutlaySelection *self);

G_END_DECLS
