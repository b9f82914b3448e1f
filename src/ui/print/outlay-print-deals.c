/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print and save as PDF: what the windows do with the deals that they show. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-deals.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/threads/outlay-worker.h"
#include "outlay-print-preview.h"
#include "outlay-read-deals.h"
#include "report/outlay-report.h"
#include "ui/toast/outlay-toast-overlay.h"

typedef struct
{
  GtkWindow *window;
  OutlayLedger *ledger;
  GPtrArray *deals;
  OutlayPrintChoices choices;
  GFile *file;
  GFileProgressCallback progress;
  gpointer progress_data;
} Job;

static Job *
job_new (OutlayLedger *ledger,
         GPtrArray *deals,
         const char *filter,
         const OutlayPrintChoices *choices)
{
  Job *job = g_new0 (Job, 1);

  job->ledger = g_object_ref (ledger);
  job->deals = g_ptr_array_ref (deals);
  outlay_print_choices_copy (&job->choices, choices);
  g_free (job->choices.report.filter);
  job->choices.report.filter = g_strdup (filter);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->window);
  g_object_unref (job->ledger);
  g_ptr_array_unref (job->deals);
  g_clear_object (&job->file);
  outlay_print_choices_clear (&job->choices);
  g_free (job);
}

/**
 * outlay_print_tell:
 * @button: (nullable): label of a button that activates @action with @target
 *
 * Shows a message in the overlay that fills @window.
 */
void
outlay_print_tell (
  GtkWindow *window, const char *text, const char *button, const char *action, GVariant *target)
{
  GtkWidget *child = gtk_window_get_child (window);

  if (OUTLAY_IS_TOAST_OVERLAY (child))
    outlay_toast_overlay_show (OUTLAY_TOAST_OVERLAY (child), text, button, action, target);
  else if (child != NULL)
    outlay_toast_show (child, text, button, action, target);
  else if (target != NULL)
    g_variant_unref (g_variant_ref_sink (target));
}

static void
tell_error (GtkWindow *window, const GError *error)
{
  g_autofree char *text = outlay_format_fill (_ ("The deals cannot be printed. {reason}"), "reason",
                                              error->message, NULL);

  outlay_print_tell (window, text, NULL, NULL, NULL);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tell_error (GTK_WINDOW (data), error);
}

/**
 * outlay_print_operate:
 * @window: over which dialogs open, and which tells errors, of the start as of any page later
 *
 * Prints without waiting for the end.
 */
void
outlay_print_operate (GtkWindow *window, OutlayPrint *print, GtkPrintOperationAction action)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_PRINT (print));

  g_signal_connect_object (print, "done", G_CALLBACK (printed_cb), window, 0);
  /* Errors of a run that goes on come with "done". */
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (print), action, window, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_error (window, error);
}

/* The words of the deals, which are put in the order chosen. */
static GHashTable *
prepare (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) shown = g_steal_pointer (&job->deals);

  job->deals = outlay_print_choices_order (&job->choices, shown);
  return outlay_report_load_words (job->ledger, job->deals, &job->choices.report, cancellable,
                                   error);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GHashTable *words = prepare (task_data, cancellable, &error);

  if (words == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, words, (GDestroyNotify)g_hash_table_unref);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) words = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (OutlayPrint) print = NULL;

  if (words == NULL)
    {
      tell_error (job->window, error);
      return;
    }
  print = outlay_print_new (job->deals, words, &job->choices.report);
  outlay_print_operate (job->window, print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/**
 * outlay_print_run:
 * @window: over which the dialog opens, and which tells errors
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown
 * @filter: (nullable): which deals they are, in words
 * @choices: what the pages look like
 *
 * Prints with the dialog of the desktop.
 */
void
outlay_print_run (GtkWindow *window,
                  OutlayLedger *ledger,
                  GPtrArray *deals,
                  const char *filter,
                  const OutlayPrintChoices *choices)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  job = job_new (ledger, deals, filter, choices);
  job->window = g_object_ref (window);
  task = g_task_new (NULL, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, outlay_print_run);
  g_task_set_task_data (task, job, job_free);
  outlay_worker_run (task, load_thread);
}

/* What waits until the deals are read. */
typedef struct
{
  GtkWindow *window;
  OutlayLedger *ledger;
  char *filter;
  char *currency;
  cairo_surface_t *picture;
  OutlayReportOptions options;
} Request;

static Request *
request_new (GtkWindow *window, OutlayLedger *ledger, const char *filter)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->ledger = g_object_ref (ledger);
  request->filter = g_strdup (filter);
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_object_unref (request->ledger);
  g_free (request->filter);
  g_free (request->currency);
  g_clear_pointer (&request->picture, cairo_surface_destroy);
  outlay_report_options_clear (&request->options);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* The deals that were read; where they could not be, that is told. */
