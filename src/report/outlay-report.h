/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report: pages on paper and exports of the deals shown. Uses base, ledger, Pango and cairo; the
 * window prints and previews with it, outlayctl writes the same PDF without a display.
 *
 *   deals ──> units: title, table head, a row a deal, a section a deal
 *     unit ──> blocks: what stands side by side; broken between lines where it must be
 *       blocks ──> pages: where each block, or which part of it, stands
 *
 * Only places are kept from layout to drawing; a page's blocks are made again when it is drawn, so
 * that ten thousand deals need no more memory than their places.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/**
 * OutlayReportOptions:
 * @title: (nullable): heading of the first page and of the document; %NULL for the usual one
 * @filter: (nullable): what is shown, in words: "7 of 48 deals · kind: build"
 * @date: (nullable): the day printed on every page, in words; %NULL for the newest day that the
 *   deals and their articles tell
 * @serif: (nullable): font family of titles and quotes; %NULL for the usual one
 * @sans: (nullable): font family of all else; %NULL for the usual one
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @margin: nearest to any edge that something may be drawn, in points; text keeps farther off
 * @monochrome: whether all is black and grey
 */
typedef struct
{
  const char *title;
  const char *filter;
  const char *date;
  const char *serif;
  const char *sans;
  double width;
  double height;
  double margin;
  gboolean monochrome;
} OutlayReportOptions;

/*
 * A summary of deals: a table with totals, then a section for each deal with its evidence quotes
 * and sources, laid out for one size of paper. Made and used in one thread.
 */
#define OUTLAY_TYPE_REPORT (outlay_report_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReport, outlay_report, OUTLAY, REPORT, GObject)

void outlay_report_options_init (OutlayReportOptions *options);
OutlayReport *
outlay_report_new (GPtrArray *deals, GHashTable *quotes, const OutlayReportOptions *options);
GHashTable *outlay_report_load_quotes (OutlayLedger *ledger,
                                       GPtrArray *deals,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean outlay_report_layout_some (OutlayReport *report);
guint outlay_report_get_n_pages (OutlayReport *report);
void outlay_report_draw_page (OutlayReport *report, cairo_t *cr, guint page);
gboolean outlay_report_write_pdf (OutlayReport *report,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
