/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>

#include "fixture/fixture.h"
#include "ingest/outlay-watch.h"

/* Far more than the second and a half in which a file settles. */
#define PATIENCE (30 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *watched;
  char *memory;
  OutlayWatch *watch;
  GString *found;
  guint n_failed;
} Fixture;

static void
found_cb (OutlayWatch *watch, GListModel *files, Fixture *fixture)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = g_file_get_basename (file);

      g_string_append_printf (fixture->found, "%s\n", name);
    }
}

static void
failed_cb (OutlayWatch *watch, const GError *error, Fixture *fixture)
{
  fixture->n_failed++;
}

static void
start (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->watched);

  fixture->watch = outlay_watch_new (file, fixture->memory);
  g_signal_connect (fixture->watch, "found", G_CALLBACK (found_cb), fixture);
  g_signal_connect (fixture->watch, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->watched = g_build_filename (fixture->folder, "watched", NULL);
  fixture->memory = g_build_filename (fixture->folder, "state", "memory", NULL);
  fixture->found = g_string_new (NULL);
  g_assert_cmpint (g_mkdir (fixture->watched, 0700), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->watch);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (fixture->found, TRUE);
  g_free (fixture->watched);
  g_free (fixture->memory);
  fixture_remove_folder (fixture->folder);
}

static void
save (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->watched, name, NULL);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
wait_until_found (Fixture *fixture, const char *names)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!g_str_equal (fixture->found->str, names) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_assert_cmpstr (fixture->found->str, ==, names);
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  save (fixture, "b there already.txt", "text");
  start (fixture);
  wait_until_found (fixture, "b there already.txt\n");
  save (fixture, "a saved later.txt", "text");
  wait_until_found (fixture, "b there already.txt\na saved later.txt\n");
  save (fixture, "b there already.txt", "another text");
  wait_until_found (fixture, "b there already.txt\na saved later.txt\nb there already.txt\n");
}

static void
test_unfinished (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->watched, "folder", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  save (fixture, ".hidden.txt", "text");
  save (fixture, "backup.txt~", "text");
  save (fixture, "being loaded.html.part", "text");
  save (fixture, "being loaded.pdf.crdownload", "text");
  save (fixture, "empty.txt", "");
  save (fixture, "whole.txt", "text");
  start (fixture);
  wait_until_found (fixture, "whole.txt\n");
}

/* What grows between two looks is not whole yet. */
static void
test_growing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->watched, "slow.txt", NULL);
  gint64 end;
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("half of ", file);
  fflush (file);
  start (fixture);
  end = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;
  while (g_get_monotonic_time () < end)
    {
      fputs ("more and ", file);
      fflush (file);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (50000);
    }
  g_assert_cmpstr (fixture->found->str, ==, "");
  fclose (file);
  wait_until_found (fixture, "slow.txt\n");
}

static gboolean
remembers (Fixture *fixture)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (fixture->memory, &text, NULL, NULL)
         && g_strstr_len (text, -1, "first") != NULL;
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  save (fixture, "first “one”\n.txt", "text");
  start (fixture);
  wait_until_found (fixture, "first “one”\n.txt\n");
  while (!remembers (fixture) && g_get_monotonic_time () < end)
    g_usleep (2000);
  g_clear_object (&fixture->watch);
  save (fixture, "second.txt", "text");
  start (fixture);
  wait_until_found (fixture, "first “one”\n.txt\nsecond.txt\n");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_assert_cmpint (g_rmdir (fixture->watched), ==, 0);
  start (fixture);
  while (fixture->n_failed == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpint (g_mkdir (fixture->watched, 0700), ==, 0);
  save (fixture, "back.txt", "text");
  outlay_watch_look (fixture->watch);
  wait_until_found (fixture, "back.txt\n");
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
  add ("/watch/what is there, what comes and what changes is found once each", test_found);
  add ("/watch/what is hidden, empty or not written to its end is left", test_unfinished);
  add ("/watch/a file that grows is found when it has stopped growing", test_growing);
  add ("/watch/what was found before is not found at the next start", test_memory);
  add ("/watch/a folder that is gone is told of once, and watched again when it is back",
       test_gone);
  return g_test_run ();
}
