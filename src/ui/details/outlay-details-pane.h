/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-details.h"

G_BEGIN_DECLS

/*
 * The details of the selected deal and, beside them or in their place, the article that the user
 * opened from them. Properties: "beside" (boolean: whether there is room for both), "article-open"
 * (boolean, read-only). Signals: "close". Actions: "pane.back" (from the article to the details, or
 * out of the details).
 */
#define OUTLAY_TYPE_DETAILS_PANE (outlay_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDetailsPane, outlay_details_pane, OUTLAY, DETAILS_PANE, GtkWidget)

GtkWidget *outlay_details_pane_new (OutlayViewState *state);
void outlay_details_pane_open_article (OutlayDetailsPane *pane, gint64 article_id);
gboolean outlay_details_pane_close_article (OutlayDetailsPane *pane);
gboolean outlay_details_pane_get_article_open (OutlayDetailsPane *pane);
gboolean outlay_details_pane_get_empty (OutlayDetailsPane *pane);
void outlay_details_pane_set_beside (OutlayDetailsPane *pane, gboolean beside);
OutlayDetails *outlay_details_pane_get_details (OutlayDetailsPane *pane);

G_END_DECLS
