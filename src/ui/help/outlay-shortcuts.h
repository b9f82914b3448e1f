/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The keys that the program knows, as a list to search and scroll in a window of its own. GTK has a
 * window for that, but it fits no small screen, opens on its last page, has no names for its
 * buttons, and goes away with GTK 4.18.
 */
#define OUTLAY_TYPE_SHORTCUTS (outlay_shortcuts_get_type ())
G_DECLARE_FINAL_TYPE (OutlayShortcuts, outlay_shortcuts, OUTLAY, SHORTCUTS, GtkWindow)

GtkWidget *outlay_shortcuts_new (GtkWindow *parent);

G_END_DECLS
