/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page as it will lie on the table: black on white paper, whatever the theme. */
#define OUTLAY_TYPE_PAGE_VIEW (outlay_page_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPageView, outlay_page_view, OUTLAY, PAGE_VIEW, GtkWidget)

void outlay_page_view_set_paper (OutlayPageView *view, double width, double height);
void outlay_page_view_set_texture (OutlayPageView *view, GdkTexture *texture);
void outlay_page_view_set_scale (OutlayPageView *view, double scale);
double outlay_page_view_get_scale (OutlayPageView *view);

G_END_DECLS
