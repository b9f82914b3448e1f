/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *outlay_review_heading_new (GtkLabel **title, GtkLabel **hint);

G_END_DECLS
