/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>
#include <string.h>

#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "report/outlay-report.h"

#define POINTS_PER_MILLIMETRE (72 / 25.4)

/* As typed; numbers that were not typed are 0. */
typedef struct
{
  char *layout;
  char *group;
  char *paper;
  gboolean landscape;
  double margin;
  double size;
  gboolean monochrome;
  char *columns;
  char *with;
  char *without;
  char *title;
  char *subtitle;
  char *date;
  char *output;
} Print;

static void
clear_print (Print *print)
{
  g_free (print->layout);
  g_free (print->group);
  g_free (print->paper);
  g_free (print->columns);
  g_free (print->with);
  g_free (print->without);
  g_free (print->title);
  g_free (print->subtitle);
  g_free (print->date);
  g_free (print->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, clear_print)

static gboolean
print_deals (OutlaySelection *selection,
             OutlayReportOptions *options,
             const char *output,
             GError **error)
{
  guint n_all;
  g_autoptr (GCancellable) cancellable = outlay_console_new_cancellable ();
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (GPtrArray) deals = outlay_selection_load (selection, &ledger, &n_all, error);

  if (selection->currency != NULL)
    g_strlcpy (options->currency, selection->currency, sizeof options->currency);
  g_autoptr (GHashTable) words
    = deals != NULL ? outlay_report_load_words (ledger, deals, options, cancellable, error) : NULL;
  if (words == NULL)
    return FALSE;
  options->filter = g_strdup (selection->words);
  g_autoptr (OutlayReport) report = outlay_report_new (deals, words, options);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  gboolean written = outlay_report_write_pdf (
    report, file, outlay_console_tell_progress,
    /* Translators: behind a number. xgettext:no-c-format */ (gpointer)_ ("% of the pages"),
    cancellable, error);
  outlay_console_end_progress ();
  return written;
}

/* Sets or unsets each of the parts named. */
static gboolean
set_parts (OutlayReportOptions *options, const char *typed, gboolean included)
{
  g_auto (GStrv) names = g_strsplit (typed != NULL ? typed : "", ",", -1);
  OutlayReportPart part;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!outlay_report_part_from_string (g_strstrip (names[i]), &part)
          || (outlay_report_layout_get_parts (options->layout) & (1u << part)) == 0)
        return FALSE;
      outlay_report_options_set_part (options, part, included);
    }
  return TRUE;
}

static gboolean
set_columns (OutlayReportOptions *options, const char *typed)
{
  g_auto (GStrv) names = g_strsplit (typed != NULL ? typed : "", ",", -1);
  OutlayReportColumn column;

  if (typed != NULL)
    options->columns = 0;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!outlay_report_column_from_string (g_strstrip (names[i]), &column))
        return FALSE;
      options->columns |= 1u << column;
    }
  return TRUE;
}

static gboolean
set_sizes (const Print *print, OutlayReportOptions *options)
{
  options->margin = print->margin * POINTS_PER_MILLIMETRE;
  if (print->size > 0 || print->size < 0)
    options->size = print->size;
  return options->margin >= 0 && options->margin <= OUTLAY_REPORT_MARGIN_MAX
         && options->size >= OUTLAY_REPORT_SIZE_MIN && options->size <= OUTLAY_REPORT_SIZE_MAX;
}

static const char *
set_options (const Print *print, OutlayReportOptions *options)
{
  if (print->layout != NULL && !outlay_report_layout_from_string (print->layout, &options->layout))
    return _ ("The layout is one of brief, table, cards, dossier and sources.");
  if (print->group != NULL && !outlay_report_group_from_string (print->group, &options->group))
    return _ ("Deals are grouped by none, party, country, kind or quarter.");
  if (!outlay_report_options_set_paper (options, print->paper != NULL ? print->paper : "a4",
                                        print->landscape))
    return _ ("The paper is one of a4, letter, a5, a3 and legal.");
  if (!set_sizes (print, options))
    return _ ("Margins are 0 to 42 millimetres, and text is 6 to 14 points high.");
  if (!set_parts (options, print->with, TRUE) || !set_parts (options, print->without, FALSE))
    return _ ("This layout has no such part; see “outlayctl print --help”.");
  if (!set_columns (options, print->columns))
    return _ ("Columns are kind, amount, converted, capacity, where, when, status, announced and "
              "sources.");
  options->monochrome = print->monochrome;
  options->title = outlay_verb_dup_text (print->title);
  options->subtitle = outlay_verb_dup_text (print->subtitle);
  options->date = outlay_verb_dup_text (print->date);
  return NULL;
}

