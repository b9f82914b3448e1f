/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "ledger/safety/outlay-backup.h"

static void
print_backup (const OutlayBackup *backup, gboolean json)
{
  g_autofree char *name = g_filename_display_name (backup->path);
  char day[32];

  g_date_strftime (day, sizeof day, "%Y-%m-%d", &backup->day);
  if (!json)
    {
      g_autofree char *size = g_format_size ((guint64)backup->size);
      g_autofree char *line = g_strdup_printf ("%s  %s  %s\n", day, name, size);

      outlay_console_print (line);
      return;
    }
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_string_member (object, "day", day);
  json_object_set_string_member (object, "file", name);
  json_object_set_int_member (object, "bytes", backup->size);
  outlay_console_print_json (object);
}

static OutlayExit
list_backups (const char *path, gboolean json)
{
  g_autoptr (GPtrArray) backups = outlay_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    print_backup (g_ptr_array_index (backups, i), json);
  return OUTLAY_EXIT_FINE;
}

static OutlayExit
restore (const char *path, const char *copy, GError **error)
{
  g_autoptr (OutlayBackup) last = copy == NULL ? outlay_backup_find_good (path) : NULL;

  if (copy == NULL && last == NULL)
    {
      outlay_console_complain ("%s", _ ("There is no daily copy of this ledger."));
      return OUTLAY_EXIT_FAILED;
    }
  g_autofree char *aside = outlay_backup_restore (path, copy != NULL ? copy : last->path, error);
  if (aside == NULL)
    return OUTLAY_EXIT_FAILED;
  g_autofree char *name = g_filename_display_name (aside);
  g_autofree char *words = outlay_format_fill (
    _ ("Done. The file that was there is “{file}” now.\n"), "file", name, NULL);
  outlay_console_print (words);
  return OUTLAY_EXIT_FINE;
}

static OutlayExit
make_copy (const char *path, const char *copy, GError **error)
{
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_READ_ONLY, error);

  return ledger != NULL && outlay_backup_write (ledger, copy, NULL, error) ? OUTLAY_EXIT_FINE
                                                                           : OUTLAY_EXIT_FAILED;
}

static OutlayExit
run_backup (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *typed = NULL;
  gboolean list = FALSE, back = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &typed, N_ ("Use this ledger, not the user’s own"),
     N_ ("FILE")},
    {"list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("List the daily copies"), NULL},
    {"restore", 0, 0, G_OPTION_ARG_NONE, &back,
     N_ ("Go back to the copy FILE, or to the last good daily one"), NULL},
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object a copy"), NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;
  OutlayExit status;

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  const char *file = (*arguments)[1];
  if ((file != NULL && (*arguments)[2] != NULL) || (list && (file != NULL || back)))
    return outlay_verb_refuse (verb, _ ("One file at most is wanted here."));
  if (!list && !back && file == NULL)
    return outlay_verb_refuse (verb, _ ("No file is named."));
  g_autofree char *path = outlay_selection_dup_path (typed);
  if (list)
    return list_backups (path, json);
  status = back ? restore (path, file, &error) : make_copy (path, file, &error);
  if (error != NULL)
    outlay_console_complain ("%s", error->message);
  return status;
}

const OutlayVerb outlay_verb_backup = {
  "backup",
  N_ ("[FILE]"),
  N_ ("Copy a ledger while it is in use, or go back to a copy."),
  N_ ("Copies are looked through before they count. The program makes one a day and keeps the last "
      "seven; --list names them."),
  run_backup,
};
