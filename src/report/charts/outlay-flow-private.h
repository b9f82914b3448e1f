/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-flow-map.h"

G_BEGIN_DECLS

/* The sizes of a party's name and its total against the size of the text. */
#define OUTLAY_FLOW_NAME_SCALE 0.92
#define OUTLAY_FLOW_SUM_SCALE  0.82

void outlay_flow_map_order (OutlayFlowMap *map);
double outlay_flow_edge_get_arrow (const OutlayFlowEdge *edge, double em);
void outlay_flow_map_draw_amounts (const OutlayFlowMap *map,
                                   const GArray *edges,
                                   const OutlayCanvas *canvas);

G_END_DECLS
