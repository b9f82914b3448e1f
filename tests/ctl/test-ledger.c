/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that read a ledger. */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "base/json/outlay-json.h"
#include "ctl.h"
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

static GPtrArray *
list_deals (const Ledger *ledger, const char *option, const char *other)
{
  g_auto (CtlRun) run
    = ctl_run (NULL, "list", "--json", "--ledger", ledger->path, option, other, NULL);

  g_assert_cmpstr (run.errors, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  return ctl_read_lines (run.output);
}

static void
test_list_json (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) deals = list_deals (ledger, NULL, NULL);
  gboolean found = FALSE;

  g_assert_cmpuint (deals->len, >, 3);
  for (guint i = 0; i < deals->len; i++)
    {
      JsonObject *deal = g_ptr_array_index (deals, i);
      JsonArray *claims = json_object_get_array_member (deal, "claims");

      g_assert_cmpint (json_object_get_int_member (deal, "id"), >, 0);
      g_assert_cmpuint (json_array_get_length (claims), >, 0);
      for (guint j = 0; j < json_array_get_length (claims); j++)
        found |= strcmp (json_object_get_string_member (json_array_get_object_element (claims, j),
                                                        "article"),
                         "nordlicht-en")
                 == 0;
    }
  g_assert_true (found);
}

static gboolean
has_party (JsonObject *deal, const char *name)
{
  JsonArray *parties = json_object_get_array_member (deal, "parties");

  for (guint i = 0; i < json_array_get_length (parties); i++)
    {
      if (strcmp (outlay_json_get_string (json_array_get_object_element (parties, i), "name"), name)
          == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_filters (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) all = list_deals (ledger, NULL, NULL);
  g_autoptr (GPtrArray) builds = list_deals (ledger, "--kind=build", NULL);
  g_autoptr (GPtrArray) others = list_deals (ledger, "--kind=!build", NULL);
  g_autoptr (GPtrArray) both = list_deals (ledger, "--kind=build", "--kind=equity");
  g_autoptr (GPtrArray) party = list_deals (ledger, "--party=meridian cloud", NULL);
  g_autoptr (GPtrArray) german = list_deals (ledger, "--language=de", NULL);
  g_autoptr (GPtrArray) source = list_deals (ledger, "--source=harbour ledger", NULL);
  g_autoptr (GPtrArray) none = list_deals (ledger, "--source=Nobody's Post", NULL);
  g_autoptr (GPtrArray) found = list_deals (ledger, "--search=narvik", NULL);

  for (guint i = 0; i < builds->len; i++)
    g_assert_cmpstr (outlay_json_get_string (g_ptr_array_index (builds, i), "kind"), ==, "build");
  g_assert_cmpuint (builds->len, >, 0);
  g_assert_cmpuint (builds->len + others->len, ==, all->len);
  g_assert_cmpuint (both->len, >, builds->len);
  g_assert_cmpuint (party->len, >, 0);
  for (guint i = 0; i < party->len; i++)
    g_assert_true (has_party (g_ptr_array_index (party, i), "Meridian Cloud"));
  g_assert_cmpuint (german->len, >, 0);
  g_assert_cmpuint (german->len, <, all->len);
  g_assert_cmpuint (source->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (found->len, >, 0);
}

static void
test_regions (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) europe = list_deals (ledger, "--country=europe", NULL);
  g_autoptr (GPtrArray) members = list_deals (ledger, "--country=EU", NULL);
  g_autoptr (GPtrArray) others = list_deals (ledger, "--country=Europe", "--country=!eu");
  g_autoptr (GPtrArray) norway = list_deals (ledger, "--country=norway", NULL);
  g_autoptr (GPtrArray) code = list_deals (ledger, "--country=no", NULL);
  g_autoptr (GPtrArray) asia = list_deals (ledger, "--country=asia", NULL);

  g_assert_cmpuint (norway->len, >, 0);
  g_assert_cmpuint (norway->len, ==, code->len);
  g_assert_cmpuint (norway->len, ==, others->len);
  g_assert_cmpuint (members->len, >, 0);
  g_assert_cmpuint (europe->len, ==, members->len + others->len);
  g_assert_cmpuint (asia->len, ==, 0);
}

static void
test_order (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) newest = list_deals (ledger, "--sort=newest", NULL);
  g_autoptr (GPtrArray) usual = list_deals (ledger, NULL, NULL);
  g_autoptr (GPtrArray) party = list_deals (ledger, "--sort=party", NULL);
  gboolean same = TRUE;

  g_assert_cmpuint (newest->len, ==, party->len);
  for (guint i = 0; i < newest->len; i++)
    {
      gint64 id = json_object_get_int_member (g_ptr_array_index (newest, i), "id");

      g_assert_cmpint (json_object_get_int_member (g_ptr_array_index (usual, i), "id"), ==, id);
      same &= json_object_get_int_member (g_ptr_array_index (party, i), "id") == id;
    }
  g_assert_false (same);
}

static void
test_table (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) run
    = ctl_run (NULL, "list", "--ledger", ledger->path, "--party=Meridian Cloud", NULL);
  g_auto (GStrv) lines = g_strsplit (run.output, "\n", -1);
  const char *column = strstr (lines[0], "Status");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (column);
  glong offset = g_utf8_pointer_to_offset (lines[0], column);
  for (guint i = 1; *lines[i] != '\0'; i++)
    {
      const char *cell = g_utf8_offset_to_pointer (lines[i], offset);

      g_assert_true (g_ascii_isupper (*cell));
      g_assert_cmpint (cell[-1], ==, ' ');
    }
}

