/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "fixture/fixture.h"
#include "ledger/outlay-migrations.h"

#define FIRST  "CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT; INSERT INTO one VALUES (1)"
#define SECOND "ALTER TABLE one ADD COLUMN name TEXT; UPDATE one SET name = 'x'"
#define BROKEN "CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1)"
#define DANGLING                                                                                   \
  "CREATE TABLE two (id INTEGER PRIMARY KEY, one INTEGER REFERENCES one (id)) STRICT;"             \
  "INSERT INTO two VALUES (1, 99)"

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
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static gboolean
run (const char *path, GError **error, const char *first, ...)
{
  g_autoptr (GPtrArray) migrations = g_ptr_array_new ();
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_CREATE, error);
  va_list args;

  g_assert_nonnull (connection);
  va_start (args, first);
  for (const char *script = first; script != NULL; script = va_arg (args, const char *))
    g_ptr_array_add (migrations, (gpointer)script);
  va_end (args);
  return outlay_migrations_run (connection, path, migrations, error);
}

static gint64
ask (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_READ, &error);
  gint64 number = -1;

  g_assert_no_error (error);
  g_assert_true (outlay_connection_get_number (connection, sql, &number, &error));
  return number;
}

static gboolean
has_copy (const Fixture *fixture, guint version)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%u", fixture->path, version);

  return g_file_test (copy, G_FILE_TEST_EXISTS);
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->path, &error, FIRST, SECOND, NULL));
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (fixture->path, "PRAGMA application_id"), ==, OUTLAY_LEDGER_APPLICATION_ID);
  g_assert_false (has_copy (fixture, 0));
  g_assert_false (has_copy (fixture, 1));
}

static void
test_older_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".version-1", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->path, &error, FIRST, NULL));
  g_assert_true (run (fixture->path, &error, FIRST, SECOND, NULL));
  g_assert_cmpint (ask (fixture->path, "SELECT count(*) FROM one WHERE name = 'x'"), ==, 1);
  g_assert_cmpint (ask (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (copy, "SELECT count(*) FROM one"), ==, 1);
}

static void
test_up_to_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->path, &error, FIRST, SECOND, NULL));
  g_assert_true (run (fixture->path, &error, FIRST, SECOND, NULL));
  g_assert_cmpint (ask (fixture->path, "SELECT count(*) FROM one"), ==, 1);
  g_assert_false (has_copy (fixture, 2));
}

static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  const char *broken = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->path, &error, FIRST, NULL));
  g_assert_false (run (fixture->path, &error, FIRST, SECOND, broken, NULL));
  g_assert_nonnull (error);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (fixture->path, "SELECT count(*) FROM sqlite_schema WHERE name = 'two'"), ==,
                   0);
  g_assert_true (has_copy (fixture, 1));
}

static void
test_newer_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run (fixture->path, &error, FIRST, SECOND, NULL));
  g_assert_false (run (fixture->path, &error, FIRST, NULL));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NEWER);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 2);
}

static void
test_own_scripts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations = outlay_migrations_load ();

  g_object_unref (fixture_open_ledger (fixture->folder));
  g_assert_cmpuint (migrations->len, >, 0);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, migrations->len);
  g_assert_cmpint (ask (fixture->path,
                        "SELECT count(*) FROM pragma_table_list WHERE schema ="
                        " 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/migrations/a new file takes all steps", Fixture, NULL, set_up, test_new_file,
              tear_down);
  g_test_add ("/migrations/an older file is copied and takes the rest", Fixture, NULL, set_up,
              test_older_file, tear_down);
  g_test_add ("/migrations/a file of today stays as it is", Fixture, NULL, set_up, test_up_to_date,
              tear_down);
  g_test_add ("/migrations/a step that fails leaves nothing", Fixture, BROKEN, set_up,
              test_failing_step, tear_down);
  g_test_add ("/migrations/a step that breaks references leaves nothing", Fixture, DANGLING, set_up,
              test_failing_step, tear_down);
  g_test_add ("/migrations/a newer file is refused", Fixture, NULL, set_up, test_newer_file,
              tear_down);
  g_test_add ("/migrations/the program’s own lead to strict tables", Fixture, NULL, set_up,
              test_own_scripts, tear_down);
  return g_test_run ();
}
