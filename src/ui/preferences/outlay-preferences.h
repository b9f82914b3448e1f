/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the user can choose for the whole program; each choice holds at once. Actions of the window
 * that it belongs to: "win.watch-folder", "win.stop-watching", "win.save-copy".
 */
#define OUTLAY_TYPE_PREFERENCES (outlay_preferences_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPreferences, outlay_preferences, OUTLAY, PREFERENCES, GtkWindow)

GtkWidget *outlay_preferences_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
