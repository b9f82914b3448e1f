/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *widgets_find (GtkWidget *root, GType type, guint index);
guint widgets_count (GtkWidget *root, GType type);
gboolean widgets_have_text (GtkWidget *root, const char *text);
void widgets_assert_named (GtkWidget *root);
GtkWindow *widgets_show (GtkWidget *child, int width, int height);
gboolean widgets_wait (gboolean (*is_done) (gpointer data), gpointer data);
void widgets_click (GtkWidget *button);
void widgets_press (GtkWidget *widget, guint key);
void widgets_settle (void);
void widgets_save_picture (GtkWindow *window, const char *name);

G_END_DECLS
