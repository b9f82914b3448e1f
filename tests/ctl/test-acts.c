/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that change a ledger. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "ctl.h"
#include "fixture/dump.h"
#include "fixture/fixture.h"

typedef struct
{
  char *folder;
  char *path;
} Ledger;

static void
set_up (Ledger *ledger, gconstpointer data)
{
  ledger->folder = fixture_make_folder ();
  ledger->path = ctl_make_ledger (ledger->folder);
}

static void
tear_down (Ledger *ledger, gconstpointer data)
{
  g_free (ledger->path);
  fixture_remove_folder (ledger->folder);
}

/* The number of a deal that a search finds. */
static char *
find_id (const Ledger *ledger, const char *search)
{
  g_auto (CtlRun) run
    = ctl_run (NULL, "list", "--json", "--ledger", ledger->path, "--search", search, NULL);
  g_autoptr (GPtrArray) deals = ctl_read_lines (run.output);

  g_assert_cmpuint (deals->len, >, 0);
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          json_object_get_int_member (g_ptr_array_index (deals, 0), "id"));
}

static JsonObject *
show (const Ledger *ledger, const char *id)
{
  g_auto (CtlRun) run = ctl_run (NULL, "show", "--json", "--ledger", ledger->path, id, NULL);
  g_autoptr (GPtrArray) deals = ctl_read_lines (run.output);

  g_assert_cmpuint (deals->len, ==, 1);
  return json_object_ref (g_ptr_array_index (deals, 0));
}

