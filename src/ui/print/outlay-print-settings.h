/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/outlay-report.h"

G_BEGIN_DECLS

GtkPrintSettings *outlay_print_settings_load (void);
void outlay_print_settings_save (GtkPrintSettings *settings);
GKeyFile *outlay_print_settings_load_file (const char *name);
void outlay_print_settings_save_file (GKeyFile *file, const char *name);
GtkPageSetup *outlay_print_settings_new_page_setup (const OutlayReportOptions *options);
void outlay_print_settings_set_paper (OutlayReportOptions *options, GtkPageSetup *setup);

G_END_DECLS
