/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-selection.h"

G_BEGIN_DECLS

/* What can be done to several deals at once; it is there while several are selected. Each button
 * activates an action of the window. */
#define OUTLAY_TYPE_SELECTION_BAR (outlay_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySelectionBar, outlay_selection_bar, OUTLAY, SELECTION_BAR, GtkWidget)

void outlay_selection_bar_set_selection (OutlaySelectionBar *bar, OutlaySelection *selection);

G_END_DECLS
