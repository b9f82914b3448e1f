/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "ctl/outlay-console.h"
#include "ctl/outlay-verb.h"
#include "outlay-config.h"

static const OutlayVerb *const verbs[] = {
  &outlay_verb_read,    &outlay_verb_mentions,    &outlay_verb_extract,   &outlay_verb_import,
  &outlay_verb_list,    &outlay_verb_show,        &outlay_verb_mark,      &outlay_verb_correct,
  &outlay_verb_link,    &outlay_verb_split,       &outlay_verb_apart,     &outlay_verb_part,
  &outlay_verb_read_as, &outlay_verb_delete,      &outlay_verb_reextract, &outlay_verb_undo,
  &outlay_verb_redo,    &outlay_verb_history,     &outlay_verb_export,    &outlay_verb_print,
  &outlay_verb_stats,   &outlay_verb_rates,       &outlay_verb_check,     &outlay_verb_verify,
  &outlay_verb_backup,  &outlay_verb_suggestions, &outlay_verb_text,
};

static const OutlayVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (verbs[i]->name, name) == 0)
        return verbs[i];
    }
  return NULL;
}

static char *
list_verbs (void)
{
  GString *list = g_string_new (_ ("Verbs:"));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (list, "\n  %-12s %s", verbs[i]->name, _ (verbs[i]->summary));
  g_string_append_printf (list, "\n\n%s", _ ("“outlayctl VERB --help” tells more of a verb."));
  return g_string_free (list, FALSE);
}

/* Options that stand before a verb, or without one. */
static OutlayExit
run_without_verb (char ***arguments)
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    {"version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the program’s version"), NULL},
    {NULL},
  };
  g_autofree char *description = list_verbs ();
  const OutlayVerb whole = {"", N_ ("VERB …"),
                            N_ ("Outlay reads news articles about money going into AI "
                                "infrastructure and keeps a ledger of the deals in them."),
                            description, NULL};

  if (!outlay_verb_parse (&whole, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if (version)
    {
      outlay_console_print ("outlayctl " OUTLAY_VERSION "\n");
      return OUTLAY_EXIT_FINE;
    }
  if ((*arguments)[1] == NULL)
    return outlay_verb_refuse (&whole, _ ("No verb is given."));
  g_autofree char *name = outlay_verb_dup_text ((*arguments)[1]);
  g_autofree char *message = g_strdup_printf (_ ("There is no verb “%s”."), name);
  return outlay_verb_refuse (&whole, message);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  const OutlayVerb *verb = argc > 1 ? find_verb (argv[1]) : NULL;
  /* Before it is installed, the translations that were built beside it are told so. */
  const char *translations = g_getenv ("OUTLAY_LOCALEDIR");
  OutlayExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : OUTLAY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  outlay_console_init ();
  if (verb == NULL)
    status = run_without_verb (&arguments);
  else
    {
      g_free (arguments[0]);
      memmove (arguments, arguments + 1, (gsize)argc * sizeof (char *));
      status = verb->run (verb, &arguments);
    }
  return outlay_console_finish (status);
}
