/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/json/outlay-json.h"
#include "ctl/outlay-cards.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"

typedef struct
{
  gboolean json;
  gboolean cards;
} Form;

static void
print_json (const GPtrArray *deals)
{
  gboolean more = TRUE;

  for (guint i = 0; more && i < deals->len; i++)
    {
      g_autoptr (JsonObject) object = outlay_json_from_deal (g_ptr_array_index (deals, i));

      more = outlay_console_print_json (object);
    }
}

static void
print_cards (const GPtrArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    {
      g_autofree char *card = outlay_cards_dup_card (g_ptr_array_index (deals, i));

      outlay_console_print (i > 0 ? "\n" : "");
      outlay_console_print (card);
    }
}

static void
print_deals (const GPtrArray *deals, guint n_all, const Form *form)
{
  if (form->json)
    print_json (deals);
  else if (deals->len == 0)
    {
      outlay_console_print (n_all > 0 ? _ ("No deals match") : C_ ("totals", "No deals yet"));
      outlay_console_print ("\n");
    }
  else if (form->cards)
    print_cards (deals);
  else
    {
      g_autofree char *table = outlay_cards_dup_table (deals, outlay_console_get_width ());

      outlay_console_print (table);
    }
}

static OutlayExit
run_list (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlaySelection) selection = {NULL};
  Form form = {FALSE, FALSE};
  const GOptionEntry own[] = {
    {"json", 0, 0, G_OPTION_ARG_NONE, &form.json, N_ ("Print a JSON object a deal"), NULL},
    {"cards", 0, 0, G_OPTION_ARG_NONE, &form.cards, N_ ("Print a card a deal, not a line"), NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;
  guint n_all;

  if (!outlay_selection_parse (&selection, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (GPtrArray) deals = outlay_selection_load (&selection, &ledger, &n_all, &error);
  if (deals == NULL)
    {
      outlay_console_complain ("%s", error->message);
      return OUTLAY_EXIT_FAILED;
    }
  print_deals (deals, n_all, &form);
  return OUTLAY_EXIT_FINE;
}

const OutlayVerb outlay_verb_list = {
  "list",
  "",
  N_ ("List the deals of a ledger."),
  N_ ("Filters may be given several times; a deal is listed that matches one value of each. “!” "
      "before a value leaves out what it matches."),
  run_list,
};
