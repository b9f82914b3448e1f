/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Print, preview, save as PDF: what the window's actions do with the deals that it shows. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-print-deals.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "outlay-print-settings.h"
#include "outlay-print.h"
#include "report/outlay-report.h"
#include "ui/toast/outlay-toast-overlay.h"

/* A PDF that takes longer is announced. */
#define PATIENCE_MILLISECONDS 700

typedef struct
{
  GtkWindow *window;
  OutlayLedger *ledger;
  GPtrArray *deals;
  char *filter;
  GtkPrintOperationAction action;
  GFile *file;
  OutlayReportOptions paper;
  guint patience;
} Job;

static Job *
job_new (GtkWindow *window, OutlayLedger *ledger, GPtrArray *deals, const char *filter)
{
  Job *job = g_new0 (Job, 1);

  job->window = window != NULL ? g_object_ref (window) : NULL;
  job->ledger = g_object_ref (ledger);
  job->deals = g_ptr_array_ref (deals);
  job->filter = g_strdup (filter);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->patience, g_source_remove);
  g_clear_object (&job->window);
  g_object_unref (job->ledger);
  g_ptr_array_unref (job->deals);
  g_clear_object (&job->file);
  g_free (job->filter);
  outlay_report_options_clear (&job->paper);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* The message goes to the overlay that fills the window. */
static void
tell (GtkWindow *window, const char *text, const char *button, const char *action, GVariant *target)
{
  GtkWidget *child = gtk_window_get_child (window);

  if (child != NULL)
    outlay_toast_show (child, text, button, action, target);
  else if (target != NULL)
    g_variant_unref (g_variant_ref_sink (target));
}

static void
tell_error (GtkWindow *window, const char *pattern, const GError *error)
{
  g_autofree char *text = outlay_format_fill (pattern, "reason", error->message, NULL);

  tell (window, text, NULL, NULL, NULL);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    tell_error (GTK_WINDOW (data), _ ("The deals cannot be printed. {reason}"), error);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  GHashTable *quotes = outlay_report_load_quotes (job->ledger, job->deals, cancellable, &error);

  if (quotes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, quotes, (GDestroyNotify)g_hash_table_unref);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) quotes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (OutlayPrint) print = NULL;

  if (quotes == NULL)
    {
      tell_error (job->window, _ ("The deals cannot be printed. {reason}"), error);
      return;
    }
  print = outlay_print_new (job->deals, quotes, job->filter);
  g_signal_connect_object (print, "done", G_CALLBACK (printed_cb), job->window, 0);
  /* Errors of a run that goes on come with "done". */
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (print), job->action, job->window, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_error (job->window, _ ("The deals cannot be printed. {reason}"), error);
}

/**
 * outlay_print_deals:
 * @window: over which dialogs open, and which tells errors
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @filter: (nullable): which deals they are, in words
 * @action: with the dialog or as a preview
 */
void
outlay_print_deals (GtkWindow *window,
                    OutlayLedger *ledger,
                    GPtrArray *deals,
                    const char *filter,
                    GtkPrintOperationAction action)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  job = job_new (window, ledger, deals, filter);
  job->action = action;
  task = g_task_new (NULL, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, outlay_print_deals);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_thread);
}

static void
paper_chosen_cb (GtkPageSetup *setup, gpointer data)
{
  outlay_print_settings_save_page_setup (setup);
}

/** outlay_print_choose_paper: lets the user choose paper and orientation, and keeps them. */
void
outlay_print_choose_paper (GtkWindow *window)
{
  g_autoptr (GtkPageSetup) setup = outlay_print_settings_load_page_setup ();
  g_autoptr (GtkPrintSettings) settings = outlay_print_settings_load ();

  gtk_print_run_page_setup_dialog_async (window, setup, settings, paper_chosen_cb, NULL);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GHashTable) quotes
    = outlay_report_load_quotes (job->ledger, job->deals, cancellable, &error);
  g_autoptr (OutlayReport) report = NULL;

  if (quotes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  report = outlay_report_new (job->deals, quotes, &job->paper);
  if (outlay_report_write_pdf (report, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_print_write_pdf_async:
 * @ledger: where the articles of the deals are
 * @deals: (element-type OutlayDealRecord): what is printed, in this order
 * @filter: (nullable): which deals they are, in words
 * @file: what is written
 * @cancellable: (nullable): ends it; @file is then as it was
 *
 * Writes the pages that would be printed as a PDF, on the paper that the user last chose, in a
 * worker thread.
 */
void
outlay_print_write_pdf_async (OutlayLedger *ledger,
                              GPtrArray *deals,
                              const char *filter,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GtkPageSetup) setup = outlay_print_settings_load_page_setup ();
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (NULL, ledger, deals, filter);
  job->file = g_object_ref (file);
  outlay_report_options_clear (&job->paper);
  outlay_report_options_init (&job->paper);
  job->paper.layout = OUTLAY_REPORT_DOSSIER;
  job->paper.filter = g_strdup (filter);
  outlay_print_settings_set_paper (&job->paper, setup);
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

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (job->file);
  g_autofree char *uri = g_file_get_uri (job->file);
  g_autofree char *text = NULL;

  if (!outlay_print_write_pdf_finish (result, &error))
    {
      tell_error (job->window, _ ("The PDF was not saved. {reason}"), error);
      return;
    }
  text = outlay_format_fill (_ ("Saved as “{file}”."), "file", name, NULL);
  tell (job->window, text, _ ("_Open"), "toast.open-uri", g_variant_new_string (uri));
}

static gboolean
patience_cb (gpointer data)
{
  Job *job = data;
  g_autofree char *name = dup_name (job->file);
  g_autofree char *text = outlay_format_fill (_ ("Writing “{file}”…"), "file", name, NULL);

  job->patience = 0;
  tell (job->window, text, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GtkNativeDialog) taken = dialog;
  g_autoptr (Job) job = data;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  job->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (taken));
  if (job->file == NULL)
    return;
  job->patience = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, job);
  outlay_print_write_pdf_async (job->ledger, job->deals, job->filter, job->file, NULL, written_cb,
                                job);
  g_steal_pointer (&job);
}

static void
propose_place (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder
    = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *today = outlay_print_dup_today ();
  /* Translators: the name that is proposed for a file */
  g_autofree char *name = outlay_format_fill (_ ("Deals {date}.pdf"), "date", today, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, g_strdelimit (name, "/", '-'));
  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
}

/**
 * outlay_print_save_pdf:
 *
 * Asks for a file and writes the pages that would be printed; the window says how it went.
 */
void
outlay_print_save_pdf (GtkWindow *window,
                       OutlayLedger *ledger,
                       GPtrArray *deals,
                       const char *filter)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  dialog = gtk_file_chooser_native_new (_ ("Save as PDF"), window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  propose_place (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb),
                    job_new (window, ledger, deals, filter));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
