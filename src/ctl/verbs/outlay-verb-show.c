/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-cards.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "report/outlay-export.h"

static char *
dup_deal (OutlayLedger *ledger, gint64 id, gboolean json, GError **error)
{
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, id, error);

  if (deal == NULL)
    return NULL;
  return json ? outlay_export_dup_json (deal, ledger, error)
              : outlay_cards_dup_details (deal, ledger, error);
}

static OutlayExit
show_deals (OutlayLedger *ledger, char **ids, gboolean json)
{
  OutlayExit status = OUTLAY_EXIT_FINE;

  for (guint i = 0; ids[i] != NULL && outlay_console_is_open (); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = dup_deal (ledger, g_ascii_strtoll (ids[i], NULL, 10), json, &error);

      if (text == NULL)
        {
          outlay_console_complain ("%s: %s", ids[i], error->message);
          status = OUTLAY_EXIT_FAILED;
          continue;
        }
      if (i > 0 && !json)
        outlay_console_print ("\n");
      if (json)
        outlay_console_print_line (text);
      else
        outlay_console_print (text);
    }
  return status;
}

static gboolean
are_numbers (char **ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_ascii_string_to_signed (ids[i], 10, 1, G_MAXINT64, NULL, NULL))
        return FALSE;
    }
  return ids[0] != NULL;
}

static OutlayExit
run_show (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *path = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Use this ledger, not the user’s own"),
     N_ ("FILE")},
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object a deal"), NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if (!are_numbers (*arguments + 1))
    return outlay_verb_refuse (verb, _ ("Name deals by their numbers, as “list” prints them."));
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (path, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  if (ledger == NULL)
    {
      outlay_console_complain ("%s", error->message);
      return OUTLAY_EXIT_FAILED;
    }
  return show_deals (ledger, *arguments + 1, json);
}

const OutlayVerb outlay_verb_show = {
  "show",
  N_ ("ID…"),
  N_ ("Show deals with the words of their articles."),
  N_ ("The words that say so stand in brackets within their sentence."),
  run_show,
};
