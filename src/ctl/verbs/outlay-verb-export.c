/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "report/outlay-export.h"

static gboolean
export_to_stdout (GPtrArray *deals,
                  OutlayLedger *ledger,
                  OutlayExportFormat format,
                  const char *filter,
                  GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) reason = NULL;

  if (outlay_export_write (deals, ledger, format, filter, stream, NULL, NULL, NULL, &reason)
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
export_deals (OutlaySelection *selection,
              OutlayExportFormat format,
              const char *output,
              GError **error)
{
  g_autoptr (OutlayLedger) ledger = NULL;
  guint n_all;
  g_autoptr (GPtrArray) deals = outlay_selection_load (selection, &ledger, &n_all, error);

  if (deals == NULL)
    return FALSE;
  const char *filter = selection->words;
  if (output == NULL || strcmp (output, "-") == 0)
    return export_to_stdout (deals, ledger, format, filter, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GCancellable) cancellable = outlay_console_new_cancellable ();
  gboolean written = outlay_export_save (
    deals, ledger, format, filter, file, outlay_console_tell_progress,
    /* Translators: behind a number. xgettext:no-c-format */ (gpointer)_ ("% of the deals"),
    cancellable, error);
  outlay_console_end_progress ();
  return written;
}

static gboolean
find_format (const char *named, const char *output, OutlayExportFormat *format)
{
  if (named != NULL)
    return outlay_export_format_from_string (named, format);
  return output != NULL && outlay_export_format_from_file (output, format);
}

static OutlayExit
run_export (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlaySelection) selection = {NULL};
  g_autofree char *named = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry own[] = {
    {"format", 0, 0, G_OPTION_ARG_STRING, &named,
     N_ (
       "json (a line a deal), csv, claims (CSV), tsv, articles (JSON lines, to import again), md, "
       "html, xlsx, graphml, dot, bibtex or csl"),
     N_ ("FORMAT")},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to FILE, not standard output"),
     N_ ("FILE")},
    {NULL},
  };
  g_autoptr (GError) error = NULL;
  OutlayExportFormat format;

  if (!outlay_selection_parse (&selection, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  if (!find_format (named, output, &format))
    return outlay_verb_refuse (
      verb, _ ("Name the format, or a file whose end tells it; see “outlayctl export --help”."));
  if (export_deals (&selection, format, output, &error))
    return OUTLAY_EXIT_FINE;
  outlay_console_complain ("%s", error->message);
  return OUTLAY_EXIT_FAILED;
}

const OutlayVerb outlay_verb_export = {
  "export",
  "",
  N_ ("Export the deals of a ledger."),
  N_ ("JSON has each deal with its claims and the words that prove them; CSV has a row a deal. "
      "What “articles” writes can be imported again. "
      "Filters are those of “list”."),
  run_export,
};
