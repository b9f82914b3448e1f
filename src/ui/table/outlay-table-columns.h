/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of deals: made, found by what they show, kept and restored. */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-column.h"

G_BEGIN_DECLS

/** OutlayTableFactory: returns (transfer full) what makes the cells of @column. */
typedef GtkListItemFactory *(*OutlayTableFactory) (OutlayColumn column, gpointer user_data);

void outlay_table_add_columns (GtkColumnView *table,
                               OutlayTableFactory make_factory,
                               gpointer user_data);
OutlayColumn outlay_table_get_column (GtkColumnViewColumn *column);
GtkColumnViewColumn *outlay_table_find_column (GtkColumnView *table, OutlayColumn column);
void outlay_table_fit_heads (GtkColumnView *table);
gboolean outlay_table_find_head (
  GtkColumnView *table, OutlayColumn column, GtkWidget *widget, int *start, int *width);
GArray *outlay_table_list_shown (GtkColumnView *table);
GVariant *outlay_table_save_columns (GtkColumnView *table);
void outlay_table_restore_columns (GtkColumnView *table, GVariant *kept);
void outlay_table_reset_columns (GtkColumnView *table);

G_END_DECLS
