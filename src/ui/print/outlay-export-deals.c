/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands the deals shown on in another format: asks for a file, whose dialog lists the formats. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-export-deals.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/threads/outlay-worker.h"
#include "outlay-print-choices.h"
#include "outlay-print-deals.h"
#include "outlay-read-deals.h"
#include "outlay-wait.h"

#define CHOICE "format"
#define PDF    "pdf"

typedef struct
{
  GtkWindow *window;
  OutlayLedger *ledger;
  OutlayShown *shown;
  GPtrArray *deals;
  char *filter;
  OutlayExportFormat format;
  GFile *file;
  GFileProgressCallback progress;
  gpointer progress_data;
  gboolean pdf;
  OutlayWait *wait;
} Job;

static Job *
job_new (OutlayLedger *ledger, const char *filter)
{
  Job *job = g_new0 (Job, 1);

  job->ledger = g_object_ref (ledger);
  job->filter = g_strdup (filter);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->window);
  g_object_unref (job->ledger);
  g_clear_pointer (&job->shown, outlay_shown_free);
  g_clear_pointer (&job->deals, g_ptr_array_unref);
  g_clear_object (&job->file);
  g_clear_pointer (&job->wait, outlay_wait_free);
  g_free (job->filter);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;

  if (outlay_export_save (job->deals, job->ledger, job->format, job->filter, job->file,
                          job->progress, job->progress_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * outlay_export_deals_async:
 * @deals: (element-type OutlayDealRecord): what is exported, in this order
 * @filter: (nullable): which deals they are, in words
 * @file: what is written
 * @progress: (nullable): told in a worker thread how many of how many are done
 * @progress_data: for @progress; it stays until the end
 * @cancellable: (nullable): ends it; @file is then as it was
 *
 * Writes @deals in a worker thread.
 */
void
outlay_export_deals_async (OutlayLedger *ledger,
                           GPtrArray *deals,
                           OutlayExportFormat format,
                           const char *filter,
                           GFile *file,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (ledger, filter);

  job->deals = g_ptr_array_ref (deals);
  job->format = format;
  job->file = g_object_ref (file);
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, outlay_export_deals_async);
  g_task_set_task_data (task, job, job_free);
  outlay_worker_run (task, export_thread);
}

/**
 * outlay_export_deals_finish:
 * @error: return location for an error of the ledger or of the file
 *
 * Returns: whether the file was written.
 */
gboolean
outlay_export_deals_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
dup_name (const Job *job)
{
  g_autofree char *base = g_file_get_basename (job->file);

  return g_filename_display_name (base);
}

static void
tell_failure (const Job *job, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup (_ ("The export was cancelled; nothing was written."));
  else
    text = outlay_format_fill (_ ("The deals were not exported. {reason}"), "reason",
                               error->message, NULL);
  outlay_print_tell (job->window, text, NULL, NULL, NULL);
}

/* Both kinds of task tell no more than whether it went well. */
static void
exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (job);
  g_autofree char *uri = g_file_get_uri (job->file);
  g_autofree char *text = NULL;

  g_clear_pointer (&job->wait, outlay_wait_free);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_failure (job, error);
      return;
    }
  text = outlay_format_fill (_ ("Saved as “{file}”."), "file", name, NULL);
  outlay_print_tell (job->window, text, _ ("_Open"), "toast.open-uri", g_variant_new_string (uri));
}

/* The pages as they were last chosen for printing. */
static void
write_pdf (Job *job)
{
  g_auto (OutlayPrintChoices) choices;

  outlay_print_choices_init (&choices);
  outlay_print_choices_load (&choices);
  outlay_print_write_pdf_async (job->ledger, job->deals, job->filter, &choices, job->file,
                                outlay_wait_progress, job->wait,
                                outlay_wait_get_cancellable (job->wait), exported_cb, job);
}

static void
deals_read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (job);

  job->deals = outlay_read_deals_finish (result, &error);
  if (job->deals == NULL)
    {
      tell_failure (job, error);
      return;
    }
  /* Translators: what is written, and how much of it is */
  job->wait = outlay_wait_new (job->window, _ ("Writing “{file}”, {percent} %"), name);
  if (job->pdf)
    write_pdf (job);
  else
    outlay_export_deals_async (job->ledger, job->deals, job->format, job->filter, job->file,
                               outlay_wait_progress, job->wait,
                               outlay_wait_get_cancellable (job->wait), exported_cb, job);
  g_steal_pointer (&job);
}

/* The end of the name that was typed tells the format, where it does; else what was chosen does,
   and its end is added. */
static GFile *
settle_format (GtkFileChooser *chooser, GFile *file, OutlayExportFormat *format, gboolean *pdf)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *chosen = gtk_file_chooser_get_choice (chooser, CHOICE);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = NULL;

  outlay_export_format_from_string (chosen, format);
  *pdf = g_str_has_suffix (base, "." PDF);
  if (*pdf || outlay_export_format_from_file (base, format) || folder == NULL)
    return g_object_ref (file);
  *pdf = g_strcmp0 (chosen, PDF) == 0;
  name = g_strdup_printf ("%s.%s", base, *pdf ? PDF : outlay_export_format_get_suffix (*format));
  return g_file_get_child (folder, name);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (GtkNativeDialog) taken = dialog;
  g_autoptr (Job) job = data;
  g_autoptr (GFile) file
    = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (taken)) : NULL;

  if (file == NULL)
    return;
  job->format = OUTLAY_EXPORT_CSV;
  job->file = settle_format (GTK_FILE_CHOOSER (taken), file, &job->format, &job->pdf);
  outlay_read_deals_async (job->window, job->ledger, g_steal_pointer (&job->shown), deals_read_cb,
                           job);
  g_steal_pointer (&job);
}

static void
add_formats (GtkFileChooser *chooser)
{
  const char *names[OUTLAY_N_EXPORT_FORMATS + 2] = {PDF};
  const char *titles[OUTLAY_N_EXPORT_FORMATS + 2] = {C_ ("format", "Printed pages (PDF)")};
  guint n_formats = 1;

  for (guint i = 0; i < OUTLAY_N_EXPORT_FORMATS; i++)
    {
      if (!outlay_export_format_is_here (i))
        continue;
      names[n_formats] = outlay_export_format_to_string (i);
      titles[n_formats++] = outlay_export_format_get_title (i);
    }
  gtk_file_chooser_add_choice (chooser, CHOICE, _ ("Format"), names, titles);
  gtk_file_chooser_set_choice (chooser, CHOICE, outlay_export_format_to_string (OUTLAY_EXPORT_CSV));
}

/**
 * outlay_export_deals:
 * @window: over which the dialog opens, and which tells how it went
 * @ledger: where the deals are
 * @shown: (transfer full): what is exported, in this order
 * @filter: (nullable): which deals they are, in words
 *
 * Asks for a file and a format, and writes it.
 */
void
outlay_export_deals (GtkWindow *window,
                     OutlayLedger *ledger,
                     OutlayShown *shown,
                     const char *filter)
{
  GtkFileChooserNative *dialog;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (OUTLAY_IS_LEDGER (ledger));

  dialog = outlay_print_new_chooser (window, _ ("Export"), NULL);
  add_formats (GTK_FILE_CHOOSER (dialog));
  job = job_new (ledger, filter);
  job->shown = shown;
  job->window = g_object_ref (window);
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), job);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
