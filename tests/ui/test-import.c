/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture/fixture.h"
#include "ui/import/outlay-import-bar.h"
#include "ui/import/outlay-import-notice.h"
#include "ui/import/outlay-import-report.h"
#include "ui/import/outlay-import-row.h"
#include "widgets.h"

#define ARTICLE                                                                                    \
  "Meridian Cloud builds in Narvik\n\nMeridian Cloud will spend $6 billion on a data centre "      \
  "campus near Narvik, the company said on Tuesday. The campus will draw 400 megawatts from 2027 " \
  "on, and the first of its halls opens in the spring of that year, it added.\n"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  OutlayImport *import;
} Fixture;

static GFile *
write_file (Fixture *fixture, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

static void
add (Fixture *fixture, const char *name, const char *content)
{
  g_autoptr (GFile) file = write_file (fixture, name, content, -1);

  outlay_import_add_file (fixture->import, file);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_ledger (fixture->folder);
  fixture->import = outlay_import_new (fixture->ledger);
  add (fixture, "a article.txt", ARTICLE);
  add (fixture, "b the same.txt", ARTICLE);
  add (fixture, "c empty <b>.txt", "");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->import);
  g_object_unref (fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static void
wanted_cb (OutlayImportReport *report, OutlayImportEntry *entry, gpointer data)
{
  g_set_object ((OutlayImportEntry **)data, entry);
}

static void
opened_cb (OutlayImportReport *report, gint64 article_id, gpointer data)
{
  *(gint64 *)data = article_id;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = widgets_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0
          && gtk_widget_get_mapped (button))
        return button;
    }
  return NULL;
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  GtkWidget *report = outlay_import_report_new ();
  GtkWindow *window = widgets_show (report, 400, 700);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 opened = 0;

  g_assert_true (outlay_import_run (fixture->import, NULL, &error));
  g_assert_no_error (error);
  outlay_import_report_set_import (OUTLAY_IMPORT_REPORT (report), fixture->import, NULL);
  gtk_test_widget_wait_for_draw (report);
  widgets_save_picture (window, "import-report.png");
  g_assert_true (widgets_have_text (report, "Not imported"));
  g_assert_true (widgets_have_text (report, "c empty <b>.txt"));
  g_assert_true (widgets_have_text (report, "Already there"));
  g_assert_true (widgets_have_text (report, "b the same.txt"));
  g_assert_nonnull (find_button (report, "Show File"));
  widgets_assert_named (report);
  g_signal_connect (report, "open-article", G_CALLBACK (opened_cb), &opened);
  widgets_click (find_button (report, "Open"));
  g_assert_cmpint (opened, !=, 0);
  text = outlay_import_report_dup_text (OUTLAY_IMPORT_REPORT (report));
  g_assert_nonnull (strstr (text, "1 new article, 1 already there, 1 not imported"));
  g_assert_nonnull (strstr (text, "c empty <b>.txt"));
  gtk_window_destroy (window);
}

static gboolean
is_offered (gpointer report)
{
  return find_button (report, "Import Anyway") != NULL;
}

static gboolean
is_not_offered (gpointer report)
{
  return !is_offered (report);
}

static void
test_anyway (Fixture *fixture, gconstpointer data)
{
  GtkWidget *report = outlay_import_report_new ();
  GtkWindow *window = widgets_show (report, 400, 700);
  g_autoptr (OutlayImportEntry) wanted = NULL;
  GtkWidget *button;

  g_assert_true (outlay_import_run (fixture->import, NULL, NULL));
  outlay_import_report_set_import (OUTLAY_IMPORT_REPORT (report), fixture->import, NULL);
  g_signal_connect (report, "import-anyway", G_CALLBACK (wanted_cb), &wanted);
  g_assert_true (widgets_wait (is_offered, report));
  button = find_button (report, "Import Anyway");
  widgets_click (button);
  g_assert_nonnull (wanted);
  g_assert_cmpstr (outlay_import_entry_get_name (wanted), ==, "b the same.txt");
  outlay_import_entry_set_waiting (wanted, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  outlay_import_entry_set_waiting (wanted, FALSE);
  g_assert_true (gtk_widget_get_sensitive (button));
  outlay_import_entry_set_imported (wanted);
  g_assert_true (widgets_wait (is_not_offered, report));
  g_assert_cmpstr (outlay_import_entry_get_text (wanted), ==,
                   "The same text is already there as “a article.txt”. It was imported once more.");
  gtk_window_destroy (window);
}

static void
deleted_wanted_cb (OutlayImportReport *report, GPtrArray *inputs, gpointer data)
{
  *(guint *)data = inputs->len;
}

/* Imports three articles, deletes them and imports them again. */
static void
import_deleted (Fixture *fixture)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("deleted %u.txt", i);
      g_autofree char *text = g_strdup_printf ("%s\nThis is paper number %u.\n", ARTICLE, i);

      add (fixture, name, text);
    }
  g_assert_true (outlay_import_run (fixture->import, NULL, NULL));
  const GPtrArray *items = outlay_import_get_items (fixture->import);
  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      if (item->outcome == OUTLAY_IMPORT_NEW)
        g_array_append_val (ids, item->article_id);
    }
  fixture_act (fixture->ledger, outlay_act_new_delete_articles (ids));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *report = outlay_import_report_new ();
  GtkWindow *window = widgets_show (report, 400, 700);
  g_autoptr (OutlayImportEntry) wanted = NULL;
  guint n_wanted = 0;

  import_deleted (fixture);
  g_autoptr (OutlayImport) again = outlay_import_new (fixture->ledger);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  outlay_import_add_file (again, folder);
  g_assert_true (outlay_import_run (again, NULL, NULL));
  outlay_import_report_set_import (OUTLAY_IMPORT_REPORT (report), again, NULL);
  gtk_test_widget_wait_for_draw (report);
  widgets_save_picture (window, "import-report-deleted.png");
  g_assert_true (widgets_have_text (report, "Deleted by you"));
  g_assert_true (widgets_have_text (report, "deleted by you"));
  widgets_assert_named (report);
  g_autofree char *text = outlay_import_report_dup_text (OUTLAY_IMPORT_REPORT (report));
  g_assert_nonnull (strstr (text, "deleted by you, "));
  g_assert_nonnull (strstr (text, "You deleted it on "));
  g_signal_connect (report, "import-anyway", G_CALLBACK (wanted_cb), &wanted);
  g_signal_connect (report, "import-deleted", G_CALLBACK (deleted_wanted_cb), &n_wanted);
  widgets_click (find_button (report, "Import All Anyway"));
  g_assert_cmpuint (n_wanted, ==, outlay_import_count (again, OUTLAY_IMPORT_DELETED));
  g_assert_cmpuint (n_wanted, >, 2);
  widgets_click (find_button (report, "Import Anyway"));
  g_assert_nonnull (wanted);
  outlay_import_entry_set_imported (wanted);
  widgets_click (find_button (report, "Import All Anyway"));
  g_assert_cmpuint (n_wanted, ==, outlay_import_count (again, OUTLAY_IMPORT_DELETED) - 1);
  gtk_window_destroy (window);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  GtkWidget *report = outlay_import_report_new ();
  GtkWindow *window = widgets_show (report, 400, 700);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_import_run (fixture->import, cancellable, &error));
  outlay_import_report_set_import (OUTLAY_IMPORT_REPORT (report), fixture->import, error);
  g_assert_true (widgets_have_text (report, "Stopped before the first file was read."));
  gtk_window_destroy (window);
}

