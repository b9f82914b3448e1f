/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How files are chosen, and what is told of imports. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "model/outlay-store-acts.h"
#include "outlay-window-private.h"
#include "ui/edit/outlay-act-toast.h"
#include "ui/import/outlay-import-entry.h"
#include "ui/import/outlay-import-notice.h"
#include "ui/import/outlay-import-words.h"

static void
files_chosen_cb (GtkNativeDialog *dialog, int response, OutlayWindow *window)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      outlay_window_import (window, files);
    }
  g_clear_object (&window->chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const types[] = {"text/*",
                                      "application/xhtml+xml",
                                      "application/rss+xml",
                                      "application/atom+xml",
                                      "application/xml",
                                      "application/json",
                                      "message/rfc822",
                                      "application/mbox",
                                      "application/pdf",
                                      "application/zip",
                                      "application/epub+zip",
                                      "application/vnd.oasis.opendocument.text",
                                      "application/x-tar",
                                      "application/x-compressed-tar"};
  /* Where the desktop knows no type of theirs. */
  static const char *const endings[]
    = {"md",  "mht",  "mhtml", "eml", "mbox", "jsonl", "ndjson", "docx",
       "odt", "epub", "tgz",   "gz",  "bz2",  "xz",    "zst"};
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles (text, web pages, feeds, mails and more)"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (articles, types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (articles, endings[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooser *
open_chooser (OutlayWindow *window,
              const char *title,
              GtkFileChooserAction action,
              const char *accept,
              GCallback response_cb)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept, _ ("_Cancel"));

  g_clear_object (&window->chooser);
  window->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_set_modal (window->chooser, TRUE);
  g_signal_connect (chooser, "response", response_cb, window);
  return GTK_FILE_CHOOSER (chooser);
}

/** outlay_window_choose_files: asks which files, or which folders, to import. */
void
outlay_window_choose_files (OutlayWindow *window, gboolean folder)
{
  GtkFileChooser *chooser
    = open_chooser (window, folder ? _ ("Import Folders") : _ ("Import Articles"),
                    folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                    C_ ("button", "_Import"), G_CALLBACK (files_chosen_cb));

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  if (!folder)
    add_filters (chooser);
  gtk_native_dialog_show (window->chooser);
}

static void
ledger_chosen_cb (GtkNativeDialog *dialog, int response, OutlayWindow *window)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    outlay_store_open_async (window->store, path, NULL, NULL, NULL);
  g_clear_object (&window->chooser);
}

/** outlay_window_choose_ledger: asks which ledger to open instead. */
void
outlay_window_choose_ledger (OutlayWindow *window)
{
  open_chooser (window, _ ("Open a Ledger"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                G_CALLBACK (ledger_chosen_cb));
  gtk_native_dialog_show (window->chooser);
}

static void
watched_chosen_cb (GtkNativeDialog *dialog, int response, OutlayWindow *window)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    outlay_window_watch (window, folder);
  g_clear_object (&window->chooser);
}

/** outlay_window_choose_watched: asks which folder to watch for articles. */
void
outlay_window_choose_watched (OutlayWindow *window)
{
  open_chooser (window, _ ("Watch a Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Watch"),
                G_CALLBACK (watched_chosen_cb));
  gtk_native_dialog_show (window->chooser);
}

static void
copied_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) window = data;
  g_autoptr (GError) error = NULL;
  gboolean done = outlay_store_save_copy_finish (OUTLAY_STORE (store), result, &error);

  outlay_window_notify (window, done ? _ ("The copy of the ledger is saved") : error->message);
}

static void
copy_chosen_cb (GtkNativeDialog *dialog, int response, OutlayWindow *window)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    outlay_store_save_copy_async (window->store, path, copied_cb, g_object_ref (window));
  g_clear_object (&window->chooser);
}

/** outlay_window_choose_copy: asks where to save a copy of the ledger. */
void
outlay_window_choose_copy (OutlayWindow *window)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf ("outlay-%s.ledger", day);
  GtkFileChooser *chooser
    = open_chooser (window, _ ("Save a Copy of the Ledger"), GTK_FILE_CHOOSER_ACTION_SAVE,
                    _ ("_Save"), G_CALLBACK (copy_chosen_cb));

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (window->chooser);
}

/* Only one of the two runs. */
static void
cancel_cb (OutlayWindow *window)
{
  outlay_store_cancel_import (window->store);
  outlay_store_cancel_rereading (window->store);
}

/* It stands above the filters, from the first import on. */
static void
ensure_import_bar (OutlayWindow *window)
{
  GtkWidget *bar;

  if (window->import_bar != NULL)
    return;
  bar = outlay_import_bar_new ();
  window->import_bar = OUTLAY_IMPORT_BAR (bar);
  gtk_box_prepend (window->center, bar);
  g_signal_connect_object (bar, "cancel", G_CALLBACK (cancel_cb), window, G_CONNECT_SWAPPED);
}

static void
task_changed_cb (OutlayWindow *window)
{
  OutlayImport *import = outlay_store_get_import (window->store);
  OutlayProgress *task
    = import != NULL ? OUTLAY_PROGRESS (import) : outlay_store_get_rereading (window->store);

  if (task != NULL)
    ensure_import_bar (window);
  if (window->import_bar != NULL)
    outlay_import_bar_set_task (window->import_bar, task);
  outlay_window_update_actions (window);
}

/* Files that came by themselves don't open a pane that nobody asked for. */
static gboolean
came_by_itself (OutlayWindow *window, OutlayImport *import)
{
  const GPtrArray *items = outlay_import_get_items (import);
  GFile *watched = outlay_store_get_watched (window->store);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      if (watched == NULL || item->file == NULL || !g_file_has_prefix (item->file, watched))
        return FALSE;
    }
  return items->len > 0;
}

