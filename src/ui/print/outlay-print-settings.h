/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/outlay-report.h"

G_BEGIN_DECLS

GtkPrintSettings *outlay_print_settings_load (void);
void outlay_print_settings_save (GtkPrintSettings *settings);
GtkPageSetup *outlay_print_settings_load_page_setup (void);
void outlay_print_settings_save_page_setup (GtkPageSetup *setup);
void outlay_print_settings_set_paper (OutlayReportOptions *options, GtkPageSetup *setup);

G_END_DECLS
