/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-store-acts.h"

G_BEGIN_DECLS

gboolean outlay_act_toast_tell (GtkWidget *widget, OutlayStore *store, GAsyncResult *result);
void outlay_act_toast_run (GtkWidget *widget, OutlayStore *store, OutlayAct *act);
void outlay_act_toast_merge_certain (GtkWidget *widget, OutlayStore *store);
void outlay_act_toast_undo (GtkWidget *widget, OutlayStore *store, guint count);
void outlay_act_toast_redo (GtkWidget *widget, OutlayStore *store);

G_END_DECLS
