/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_figure_text_parse (const char *text, gint64 scale, gint64 *value);
char *outlay_figure_text_print (gint64 value, gint64 scale);

G_END_DECLS
