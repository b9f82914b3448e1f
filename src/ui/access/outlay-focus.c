/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-focus.h"

/**
 * outlay_focus_is_within:
 *
 * Returns: whether @widget or something in it has the keyboard of its window.
 */
gboolean
outlay_focus_is_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (widget) && !outlay_focus_is_within (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * outlay_focus_when_sized:
 *
 * Gives the keyboard to the first in @widget that takes it, at the next frame: what has just been
 * shown has no size yet, and without one it takes none.
 */
void
outlay_focus_when_sized (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, focus_cb, NULL, NULL);
}
