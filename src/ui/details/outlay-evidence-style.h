/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean outlay_evidence_style_lookup (GtkWidget *widget, GdkRGBA *ground, GdkRGBA *line);
PangoAttrList *
outlay_evidence_style_list (GtkWidget *widget, const GArray *marks, const char *lang);

G_END_DECLS
