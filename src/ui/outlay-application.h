/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The status that the program ends with where there is no display; outlayctl uses those below. */
#define OUTLAY_EXIT_NO_DISPLAY 3

#define OUTLAY_TYPE_APPLICATION (outlay_application_get_type ())
G_DECLARE_FINAL_TYPE (OutlayApplication, outlay_application, OUTLAY, APPLICATION, GtkApplication)

OutlayApplication *outlay_application_new (void);

G_END_DECLS
