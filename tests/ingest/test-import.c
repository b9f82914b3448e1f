/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture/fixture.h"
#include "fixture/ledger-dump.h"
#include "ingest/outlay-import-load.h"
#include "ingest/outlay-import-walk.h"
#include "ingest/outlay-import.h"
#include "read/outlay-read.h"

typedef struct
{
  char *folder;
  char *articles;
  OutlayLedger *ledger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->articles = g_build_filename (fixture->folder, "articles", NULL);
  g_assert_cmpint (g_mkdir (fixture->articles, 0700), ==, 0);
  fixture->ledger = fixture_open_ledger (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->ledger);
  g_free (fixture->articles);
  fixture_remove_folder (fixture->folder);
}

static char *
dup_path (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->articles, name, NULL);
}

static void
write_bytes (const Fixture *fixture, const char *name, const char *bytes, gssize length)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static char *
make_text (guint number)
{
  return g_strdup_printf (
    "Meridian Cloud plans data centre number %u\n\n"
    "Meridian Cloud will invest $%u million in a data centre in Norway, the company said on "
    "Tuesday. The site is the company’s %uth in the country and will open in 2027.\n\n"
    "Local politicians welcomed the plan, and said that they would look at the power supply.\n",
    number, number + 100, number);
}

static void
write_article (const Fixture *fixture, const char *name, guint number)
{
  g_autofree char *text = make_text (number);

  write_bytes (fixture, name, text, -1);
}

static void
make_folder (const Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static OutlayImport *
make_import (const Fixture *fixture)
{
  OutlayImport *import = outlay_import_new (fixture->ledger);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->articles);

  outlay_import_add_file (import, folder);
  return import;
}

static OutlayImport *
run_import (const Fixture *fixture)
{
  OutlayImport *import = make_import (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  return import;
}

static const OutlayImportItem *
get_item (OutlayImport *import, guint index)
{
  return g_ptr_array_index (outlay_import_get_items (import), index);
}

static guint
count_articles (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = outlay_ledger_list_articles (fixture->ledger, NULL, &error);

  g_assert_no_error (error);
  return articles->len;
}

/* The names of the items' files, with what became of each: "a.txt:new b.txt:failed". */
static char *
print_items (OutlayImport *import)
{
  static const char *const outcomes[] = {"new", "duplicate", "deleted", "failed"};
  const GPtrArray *items = outlay_import_get_items (import);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = get_item (import, i);
      g_autofree char *name = g_file_get_basename (item->file);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", name, outcomes[item->outcome]);
      g_assert_true (item->message != NULL || item->outcome == OUTLAY_IMPORT_NEW);
      g_assert_cmpint (item->article_id != 0, ==, item->outcome != OUTLAY_IMPORT_FAILED);
      g_assert_nonnull (item->label);
      if (item->message != NULL)
        g_test_message ("%s: %s", name, item->message);
    }
  return g_string_free (text, FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "b.txt", 1);
  write_article (fixture, "a.txt", 2);
  make_folder (fixture, "aa");
  write_article (fixture, "aa/z.txt", 3);
  make_folder (fixture, "c");
  make_folder (fixture, "c/d");
  write_article (fixture, "c/d/e.txt", 4);
  write_article (fixture, ".hidden.txt", 5);
  make_folder (fixture, ".git");
  write_article (fixture, ".git/f.txt", 6);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_autofree char *items = print_items (import);

  g_assert_cmpstr (items, ==, "a.txt:new z.txt:new b.txt:new e.txt:new");
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (get_item (import, i)->article_id, >, get_item (import, i - 1)->article_id);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *loop = dup_path (fixture, "b/loop");
  g_autofree char *twice = dup_path (fixture, "c");
  g_autofree char *broken = dup_path (fixture, "d.txt");
  g_autofree char *outside = dup_path (fixture, "e.txt");
  g_autofree char *inside = dup_path (fixture, "f.txt");
  g_autofree char *device = dup_path (fixture, "g");

  make_folder (fixture, "b");
  write_article (fixture, "b/a.txt", 1);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (symlink ("b", twice), ==, 0);
  g_assert_cmpint (symlink ("nowhere", broken), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", outside), ==, 0);
  g_assert_cmpint (symlink ("b/a.txt", inside), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_autofree char *items = print_items (import);

  g_assert_cmpstr (items, ==,
                   "a.txt:new loop:failed c:failed d.txt:failed e.txt:failed f.txt:duplicate "
                   "g:failed");
  g_assert_nonnull (strstr (get_item (import, 1)->message, "a folder that is read anyway"));
  g_assert_nonnull (strstr (get_item (import, 3)->message, "no such file"));
  g_assert_nonnull (strstr (get_item (import, 4)->message, "outside of the folder"));
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char binary[] = "\x7f"
                               "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0";
  g_autofree char *huge = dup_path (fixture, "huge.txt");
  g_autofree char *pipe_path = dup_path (fixture, "pipe");

  write_article (fixture, "a.txt", 1);
  write_bytes (fixture, "binary", binary, sizeof binary);
  write_bytes (fixture, "empty.txt", "", 0);
  write_bytes (fixture, "huge.txt", "x", 1);
  g_assert_cmpint (truncate (huge, (off_t)3 << 30), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  write_article (fixture, "z.txt", 2);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_autofree char *items = print_items (import);

  g_assert_cmpstr (
    items, ==, "a.txt:new binary:failed empty.txt:failed huge.txt:failed pipe:failed z.txt:new");
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_NEW), ==, 2);
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_FAILED), ==, 4);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = dup_path (fixture, "b.txt");
  g_autofree char *folder = dup_path (fixture, "c");

  if (geteuid () == 0)
    {
      g_test_skip ("permissions don’t bind root");
      return;
    }
  write_article (fixture, "a.txt", 1);
  write_article (fixture, "b.txt", 2);
  make_folder (fixture, "c");
  g_chmod (file, 0);
  g_chmod (folder, 0);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_chmod (folder, 0700);
  g_autofree char *items = print_items (import);
  g_assert_cmpstr (items, ==, "a.txt:new b.txt:failed c:failed");
}

