/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parties and flows are drawn, and in which column each party stands. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-flow-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/sums/outlay-sum.h"

/* The payers, three steps of those who pass on, and the tail. */
#define MOST_COLUMNS 6

/* Where all is marked nothing is: so many circles stand out, the greatest first. */
#define MOST_MARKED 12

#define NOBODY G_MAXUINT

/* A party and what it commits and receives, to choose the greatest by. */
typedef struct
{
  guint party;
  gint64 commits;
  gint64 receives;
  const char *name;
} Rank;

static void
clear_node (gpointer data)
{
  g_free (((OutlayFlowNode *)data)->name);
}

static void
clear_edge (gpointer data)
{
  g_array_unref (((OutlayFlowEdge *)data)->deals);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *first = a;
  const Rank *second = b;
  gint64 first_sum = outlay_add_saturated (first->commits, first->receives);
  gint64 second_sum = outlay_add_saturated (second->commits, second->receives);

  if (first_sum != second_sum)
    return first_sum > second_sum ? -1 : 1;
  return strcmp (first->name, second->name);
}

/* All parties with a flow, the greatest first. */
static GArray *
rank_parties (const OutlayFlows *flows)
{
  GArray *ranks = g_array_sized_new (FALSE, TRUE, sizeof (Rank), flows->parties->len);
  g_autofree gboolean *flowing = g_new0 (gboolean, flows->parties->len + 1);

  g_array_set_size (ranks, flows->parties->len);
  for (guint i = 0; i < flows->parties->len; i++)
    {
      g_array_index (ranks, Rank, i).party = i;
      g_array_index (ranks, Rank, i).name = outlay_flows_get_party (flows, i);
    }
  for (guint i = 0; i < flows->flows->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (flows, i);
      Rank *payer = &g_array_index (ranks, Rank, flow->payer);
      Rank *recipient = &g_array_index (ranks, Rank, flow->recipient);

      payer->commits = outlay_add_saturated (payer->commits, flow->worth);
      recipient->receives = outlay_add_saturated (recipient->receives, flow->worth);
      flowing[flow->payer] = flowing[flow->recipient] = TRUE;
    }
  for (guint i = ranks->len; i > 0; i--)
    {
      if (!flowing[g_array_index (ranks, Rank, i - 1).party])
        g_array_remove_index (ranks, i - 1);
    }
  g_array_sort (ranks, compare_ranks);
  return ranks;
}

static void
add_node (OutlayFlowMap *map, const Rank *rank)
{
  OutlayFlowNode node
    = {.name = g_strdup (rank->name), .commits = rank->commits, .receives = rank->receives};

  g_array_append_val (map->nodes, node);
}

static void
add_others (OutlayFlowMap *map, const GArray *ranks)
{
  OutlayFlowNode node = {.others = TRUE};
  g_autofree char *count = NULL;

  map->n_others = ranks->len - map->nodes->len;
  for (guint i = map->nodes->len; i < ranks->len; i++)
    {
      const Rank *rank = &g_array_index (ranks, Rank, i);

      node.commits = outlay_add_saturated (node.commits, rank->commits);
      node.receives = outlay_add_saturated (node.receives, rank->receives);
    }
  count = outlay_format_count (map->n_others);
  /* Translators: stands for the smallest parties of a drawing */
  node.name = outlay_format_fill (C_ ("flows", "and {count} more"), "count", count, NULL);
  g_array_append_val (map->nodes, node);
}

/* Makes the nodes; returns of each party the index of its node. */
static guint *
add_nodes (OutlayFlowMap *map)
{
  g_autoptr (GArray) ranks = rank_parties (map->flows);
  guint *places = g_new (guint, map->flows->parties->len + 1);
  guint named = MIN (ranks->len, OUTLAY_FLOW_MAP_MOST);

  for (guint i = 0; i < map->flows->parties->len; i++)
    places[i] = NOBODY;
  for (guint i = 0; i < ranks->len; i++)
    {
      places[g_array_index (ranks, Rank, i).party] = MIN (i, named);
      if (i < named)
        add_node (map, &g_array_index (ranks, Rank, i));
    }
  if (ranks->len > named)
    add_others (map, ranks);
  return places;
}

