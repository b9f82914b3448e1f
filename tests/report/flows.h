/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals in a few words, and the flows of money that they make. */
#pragma once

#include "report/charts/outlay-flow-map.h"

G_BEGIN_DECLS

#define BILLION (G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT)

GPtrArray *flows_read_deals (const char *text);
GPtrArray *flows_invent_deals (guint n_parties, guint n_deals, guint32 seed);
OutlayFlowMap *flows_make_map (GPtrArray *deals, const char *currency);
OutlayFlowNode *flows_find (const OutlayFlowMap *map, const char *name);
void flows_lay_out (OutlayFlowMap *map, PangoContext *context, double width, double height);

G_END_DECLS