static void
cancelled_cb (OutlayImportBar *bar, gpointer data)
{
  *(gboolean *)data = TRUE;
}

static gboolean
is_told (gpointer data)
{
  return widgets_have_text (data, "Reading articles");
}

static gboolean
is_gone (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

static void
test_bar (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = outlay_import_bar_new ();
  GtkWindow *window = widgets_show (bar, 700, 100);
  GtkWidget *revealer = widgets_find (bar, GTK_TYPE_REVEALER, 0);
  GtkWidget *button;
  gboolean cancelled = FALSE;
  int least, wanted;

  g_assert_true (is_gone (revealer));

  g_signal_connect (bar, "cancel", G_CALLBACK (cancelled_cb), &cancelled);
  outlay_import_bar_set_task (OUTLAY_IMPORT_BAR (bar), OUTLAY_PROGRESS (fixture->import));
  g_assert_true (widgets_have_text (bar, "Looking for articles…"));
  g_assert_true (outlay_import_run (fixture->import, NULL, NULL));
  g_assert_true (widgets_wait (is_told, bar));
  widgets_save_picture (window, "import-bar.png");
  /* In a narrow window its words give way, and not the window to them. */
  gtk_widget_measure (widgets_find (bar, GTK_TYPE_LABEL, 0), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      &wanted, NULL, NULL);
  g_assert_cmpint (least, <, wanted / 2);
  button = widgets_find (bar, GTK_TYPE_BUTTON, 0);
  widgets_click (button);
  g_assert_true (cancelled);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (widgets_have_text (bar, "Stopping the import…"));
  widgets_assert_named (bar);
  outlay_import_bar_set_task (OUTLAY_IMPORT_BAR (bar), NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_true (widgets_wait (is_gone, revealer));
  gtk_window_destroy (window);
}

/* Each row: how long an import ran, in seconds, what failed, how it ended, whether one is told. */
static void
test_notice (void)
{
  static const struct
  {
    int seconds;
    guint n_failed;
    int code;
    gboolean due;
  } rows[] = {
    {1, 0, -1, FALSE},
    {9, 0, -1, FALSE},
    {10, 0, -1, TRUE},
    {1, 1, -1, TRUE},
    {1, 0, G_IO_ERROR_NO_SPACE, TRUE},
    {60, 1, G_IO_ERROR_CANCELLED, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error
        = rows[i].code >= 0 ? g_error_new_literal (G_IO_ERROR, rows[i].code, "stopped") : NULL;

      g_test_message ("row %u", i);
      g_assert_cmpint (
        outlay_import_notice_is_due (rows[i].seconds * G_TIME_SPAN_SECOND, rows[i].n_failed, error),
        ==, rows[i].due);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/import/the report names what failed, what was there and offers a way on", Fixture,
              NULL, set_up, test_report, tear_down);
  g_test_add ("/import/what was there is offered once to be imported anyway", Fixture, NULL, set_up,
              test_anyway, tear_down);
  g_test_add ("/import/what was deleted is named with its day, and offered one by one and at once",
              Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/import/a stopped import says how far it came", Fixture, NULL, set_up, test_stopped,
              tear_down);
  g_test_add ("/import/the bar tells progress and asks once to stop", Fixture, NULL, set_up,
              test_bar, tear_down);
  g_test_add_func ("/import/who is elsewhere is told of long work and of what failed", test_notice);
  return g_test_run ();
}
