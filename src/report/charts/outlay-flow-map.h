/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/sums/outlay-flows.h"
#include "outlay-chart.h"

G_BEGIN_DECLS

/** OUTLAY_FLOW_MAP_MOST: so many parties can be read; the others join in one. */
#define OUTLAY_FLOW_MAP_MOST 60

/** OUTLAY_FLOW_MAP_MOST_EDGES: so many flows can be told apart; the smallest are left out. */
#define OUTLAY_FLOW_MAP_MOST_EDGES 160

/** OUTLAY_FLOW_MAP_UNLIT: the strength of all that is not lit while something is; sums are told
 * with it, and under contrast all else is seen. */
#define OUTLAY_FLOW_MAP_UNLIT 0.75

/**
 * OutlayFlowNode:
 * @name: the party, or of the node that stands for all others how many they are
 * @commits: hundredths of the currency's unit that it pays
 * @receives: hundredths of the currency's unit that it gets
 * @others: whether it stands for all others
 * @column: from the left
 * @place: in its column, from above
 * @x: of its middle
 * @y: of its middle
 * @radius: of its circle, whose area goes by what it commits and receives
 * @label: where its name and total stand
 */
typedef struct
{
  char *name;
  gint64 commits;
  gint64 receives;
  gboolean others;
  guint column;
  guint place;
  double x, y, radius;
  OutlayChartArea label;
} OutlayFlowNode;

/**
 * OutlayFlowEdge:
 * @from: index of the node that pays
 * @to: index of the node that gets it
 * @worth: hundredths of the currency's unit, 0 where no deal between them states an amount
 * @shared: whether any of the deals is split among several parties
 * @deals: (element-type guint): the deals, as outlay_flow_map_dup_deal() numbers them
 * @back: whether it runs against the others, over the top
 * @in_circle: whether money comes back by it
 * @marked: whether that is seen before it is lit, as its circle is one of the greatest
 * @width: how thick it is
 * @points: where it begins, bends, bends and ends
 */
typedef struct
{
  guint from;
  guint to;
  gint64 worth;
  gboolean shared;
  GArray *deals;
  gboolean back;
  gboolean in_circle;
  gboolean marked;
  double width;
  struct
  {
    double x, y;
  } points[4];
} OutlayFlowEdge;

/**
 * OutlayFlowMap:
 * @currency: of all sums
 * @flows: who funds whom
 * @deals: where the deals are that the edges mean
 * @order: (array): of the deals in the order of their ids the indexes in @deals
 * @nodes: (element-type OutlayFlowNode): from column to column, each from above to below
 * @edges: (element-type OutlayFlowEdge): the greatest first
 * @n_others: how many parties are in no node of their own
 * @n_edges_left_out: how many flows are too small among too many to be drawn
 * @n_columns: how many columns there are
 * @width: of the drawing, once it is laid out
 * @height: of the drawing, once it is laid out
 */
typedef struct
{
  char currency[4];
  OutlayFlows *flows;
  OutlayDealLookup deals;
  guint *order;
  GArray *nodes;
  GArray *edges;
  guint n_others;
  guint n_edges_left_out;
  guint n_columns;
  double width;
  double height;
} OutlayFlowMap;

/**
 * OutlayFlowSpot:
 * @node: index of the party that is pointed at, -1 for none
 * @edge: index of the flow that is, -1 for none
 * @paid: whether that is one of those that its payer pays; else it is one that its recipient gets
 */
typedef struct
{
  int node;
  int edge;
  gboolean paid;
} OutlayFlowSpot;

/** OUTLAY_FLOW_SPOT_NONE: points at nothing. */
#define OUTLAY_FLOW_SPOT_NONE                                                                      \
  {                                                                                                \
    -1, -1, FALSE                                                                                  \
  }

OutlayFlowMap *outlay_flow_map_new (OutlayDealLookup *deals, const char *currency);
void outlay_flow_map_free (OutlayFlowMap *map);
void outlay_flow_map_lay_out (OutlayFlowMap *map,
                              const OutlayChartStyle *style,
                              double width,
                              double height);
OutlayDealRecord *outlay_flow_map_dup_deal (const OutlayFlowMap *map, guint index);
OutlayFlowNode *outlay_flow_map_get_node (const OutlayFlowMap *map, guint index);
OutlayFlowEdge *outlay_flow_map_get_edge (const OutlayFlowMap *map, guint index);
GPtrArray *outlay_flow_map_list_recipients (const OutlayFlowMap *map, guint edge);
GArray *outlay_flow_map_list_circle_edges (const OutlayFlowMap *map, guint circle);
int outlay_flow_map_find_node (const OutlayFlowMap *map, double x, double y);
int outlay_flow_map_find_edge (const OutlayFlowMap *map, double x, double y);
guint outlay_flow_map_count_crossings (const OutlayFlowMap *map);

OutlayFlowSpot
outlay_flow_map_step (const OutlayFlowMap *map, OutlayFlowSpot spot, int across, int down);
OutlayFlowSpot outlay_flow_map_find_spot (const OutlayFlowMap *map,
                                          const OutlayFlowMap *before,
                                          OutlayFlowSpot spot);

void outlay_flow_map_draw (const OutlayFlowMap *map, const OutlayCanvas *canvas);
void outlay_flow_map_draw_lit (const OutlayFlowMap *map,
                               const GArray *edges,
                               OutlayFlowSpot spot,
                               gboolean marked,
                               const OutlayCanvas *canvas);
char *outlay_flow_map_dup_sum (const OutlayFlowMap *map, gint64 worth);
char *outlay_flow_map_dup_circle (const OutlayFlowMap *map, guint circle);
char *outlay_flow_map_dup_circle_sum (const OutlayFlowMap *map, guint circle);
char *outlay_flow_map_dup_circle_words (const OutlayFlowMap *map, guint circle);
char *outlay_flow_map_dup_edge (const OutlayFlowMap *map, guint index);
char *outlay_flow_map_dup_edge_spoken (const OutlayFlowMap *map, guint index);
char *outlay_flow_map_dup_words (const OutlayFlowMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFlowMap, outlay_flow_map_free)

G_END_DECLS
