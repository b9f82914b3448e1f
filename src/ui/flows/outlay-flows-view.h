/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "report/charts/outlay-chart-file.h"

G_BEGIN_DECLS

/*
 * Who commits how much to whom among the deals shown, and the circles of money in them. Signal:
 * "opened", when the details of the deal selected are wanted.
 */
#define OUTLAY_TYPE_FLOWS_VIEW (outlay_flows_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFlowsView, outlay_flows_view, OUTLAY, FLOWS_VIEW, GtkWidget)

GtkWidget *outlay_flows_view_new (OutlayViewState *state);
void outlay_flows_view_open_circle (OutlayFlowsView *view);
GtkWidget *outlay_flows_view_make_tools (OutlayFlowsView *view);
cairo_surface_t *
outlay_flows_view_record (GtkWidget *widget, OutlayChartScheme scheme, GError **error);

G_END_DECLS
