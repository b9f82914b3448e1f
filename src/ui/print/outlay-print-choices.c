/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-choices.h"

#include <string.h>

#include "outlay-print-settings.h"

#define CHOICES_FILE "print-choices.ini"
#define PRESETS_FILE "print-presets.ini"
#define LAST         "last"
#define SHOWN        "currency-shown"

/** outlay_print_choices_init: the usual brief, in the order shown. */
void
outlay_print_choices_init (OutlayPrintChoices *choices)
{
  outlay_report_options_init (&choices->report);
  choices->order = OUTLAY_PRINT_AS_SHOWN;
  choices->shown[0] = '\0';
}

/** outlay_print_choices_copy: makes @copy, which holds nothing yet, the same as @choices. */
void
outlay_print_choices_copy (OutlayPrintChoices *copy, const OutlayPrintChoices *choices)
{
  *copy = *choices;
  outlay_report_options_copy (&copy->report, &choices->report);
}

/** outlay_print_choices_clear: gives back what @choices holds. */
void
outlay_print_choices_clear (OutlayPrintChoices *choices)
{
  outlay_report_options_clear (&choices->report);
}

static void
load_group (OutlayPrintChoices *choices, GKeyFile *file, const char *group)
{
  g_autofree char *order = g_key_file_get_string (file, group, "order", NULL);
  OutlaySort sort;

  outlay_report_options_load (&choices->report, file, group);
  choices->order
    = order != NULL && outlay_sort_from_string (order, &sort) ? (int)sort : OUTLAY_PRINT_AS_SHOWN;
}

static void
save_group (const OutlayPrintChoices *choices, GKeyFile *file, const char *group)
{
  outlay_report_options_save (&choices->report, file, group);
  if (choices->order != OUTLAY_PRINT_AS_SHOWN)
    g_key_file_set_string (file, group, "order",
                           outlay_sort_to_string ((OutlaySort)choices->order));
}

/** outlay_print_choices_load: makes @choices those of the last time. */
void
outlay_print_choices_load (OutlayPrintChoices *choices)
{
  g_autoptr (GKeyFile) file = outlay_print_settings_load_file (CHOICES_FILE);

  load_group (choices, file, LAST);
  g_autofree char *shown = g_key_file_get_string (file, LAST, SHOWN, NULL);
  g_strlcpy (choices->shown, shown != NULL ? shown : "", sizeof choices->shown);
}

/**
 * outlay_print_choices_follow:
 * @currency: that the window tells sums in, "" where it tells each by itself
 *
 * Makes sums be told as in the window, unless they were chosen otherwise since it tells them so.
 */
void
outlay_print_choices_follow (OutlayPrintChoices *choices, const char *currency)
{
  if (strcmp (choices->shown, currency) == 0)
    return;
  g_strlcpy (choices->shown, currency, sizeof choices->shown);
  g_strlcpy (choices->report.currency, currency, sizeof choices->report.currency);
}

/** outlay_print_choices_save: keeps @choices for the next time. */
void
outlay_print_choices_save (const OutlayPrintChoices *choices)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  save_group (choices, file, LAST);
  g_key_file_set_string (file, LAST, SHOWN, choices->shown);
  outlay_print_settings_save_file (file, CHOICES_FILE);
}

/**
 * outlay_print_choices_order:
 * @deals: (element-type OutlayDealRecord): in the order shown
 *
 * Returns: (transfer full) (element-type OutlayDealRecord): @deals in the order chosen; of many it
 *   takes a while: ask in a worker thread.
 */
GPtrArray *
outlay_print_choices_order (const OutlayPrintChoices *choices, GPtrArray *deals)
{
  g_autoptr (OutlayDealIndex) index = NULL;
  OutlayOrder order = {(OutlaySort)choices->order, FALSE};
  g_autofree guint32 *rows = NULL;
  GPtrArray *ordered;

  if (choices->order == OUTLAY_PRINT_AS_SHOWN)
    return g_ptr_array_ref (deals);
  index = outlay_deal_index_new (TRUE);
  for (guint i = 0; i < deals->len; i++)
    outlay_deal_index_add (index, g_ptr_array_index (deals, i));
  outlay_deal_index_finish (index);
  g_strlcpy (order.currency, choices->report.currency, sizeof order.currency);
  rows = outlay_order_rows (index, order);
  ordered = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_add (ordered, outlay_deal_record_ref (g_ptr_array_index (deals, rows[i])));
  return ordered;
}

/**
 * outlay_print_presets_list:
 *
 * Returns: (transfer full): names of the presets that were saved, in that order.
 */
GStrv
outlay_print_presets_list (void)
{
  g_autoptr (GKeyFile) file = outlay_print_settings_load_file (PRESETS_FILE);

  return g_key_file_get_groups (file, NULL);
}

/** outlay_print_preset_load: returns whether there is such a preset, and makes @choices the same.
 */
gboolean
outlay_print_preset_load (const char *name, OutlayPrintChoices *choices)
{
  g_autoptr (GKeyFile) file = outlay_print_settings_load_file (PRESETS_FILE);

  if (!g_key_file_has_group (file, name))
    return FALSE;
  load_group (choices, file, name);
  return TRUE;
}

/** outlay_print_preset_save: keeps @choices under @name, in place of what had that name. */
void
outlay_print_preset_save (const char *name, const OutlayPrintChoices *choices)
{
  g_autoptr (GKeyFile) file = outlay_print_settings_load_file (PRESETS_FILE);
  g_autofree char *group = g_strdelimit (g_strdup (name), "[]\n\r\t", ' ');

  save_group (choices, file, group);
  outlay_print_settings_save_file (file, PRESETS_FILE);
}

/** outlay_print_preset_remove: forgets the preset. */
void
outlay_print_preset_remove (const char *name)
{
  g_autoptr (GKeyFile) file = outlay_print_settings_load_file (PRESETS_FILE);

  g_key_file_remove_group (file, name, NULL);
  outlay_print_settings_save_file (file, PRESETS_FILE);
}
