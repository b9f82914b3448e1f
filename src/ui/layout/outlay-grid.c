/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-grid.h"

/**
 * outlay_grid_put_second:
 * @widget: a child of one whose layout manager is a #GtkGridLayout
 *
 * Puts @widget behind the first child, or below it. What a grid does for labels that wrap a box
 * could do, too, but a box asks each how wide it must be for its height, and that takes GTK a
 * search that lays its text out again and again.
 */
void
outlay_grid_put_second (GtkWidget *widget, GtkOrientation orientation)
{
  gboolean below = orientation == GTK_ORIENTATION_VERTICAL;
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (gtk_widget_get_parent (widget));
  GtkGridLayoutChild *place
    = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, widget));

  gtk_grid_layout_child_set_column (place, below ? 0 : 1);
  gtk_grid_layout_child_set_row (place, below ? 1 : 0);
}