static OutlayFlowEdge *
find_edge (OutlayFlowMap *map, guint from, guint to)
{
  for (guint i = 0; i < map->edges->len; i++)
    {
      OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      if (edge->from == from && edge->to == to)
        return edge;
    }
  OutlayFlowEdge edge
    = {.from = from, .to = to, .deals = g_array_new (FALSE, FALSE, sizeof (guint))};
  g_array_append_val (map->edges, edge);
  return outlay_flow_map_get_edge (map, map->edges->len - 1);
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlayFlowEdge *first = a;
  const OutlayFlowEdge *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

/* The smallest have no way of their own: what passes between two of them is not drawn, and what
 * they pay is but counted, as the node that stands for them would lie on every other way. */
static gboolean
is_drawn (const OutlayFlowMap *map, guint from, guint to)
{
  return from != to && !outlay_flow_map_get_node (map, from)->others;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

/* A deal with several of the smallest counts once in the flow to all of them. */
static void
count_once (GArray *deals)
{
  guint kept = 0;

  g_array_sort (deals, compare_numbers);
  for (guint i = 0; i < deals->len; i++)
    {
      if (i == 0 || g_array_index (deals, guint, i) != g_array_index (deals, guint, i - 1))
        g_array_index (deals, guint, kept++) = g_array_index (deals, guint, i);
    }
  g_array_set_size (deals, kept);
}

static void
add_edges (OutlayFlowMap *map, const guint *places)
{
  for (guint i = 0; i < map->flows->flows->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (map->flows, i);
      OutlayFlowEdge *edge;

      if (!is_drawn (map, places[flow->payer], places[flow->recipient]))
        {
          map->n_edges_left_out++;
          continue;
        }
      edge = find_edge (map, places[flow->payer], places[flow->recipient]);
      edge->worth = outlay_add_saturated (edge->worth, flow->worth);
      edge->shared = edge->shared || flow->shared;
      g_array_append_vals (edge->deals, flow->deals->data, flow->deals->len);
    }
  for (guint i = 0; i < map->edges->len; i++)
    count_once (outlay_flow_map_get_edge (map, i)->deals);
  g_array_sort_with_data (map->edges, compare_edges, NULL);
  if (map->edges->len <= OUTLAY_FLOW_MAP_MOST_EDGES)
    return;
  map->n_edges_left_out += map->edges->len - OUTLAY_FLOW_MAP_MOST_EDGES;
  g_array_set_size (map->edges, OUTLAY_FLOW_MAP_MOST_EDGES);
}

/* The greatest edges lay down which way the map runs; one that would close a circle runs back. With
 * at most 61 nodes a word of 64 bits holds all that a node leads to. */
static void
find_backs (OutlayFlowMap *map)
{
  guint64 leads_to[OUTLAY_FLOW_MAP_MOST + 1] = {0};

  G_STATIC_ASSERT (OUTLAY_FLOW_MAP_MOST < 64);
  for (guint i = 0; i < map->edges->len; i++)
    {
      OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      edge->back = (leads_to[edge->to] >> edge->from & 1) != 0;
      for (guint node = 0; !edge->back && node < map->nodes->len; node++)
        {
          if (node == edge->from || (leads_to[node] >> edge->from & 1) != 0)
            leads_to[node] |= leads_to[edge->to] | G_GUINT64_CONSTANT (1) << edge->to;
        }
    }
}

/* Where the longest way from payer to payer has more steps than there are columns, steps share
 * one. */
static void
fold_columns (OutlayFlowMap *map)
{
  guint depth = 1;

  for (guint i = 0; i < map->nodes->len; i++)
    depth = MAX (depth, outlay_flow_map_get_node (map, i)->column + 1);
  map->n_columns = map->nodes->len > 0 ? MIN (depth, MOST_COLUMNS) : 0;
  if (depth <= MOST_COLUMNS)
    return;
  for (guint i = 0; i < map->nodes->len; i++)
    {
      OutlayFlowNode *node = outlay_flow_map_get_node (map, i);

      node->column = (2 * node->column * (MOST_COLUMNS - 1) + depth - 1) / (2 * (depth - 1));
    }
}

/* Each party stands behind all that pay it. */
static void
choose_columns (OutlayFlowMap *map)
{
  gboolean moved = TRUE;

  for (guint round = 0; moved && round <= map->nodes->len; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < map->edges->len; i++)
        {
          const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
          OutlayFlowNode *to = outlay_flow_map_get_node (map, edge->to);
          guint wanted = outlay_flow_map_get_node (map, edge->from)->column + 1;

          if (edge->back || to->column >= wanted)
            continue;
          to->column = wanted;
          moved = TRUE;
        }
    }
  fold_columns (map);
}

static void
mark_circles (OutlayFlowMap *map)
{
  for (guint i = 0; i < map->flows->circles->len; i++)
    {
      g_autoptr (GArray) edges = outlay_flow_map_list_circle_edges (map, i);

      for (guint j = 0; j < edges->len; j++)
        {
          OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, g_array_index (edges, guint, j));

          edge->in_circle = TRUE;
          edge->marked = edge->marked || i < MOST_MARKED;
        }
    }
}

