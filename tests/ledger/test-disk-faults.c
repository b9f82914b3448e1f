/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "fault-vfs.h"
#include "fixture/fixture.h"
#include "fixture/sound.h"
#include "fixture/ledger-dump.h"
#include "ingest/outlay-ingest.h"
#include "ledger/safety/outlay-backup.h"

#define N_BEFORE 2
#define N_ALL    5

/* What a fault may look like to the one who asked. */
static const int codes[] = {
  OUTLAY_LEDGER_ERROR_OPEN,    OUTLAY_LEDGER_ERROR_NO_SPACE,  OUTLAY_LEDGER_ERROR_FAILED,
  OUTLAY_LEDGER_ERROR_DAMAGED, OUTLAY_LEDGER_ERROR_READ_ONLY, OUTLAY_LEDGER_ERROR_NOT_A_LEDGER,
};

typedef struct
{
  char *folder;
  char *before;
  char *path;
  char *dump;
  GPtrArray *articles;
} Fixture;

static gboolean
ingest (Fixture *fixture, OutlayLedger *ledger, guint first, guint last, GError **error)
{
  for (guint i = first; i < last; i++)
    {
      FixtureArticle *entry = g_ptr_array_index (fixture->articles, i);
      OutlayIngested ingested;

      if (!outlay_ingest_article (ledger, entry->article, entry->claims, &ingested, error))
        return FALSE;
    }
  return TRUE;
}

static void
copy_ledger (const char *from, const char *to)
{
  static const char *const endings[] = {"-wal", "-shm", "-journal"};
  g_autofree char *content = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *beside = g_strconcat (to, endings[i], NULL);

      g_unlink (beside);
    }
  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize)length, NULL));
}

static void
add_originals (GPtrArray *articles)
{
  for (guint i = 0; i < articles->len; i++)
    {
      OutlayArticle *article = ((FixtureArticle *)g_ptr_array_index (articles, i))->article;
      g_autoptr (GBytes) bytes = g_bytes_new (article->text, strlen (article->text));

      article->original = outlay_original_new (OUTLAY_ORIGINAL_FILE, bytes, "a.txt");
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = fixture_dup_path ("articles.jsonl");
  g_autoptr (GError) error = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->before = g_build_filename (fixture->folder, "before.db", NULL);
  fixture->path = g_build_filename (fixture->folder, "ledger.db", NULL);
  fixture->articles = fixture_read (source, &error);
  g_assert_no_error (error);
  add_originals (fixture->articles);
  OutlayLedger *ledger = outlay_ledger_open (fixture->before, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_true (ingest (fixture, ledger, 0, N_BEFORE, &error));
  g_object_unref (ledger);
  copy_ledger (fixture->before, fixture->path);
  ledger = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_true (ingest (fixture, ledger, N_BEFORE, N_ALL, &error));
  g_object_unref (ledger);
  fixture->dump = ledger_dump (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->articles);
  g_free (fixture->before);
  g_free (fixture->path);
  g_free (fixture->dump);
  fixture_remove_folder (fixture->folder);
}

static void
assert_told (const GError *error)
{
  gboolean known = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    known |= g_error_matches (error, OUTLAY_LEDGER_ERROR, codes[i]);
  if (!known)
    g_printerr ("%s\n", error->message);
  g_assert_true (known);
}

/* An import into a ledger whose disk fails: nothing of it is half in, and it can be finished. */
static gboolean
import_with_fault (Fixture *fixture, Fault fault, guint nth_call)
{
  g_autoptr (GError) error = NULL;

  copy_ledger (fixture->before, fixture->path);
  fault_vfs_arm (fault, nth_call);
  OutlayLedger *ledger = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  gboolean done = ledger != NULL && ingest (fixture, ledger, N_BEFORE, N_ALL, &error);
  gboolean failed = fault_vfs_disarm ();
  g_assert_true (done == (error == NULL));
  if (!done)
    assert_told (error);
  g_clear_error (&error);
  g_clear_object (&ledger);
  sound_assert (fixture->path);
  guint n_in = (guint)ledger_ask (fixture->path, "SELECT count(*) FROM article");
  g_assert_cmpuint (n_in, >=, done ? N_ALL : N_BEFORE);
  ledger = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (ingest (fixture, ledger, N_BEFORE, N_ALL, &error));
  g_object_unref (ledger);
  g_autofree char *dump = ledger_dump (fixture->path);
  g_assert_cmpstr (dump, ==, fixture->dump);
  return failed;
}

static void
sweep_import (Fixture *fixture, gconstpointer data)
{
  Fault fault = (Fault)GPOINTER_TO_UINT (data);
  guint n = 1;

  while (import_with_fault (fixture, fault, n))
    n++;
  g_test_message ("each of %u calls has failed", n - 1);
  g_assert_cmpuint (n, >, 20);
}

/* A copy of a ledger whose disk fails is whole or is not there. */
static void
sweep_copy (Fixture *fixture, gconstpointer data)
{
  Fault fault = (Fault)GPOINTER_TO_UINT (data);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *before = ledger_dump (fixture->before);
  g_autoptr (GError) error = NULL;
  gboolean failed = TRUE;
  guint n;

  for (n = 1; failed; n++)
    {
      g_autoptr (OutlayLedger) ledger
        = outlay_ledger_open (fixture->before, OUTLAY_LEDGER_FLAGS_NONE, &error);

      g_assert_no_error (error);
      g_unlink (copy);
      fault_vfs_arm (fault, n);
      gboolean done = outlay_backup_write (ledger, copy, NULL, &error);
      failed = fault_vfs_disarm ();
      g_assert_cmpint (done, ==, g_file_test (copy, G_FILE_TEST_EXISTS));
      if (!done)
        assert_told (error);
      else
        sound_assert (copy);
      g_clear_error (&error);
    }
  g_test_message ("each of %u calls has failed", n - 2);
  g_autofree char *after = ledger_dump (fixture->before);
  g_assert_cmpstr (after, ==, before);
}

/* After the fault the same open ledger goes on. */
static void
go_on (Fixture *fixture, gconstpointer data)
{
  for (guint n = 1; n < 40; n++)
    {
      g_autoptr (GError) error = NULL;

      copy_ledger (fixture->before, fixture->path);
      OutlayLedger *ledger = outlay_ledger_open (fixture->path, OUTLAY_LEDGER_FLAGS_NONE, &error);
      g_assert_no_error (error);
      fault_vfs_arm (FAULT_FULL, n);
      gboolean done = ingest (fixture, ledger, N_BEFORE, N_ALL, &error);
      fault_vfs_disarm ();
      if (!done)
        g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NO_SPACE);
      g_clear_error (&error);
      g_assert_true (ingest (fixture, ledger, N_BEFORE, N_ALL, &error));
      g_object_unref (ledger);
      g_autofree char *dump = ledger_dump (fixture->path);
      g_assert_cmpstr (dump, ==, fixture->dump);
    }
}

static void
add (const char *path, Fault fault, void (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (fault), set_up, run, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  add ("/disk/full at any write, an import leaves whole articles", FAULT_FULL, sweep_import);
  add ("/disk/failing at any call, an import leaves whole articles", FAULT_ONCE, sweep_import);
  add ("/disk/dead from any call on, an import leaves whole articles", FAULT_DEAD, sweep_import);
  add ("/disk/full at any write, a copy is whole or not there", FAULT_FULL, sweep_copy);
  add ("/disk/failing at any call, a copy is whole or not there", FAULT_ONCE, sweep_copy);
  add ("/disk/full and free again, the open ledger goes on", FAULT_FULL, go_on);
  return g_test_run ();
}
