/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>
#include <string.h>

#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "report/outlay-report.h"

typedef struct
{
  char *layout;
  char *paper;
  gboolean landscape;
  gboolean monochrome;
  char *title;
  char *date;
  char *output;
} Print;

static void
clear_print (Print *print)
{
  g_free (print->layout);
  g_free (print->paper);
  g_free (print->title);
  g_free (print->date);
  g_free (print->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, clear_print)

/* Sizes in points. */
static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  {"a4", 595.28, 841.89},  {"letter", 612, 792}, {"a5", 419.53, 595.28},
  {"a3", 841.89, 1190.55}, {"legal", 612, 1008},
};

static gboolean
set_paper (const Print *print, OutlayReportOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (print->paper != NULL && g_ascii_strcasecmp (papers[i].name, print->paper) != 0)
        continue;
      options->width = print->landscape ? papers[i].height : papers[i].width;
      options->height = print->landscape ? papers[i].width : papers[i].height;
      return TRUE;
    }
  return FALSE;
}

static gboolean
print_deals (const OutlaySelection *selection,
             OutlayReportOptions *options,
             const char *output,
             GError **error)
{
  guint n_all;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (selection->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, error);
  g_autoptr (GPtrArray) deals
    = ledger != NULL ? outlay_selection_load (selection, ledger, &n_all, error) : NULL;
  g_autoptr (GHashTable) quotes
    = deals != NULL ? outlay_report_load_quotes (ledger, deals, NULL, error) : NULL;

  if (quotes == NULL)
    return FALSE;
  g_autofree char *filter = outlay_selection_describe (selection, deals->len, n_all);
  options->filter = filter;
  g_autoptr (OutlayReport) report = outlay_report_new (deals, quotes, options);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  return outlay_report_write_pdf (report, file, NULL, error);
}

static const char *
find_mistake (const Print *print, char **arguments, OutlayReportOptions *options)
{
  if (arguments[1] != NULL)
    return _ ("Only options are wanted here.");
  if (print->output == NULL)
    return _ ("Name the file to write: -o FILE.pdf.");
  if (print->layout != NULL && strcmp (print->layout, "summary") != 0)
    return _ ("The only layout is “summary”.");
  if (!set_paper (print, options))
    return _ ("The paper is one of a4, letter, a5, a3 and legal.");
  return NULL;
}

static OutlayExit
run_print (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlaySelection) selection = {NULL};
  g_auto (Print) print = {NULL};
  OutlayReportOptions options;
  const GOptionEntry own[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &print.output, N_ ("The PDF to write"), N_ ("FILE")},
    {"layout", 0, 0, G_OPTION_ARG_STRING, &print.layout,
     N_ ("summary: a table with totals, then a section a deal"), N_ ("LAYOUT")},
    {"paper", 0, 0, G_OPTION_ARG_STRING, &print.paper, N_ ("a4 (usual), letter, a5, a3 or legal"),
     N_ ("PAPER")},
    {"landscape", 0, 0, G_OPTION_ARG_NONE, &print.landscape, N_ ("Turn the paper"), NULL},
    {"monochrome", 0, 0, G_OPTION_ARG_NONE, &print.monochrome, N_ ("Print black and grey only"),
     NULL},
    {"title", 0, 0, G_OPTION_ARG_FILENAME, &print.title, N_ ("Heading of the document"),
     N_ ("TEXT")},
    {"date", 0, 0, G_OPTION_ARG_FILENAME, &print.date,
     N_ ("What to print for a date, not the newest day of the deals"), N_ ("TEXT")},
    {NULL},
  };
  g_autoptr (GArray) entries = outlay_selection_new_entries (&selection, own);
  g_autoptr (GError) error = NULL;

  if (!outlay_verb_parse (verb, (const GOptionEntry *)(gpointer)entries->data, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autofree char *wrong = outlay_selection_find_mistake (&selection);
  outlay_report_options_init (&options);
  const char *mistake = wrong != NULL ? wrong : find_mistake (&print, *arguments, &options);
  if (mistake != NULL)
    return outlay_verb_refuse (verb, mistake);
  g_autofree char *title = outlay_verb_dup_text (print.title);
  g_autofree char *date = outlay_verb_dup_text (print.date);
  options.title = title;
  options.date = date;
  options.monochrome = print.monochrome;
  if (print_deals (&selection, &options, print.output, &error))
    return OUTLAY_EXIT_FINE;
  outlay_console_complain ("%s", error->message);
  return OUTLAY_EXIT_FAILED;
}

const OutlayVerb outlay_verb_print = {
  "print",
  "",
  N_ ("Write the deals of a ledger as a PDF, as the window prints them."),
  N_ ("The same deals give the same bytes. Filters are those of “list”."),
  run_print,
};
