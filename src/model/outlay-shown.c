/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-shown.h"

#include "base/outlay-rates.h"

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
  gboolean whole;

  for (guint i = 0; i < shown->rows->len; i++)
    g_ptr_array_add (deals, outlay_deal_index_dup_record (
                              shown->index, g_array_index (shown->rows, guint32, i), &whole));
  return deals;
}
