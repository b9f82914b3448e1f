/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/sums/outlay-tally.h"
#include "index/outlay-deal-index.h"

G_BEGIN_DECLS

/**
 * OutlayTotals:
 * @n_deals: how many deals are shown
 * @n_all: how many there are under no filter
 * @n_without_amount: how many of those shown give no figure or don't count
 * @tally: what those shown come to, also in one currency
 * @sums: (element-type OutlaySum): currencies apart, the greatest first; of @tally
 * @kilowatts: what the capacities add up to; of @tally
 */
typedef struct
{
  guint n_deals;
  guint n_all;
  guint n_without_amount;
  OutlayTally tally;
  GArray *sums;
  gint64 kilowatts;
} OutlayTotals;

void outlay_totals_init (OutlayTotals *totals);
void outlay_totals_clear (OutlayTotals *totals);
void outlay_totals_copy (OutlayTotals *copy, const OutlayTotals *totals);
void outlay_totals_add (OutlayTotals *totals, const OutlayDealRow *deal);
void outlay_totals_finish (OutlayTotals *totals, guint n_all, const char *currency);
char *outlay_totals_dup_count (const OutlayTotals *totals);
char *outlay_totals_dup_text (const OutlayTotals *totals, guint most);

G_END_DECLS
