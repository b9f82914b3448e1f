/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Imports that are killed. A process imports generated articles and is killed at a random moment;
 * then the ledger is looked through, the import is finished, and the ledger must be the one of an
 * import that nobody disturbed. So that a thousand kills need no thousand whole imports, each
 * starts from a copy of the undisturbed ledger as it was some articles before, and is finished up
 * to where the next such copy was made: what follows depends on nothing else.
 *
 * OUTLAY_KILLS and OUTLAY_KILL_ARTICLES set how many kills and articles there are.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extract/outlay-extract.h"
#include "fixture/fixture.h"
#include "fixture/ledger-dump.h"
#include "fixture/sound.h"
#include "ingest/outlay-import.h"

#define N_STAGES 40

typedef struct
{
  char *folder;
  GPtrArray *articles;
  guint n_articles;
  guint n_kills;
  char *paths[N_STAGES + 1];
  char *dumps[N_STAGES + 1];
  gint64 longest; /* stage, in microseconds */
} Fixture;

static guint
read_number (const char *name, guint usual)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint)g_ascii_strtoull (value, NULL, 10) : usual;
}

/* A name that no other firm has a part of: "Rokamel". */
static char *
make_name (GRand *random)
{
  static const char consonants[] = "bdfgklmnprstvz";
  static const char vowels[] = "aeiou";
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_string_append_c (name, consonants[g_rand_int_range (random, 0, sizeof consonants - 1)]);
      g_string_append_c (name, vowels[g_rand_int_range (random, 0, sizeof vowels - 1)]);
    }
  name->str[0] = g_ascii_toupper (name->str[0]);
  return g_string_free (name, FALSE);
}

/* Every other article is the second of its deal. */
static OutlayArticle *
make_article (GRand *random, guint number)
{
  static const char *const places[]
    = {"Texas", "Norway", "Vietnam", "Germany", "France", "Japan", "Ohio", "Spain"};
  g_autoptr (GRand) deal = g_rand_new_with_seed (number / 2);
  g_autofree char *firm = make_name (deal);
  guint billions = (guint)g_rand_int_range (deal, 1, 90);
  const char *place = places[g_rand_int_range (deal, 0, G_N_ELEMENTS (places))];
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->title = g_strdup_printf ("%s to invest $%u billion in %s", firm, billions, place);
  article->text
    = g_strdup_printf ("%s Corp. said it would invest $%u billion in a data centre with "
                       "%d MW in %s.\n\nThis is report number %u.",
                       firm, billions, g_rand_int_range (random, 50, 900), place, number);
  article->source = g_strdup_printf ("Paper %u", number % 40);
  article->published = outlay_date_day (2026, 1 + number % 12, 1 + number % 28);
  return article;
}

static guint
get_stage_start (const Fixture *fixture, guint stage)
{
  return fixture->n_articles * stage / N_STAGES;
}

static void
drop_message_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

/* In a process of its own, so that this one has no threads when the next is made. */
static pid_t
begin_import (const Fixture *fixture, const char *path, guint first, guint last)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child != 0)
    return child;
  g_log_set_default_handler (drop_message_cb, NULL);
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, NULL);
  g_autoptr (OutlayImport) import = outlay_import_new (ledger);
  for (guint i = first; i < last; i++)
    outlay_import_add_article (import, g_ptr_array_index (fixture->articles, i));
  gboolean done = outlay_import_run (import, NULL, NULL);
  g_clear_object (&import);
  g_clear_object (&ledger);
  _exit (done ? EXIT_SUCCESS : EXIT_FAILURE);
}

static void
run_import (const Fixture *fixture, const char *path, guint first, guint last)
{
  pid_t child = begin_import (fixture, path, first, last);
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, EXIT_SUCCESS);
}

