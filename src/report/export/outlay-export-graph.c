/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who funds whom, for programs that draw and reckon graphs: GraphML, and the language of dot. */
#define G_LOG_DOMAIN "outlay-report"

#include "base/outlay-rates.h"
#include "base/sums/outlay-flows.h"
#include "report/export/outlay-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format.h"
#include "base/sums/outlay-sum.h"

/* Characters that XML cannot hold at all are left out. */
static char *
escape_xml (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x20 || c == '\t' || c == '\n')
        g_string_append_unichar (kept, c);
    }
  g_autofree char *clean = g_string_free (kept, FALSE);
  return g_markup_escape_text (clean, -1);
}

static const OutlayDealRecord *
get_deal (const OutlayExportJob *job, const OutlayFlow *flow, guint index)
{
  return g_ptr_array_index (job->deals, g_array_index (flow->deals, guint, index));
}

/* The sums of the deals between two, each currency apart. */
static char *
dup_amounts (const OutlayExportJob *job, const OutlayFlow *flow)
{
  g_autoptr (GArray) sums = outlay_sums_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flow->deals->len; i++)
    {
      const OutlayDealRecord *deal = get_deal (job, flow, i);
      gint64 total = outlay_deal_record_get_total (deal);

      if (outlay_money_is_set (&deal->fields.amount) && total != OUTLAY_MONEY_UNSET)
        outlay_sums_add (sums, deal->fields.amount.currency, total);
    }
  outlay_sums_sort (sums);
  for (guint i = 0; i < sums->len; i++)
    {
      const OutlaySum *sum = &g_array_index (sums, OutlaySum, i);
      g_autofree char *figure = outlay_format_sum (sum->currency, sum->hundredths);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", figure);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_ids (const OutlayExportJob *job, const OutlayFlow *flow)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < flow->deals->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            get_deal (job, flow, i)->id);
  return g_string_free (ids, FALSE);
}

static gboolean
is_in_circle (const OutlayFlows *flows, guint flow)
{
  for (guint i = 0; i < flows->circles->len; i++)
    {
      const GArray *steps = outlay_flows_get_circle (flows, i)->flows;

      for (guint j = 0; j < steps->len; j++)
        {
          if (g_array_index (steps, guint, j) == flow)
            return TRUE;
        }
    }
  return FALSE;
}

static void
append_graphml_nodes (GString *text, const OutlayFlows *flows)
{
  for (guint i = 0; i < flows->parties->len; i++)
    {
      g_autofree char *name = escape_xml (outlay_flows_get_party (flows, i));

      g_string_append_printf (text, "    <node id=\"p%u\"><data key=\"name\">%s</data></node>\n", i,
                              name);
    }
}

static void
append_graphml_edges (GString *text, const OutlayExportJob *job, const OutlayFlows *flows)
{
  for (guint i = 0; i < flows->flows->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (flows, i);
      g_autofree char *amounts = dup_amounts (job, flow);
      g_autofree char *escaped = escape_xml (amounts);
      g_autofree char *ids = dup_ids (job, flow);

      g_string_append_printf (text,
                              "    <edge source=\"p%u\" target=\"p%u\">\n"
                              "      <data key=\"deals\">%s</data>\n"
                              "      <data key=\"count\">%u</data>\n"
                              "      <data key=\"amount\">%s</data>\n"
                              "      <data key=\"circle\">%s</data>\n"
                              "    </edge>\n",
                              flow->payer, flow->recipient, ids, flow->deals->len, escaped,
                              is_in_circle (flows, i) ? "true" : "false");
    }
}

/** outlay_export_graphml: writes the flows as GraphML; returns whether all was written. */
gboolean
outlay_export_graphml (const OutlayExportJob *job, GError **error)
{
  g_autoptr (OutlayFlows) flows = outlay_flows_new (job->deals, OUTLAY_RATES_BASE);
  g_autoptr (GString) text = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
    "  <key id=\"deals\" for=\"edge\" attr.name=\"deals\" attr.type=\"string\"/>\n"
    "  <key id=\"count\" for=\"edge\" attr.name=\"count\" attr.type=\"int\"/>\n"
    "  <key id=\"amount\" for=\"edge\" attr.name=\"amount\" attr.type=\"string\"/>\n"
    "  <key id=\"circle\" for=\"edge\" attr.name=\"circle\" attr.type=\"boolean\"/>\n"
    "  <graph id=\"flows\" edgedefault=\"directed\">\n");

  append_graphml_nodes (text, flows);
  append_graphml_edges (text, job, flows);
  g_string_append (text, "  </graph>\n</graphml>\n");
  return outlay_export_put (job, text->str, error);
}

static char *
escape_dot (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
  return g_string_free (escaped, FALSE);
}

/** outlay_export_dot: writes the flows for Graphviz; returns whether all was written. */
gboolean
outlay_export_dot (const OutlayExportJob *job, GError **error)
{
  g_autoptr (OutlayFlows) flows = outlay_flows_new (job->deals, OUTLAY_RATES_BASE);
  g_autoptr (GString) text = g_string_new ("digraph flows {\n"
                                           "  charset=\"UTF-8\";\n"
                                           "  rankdir=LR;\n"
                                           "  node [shape=box, style=rounded];\n");

  for (guint i = 0; i < flows->parties->len; i++)
    {
      g_autofree char *name = escape_dot (outlay_flows_get_party (flows, i));

      g_string_append_printf (text, "  p%u [label=\"%s\"];\n", i, name);
    }
  for (guint i = 0; i < flows->flows->len; i++)
    {
      const OutlayFlow *flow = outlay_flows_get_flow (flows, i);
      g_autofree char *amounts = dup_amounts (job, flow);
      g_autofree char *label = escape_dot (amounts);

      g_string_append_printf (text, "  p%u -> p%u [label=\"%s\"%s];\n", flow->payer,
                              flow->recipient, label,
                              is_in_circle (flows, i) ? ", color=\"#b34700\", penwidth=2" : "");
    }
  g_string_append (text, "}\n");
  return outlay_export_put (job, text->str, error);
}
