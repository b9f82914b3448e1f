/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* The filters that are on, each a chip that ends it. */
#define OUTLAY_TYPE_CHIP_ROW (outlay_chip_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChipRow, outlay_chip_row, OUTLAY, CHIP_ROW, GtkWidget)

void outlay_chip_row_set_state (OutlayChipRow *row, OutlayViewState *state);
void outlay_chip_row_set_centred (OutlayChipRow *row, gboolean centred);

G_END_DECLS
