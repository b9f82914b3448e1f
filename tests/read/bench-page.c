/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/HTMLparser.h>
#include <string.h>
#include <time.h>

#include "read/outlay-read.h"

#define MAX_RATIO 4.0
#define N_ROUNDS  3

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

static void
bench_saved_pages (void)
{
  g_autofree char *folder
    = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "html", "pages", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize length;

      if (g_file_get_contents (path, &data, &length, NULL))
        g_ptr_array_add (pages, g_bytes_new_take (data, length));
    }
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
  return g_test_run ();
}