static void
test_correct (Ledger *ledger, gconstpointer data)
{
  g_autofree char *id = find_id (ledger, "narvik");
  g_auto (CtlRun) run
    = ctl_run (NULL, "correct", "--ledger", ledger->path, id, "amount=up to 7.5 billion euros",
               "capacity=1.75 MW", "start=2026-H2", "end=", "places=NO, SE", "status=completed",
               "parties=investor: Acme; recipient: Borealis", NULL);

  g_assert_cmpstr (run.errors, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_autoptr (JsonObject) deal = show (ledger, id);
  JsonObject *amount = json_object_get_object_member (deal, "amount");
  g_assert_cmpstr (outlay_json_get_string (amount, "currency"), ==, "EUR");
  g_assert_cmpint (json_object_get_int_member (amount, "high"), ==, G_GINT64_CONSTANT (7500000000));
  g_assert_cmpstr (outlay_json_get_string (amount, "qualifier"), ==, "up_to");
  g_assert_cmpstr (outlay_json_get_string (deal, "start"), ==, "2026-H2");
  g_assert_null (outlay_json_get_string (deal, "end"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (deal, "corrected")), ==,
                    7);
  g_auto (CtlRun) back
    = ctl_run (NULL, "correct", "--ledger", ledger->path, "--off", id, "amount", NULL);
  g_assert_cmpint (back.status, ==, 0);
  g_autoptr (JsonObject) after = show (ledger, id);
  amount = json_object_get_object_member (after, "amount");
  g_assert_cmpstr (outlay_json_get_string (amount, "currency"), ==, "USD");
}

static void
test_undo (Ledger *ledger, gconstpointer data)
{
  static const char *const acts[][6] = {
    {"mark", "--star", "1"},
    {"mark", "--reject", "1"},
    {"mark", "--tag=later", "1", "2"},
    {"mark", "--note=Ask them.", "1"},
    {"link", "1", "2"},
    {"apart", "1", "2"},
    {"part", "1", "2"},
    {"split", "1", "1"},
    {"read-as", "Tern Labs", "Acme"},
    {"delete", "1"},
    {"delete", "--source=Harbour Ledger"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *before = fixture_dump (ledger->path);
      g_auto (CtlRun) act = ctl_run (NULL, acts[i][0], "--json", "--ledger", ledger->path,
                                     acts[i][1], acts[i][2], acts[i][3], NULL);
      g_assert_cmpstr (act.errors, ==, "");
      g_assert_cmpint (act.status, ==, 0);
      g_autoptr (GPtrArray) told = ctl_read_lines (act.output);
      g_assert_true (json_object_get_boolean_member (g_ptr_array_index (told, 0), "changed"));
      g_autofree char *after = fixture_dump (ledger->path);
      g_auto (CtlRun) undo = ctl_run (NULL, "undo", "--ledger", ledger->path, NULL);
      g_assert_cmpint (undo.status, ==, 0);
      g_autofree char *undone = fixture_dump (ledger->path);
      g_assert_true (g_str_equal (undone, before));
      g_auto (CtlRun) redo = ctl_run (NULL, "redo", "--ledger", ledger->path, NULL);
      g_assert_cmpint (redo.status, ==, 0);
      g_assert_cmpstr (redo.output, ==, undo.output);
      g_autofree char *redone = fixture_dump (ledger->path);
      g_assert_true (g_str_equal (redone, after));
      g_auto (CtlRun) again = ctl_run (NULL, "undo", "--ledger", ledger->path, NULL);
      g_assert_cmpint (again.status, ==, 0);
    }
  g_auto (CtlRun) none = ctl_run (NULL, "undo", "--ledger", ledger->path, NULL);
  g_assert_cmpint (none.status, ==, 1);
  g_assert_nonnull (strstr (none.errors, "nothing to undo"));
}

static void
test_history (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) star = ctl_run (NULL, "mark", "--star", "--ledger", ledger->path, "1", NULL);
  g_auto (CtlRun) note = ctl_run (NULL, "mark", "--note=x", "--ledger", ledger->path, "2", NULL);
  g_auto (CtlRun) undo = ctl_run (NULL, "undo", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) all = ctl_run (NULL, "history", "--json", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) some
    = ctl_run (NULL, "history", "--json", "--deal=1", "--ledger", ledger->path, NULL);
  g_autoptr (GPtrArray) entries = ctl_read_lines (all.output);
  g_autoptr (GPtrArray) of_deal = ctl_read_lines (some.output);

  g_assert_cmpint (star.status + note.status + undo.status, ==, 0);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (json_object_get_boolean_member (g_ptr_array_index (entries, 0), "undone"));
  g_assert_cmpstr (outlay_json_get_string (g_ptr_array_index (entries, 1), "kind"), ==, "star");
  g_assert_cmpuint (of_deal->len, ==, 1);
}

static void
test_rejected (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) reject = ctl_run (NULL, "mark", "--reject", "--ledger", ledger->path, "1", NULL);
  g_auto (CtlRun) list = ctl_run (NULL, "list", "--json", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) rejected
    = ctl_run (NULL, "list", "--json", "--rejected", "--ledger", ledger->path, NULL);

  g_assert_cmpint (reject.status, ==, 0);
  g_assert_null (strstr (list.output, "\"id\":1,"));
  g_assert_nonnull (strstr (rejected.output, "\"id\":1,"));
}

static void
test_readings (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) read
    = ctl_run (NULL, "read-as", "--ledger", ledger->path, "Tern Labs", "Acme", NULL);
  g_auto (CtlRun) list = ctl_run (NULL, "read-as", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) off
    = ctl_run (NULL, "read-as", "--off", "--ledger", ledger->path, "Tern Labs", NULL);
  g_auto (CtlRun) none = ctl_run (NULL, "read-as", "--ledger", ledger->path, NULL);

  g_assert_cmpint (read.status + off.status, ==, 0);
  g_assert_cmpstr (list.output, ==, "Tern Labs → Acme\n");
  g_assert_cmpstr (none.output, ==, "");
}

