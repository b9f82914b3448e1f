/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where parties and flows stand: columns from payers to recipients, room for every name. */
#define G_LOG_DOMAIN "outlay-report"

#include <math.h>
#include <string.h>

#include "base/sums/outlay-sum.h"
#include "outlay-flow-private.h"

/* Measures against the size of the text. */
#define TOP        4.6
#define BOTTOM     2.6
#define LEAST_SIDE 6.0
#define SIDE       8.4
#define MOST_SIDE  16.0
#define LEAST_STEP 9.0
#define LABEL_GAP  0.4
#define MARGIN     0.9
#define LABEL      2.5
#define SLOT_GAP   0.5
#define SMALLEST   0.36
#define GREATEST   2.4
#define THINNEST   0.09
#define ARC        2.2
#define ARC_SHARE  0.16

/* Where columns can stand: @start and @end are kept for the names outside of the first and last. */
typedef struct
{
  double start;
  double end;
  double step;
} Columns;

/* The nodes of a column, from above to below. */
static GArray *
list_column (const OutlayFlowMap *map, guint column)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint place = 0; place < map->nodes->len; place++)
    for (guint i = 0; i < map->nodes->len; i++)
      {
        const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

        if (node->column == column && node->place == place)
          g_array_append_val (nodes, i);
      }
  return nodes;
}

static gint64
get_sum (const OutlayFlowNode *node)
{
  return outlay_add_saturated (node->commits, node->receives);
}

static double
get_slot (const OutlayFlowMap *map, const OutlayFlowNode *node, double em)
{
  gboolean beside = node->column == 0 || node->column + 1 == map->n_columns;

  if (beside)
    return fmax (2 * node->radius, LABEL * em) + SLOT_GAP * em;
  return 2 * node->radius + (LABEL + SLOT_GAP) * em;
}

static void
size_nodes (OutlayFlowMap *map, double em)
{
  gint64 greatest = 1;

  for (guint i = 0; i < map->nodes->len; i++)
    greatest = MAX (greatest, get_sum (outlay_flow_map_get_node (map, i)));
  for (guint i = 0; i < map->nodes->len; i++)
    {
      OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      node->radius
        = (SMALLEST + (GREATEST - SMALLEST) * sqrt ((double)get_sum (node) / (double)greatest))
          * em;
    }
  for (guint i = 0; i < map->edges->len; i++)
    {
      OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      edge->width = fmax (2 * GREATEST * (double)edge->worth / (double)greatest, THINNEST) * em;
    }
}

static double
measure_column (const OutlayFlowMap *map, guint column, double em)
{
  double height = 0;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      if (node->column == column)
        height += get_slot (map, node, em);
    }
  return height;
}

/* What names and totals outside of a column take with the parties before them. */
static double
measure_side (const OutlayFlowMap *map, guint column, const OutlayChartStyle *style)
{
  double room = LEAST_SIDE * style->size;

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);
      g_autofree char *sum = NULL;
      double name, total;

      if (node->column != column)
        continue;
      sum = outlay_flow_map_dup_sum (map, get_sum (node));
      name = outlay_chart_measure (style, node->name, OUTLAY_FLOW_NAME_SCALE, TRUE);
      total = outlay_chart_measure (style, sum, OUTLAY_FLOW_SUM_SCALE, FALSE);
      room = fmax (room, fmax (name, total) + node->radius + (LABEL_GAP + MARGIN) * style->size);
    }
  return fmin (ceil (room), MOST_SIDE * style->size);
}

/* The names outside get the room that the columns can spare, so that they are seen whole. */
static void
place_columns (OutlayFlowMap *map, const OutlayChartStyle *style, double width, Columns *columns)
{
  guint n_steps = MAX (map->n_columns, 1) - 1;
  double start = measure_side (map, 0, style);
  double end = measure_side (map, n_steps, style);
  double spare;

  columns->start = fmin (start, SIDE * style->size);
  columns->end = fmin (end, SIDE * style->size);
  map->width = fmax (width, columns->start + columns->end + n_steps * LEAST_STEP * style->size);
  spare = map->width - columns->start - columns->end - n_steps * LEAST_STEP * style->size;
  columns->start = fmin (start, columns->start + spare / 2);
  columns->end = fmin (end, columns->end + spare / 2);
  columns->step = n_steps > 0 ? (map->width - columns->start - columns->end) / n_steps : 0;
}