static int
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlayDealLookup *deals = data;
  gint64 first = outlay_deal_lookup_get_id (deals, *(const guint *)a);
  gint64 second = outlay_deal_lookup_get_id (deals, *(const guint *)b);

  return first < second ? -1 : first > second;
}

static guint *
order_deals (OutlayDealLookup *deals)
{
  guint *order = g_new (guint, deals->n_deals + 1);

  for (guint i = 0; i < deals->n_deals; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)deals->n_deals, sizeof *order, compare_deals, deals);
  return order;
}

static gint64
get_deal_id (gconstpointer data, guint index)
{
  const OutlayFlowMap *map = data;

  return outlay_deal_lookup_get_id (&map->deals, map->order[index]);
}

static OutlayDealRecord *
dup_deal (gconstpointer data, guint index)
{
  const OutlayFlowMap *map = data;

  return outlay_deal_lookup_dup (&map->deals, map->order[index]);
}

/* Who funds whom, with the deals in the order of their ids. */
static OutlayFlows *
find_flows (OutlayFlowMap *map)
{
  OutlayDealLookup ordered = {map->deals.n_deals, get_deal_id, dup_deal, map, NULL};

  return outlay_flows_new_of (&ordered, map->currency);
}

/**
 * outlay_flow_map_new:
 * @deals: (inout): the deals, taken over; their order does not matter
 * @currency: ISO 4217 code of what sums are in, at the rates of the deals' time
 *
 * Returns: (transfer full): who commits how much to whom, in columns but not yet laid out. A pure
 *   function, for any thread.
 */
OutlayFlowMap *
outlay_flow_map_new (OutlayDealLookup *deals, const char *currency)
{
  OutlayFlowMap *map = g_new0 (OutlayFlowMap, 1);
  g_autofree guint *places = NULL;

  map->deals = *deals;
  *deals = (OutlayDealLookup){0};
  map->order = order_deals (&map->deals);
  g_strlcpy (map->currency, currency, sizeof map->currency);
  map->flows = find_flows (map);
  map->nodes = g_array_new (FALSE, TRUE, sizeof (OutlayFlowNode));
  g_array_set_clear_func (map->nodes, clear_node);
  map->edges = g_array_new (FALSE, TRUE, sizeof (OutlayFlowEdge));
  g_array_set_clear_func (map->edges, clear_edge);
  places = add_nodes (map);
  add_edges (map, places);
  find_backs (map);
  choose_columns (map);
  mark_circles (map);
  outlay_flow_map_order (map);
  return map;
}