static const char *
find_mistake (const Print *print, OutlayReportOptions *options)
{
  if (print->output == NULL)
    return _ ("Name the file to write: -o FILE.pdf.");
  return set_options (print, options);
}

static OutlayExit
run_print (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlaySelection) selection = {NULL};
  g_auto (Print) print = {NULL};
  g_auto (OutlayReportOptions) options;
  const GOptionEntry own[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &print.output, N_ ("The PDF to write"), N_ ("FILE")},
    {"layout", 0, 0, G_OPTION_ARG_STRING, &print.layout,
     N_ ("brief (usual), table, cards, dossier or sources"), N_ ("LAYOUT")},
    {"group", 0, 0, G_OPTION_ARG_STRING, &print.group,
     N_ ("Group the deals by party, country, kind or quarter"), N_ ("GROUP")},
    {"with", 0, 0, G_OPTION_ARG_STRING, &print.with,
     N_ ("Include these too, commas between them: sums, largest, kinds, chart, circles, contents, "
         "evidence, quotes, conflicts, history, sources, notes"),
     N_ ("PARTS")},
    {"without", 0, 0, G_OPTION_ARG_STRING, &print.without, N_ ("Leave these out"), N_ ("PARTS")},
    {"columns", 0, 0, G_OPTION_ARG_STRING, &print.columns,
     N_ ("Columns of a table: kind, amount, converted, capacity, where, when, status, announced, "
         "sources"),
     N_ ("COLUMNS")},
    {"paper", 0, 0, G_OPTION_ARG_STRING, &print.paper, N_ ("a4 (usual), letter, a5, a3 or legal"),
     N_ ("PAPER")},
    {"landscape", 0, 0, G_OPTION_ARG_NONE, &print.landscape, N_ ("Turn the paper"), NULL},
    {"margin", 0, 0, G_OPTION_ARG_DOUBLE, &print.margin, N_ ("Margins at the sides"),
     N_ ("MILLIMETRES")},
    {"size", 0, 0, G_OPTION_ARG_DOUBLE, &print.size, N_ ("Size of the text, 8.5 where not said"),
     N_ ("POINTS")},
    {"monochrome", 0, 0, G_OPTION_ARG_NONE, &print.monochrome, N_ ("Print black and grey only"),
     NULL},
    {"title", 0, 0, G_OPTION_ARG_FILENAME, &print.title, N_ ("Heading of the document"),
     N_ ("TEXT")},
    {"subtitle", 0, 0, G_OPTION_ARG_FILENAME, &print.subtitle, N_ ("Line beneath it"), N_ ("TEXT")},
    {"date", 0, 0, G_OPTION_ARG_FILENAME, &print.date,
     N_ ("What to print for a date, not the newest day of the deals"), N_ ("TEXT")},
    {NULL},
  };
  g_autoptr (GError) error = NULL;

  outlay_report_options_init (&options);
  if (!outlay_selection_parse (&selection, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  if (selection.apart)
    options.currency[0] = '\0';
  const char *mistake = find_mistake (&print, &options);
  if (mistake != NULL)
    return outlay_verb_refuse (verb, mistake);
  if (print_deals (&selection, &options, print.output, &error))
    return OUTLAY_EXIT_FINE;
  outlay_console_complain ("%s", error->message);
  return OUTLAY_EXIT_FAILED;
}

const OutlayVerb outlay_verb_print = {
  "print",
  "",
  N_ ("Write the deals of a ledger as a PDF, as the window prints them."),
  N_ ("The same deals give the same bytes. Filters are those of “list”. With “--currency none” "
      "currencies are added up apart."),
  run_print,
};
