/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/*
 * The deals that wait for a person, one question at a time, each answered by a key: J and K go on
 * and back, Enter accepts, 1 and 2 take the value of one article, R says that it is no deal, E, M
 * and O open the details, a merge and the article. Signals: "details" (string: what to edit there,
 * or ""), "open-article" (gint64).
 */
#define OUTLAY_TYPE_REVIEW_VIEW (outlay_review_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReviewView, outlay_review_view, OUTLAY, REVIEW_VIEW, GtkWidget)

GtkWidget *outlay_review_view_new (OutlayViewState *state);

G_END_DECLS
