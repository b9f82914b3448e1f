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
compare_edges (const void *a, const void *b)
{
  const OutlayEdge *first = a, *second = b;

  return first->key < second->key ? -1 : first->key > second->key;
}

/** outlay_edges_close: makes @edges ready for following; no edge is added from now on. */
void
outlay_edges_close (OutlayEdges *edges)
{
  guint32 kept = 0, node = 0;

  for (guint32 slot = 0; slot <= edges->mask; slot++)
    {
      if (edges->edges[slot].target != 0)
        edges->edges[kept++] = edges->edges[slot];
    }
  qsort (edges->edges, kept, sizeof *edges->edges, compare_edges);
  edges->first_child = g_new (guint32, edges->n_nodes + 1);
  edges->children = g_new (OutlayChild, kept);
  for (guint32 i = 0; i < kept; i++)
    {
      while (node <= edges->edges[i].key >> 32)
        edges->first_child[node++] = i;
      edges->children[i] = (OutlayChild){(guint32)edges->edges[i].key, edges->edges[i].target};
    }
  while (node <= edges->n_nodes)
    edges->first_child[node++] = kept;
  g_clear_pointer (&edges->edges, g_free);
}
