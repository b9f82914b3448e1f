/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/match/outlay-edges.h"

#define FIRST_SIZE 1024

static void
allocate (OutlayEdges *edges, guint32 size)
{
  edges->edges = g_new0 (OutlayEdge, size);
  edges->mask = size - 1;
}

static void
put (OutlayEdges *edges, guint64 key, guint32 target)
{
  guint32 slot = outlay_edges_slot (key) & edges->mask;

  while (edges->edges[slot].target != 0)
    slot = (slot + 1) & edges->mask;
  edges->edges[slot] = (OutlayEdge){key, target};
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
        put (edges, old[i].key, old[i].target);
    }
}

/** outlay_edges_init: makes @edges a tree of the root alone. */
void
outlay_edges_init (OutlayEdges *edges)
{
  allocate (edges, FIRST_SIZE);
  edges->n_edges = 0;
  edges->n_nodes = 2;
}

/** outlay_edges_clear: frees what @edges holds. */
void
outlay_edges_clear (OutlayEdges *edges)
{
  g_clear_pointer (&edges->edges, g_free);
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
  guint32 target = outlay_edges_follow (edges, node, label);

  if (target != 0)
    return target;
  /* Two empty slots of three keep the runs short. */
  if (edges->n_edges * 3 > edges->mask)
    grow (edges);
  target = edges->n_nodes++;
  put (edges, (guint64)node << 32 | label, target);
  edges->n_edges++;
  return target;
}
