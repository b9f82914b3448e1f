/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean outlay_focus_is_within (GtkWidget *widget);
void outlay_focus_when_sized (GtkWidget *widget);

G_END_DECLS
