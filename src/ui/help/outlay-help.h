/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The user help, which is part of the program and needs no network. */
#define OUTLAY_TYPE_HELP (outlay_help_get_type ())
G_DECLARE_FINAL_TYPE (OutlayHelp, outlay_help, OUTLAY, HELP, GtkWindow)

GtkWidget *outlay_help_new (GtkWindow *parent);

G_END_DECLS
