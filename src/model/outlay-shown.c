/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-shown.h"

#include "base/outlay-rates.h"

/* So many deals are read at a time. */
#define BATCH 250

struct _OutlayShown
{
  OutlayDealIndex *index;
  GArray *rows;
  char currency[4];
};

/**
 * outlay_shown_new:
 * @index: (transfer none): all deals
 * @rows: (element-type guint32): those shown, as the index numbers them
 * @currency: ISO 4217 code of what they are added up in, "" where each stands apart
 *
 * Returns: (transfer full): the deals shown now.
 */
OutlayShown *
outlay_shown_new (OutlayDealIndex *index, const GArray *rows, const char *currency)
{
  OutlayShown *shown = g_new0 (OutlayShown, 1);

  shown->index = outlay_deal_index_ref (index);
  shown->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), rows->len);
  g_array_append_vals (shown->rows, rows->data, rows->len);
  g_strlcpy (shown->currency, *currency != '\0' ? currency : OUTLAY_RATES_BASE,
             sizeof shown->currency);
  return shown;
}

/** outlay_shown_free: lets go of the deals. */
void
outlay_shown_free (OutlayShown *shown)
{
  outlay_deal_index_unref (shown->index);
  g_array_unref (shown->rows);
  g_free (shown);
}

/**
 * outlay_shown_get_n_deals:
 *
 * Returns: how many deals are shown.
 */
guint
outlay_shown_get_n_deals (const OutlayShown *shown)
{
  return shown->rows->len;
}

/**
 * outlay_shown_get_currency:
 *
 * Returns: ISO 4217 code of what charts, which can show but one, add the deals up in.
 */
const char *
outlay_shown_get_currency (const OutlayShown *shown)
{
  return shown->currency;
}

static gint64
get_id (gconstpointer data, guint index)
{
  const OutlayShown *shown = data;

  return outlay_deal_index_get_row (shown->index, g_array_index (shown->rows, guint32, index))->id;
}

static OutlayDealRecord *
dup_summary (gconstpointer data, guint index)
{
  const OutlayShown *shown = data;
  gboolean whole;

  return outlay_deal_index_dup_record (shown->index, g_array_index (shown->rows, guint32, index),
                                       &whole);
}

/**
 * outlay_shown_init_lookup:
 *
 * Looks the deals up in order, of each what its card says; for any thread, and also when @shown is
 * gone.
 */
void
outlay_shown_init_lookup (const OutlayShown *shown, OutlayDealLookup *lookup)
{
  OutlayShown *same = g_new0 (OutlayShown, 1);

  same->index = outlay_deal_index_ref (shown->index);
  same->rows = g_array_ref (shown->rows);
  *lookup = (OutlayDealLookup){shown->rows->len, get_id, dup_summary, same,
                               (GDestroyNotify)outlay_shown_free};
}

/**
 * outlay_shown_list_summaries:
 *
 * Returns: (transfer full) (element-type OutlayDealRecord): the deals in order: of each what its
 *   card says; in any thread.
 */
GPtrArray *
outlay_shown_list_summaries (const OutlayShown *shown)
{
  GPtrArray *deals
    = g_ptr_array_new_full (shown->rows->len, (GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < shown->rows->len; i++)
    g_ptr_array_add (deals, dup_summary (shown, i));
  return deals;
}

/* Puts what @ledger knows of the deals from @start on in the place of their summaries. */
static gboolean
read_batch (
  GPtrArray *deals, guint start, OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  guint end = MIN (start + BATCH, deals->len);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = start; i < end; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      g_array_append_val (ids, deal->id);
      g_hash_table_insert (places, &deal->id, GUINT_TO_POINTER (i));
    }
  g_autoptr (GPtrArray) whole = outlay_ledger_list_some_deals (ledger, ids, cancellable, error);
  for (guint i = 0; whole != NULL && i < whole->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (whole, i);
      gpointer *place = &deals->pdata[GPOINTER_TO_UINT (g_hash_table_lookup (places, &deal->id))];

      g_hash_table_remove (places, &deal->id);
      outlay_deal_record_unref (*place);
      *place = outlay_deal_record_ref (deal);
    }
  return whole != NULL;
}

/**
 * outlay_shown_read_deals:
 * @ledger: where the deals are
 * @progress: (nullable): told how many of how many are read
 * @cancellable: (nullable): ends it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals in order with all
 *   that is known of them, of one that is gone by now what its card says; in any thread.
 */
GPtrArray *
outlay_shown_read_deals (const OutlayShown *shown,
                         OutlayLedger *ledger,
                         GFileProgressCallback progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_shown_list_summaries (shown);

  for (guint start = 0; start < deals->len; start += BATCH)
    {
      if (!read_batch (deals, start, ledger, cancellable, error))
        return NULL;
      if (progress != NULL)
        progress (MIN (start + BATCH, deals->len), deals->len, progress_data);
    }
  return g_steal_pointer (&deals);
}
