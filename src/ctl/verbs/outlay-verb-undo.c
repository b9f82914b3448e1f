/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that go through the history. */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/json/outlay-json.h"
#include "ctl/outlay-acting.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"

static const GOptionEntry no_options[] = {{NULL}};

static OutlayExit
run_step (const OutlayVerb *verb,
          char ***arguments,
          OutlayHistoryEntry *(*step) (OutlayLedger *, GError **))
{
  g_auto (OutlayActing) acting = {NULL};
  g_autoptr (GError) error = NULL;

  if (!outlay_acting_parse (&acting, verb, no_options, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL)
    return outlay_verb_refuse (verb, _ ("Only options are wanted here."));
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting.ledger, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_autoptr (OutlayHistoryEntry) entry = ledger != NULL ? step (ledger, &error) : NULL;
  return entry != NULL ? outlay_acting_tell (&acting, entry) : outlay_acting_fail (error);
}

static OutlayExit
run_undo (const OutlayVerb *verb, char ***arguments)
{
  return run_step (verb, arguments, outlay_act_undo);
}

const OutlayVerb outlay_verb_undo = {
  "undo",
  "",
  N_ ("Undo what was done last, and tell what that was."),
  N_ ("What was deleted, corrected, linked or marked comes back as it was, also after the program "
      "was closed."),
  run_undo,
};

static OutlayExit
run_redo (const OutlayVerb *verb, char ***arguments)
{
  return run_step (verb, arguments, outlay_act_redo);
}

const OutlayVerb outlay_verb_redo = {
  "redo", "", N_ ("Do again what was undone last, and tell what that was."), NULL, run_redo,
};

static gboolean
print_entry (const OutlayHistoryEntry *entry, gboolean json)
{
  g_autofree char *words = outlay_act_describe (entry);
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (entry->made);
  g_autofree char *time
    = made != NULL ? g_date_time_format (made, json ? "%FT%T%:z" : "%F %R") : NULL;

  if (!json)
    {
      g_autofree char *line = g_strdup_printf ("%s  %s%s%s", time != NULL ? time : "?", words,
                                               entry->undone ? "  " : "",
                                               entry->undone ? C_ ("history", "(undone)") : "");

      return outlay_console_print_line (line);
    }
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_int_member (object, "act", entry->id);
  json_object_set_string_member (object, "made", time);
  json_object_set_string_member (object, "kind", entry->kind);
  json_object_set_boolean_member (object, "undone", entry->undone);
  json_object_set_string_member (object, "words", words);
  return outlay_console_print_json (object);
}

static OutlayExit
run_history (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  gint64 deal = 0;
  int most = 0;
  const GOptionEntry own[] = {
    {"deal", 0, 0, G_OPTION_ARG_INT64, &deal, N_ ("Only what was done with this deal"), N_ ("ID")},
    {"most", 0, 0, G_OPTION_ARG_INT, &most, N_ ("No more than these, the latest"), N_ ("NUMBER")},
    {NULL},
  };
  g_autoptr (GError) error = NULL;

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL || deal < 0 || most < 0)
    return outlay_verb_refuse (verb, _ ("Only options are wanted here."));
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting.ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (GPtrArray) entries
    = ledger != NULL ? outlay_history_list (ledger, deal, (guint)most, NULL, &error) : NULL;
  if (entries == NULL)
    return outlay_acting_fail (error);
  for (guint i = 0; i < entries->len; i++)
    {
      if (!print_entry (g_ptr_array_index (entries, i), acting.json))
        break;
    }
  return OUTLAY_EXIT_FINE;
}

const OutlayVerb outlay_verb_history = {
  "history", "", N_ ("Tell what was done, the latest first."), NULL, run_history,
};
