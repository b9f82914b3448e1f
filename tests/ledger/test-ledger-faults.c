/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture/fixture.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "ledger.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
assert_refused (const char *path, OutlayLedgerFlags flags, OutlayLedgerError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_ledger_open (path, flags, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, (int)code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "ledger"));
  g_assert_null (strstr (error->message, "{ledger}"));
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
test_not_a_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER);
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER);
  g_autofree char *after = NULL;
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

static void
test_other_database (Fixture *fixture, gconstpointer data)
{
  execute (fixture->path, "CREATE TABLE bookmarks (id INTEGER)");
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER);
}

static void
test_newer_version (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  execute (fixture->path, "PRAGMA user_version = 9999");
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, OUTLAY_LEDGER_ERROR_NEWER);
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, OUTLAY_LEDGER_ERROR_NEWER);
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, OUTLAY_LEDGER_ERROR_OPEN);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_folder_for_file (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture->folder, OUTLAY_LEDGER_FLAGS_NONE, OUTLAY_LEDGER_ERROR_OPEN);
}

static void
test_folder_cannot_be_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "below", "ledger.db", NULL);

  g_assert_true (g_file_set_contents (fixture->path, "a file", -1, NULL));
  assert_refused (path, OUTLAY_LEDGER_FLAGS_NONE, OUTLAY_LEDGER_ERROR_OPEN);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  execute (fixture->path, "PRAGMA foreign_keys = OFF; UPDATE fields SET kind = 'party'");
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_assert_null (outlay_ledger_list_deals (ledger, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
}

static void
test_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  fixture_damage (fixture->path);
  g_autoptr (OutlayLedger) ledger
    = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  if (ledger != NULL)
    g_assert_null (outlay_ledger_list_deals (ledger, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
}

static void
assert_cannot_write (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_ledger_begin (ledger, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (fixture_star (ledger, 1, TRUE, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_READ_ONLY);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  g_autoptr (OutlayLedger) ledger
    = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_cmpuint (deals->len, ==, 6);
  assert_cannot_write (ledger);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("permissions don’t bind root");
      return;
    }
  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  g_chmod (fixture->path, 0400);
  g_chmod (fixture->folder, 0500);
  for (OutlayLedgerFlags flags = OUTLAY_LEDGER_FLAGS_NONE; flags <= OUTLAY_LEDGER_FLAGS_READ_ONLY;
       flags++)
    {
      g_autoptr (OutlayLedger) ledger = outlay_ledger_open (fixture->path, flags, &error);

      g_assert_no_error (error);
      g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (deals->len, ==, 6);
      assert_cannot_write (ledger);
    }
}

/* A process that dies between begin and commit, as a power cut or a crash would end it. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_object_unref (fixture_open_filled_ledger (fixture->folder));
  pid_t child = fork ();
  if (child == 0)
    {
      OutlayLedger *ledger = fixture_open_ledger (fixture->folder);
      OutlayArticle *article = outlay_article_new ();

      outlay_ledger_begin (ledger, NULL);
      outlay_ledger_add_article (ledger, article, "digest", NULL);
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 8);
  g_assert_true (fixture_star (ledger, 1, TRUE, &error));
}

/* It takes five seconds: so long the other program is waited for. */
static void
test_other_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (outlay_ledger_begin (ledger, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_BUSY);
  sqlite3_close (other);
}

/* A limit on the size of files stands for a full disk: SQLite's own write fails in both. */
static void
test_no_space (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (fixture->folder);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_free (article->text);
  article->text = g_strnfill (8 * 1024 * 1024, 'x');
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 2 * 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (outlay_ledger_begin (ledger, &error));
  gboolean stored = outlay_ledger_add_article (ledger, article, "digest", &error) != 0;
  if (!stored)
    outlay_ledger_rollback (ledger);
  else
    g_assert_false (outlay_ledger_commit (ledger, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_clear_error (&error);
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 8);
  g_assert_true (fixture_star (ledger, 1, TRUE, &error));
}

/* It is told of reading and of writing, and all is there when the folder is back. */
static void
test_vanished_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (fixture->folder);
  g_autofree char *elsewhere = g_strconcat (fixture->folder, ".elsewhere", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->folder, elsewhere), ==, 0);
  g_assert_null (outlay_ledger_list_deals (ledger, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_GONE);
  g_assert_nonnull (strstr (error->message, "ledger.db"));
  g_clear_error (&error);
  g_assert_false (fixture_star (ledger, 1, TRUE, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_GONE);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (elsewhere, fixture->folder), ==, 0);
  g_assert_true (fixture_star (ledger, 1, TRUE, &error));
  g_assert_no_error (error);
  g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, 1, &error);
  g_assert_no_error (error);
  g_assert_true (deal->starred);
}

static void
add (const char *path, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/ledger/a file that is no database is refused and left alone", test_not_a_database);
  add ("/ledger/a database of another program is refused", test_other_database);
  add ("/ledger/a ledger of a newer version is refused", test_newer_version);
  add ("/ledger/a missing file is an error where it is only read", test_missing_file);
  add ("/ledger/a folder is no ledger", test_folder_for_file);
  add ("/ledger/a folder that cannot be made is an error", test_folder_cannot_be_made);
  add ("/ledger/values that make no sense are damage", test_damaged);
  add ("/ledger/an overwritten file is damage", test_overwritten);
  add ("/ledger/what is opened to read cannot be written", test_read_only);
  add ("/ledger/a file in a folder that may not be written is read", test_read_only_folder);
  add ("/ledger/a process that dies leaves nothing half done", test_crash);
  add ("/ledger/another program that writes is an error", test_other_writer);
  add ("/ledger/a full disk leaves the ledger as it was", test_no_space);
  add ("/ledger/a folder that vanished is told of, and nothing is lost", test_vanished_folder);
  return g_test_run ();
}
