/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-flow-map.h"

G_BEGIN_DECLS

/*
 * The drawing of who commits how much to whom, that lights what the pointer, the keyboard or a
 * circle is at. Signals: "node-clicked" (uint: its index), "edge-clicked" (uint: its index).
 */
#define OUTLAY_TYPE_FLOWS_CHART (outlay_flows_chart_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFlowsChart, outlay_flows_chart, OUTLAY, FLOWS_CHART, GtkWidget)

void outlay_flows_chart_show (OutlayFlowsChart *chart, OutlayFlowMap *map);
OutlayFlowMap *outlay_flows_chart_get_map (OutlayFlowsChart *chart);
GArray *outlay_flows_chart_list_lit (OutlayFlowsChart *chart);
void outlay_flows_chart_light_circle (OutlayFlowsChart *chart, int circle);
gboolean outlay_flows_chart_find_lit (OutlayFlowsChart *chart, OutlayChartArea *area);
gboolean outlay_flows_chart_is_placed (OutlayFlowsChart *chart);
void outlay_flows_chart_zoom (OutlayFlowsChart *chart, double factor);

G_END_DECLS
