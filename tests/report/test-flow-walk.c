/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way through the flows by keys, and what each of them stands for. */
#define G_LOG_DOMAIN "outlay-tests"

#include "flows.h"

/* What a key leads to: a party, or a flow in its words. */
static char *
dup_spot (const OutlayFlowMap *map, OutlayFlowSpot spot)
{
  if (spot.edge >= 0)
    return outlay_flow_map_dup_edge_spoken (map, (guint)spot.edge);
  return g_strdup (spot.node >= 0 ? outlay_flow_map_get_node (map, (guint)spot.node)->name : "");
}

/* From a party along the money, by the flows of each. */
static void
test_keys (void)
{
  static const struct
  {
    int across;
    int down;
    const char *there;
  } steps[] = {
    {1, 0, "A"},
    {1, 0, "A to B, $90 billion, 2 deals"},
    {0, -1, "A to B, $90 billion, 2 deals"},
    {0, 1, "A to C, $30 billion, 1 deal"},
    {1, 0, "C"},
    {1, 0, "C to A, $4 billion, 1 deal"},
    {1, 0, "A"},
    {-1, 0, "C to A, $4 billion, 1 deal"},
    {-1, 0, "C"},
    {-1, 0, "A to C, $30 billion, 1 deal"},
    {0, 1, "D to C, no amount, 1 deal"},
    {-1, 0, "D"},
    {-1, 0, "D"},
    {0, -1, "A"},
  };
  g_autoptr (GPtrArray) deals = flows_read_deals ("A > B 50; A > B 40; A > C 30; C > A 4; D > C");
  g_autoptr (OutlayFlowMap) map = flows_make_map (deals, "USD");
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  OutlayFlowSpot spot = OUTLAY_FLOW_SPOT_NONE;

  flows_lay_out (map, context, 900, 600);
  g_object_unref (context);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *there = NULL;

      spot = outlay_flow_map_step (map, spot, steps[i].across, steps[i].down);
      there = dup_spot (map, spot);
      g_assert_cmpstr (there, ==, steps[i].there);
    }
}

/* In another map of the same parties, which stand elsewhere there. */
static void
test_find_again (void)
{
  g_autoptr (GPtrArray) deals = flows_read_deals ("A > B 50; A > C 30; C > A 4");
  g_autoptr (GPtrArray) fewer = flows_read_deals ("C > A 4; C > Z 70");
  g_autoptr (OutlayFlowMap) before = flows_make_map (deals, "USD");
  g_autoptr (OutlayFlowMap) map = flows_make_map (fewer, "USD");

  for (guint i = 0; i < before->edges->len; i++)
    {
      const OutlayFlowSpot spot = {-1, (int)i, TRUE};
      g_autofree char *there = dup_spot (before, spot);
      g_autofree char *found = dup_spot (map, outlay_flow_map_find_spot (map, before, spot));

      g_assert_cmpstr (found, ==, g_str_has_prefix (there, "C to A") ? there : "");
    }
  for (guint i = 0; i < before->nodes->len; i++)
    {
      const OutlayFlowSpot spot = {(int)i, -1, FALSE};
      g_autofree char *there = dup_spot (before, spot);
      g_autofree char *found = dup_spot (map, outlay_flow_map_find_spot (map, before, spot));

      g_assert_cmpstr (found, ==, g_str_equal (there, "B") ? "" : there);
    }
}

/* Of the flow to all that have no place of their own each deal counts once. */
static void
test_recipients (void)
{
  g_autoptr (GPtrArray) deals = flows_invent_deals (90, 400, 7);
  g_autoptr (OutlayFlowMap) map = NULL;
  guint n_to_others = 0;

  for (guint i = 0; i < deals->len; i++)
    outlay_fields_add_party (&((OutlayDealRecord *)deals->pdata[i])->fields, OUTLAY_ROLE_RECIPIENT,
                             "Party-99");
  map = flows_make_map (deals, "USD");
  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);
      const OutlayFlowNode *to = outlay_flow_map_get_node (map, edge->to);
      g_autoptr (GPtrArray) recipients = outlay_flow_map_list_recipients (map, i);

      g_assert_cmpuint (recipients->len, >=, 1);
      n_to_others += to->others;
      for (guint j = 0; j < recipients->len; j++)
        g_assert_true (to->others ? flows_find (map, recipients->pdata[j]) == NULL
                                  : g_str_equal (recipients->pdata[j], to->name));
      for (guint j = 1; j < edge->deals->len; j++)
        g_assert_cmpuint (g_array_index (edge->deals, guint, j - 1), <,
                          g_array_index (edge->deals, guint, j));
    }
  g_assert_cmpuint (n_to_others, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-walk/keys follow the money by the flows of each party", test_keys);
  g_test_add_func ("/flow-walk/what was pointed at is found in another map", test_find_again);
  g_test_add_func ("/flow-walk/a flow knows who gets it, and each of its deals once",
                   test_recipients);
  return g_test_run ();
}
