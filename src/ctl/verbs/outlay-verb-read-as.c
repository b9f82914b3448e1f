/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/json/outlay-json.h"
#include "ctl/outlay-acting.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ledger/outlay-remarks.h"

static gboolean
print_reading (const OutlayReading *reading, gboolean json)
{
  if (!json)
    {
      g_autofree char *line = g_strdup_printf ("%s → %s", reading->name, reading->reads_as);

      return outlay_console_print_line (line);
    }
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_string_member (object, "name", reading->name);
  json_object_set_string_member (object, "reads_as", reading->reads_as);
  return outlay_console_print_json (object);
}

static OutlayExit
list_readings (const OutlayActing *acting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (OutlayReadings) readings
    = ledger != NULL ? outlay_ledger_list_readings (ledger, NULL, &error) : NULL;

  if (readings == NULL)
    return outlay_acting_fail (error);
  g_autoptr (GPtrArray) list = outlay_readings_list (readings);
  for (guint i = 0; i < list->len; i++)
    {
      if (!print_reading (g_ptr_array_index (list, i), acting->json))
        break;
    }
  return OUTLAY_EXIT_FINE;
}

static OutlayExit
run_read_as (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  const GOptionEntry own[] = {
    {"off", 0, 0, G_OPTION_ARG_NONE, &acting.off, N_ ("Read NAME by its own name again"), NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  guint count = g_strv_length (*arguments + 1);
  if (count == 0 && !acting.off)
    return list_readings (&acting);
  if (count != (acting.off ? 1u : 2u))
    return outlay_verb_refuse (verb, _ ("Name the organisation, and the one that it is."));
  g_autofree char *name = outlay_verb_dup_text ((*arguments)[1]);
  g_autofree char *other = outlay_verb_dup_text ((*arguments)[1 + !acting.off]);
  g_autoptr (OutlayAct) act
    = acting.off ? outlay_act_new_unread (name) : outlay_act_new_read_as (name, other);
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_read_as = {
  "read-as",
  N_ ("[NAME OTHER]"),
  N_ ("Read an organisation as another, in all articles and those to come."),
  N_ ("Without names it lists what is read as what."),
  run_read_as,
};
