/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "report/charts/outlay-chart-file.h"

G_BEGIN_DECLS

/*
 * The deals shown on a time axis, with what the colours stand for beside it. Signals: "opened",
 * when the details of the deal selected are wanted; "period-wanted" (int64, int64: the first and
 * the last day as g_date_get_julian() counts), when only the deals of a period are.
 */
#define OUTLAY_TYPE_TIMELINE_VIEW (outlay_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTimelineView, outlay_timeline_view, OUTLAY, TIMELINE_VIEW, GtkWidget)

GtkWidget *outlay_timeline_view_new (OutlayViewState *state);
GtkWidget *outlay_timeline_view_make_tools (OutlayTimelineView *view);
cairo_surface_t *
outlay_timeline_view_record (GtkWidget *widget, OutlayChartScheme scheme, GError **error);

G_END_DECLS
