/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-totals.h"

G_BEGIN_DECLS

/**
 * OutlayReportEntry:
 * @deal: index of the deal in the order shown
 * @group: index of its group
 * @first: whether it is the first of its group
 * @last: whether it is the last
 */
typedef struct
{
  guint deal;
  guint group;
  gboolean first;
  gboolean last;
} OutlayReportEntry;

/**
 * OutlayReportGroupOfDeals:
 * @title: what its deals have in common; "" where nothing is grouped
 * @totals: what they come to
 */
typedef struct
{
  char *title;
  OutlayReportTotals totals;
} OutlayReportGroupOfDeals;

/**
 * OutlayReportSource:
 * @id: of the article in the ledger
 * @article: (transfer none): the article, without its text
 * @entries: (element-type guint): indexes of the entries that rest on it
 */
typedef struct
{
  gint64 id;
  const OutlayArticle *article;
  GArray *entries;
} OutlayReportSource;

/**
 * OutlayReportPlan:
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown
 * @entries: (element-type OutlayReportEntry): the deals in the order printed
 * @groups: (element-type OutlayReportGroupOfDeals): in the order printed
 * @largest: (element-type guint): indexes of the entries with the largest amounts, the largest
 * first
 * @sources: (element-type OutlayReportSource): the articles, by source and day
 * @totals: of all deals
 *
 * What is printed in which order, before anything of it is laid out.
 */
typedef struct
{
  GPtrArray *deals;
  GArray *entries;
  GArray *groups;
  GArray *largest;
  GArray *sources;
  OutlayReportTotals totals;
  GHashTable *source_numbers;
  GHashTable *deal_numbers;
} OutlayReportPlan;

OutlayReportPlan *outlay_report_plan_new (GPtrArray *deals, const OutlayReportOptions *options);
void outlay_report_plan_free (OutlayReportPlan *plan);
const OutlayReportEntry *outlay_report_plan_get_entry (const OutlayReportPlan *plan, guint index);
const OutlayReportGroupOfDeals *
outlay_report_plan_get_group (const OutlayReportPlan *plan, guint index);
const OutlayReportSource *outlay_report_plan_get_source (const OutlayReportPlan *plan, guint index);
const OutlayDealRecord *outlay_report_plan_get_deal (const OutlayReportPlan *plan, guint entry);
guint outlay_report_plan_get_source_number (const OutlayReportPlan *plan, gint64 article_id);
guint outlay_report_plan_get_number (const OutlayReportPlan *plan, gint64 deal_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReportPlan, outlay_report_plan_free)

G_END_DECLS