/* Between the walk through the folder and its turn. */
static void
test_vanishing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) inputs
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_import_input_free);
  g_autofree char *path = dup_path (fixture, "a.txt");
  g_autofree char *folder = dup_path (fixture, ".");
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  write_article (fixture, "a.txt", 1);
  g_ptr_array_add (inputs, outlay_import_input_new (file, NULL));
  g_autoptr (GPtrArray) found = outlay_import_walk (inputs, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_autoptr (GPtrArray) articles = outlay_import_load (g_ptr_array_index (found, 0), NULL, &error);
  g_assert_null (articles);
  g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_NOT_FOUND);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autofree char *path = dup_path (fixture, "nothing.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  outlay_import_add_file (import, file);
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_autofree char *items = print_items (import);
  g_assert_cmpstr (items, ==, "nothing.txt:failed");
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  write_article (fixture, "a.txt", 1);
  write_article (fixture, "b.txt", 2);
  g_autoptr (OutlayImport) first = run_import (fixture);
  g_autoptr (OutlayImport) second = run_import (fixture);
  g_autofree char *items = print_items (second);

  g_assert_cmpstr (items, ==, "a.txt:duplicate b.txt:duplicate");
  g_assert_cmpint (get_item (second, 1)->article_id, ==, get_item (first, 1)->article_id);
  g_assert_nonnull (
    strstr (get_item (second, 1)->message, "Meridian Cloud plans data centre number 2"));
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

/* All rows of a new ledger into which the articles were read. */
static char *
dump_import (Fixture *fixture)
{
  char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "ledger.db", NULL);

  g_clear_object (&fixture->ledger);
  fixture->ledger = fixture_open_ledger (folder);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_clear_object (&import);
  g_clear_object (&fixture->ledger);
  char *dump = ledger_dump (path);
  fixture_remove_folder (folder);
  return dump;
}

