/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-tally.h"

#include "base/outlay-rates.h"

/* Parts of parts end somewhere; a ledger that was tampered with may make a circle of them. */
#define MAX_DEPTH 32

/** outlay_tally_init: makes @tally count nothing. */
void
outlay_tally_init (OutlayTally *tally)
{
  *tally = (OutlayTally){.exact = TRUE};
  tally->deals = g_array_new (FALSE, FALSE, sizeof (OutlayTallyDeal));
  tally->with_money = g_array_new (FALSE, FALSE, sizeof (guint));
  tally->with_capacity = g_array_new (FALSE, FALSE, sizeof (guint));
  tally->sums = outlay_sums_new ();
}

/** outlay_tally_clear: frees what @tally holds. */
void
outlay_tally_clear (OutlayTally *tally)
{
  g_clear_pointer (&tally->deals, g_array_unref);
  g_clear_pointer (&tally->with_money, g_array_unref);
  g_clear_pointer (&tally->with_capacity, g_array_unref);
  g_clear_pointer (&tally->sums, g_array_unref);
}

/** outlay_tally_copy: makes @copy, which holds nothing yet, share what @tally came to. */
void
outlay_tally_copy (OutlayTally *copy, const OutlayTally *tally)
{
  *copy = *tally;
  g_array_ref (copy->deals);
  g_array_ref (copy->with_money);
  g_array_ref (copy->with_capacity);
  g_array_ref (copy->sums);
}

/** outlay_tally_add: counts @deal. */
void
outlay_tally_add (OutlayTally *tally, const OutlayTallyDeal *deal)
{
  g_array_append_vals (tally->deals, deal, 1);
}

/** outlay_tally_add_record: counts @deal. */
void
outlay_tally_add_record (OutlayTally *tally, const OutlayDealRecord *deal)
{
  OutlayTallyDeal entry = {
    .id = deal->id,
    .whole = deal->whole,
    .total = outlay_deal_record_get_total (deal),
    .kilowatts = deal->fields.capacity.kilowatts,
    .day = outlay_deal_record_get_day (deal),
    .counts = outlay_deal_record_counts (deal),
  };

  g_strlcpy (entry.currency, deal->fields.amount.currency, sizeof entry.currency);
  outlay_tally_add (tally, &entry);
}

static const OutlayTallyDeal *
get_deal (const OutlayTally *tally, guint index)
{
  return &g_array_index (tally->deals, OutlayTallyDeal, index);
}

static gboolean
has_money (const OutlayTallyDeal *deal)
{
  return deal->currency[0] != '\0' && deal->total != OUTLAY_MONEY_UNSET;
}

static gboolean
has_capacity (const OutlayTallyDeal *deal)
{
  return deal->kilowatts > 0;
}

/* Of the deals that others are part of, those that are there, by their ids. */
static GHashTable *
index_wholes (const OutlayTally *tally)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *wholes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < tally->deals->len; i++)
    {
      if (get_deal (tally, i)->whole != 0)
        g_hash_table_add (wanted, (gpointer)&get_deal (tally, i)->whole);
    }
  for (guint i = 0; g_hash_table_size (wanted) > 0 && i < tally->deals->len; i++)
    {
      OutlayTallyDeal *deal = &g_array_index (tally->deals, OutlayTallyDeal, i);

      if (g_hash_table_contains (wanted, &deal->id))
        g_hash_table_insert (wholes, &deal->id, deal);
    }
  return wholes;
}

/* Whether a deal that @deal is part of, or part of a part, is among them and states what @states
 * asks for. */
static gboolean
is_in_whole (GHashTable *wholes,
             const OutlayTallyDeal *deal,
             gboolean (*states) (const OutlayTallyDeal *))
{
  for (guint depth = 0; deal->whole != 0 && depth < MAX_DEPTH; depth++)
    {
      deal = g_hash_table_lookup (wholes, &deal->whole);
      if (deal == NULL)
        return FALSE;
      if (deal->counts && states (deal))
        return TRUE;
    }
  return FALSE;
}

static void
note_period (OutlayTally *tally, OutlayDate period)
{
  if (!outlay_date_is_set (period))
    return;
  tally->exact = FALSE;
  if (!outlay_date_is_set (tally->first_rate)
      || outlay_date_compare (period, tally->first_rate) < 0)
    tally->first_rate = period;
  if (!outlay_date_is_set (tally->last_rate) || outlay_date_compare (period, tally->last_rate) > 0)
    tally->last_rate = period;
}

static void
add_money (OutlayTally *tally, guint index)
{
  const OutlayTallyDeal *deal = get_deal (tally, index);
  OutlayDate period;
  gint64 converted;

  outlay_sums_add (tally->sums, deal->currency, deal->total);
  g_array_append_val (tally->with_money, index);
  tally->n_with_money++;
  if (tally->currency[0] == '\0')
    return;
  if (!outlay_rates_convert (deal->currency, deal->total, tally->currency, deal->day, &converted,
                             &period))
    {
      tally->n_without_rate++;
      return;
    }
  tally->converted = outlay_add_saturated (tally->converted, converted);
  tally->n_converted++;
  note_period (tally, period);
}

/**
 * outlay_tally_finish:
 * @currency: (nullable): ISO 4217 code of what all sums are to be converted to
 *
 * Adds up what was counted.
 */
void
outlay_tally_finish (OutlayTally *tally, const char *currency)
{
  g_autoptr (GHashTable) wholes = index_wholes (tally);

  g_strlcpy (tally->currency, currency != NULL ? currency : "", sizeof tally->currency);
  for (guint i = 0; i < tally->deals->len; i++)
    {
      const OutlayTallyDeal *deal = get_deal (tally, i);
      gboolean part = is_in_whole (wholes, deal, has_money);

      if (!deal->counts)
        continue;
      tally->n_parts += part && has_money (deal);
      if (!part && has_money (deal))
        add_money (tally, i);
      if (!has_capacity (deal) || is_in_whole (wholes, deal, has_capacity))
        continue;
      tally->kilowatts = outlay_add_saturated (tally->kilowatts, deal->kilowatts);
      tally->n_with_capacity++;
      g_array_append_val (tally->with_capacity, i);
    }
  outlay_sums_sort (tally->sums);
}
