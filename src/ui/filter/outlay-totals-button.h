/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* What is shown and what it adds up to; opens each currency's own sum. */
#define OUTLAY_TYPE_TOTALS_BUTTON (outlay_totals_button_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTotalsButton, outlay_totals_button, OUTLAY, TOTALS_BUTTON, GtkWidget)

void outlay_totals_button_set_most (OutlayTotalsButton *button, guint most);
void outlay_totals_button_set_state (OutlayTotalsButton *button, OutlayViewState *state);

G_END_DECLS