/* There are as many threads as processors that the program may use. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  cpu_set_t all, one;

  for (guint number = 1; number <= 24; number++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.txt", number);

      write_article (fixture, name, number);
    }
  g_assert_cmpint (sched_getaffinity (0, sizeof all, &all), ==, 0);
  if (CPU_COUNT (&all) < 2)
    {
      g_test_skip ("there is one processor alone");
      return;
    }
  g_autofree char *many = dump_import (fixture);
  CPU_ZERO (&one);
  for (int i = 0; CPU_COUNT (&one) == 0; i++)
    {
      if (CPU_ISSET (i, &all))
        CPU_SET (i, &one);
    }
  g_assert_cmpint (sched_setaffinity (0, sizeof one, &one), ==, 0);
  g_autofree char *single = dump_import (fixture);
  g_assert_cmpint (sched_setaffinity (0, sizeof all, &all), ==, 0);
  g_assert_cmpstr (single, ==, many);
  g_assert_nonnull (strstr (many, "Meridian"));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (1);
  g_autofree char *retitled
    = g_strconcat ("Norway gets another data centre\n\n", strchr (text, '\n'), NULL);

  write_bytes (fixture, "a.txt", text, -1);
  write_bytes (fixture, "b.txt", retitled, -1);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_autofree char *items = print_items (import);
  g_assert_cmpstr (items, ==, "a.txt:new b.txt:new");
  g_assert_null (get_item (import, 0)->message);
  g_assert_cmpuint (get_item (import, 1)->n_more_deals, ==, 1);
  g_assert_nonnull (
    strstr (get_item (import, 1)->message, "Meridian Cloud plans data centre number 1"));
}

static void
test_other_encoding (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (1);
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *with_mark = g_strconcat ("\xef\xbb\xbf", text, NULL);
  g_autofree char *utf16 = g_convert (with_mark, -1, "UTF-16LE", "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  write_bytes (fixture, "a.txt", text, -1);
  write_bytes (fixture, "renamed.txt", utf16, (gssize)length);
  g_autoptr (OutlayImport) import = run_import (fixture);
  g_autofree char *items = print_items (import);
  g_assert_cmpstr (items, ==, "a.txt:new renamed.txt:duplicate");
}

static void
test_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  g_autoptr (GError) error = NULL;

  g_free (article->text);
  article->text = make_text (1);
  article->id = g_strdup ("the caller’s");
  outlay_import_add_article (import, article);
  g_assert_true (outlay_import_run (import, NULL, &error));
  const OutlayImportItem *item = get_item (import, 0);
  g_assert_null (item->file);
  g_assert_cmpint (item->outcome, ==, OUTLAY_IMPORT_NEW);
  g_autoptr (OutlayArticle) stored
    = outlay_ledger_get_article (fixture->ledger, item->article_id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->id, ==, "the caller’s");
}

static void
cancel_cb (OutlayImport *import, GParamSpec *pspec, gpointer data)
{
  guint n_done;

  g_object_get (import, "n-done", &n_done, NULL);
  if (n_done == 3)
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);

      write_article (fixture, name, i);
    }
  g_autoptr (OutlayImport) import = make_import (fixture);
  g_signal_connect (import, "notify::n-done", G_CALLBACK (cancel_cb), cancellable);
  g_assert_false (outlay_import_run (import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (outlay_import_get_items (import)->len, ==, 3);
  g_assert_cmpuint (count_articles (fixture), ==, 3);
  g_autoptr (OutlayImport) rest = run_import (fixture);
  g_assert_cmpuint (outlay_import_count (rest, OUTLAY_IMPORT_DUPLICATE), ==, 3);
  g_assert_cmpuint (outlay_import_count (rest, OUTLAY_IMPORT_NEW), ==, 17);
}

static void
test_few_transactions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  guint64 n_before = outlay_ledger_get_n_commits (fixture->ledger);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (OutlayArticle) article = outlay_article_new ();

      g_free (article->text);
      article->text = make_text (i);
      outlay_import_add_article (import, article);
    }
  g_assert_true (outlay_import_run (import, NULL, NULL));
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_NEW), ==, 200);
  g_assert_cmpuint (outlay_ledger_get_n_commits (fixture->ledger) - n_before, <=, 10);
}

typedef struct
{
  GThread *thread;
  guint n_done;
  guint n_notified;
  gboolean finished;
} Progress;

static void
progress_cb (OutlayImport *import, GParamSpec *pspec, gpointer data)
{
  Progress *progress = data;
  guint n_done, n_total;

  g_object_get (import, "n-done", &n_done, "n-total", &n_total, NULL);
  g_assert_true (g_thread_self () == progress->thread);
  g_assert_cmpuint (n_done, >=, progress->n_done);
  g_assert_true (n_total == 0 || n_done <= n_total);
  progress->n_done = n_done;
  progress->n_notified++;
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Progress *progress = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_import_run_finish (OUTLAY_IMPORT (object), result, &error));
  g_assert_no_error (error);
  progress->finished = TRUE;
}

static gboolean
time_out_cb (gpointer data)
{
  g_error ("the import did not end");
  return G_SOURCE_REMOVE;
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  Progress progress = {g_thread_self (), 0, 0, FALSE};
  gboolean running;
  char *current;
  guint n_total;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);

      write_article (fixture, name, i);
    }
  g_autoptr (OutlayImport) import = make_import (fixture);
  g_signal_connect (import, "notify", G_CALLBACK (progress_cb), &progress);
  outlay_import_run_async (import, NULL, finished_cb, &progress);
  guint guard = g_timeout_add_seconds (60, time_out_cb, NULL);
  while (!progress.finished || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  g_object_get (import, "running", &running, "n-total", &n_total, "current", &current, NULL);
  g_assert_cmpuint (progress.n_done, ==, 30);
  g_assert_cmpuint (n_total, ==, 30);
  g_assert_cmpuint (progress.n_notified, >, 0);
  g_assert_false (running);
  g_assert_null (current);
}

static void
test_ledger_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (outlay_ledger_get_path (fixture->ledger));

  write_article (fixture, "a.txt", 1);
  write_article (fixture, "b.txt", 2);
  g_clear_object (&fixture->ledger);
  fixture->ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_assert_no_error (error);
  g_autoptr (OutlayImport) import = make_import (fixture);
  g_assert_false (outlay_import_run (import, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_READ_ONLY);
  g_assert_cmpuint (outlay_import_get_items (import)->len, ==, 0);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = run_import (fixture);

  g_assert_cmpuint (outlay_import_get_items (import)->len, ==, 0);
}

#define SELECTION                                                                                  \
  "<h1>Meridian Cloud builds in Narvik</h1><p>Meridian Cloud will spend $6 billion on a data "     \
  "centre campus near Narvik, the company said on Tuesday.</p>"

/* Imports one content, and returns the text of the article that it became. */
static char *
import_content (Fixture *fixture, const char *content, const char *plain)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (GBytes) plain_bytes = plain != NULL ? g_bytes_new (plain, strlen (plain)) : NULL;
  g_autoptr (OutlayArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  const OutlayImportItem *item;

  outlay_import_add_content (import, bytes, plain_bytes, "Pasted text");
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outlay_import_get_items (import)->len, ==, 1);
  item = g_ptr_array_index (outlay_import_get_items (import), 0);
  if (item->outcome == OUTLAY_IMPORT_FAILED)
    {
      g_assert_cmpstr (item->label, ==, "Pasted text");
      return NULL;
    }
  article = outlay_ledger_get_article (fixture->ledger, item->article_id, &error);
  g_assert_no_error (error);
  g_assert_null (article->file);
  return g_strjoin ("|", article->title != NULL ? article->title : "", article->text, NULL);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = import_content (fixture, SELECTION, "Meridian Cloud builds in Narvik");
  g_autofree char *text = import_content (fixture, "Acme will invest $2 billion in Oulu.", NULL);
  /* A page that hides its text, as scripts do. */
  g_autofree char *plain = import_content (
    fixture, "<div><p>Menu</p></div><script>text</script>",
    "Borealis will invest $3 billion in a campus near Turku, the company said on Friday.");

  g_assert_true (g_str_has_prefix (page, "Meridian Cloud builds in Narvik|Meridian Cloud will"));
  g_assert_cmpstr (text, ==, "|Acme will invest $2 billion in Oulu.");
  g_assert_true (g_str_has_prefix (plain, "|Borealis will invest"));
  g_assert_null (import_content (fixture, "\n", NULL));
}

