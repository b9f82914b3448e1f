/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "ingest/outlay-verify.h"

static void
print_json (const OutlayVerified *verified)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_int_member (object, "article", verified->article_id);
  json_object_set_string_member (object, "title", verified->label);
  json_object_set_string_member (object, "proof", outlay_proof_to_string (verified->proof));
  outlay_console_print_json (object);
}

static void
print_unproved (const OutlayVerified *verified)
{
  g_autofree char *words = outlay_verify_describe (verified);

  outlay_console_print (words);
  outlay_console_print ("\n");
}

static OutlayExit
verify_ledger (OutlayLedger *ledger, gboolean json, GError **error)
{
  g_autoptr (GPtrArray) proofs = outlay_verify (ledger, NULL, error);
  guint n_proved = 0;

  if (proofs == NULL)
    return OUTLAY_EXIT_FAILED;
  for (guint i = 0; i < proofs->len; i++)
    {
      const OutlayVerified *verified = g_ptr_array_index (proofs, i);

      n_proved += verified->proof == OUTLAY_PROOF_SAME;
      if (json)
        print_json (verified);
      else if (verified->proof != OUTLAY_PROOF_SAME)
        print_unproved (verified);
    }
  if (!json)
    {
      g_autofree char *summary
        = g_strdup_printf (ngettext ("%u of %u article proved from its file.\n",
                                     "%u of %u articles proved from their files.\n", proofs->len),
                           n_proved, proofs->len);

      outlay_console_print (summary);
    }
  return n_proved == proofs->len ? OUTLAY_EXIT_FINE : OUTLAY_EXIT_FAILED;
}

static OutlayExit
rebuild_ledger (OutlayLedger *ledger, const char *path, GError **error)
{
  g_autoptr (OutlayLedger) newer = NULL;
  guint n_missing = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      outlay_console_complain ("%s", _ ("The file for the new ledger is there already."));
      return OUTLAY_EXIT_FAILED;
    }
  newer = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, error);
  if (newer == NULL || !outlay_verify_rebuild (ledger, newer, &n_missing, NULL, error))
    return OUTLAY_EXIT_FAILED;
  if (n_missing > 0)
    outlay_console_complain (ngettext ("%u article could not be read from its file.",
                                       "%u articles could not be read from their files.",
                                       n_missing),
                             n_missing);
  return n_missing > 0 ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_FINE;
}

static OutlayExit
run_verify (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *rebuilt = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Use this ledger, not the user’s own"),
     N_ ("FILE")},
    {"rebuild", 0, 0, G_OPTION_ARG_FILENAME, &rebuilt,
     N_ ("Make a new ledger of the kept files instead"), N_ ("FILE")},
    {"json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object an article"), NULL},
    {NULL},
  };
  g_autoptr (GError) error = NULL;
  OutlayExit status = OUTLAY_EXIT_FAILED;

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] != NULL)
    return outlay_verb_refuse (verb, _ ("Only options are wanted here."));
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (path, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  if (ledger != NULL)
    status = rebuilt != NULL ? rebuild_ledger (ledger, rebuilt, &error)
                             : verify_ledger (ledger, json, &error);
  if (error != NULL)
    outlay_console_complain ("%s", error->message);
  return status;
}

const OutlayVerb outlay_verb_verify = {
  "verify",
  "",
  N_ ("Prove every article and deal from the files that were imported."),
  N_ ("The kept bytes of each file are hashed, read and extracted anew and compared with what the "
      "ledger holds. What the user has corrected is not looked at; a new ledger made with "
      "--rebuild doesn’t hold it."),
  run_verify,
};
