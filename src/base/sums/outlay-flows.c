/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who funds whom, and where the money comes back: a graph with a node a party and an edge a pair of
 * payer and recipient. A circle is a closed way that meets no party twice.
 */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-flows.h"

#include <string.h>

#include "base/outlay-rates.h"
#include "outlay-sum.h"

/* A longer way round tells a reader nothing any more. */
#define LONGEST_CIRCLE 6

/* Of a dense graph the circles grow beyond all number; the search ends here. */
#define MOST_CIRCLES 500
#define MOST_STEPS   200000

typedef struct
{
  OutlayFlows *flows;
  /* Of each party the indexes of the flows that it pays. */
  GPtrArray *paid;
  guint way[LONGEST_CIRCLE];
  gboolean *met;
  guint start;
  guint n_steps;
} Search;

static void
clear_flow (gpointer data)
{
  g_clear_pointer (&((OutlayFlow *)data)->deals, g_array_unref);
}

static void
clear_circle (gpointer data)
{
  g_clear_pointer (&((OutlayCircle *)data)->flows, g_array_unref);
}

static guint
find_party (OutlayFlows *flows, GHashTable *known, const char *name)
{
  gpointer index;

  if (g_hash_table_lookup_extended (known, name, NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_ptr_array_add (flows->parties, g_strdup (name));
  g_hash_table_insert (known, g_ptr_array_index (flows->parties, flows->parties->len - 1),
                       GUINT_TO_POINTER (flows->parties->len - 1));
  return flows->parties->len - 1;
}

static OutlayFlow *
find_flow (OutlayFlows *flows, GHashTable *pairs, guint payer, guint recipient)
{
  gint64 pair = (gint64)payer << 32 | recipient;
  gpointer index;

  if (!g_hash_table_lookup_extended (pairs, &pair, NULL, &index))
    {
      OutlayFlow flow = {.payer = payer, .recipient = recipient};

      flow.deals = g_array_new (FALSE, FALSE, sizeof (guint));
      index = GUINT_TO_POINTER (flows->flows->len);
      g_hash_table_insert (pairs, g_memdup2 (&pair, sizeof pair), index);
      g_array_append_val (flows->flows, flow);
    }
  return &g_array_index (flows->flows, OutlayFlow, GPOINTER_TO_UINT (index));
}

static void
list_role (
  OutlayFlows *flows, GHashTable *known, const OutlayFields *fields, OutlayRole role, GArray *found)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      if (party->role == role)
        {
          guint index = find_party (flows, known, party->name);

          g_array_append_val (found, index);
        }
    }
}

static void
add_deal (OutlayFlows *flows,
          GHashTable *known,
          GHashTable *pairs,
          guint index,
          const OutlayDealRecord *deal,
          const char *currency)
{
  g_autoptr (GArray) payers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) recipients = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 worth;

  if (!outlay_deal_record_convert_total (deal, currency, &worth, NULL))
    worth = 0;

  list_role (flows, known, &deal->fields, OUTLAY_ROLE_INVESTOR, payers);
  list_role (flows, known, &deal->fields, OUTLAY_ROLE_RECIPIENT, recipients);
  for (guint i = 0; i < payers->len; i++)
    {
      for (guint j = 0; j < recipients->len; j++)
        {
          guint payer = g_array_index (payers, guint, i);
          guint recipient = g_array_index (recipients, guint, j);

          if (payer == recipient)
            continue;
          OutlayFlow *flow = find_flow (flows, pairs, payer, recipient);
          if (worth > 0)
            flow->worth = outlay_add_saturated (flow->worth, worth / payers->len / recipients->len);
          flow->shared = flow->shared || payers->len > 1 || recipients->len > 1;
          g_array_append_val (flow->deals, index);
        }
    }
}

static void
add_circle (Search *search, guint length)
{
  OutlayCircle circle = {g_array_new (FALSE, FALSE, sizeof (guint)), G_MAXINT64};

  for (guint i = 0; i < length; i++)
    circle.worth = MIN (circle.worth, outlay_flows_get_flow (search->flows, search->way[i])->worth);
  g_array_append_vals (circle.flows, search->way, length);
  g_array_append_val (search->flows->circles, circle);
}

/* Every circle is found from the first of its parties alone, so that none is found twice. */
static void
follow (Search *search, guint party, guint length)
{
  const GArray *paid = g_ptr_array_index (search->paid, party);

  if (search->n_steps++ > MOST_STEPS || search->flows->circles->len >= MOST_CIRCLES)
    {
      search->flows->complete = FALSE;
      return;
    }
  search->met[party] = TRUE;
  for (guint i = 0; i < paid->len && length < LONGEST_CIRCLE; i++)
    {
      guint index = g_array_index (paid, guint, i);
      guint next = outlay_flows_get_flow (search->flows, index)->recipient;

      search->way[length] = index;
      if (next == search->start)
        add_circle (search, length + 1);
      else if (next > search->start && !search->met[next])
        follow (search, next, length + 1);
    }
  search->met[party] = FALSE;
}

static int
compare_names (const OutlayFlows *flows, const OutlayCircle *a, const OutlayCircle *b)
{
  for (guint i = 0; i < a->flows->len; i++)
    {
      const OutlayFlow *first = outlay_flows_get_flow (flows, g_array_index (a->flows, guint, i));
      const OutlayFlow *second = outlay_flows_get_flow (flows, g_array_index (b->flows, guint, i));
      int order = strcmp (outlay_flows_get_party (flows, first->payer),
                          outlay_flows_get_party (flows, second->payer));

      if (order != 0)
        return order;
    }
  return 0;
}