static void
test_cards (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) run
    = ctl_run (NULL, "list", "--cards", "--ledger", ledger->path, "--party=Meridian Cloud", NULL);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, "Meridian Cloud\n"));
  g_assert_nonnull (strstr (run.output, "$6 billion"));
}

static char *
find_id (const Ledger *ledger)
{
  g_autoptr (GPtrArray) deals = list_deals (ledger, "--search=narvik", NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          json_object_get_int_member (g_ptr_array_index (deals, 0), "id"));
}

static void
test_show (Ledger *ledger, gconstpointer data)
{
  g_autofree char *id = find_id (ledger);
  g_auto (CtlRun) run = ctl_run (NULL, "show", "--ledger", ledger->path, id, NULL);
  g_auto (CtlRun) json = ctl_run (NULL, "show", "--json", "--ledger", ledger->path, id, NULL);
  g_autoptr (GPtrArray) deals = ctl_read_lines (json.output);

  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, "[up to $6 billion]"));
  g_assert_nonnull (strstr (run.output, "https://ledger.example/nordlicht"));
  g_assert_cmpuint (deals->len, ==, 1);
  g_assert_nonnull (strstr (json.output, "\"evidence\":[{"));
}

static void
test_show_missing (Ledger *ledger, gconstpointer data)
{
  g_autofree char *id = find_id (ledger);
  g_auto (CtlRun) run = ctl_run (NULL, "show", "--ledger", ledger->path, "99999", id, NULL);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.errors, "99999"));
  g_assert_nonnull (strstr (run.output, "Meridian Cloud"));
}

