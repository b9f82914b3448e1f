/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"
#include "base/outlay-sum.h"

G_BEGIN_DECLS

/**
 * OutlayReportTotals:
 * @n_deals: how many deals there are
 * @n_cancelled: how many of them were called off, which no sum counts
 * @money: (element-type OutlaySum): currencies apart, the greatest sum first
 * @n_with_money: how many deals the sums add up
 * @kilowatts: capacity of those that state one
 * @n_with_capacity: how many those are
 * @n_articles: how many articles the deals rest on
 * @newest: the latest day that a deal or an article of it tells
 */
typedef struct
{
  guint n_deals;
  guint n_cancelled;
  GArray *money;
  guint n_with_money;
  gint64 kilowatts;
  guint n_with_capacity;
  guint n_articles;
  OutlayDate newest;
} OutlayReportTotals;

void outlay_report_totals_init (OutlayReportTotals *totals, const GPtrArray *deals);
void outlay_report_totals_clear (OutlayReportTotals *totals);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayReportTotals, outlay_report_totals_clear)

G_END_DECLS