static void
test_built_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource:///io/github/outlay/Outlay/samples");
  g_autoptr (GError) error = NULL;

  outlay_import_add_file (import, folder);
  g_assert_true (outlay_import_run (import, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_NEW), >, 10);
  g_assert_cmpuint (outlay_import_count (import, OUTLAY_IMPORT_FAILED), ==, 0);
}

static void
test_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayImport) import = outlay_import_new (fixture->ledger);
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/article.html");
  const OutlayImportItem *item;

  outlay_import_add_file (import, file);
  g_assert_true (outlay_import_run (import, NULL, NULL));
  item = g_ptr_array_index (outlay_import_get_items (import), 0);
  g_assert_cmpint (item->outcome, ==, OUTLAY_IMPORT_FAILED);
  g_assert_nonnull (strstr (item->message, "Outlay never goes online"));
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
  add ("/import/folders are walked in the order of names, hidden files left out", test_order);
  add ("/import/links in a circle, to nothing and out of the folder fail with a message",
       test_links);
  add ("/import/bad files fail with a message, the rest goes in", test_bad_files);
  add ("/import/what may not be read fails, the rest goes in", test_unreadable);
  add ("/import/a file that is not there fails", test_missing);
  add ("/import/a file that vanishes before its turn fails with a message", test_vanishing);
  add ("/import/importing twice is importing once", test_twice);
  add ("/import/the number of threads makes no difference", test_threads);
  add ("/import/a copy under another title says whose text it prints", test_copy);
  add ("/import/a file renamed and encoded anew adds nothing", test_other_encoding);
  add ("/import/articles without a file go in under the caller’s name", test_articles);
  add ("/import/cancelling leaves the finished articles in, and importing again goes on",
       test_cancel);
  add ("/import/many articles go into the ledger in few transactions", test_few_transactions);
  add ("/import/progress is told on the thread that made the import", test_progress);
  add ("/import/an error of the ledger ends the import", test_ledger_fails);
  add ("/import/an empty folder is no error", test_nothing);
  add ("/import/a pasted page is an article, its plain text where that tells more", test_content);
  add ("/import/the articles that are built in are read as a folder is", test_built_in);
  add ("/import/an address is refused without asking the network", test_address);
  return g_test_run ();
}
