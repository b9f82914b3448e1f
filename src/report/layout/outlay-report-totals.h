/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "base/sums/outlay-tally.h"
#include "report/outlay-report-options.h"

G_BEGIN_DECLS

/**
 * OutlayReportTotals:
 * @n_deals: how many deals there are
 * @n_cancelled: how many of them were called off, which no sum counts
 * @money: (element-type OutlaySum): currencies apart, the greatest sum first; those that can be
 * told in the currency chosen are one; what is part of another deal is in that one
 * @converted: whether some of them were converted
 * @n_with_money: how many deals the sums add up
 * @firm: of the first of @money the part that no “up to” stands before, in hundredths
 * @kilowatts: capacity of those that state one
 * @n_with_capacity: how many those are
 * @n_articles: how many articles the deals rest on
 * @newest: the latest day that a deal or an article of it tells
 * @first: the earliest date of an announcement, as exact as it is known
 * @last: the latest
 *
 * What some of the deals of a report come to, or all of them.
 */
typedef struct
{
  guint n_deals;
  guint n_cancelled;
  GArray *money;
  gboolean converted;
  guint n_with_money;
  gint64 firm;
  gint64 kilowatts;
  guint n_with_capacity;
  guint n_articles;
  OutlayDate newest;
  OutlayDate first;
  OutlayDate last;
  GHashTable *articles;
  GArray *not_firm;
  OutlayTally tally;
  GPtrArray *deals;
  GHashTable *in_money;
  GHashTable *in_power;
  const OutlayReportOptions *options;
} OutlayReportTotals;

gint64 outlay_report_get_worth (const OutlayDealRecord *deal,
                                const OutlayReportOptions *options,
                                const char **currency);
void outlay_report_totals_init (OutlayReportTotals *totals);
void outlay_report_totals_add (OutlayReportTotals *totals,
                               const OutlayDealRecord *deal,
                               const OutlayReportOptions *options);
void outlay_report_totals_add_some (OutlayReportTotals *totals,
                                    const OutlayReportTotals *all,
                                    const OutlayDealRecord *deal);
void outlay_report_totals_end (OutlayReportTotals *totals);
gboolean
outlay_report_totals_has_money (const OutlayReportTotals *totals, const OutlayDealRecord *deal);
void outlay_report_totals_clear (OutlayReportTotals *totals);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayReportTotals, outlay_report_totals_clear)

G_END_DECLS
