/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way through the flows by keys: from a party along the money to the flows that it pays and on
 * to who gets them, and against it to those that it gets. */
#define G_LOG_DOMAIN "outlay-report"

#include <math.h>
#include <string.h>

#include "outlay-flow-map.h"

#define NONE -1

/* The greatest flow that the party at @node pays, or gets. */
static int
find_greatest (const OutlayFlowMap *map, guint node, gboolean paid)
{
  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      if ((paid ? edge->from : edge->to) == node)
        return (int)i;
    }
  return NONE;
}

/* The nearest party above, below, before or behind another. */
static int
find_near (const OutlayFlowMap *map, int from, int across, int down)
{
  const OutlayFlowNode *now = outlay_flow_map_get_node (map, (guint)from);
  double least = G_MAXDOUBLE;
  int found = from;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);
      double dx = (node->x - now->x) * across;
      double dy = (node->y - now->y) * down;
      double distance = fabs (node->y - now->y) + 4 * fabs (node->x - now->x);

      if ((across != 0 && dx <= 1) || (down != 0 && (dy <= 0 || node->column != now->column))
          || distance >= least)
        continue;
      least = distance;
      found = (int)i;
    }
  return found;
}

/* Where flows of one party stand one below the other: by the party at their other end. */
static int
compare_places (const OutlayFlowMap *map, guint a, guint b, gboolean paid)
{
  const OutlayFlowEdge *first = outlay_flow_map_get_edge (map, a);
  const OutlayFlowEdge *second = outlay_flow_map_get_edge (map, b);
  const OutlayFlowNode *to = outlay_flow_map_get_node (map, paid ? first->to : first->from);
  const OutlayFlowNode *other = outlay_flow_map_get_node (map, paid ? second->to : second->from);

  if (fabs (to->y - other->y) > 0.01)
    return to->y < other->y ? -1 : 1;
  return a < b ? -1 : a > b;
}

/* The next flow below or above that the same party pays, or gets. */
static int
find_beside (const OutlayFlowMap *map, OutlayFlowSpot spot, int down)
{
  const OutlayFlowEdge *now = outlay_flow_map_get_edge (map, (guint)spot.edge);
  int found = NONE;

  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      if ((spot.paid ? edge->from != now->from : edge->to != now->to)
          || down * compare_places (map, i, (guint)spot.edge, spot.paid) <= 0)
        continue;
      if (found == NONE || down * compare_places (map, i, (guint)found, spot.paid) < 0)
        found = (int)i;
    }
  return found != NONE ? found : spot.edge;
}

/**
 * outlay_flow_map_step:
 * @map: laid out
 * @across: 1 along the money, -1 against it
 * @down: 1 down, -1 up
 *
 * Returns: what comes next: from a party its greatest flow on that side, or where it has none the
 *   nearest party there; from a flow the party at its end, or the next flow of the party that it
 *   was come from.
 */
OutlayFlowSpot
outlay_flow_map_step (const OutlayFlowMap *map, OutlayFlowSpot spot, int across, int down)
{
  OutlayFlowSpot next = OUTLAY_FLOW_SPOT_NONE;

  if (map->nodes->len == 0)
    return next;
  if (spot.edge != NONE && down != 0)
    return (OutlayFlowSpot){NONE, find_beside (map, spot, down), spot.paid};
  if (spot.edge != NONE)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, (guint)spot.edge);

      next.node = (int)(across > 0 ? edge->to : edge->from);
      return next;
    }
  if (spot.node == NONE)
    return (OutlayFlowSpot){0, NONE, FALSE};
  next.paid = across > 0;
  if (across != 0)
    next.edge = find_greatest (map, (guint)spot.node, next.paid);
  if (next.edge == NONE)
    next.node = find_near (map, spot.node, across, down);
  return next;
}

static int
find_node (const OutlayFlowMap *map, const OutlayFlowNode *wanted)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      if (node->others == wanted->others
          && (node->others || strcmp (node->name, wanted->name) == 0))
        return (int)i;
    }
  return NONE;
}

/**
 * outlay_flow_map_find_spot:
 * @spot: what was pointed at in @before
 *
 * Returns: the same party or flow in @map; nothing where it has none.
 */
OutlayFlowSpot
outlay_flow_map_find_spot (const OutlayFlowMap *map,
                           const OutlayFlowMap *before,
                           OutlayFlowSpot spot)
{
  OutlayFlowSpot found = OUTLAY_FLOW_SPOT_NONE;

  if (spot.node != NONE)
    found.node = find_node (map, outlay_flow_map_get_node (before, (guint)spot.node));
  if (spot.edge != NONE)
    {
      const OutlayFlowEdge *wanted = outlay_flow_map_get_edge (before, (guint)spot.edge);
      int from = find_node (map, outlay_flow_map_get_node (before, wanted->from));
      int to = find_node (map, outlay_flow_map_get_node (before, wanted->to));

      found.paid = spot.paid;
      for (guint i = 0; from != NONE && to != NONE && i < map->edges->len; i++)
        {
          const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

          if (edge->from == (guint)from && edge->to == (guint)to)
            found.edge = (int)i;
        }
    }
  return found;
}
