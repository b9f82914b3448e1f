/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/match/outlay-edges.h"

#include <stdlib.h>

#define FIRST_SIZE 1024

static guint32
get_slot (const OutlayEdges *edges, guint64 key)
{
  guint32 slot = (guint32)((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & edges->mask;

  while (edges->edges[slot].target != 0 && edges->edges[slot].key != key)
    slot = (slot + 1) & edges->mask;
  return slot;
}

static void
allocate (OutlayEdges *edges, guint32 size)
{
  edges->edges = g_new0 (OutlayEdge, size);
  edges->mask = size - 1;
}

static void
grow (OutlayEdges *edges)
{
  g_autofree OutlayEdge *old = edges->edges;
  guint32 size = edges->mask + 1;

  allocate (edges, size * 2);
  for (guint32 i = 0; i < size; i++)
    {
      if (old[i].target != 0)
        edges->edges[get_slot (edges, old[i].key)] = old[i];
    }
}

/** outlay_edges_init: makes @edges a tree of the root alone, open for more. */
void
outlay_edges_init (OutlayEdges *edges)
{
  *edges = (OutlayEdges){.n_nodes = 2};
  allocate (edges, FIRST_SIZE);
}

/** outlay_edges_clear: frees what @edges holds. */
void
outlay_edges_clear (OutlayEdges *edges)
{
  g_clear_pointer (&edges->edges, g_free);
  g_clear_pointer (&edges->first_child, g_free);
  g_clear_pointer (&edges->children, g_free);
}

/**
 * outlay_edges_add:
 *
 * Returns: the node that @label leads to from @node, made where there was none; a new one's number
 *   is one above the highest so far.
 */
guint32
outlay_edges_add (OutlayEdges *edges, guint32 node, guint32 label)
{
  guint64 key = (guint64)node << 32 | label;
  guint32 target = edges->edges[get_slot (edges, key)].target;

  if (target != 0)
    return target;
  /* Two empty slots of three keep the runs short. */
  if (edges->n_edges * 3 > edges->mask)
    grow (edges);
  target = edges->n_nodes++;
  edges->edges[get_slot (edges, key)] = (OutlayEdge){key, target};
  edges->n_edges++;
  return target;
}

static int
compare_children (const void *a, const void *b)
{
  const OutlayChild *first = a, *second = b;

  return first->label < second->label ? -1 : first->label > second->label;
}

/* Sets first_child of each node to where its children end, as if they were there already. */
static void
count_children (OutlayEdges *edges)
{
  edges->first_child = g_new0 (guint32, edges->n_nodes + 1);
  for (guint32 slot = 0; slot <= edges->mask; slot++)
    {
      if (edges->edges[slot].target != 0)
        edges->first_child[edges->edges[slot].key >> 32]++;
    }
  for (guint32 node = 1; node <= edges->n_nodes; node++)
    edges->first_child[node] += edges->first_child[node - 1];
}

/** outlay_edges_close: makes @edges ready for following; no edge is added from now on. */
void
outlay_edges_close (OutlayEdges *edges)
{
  count_children (edges);
  edges->children = g_new (OutlayChild, edges->n_edges);
  /* Filled from its end on, the row of each node's children is passed back to where it begins. */
  for (guint32 slot = 0; slot <= edges->mask; slot++)
    {
      const OutlayEdge *edge = &edges->edges[slot];

      if (edge->target != 0)
        edges->children[--edges->first_child[edge->key >> 32]]
          = (OutlayChild){(guint32)edge->key, edge->target};
    }
  for (guint32 node = 1; node < edges->n_nodes; node++)
    {
      guint32 first = edges->first_child[node], n = edges->first_child[node + 1] - first;

      if (n > 1)
        qsort (edges->children + first, n, sizeof *edges->children, compare_children);
    }
  g_clear_pointer (&edges->edges, g_free);
}
