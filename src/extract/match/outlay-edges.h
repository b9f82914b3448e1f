/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OutlayEdge: an edge: its node and label in one number, and where it leads, 0 for an empty slot.
 */
typedef struct
{
  guint64 key;
  guint32 target;
} OutlayEdge;

/**
 * OutlayEdges:
 *
 * The edges of a tree: from a node by a label to a node, in one open-addressed table. Nodes are
 * numbered from 1; 1 is the root.
 */
typedef struct
{
  OutlayEdge *edges;
  guint32 mask;
  guint32 n_edges;
  guint32 n_nodes;
} OutlayEdges;

void outlay_edges_init (OutlayEdges *edges);
void outlay_edges_clear (OutlayEdges *edges);
guint32 outlay_edges_add (OutlayEdges *edges, guint32 node, guint32 label);

static inline guint32
outlay_edges_slot (guint64 key)
{
  return (guint32)((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* Returns the node that @label leads to from @node, 0 where there is none. */
static inline guint32
outlay_edges_follow (const OutlayEdges *edges, guint32 node, guint32 label)
{
  guint64 key = (guint64)node << 32 | label;

  for (guint32 slot = outlay_edges_slot (key) & edges->mask;; slot = (slot + 1) & edges->mask)
    {
      const OutlayEdge *edge = &edges->edges[slot];

      if (edge->key == key)
        return edge->target;
      if (edge->target == 0)
        return 0;
    }
}

G_END_DECLS