/* The name stands outside of the first and last column, below the parties between them. */
static void
place_label (OutlayFlowMap *map, OutlayFlowNode *node, double step, double em)
{
  double gap = LABEL_GAP * em;

  if (map->n_columns > 1 && node->column > 0 && node->column + 1 < map->n_columns)
    node->label
      = (OutlayChartArea){node->x - (step - em) / 2, node->y + node->radius, step - em, LABEL * em};
  else if (node->column == 0)
    node->label = (OutlayChartArea){MARGIN * em, node->y - LABEL / 2 * em,
                                    node->x - node->radius - gap - MARGIN * em, LABEL * em};
  else
    node->label
      = (OutlayChartArea){node->x + node->radius + gap, node->y - LABEL / 2 * em,
                          map->width - node->x - node->radius - gap - MARGIN * em, LABEL * em};
}

static void
place_column (OutlayFlowMap *map, const Columns *columns, guint column, double em)
{
  g_autoptr (GArray) order = list_column (map, column);
  double room = map->height - (TOP + BOTTOM) * em;
  double spare = (room - measure_column (map, column, em)) / MAX (order->len, 1);
  double y = TOP * em;

  for (guint i = 0; i < order->len; i++)
    {
      OutlayFlowNode *node = outlay_flow_map_get_node (map, g_array_index (order, guint, i));
      double slot = get_slot (map, node, em);
      gboolean beside = column == 0 || column + 1 == map->n_columns;

      node->x = columns->start + columns->step * column;
      node->y = y + spare / 2 + (beside ? slot / 2 : node->radius + SLOT_GAP / 2 * em);
      y += slot + spare;
      place_label (map, node, columns->step, em);
    }
}

static void
set_ends (OutlayFlowEdge *edge, double start, double leave_y, double end, double enter_y)
{
  edge->points[0].x = start;
  edge->points[0].y = edge->points[1].y = leave_y;
  edge->points[2].y = edge->points[3].y = enter_y;
  edge->points[3].x = end;
}

/* How far to the side of its middle a node ends at a height. */
static double
get_reach (const OutlayFlowNode *node, double height)
{
  return sqrt (fmax (node->radius * node->radius - height * height, 0));
}

static void
place_forward (OutlayFlowEdge *edge,
               const OutlayFlowNode *from,
               const OutlayFlowNode *to,
               double leave,
               double enter)
{
  double start = from->x + get_reach (from, fabs (leave) + edge->width / 2);
  double end = to->x - get_reach (to, enter);

  set_ends (edge, start, from->y + leave, end, to->y + enter);
  edge->points[1].x = edge->points[2].x = (start + end) / 2;
}

/* Over the top of both, the higher the farther they are apart. */
static void
place_back (OutlayFlowEdge *edge, const OutlayFlowNode *from, const OutlayFlowNode *to, double em)
{
  double top = fmax (fmin (from->y - from->radius, to->y - to->radius) - ARC * em
                       - ARC_SHARE * fabs (from->x - to->x),
                     0.4 * em);

  set_ends (edge, from->x, from->y - from->radius, to->x, to->y - to->radius);
  edge->points[1].x = from->x;
  edge->points[2].x = to->x;
  edge->points[1].y = edge->points[2].y = top;
}

/* Within a column to the side where no names stand, the farther the more lies between them. */
static void
place_beside (OutlayFlowEdge *edge,
              const OutlayFlowNode *from,
              const OutlayFlowNode *to,
              double side,
              double em)
{
  double aside = side * (ARC * em + fmin (ARC_SHARE * fabs (from->y - to->y), 2 * ARC * em));

  set_ends (edge, from->x + side * from->radius, from->y, to->x + side * to->radius, to->y);
  edge->points[1].x = edge->points[0].x + aside;
  edge->points[2].x = edge->points[3].x + aside;
}

static gboolean
runs_forward (const OutlayFlowMap *map, const OutlayFlowEdge *edge)
{
  return !edge->back
         && outlay_flow_map_get_node (map, edge->from)->column
              < outlay_flow_map_get_node (map, edge->to)->column;
}

/* How far above or below a node's middle an edge meets it, so that edges lie side by side there. */
static double
find_shift (const OutlayFlowMap *map, const OutlayFlowEdge *edge, gboolean leaving)
{
  guint node = leaving ? edge->from : edge->to;
  double other = outlay_flow_map_get_node (map, leaving ? edge->to : edge->from)->y;
  double above = 0;
  double all = 0;

  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *beside = outlay_flow_map_get_edge (map, i);
      double y;

      if ((leaving ? beside->from : beside->to) != node || !runs_forward (map, beside))
        continue;
      y = outlay_flow_map_get_node (map, leaving ? beside->to : beside->from)->y;
      all += beside->width;
      if (y < other || (beside != edge && fabs (y - other) < 0.01 && beside < edge))
        above += beside->width;
    }
  return above + edge->width / 2 - all / 2;
}

