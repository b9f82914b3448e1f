/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-deal-lookup.h"

static gint64
get_id_in_array (gconstpointer data, guint index)
{
  const OutlayDealRecord *deal = g_ptr_array_index ((const GPtrArray *)data, index);

  return deal->id;
}

static OutlayDealRecord *
dup_in_array (gconstpointer data, guint index)
{
  return outlay_deal_record_ref (g_ptr_array_index ((const GPtrArray *)data, index));
}

/**
 * outlay_deal_lookup_init_array:
 * @deals: (transfer none) (element-type OutlayDealRecord): deals that are there already
 *
 * Looks deals up in an array, which stays as it is as long as @lookup is used.
 */
void
outlay_deal_lookup_init_array (OutlayDealLookup *lookup, GPtrArray *deals)
{
  *lookup = (OutlayDealLookup){deals->len, get_id_in_array, dup_in_array, g_ptr_array_ref (deals),
                               (GDestroyNotify)g_ptr_array_unref};
}

/** outlay_deal_lookup_clear: gives back where @lookup looks deals up. */
void
outlay_deal_lookup_clear (OutlayDealLookup *lookup)
{
  if (lookup->free != NULL)
    lookup->free (lookup->data);
  *lookup = (OutlayDealLookup){0};
}

/**
 * outlay_deal_lookup_get_id:
 *
 * Returns: the id of the deal at @index.
 */
gint64
outlay_deal_lookup_get_id (const OutlayDealLookup *lookup, guint index)
{
  g_return_val_if_fail (index < lookup->n_deals, 0);

  return lookup->get_id (lookup->data, index);
}

/**
 * outlay_deal_lookup_dup:
 *
 * Returns: (transfer full): the deal at @index.
 */
OutlayDealRecord *
outlay_deal_lookup_dup (const OutlayDealLookup *lookup, guint index)
{
  g_return_val_if_fail (index < lookup->n_deals, NULL);

  return lookup->dup (lookup->data, index);
}
