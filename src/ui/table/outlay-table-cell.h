/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-column.h"

G_BEGIN_DECLS

/*
 * One cell of the table of deals. It draws its text and icon itself, and makes them only when it is
 * drawn: a table keeps two hundred rows alive of which a screen shows thirty.
 */
#define OUTLAY_TYPE_TABLE_CELL (outlay_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTableCell, outlay_table_cell, OUTLAY, TABLE_CELL, GtkWidget)

GtkWidget *outlay_table_cell_new (OutlayColumn column);
OutlayDeal *outlay_table_cell_get_deal (OutlayTableCell *cell);
void outlay_table_cell_set_deal (OutlayTableCell *cell, OutlayDeal *deal);

G_END_DECLS
