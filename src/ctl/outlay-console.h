/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ctl/outlay-verb.h"

G_BEGIN_DECLS

void outlay_console_init (void);
gboolean outlay_console_print (const char *text);
gboolean outlay_console_print_json (JsonObject *object);
gboolean outlay_console_print_line (const char *line);
void outlay_console_show_progress (guint done, guint total, const char *what);
GCancellable *outlay_console_new_cancellable (void);
void outlay_console_end_progress (void);
void outlay_console_tell_progress (goffset current, goffset total, gpointer data);
void outlay_console_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
void outlay_console_complain_of_layers (void);
guint outlay_console_get_width (void);
gboolean outlay_console_is_open (void);
OutlayExit outlay_console_finish (OutlayExit status);

G_END_DECLS
