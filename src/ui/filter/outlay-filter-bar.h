/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* The facets to filter by and the order; where it is narrow all facets are behind one button. */
#define OUTLAY_TYPE_FILTER_BAR (outlay_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFilterBar, outlay_filter_bar, OUTLAY, FILTER_BAR, GtkWidget)

void outlay_filter_bar_set_state (OutlayFilterBar *bar, OutlayViewState *state);
void outlay_filter_bar_set_sortable (OutlayFilterBar *bar, gboolean sortable);

G_END_DECLS
