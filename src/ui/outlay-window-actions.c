/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-window-private.h"

static void
close_side (GtkWidget *widget, const char *name, GVariant *parameter)
{
  outlay_window_show_side (OUTLAY_WINDOW (widget), OUTLAY_SIDE_NONE);
}

/** outlay_window_class_install_actions: gives the window its "win." actions. */
void
outlay_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.close-side", NULL, close_side);
}