static void
copy_ledger (const char *from, const char *to)
{
  static const char *const endings[] = {"-wal", "-shm"};
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

/* The undisturbed import, with a copy of the ledger after each stage. */
static void
prepare_stages (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "stages.db", NULL);

  for (guint stage = 0; stage <= N_STAGES; stage++)
    {
      gint64 start = g_get_monotonic_time ();

      run_import (fixture, path, stage > 0 ? get_stage_start (fixture, stage - 1) : 0,
                  get_stage_start (fixture, stage));
      fixture->longest = MAX (fixture->longest, g_get_monotonic_time () - start);
      fixture->paths[stage] = g_strdup_printf ("%s.%u", path, stage);
      copy_ledger (path, fixture->paths[stage]);
      fixture->dumps[stage] = ledger_dump (path);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  fixture->folder = fixture_make_folder ();
  fixture->n_articles = read_number ("OUTLAY_KILL_ARTICLES", 200);
  fixture->n_kills = read_number ("OUTLAY_KILLS", 40);
  fixture->articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  for (guint i = 0; i < fixture->n_articles; i++)
    g_ptr_array_add (fixture->articles, make_article (random, i));
  outlay_extractor_get_default ();
  prepare_stages (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint stage = 0; stage <= N_STAGES; stage++)
    {
      g_free (fixture->paths[stage]);
      g_free (fixture->dumps[stage]);
    }
  g_ptr_array_unref (fixture->articles);
  fixture_remove_folder (fixture->folder);
}

/* Those that are in are the first ones, each with its claims, words and original as undisturbed. */
static guint
assert_whole_articles (const Fixture *fixture, const char *path)
{
  guint n_in = (guint)ledger_ask (path, "SELECT count(*) FROM article");
  g_autofree char *killed = ledger_dump_articles (path, n_in);
  g_autofree char *undisturbed = ledger_dump_articles (fixture->paths[N_STAGES], n_in);

  g_assert_cmpstr (killed, ==, undisturbed);
  return n_in;
}

static guint
kill_once (const Fixture *fixture, const char *path, GRand *random)
{
  guint stage = (guint)g_rand_int_range (random, 0, N_STAGES);
  guint first = get_stage_start (fixture, stage);
  int status;

  copy_ledger (fixture->paths[stage], path);
  pid_t child = begin_import (fixture, path, first, fixture->n_articles);
  g_usleep ((gulong)(g_rand_double (random) * (double)fixture->longest));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  sound_assert (path);
  guint n_in = assert_whole_articles (fixture, path);
  g_assert_cmpuint (n_in, >=, first);
  while (get_stage_start (fixture, stage) < n_in || get_stage_start (fixture, stage) == first)
    stage++;
  run_import (fixture, path, first, get_stage_start (fixture, stage));
  g_autofree char *dump = ledger_dump (path);
  g_assert_cmpstr (dump, ==, fixture->dumps[stage]);
  return n_in - first;
}

static void
kill_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "killed.db", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  guint n_amid = 0;

  for (guint i = 0; i < fixture->n_kills; i++)
    {
      n_amid += kill_once (fixture, path, random) > 0;
      if ((i + 1) % 100 == 0)
        g_test_message ("%u kills survived", i + 1);
    }
  g_test_message ("%u kills in an import of %u articles, %u of them after new ones were in",
                  fixture->n_kills, fixture->n_articles, n_amid);
  g_assert_cmpuint (n_amid, >, 0);
}

/* In one go it comes to the same as in stages. */
static void
run_at_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "whole.db", NULL);

  run_import (fixture, path, 0, fixture->n_articles);
  g_autofree char *dump = ledger_dump (path);
  g_assert_cmpstr (dump, ==, fixture->dumps[N_STAGES]);
  run_import (fixture, path, 0, fixture->n_articles);
  g_autofree char *again = ledger_dump (path);
  g_assert_cmpstr (again, ==, dump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/an import in stages, in one go and twice is the same", Fixture, NULL, set_up,
              run_at_once, tear_down);
  g_test_add ("/kill/a killed import leaves whole articles and is finished as if undisturbed",
              Fixture, NULL, set_up, kill_many, tear_down);
  return g_test_run ();
}
