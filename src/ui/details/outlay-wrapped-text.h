/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_wrapped_text_set (GtkLabel *label, const char *text);
void outlay_wrapped_text_set_made (GtkLabel *label, const char *text);

G_END_DECLS