static GPtrArray *
finish_reading (const Request *request, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *deals = outlay_read_deals_finish (result, &error);

  if (deals == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (request->window, error);
  return deals;
}

static void
chart_deals_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GPtrArray) deals = finish_reading (request, result);
  g_autoptr (OutlayPrint) print = NULL;

  if (deals == NULL)
    return;
  print = outlay_print_new_chart (deals, request->picture, &request->options);
  outlay_print_operate (request->window, print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/**
 * outlay_print_chart:
 * @window: over which the dialog opens, and which tells errors
 * @ledger: where the deals are
 * @shown: (transfer full): what the chart shows
 * @filter: (nullable): which deals they are, in words
 * @picture: of outlay_chart_record()
 * @options: what pages look like; the paper is turned, as charts are wide
 *
 * Prints a chart with the dialog of the desktop.
 */
void
outlay_print_chart (GtkWindow *window,
                    OutlayLedger *ledger,
                    OutlayShown *shown,
                    const char *filter,
                    cairo_surface_t *picture,
                    const OutlayReportOptions *options)
{
  Request *request;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  request = request_new (window, ledger, filter);
  request->picture = cairo_surface_reference (picture);
  outlay_report_options_copy (&request->options, options);
  outlay_report_options_set_paper (&request->options, options->paper, TRUE);
  g_free (request->options.filter);
  request->options.filter = g_strdup (filter);
  outlay_read_deals_async (window, ledger, shown, chart_deals_read_cb, request);
}

static void
deals_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GPtrArray) deals = finish_reading (request, result);

  if (deals != NULL)
    gtk_window_present (GTK_WINDOW (outlay_print_preview_new (
      request->window, request->ledger, deals, request->filter, request->currency)));
}

/**
 * outlay_print_deals:
 * @window: over which the window opens
 * @ledger: where the deals are
 * @shown: (transfer full): what is printed, in the order shown
 * @filter: (nullable): which deals they are, in words
 * @currency: that @window tells sums in, "" where it tells each by itself
 *
 * Opens the window in which the user chooses how the deals are printed, once they are read.
 */
void
outlay_print_deals (GtkWindow *window,
                    OutlayLedger *ledger,
                    OutlayShown *shown,
                    const char *filter,
                    const char *currency)
{
  Request *request;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  request = request_new (window, ledger, filter);
  request->currency = g_strdup (currency);
  outlay_read_deals_async (window, ledger, shown, deals_read_cb, request);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GHashTable) words = prepare (job, cancellable, &error);
  g_autoptr (OutlayReport) report = NULL;

  if (words == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  report = outlay_report_new (job->deals, words, &job->choices.report);
  if (outlay_report_write_pdf (report, job->file, job->progress, job->progress_data, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_print_write_pdf_async:
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown
 * @filter: (nullable): which deals they are, in words
 * @choices: what the pages look like
 * @file: what is written
 * @progress: (nullable): told in a worker thread how much is done
 * @progress_data: for @progress; it stays until the end
 * @cancellable: (nullable): ends it; @file is then as it was
 *
 * Writes the pages that would be printed as a PDF, in a worker thread.
 */
void
outlay_print_write_pdf_async (OutlayLedger *ledger,
                              GPtrArray *deals,
                              const char *filter,
                              const OutlayPrintChoices *choices,
                              GFile *file,
                              GFileProgressCallback progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (ledger, deals, filter, choices);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, outlay_print_write_pdf_async);
  g_task_set_task_data (task, job, job_free);
  outlay_worker_run (task, write_thread);
}

/**
 * outlay_print_write_pdf_finish:
 * @error: return location for an error of the ledger or of the file
 *
 * Returns: whether the file was written.
 */
gboolean
outlay_print_write_pdf_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * outlay_print_new_chooser:
 * @suffix: (nullable): of the file's name, without the point; %NULL for a name without
 *
 * Returns: (transfer full): a dialog that asks for a file to write, with a name for it.
 */
GtkFileChooserNative *
outlay_print_new_chooser (GtkWindow *window, const char *title, const char *suffix)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    title, window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder
    = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *today = outlay_print_dup_today ();
  /* Translators: the name that is proposed for a file */
  g_autofree char *stem = outlay_format_fill (_ ("Deals {date}"), "date", today, NULL);
  g_autofree char *name
    = suffix != NULL ? g_strdup_printf ("%s.%s", stem, suffix) : g_strdup (stem);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strdelimit (name, "/", '-'));
  return dialog;
}
