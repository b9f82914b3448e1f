/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* Filters by a measure: a histogram to drag on, and two entries that say and take the bounds. */
#define OUTLAY_TYPE_RANGE_PANE (outlay_range_pane_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRangePane, outlay_range_pane, OUTLAY, RANGE_PANE, GtkWidget)

GtkWidget *outlay_range_pane_new (OutlayViewState *state, OutlayMeasure measure);

G_END_DECLS
