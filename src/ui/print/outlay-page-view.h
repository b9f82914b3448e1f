/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/outlay-report.h"

G_BEGIN_DECLS

/* One page of a report as it will lie on the table: black on white paper, whatever the theme. */
#define OUTLAY_TYPE_PAGE_VIEW (outlay_page_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPageView, outlay_page_view, OUTLAY, PAGE_VIEW, GtkWidget)

void outlay_page_view_set_report (OutlayPageView *view,
                                  OutlayReport *report,
                                  double width,
                                  double height);
void outlay_page_view_set_page (OutlayPageView *view, guint page);
guint outlay_page_view_get_page (OutlayPageView *view);
void outlay_page_view_set_scale (OutlayPageView *view, double scale);
double outlay_page_view_get_scale (OutlayPageView *view);

G_END_DECLS