static void
test_export (Ledger *ledger, gconstpointer data)
{
  g_autofree char *file = g_build_filename (ledger->folder, "deals.csv", NULL);
  g_auto (CtlRun) printed
    = ctl_run (NULL, "export", "--format=csv", "--ledger", ledger->path, NULL);
  g_auto (CtlRun) saved = ctl_run (NULL, "export", "--ledger", ledger->path, "-o", file, NULL);
  g_auto (CtlRun) json
    = ctl_run (NULL, "export", "--format=json", "--kind=build", "--ledger", ledger->path, NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (printed.status, ==, 0);
  g_assert_cmpint (saved.status, ==, 0);
  g_file_get_contents (file, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, printed.output);
  g_autoptr (GPtrArray) deals = ctl_read_lines (json.output);
  g_assert_cmpuint (deals->len, >, 0);
}

static void
test_print (Ledger *ledger, gconstpointer data)
{
  static const char *const looks[][3] = {
    {"--layout=brief", "--paper=a4", "--without=quotes,notes"},
    {"--layout=table", "--paper=letter", "--columns=kind,amount,converted"},
    {"--layout=table", "--landscape", "--group=quarter"},
    {"--layout=cards", "--paper=A5", "--with=evidence,sources"},
    {"--layout=dossier", "--group=party", "--monochrome"},
    {"--layout=sources", "--margin=25", "--size=10"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *file = g_build_filename (ledger->folder, "deals.pdf", NULL);
      g_autofree char *content = NULL;
      g_auto (CtlRun) run = ctl_run (NULL, "print", looks[i][0], looks[i][1], looks[i][2],
                                     "--ledger", ledger->path, "-o", file, NULL);

      g_assert_cmpstr (run.errors, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      g_file_get_contents (file, &content, NULL, NULL);
      g_assert_true (g_str_has_prefix (content, "%PDF-"));
      g_remove (file);
    }
}

static void
test_no_ledger (void)
{
  static const char *const verbs[][3] = {{"list", "--json"},
                                         {"show", "1"},
                                         {"export", "--format=csv"},
                                         {"print", "--output=/nowhere/none.pdf"}};

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_auto (CtlRun) run
        = ctl_run (NULL, verbs[i][0], verbs[i][1], "--ledger", "/nowhere/at-all.db", NULL);

      g_assert_cmpint (run.status, ==, 1);
      g_assert_nonnull (strstr (run.errors, "at-all.db"));
    }
  g_assert_false (g_file_test ("/nowhere/none.pdf", G_FILE_TEST_EXISTS));
}

static void
test_closed_pipe (Ledger *ledger, gconstpointer data)
{
  static const char *const commands[] = {
    "\"$OUTLAYCTL\" list --json --ledger \"$1\" | true; echo ${PIPESTATUS[0]}",
    "\"$OUTLAYCTL\" list --ledger \"$1\" | true; echo ${PIPESTATUS[0]}",
    "\"$OUTLAYCTL\" export --format csv --ledger \"$1\" | true; echo ${PIPESTATUS[0]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (CtlRun) run = ctl_run_shell (commands[i], ledger->path);

      g_assert_cmpstr (run.output, ==, "0\n");
      g_assert_cmpstr (run.errors, ==, "");
    }
}

static void
test_full_disk (Ledger *ledger, gconstpointer data)
{
  static const char *const commands[] = {
    "\"$OUTLAYCTL\" list --json --ledger \"$1\" > /dev/full",
    "\"$OUTLAYCTL\" list --ledger \"$1\" > /dev/full",
    "\"$OUTLAYCTL\" export --format csv --ledger \"$1\" > /dev/full",
    "\"$OUTLAYCTL\" print -o /dev/full --ledger \"$1\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (CtlRun) run = ctl_run_shell (commands[i], ledger->path);

      g_assert_cmpint (run.status, ==, 1);
      g_assert_true (g_str_has_prefix (run.errors, "outlayctl: "));
    }
}

static void
test_plain_terminal (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) text
    = ctl_run_shell ("LC_ALL=C \"$OUTLAYCTL\" list --ledger \"$1\"", ledger->path);
  g_auto (CtlRun) json
    = ctl_run_shell ("LC_ALL=C \"$OUTLAYCTL\" export --format json --ledger \"$1\"", ledger->path);

  g_assert_cmpint (text.status, ==, 0);
  for (const char *at = text.output; *at != '\0'; at++)
    g_assert_true (g_ascii_isprint (*at) || *at == '\n');
  g_assert_cmpint (json.status, ==, 0);
  g_assert_nonnull (strstr (json.output, "tỷ USD"));
}

/* A helper that says the kernel granted it limits alone. */
static void
test_missing_layers (Ledger *ledger, gconstpointer data)
{
  static const char *const commands[] = {
    "OUTLAY_READER=\"$G_TEST_BUILDDIR/read/bare-reader\" \"$OUTLAYCTL\" import --ledger \"$1\" "
    "\"$G_TEST_SRCDIR/read/corpus/text/copied.txt\"",
    "OUTLAY_READER=\"$G_TEST_BUILDDIR/read/bare-reader\" \"$OUTLAYCTL\" read "
    "\"$G_TEST_SRCDIR/read/corpus/text/copied.txt\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (CtlRun) run = ctl_run_shell (commands[i], ledger->path);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_nonnull (strstr (run.errors, "less protection"));
      g_assert_nonnull (strstr (run.errors, "Landlock"));
      g_assert_nonnull (strstr (run.errors, "seccomp"));
      g_assert_null (strstr (run.errors, "limits of memory"));
    }
}

static void
test_members (Ledger *ledger, gconstpointer data)
{
  g_auto (CtlRun) run = ctl_run_shell ("\"$OUTLAYCTL\" import --ledger \"$1\" "
                                       "\"$G_TEST_SRCDIR/read/corpus/archive/news.tar.gz\"",
                                       ledger->path);

  if (strstr (run.output, "failed: ") != NULL)
    {
      g_test_skip ("built without archives");
      return;
    }
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, "news.tar.gz: "));
}

