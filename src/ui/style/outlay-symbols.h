/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

const char *outlay_symbol_of_kind (OutlayKind kind);
const char *outlay_symbol_of_status (OutlayStatus status);
void outlay_symbol_set_status (GtkWidget *widget, OutlayStatus status);
const char *outlay_symbol_get_status_colour (OutlayStatus status);
GtkWidget *outlay_symbol_new (const char *icon_name);
GtkWidget *outlay_symbol_new_arrow (void);

G_END_DECLS
