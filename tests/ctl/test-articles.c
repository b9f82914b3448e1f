/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that read articles: read, mentions, extract, import. */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "ctl.h"
#include "fixture/fixture.h"

#define TEXT                                                                                       \
  "Microsoft will invest 3 billion dollars in a data centre in Norway, the company said on "       \
  "4 March 2026."

#define LINE(id, text) "{\"id\": " id ", \"text\": \"" text "\"}\n"

static char *
write_file (const char *folder, const char *name, const char *content)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
test_read (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *file = write_file (folder, "a.txt", "A headline\n\n" TEXT "\n");
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_auto (CtlRun) run = ctl_run (NULL, "read", missing, file, NULL);
  g_autoptr (GPtrArray) articles = ctl_read_lines (run.output);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.errors, "missing.txt"));
  g_assert_cmpuint (articles->len, ==, 1);
  JsonObject *article = g_ptr_array_index (articles, 0);
  g_assert_nonnull (strstr (outlay_json_get_string (article, "text"), "3 billion dollars"));
  g_assert_cmpstr (outlay_json_get_string (article, "file"), ==, file);
  g_assert_cmpstr (outlay_json_get_string (article, "lang"), ==, "en");
  fixture_remove_folder (folder);
}

static void
test_read_stdin (void)
{
  g_auto (CtlRun) run = ctl_run (TEXT, "read", "-", NULL);
  g_autoptr (GPtrArray) articles = ctl_read_lines (run.output);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (articles->len, ==, 1);
}

static void
assert_id (JsonObject *object, const char *id)
{
  g_autofree char *printed = json_to_string (json_object_get_member (object, "id"), FALSE);

  g_assert_cmpstr (printed, ==, id);
}

/* Every line has its answer in its place, whatever is wrong with it. */
static void
assert_answers (const char *verb, const char *member)
{
  g_autofree char *long_line = g_strnfill (1 << 20, '[');
  g_autofree char *input = g_strconcat (
    LINE ("\"a\"", TEXT), "no JSON at all\n", LINE ("7", TEXT), "\n   \n{\"id\": [1]}\n",
    "[1, 2]\n", "{\"id\": \"n\", \"text\": 5}\n", "{\"id\": \"\xff\", \"text\": \"x\"}\n",
    long_line, "\n", "{\"id\": \"e\", \"text\": \"\"}\n", "{\"text\": \"" TEXT "\"}\r\n",
    LINE ("\"z\"", TEXT), NULL);
  static const struct
  {
    const char *id;
    gboolean fine;
  } answers[] = {
    {"\"a\"", TRUE}, {"null", FALSE},  {"7", TRUE},     {"[1]", FALSE},
    {"null", FALSE}, {"\"n\"", FALSE}, {"null", FALSE}, {"null", FALSE},
    {"\"e\"", TRUE}, {"null", TRUE},   {"\"z\"", TRUE},
  };
  g_auto (CtlRun) run = ctl_run (input, verb, "--jsonl", NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (run.output);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (objects->len, ==, G_N_ELEMENTS (answers));
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);

      assert_id (object, answers[i].id);
      g_assert_cmpint (json_object_has_member (object, member), ==, answers[i].fine);
      g_assert_cmpint (json_object_has_member (object, "error"), ==, !answers[i].fine);
    }
}

static void
test_extract_lines (void)
{
  assert_answers ("extract", "deals");
}

static void
test_mention_lines (void)
{
  assert_answers ("mentions", "mentions");
}

static void
test_extract (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *file = write_file (folder, "a.txt", TEXT "\n");
  g_auto (CtlRun) run = ctl_run (NULL, "extract", file, NULL);
  g_auto (CtlRun) explained = ctl_run (NULL, "extract", "--explain", file, NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (run.output);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpuint (objects->len, ==, 1);
  JsonObject *object = g_ptr_array_index (objects, 0);
  JsonArray *deals = json_object_get_array_member (object, "deals");
  g_assert_cmpstr (outlay_json_get_string (object, "file"), ==, file);
  g_assert_cmpuint (json_array_get_length (deals), ==, 1);
  JsonObject *amount
    = json_object_get_object_member (json_array_get_object_element (deals, 0), "amount");
  g_assert_cmpstr (outlay_json_get_string (amount, "currency"), ==, "USD");
  g_assert_cmpint (explained.status, ==, 0);
  g_assert_nonnull (strstr (explained.output, "Amount: $3 billion"));
  g_assert_nonnull (strstr (explained.output, "“3 billion dollars”; the figure nearest"));
  fixture_remove_folder (folder);
}

static void
test_mentions (void)
{
  g_auto (CtlRun) run = ctl_run (TEXT, "mentions", NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (run.output);
  guint n_money = 0;

  g_assert_cmpint (run.status, ==, 0);
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);
      gint64 start = json_object_get_int_member (object, "start");
      gint64 end = json_object_get_int_member (object, "end");
      g_autofree char *words = g_strndup (&TEXT[start], (gsize)(end - start));

      g_assert_cmpstr (words, ==, outlay_json_get_string (object, "text"));
      n_money += strcmp (outlay_json_get_string (object, "type"), "money") == 0;
    }
  g_assert_cmpuint (n_money, ==, 1);
}

