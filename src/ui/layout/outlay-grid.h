/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_grid_put_second (GtkWidget *widget, GtkOrientation orientation);

G_END_DECLS
