/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <sqlite3.h>

#include "base/json/outlay-json.h"
#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ledger/outlay-migrations.h"

/* The steps that were released. Ledgers of their versions are on people's disks, so no step is ever
 * changed, and each new one is added here. */
static const char *const released[] = {
  "1a58388e454b997c49437a78284994c5335a5fdf85e51d263b5252ed3a48bfbd",
  "62e24ebb324a910615542e46688741e30f9b172f681a26b04fce9c90c7474046",
  "ea2343ed6e46a4624f7a6fbd8bee4bbe8e61d4707bfc11ecec4dd1bd5600b7b3",
  "90f9d03bb8e493fa5bcef085c1d4521be37bfcaa8a776e9e48c55301c2c34576",
  "afeed24ad2d8d8c43cac718057ea26f23c138eca5b40bf04a50b2c891033b417",
  "6fad70a364e68f3a7bc9903a22712d1265fc3784c7f55986dcbe71f159d901ef",
  "a00fa6932f35cc127711fadde0502f534cec9898888609a321847f6db5f48df8",
  "aaa53f354accb14d649fac0cb93ec3a080dd6e897cb0e24502f555b9244b7b62",
  "9c3add5f65fcab264d2c7a945f91e9aa52e33e88d581afb3b15847cc91438feb",
  "5922a890256ab935de297bd99dafded0c07581e67b1945ee3caeb27d39f5ae78",
};

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

static void
keep_steps (void)
{
  g_autoptr (GPtrArray) steps = outlay_migrations_load ();

  for (guint i = 0; i < steps->len; i++)
    {
      g_autofree char *digest
        = g_compute_checksum_for_string (G_CHECKSUM_SHA256, steps->pdata[i], -1);

      g_test_message ("%u: %s", i + 1, digest);
      g_assert_cmpuint (i, <, G_N_ELEMENTS (released));
      g_assert_cmpstr (digest, ==, released[i]);
    }
}

/* The dump of a ledger that the program's first version made. */
static void
load_first_version (const char *path)
{
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "ledger", "versions", "1.sql", NULL);
  g_autofree char *script = NULL;
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_true (g_file_get_contents (dump, &script, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, script, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
bring_to_version (const char *path, guint version)
{
  g_autoptr (GPtrArray) steps = outlay_migrations_load ();
  g_autoptr (GError) error = NULL;

  load_first_version (path);
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_WRITE, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (steps, (int)version);
  g_assert_true (outlay_migrations_run (connection, path, steps, &error));
  g_assert_no_error (error);
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

static void
assert_whole (OutlayLedger *ledger)
{
  g_autoptr (OutlayQuery) query = outlay_query_new ("dau tu -nothing");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (ledger, NULL, &error);
  g_autoptr (GArray) found = outlay_ledger_search (ledger, query, NULL, &error);
  guint n_claims = 0, n_starred = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 4);
  g_assert_cmpuint (deals->len, ==, 4);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      n_claims += deal->claims->len;
      n_starred += deal->starred;
    }
  g_assert_cmpuint (n_claims, ==, 6);
  g_assert_cmpuint (n_starred, ==, 1);
}

static void
migrate (Fixture *fixture, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *copy = g_strdup_printf ("%s.version-%u", fixture->path, version);
  g_autoptr (GError) error = NULL;

  bring_to_version (fixture->path, version);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, version);
  g_autoptr (OutlayLedger) ledger
    = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, G_N_ELEMENTS (released));
  g_assert_cmpint (ask (copy, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (ask (copy, "SELECT count(*) FROM article"), ==, 4);
  assert_whole (ledger);
  sound_assert (fixture->path);
}

static void
read_only (Fixture *fixture, gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize size_before, size_after;

  bring_to_version (fixture->path, version);
  g_assert_true (g_file_get_contents (fixture->path, &before, &size_before, NULL));
  g_autoptr (OutlayLedger) ledger
    = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_whole (ledger);
  g_assert_false (outlay_ledger_begin (ledger, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  sound_assert (fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/a step that was released is never changed", keep_steps);
  for (guint version = 1; version < G_N_ELEMENTS (released); version++)
    {
      g_autofree char *path = g_strdup_printf (
        "/versions/a ledger of version %u is copied, brought up to date, and whole", version);

      g_autofree char *other = g_strdup_printf (
        "/versions/a ledger of version %u is read as it is, and stays so", version);

      g_test_add (path, Fixture, GUINT_TO_POINTER (version), set_up, migrate, tear_down);
      g_test_add (other, Fixture, GUINT_TO_POINTER (version), set_up, read_only, tear_down);
    }
  return g_test_run ();
}
