/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "outlay-sum.h"

G_BEGIN_DECLS

/**
 * OutlayTallyDeal:
 * @id: of the deal in the ledger
 * @whole: of the deal that it is part of, 0 where it is of none
 * @total: outlay_deal_record_get_total()
 * @kilowatts: its capacity, 0 where none is stated
 * @currency: of @total
 * @day: outlay_deal_record_get_day()
 * @counts: outlay_deal_record_counts()
 *
 * What a tally looks at of a deal.
 */
typedef struct
{
  gint64 id;
  gint64 whole;
  gint64 total;
  gint64 kilowatts;
  char currency[4];
  OutlayDate day;
  gboolean counts;
} OutlayTallyDeal;

/**
 * OutlayTally:
 * @deals: (element-type OutlayTallyDeal): what is added up
 * @with_money: (element-type guint): indices of those of them whose figures count
 * @with_capacity: (element-type guint): indices of those whose capacities count
 * @sums: (element-type OutlaySum): what they come to, currencies apart, the greatest first
 * @n_with_money: how many deals the sums add up
 * @kilowatts: what the capacities add up to
 * @n_with_capacity: how many deals that is of
 * @n_parts: how many deals were left out because their whole is counted
 * @currency: ISO 4217 code of @converted, "" where nothing was to be converted
 * @converted: all sums in hundredths of the unit of @currency, each at the rate of its deal's time
 * @n_converted: how many deals that adds up
 * @n_without_rate: how many have a figure that no known rate converts
 * @exact: whether no rate was needed
 * @first_rate: the earliest period of a rate that was needed, unset where none was
 * @last_rate: the latest
 *
 * What deals come to. Those that were called off don't count, and a deal that is part of another
 * one counts only where that one is not among them or states no figure.
 */
typedef struct
{
  GArray *deals;
  GArray *with_money;
  GArray *with_capacity;
  GArray *sums;
  guint n_with_money;
  gint64 kilowatts;
  guint n_with_capacity;
  guint n_parts;
  char currency[4];
  gint64 converted;
  guint n_converted;
  guint n_without_rate;
  gboolean exact;
  OutlayDate first_rate;
  OutlayDate last_rate;
} OutlayTally;

void outlay_tally_init (OutlayTally *tally);
void outlay_tally_clear (OutlayTally *tally);
void outlay_tally_copy (OutlayTally *copy, const OutlayTally *tally);
void outlay_tally_add (OutlayTally *tally, const OutlayTallyDeal *deal);
void outlay_tally_add_record (OutlayTally *tally, const OutlayDealRecord *deal);
void outlay_tally_finish (OutlayTally *tally, const char *currency);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayTally, outlay_tally_clear)

G_END_DECLS