/* What comes round in few steps and in great amounts is what a reader looks for. */
static int
compare_circles (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlayCircle *first = a;
  const OutlayCircle *second = b;

  if (first->worth != second->worth)
    return first->worth > second->worth ? -1 : 1;
  if (first->flows->len != second->flows->len)
    return first->flows->len < second->flows->len ? -1 : 1;
  return compare_names (data, first, second);
}

/* The circle is told from the payer of its greatest flow on. */
static void
turn (OutlayFlows *flows, OutlayCircle *circle)
{
  GArray *turned = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  for (guint i = 1; i < circle->flows->len; i++)
    {
      gint64 worth = outlay_flows_get_flow (flows, g_array_index (circle->flows, guint, i))->worth;
      guint best = g_array_index (circle->flows, guint, first);

      if (worth > outlay_flows_get_flow (flows, best)->worth)
        first = i;
    }
  for (guint i = 0; i < circle->flows->len; i++)
    g_array_append_val (turned,
                        g_array_index (circle->flows, guint, (first + i) % circle->flows->len));
  g_array_unref (circle->flows);
  circle->flows = turned;
}

static void
count_deals (OutlayFlows *flows)
{
  g_autoptr (GHashTable) deals = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < flows->circles->len; i++)
    {
      const OutlayCircle *circle = outlay_flows_get_circle (flows, i);

      for (guint j = 0; j < circle->flows->len; j++)
        {
          const OutlayFlow *flow
            = outlay_flows_get_flow (flows, g_array_index (circle->flows, guint, j));

          for (guint k = 0; k < flow->deals->len; k++)
            g_hash_table_add (deals, GUINT_TO_POINTER (g_array_index (flow->deals, guint, k) + 1));
        }
    }
  flows->n_circle_deals = g_hash_table_size (deals);
}

static void
find_circles (OutlayFlows *flows)
{
  g_autoptr (GPtrArray) paid = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree gboolean *met = g_new0 (gboolean, flows->parties->len + 1);
  Search search = {.flows = flows, .paid = paid, .met = met};

  for (guint i = 0; i < flows->parties->len; i++)
    g_ptr_array_add (paid, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < flows->flows->len; i++)
    g_array_append_val ((GArray *)g_ptr_array_index (paid, outlay_flows_get_flow (flows, i)->payer),
                        i);
  for (guint i = 0; i < flows->parties->len; i++)
    {
      search.start = i;
      search.n_steps = 0;
      follow (&search, i, 0);
    }
  for (guint i = 0; i < flows->circles->len; i++)
    turn (flows, &g_array_index (flows->circles, OutlayCircle, i));
  g_array_sort_with_data (flows->circles, compare_circles, flows);
  count_deals (flows);
}

/**
 * outlay_flows_new_of:
 * @deals: the deals; those that do not count in totals pay nothing
 * @currency: ISO 4217 code of what sums are in, at the rates of the deals' time
 *
 * Returns: (transfer full): who funds whom in @deals, and the circles; the same for the same deals.
 */
OutlayFlows *
outlay_flows_new_of (const OutlayDealLookup *deals, const char *currency)
{
  OutlayFlows *flows = g_new0 (OutlayFlows, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  flows->parties = g_ptr_array_new_with_free_func (g_free);
  flows->flows = g_array_new (FALSE, FALSE, sizeof (OutlayFlow));
  g_array_set_clear_func (flows->flows, clear_flow);
  flows->circles = g_array_new (FALSE, FALSE, sizeof (OutlayCircle));
  g_array_set_clear_func (flows->circles, clear_circle);
  flows->complete = TRUE;
  for (guint i = 0; i < deals->n_deals; i++)
    {
      g_autoptr (OutlayDealRecord) deal = outlay_deal_lookup_dup (deals, i);

      if (outlay_deal_record_counts (deal))
        add_deal (flows, known, pairs, i, deal, currency);
    }
  find_circles (flows);
  return flows;
}

/**
 * outlay_flows_new:
 * @deals: (element-type OutlayDealRecord): deals that are there already
 *
 * Returns: (transfer full): what outlay_flows_new_of() makes of them.
 */
OutlayFlows *
outlay_flows_new (GPtrArray *deals, const char *currency)
{
  g_auto (OutlayDealLookup) lookup;

  outlay_deal_lookup_init_array (&lookup, deals);
  return outlay_flows_new_of (&lookup, currency);
}

/** outlay_flows_free: gives back what @flows holds. */
void
outlay_flows_free (OutlayFlows *flows)
{
  g_clear_pointer (&flows->circles, g_array_unref);
  g_clear_pointer (&flows->flows, g_array_unref);
  g_clear_pointer (&flows->parties, g_ptr_array_unref);
  g_free (flows);
}

/** outlay_flows_get_flow: (transfer none): the flow at @index. */
const OutlayFlow *
outlay_flows_get_flow (const OutlayFlows *flows, guint index)
{
  g_return_val_if_fail (index < flows->flows->len, NULL);

  return &g_array_index (flows->flows, OutlayFlow, index);
}

/** outlay_flows_get_circle: (transfer none): the circle at @index. */
const OutlayCircle *
outlay_flows_get_circle (const OutlayFlows *flows, guint index)
{
  g_return_val_if_fail (index < flows->circles->len, NULL);

  return &g_array_index (flows->circles, OutlayCircle, index);
}

/** outlay_flows_get_party: (transfer none): the name of the party at @index. */
const char *
outlay_flows_get_party (const OutlayFlows *flows, guint index)
{
  g_return_val_if_fail (index < flows->parties->len, NULL);

  return g_ptr_array_index (flows->parties, index);
}
