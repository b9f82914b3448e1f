/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-sort.h"
#include "report/outlay-report-options.h"

G_BEGIN_DECLS

/** OUTLAY_PRINT_AS_SHOWN: the deals are printed in the order of the window. */
#define OUTLAY_PRINT_AS_SHOWN (-1)

/**
 * OutlayPrintChoices:
 * @report: what the pages look like
 * @order: an #OutlaySort, or %OUTLAY_PRINT_AS_SHOWN
 * @shown: the currency that the window told sums in when these were chosen, "" for each by itself
 *
 * What the user chose for printing; kept from one time to the next, and in presets.
 */
typedef struct
{
  OutlayReportOptions report;
  int order;
  char shown[4];
} OutlayPrintChoices;

void outlay_print_choices_init (OutlayPrintChoices *choices);
void outlay_print_choices_copy (OutlayPrintChoices *copy, const OutlayPrintChoices *choices);
void outlay_print_choices_clear (OutlayPrintChoices *choices);
void outlay_print_choices_load (OutlayPrintChoices *choices);
void outlay_print_choices_follow (OutlayPrintChoices *choices, const char *currency);
void outlay_print_choices_save (const OutlayPrintChoices *choices);
GPtrArray *outlay_print_choices_order (const OutlayPrintChoices *choices, GPtrArray *deals);
GStrv outlay_print_presets_list (void);
gboolean outlay_print_preset_load (const char *name, OutlayPrintChoices *choices);
void outlay_print_preset_save (const char *name, const OutlayPrintChoices *choices);
void outlay_print_preset_remove (const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayPrintChoices, outlay_print_choices_clear)

G_END_DECLS
