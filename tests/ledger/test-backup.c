/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "ledger/outlay-ledger-private.h"
#include "ledger/outlay-ledger-summaries.h"
#include "ledger/safety/outlay-backup.h"

static gboolean
add_article (OutlayLedger *ledger, guint number)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup_printf ("One more text, number %u", number);
  g_autofree char *digest = outlay_ledger_dup_digest (article);
  if (!outlay_ledger_begin (ledger, NULL))
    return FALSE;
  if (outlay_ledger_add_article (ledger, article, digest, NULL) != 0)
    return outlay_ledger_commit (ledger, NULL);
  outlay_ledger_rollback (ledger);
  return FALSE;
}

static char *
make_daily (SoundFixture *fixture, const char *day)
{
  g_autoptr (GPtrArray) backups = outlay_backup_list (fixture->path);
  const OutlayBackup *newest = g_ptr_array_index (backups, 0);
  g_autofree char *content = NULL;
  gsize length;
  GString *name = g_string_new (newest->path);

  g_assert_true (g_file_get_contents (newest->path, &content, &length, NULL));
  g_string_truncate (name, name->len - strlen ("2026-11-22.db"));
  g_string_append_printf (name, "%s.db", day);
  g_assert_true (g_file_set_contents (name->str, content, (gssize)length, NULL));
  return g_string_free (name, FALSE);
}

static void
keep_daily (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_assert_no_error (error);
  for (guint day = 10; day < 20; day++)
    {
      g_autofree char *name = g_strdup_printf ("2001-02-%u", day);
      g_autofree char *path = make_daily (fixture, name);
    }
  g_autoptr (GPtrArray) many = outlay_backup_list (fixture->path);
  g_assert_cmpuint (many->len, ==, 11);
  const OutlayBackup *today = g_ptr_array_index (many, 0);
  sound_assert (today->path);
  g_assert_cmpint (g_unlink (today->path), ==, 0);
  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_autoptr (GPtrArray) kept = outlay_backup_list (fixture->path);
  g_assert_cmpuint (kept->len, ==, OUTLAY_BACKUPS_KEPT);
  const OutlayBackup *oldest = g_ptr_array_index (kept, OUTLAY_BACKUPS_KEPT - 1);
  g_assert_cmpuint (g_date_get_day (&oldest->day), ==, 14);
}

static void
keep_nothing_of_nothing (SoundFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) backups = outlay_backup_list (path);
  g_assert_cmpuint (backups->len, ==, 0);
}

static guint
count_deals (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  return deals->len;
}

