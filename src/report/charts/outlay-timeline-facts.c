/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-timeline-facts.h"

static guint
learn_name (OutlayTimelineFacts *facts, GHashTable *known, const char *name)
{
  gpointer index;

  if (g_hash_table_lookup_extended (known, name, NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_ptr_array_add (facts->names, g_strdup (name));
  g_hash_table_insert (known, facts->names->pdata[facts->names->len - 1],
                       GUINT_TO_POINTER (facts->names->len - 1));
  return facts->names->len - 1;
}

static void
add_investors (OutlayTimelineFacts *facts, GHashTable *known, const OutlayFields *fields)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      if (party->role != OUTLAY_ROLE_INVESTOR)
        continue;
      guint name = learn_name (facts, known, party->name);
      g_array_append_val (facts->investors, name);
    }
}

static void
add_deal (OutlayTimelineFacts *facts,
          GHashTable *known,
          const OutlayDealRecord *deal,
          const char *currency)
{
  const OutlayFields *fields = &deal->fields;
  OutlayTimelineFact fact = {.id = deal->id,
                             .announced = fields->announced,
                             .start = fields->start,
                             .end = fields->end,
                             .investor = facts->investors->len,
                             .kind = fields->kind,
                             .counts = outlay_deal_record_counts (deal)};
  gint64 worth;

  fact.figures[OUTLAY_TIMELINE_POWER] = fields->capacity.kilowatts;
  if (outlay_deal_record_convert_total (deal, currency, &worth, NULL))
    fact.figures[OUTLAY_TIMELINE_MONEY] = worth;
  add_investors (facts, known, fields);
  fact.n_investors = facts->investors->len - fact.investor;
  g_array_append_val (facts->deals, fact);
}

/**
 * outlay_timeline_facts_new:
 * @deals: the deals, each of which is looked up once
 * @currency: ISO 4217 code of what money is told in, at the rates of the deals' time
 *
 * Returns: (transfer full): what is needed of the deals, in their order.
 */
OutlayTimelineFacts *
outlay_timeline_facts_new (const OutlayDealLookup *deals, const char *currency)
{
  OutlayTimelineFacts *facts = g_new0 (OutlayTimelineFacts, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  facts->deals = g_array_sized_new (FALSE, FALSE, sizeof (OutlayTimelineFact), deals->n_deals);
  facts->investors = g_array_new (FALSE, FALSE, sizeof (guint));
  facts->names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < deals->n_deals; i++)
    {
      g_autoptr (OutlayDealRecord) deal = outlay_deal_lookup_dup (deals, i);

      add_deal (facts, known, deal, currency);
    }
  return facts;
}

/** outlay_timeline_facts_free: gives back what @facts holds. */
void
outlay_timeline_facts_free (OutlayTimelineFacts *facts)
{
  g_array_unref (facts->deals);
  g_array_unref (facts->investors);
  g_ptr_array_unref (facts->names);
  g_free (facts);
}

/** outlay_timeline_facts_get: (transfer none): what is needed of the deal at @index. */
const OutlayTimelineFact *
outlay_timeline_facts_get (const OutlayTimelineFacts *facts, guint index)
{
  g_return_val_if_fail (index < facts->deals->len, NULL);

  return &g_array_index (facts->deals, OutlayTimelineFact, index);
}

/**
 * outlay_timeline_facts_get_investor:
 *
 * Returns: which of the names is the investor at @index of those of @deal.
 */
guint
outlay_timeline_facts_get_investor (const OutlayTimelineFacts *facts,
                                    const OutlayTimelineFact *deal,
                                    guint index)
{
  g_return_val_if_fail (index < deal->n_investors, 0);

  return g_array_index (facts->investors, guint, deal->investor + index);
}
