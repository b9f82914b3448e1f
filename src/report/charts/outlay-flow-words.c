/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the flows show, in words: at the pointer, spoken, and for those who don't see them. */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-flow-map.h"

/**
 * outlay_flow_map_dup_sum:
 *
 * Returns: (transfer full): an amount in short; where there is none, the words for that.
 */
char *
outlay_flow_map_dup_sum (const OutlayFlowMap *map, gint64 worth)
{
  if (worth <= 0)
    return g_strdup (C_ ("flows", "no amount"));
  return outlay_format_sum_compact (map->currency, worth);
}

/**
 * outlay_flow_map_dup_circle:
 *
 * Returns: (transfer full): the parties of a circle, all the way round: "Acme → Borealis → Acme".
 */
char *
outlay_flow_map_dup_circle (const OutlayFlowMap *map, guint circle)
{
  const GArray *round = outlay_flows_get_circle (map->flows, circle)->flows;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= round->len; i++)
    {
      const OutlayFlow *flow
        = outlay_flows_get_flow (map->flows, g_array_index (round, guint, i % round->len));

      /* An arrow stays on the line of the party before it. */
      g_string_append_printf (text, "%s%s", i > 0 ? "\u00a0→ " : "",
                              outlay_flows_get_party (map->flows, flow->payer));
    }
  return g_string_free (text, FALSE);
}

/**
 * outlay_flow_map_dup_circle_sum:
 *
 * Returns: (transfer full): what can travel all the way round: "$40 bn all the way round".
 */
char *
outlay_flow_map_dup_circle_sum (const OutlayFlowMap *map, guint circle)
{
  gint64 worth = outlay_flows_get_circle (map->flows, circle)->worth;
  g_autofree char *sum = NULL;

  if (worth <= 0)
    return g_strdup (C_ ("flows", "one side states no amount"));
  sum = outlay_flow_map_dup_sum (map, worth);
  return outlay_format_fill (C_ ("flows", "{amount} all the way round"), "amount", sum, NULL);
}

/**
 * outlay_flow_map_dup_circle_words:
 *
 * Returns: (transfer full): a circle in a line: "Acme → Borealis → Acme: $40 bn all the way round".
 */
char *
outlay_flow_map_dup_circle_words (const OutlayFlowMap *map, guint circle)
{
  g_autofree char *parties = outlay_flow_map_dup_circle (map, circle);
  g_autofree char *sum = outlay_flow_map_dup_circle_sum (map, circle);

  /* Translators: a circle of money: its parties, and what can travel all the way round */
  return outlay_format_fill (C_ ("flows", "{parties}: {amount}"), "parties", parties, "amount", sum,
                             NULL);
}

static char *
dup_count (const OutlayFlowEdge *edge)
{
  guint count = edge->deals->len;
  g_autofree char *number = outlay_format_count (count);

  return outlay_format_fill (g_dngettext (GETTEXT_PACKAGE, "{count} deal", "{count} deals", count),
                             "count", number, NULL);
}

/**
 * outlay_flow_map_dup_edge:
 *
 * Returns: (transfer full): a flow in a line: "Acme → Borealis: $50 bn, 2 deals".
 */
char *
outlay_flow_map_dup_edge (const OutlayFlowMap *map, guint index)
{
  const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, index);
  g_autofree char *sum = outlay_flow_map_dup_sum (map, edge->worth);
  g_autofree char *deals = dup_count (edge);

  /* Translators: a flow of money: who pays, who receives, how much and in how many deals */
  return outlay_format_fill (C_ ("flows", "{payer} → {recipient}: {amount}, {deals}"), "payer",
                             outlay_flow_map_get_node (map, edge->from)->name, "recipient",
                             outlay_flow_map_get_node (map, edge->to)->name, "amount", sum, "deals",
                             deals, NULL);
}

/**
 * outlay_flow_map_dup_edge_spoken:
 *
 * Returns: (transfer full): a flow as it is said: "Acme to Borealis, $50 billion, 2 deals".
 */
char *
outlay_flow_map_dup_edge_spoken (const OutlayFlowMap *map, guint index)
{
  const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, index);
  g_autofree char *sum = edge->worth > 0 ? outlay_format_sum (map->currency, edge->worth)
                                         : outlay_flow_map_dup_sum (map, 0);
  g_autofree char *deals = dup_count (edge);

  /* Translators: spoken: a flow of money: who pays, who receives, how much and in how many deals */
  return outlay_format_fill (C_ ("spoken", "{payer} to {recipient}, {amount}, {deals}"), "payer",
                             outlay_flow_map_get_node (map, edge->from)->name, "recipient",
                             outlay_flow_map_get_node (map, edge->to)->name, "amount", sum, "deals",
                             deals, NULL);
}

/**
 * outlay_flow_map_dup_words:
 *
 * Returns: (transfer full): all that the map shows, a line a flow and a circle.
 */
char *
outlay_flow_map_dup_words (const OutlayFlowMap *map)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < map->edges->len; i++)
    {
      g_autofree char *edge = outlay_flow_map_dup_edge (map, i);

      g_string_append_printf (words, "%s\n", edge);
    }
  if (map->flows->circles->len > 0)
    g_string_append_printf (words, "\n%s\n", C_ ("flows", "Circles of money"));
  for (guint i = 0; i < map->flows->circles->len; i++)
    {
      g_autofree char *circle = outlay_flow_map_dup_circle_words (map, i);

      g_string_append_printf (words, "%s\n", circle);
    }
  return g_string_free (words, FALSE);
}
