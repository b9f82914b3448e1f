/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayContextMenuFuncs:
 * @select_at: selects what is at a place of the view; returns whether anything is there
 * @has_selected: returns whether anything is selected
 * @make: (transfer full): makes the menu of what is selected
 */
typedef struct
{
  gboolean (*select_at) (GtkWidget *view, double x, double y, gpointer data);
  gboolean (*has_selected) (gpointer data);
  GMenuModel *(*make) (gpointer data);
} OutlayContextMenuFuncs;

void outlay_context_menu_attach (GtkWidget *view,
                                 const OutlayContextMenuFuncs *funcs,
                                 gpointer data,
                                 GDestroyNotify destroy);

G_END_DECLS
