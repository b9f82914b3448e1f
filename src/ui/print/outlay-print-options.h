/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-print-choices.h"

G_BEGIN_DECLS

/*
 * What can be chosen for printing. Signal: "changed", after the user chose something. Actions:
 * "options.load-preset" (s), "options.remove-preset" (s).
 */
#define OUTLAY_TYPE_PRINT_OPTIONS (outlay_print_options_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPrintOptions, outlay_print_options, OUTLAY, PRINT_OPTIONS, GtkBox)

void
outlay_print_options_set_choices (OutlayPrintOptions *options, const OutlayPrintChoices *choices);
const OutlayPrintChoices *outlay_print_options_get_choices (OutlayPrintOptions *options);

G_END_DECLS
