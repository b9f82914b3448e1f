/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "flows.h"

#include <string.h>

/* "A > B 5": A commits 5 billion dollars to B; without a figure none is stated. */
GPtrArray *
flows_read_deals (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "; ", -1);
  GPtrArray *deals = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      OutlayDealRecord *deal = outlay_deal_record_new ();

      deal->id = i + 1;
      deal->fields.status = OUTLAY_STATUS_AGREED;
      outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, words[0]);
      outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_RECIPIENT, words[2]);
      if (words[3] != NULL)
        {
          g_strlcpy (deal->fields.amount.currency, "USD", sizeof deal->fields.amount.currency);
          deal->fields.amount.high = g_ascii_strtoll (words[3], NULL, 10) * BILLION;
        }
      g_ptr_array_add (deals, deal);
    }
  return deals;
}

/* Invented deals among @n parties, the same for the same seed. */
GPtrArray *
flows_invent_deals (guint n_parties, guint n_deals, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_deals; i++)
    g_string_append_printf (text, "%sParty-%02d > Party-%02d %d", i > 0 ? "; " : "",
                            g_rand_int_range (rand, 0, (gint32)n_parties),
                            g_rand_int_range (rand, 0, (gint32)n_parties),
                            g_rand_int_range (rand, 1, 300));
  return flows_read_deals (text->str);
}

OutlayFlowMap *
flows_make_map (GPtrArray *deals, const char *currency)
{
  g_auto (OutlayDealLookup) lookup;

  outlay_deal_lookup_init_array (&lookup, deals);
  return outlay_flow_map_new (&lookup, currency);
}

OutlayFlowNode *
flows_find (const OutlayFlowMap *map, const char *name)
{
  for (guint i = 0; i < map->nodes->len; i++)
    {
      if (strcmp (outlay_flow_map_get_node (map, i)->name, name) == 0)
        return outlay_flow_map_get_node (map, i);
    }
  return NULL;
}

void
flows_lay_out (OutlayFlowMap *map, PangoContext *context, double width, double height)
{
  const OutlayChartStyle style = {context, 14, OUTLAY_CHART_LIGHT, FALSE};

  outlay_flow_map_lay_out (map, &style, width, height);
}
