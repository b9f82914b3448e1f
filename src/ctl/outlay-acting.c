/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-acting.h"

#include <glib/gi18n.h>

#include "base/json/outlay-json.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"

/** outlay_acting_clear: gives back what @acting holds. */
void
outlay_acting_clear (OutlayActing *acting)
{
  g_clear_pointer (&acting->ledger, g_free);
}

/**
 * outlay_acting_parse:
 * @more: (array zero-terminated=1): the verb's own options
 *
 * Returns: whether the options are right; where not, it has been told.
 */
gboolean
outlay_acting_parse (OutlayActing *acting,
                     const OutlayVerb *verb,
                     const GOptionEntry *more,
                     char ***arguments)
{
  const GOptionEntry shared[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &acting->ledger,
     N_ ("Use this ledger, not the user’s own"), N_ ("FILE")},
    {"json", 0, 0, G_OPTION_ARG_NONE, &acting->json, N_ ("Print a JSON object"), NULL},
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (entries, shared, G_N_ELEMENTS (shared));
  for (; more->long_name != NULL; more++)
    g_array_append_vals (entries, more, 1);
  return outlay_verb_parse (verb, (const GOptionEntry *)(gpointer)entries->data, arguments);
}

/**
 * outlay_acting_read_ids:
 * @typed: (array zero-terminated=1): numbers as typed
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers; %NULL where there are
 * none, or one is no number above 0.
 */
GArray *
outlay_acting_read_ids (char **typed)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; typed[i] != NULL; i++)
    {
      gint64 id;

      if (!g_ascii_string_to_signed (typed[i], 10, 1, G_MAXINT64, &id, NULL))
        return NULL;
      g_array_append_val (ids, id);
    }
  return ids->len > 0 ? g_steal_pointer (&ids) : NULL;
}

/**
 * outlay_acting_fail:
 *
 * Returns: the exit status of a failure, @error told.
 */
OutlayExit
outlay_acting_fail (const GError *error)
{
  outlay_console_complain ("%s", error->message);
  return OUTLAY_EXIT_FAILED;
}

/**
 * outlay_acting_tell:
 * @entry: (nullable): what was done; %NULL where all was so already
 *
 * Returns: the exit status of success, what was done told.
 */
OutlayExit
outlay_acting_tell (const OutlayActing *acting, const OutlayHistoryEntry *entry)
{
  g_autofree char *words
    = entry != NULL ? outlay_act_describe (entry) : g_strdup (_ ("Nothing has changed."));

  if (!acting->json)
    {
      outlay_console_print_line (words);
      return OUTLAY_EXIT_FINE;
    }
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_boolean_member (object, "changed", entry != NULL);
  if (entry != NULL)
    {
      json_object_set_int_member (object, "act", entry->id);
      json_object_set_string_member (object, "kind", entry->kind);
    }
  json_object_set_string_member (object, "words", words);
  outlay_console_print_json (object);
  return OUTLAY_EXIT_FINE;
}

/**
 * outlay_acting_run:
 *
 * Carries an act out and tells it.
 *
 * Returns: the exit status.
 */
OutlayExit
outlay_acting_run (const OutlayActing *acting, OutlayAct *act)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayHistoryEntry) entry = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_NONE, &error);

  if (ledger == NULL || !outlay_act_run (act, ledger, &entry, &error))
    return outlay_acting_fail (error);
  return outlay_acting_tell (acting, entry);
}