/**
 * outlay_window_get_import:
 *
 * Returns: (transfer none) (nullable): the import that the report tells of.
 */
OutlayImport *
outlay_window_get_import (OutlayWindow *window)
{
  return window->report != NULL ? outlay_import_report_get_import (window->report) : NULL;
}

static void
new_deals_wanted_cb (OutlayWindow *window)
{
  outlay_view_state_clear_filters (window->state);
  outlay_view_state_show_import (window->state, outlay_window_get_import (window));
  if (outlay_window_get_layout (window) >= OUTLAY_LAYOUT_NARROW)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
}

static void
article_wanted_cb (OutlayWindow *window, gint64 article_id)
{
  outlay_details_pane_open_article (outlay_window_ensure_details (window), article_id);
  outlay_window_show_side (window, OUTLAY_SIDE_DETAILS);
}

typedef struct
{
  GtkWidget *widget;
  OutlayImportEntry *entry;
} Anyway;

static void
imported_anyway_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  Anyway *anyway = data;

  if (outlay_act_toast_tell (anyway->widget, OUTLAY_STORE (store), result))
    outlay_import_entry_set_imported (anyway->entry);
  else
    outlay_import_entry_set_waiting (anyway->entry, FALSE);
  g_object_unref (anyway->widget);
  g_object_unref (anyway->entry);
  g_free (anyway);
}

/* An act, so that it can be undone by itself and the report stands. */
static void
anyway_wanted_cb (OutlayWindow *window, OutlayImportEntry *entry)
{
  g_autoptr (OutlayAct) act = outlay_act_new_import_anyway (outlay_import_entry_get_input (entry));
  Anyway *anyway = g_new0 (Anyway, 1);

  anyway->widget = g_object_ref (GTK_WIDGET (window->toasts));
  anyway->entry = g_object_ref (entry);
  outlay_import_entry_set_waiting (entry, TRUE);
  outlay_store_act_async (window->store, act, NULL, imported_anyway_cb, anyway);
}

/* As many as it may be: an import, with its progress. */
static void
deleted_wanted_cb (OutlayWindow *window, GPtrArray *inputs)
{
  outlay_store_import_inputs (window->store, inputs);
}

static void
report_closed_cb (OutlayWindow *window)
{
  outlay_window_show_side (window, OUTLAY_SIDE_NONE);
}

static OutlayImportReport *
ensure_report (OutlayWindow *window)
{
  GtkWidget *report;

  if (window->report != NULL)
    return window->report;
  report = g_object_new (OUTLAY_TYPE_IMPORT_REPORT, NULL);
  window->report = OUTLAY_IMPORT_REPORT (report);
  gtk_stack_add_named (window->side, report, "report");
  g_signal_connect_object (report, "close", G_CALLBACK (report_closed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "show-new-deals", G_CALLBACK (new_deals_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "open-article", G_CALLBACK (article_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "import-anyway", G_CALLBACK (anyway_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "import-deleted", G_CALLBACK (deleted_wanted_cb), window,
                           G_CONNECT_SWAPPED);
  return window->report;
}

/* The report opens beside the deals; where it would take their place a message leads to it. */
static void
imported_cb (OutlayWindow *window, OutlayImport *import, const GError *error)
{
  guint n_new = outlay_import_count (import, OUTLAY_IMPORT_NEW);
  guint n_away = outlay_import_count (import, OUTLAY_IMPORT_FAILED)
                 + outlay_import_count (import, OUTLAY_IMPORT_DELETED);
  g_autofree char *text
    = n_away > 0 ? outlay_import_words_dup_counts (import)
                 : g_strdup_printf (ngettext ("%u new article", "%u new articles", n_new), n_new);

  outlay_import_report_set_import (ensure_report (window), import, error);
  g_set_weak_pointer (&window->reported, outlay_store_get_ledger (window->store));
  outlay_import_notice_send (GTK_WINDOW (window), import, error);
  outlay_window_update_actions (window);
  if (outlay_window_get_layout (window) <= OUTLAY_LAYOUT_MEDIUM && !came_by_itself (window, import))
    outlay_window_show_side (window, OUTLAY_SIDE_REPORT);
  else
    outlay_toast_overlay_show (window->toasts, text, C_ ("button", "Report"), "win.show-report",
                               NULL);
}

/* In another ledger, such as a copy that was gone back to, the articles of the report may be none.
 */
static void
store_changed_cb (OutlayWindow *window)
{
  if (window->report == NULL || outlay_store_get_ledger (window->store) == window->reported)
    return;
  if (window->shown_side == OUTLAY_SIDE_REPORT)
    outlay_window_show_side (window, OUTLAY_SIDE_NONE);
  gtk_stack_remove (window->side, GTK_WIDGET (window->report));
  window->report = NULL;
  outlay_window_update_actions (window);
}

/** outlay_window_follow_imports: shows how imports go and what came of them. */
void
outlay_window_follow_imports (OutlayWindow *window)
{
  g_signal_connect_object (window->store, "notify::import", G_CALLBACK (task_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->store, "notify::rereading", G_CALLBACK (task_changed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->store, "imported", G_CALLBACK (imported_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->store, "changed", G_CALLBACK (store_changed_cb), window,
                           G_CONNECT_SWAPPED);
  task_changed_cb (window);
}

/** outlay_window_import: reads @files, a list of #GFile, into the ledger in the background. */
void
outlay_window_import (OutlayWindow *window, GListModel *files)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (window));

  outlay_store_import (window->store, files);
}
