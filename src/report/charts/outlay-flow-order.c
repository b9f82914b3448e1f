/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order the parties of a column stand: as few crossings as sweeping finds. */
#define G_LOG_DOMAIN "outlay-report"

#include <math.h>
#include <string.h>

#include "outlay-flow-private.h"

/* Times that all columns are put in the order of what they are tied to. */
#define SWEEPS 24

/* A column of node indexes, from above to below. */
typedef struct
{
  OutlayFlowMap *map;
  GArray *orders[8];
  /* Of each node its place in its column, and the mean place of those that it is tied to. */
  guint place[OUTLAY_FLOW_MAP_MOST + 1];
  double mean[OUTLAY_FLOW_MAP_MOST + 1];
} Sweep;

static int
compare_means (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sweep *sweep = data;
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  if (fabs (sweep->mean[first] - sweep->mean[second]) > 1e-9)
    return sweep->mean[first] < sweep->mean[second] ? -1 : 1;
  return strcmp (outlay_flow_map_get_node (sweep->map, first)->name,
                 outlay_flow_map_get_node (sweep->map, second)->name);
}

static void
note_places (Sweep *sweep)
{
  for (guint column = 0; column < sweep->map->n_columns; column++)
    {
      GArray *order = sweep->orders[column];

      for (guint i = 0; i < order->len; i++)
        sweep->place[g_array_index (order, guint, i)] = i;
    }
}

/* The mean place, as a share of the column, of those that @node is tied to on one side. */
static void
weigh (Sweep *sweep, guint node, gboolean by_left)
{
  const OutlayFlowMap *map = sweep->map;
  guint column = outlay_flow_map_get_node (map, node)->column;
  double sum = 0;
  guint count = 0;

  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
      guint other = edge->from == node ? edge->to : edge->from;
      guint other_column;

      if (edge->from != node && edge->to != node)
        continue;
      other_column = outlay_flow_map_get_node (map, other)->column;
      if (other_column == column || (other_column < column) != by_left)
        continue;
      sum += (sweep->place[other] + 0.5) / sweep->orders[other_column]->len;
      count++;
    }
  sweep->mean[node]
    = count > 0 ? sum / count : (sweep->place[node] + 0.5) / sweep->orders[column]->len;
}

static void
sort_column (Sweep *sweep, guint column, gboolean by_left)
{
  GArray *order = sweep->orders[column];

  for (guint i = 0; i < order->len; i++)
    weigh (sweep, g_array_index (order, guint, i), by_left);
  g_array_sort_with_data (order, compare_means, sweep);
  note_places (sweep);
}

static guint
count_crossings (const Sweep *sweep)
{
  const OutlayFlowMap *map = sweep->map;
  guint count = 0;

  for (guint i = 0; i < map->edges->len; i++)
    for (guint j = i + 1; j < map->edges->len; j++)
      {
        const OutlayFlowEdge *a = outlay_flow_map_get_edge (map, i);
        const OutlayFlowEdge *b = outlay_flow_map_get_edge (map, j);

        if (a->back || b->back
            || outlay_flow_map_get_node (map, a->from)->column
                 != outlay_flow_map_get_node (map, b->from)->column
            || outlay_flow_map_get_node (map, a->to)->column
                 != outlay_flow_map_get_node (map, b->to)->column)
          continue;
        if ((sweep->place[a->from] < sweep->place[b->from]
             && sweep->place[a->to] > sweep->place[b->to])
            || (sweep->place[a->from] > sweep->place[b->from]
                && sweep->place[a->to] < sweep->place[b->to]))
          count++;
      }
  return count;
}

static void
keep_best (const Sweep *sweep, guint *best, guint *least)
{
  guint crossings = count_crossings (sweep);

  if (crossings >= *least)
    return;
  *least = crossings;
  memcpy (best, sweep->place, sizeof sweep->place);
}

static int
compare_best (gconstpointer a, gconstpointer b, gpointer best)
{
  guint first = ((const guint *)best)[*(const guint *)a];
  guint second = ((const guint *)best)[*(const guint *)b];

  return first < second ? -1 : first > second;
}

/* Sweeps to and fro, and keeps the order that crossed least. */
static void
order_columns (Sweep *sweep)
{
  guint best[OUTLAY_FLOW_MAP_MOST + 1];
  guint least = G_MAXUINT;
  guint n_columns = sweep->map->n_columns;

  note_places (sweep);
  keep_best (sweep, best, &least);
  for (guint i = 0; i < SWEEPS && least > 0; i++)
    {
      for (guint j = 1; j < n_columns; j++)
        sort_column (sweep, i % 2 == 0 ? j : n_columns - 1 - j, i % 2 == 0);
      keep_best (sweep, best, &least);
    }
  for (guint i = 0; i < n_columns; i++)
    g_array_sort_with_data (sweep->orders[i], compare_best, best);
  note_places (sweep);
}

static void
begin_sweep (Sweep *sweep, OutlayFlowMap *map)
{
  *sweep = (Sweep){.map = map};
  for (guint i = 0; i < map->n_columns; i++)
    sweep->orders[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < map->nodes->len; i++)
    g_array_append_val (sweep->orders[outlay_flow_map_get_node (map, i)->column], i);
}

static void
end_sweep (Sweep *sweep)
{
  for (guint i = 0; i < sweep->map->n_columns; i++)
    g_array_unref (sweep->orders[i]);
}

/** outlay_flow_map_order: chooses the place of each party in its column. */
void
outlay_flow_map_order (OutlayFlowMap *map)
{
  Sweep sweep;

  begin_sweep (&sweep, map);
  order_columns (&sweep);
  for (guint i = 0; i < map->nodes->len; i++)
    outlay_flow_map_get_node (map, i)->place = sweep.place[i];
  end_sweep (&sweep);
}
