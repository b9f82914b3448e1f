/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

char *outlay_reading_dup (GtkWidget *widget, const char *text);
char *outlay_reading_dup_parties (GtkWidget *widget, const char *text, const OutlayFields *fields);
void outlay_reading_set_label (GtkLabel *label, const char *text);

G_END_DECLS