static void
go_back (SoundFixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_object_unref (ledger);
  g_autofree char *older = make_daily (fixture, "2001-01-01");
  g_autofree char *newer = make_daily (fixture, "2999-01-01");
  fixture_damage (newer);
  fixture_damage (fixture->path);
  g_autoptr (OutlayBackup) good = outlay_backup_find_good (fixture->path);
  g_assert_cmpuint (g_date_get_year (&good->day), !=, 2999);
  g_assert_cmpuint (g_date_get_year (&good->day), !=, 2001);
  g_assert_null (outlay_backup_restore (fixture->path, newer, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_autofree char *aside = outlay_backup_restore (fixture->path, good->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_deals (fixture->path), ==, 6);
  sound_assert (fixture->path);
}

static char *
keep_one (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_assert_no_error (error);
  copies = outlay_backup_list (outlay_ledger_get_path (ledger));
  return g_strdup (((const OutlayBackup *)g_ptr_array_index (copies, 0))->path);
}

static guint
count_articles (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_no_error (error);
  articles = outlay_ledger_list_articles (ledger, NULL, &error);
  g_assert_no_error (error);
  return articles->len;
}

/* While it is open, and what goes back reads another state than who is in the middle of reading. */
static void
go_back_and_forth (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *copy = keep_one (ledger);
  g_autoptr (GError) error = NULL;
  guint before = count_articles (fixture->path);

  g_assert_true (add_article (ledger, 1));
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, NULL, &error);
  gint64 n_read;
  g_assert_true (
    outlay_connection_get_number (reader, "SELECT count(*) FROM article", &n_read, &error));
  g_autofree char *kept = outlay_backup_go_back (ledger, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (fixture->path), ==, before);
  sound_assert (fixture->path);
  g_assert_true (
    outlay_connection_get_number (reader, "SELECT count(*) FROM article", &n_read, &error));
  g_assert_cmpint (n_read, ==, before + 1);
  outlay_ledger_end_reading (ledger, reader);

  g_autofree char *again = outlay_backup_go_back (ledger, kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, !=, kept);
  g_assert_cmpuint (count_articles (fixture->path), ==, before + 1);
  g_assert_cmpuint (count_articles (again), ==, before);
  sound_assert (fixture->path);
}

static void
go_back_to_no_damage (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *copy = keep_one (ledger);
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (add_article (ledger, 1));
  guint before = count_articles (fixture->path);
  fixture_damage (copy);
  g_assert_null (outlay_backup_go_back (ledger, copy, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (letter, "This is no ledger.", -1, NULL));
  g_assert_null (outlay_backup_go_back (ledger, letter, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER);
  g_assert_cmpuint (count_articles (fixture->path), ==, before);
  sound_assert (fixture->path);
}

static void
go_back_to_older (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *script
    = g_test_build_filename (G_TEST_DIST, "ledger", "versions", "1.sql", NULL);
  g_autofree char *older = g_build_filename (fixture->folder, "older.db", NULL);
  g_autofree char *newer = g_build_filename (fixture->folder, "newer.db", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (script, &content, NULL, NULL));
  sound_execute (older, content);
  sound_execute (newer, content);
  g_autofree char *kept = outlay_backup_go_back (ledger, older, &error);
  g_assert_no_error (error);
  g_assert_nonnull (kept);
  g_assert_cmpuint (count_articles (fixture->path), ==, count_articles (newer));
  sound_assert (fixture->path);
}

static void
go_back_to_itself (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;
  guint before = count_articles (fixture->path);

  g_autofree char *kept = outlay_backup_go_back (ledger, fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles (kept), ==, before);
  g_assert_cmpuint (count_articles (fixture->path), ==, before);
  sound_assert (fixture->path);
}

/* Where what there is cannot be kept, nothing takes its place. */
static void
go_back_from_no_damage (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *copy = keep_one (ledger);
  g_autoptr (GError) error = NULL;

  sound_execute (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 1");
  guint before = count_articles (fixture->path);
  g_assert_null (outlay_backup_go_back (ledger, copy, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
  g_assert_cmpuint (count_articles (fixture->path), ==, before);
}

static void
list_kept (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *copy = keep_one (ledger);
  g_autofree char *older = make_daily (fixture, "2001-01-01");
  g_autoptr (GError) error = NULL;
  guint n_deals = count_deals (fixture->path);

  sound_execute (fixture->path,
                 "INSERT INTO remark (id, rejected) VALUES (900, 1);"
                 "INSERT OR REPLACE INTO remark_claim (claim_key, remark_id) SELECT key, 900 FROM"
                 " deal_claim JOIN claim ON claim.id = claim_id WHERE deal_id = 1");
  g_autofree char *kept = outlay_backup_go_back (ledger, copy, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) copies = outlay_backup_list (fixture->path);
  const char *const paths[] = {kept, copy, older};
  const guint counts[] = {n_deals - 1, n_deals, n_deals};

  g_assert_cmpuint (copies->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < copies->len; i++)
    {
      OutlayBackup *listed = g_ptr_array_index (copies, i);

      g_assert_cmpstr (listed->path, ==, paths[i]);
      g_assert_true ((listed->second >= 0) == (i == 0));
      g_assert_cmpint (listed->n_deals, ==, -1);
      outlay_backup_count_deals (listed);
      g_assert_cmpint (listed->n_deals, ==, counts[i]);
    }
  g_autoptr (OutlayBackup) good = outlay_backup_find_good (fixture->path);
  g_assert_cmpstr (good->path, ==, copy);
}

/* A day's copies stay together and go together. */
static void
keep_days (SoundFixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autofree char *copy = keep_one (ledger);
  g_autofree char *late = make_daily (fixture, "2001-02-11.86399");
  g_autofree char *own = make_daily (fixture, "2001-02-11");
  g_autofree char *before = make_daily (fixture, "2001-02-10.00000");
  g_autofree char *odd = make_daily (fixture, "2001-02-10.0000x");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_true (outlay_backup_keep_daily (ledger, 2, NULL, &error));
  g_autoptr (GPtrArray) kept = outlay_backup_list (fixture->path);
  g_assert_cmpuint (kept->len, ==, 3);
  g_assert_cmpstr (((OutlayBackup *)g_ptr_array_index (kept, 1))->path, ==, late);
  g_assert_cmpstr (((OutlayBackup *)g_ptr_array_index (kept, 2))->path, ==, own);
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (odd, G_FILE_TEST_EXISTS));
}

static void
copy_no_damage (SoundFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  sound_execute (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 1");
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_assert_false (outlay_backup_write (ledger, copy, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static gpointer
add_many (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    add_article (data, i);
  return NULL;
}

static void
copy_in_use (SoundFixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new (NULL, add_many, ledger);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (outlay_backup_write (ledger, copy, NULL, &error));
      g_assert_no_error (error);
      sound_assert (copy);
    }
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  sound_add ("/backup/a copy a day is kept, the last seven", keep_daily);
  sound_add ("/backup/an empty ledger is not copied", keep_nothing_of_nothing);
  sound_add ("/backup/a damaged ledger goes back to the last good copy and is set aside", go_back);
  sound_add ("/backup/a sound ledger goes back to a copy and from there again", go_back_and_forth);
  sound_add ("/backup/a sound ledger goes back to no damaged copy and to no other file",
             go_back_to_no_damage);
  sound_add ("/backup/a ledger goes back to a copy of an older version", go_back_to_older);
  sound_add ("/backup/a ledger that goes back to itself stays as it is", go_back_to_itself);
  sound_add ("/backup/what cannot be kept is not gone back from", go_back_from_no_damage);
  sound_add ("/backup/what was gone back from is listed with the copies of the days", list_kept);
  sound_add ("/backup/copies are kept of so many days, all of a day", keep_days);
  sound_add ("/backup/of a damaged ledger no copy is made", copy_no_damage);
  sound_add ("/backup/a ledger is copied while it is written", copy_in_use);
  return g_test_run ();
}
