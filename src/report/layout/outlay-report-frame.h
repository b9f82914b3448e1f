/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-plan.h"
#include "report/page/outlay-block.h"

G_BEGIN_DECLS

/**
 * OutlayReportFrame:
 * @options: what was chosen
 * @sheet: the paper and its type
 * @plan: what is printed where
 * @words: (nullable): of deals, by their ids, the #OutlayDealWords
 * @picture: (nullable): a recorded chart, printed in place of the deals
 * @title: heading of the first page
 * @subtitle: beneath it
 * @n_proofs: of a brief how many of the largest have their words printed
 *
 * What every part of a report is built from.
 */
typedef struct
{
  OutlayReportOptions options;
  OutlaySheet *sheet;
  OutlayReportPlan *plan;
  GHashTable *words;
  cairo_surface_t *picture;
  char *title;
  char *subtitle;
  guint n_proofs;
} OutlayReportFrame;

OutlayBlock *outlay_report_frame_build_chapter (const OutlayReportFrame *frame,
                                                const char *dest,
                                                const char *title);
OutlayBlock *outlay_report_frame_build_heading (const OutlayReportFrame *frame, const char *text);
OutlayBlock *
outlay_report_frame_build_group (const OutlayReportFrame *frame, guint group, double gap);
gboolean outlay_report_frame_has_sections (const OutlayReportFrame *frame);
char *outlay_report_frame_dup_target (const OutlayReportFrame *frame, guint entry);
const GPtrArray *
outlay_report_frame_get_quotes (const OutlayReportFrame *frame, const OutlayDealRecord *deal);
const GPtrArray *
outlay_report_frame_get_acts (const OutlayReportFrame *frame, const OutlayDealRecord *deal);
char *outlay_report_unbroken (const char *text);
char *outlay_report_dup_money (const OutlayMoney *money);
char *outlay_report_dup_sums (const GArray *sums, gboolean compact, guint most);

G_END_DECLS
