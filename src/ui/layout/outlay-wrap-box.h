/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays its children out in lines, each as wide as it wants, as words in a text. */
#define OUTLAY_TYPE_WRAP_BOX (outlay_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWrapBox, outlay_wrap_box, OUTLAY, WRAP_BOX, GtkWidget)

GtkWidget *outlay_wrap_box_new (void);
void outlay_wrap_box_set_centred (OutlayWrapBox *box, gboolean centred);
void outlay_wrap_box_set_spread (OutlayWrapBox *box, gboolean spread);
void outlay_wrap_box_append (OutlayWrapBox *box, GtkWidget *child);
void outlay_wrap_box_remove_all (OutlayWrapBox *box);

G_END_DECLS
