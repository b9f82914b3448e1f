/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-deal-record.h"

G_BEGIN_DECLS

/**
 * OutlayDealLookup:
 * @n_deals: how many deals there are
 * @get_id: the id of the deal at an index
 * @dup: (transfer full): the deal at an index
 * @data: where both look it up
 * @free: (nullable): gives back @data
 *
 * Deals that are made when they are asked for, from any thread: all of a large ledger at once take
 * more memory than all else in the program.
 */
typedef struct
{
  guint n_deals;
  gint64 (*get_id) (gconstpointer data, guint index);
  OutlayDealRecord *(*dup) (gconstpointer data, guint index);
  gpointer data;
  GDestroyNotify free;
} OutlayDealLookup;

void outlay_deal_lookup_init_array (OutlayDealLookup *lookup, GPtrArray *deals);
void outlay_deal_lookup_clear (OutlayDealLookup *lookup);
gint64 outlay_deal_lookup_get_id (const OutlayDealLookup *lookup, guint index);
OutlayDealRecord *outlay_deal_lookup_dup (const OutlayDealLookup *lookup, guint index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayDealLookup, outlay_deal_lookup_clear)

G_END_DECLS
