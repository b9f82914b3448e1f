/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-print-choices.h"
#include "report/outlay-report.h"

G_BEGIN_DECLS

/*
 * Lays out and draws the pages of a report in a thread of its own, so that no frame waits for it.
 * Signals: "progress" (double), as a layout goes on; "laid-out" (uint), with the number of pages;
 * "page" (uint, #GdkTexture), when one that was asked for is drawn; "failed" (string). What belongs
 * to deals or options that were replaced is never told.
 */
#define OUTLAY_TYPE_PAGE_MAKER (outlay_page_maker_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPageMaker, outlay_page_maker, OUTLAY, PAGE_MAKER, GObject)

OutlayPageMaker *outlay_page_maker_new (OutlayLedger *ledger);
void outlay_page_maker_set_report (OutlayPageMaker *maker,
                                   GPtrArray *deals,
                                   const OutlayPrintChoices *choices);
void outlay_page_maker_ask (
  OutlayPageMaker *maker, guint page, double scale, double width, double height);

G_END_DECLS
