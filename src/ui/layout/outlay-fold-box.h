/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows its first child where there is room for it, else its second. */
#define OUTLAY_TYPE_FOLD_BOX (outlay_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFoldBox, outlay_fold_box, OUTLAY, FOLD_BOX, GtkWidget)

GtkWidget *outlay_fold_box_new (GtkWidget *full, GtkWidget *folded);

G_END_DECLS
