/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "fixture/fixture.h"
#include "ledger/outlay-ledger-summaries.h"
#include "ledger/safety/outlay-backup.h"
#include "ledger/safety/outlay-check.h"

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
  g_object_unref (fixture_open_filled_ledger (fixture->folder));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  fixture_remove_folder (fixture->folder);
}

static void
execute (const char *path, const char *script)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, script, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static GPtrArray *
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *damages = outlay_check (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < damages->len; i++)
    {
      const OutlayDamage *damage = g_ptr_array_index (damages, i);

      g_assert_true (g_utf8_validate (damage->message, -1, NULL));
      g_assert_null (strstr (damage->message, "{what}"));
      g_test_message ("%s", damage->message);
    }
  return damages;
}

static void
assert_sound (const char *path)
{
  g_autoptr (GPtrArray) damages = check (path);

  g_assert_cmpuint (damages->len, ==, 0);
}

static void
sound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  assert_sound (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static gboolean
mentions (const GPtrArray *damages, const char *words)
{
  for (guint i = 0; i < damages->len; i++)
    {
      if (strstr (((OutlayDamage *)g_ptr_array_index (damages, i))->message, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
copy_ledger (Fixture *fixture)
{
  char *copy = g_strconcat (fixture->path, ".case", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, (gssize)length, NULL));
  return copy;
}

/* Rows that are dropped or changed by a hand that overlooks what belongs together. */
static void
explain_rows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script, *words;
  } cases[] = {
    {"DELETE FROM article WHERE id = 1", "claim → article"},
    {"DELETE FROM deal_claim WHERE claim_id = 2", "Claim 2 belongs to no deal"},
    {"DELETE FROM fields WHERE claim_id = 3", "Claim 3 has lost its fields"},
    {"DELETE FROM fields WHERE deal_id = 1", "Deal 1 has lost its fields"},
    {"UPDATE deal_claim SET deal_id = 2 WHERE deal_id = 1", "Deal 1 has lost its claims"},
    {"UPDATE fields SET kind = 'party' WHERE deal_id = 2", "deal 2 makes no sense"},
    {"UPDATE evidence SET span_end = 99999 WHERE claim_id = 2 AND position = 0",
     "claim 2 lie beyond"},
    {"UPDATE article SET text = text || '!' WHERE id = 4", "has changed since"},
    {"DELETE FROM article_words_docsize WHERE id = 2", "search does not know: 1"},
    {"DELETE FROM deal_words_content WHERE id = 2", "index of words is damaged"},
    {"UPDATE article_words_data SET block = zeroblob(20) WHERE id > 10",
     "index of words is damaged"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);

      execute (copy, cases[i].script);
      g_autoptr (GPtrArray) damages = check (copy);
      g_test_message ("%s", cases[i].script);
      g_assert_true (mentions (damages, cases[i].words));
    }
}

/* Of a file whose bytes flipped: figures, days and numbers that no deal has. What is blank then,
 * and what is said of it; the first deal has all fields. */
static const struct
{
  const char *script;
  const char *words;
  OutlayField field;
} nonsense[] = {
  {"UPDATE fields SET high = -1 WHERE deal_id = 1", "deal 1 has as “Amount”", OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET high = 9223372036854775807 WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET low = high + 1 WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET currency = 'U_D' WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE fields SET qualifier = 'exacu' WHERE deal_id = 1", "deal 1 has as “Amount”",
   OUTLAY_FIELD_AMOUNT},
  {"UPDATE amount_alt SET high = -5 WHERE fields_id = 3", "deal 1 has as “Converted”",
   OUTLAY_FIELD_AMOUNT_ALT},
  {"UPDATE fields SET kilowatts = 1000000000001 WHERE deal_id = 1", "deal 1 has as “Capacity”",
   OUTLAY_FIELD_CAPACITY},
  {"UPDATE fields SET announced = '2026-02-31' WHERE deal_id = 1", "deal 1 has as “Announced”",
   OUTLAY_FIELD_ANNOUNCED},
  {"UPDATE fields SET \"end\" = '7027-H2' WHERE deal_id = 1", "deal 1 has as “End”",
   OUTLAY_FIELD_END},
};

/* What is shown of deal 1, as its details and as its card have it. */
static void
assert_blank (const char *path, OutlayField field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  g_assert_no_error (error);
  const gint64 first = 1;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof first);
  g_array_append_val (ids, first);
  g_autoptr (GPtrArray) summaries = outlay_ledger_list_summaries (ledger, ids, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (deals->len, ==, 6);
  g_assert_cmpuint (summaries->len, ==, 1);
  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
      const OutlayDealRecord *summary = g_ptr_array_index (summaries, 0);
      gboolean blank = i == field || i == OUTLAY_FIELD_START;

      g_assert_cmpint (outlay_fields_has (&deal->fields, i), ==, !blank);
      g_assert_true (i == OUTLAY_FIELD_AMOUNT_ALT
                     || outlay_fields_has (&summary->fields, i) == !blank);
    }
}

static void
leave_blank (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);

      g_test_message ("%s", nonsense[i].script);
      execute (copy, nonsense[i].script);
      g_autoptr (GPtrArray) damages = check (copy);
      g_assert_cmpuint (damages->len, ==, 1);
      g_assert_true (mentions (damages, nonsense[i].words));
      assert_blank (copy, nonsense[i].field);
    }
}

