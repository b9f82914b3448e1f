/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"
#include "report/outlay-export.h"

G_BEGIN_DECLS

/**
 * OutlayExportJob:
 * @deals: (element-type OutlayDealRecord): what is exported, in this order
 * @ledger: (nullable): where their articles are
 * @filter: (nullable): which deals they are, in words
 * @stream: where to
 * @progress: (nullable): told how many of how many are done
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 *
 * What every format writes.
 */
typedef struct
{
  GPtrArray *deals;
  OutlayLedger *ledger;
  const char *filter;
  GOutputStream *stream;
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
} OutlayExportJob;

gboolean outlay_export_put (const OutlayExportJob *job, const char *text, GError **error);
gboolean outlay_export_step (const OutlayExportJob *job, guint done, guint total, GError **error);
GPtrArray *outlay_export_list_articles (const OutlayExportJob *job);
char *outlay_export_dup_line (const char *const *cells, guint n_cells, gboolean tabs);
GPtrArray *outlay_export_load_claim_row (const OutlayExportJob *job,
                                         const OutlayDealRecord *deal,
                                         guint index,
                                         GError **error);

gboolean outlay_export_markdown (const OutlayExportJob *job, GError **error);
gboolean outlay_export_html (const OutlayExportJob *job, GError **error);
gboolean outlay_export_graphml (const OutlayExportJob *job, GError **error);
gboolean outlay_export_dot (const OutlayExportJob *job, GError **error);
gboolean outlay_export_bibtex (const OutlayExportJob *job, GError **error);
gboolean outlay_export_csl (const OutlayExportJob *job, GError **error);
gboolean outlay_export_json (const OutlayExportJob *job, GError **error);
gboolean outlay_export_articles (const OutlayExportJob *job, GError **error);
gboolean outlay_export_spreadsheet (const OutlayExportJob *job, GError **error);

G_END_DECLS
