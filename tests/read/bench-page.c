/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>
#include <string.h>
#include <time.h>

#include "read/outlay-read.h"

#define MAX_RATIO 4.0
#define N_ROUNDS  3

/* How many times as long Readability takes in jsdom, at least, and on how many pages it is tried.
 */
#define MIN_PEER_RATIO 20.0
#define N_PEER_PAGES   30

/* Where Debian's liferea-data has it; another place is named by the variable. */
#define READABILITY          "/usr/share/liferea/js/Readability.js"
#define READABILITY_VARIABLE "OUTLAY_READABILITY"

/* Where Debian has jsdom, for a node that looks for it elsewhere. */
#define NODE_MODULES "/usr/share/nodejs"

#define EXIT_SKIPPED 77

static double
get_seconds (clock_t start)
{
  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

static void
parse (const char *data, gsize length)
{
  xmlDoc *doc = htmlReadMemory (data, (int)length, NULL, NULL,
                                HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR
                                  | HTML_PARSE_NOWARNING);

  if (doc != NULL)
    xmlFreeDoc (doc);
}

static double
time_parsing (GPtrArray *pages)
{
  clock_t start = clock ();

  for (guint i = 0; i < pages->len; i++)
    {
      gsize length;
      const char *data = g_bytes_get_data (g_ptr_array_index (pages, i), &length);

      parse (data, length);
    }
  return get_seconds (start);
}

static double
time_reading (GPtrArray *pages)
{
  clock_t start = clock ();

  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (GPtrArray) articles
        = outlay_read_bytes (g_ptr_array_index (pages, i), "page.html", NULL, NULL);
    }
  return get_seconds (start);
}

static void
compare (GPtrArray *pages)
{
  double parsing = G_MAXDOUBLE, reading = G_MAXDOUBLE;
  gsize bytes = 0;

  for (guint i = 0; i < pages->len; i++)
    bytes += g_bytes_get_size (g_ptr_array_index (pages, i));
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      parsing = MIN (parsing, time_parsing (pages));
      reading = MIN (reading, time_reading (pages));
    }
  g_test_message ("%u pages, %.1f MB: parsed in %.2f s, read in %.2f s: %.2f times as long, "
                  "%.1f MB/s",
                  pages->len, (double)bytes / 1e6, parsing, reading, reading / parsing,
                  (double)bytes / 1e6 / reading);
  g_assert_cmpfloat (reading, <=, parsing * MAX_RATIO);
}

/* A page as large as many of the web are, most of it menus and links. */
static GBytes *
make_page (guint n_paragraphs)
{
  GString *page = g_string_new ("<!DOCTYPE html><html><head><title>Port leases silos</title>"
                                "</head><body><nav><ul>");

  for (guint i = 0; i < 20 * n_paragraphs; i++)
    g_string_append_printf (page,
                            "<li class='nav-item item-%u'><a href='/section/%u' class='nav-link'>"
                            "Section %u</a></li>\n",
                            i, i, i);
  g_string_append (page, "</ul></nav><article><h1>Port leases silos</h1>");
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (page,
                            "<p class=text>The port council will lease silo %u to a computing "
                            "firm, which pays nine million dollars over ten years.</p>\n",
                            i);
  g_string_append (page, "</article></body></html>");
  return g_string_free_to_bytes (page);
}

static void
bench_own_pages (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (pages, make_page (10 + i));
  compare (pages);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Paths of saved pages, evenly spread over those beside the source tree; none where there are none.
 */
static GPtrArray *
list_saved_pages (guint most)
{
  g_autofree char *folder
    = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "html", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *some = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (all, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (all, compare_paths);
  for (guint i = 0; i < MIN (most, all->len); i++)
    g_ptr_array_add (some, g_strdup (g_ptr_array_index (all, i * all->len / MIN (most, all->len))));
  return some;
}

static void
write_own_pages (const char *folder, GPtrArray *paths)
{
  for (guint i = 0; i < N_PEER_PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.html", i);
      g_autoptr (GBytes) page = make_page (10 + i);
      gsize length;
      const char *data = g_bytes_get_data (page, &length);

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      g_file_set_contents (g_ptr_array_index (paths, i), data, (gssize)length, NULL);
    }
}

/* Processor seconds of the peer over the pages; 0 where it is not here. */
static double
time_peer (GPtrArray *paths)
{
  g_autofree char *node = g_find_program_in_path ("node");
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "read", "readability.js", NULL);
  const char *named = g_getenv (READABILITY_VARIABLE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment
    = g_environ_setenv (g_get_environ (), "NODE_PATH", NODE_MODULES, FALSE);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (node == NULL || !g_file_test (named != NULL ? named : READABILITY, G_FILE_TEST_EXISTS))
    return 0;
  g_ptr_array_add (argv, node);
  g_ptr_array_add (argv, (gpointer) "--single-threaded");
  g_ptr_array_add (argv, script);
  g_ptr_array_add (argv, (gpointer)(named != NULL ? named : READABILITY));
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (argv, g_ptr_array_index (paths, i));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **)argv->pdata, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return g_ascii_strtod (output, NULL);
  g_assert_true (g_error_matches (error, G_SPAWN_EXIT_ERROR, EXIT_SKIPPED));
  return 0;
}

static GPtrArray *
load_pages (GPtrArray *paths)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (guint i = 0; i < paths->len; i++)
    {
      char *data;
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (paths, i), &data, &length, NULL))
        g_ptr_array_add (pages, g_bytes_new_take (data, length));
    }
  return pages;
}

static void
remove_pages (const char *folder, GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (paths, i), folder))
        g_remove (g_ptr_array_index (paths, i));
    }
  g_rmdir (folder);
}

/* The same pages one after the other, in processor time, so that threads count. */
static void
bench_peer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-bench-XXXXXX", NULL);
  g_autoptr (GPtrArray) paths = list_saved_pages (N_PEER_PAGES);
  double reading = G_MAXDOUBLE, peer;

  if (paths->len == 0)
    write_own_pages (folder, paths);
  peer = time_peer (paths);
  if (peer > 0)
    {
      g_autoptr (GPtrArray) pages = load_pages (paths);

      for (guint i = 0; i < N_ROUNDS; i++)
        reading = MIN (reading, time_reading (pages));
      g_test_message ("%u pages: read in %.2f s, by Readability in jsdom in %.2f s: %.1f times as "
                      "fast",
                      pages->len, reading, peer, peer / reading);
    }
  remove_pages (folder, paths);
  if (peer > 0)
    g_assert_cmpfloat (peer, >=, reading * MIN_PEER_RATIO);
  else
    g_test_skip ("node, its jsdom or Readability.js is not here");
}

static void
bench_saved_pages (void)
{
  g_autoptr (GPtrArray) paths = list_saved_pages (G_MAXUINT);
  g_autoptr (GPtrArray) pages = load_pages (paths);

  if (pages->len == 0)
    g_test_skip ("no saved pages beside the source");
  else
    compare (pages);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page/reading takes at most four times what parsing takes", bench_own_pages);
  g_test_add_func ("/page/reading saved pages takes at most four times what parsing takes",
                   bench_saved_pages);
  g_test_add_func ("/page/reading takes at most a twentieth of what Readability takes in jsdom",
                   bench_peer);
  return g_test_run ();
}
