/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

void outlay_wrapped_text_set (GtkLabel *label, const char *text);
void outlay_wrapped_text_set_made (GtkLabel *label, const char *text);
void
outlay_wrapped_text_set_parties (GtkLabel *label, const char *text, const OutlayFields *fields);

G_END_DECLS
