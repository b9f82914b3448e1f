/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayExportFormat:
 * @OUTLAY_EXPORT_JSON: a line of JSON a deal, with its claims and the words that prove them
 * @OUTLAY_EXPORT_CSV: a row a deal
 * @OUTLAY_EXPORT_CSV_CLAIMS: a row a claim
 * @OUTLAY_EXPORT_TSV: a row a deal, parted by tabs
 * @OUTLAY_EXPORT_ARTICLES: a line of JSON an article, which can be imported again
 * @OUTLAY_EXPORT_MARKDOWN: a table, then the words of the articles
 * @OUTLAY_EXPORT_HTML: the same as a page that needs nothing beside itself
 * @OUTLAY_EXPORT_XLSX: a workbook with a sheet of deals and one of claims
 * @OUTLAY_EXPORT_GRAPHML: who funds whom
 * @OUTLAY_EXPORT_DOT: the same for Graphviz
 * @OUTLAY_EXPORT_BIBTEX: the articles
 * @OUTLAY_EXPORT_CSL: the same as CSL-JSON
 *
 * Forms that the deals shown can be handed on in.
 */
typedef enum
{
  OUTLAY_EXPORT_JSON,
  OUTLAY_EXPORT_CSV,
  OUTLAY_EXPORT_CSV_CLAIMS,
  OUTLAY_EXPORT_TSV,
  OUTLAY_EXPORT_ARTICLES,
  OUTLAY_EXPORT_MARKDOWN,
  OUTLAY_EXPORT_HTML,
  OUTLAY_EXPORT_XLSX,
  OUTLAY_EXPORT_GRAPHML,
  OUTLAY_EXPORT_DOT,
  OUTLAY_EXPORT_BIBTEX,
  OUTLAY_EXPORT_CSL,
} OutlayExportFormat;

#define OUTLAY_N_EXPORT_FORMATS (OUTLAY_EXPORT_CSL + 1)

gboolean outlay_export_format_from_string (const char *string, OutlayExportFormat *format);
const char *outlay_export_format_to_string (OutlayExportFormat format);
gboolean outlay_export_format_from_file (const char *file, OutlayExportFormat *format);
const char *outlay_export_format_get_suffix (OutlayExportFormat format);
const char *outlay_export_format_get_title (OutlayExportFormat format);
gboolean outlay_export_format_is_here (OutlayExportFormat format);
char *outlay_export_dup_json (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error);
gboolean outlay_export_write (GPtrArray *deals,
                              OutlayLedger *ledger,
                              OutlayExportFormat format,
                              const char *filter,
                              GOutputStream *stream,
                              GFileProgressCallback progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error);
gboolean outlay_export_save (GPtrArray *deals,
                             OutlayLedger *ledger,
                             OutlayExportFormat format,
                             const char *filter,
                             GFile *file,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
