/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>
#include <string.h>

#include "read/isolate/outlay-isolate.h"
#include "read/isolate/outlay-pack.h"

#define N_THREADS 8

static const char page[]
  = "<html><head><title>Acme builds a data center</title>"
    "<meta property=\"article:published_time\" content=\"2025-11-20\"></head><body><article>"
    "<h1>Acme builds a data center</h1><p>Acme AI said on Thursday that it would spend two billion "
    "dollars on a data center in Ohio, with work to start next spring.</p><p>The company has not "
    "said who will lend it the money, and its bankers would not comment.</p></article></body>"
    "</html>";

static GBytes *
get_page (void)
{
  return g_bytes_new_static (page, sizeof page - 1);
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = outlay_read_probe_jail (&error);
  OutlayJailLayers missing = outlay_read_get_missing_layers ();

  g_assert_no_error (error);
  g_assert_nonnull (lines);
  if (missing & OUTLAY_JAIL_CALLS)
    {
      g_test_skip ("this system has no seccomp");
      return;
    }
  g_assert_cmpstr (lines, ==,
                   "open: refused\nwrite: refused\nremove: refused\nconnect: refused\n"
                   "fork: refused\nexecute: refused\n");
}

static void
test_same_articles (void)
{
  g_autoptr (GBytes) bytes = get_page ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inside = outlay_read_bytes (bytes, "/a/page.html", NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) apart = outlay_read_isolated (bytes, "/a/page.html", NULL, &error);
  const OutlayArticle *a, *b;

  g_assert_no_error (error);
  g_assert_cmpuint (apart->len, ==, inside->len);
  a = g_ptr_array_index (inside, 0);
  b = g_ptr_array_index (apart, 0);
  g_assert_cmpstr (b->title, ==, a->title);
  g_assert_cmpstr (b->text, ==, a->text);
  g_assert_cmpstr (b->lang, ==, a->lang);
  g_assert_cmpstr (b->file, ==, "/a/page.html");
  g_assert_true (outlay_date_equal (b->published, a->published));
}

static void
test_pieces (void)
{
  static const char text[] = "Menu\n\nAcme builds\n\nAcme AI said on Thursday that it would spend "
                             "two billion dollars.\n\nShare\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) inside = outlay_read_bytes (bytes, NULL, NULL, NULL);
  g_autoptr (GPtrArray) apart = outlay_read_isolated (bytes, NULL, NULL, NULL);
  const OutlayArticle *a = g_ptr_array_index (inside, 0);
  const OutlayArticle *b = g_ptr_array_index (apart, 0);

  g_assert_nonnull (a->pieces);
  g_assert_cmpmem (b->pieces->data, b->pieces->len * sizeof (OutlayPiece), a->pieces->data,
                   a->pieces->len * sizeof (OutlayPiece));
  g_assert_cmpuint (b->title_piece.length, ==, a->title_piece.length);
}

static void
test_errors_come_through (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff", 14);
  g_autoptr (GError) inside = NULL;
  g_autoptr (GError) apart = NULL;

  g_assert_null (outlay_read_bytes (bytes, NULL, NULL, &inside));
  g_assert_null (outlay_read_isolated (bytes, NULL, NULL, &apart));
  g_assert_error (apart, OUTLAY_READ_ERROR, inside->code);
  g_assert_cmpstr (apart->message, ==, inside->message);
}

/* An encoding whose table the C library loads from a file. */
static void
test_old_encodings (void)
{
  static const char text[] = "Nh\xe0 m\xe1y \xf0i\xeb\xf2n";
  g_autofree char *html = g_strdup_printf (
    "<html><head><meta charset=\"windows-1252\"><title>Caf\xe9 society buys chips</title></head>"
    "<body><p>Le caf\xe9 %s a achet\xe9 des puces pour un milliard d'euros, a dit son patron "
    "\xe0 Paris.</p></body></html>",
    text);
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = outlay_read_isolated (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (((OutlayArticle *)g_ptr_array_index (articles, 0))->text, "café"));
}

static gpointer
read_page (gpointer data)
{
  g_autoptr (GBytes) bytes = get_page ();

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = outlay_read_isolated (bytes, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (articles->len, ==, 1);
    }
  return NULL;
}

static void
test_many_threads (void)
{
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_page, NULL);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

static void
test_nonsense (void)
{
  g_autofree guint8 *noise = g_malloc (4096);
  OutlayJailLayers layers;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int run = 0; run < 500; run++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      for (gsize i = 0; i < 4096; i++)
        noise[i] = (guint8)g_rand_int_range (random, 0, i % 7 == 0 ? 256 : 4);
      bytes = g_bytes_new_static (noise, (gsize)g_rand_int_range (random, 0, 4096));
      g_assert_null (outlay_unpack (bytes, &layers, &error));
      g_assert_nonnull (error);
    }
}

/* Runs the test again by itself, with another helper. */
static void
run_with (const char *helper, const char *test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "read", helper, NULL);
  g_autofree char *before = g_strdup (g_getenv ("OUTLAY_READER"));

  g_setenv ("OUTLAY_READER", path, TRUE);
  g_test_trap_subprocess (test, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_setenv ("OUTLAY_READER", before, TRUE);
  g_test_trap_assert_passed ();
}

static void
expect_failure (int code)
{
  g_autoptr (GBytes) bytes = get_page ();
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_read_isolated (bytes, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_READ_ERROR, code);
}

static void
test_damaged (void)
{
  expect_failure (OUTLAY_READ_ERROR_DAMAGED);
}

static void
test_no_helper (void)
{
  expect_failure (OUTLAY_READ_ERROR_HELPER);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = get_page ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (outlay_read_isolated (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_crash (void)
{
  run_with ("crash-reader", "/isolate/subprocess/damaged");
}

static void
test_lie (void)
{
  run_with ("lie-reader", "/isolate/subprocess/damaged");
}

static void
test_hang (void)
{
  run_with ("hang-reader", "/isolate/subprocess/cancelled");
}

static void
test_missing (void)
{
  run_with ("no-such-reader", "/isolate/subprocess/no-helper");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/isolate/what a reader needs not is refused", test_refusals);
  g_test_add_func ("/isolate/the articles are the same as without", test_same_articles);
  g_test_add_func ("/isolate/where the text came from comes along", test_pieces);
  g_test_add_func ("/isolate/errors come through in words", test_errors_come_through);
  g_test_add_func ("/isolate/old encodings can still be read", test_old_encodings);
  g_test_add_func ("/isolate/many threads may read at once", test_many_threads);
  g_test_add_func ("/isolate/an answer that is none is not believed", test_nonsense);
  g_test_add_func ("/isolate/a reader that crashes is an error of its file", test_crash);
  g_test_add_func ("/isolate/a reader that answers nonsense is one too", test_lie);
  g_test_add_func ("/isolate/a reader that hangs can be cancelled", test_hang);
  g_test_add_func ("/isolate/a helper that is missing is told", test_missing);
  g_test_add_func ("/isolate/subprocess/damaged", test_damaged);
  g_test_add_func ("/isolate/subprocess/cancelled", test_cancelled);
  g_test_add_func ("/isolate/subprocess/no-helper", test_no_helper);
  return g_test_run ();
}