/* A correction that makes no sense leaves what the articles say. */
static void
overlook_correction (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = {"{\"mw\": -3, \"qualifier\": \"exact\"}", "{\"mw"};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);
      g_autofree char *script
        = g_strdup_printf ("INSERT INTO remark (id) VALUES (1);"
                           "INSERT INTO remark_claim SELECT key, 1 FROM claim WHERE id = 1;"
                           "INSERT INTO correction VALUES (1, 'capacity', '{\"capacity\": %s}', 0)",
                           values[i]);

      execute (copy, script);
      g_autoptr (GPtrArray) damages = check (copy);
      g_assert_true (mentions (damages, "deal 1 has as “Capacity”"));
      g_autoptr (OutlayLedger) ledger = outlay_ledger_open (copy, OUTLAY_LEDGER_FLAGS_NONE, &error);
      g_assert_no_error (error);
      g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (deal->corrected, ==, 0);
      g_assert_cmpint (deal->fields.capacity.kilowatts, ==, 400000);
    }
}

/* Numbers and times of rows. */
static void
explain_numbers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script, *words;
  } cases[] = {
    {"UPDATE deal SET whole_id = 1 WHERE id = 1", "Deal 1 is part of itself"},
    {"UPDATE deal SET whole_id = 3 - id WHERE id < 3", "Deal 2 is part of itself"},
    {"PRAGMA foreign_keys = OFF; UPDATE deal SET whole_id = -7 WHERE id = 2", "deal → deal"},
    {"INSERT INTO act VALUES (1, 9223372036854775807, 'star', '{}', 0)", "time of act 1 makes no"},
    {"INSERT INTO remark (id) VALUES (-4)", "never given: remark -4"},
    {"UPDATE article SET published = '0026-02-10' WHERE id = 1",
     "“Meridian Cloud to build 400 MW campus in Norway” makes no sense"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *copy = copy_ledger (fixture);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].script);
      execute (copy, cases[i].script);
      g_autoptr (GPtrArray) damages = check (copy);
      g_assert_true (mentions (damages, cases[i].words));
      g_autoptr (OutlayLedger) ledger = outlay_ledger_open (copy, OUTLAY_LEDGER_FLAGS_NONE, &error);
      g_assert_no_error (error);
      g_autoptr (OutlayDealRecord) deal = outlay_ledger_get_deal (ledger, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpint (deal->whole, ==, i == 1 ? 2 : 0);
    }
}

static void
reindex (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  execute (fixture->path, "DELETE FROM article_words_docsize WHERE id = 2;"
                          "DELETE FROM deal_words_docsize WHERE id = 1;"
                          "UPDATE article_words_data SET block = zeroblob(20) WHERE id > 10");
  g_autoptr (GPtrArray) damages = check (fixture->path);
  g_assert_cmpuint (damages->len, >, 0);
  for (guint i = 0; i < damages->len; i++)
    g_assert_cmpint (((OutlayDamage *)g_ptr_array_index (damages, i))->remedy, ==,
                     OUTLAY_REMEDY_REINDEX);
  g_assert_true (outlay_check_reindex (fixture->path, &error));
  g_assert_no_error (error);
  assert_sound (fixture->path);
}

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
make_daily (Fixture *fixture, const char *day)
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
keep_daily (Fixture *fixture, gconstpointer data)
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
  assert_sound (today->path);
  g_assert_cmpint (g_unlink (today->path), ==, 0);
  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_autoptr (GPtrArray) kept = outlay_backup_list (fixture->path);
  g_assert_cmpuint (kept->len, ==, OUTLAY_BACKUPS_KEPT);
  const OutlayBackup *oldest = g_ptr_array_index (kept, OUTLAY_BACKUPS_KEPT - 1);
  g_assert_cmpuint (g_date_get_day (&oldest->day), ==, 14);
}

static void
keep_nothing_of_nothing (Fixture *fixture, gconstpointer data)
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
damage (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  memset (content + 4096, 0xff, length - 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
}

static void
go_back (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_backup_keep_daily (ledger, OUTLAY_BACKUPS_KEPT, NULL, &error));
  g_object_unref (ledger);
  g_autofree char *older = make_daily (fixture, "2001-01-01");
  g_autofree char *newer = make_daily (fixture, "2999-01-01");
  damage (newer);
  damage (fixture->path);
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
  assert_sound (fixture->path);
}

static void
copy_no_damage (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  execute (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM article WHERE id = 1");
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
copy_in_use (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (OutlayLedger) ledger = fixture_open_ledger (fixture->folder);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new (NULL, add_many, ledger);

  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (outlay_backup_write (ledger, copy, NULL, &error));
      g_assert_no_error (error);
      assert_sound (copy);
    }
  g_thread_join (thread);
}

static void
add (const char *path, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/check/a sound ledger is sound, and is not changed", sound);
  add ("/check/rows that do not fit together are explained", explain_rows);
  add ("/check/figures and days that no deal has are left blank and told", leave_blank);
  add ("/check/a correction that makes no sense is overlooked and told", overlook_correction);
  add ("/check/numbers and times of rows that cannot be are told", explain_numbers);
  add ("/check/a damaged index of words is made anew", reindex);
  add ("/backup/a copy a day is kept, the last seven", keep_daily);
  add ("/backup/an empty ledger is not copied", keep_nothing_of_nothing);
  add ("/backup/a damaged ledger goes back to the last good copy and is set aside", go_back);
  add ("/backup/of a damaged ledger no copy is made", copy_no_damage);
  add ("/backup/a ledger is copied while it is written", copy_in_use);
  return g_test_run ();
}
