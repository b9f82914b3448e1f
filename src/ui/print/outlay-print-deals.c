/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print and save as PDF: what the windows do with the deals that they show. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-deals.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-print-preview.h"
#include "report/outlay-report.h"
#include "ui/toast/outlay-toast-overlay.h"

typedef struct
{
  GtkWindow *window;
  OutlayLedger *ledger;
  GPtrArray *deals;
  OutlayReportOptions options;
  GFile *file;
  GFileProgressCallback progress;
  gpointer progress_data;
} Job;

static Job *
job_new (OutlayLedger *ledger,
         GPtrArray *deals,
         const char *filter,
         const OutlayReportOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->ledger = g_object_ref (ledger);
  job->deals = g_ptr_array_ref (deals);
  outlay_report_options_copy (&job->options, options);
  g_free (job->options.filter);
  job->options.filter = g_strdup (filter);
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
  outlay_report_options_clear (&job->options);
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

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  GHashTable *words
    = outlay_report_load_words (job->ledger, job->deals, &job->options, cancellable, &error);

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
  print = outlay_print_new (job->deals, words, &job->options);
  outlay_print_operate (job->window, print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/**
 * outlay_print_run:
 * @window: over which the dialog opens, and which tells errors
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @filter: (nullable): which deals they are, in words
 * @options: what the pages look like
 *
 * Prints with the dialog of the desktop.
 */
void
outlay_print_run (GtkWindow *window,
                  OutlayLedger *ledger,
                  GPtrArray *deals,
                  const char *filter,
                  const OutlayReportOptions *options)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  job = job_new (ledger, deals, filter, options);
  job->window = g_object_ref (window);
  task = g_task_new (NULL, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, outlay_print_run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * outlay_print_chart:
 * @window: over which the dialog opens, and which tells errors
 * @deals: (element-type OutlayDealRecord): what the chart shows
 * @filter: (nullable): which deals they are, in words
 * @picture: of outlay_chart_record()
 * @options: what pages look like; the paper is turned, as charts are wide
 *
 * Prints a chart with the dialog of the desktop.
 */
void
outlay_print_chart (GtkWindow *window,
                    GPtrArray *deals,
                    const char *filter,
                    cairo_surface_t *picture,
                    const OutlayReportOptions *options)
{
  g_autoptr (OutlayPrint) print = NULL;
  g_auto (OutlayReportOptions) turned;

  g_return_if_fail (GTK_IS_WINDOW (window));

  outlay_report_options_copy (&turned, options);
  outlay_report_options_set_paper (&turned, options->paper, TRUE);
  g_free (turned.filter);
  turned.filter = g_strdup (filter);
  print = outlay_print_new_chart (deals, picture, &turned);
  outlay_print_operate (window, print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

/**
 * outlay_print_deals:
 * @window: over which the window opens
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in the order shown
 * @filter: (nullable): which deals they are, in words
 * @currency: that @window tells sums in, "" where it tells each by itself
 *
 * Opens the window in which the user chooses how @deals are printed.
 */
void
outlay_print_deals (GtkWindow *window,
                    OutlayLedger *ledger,
                    GPtrArray *deals,
                    const char *filter,
                    const char *currency)
{
  GtkWidget *preview;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  preview = outlay_print_preview_new (window, ledger, deals, filter, currency);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GHashTable) words
    = outlay_report_load_words (job->ledger, job->deals, &job->options, cancellable, &error);
  g_autoptr (OutlayReport) report = NULL;

  if (words == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  report = outlay_report_new (job->deals, words, &job->options);
  if (outlay_report_write_pdf (report, job->file, job->progress, job->progress_data, cancellable,
                               &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_print_write_pdf_async:
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @filter: (nullable): which deals they are, in words
 * @options: what the pages look like
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
                              const OutlayReportOptions *options,
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

  job = job_new (ledger, deals, filter, options);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, outlay_print_write_pdf_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
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
