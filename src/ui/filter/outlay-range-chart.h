/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* The histogram of a measure: dragging selects the bars from the first to the last touched, the
 * arrow keys move the lower bound and, with Shift, the upper one. */
#define OUTLAY_TYPE_RANGE_CHART (outlay_range_chart_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRangeChart, outlay_range_chart, OUTLAY, RANGE_CHART, GtkWidget)

GtkWidget *outlay_range_chart_new (OutlayViewState *state, OutlayMeasure measure);

G_END_DECLS