/**
 * outlay_flow_map_dup_deal:
 * @index: as edges and flows number deals
 *
 * Returns: (transfer full): the deal.
 */
OutlayDealRecord *
outlay_flow_map_dup_deal (const OutlayFlowMap *map, guint index)
{
  g_return_val_if_fail (index < map->deals.n_deals, NULL);

  return dup_deal (map, index);
}

/** outlay_flow_map_free: gives back what @map holds. */
void
outlay_flow_map_free (OutlayFlowMap *map)
{
  outlay_flows_free (map->flows);
  outlay_deal_lookup_clear (&map->deals);
  g_free (map->order);
  g_array_unref (map->nodes);
  g_array_unref (map->edges);
  g_free (map);
}

/** outlay_flow_map_get_node: (transfer none): the node at @index. */
OutlayFlowNode *
outlay_flow_map_get_node (const OutlayFlowMap *map, guint index)
{
  g_return_val_if_fail (index < map->nodes->len, NULL);

  return &g_array_index (map->nodes, OutlayFlowNode, index);
}

/** outlay_flow_map_get_edge: (transfer none): the edge at @index. */
OutlayFlowEdge *
outlay_flow_map_get_edge (const OutlayFlowMap *map, guint index)
{
  g_return_val_if_fail (index < map->edges->len, NULL);

  return &g_array_index (map->edges, OutlayFlowEdge, index);
}

static gboolean
is_named (const OutlayFlowNode *node, const char *name)
{
  return !node->others && strcmp (node->name, name) == 0;
}

static gboolean
has_node (const OutlayFlowMap *map, const char *name)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      if (is_named (outlay_flow_map_get_node (map, i), name))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_flow_map_list_recipients:
 *
 * Returns: (transfer container) (element-type utf8): who gets the money of the edge: one party, or
 *   those that have no node of their own.
 */
GPtrArray *
outlay_flow_map_list_recipients (const OutlayFlowMap *map, guint edge)
{
  const OutlayFlowEdge *drawn = outlay_flow_map_get_edge (map, edge);
  const OutlayFlowNode *from = outlay_flow_map_get_node (map, drawn->from);
  const OutlayFlowNode *to = outlay_flow_map_get_node (map, drawn->to);
  GPtrArray *recipients = g_ptr_array_new ();

  if (!to->others)
    g_ptr_array_add (recipients, to->name);
  for (guint i = 0; to->others && i < map->flows->flows->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (map->flows, i);
      const char *recipient = outlay_flows_get_party (map->flows, flow->recipient);

      if (is_named (from, outlay_flows_get_party (map->flows, flow->payer))
          && !has_node (map, recipient))
        g_ptr_array_add (recipients, (gpointer)recipient);
    }
  return recipients;
}

/**
 * outlay_flow_map_list_circle_edges:
 * @circle: index among the circles of the flows
 *
 * Returns: (transfer full) (element-type guint): the edges by which the money of the circle goes
 *   round; those of parties that have no node of their own are missing.
 */
GArray *
outlay_flow_map_list_circle_edges (const OutlayFlowMap *map, guint circle)
{
  const GArray *round = outlay_flows_get_circle (map->flows, circle)->flows;
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < round->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (map->flows, g_array_index (round, guint, i));
      const char *payer = outlay_flows_get_party (map->flows, flow->payer);
      const char *recipient = outlay_flows_get_party (map->flows, flow->recipient);

      for (guint index = 0; index < map->edges->len; index++)
        {
          const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, index);

          if (is_named (outlay_flow_map_get_node (map, edge->from), payer)
              && is_named (outlay_flow_map_get_node (map, edge->to), recipient))
            g_array_append_val (edges, index);
        }
    }
  return edges;
}
