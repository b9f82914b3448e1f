/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Widgets in a row, of which some give way one after another where the row is short.
 */
#define OUTLAY_TYPE_STRIP (outlay_strip_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStrip, outlay_strip, OUTLAY, STRIP, GtkWidget)

GtkWidget *outlay_strip_new (int spacing);
void outlay_strip_append (OutlayStrip *strip, GtkWidget *child, guint gives_way);

G_END_DECLS
