/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_display_prepare (void);
gboolean outlay_display_open (void);

G_END_DECLS
