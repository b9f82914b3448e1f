/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* So many columns it is drawn with at most. */
#define OUTLAY_SKETCH_COLUMNS 7

/* The outline of a measure's histogram, small enough to stand in a button. */
#define OUTLAY_TYPE_RANGE_SKETCH (outlay_range_sketch_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRangeSketch, outlay_range_sketch, OUTLAY, RANGE_SKETCH, GtkWidget)

GtkWidget *outlay_range_sketch_new (OutlayViewState *state, OutlayMeasure measure);
guint outlay_range_sketch_count (OutlayRangeSketch *sketch, guint *columns);

G_END_DECLS
