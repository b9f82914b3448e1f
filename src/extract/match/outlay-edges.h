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

/** OutlayChild: an edge of a closed tree. */
typedef struct
{
  guint32 label;
  guint32 target;
} OutlayChild;

/**
 * OutlayEdges:
 *
 * The edges of a tree: from a node by a label to a node. Nodes are numbered from 1, a child above
 * its parent; 1 is the root. While it grows they stand in one open-addressed table; closed, those
 * of a node stand side by side in the order of their labels, in a tenth of the room.
 */
typedef struct
{
  OutlayEdge *edges;
  guint32 mask;
  guint32 n_edges;
  guint32 n_nodes;
  guint32 *first_child; /* by node, and one more */
  OutlayChild *children;
} OutlayEdges;

void outlay_edges_init (OutlayEdges *edges);
void outlay_edges_clear (OutlayEdges *edges);
guint32 outlay_edges_add (OutlayEdges *edges, guint32 node, guint32 label);
void outlay_edges_close (OutlayEdges *edges);

/* Returns the node that @label leads to from @node in a closed tree, 0 where there is none. */
static inline guint32
outlay_edges_follow (const OutlayEdges *edges, guint32 node, guint32 label)
{
  guint32 low = edges->first_child[node], high = edges->first_child[node + 1];

  while (low < high)
    {
      guint32 middle = (low + high) / 2;

      if (edges->children[middle].label < label)
        low = middle + 1;
      else if (edges->children[middle].label > label)
        high = middle;
      else
        return edges->children[middle].target;
    }
  return 0;
}

G_END_DECLS