/* Imports two articles into the ledger of a user who has such preferences. */
static CtlRun
import_with (const char *preferences, const char *folder)
{
  g_autofree char *command
    = g_strconcat ("export GSETTINGS_BACKEND=keyfile XDG_CONFIG_HOME=\"$1\" XDG_DATA_HOME=\"$1\"\n"
                   "mkdir -p \"$1/glib-2.0/settings\"\n"
                   "printf '[io/github/outlay/Outlay]\\n",
                   preferences,
                   "' > \"$1/glib-2.0/settings/keyfile\"\n"
                   "for article in de-google-deutschland en-amd-openai; do\n"
                   "  \"$OUTLAYCTL\" import \"$G_TEST_SRCDIR/../data/samples/$article.txt\" >&2\n"
                   "done\n"
                   "\"$OUTLAYCTL\" list --json --review\n"
                   "find \"$1\" -path '*/backups/*.db' >&2",
                   NULL);

  return ctl_run_shell (command, folder);
}

static void
test_preferences (void)
{
  g_autofree char *careful = fixture_make_folder ();
  g_autofree char *careless = fixture_make_folder ();
  g_auto (CtlRun) all = import_with ("review-below=100\\ncopies-kept=7\\n", careful);
  g_auto (CtlRun) none = import_with ("review-below=0\\ncopies-kept=0\\n", careless);
  g_autoptr (GPtrArray) waiting = ctl_read_lines (all.output);

  g_assert_cmpuint (waiting->len, >, 0);
  g_assert_cmpstr (none.output, ==, "");
  g_assert_true (g_regex_match_simple ("\\.\\d{4}-\\d\\d-\\d\\d\\.db", all.errors, 0, 0));
  g_assert_false (g_regex_match_simple ("\\.\\d{4}-\\d\\d-\\d\\d\\.db", none.errors, 0, 0));
  fixture_remove_folder (g_steal_pointer (&careful));
  fixture_remove_folder (g_steal_pointer (&careless));
}

#define ADD(sentence, test) g_test_add ("/ledger/" sentence, Ledger, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list prints deals with the articles of their claims", test_list_json);
  ADD ("filters leave what they name", test_filters);
  ADD ("a region chooses the deals of its countries, by key or name", test_regions);
  ADD ("deals come in the order asked for, the newest first where none is", test_order);
  ADD ("the columns of the list stand beneath one another", test_table);
  ADD ("cards are printed as text", test_cards);
  ADD ("show quotes the articles with the words in brackets", test_show);
  ADD ("show goes on behind a deal that isn't there", test_show_missing);
  ADD ("export writes the same to a file as to a pipe", test_export);
  ADD ("print writes a PDF in any layout, on any paper", test_print);
  g_test_add_func ("/ledger/a ledger that isn't there is told", test_no_ledger);
  g_test_add_func ("/ledger/the preferences say what waits for review and how many copies are kept",
                   test_preferences);
  ADD ("a reader that goes away is no error", test_closed_pipe);
  ADD ("a full disk is an error that is told", test_full_disk);
  ADD ("a terminal without UTF-8 gets letters that it has", test_plain_terminal);

  ADD ("what protects the reader of files and is missing is told", test_missing_layers);
  ADD ("an article of an archive is told with its name there", test_members);
  return g_test_run ();
}
