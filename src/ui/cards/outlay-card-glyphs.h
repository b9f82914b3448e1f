/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_card_draw_glyphs_once (GtkWidget *widget);

G_END_DECLS
