/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report: pages on paper and exports of the deals shown. Uses base, ledger, Pango and cairo; the
 * window prints and previews with it, outlayctl writes the same PDF without a display.
 *
 *   deals ──> plan: groups, numbers, the largest, the articles          layout/
 *     plan ──> units: title, charts, a row, a line of cards, a section, an article
 *       unit ──> blocks: what stands side by side; broken between lines where it must be    page/
 *         blocks ──> pages: where each block, or which part of it, stands
 *
 * Only places are kept from layout to drawing; a page's blocks are made again when it is drawn, so
 * that ten thousand deals need no more memory than their places. Exports are in export/.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "ledger/outlay-ledger.h"
#include "report/outlay-report-options.h"

G_BEGIN_DECLS

/*
 * A printed summary of deals, laid out as its options say for one size of paper. Made and used in
 * one thread.
 */
#define OUTLAY_TYPE_REPORT (outlay_report_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReport, outlay_report, OUTLAY, REPORT, GObject)

/** OutlayReportNeed: of which deals more is printed than their fields; each includes those before.
 */
typedef enum
{
  OUTLAY_REPORT_NONE,
  OUTLAY_REPORT_LARGEST,
  OUTLAY_REPORT_EVERY,
} OutlayReportNeed;

OutlayReport *
outlay_report_new (GPtrArray *deals, GHashTable *words, const OutlayReportOptions *options);
OutlayReport *outlay_report_new_picture (GPtrArray *deals,
                                         cairo_surface_t *picture,
                                         const OutlayReportOptions *options);
OutlayReportNeed outlay_report_get_need (const OutlayReportOptions *options);
GHashTable *outlay_report_load_words (OutlayLedger *ledger,
                                      GPtrArray *deals,
                                      const OutlayReportOptions *options,
                                      GCancellable *cancellable,
                                      GError **error);
gboolean outlay_report_layout_some (OutlayReport *report);
double outlay_report_get_progress (OutlayReport *report);
guint outlay_report_get_n_pages (OutlayReport *report);
void outlay_report_draw_page (OutlayReport *report, cairo_t *cr, guint page);
gboolean outlay_report_write_pdf (OutlayReport *report,
                                  GFile *file,
                                  GFileProgressCallback progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