static void
test_reextract (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) dry = ctl_run (NULL, "reextract", "--dry-run", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) json = ctl_run (NULL, "reextract", "--json", "--ledger", ledger->path, NULL);

  g_assert_cmpint (dry.status, ==, 0);
  g_assert_cmpstr (dry.output, ==, "0 articles read anew · 0 deals would change\n");
  g_assert_cmpint (json.status, ==, 0);
  g_assert_cmpstr (json.output, ==, "");
}

static void
test_wrong (Ledger *ledger, gconstpointer data)
{
  static const struct
  {
    const char *arguments[4];
    int status;
  } cases[] = {
    {{"mark", "1"}, 2},
    {{"mark", "--star", "x"}, 2},
    {{"mark", "--star", "99999"}, 1},
    {{"mark", "--star", "--reject", "1"}, 2},
    {{"link", "1"}, 2},
    {{"link", "1", "1"}, 1},
    {{"part", "1"}, 2},
    {{"split", "1"}, 2},
    {{"split", "1", "9"}, 2},
    {{"delete"}, 2},
    {{"delete", "99999"}, 1},
    {{"read-as", "A"}, 2},
    {{"correct", "1", "amount=a lot"}, 2},
    {{"correct", "1", "colour=red"}, 2},
    {{"correct", "1", "places=QQ"}, 1},
    {{"correct", "1"}, 2},
    {{"undo", "1"}, 2},
    {{"history", "x"}, 2},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *typed = cases[i].arguments;
      g_auto (CtlRun) run
        = ctl_run (NULL, typed[0], "--ledger", ledger->path, typed[1], typed[2], typed[3], NULL);

      g_assert_cmpint (run.status, ==, cases[i].status);
      g_assert_cmpstr (run.errors, !=, "");
      g_assert_cmpstr (run.output, ==, "");
    }
}

#define ADD(sentence, test) g_test_add ("/acts/" sentence, Ledger, NULL, set_up, test, tear_down)

static void
test_text (Ledger *ledger, gconstpointer data)
{
  g_autofree char *file = g_build_filename (ledger->folder, "text.txt", NULL);
  g_auto (CtlRun) before = ctl_run (NULL, "text", "--ledger", ledger->path, "1", NULL);

  g_assert_cmpint (before.status, ==, 0);
  g_assert_cmpstr (before.output, !=, "\n");
  g_assert_true (
    g_file_set_contents (file, "Borealis will invest $8 billion in Norway.\n", -1, NULL));
  g_auto (CtlRun) mended = ctl_run (NULL, "text", "--ledger", ledger->path, "1", file, NULL);
  g_assert_cmpint (mended.status, ==, 0);
  g_assert_nonnull (strstr (mended.output, "Corrected the text of “"));
  g_auto (CtlRun) after = ctl_run (NULL, "text", "--ledger", ledger->path, "1", NULL);
  g_assert_cmpstr (after.output, ==, "Borealis will invest $8 billion in Norway.\n");
  g_auto (CtlRun) back = ctl_run (NULL, "text", "--off", "--ledger", ledger->path, "1", NULL);
  g_assert_nonnull (strstr (back.output, "Went back to the imported text of “"));
  g_auto (CtlRun) again = ctl_run (NULL, "text", "--ledger", ledger->path, "1", NULL);
  g_assert_cmpstr (again.output, ==, before.output);
  g_auto (CtlRun) none = ctl_run (NULL, "text", "--ledger", ledger->path, "9999", file, NULL);
  g_assert_cmpint (none.status, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("fields are corrected as people type them, and given back", test_correct);
  ADD ("what every verb does is undone and done again", test_undo);
  ADD ("the history tells what was done with which deal", test_history);
  ADD ("what was rejected is listed when it is asked for", test_rejected);
  ADD ("organisations that are read as others are listed and given back", test_readings);
  ADD ("a ledger that this engine has read is not read anew", test_reextract);
  ADD ("the text of an article is printed, corrected and given back", test_text);
  ADD ("what cannot be done is told, and its status tells why", test_wrong);
  return g_test_run ();
}