static void
place_edges (OutlayFlowMap *map, double em)
{
  for (guint i = 0; i < map->edges->len; i++)
    {
      OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
      const OutlayFlowNode *from = outlay_flow_map_get_node (map, edge->from);
      const OutlayFlowNode *to = outlay_flow_map_get_node (map, edge->to);

      if (runs_forward (map, edge))
        place_forward (edge, from, to, find_shift (map, edge, TRUE), find_shift (map, edge, FALSE));
      else if (from->column == to->column)
        place_beside (edge, from, to, from->column + 1 < map->n_columns ? 1 : -1, em);
      else
        place_back (edge, from, to, em);
    }
}

/**
 * outlay_flow_map_lay_out:
 * @width: what there is; many columns take more
 * @height: what there is; many parties take more
 *
 * Places all, from left to right; the same for the same map, style and room.
 */
void
outlay_flow_map_lay_out (OutlayFlowMap *map,
                         const OutlayChartStyle *style,
                         double width,
                         double height)
{
  double em = style->size;
  Columns columns;

  size_nodes (map, em);
  place_columns (map, style, width, &columns);
  map->height = fmax (height, (TOP + BOTTOM) * em);
  for (guint i = 0; i < map->n_columns; i++)
    map->height = fmax (map->height, measure_column (map, i, em) + (TOP + BOTTOM) * em);
  for (guint i = 0; i < map->n_columns; i++)
    place_column (map, &columns, i, em);
  place_edges (map, em);
}

/**
 * outlay_flow_map_count_crossings:
 *
 * Returns: how often edges between the same two columns cross, as the map is laid out.
 */
guint
outlay_flow_map_count_crossings (const OutlayFlowMap *map)
{
  guint count = 0;

  for (guint i = 0; i < map->edges->len; i++)
    for (guint j = i + 1; j < map->edges->len; j++)
      {
        const OutlayFlowEdge *a = outlay_flow_map_get_edge (map, i);
        const OutlayFlowEdge *b = outlay_flow_map_get_edge (map, j);
        const OutlayFlowNode *from_a = outlay_flow_map_get_node (map, a->from);
        const OutlayFlowNode *from_b = outlay_flow_map_get_node (map, b->from);
        const OutlayFlowNode *to_a = outlay_flow_map_get_node (map, a->to);
        const OutlayFlowNode *to_b = outlay_flow_map_get_node (map, b->to);

        if (a->back || b->back || from_a->column != from_b->column || to_a->column != to_b->column)
          continue;
        if ((from_a->y - from_b->y) * (to_a->y - to_b->y) < 0)
          count++;
      }
  return count;
}

/**
 * outlay_flow_map_find_node:
 *
 * Returns: the index of the node at a point, or whose name is there; -1 where there is none.
 */
int
outlay_flow_map_find_node (const OutlayFlowMap *map, double x, double y)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      if (hypot (x - node->x, y - node->y) <= fmax (node->radius, 6)
          || outlay_chart_contains (&node->label, x, y))
        return (int)i;
    }
  return -1;
}

static double
get_distance (const OutlayFlowEdge *edge, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i <= 40; i++)
    {
      double t = i / 40.0;
      double u = 1 - t;
      double px = u * u * u * edge->points[0].x + 3 * u * u * t * edge->points[1].x
                  + 3 * u * t * t * edge->points[2].x + t * t * t * edge->points[3].x;
      double py = u * u * u * edge->points[0].y + 3 * u * u * t * edge->points[1].y
                  + 3 * u * t * t * edge->points[2].y + t * t * t * edge->points[3].y;

      least = fmin (least, hypot (x - px, y - py));
    }
  return least;
}

/**
 * outlay_flow_map_find_edge:
 *
 * Returns: the index of the edge nearest to a point that lies on it, -1 where none is.
 */
int
outlay_flow_map_find_edge (const OutlayFlowMap *map, double x, double y)
{
  double least = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
      double distance = get_distance (edge, x, y);

      if (distance <= fmax (edge->width / 2, 6) && distance < least)
        {
          least = distance;
          found = (int)i;
        }
    }
  return found;
}