static void
test_stream (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        g_getenv ("OUTLAYCTL"), "extract", "--jsonl", NULL);
  g_autoptr (GDataInputStream) answers
    = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  GOutputStream *lines = g_subprocess_get_stdin_pipe (process);

  for (guint i = 0; i < 3; i++)
    {
      static const char line[] = LINE ("\"one\"", TEXT);

      g_output_stream_write_all (lines, line, strlen (line), NULL, NULL, &error);
      g_assert_no_error (error);
      g_autofree char *answer = g_data_input_stream_read_line (answers, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (answer);
    }
  g_output_stream_close (lines, NULL, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

static void
test_import (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *ledger = g_build_filename (folder, "ledger.db", NULL);
  g_autofree char *articles = g_build_filename (folder, "articles", NULL);
  g_mkdir (articles, 0755);
  g_autofree char *first = write_file (articles, "a.txt", TEXT "\n");
  g_free (write_file (articles, "empty.txt", ""));
  g_auto (CtlRun) new = ctl_run (NULL, "import", "--json", "--ledger", ledger, articles, NULL);
  g_auto (CtlRun) again = ctl_run (NULL, "import", "--ledger", ledger, first, NULL);
  g_auto (CtlRun) anyway = ctl_run (NULL, "import", "--anyway", "--ledger", ledger, first, NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (new.output);

  g_assert_cmpint (new.status, ==, 1);
  g_assert_cmpuint (objects->len, ==, 2);
  g_assert_cmpstr (outlay_json_get_string (g_ptr_array_index (objects, 0), "outcome"), ==, "new");
  g_assert_cmpstr (outlay_json_get_string (g_ptr_array_index (objects, 1), "outcome"), ==,
                   "failed");
  g_assert_nonnull (outlay_json_get_string (g_ptr_array_index (objects, 1), "message"));
  g_assert_cmpint (again.status, ==, 0);
  g_assert_nonnull (strstr (again.output, "0 new, 1 already there, 0 failed"));
  g_assert_cmpint (anyway.status, ==, 0);
  g_assert_nonnull (strstr (anyway.output, "1 new, 0 already there, 0 failed"));
  fixture_remove_folder (folder);
}

static void
test_import_deleted (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *ledger = g_build_filename (folder, "ledger.db", NULL);
  g_autofree char *file = write_file (folder, "a.txt", TEXT "\n");
  g_auto (CtlRun) new = ctl_run (NULL, "import", "--ledger", ledger, file, NULL);
  g_auto (CtlRun) delete = ctl_run (NULL, "delete", "--ledger", ledger, "1", NULL);
  g_auto (CtlRun) away = ctl_run (NULL, "import", "--ledger", ledger, file, NULL);
  g_auto (CtlRun) json = ctl_run (NULL, "import", "--json", "--ledger", ledger, file, NULL);
  g_auto (CtlRun) anyway = ctl_run (NULL, "import", "--anyway", "--ledger", ledger, file, NULL);
  g_auto (CtlRun) again = ctl_run (NULL, "import", "--ledger", ledger, file, NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (json.output);

  g_assert_cmpint (delete.status, ==, 0);
  g_assert_cmpint (away.status, ==, 0);
  g_assert_nonnull (strstr (away.output, "a.txt: You deleted it on "));
  g_assert_nonnull (strstr (away.output, "0 new, 0 already there, 1 deleted by you, 0 failed"));
  g_assert_cmpstr (outlay_json_get_string (g_ptr_array_index (objects, 0), "outcome"), ==,
                   "deleted");
  g_assert_nonnull (strstr (anyway.output, "1 new, 0 already there, 0 failed"));
  g_assert_nonnull (strstr (again.output, "0 new, 1 already there, 0 failed"));
  fixture_remove_folder (folder);
}

static void
test_import_lines (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *ledger = g_build_filename (folder, "ledger.db", NULL);
  g_auto (CtlRun) run = ctl_run (LINE ("\"mine\"", TEXT) "broken\n", "import", "--jsonl", "--json",
                                 "--ledger", ledger, NULL);
  g_auto (CtlRun) list = ctl_run (NULL, "list", "--json", "--ledger", ledger, NULL);
  g_autoptr (GPtrArray) objects = ctl_read_lines (run.output);
  g_autoptr (GPtrArray) deals = ctl_read_lines (list.output);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (objects->len, ==, 2);
  assert_id (g_ptr_array_index (objects, 0), "\"mine\"");
  g_assert_cmpuint (deals->len, ==, 1);
  JsonArray *claims = json_object_get_array_member (g_ptr_array_index (deals, 0), "claims");
  g_assert_cmpstr (outlay_json_get_string (json_array_get_object_element (claims, 0), "article"),
                   ==, "mine");
  fixture_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);

  g_test_add_func ("/articles/read prints what can be read and tells what can't", test_read);
  g_test_add_func ("/articles/read takes standard input", test_read_stdin);
  g_test_add_func ("/articles/extract answers every line in its place", test_extract_lines);
  g_test_add_func ("/articles/mentions answers every line in its place", test_mention_lines);
  g_test_add_func ("/articles/extract reads files and explains itself", test_extract);
  g_test_add_func ("/articles/mentions tells where the words stand", test_mentions);
  g_test_add_func ("/articles/a line is answered before the next one comes", test_stream);
  g_test_add_func ("/articles/import tells what is new, known and failed", test_import);
  g_test_add_func ("/articles/import leaves out what was deleted, says so and takes a flag for it",
                   test_import_deleted);
  g_test_add_func ("/articles/import keeps the ids of lines", test_import_lines);

  return g_test_run ();
}
