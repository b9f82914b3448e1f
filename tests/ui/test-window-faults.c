/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says when its ledger cannot be used, and that nothing is lost by it. */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture/fixture.h"
#include "ledger/safety/outlay-backup.h"
#include "ui/outlay-window.h"
#include "widgets.h"

typedef struct
{
  char *folder;
  char *path;
  OutlayStore *store;
  OutlayWindow *window;
  const char *awaited;
} Fixture;

static GtkApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "ledger.db", NULL);
  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  fixture->store = outlay_store_new ();
  fixture->window = outlay_window_new (application, fixture->store, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widgets_settle ();
  g_clear_object (&fixture->store);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static gboolean
says (gpointer data)
{
  const Fixture *fixture = data;
  GtkWidget *label;

  for (guint i = 0;
       (label = widgets_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (strstr (gtk_label_get_text (GTK_LABEL (label)), fixture->awaited) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_says (Fixture *fixture, const char *words)
{
  fixture->awaited = words;
  if (!widgets_wait (says, fixture))
    g_test_message ("it does not say: %s", words);
  g_assert_true (says (fixture));
}

static gboolean
is_opened (gpointer data)
{
  return outlay_store_get_opened (((Fixture *)data)->store);
}

static void
open_ledger (Fixture *fixture)
{
  outlay_store_open_async (fixture->store, fixture->path, NULL, NULL, NULL);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
execute (const char *path, const char *script)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, script, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
go_back (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged", NULL);

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, NULL));
  g_object_unref (ledger);
  fixture_damage (fixture->path);
  open_ledger (fixture);
  assert_says (fixture, "The ledger cannot be opened");
  g_assert_nonnull (outlay_store_get_copy (fixture->store));
  assert_says (fixture, "is damaged");
  assert_says (fixture, "Go Back to the Copy of");
  activate (fixture, "win.restore-copy");
  g_assert_true (widgets_wait (is_opened, fixture));
  g_assert_cmpuint (outlay_store_get_n_deals (fixture->store), ==, 6);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  assert_says (fixture, "is kept as");
}

static gboolean
has_copy (gpointer data)
{
  g_autoptr (GPtrArray) copies = outlay_backup_list (((Fixture *)data)->path);

  return copies->len == 1;
}

static void
keep_copy (Fixture *fixture, gconstpointer data)
{
  open_ledger (fixture);
  g_assert_true (widgets_wait (has_copy, fixture));
}

static void
refuse_newer (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "PRAGMA user_version = 9999");
  open_ledger (fixture);
  assert_says (fixture, "newer version");
}

static void
refuse_other_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  open_ledger (fixture);
  assert_says (fixture, "is not a ledger");
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
wait_for_other_program (Fixture *fixture, gconstpointer data)
{
  sqlite3 *other = NULL;

  execute (fixture->path, "PRAGMA journal_mode = DELETE");
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  open_ledger (fixture);
  assert_says (fixture, "Another program is using the ledger");
  sqlite3_close (other);
  activate (fixture, "win.reload");
  g_assert_true (widgets_wait (is_opened, fixture));
  g_assert_cmpuint (outlay_store_get_n_deals (fixture->store), ==, 6);
}

static OutlayDeal *
dup_first (Fixture *fixture)
{
  return outlay_deal_pool_dup_deal (outlay_store_get_pool (fixture->store), 0);
}

static gboolean
has_no_star (gpointer deal)
{
  return !outlay_deal_get_starred (deal);
}

/* The folder goes while the ledger is open, and comes back. What is done for the day's copy may
 * tell so before the star does. */
static void
tell_vanished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = g_strconcat (fixture->folder, "-away", NULL);
  open_ledger (fixture);
  g_assert_true (widgets_wait (is_opened, fixture));
  g_assert_true (widgets_wait (has_copy, fixture));
  g_autoptr (OutlayDeal) deal = dup_first (fixture);
  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  outlay_store_set_starred (fixture->store, deal, TRUE);
  assert_says (fixture, "no longer at");
  g_assert_true (widgets_wait (has_no_star, deal));
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);
  outlay_store_set_starred (fixture->store, deal, TRUE);
  widgets_settle ();
  g_assert_true (outlay_deal_get_starred (deal));
}

static void
tell_read_only (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "PRAGMA journal_mode = DELETE");
  g_chmod (fixture->path, 0400);
  if (g_access (fixture->path, W_OK) == 0)
    {
      g_test_skip ("permissions don’t bind root");
      return;
    }
  open_ledger (fixture);
  g_assert_true (widgets_wait (is_opened, fixture));
  g_autoptr (OutlayDeal) deal = dup_first (fixture);
  outlay_store_set_starred (fixture->store, deal, TRUE);
  assert_says (fixture, "can only be read");
}

static void
add (const char *path, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = gtk_application_new ("io.github.outlay.FaultsTest", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/outlay/Outlay");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  add ("/faults/a damaged ledger is told, and the window goes back to the last good copy", go_back);
  add ("/faults/a copy a day is made once the ledger is open", keep_copy);
  add ("/faults/a ledger of a newer version is told", refuse_newer);
  add ("/faults/a file that is no ledger is told and left alone", refuse_other_file);
  add ("/faults/a ledger that another program holds is told, and opens when it is free",
       wait_for_other_program);
  add ("/faults/a folder that vanished is told, and nothing is lost", tell_vanished);
  add ("/faults/a ledger that can only be read is shown, and told", tell_read_only);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
