/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-flow-map.h"

G_BEGIN_DECLS

/*
 * The circles of money in the deals shown, each with its deals. Signals: "circle-picked" (int: its
 * index, -1 for none), "deal-picked" (int64: the deal's id).
 */
#define OUTLAY_TYPE_FLOWS_CIRCLES (outlay_flows_circles_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFlowsCircles, outlay_flows_circles, OUTLAY, FLOWS_CIRCLES, GtkWidget)

void outlay_flows_circles_open (OutlayFlowsCircles *circles);
void outlay_flows_circles_show (OutlayFlowsCircles *circles, const OutlayFlowMap *map);

G_END_DECLS
