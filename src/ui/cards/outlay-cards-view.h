/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/selection/outlay-selection.h"

G_BEGIN_DECLS

/* The deals shown, as a grid of cards. Signal: "opened", when the selected deal is to be shown. */
#define OUTLAY_TYPE_CARDS_VIEW (outlay_cards_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCardsView, outlay_cards_view, OUTLAY, CARDS_VIEW, GtkWidget)

void outlay_cards_view_set_state (OutlayCardsView *view,
                                  OutlayViewState *state,
                                  OutlaySelection *selection);

G_END_DECLS
