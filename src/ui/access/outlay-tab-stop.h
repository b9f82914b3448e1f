/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Makes a list one stop of the Tab key, however many rows it has: Tab comes to the row where the
 * keyboard last was, goes through what can have the keyboard in that row, and leaves; the arrows go
 * from row to row. A list of GTK alone goes on with Tab through each of its rows, and a list of its
 * later versions can be told so with a property that 4.8 has not.
 */
#define OUTLAY_TYPE_TAB_STOP (outlay_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTabStop, outlay_tab_stop, OUTLAY, TAB_STOP, GtkWidget)

GtkWidget *outlay_tab_stop_new (GtkWidget *child);

G_END_DECLS
