/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *
outlay_review_button_new (const char *text, const char *key, const char *action, GVariant *target);
void outlay_review_button_add_icon (GtkWidget *button, const char *icon, gboolean behind);
GtkWidget *outlay_review_button_new_certain (void);

G_END_DECLS
