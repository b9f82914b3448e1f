/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-verb.h"

#include <glib/gi18n.h>

#include "outlay-console.h"

static char *
name_program (const OutlayVerb *verb)
{
  return g_strjoin (" ", "outlayctl", *verb->name != '\0' ? verb->name : NULL, NULL);
}

/**
 * outlay_verb_refuse:
 * @message: what is wrong with the command line
 *
 * Returns: the exit status of a wrong command line, @message told.
 */
OutlayExit
outlay_verb_refuse (const OutlayVerb *verb, const char *message)
{
  g_autofree char *program = name_program (verb);
  g_autofree char *hint = g_strdup_printf (_ ("Try “%s --help”."), program);

  outlay_console_complain ("%s\n%s", message, hint);
  return OUTLAY_EXIT_USAGE;
}

/**
 * outlay_verb_parse:
 * @entries: the verb's options
 * @arguments: (inout): what was typed, the verb first; what is no option is left
 *
 * Returns: whether the options are right; where not, it has been told.
 */
gboolean
outlay_verb_parse (const OutlayVerb *verb, const GOptionEntry *entries, char ***arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (verb->arguments);
  g_autofree char *program = name_program (verb);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (verb->summary));
  if (verb->description != NULL)
    g_option_context_set_description (context, _ (verb->description));
  if (g_option_context_parse_strv (context, arguments, &error))
    return TRUE;
  outlay_verb_refuse (verb, error->message);
  return FALSE;
}

/**
 * outlay_verb_dup_text:
 * @typed: (nullable): an option's value, in whatever bytes the terminal sent
 *
 * Under a locale without UTF-8 scripts still hand in UTF-8, which GOption's own strings refuse.
 *
 * Returns: (transfer full) (nullable): the value as UTF-8; %NULL where there is none.
 */
char *
outlay_verb_dup_text (const char *typed)
{
  if (typed == NULL)
    return NULL;
  if (g_utf8_validate (typed, -1, NULL))
    return g_strdup (typed);
  char *converted = g_locale_to_utf8 (typed, -1, NULL, NULL, NULL);
  return converted != NULL ? converted : g_utf8_make_valid (typed, -1);
}
