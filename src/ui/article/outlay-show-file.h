/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_show_file (GtkWidget *widget, GFile *file);

G_END_DECLS
