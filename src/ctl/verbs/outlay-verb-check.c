/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "ledger/outlay-ledger.h"
#include "ledger/safety/outlay-backup.h"
#include "ledger/safety/outlay-check.h"

static const char *const remedy_names[] = {
  [OUTLAY_REMEDY_RESTORE] = "restore",
  [OUTLAY_REMEDY_REINDEX] = "reindex",
};

static void
print_damage (const OutlayDamage *damage, gboolean json)
{
  if (!json)
    {
      outlay_console_print (damage->message);
      outlay_console_print ("\n");
      return;
    }
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_string_member (object, "message", damage->message);
  json_object_set_string_member (object, "remedy", remedy_names[damage->remedy]);
  outlay_console_print_json (object);
}

static gboolean
needs_copy (const GPtrArray *damages)
{
  for (guint i = 0; i < damages->len; i++)
    {
      if (((OutlayDamage *)g_ptr_array_index (damages, i))->remedy == OUTLAY_REMEDY_RESTORE)
        return TRUE;
    }
  return FALSE;
}

static void
print_advice (const char *path, gboolean restore)
{
  g_autoptr (OutlayBackup) copy = restore ? outlay_backup_find_good (path) : NULL;

  if (!restore)
    outlay_console_complain ("%s", _ ("“outlayctl check --repair” mends this."));
  else if (copy == NULL)
    outlay_console_complain ("%s", _ ("There is no daily copy of this ledger."));
  else
    {
      g_autofree char *name = g_filename_display_name (copy->path);
      g_autofree char *words = outlay_format_fill (
        _ ("The last good copy is “{copy}”. “outlayctl backup --restore” goes back to it."), "copy",
        name, NULL);

      outlay_console_complain ("%s", words);
    }
}

static OutlayExit
check_ledger (const char *path, gboolean repair, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) damages = outlay_check (path, NULL, &error);

  if (damages != NULL && damages->len > 0 && repair && !needs_copy (damages)
      && outlay_check_reindex (path, &error))
    {
      g_ptr_array_unref (damages);
      damages = outlay_check (path, NULL, &error);
    }
  if (damages == NULL || error != NULL)
    {
      outlay_console_complain ("%s", error->message);
      return OUTLAY_EXIT_FAILED;
    }
  for (guint i = 0; i < damages->len; i++)
    print_damage (g_ptr_array_index (damages, i), json);
  if (damages->len > 0)
    {
      print_advice (path, needs_copy (damages));
      return OUTLAY_EXIT_FAILED;
    }
  if (!json)
    outlay_console_print (_ ("The ledger is sound.\n"));
  return OUTLAY_EXIT_FINE;
}

static OutlayExit
run_check (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *typed = NULL;
  gboolean json = FALSE, repair = FALSE;
  const GOptionEntry entries[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &typed, N_ ("Use this ledger, not the user’s own"),
     N_ ("FILE")},
    {"repair", 0, 0, G_OPTION_ARG_NONE, &repair,
     N_ ("Make the index of words anew where nothing else is damaged"), NULL},
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object for each damage"), NULL},
    {NULL},
  };

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL)
    return outlay_verb_refuse (verb, _ ("Only options are wanted here."));
  g_autofree char *path = outlay_selection_dup_path (typed);
  return check_ledger (path, repair, json);
}

const OutlayVerb outlay_verb_check = {
  "check",
  "",
  N_ ("Look through a ledger for damage."),
  N_ ("The file’s pages, references, what each deal is made of, texts and kept files by their "
      "checksums, and the index of words. Nothing is changed."),
  run_check,
};
