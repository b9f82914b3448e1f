/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader must know of an article reaches the article, its cards, JSON and paper. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/json/outlay-json.h"
#include "ctl.h"
#include "fixture/fixture.h"

/* More elements than are read of a page. */
#define MANY_ELEMENTS 3200000

#define STORY                                                                                      \
  "<p>Acme AI said on Thursday that it would spend two billion dollars on a data center in Ohio, " \
  "with work to start next spring and a first hall to open in the year after.</p><p>The company "  \
  "has not said who will lend it the money, and its bankers would not comment on the plan.</p>"

typedef struct
{
  char *folder;
  char *ledger;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = fixture_make_folder ();
  place->ledger = g_build_filename (place->folder, "notes.ledger", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_free (place->ledger);
  fixture_remove_folder (place->folder);
}

static char *
write_page (const Place *place, const char *name, const char *site, const char *rest)
{
  char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *page = g_strdup_printf (
    "<html><head><title>Acme builds a data center</title><meta property=\"og:site_name\" "
    "content=\"%s\"></head><body><article><h1>Acme builds a data center</h1>" STORY "</article>%s",
    site, rest);

  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  return path;
}

static void
import (const Place *place, const char *path)
{
  g_auto (CtlRun) run = ctl_run (NULL, "import", "--ledger", place->ledger, path, NULL);

  g_assert_cmpint (run.status, ==, 0);
}

static void
assert_says (const char *output, const char *words)
{
  if (strstr (output, words) == NULL)
    g_error ("“%s” is missing in: %s", words, output);
}

/* The text of the dossier; NULL where nothing reads PDFs. */
static char *
print_dossier (const Place *place)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *pdf = g_build_filename (place->folder, "dossier.pdf", NULL);
  const char *const argv[] = {"pdftotext", pdf, "-", NULL};
  g_auto (CtlRun) run
    = ctl_run (NULL, "print", "--ledger", place->ledger, "--layout", "dossier", "-o", pdf, NULL);
  char *text = NULL;

  g_assert_cmpint (run.status, ==, 0);
  if (program == NULL)
    return NULL;
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, NULL));
  g_strdelimit (text, "\n", ' ');
  return text;
}

static void
assert_note_everywhere (const Place *place, const char *path, const char *note)
{
  g_auto (CtlRun) read = ctl_run (NULL, "read", path, NULL);

  import (place, path);
  g_auto (CtlRun) cards = ctl_run (NULL, "list", "--cards", "--ledger", place->ledger, NULL);
  g_auto (CtlRun) json = ctl_run (NULL, "list", "--json", "--ledger", place->ledger, NULL);
  g_auto (CtlRun) details = ctl_run (NULL, "show", "--ledger", place->ledger, "1", NULL);
  g_autofree char *paper = print_dossier (place);

  assert_says (read.output, note);
  assert_says (cards.output, "1 caveat · The Daily");
  assert_says (json.output, note);
  assert_says (details.output, note);
  if (paper != NULL)
    {
      assert_says (paper, "1 caveat");
      assert_says (paper, note);
    }
}

static void
test_limit (Place *place, gconstpointer data)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < MANY_ELEMENTS; i++)
    g_string_append (rest, "<b></b>");
  g_string_append (rest, "</body></html>");
  g_autofree char *path = write_page (place, "long.html", "The Daily", rest->str);
  assert_note_everywhere (place, path, "is longer than can be read");
}

static void
test_cut (Place *place, gconstpointer data)
{
  g_autofree char *path = write_page (place, "cut.html", "The Daily", "<p>And the");

  assert_note_everywhere (place, path, "ends in the middle");
}

static void
test_whole (Place *place, gconstpointer data)
{
  g_autofree char *path = write_page (place, "whole.html", "The Daily", "</body></html>");

  import (place, path);
  g_auto (CtlRun) cards = ctl_run (NULL, "list", "--cards", "--ledger", place->ledger, NULL);
  assert_says (cards.output, "The Daily\n");
  g_assert_null (strstr (cards.output, "caveat"));
}

static void
test_copy (Place *place, gconstpointer data)
{
  g_autofree char *first = write_page (place, "1.html", "The Daily", "</body></html>");
  g_autofree char *second = write_page (place, "2.html", "The Herald", "</body> </html>");

  import (place, first);
  import (place, second);
  g_auto (CtlRun) cards = ctl_run (NULL, "list", "--cards", "--ledger", place->ledger, NULL);
  g_auto (CtlRun) details = ctl_run (NULL, "show", "--ledger", place->ledger, "1", NULL);
  g_autofree char *paper = print_dossier (place);

  assert_says (cards.output, "1 copy · The Daily");
  assert_says (details.output, "copy of The Daily");
  if (paper != NULL)
    assert_says (paper, "copy of The Daily");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Place, NULL, set_up, function, tear_down)
  ADD ("/notes/an article that a limit shortened says so, and so do its cards", test_limit);
  ADD ("/notes/so does one whose file is cut", test_cut);
  ADD ("/notes/a whole article has no caveat", test_whole);
  ADD ("/notes/a quote says whose text its article prints, on paper too", test_copy);
#undef ADD
  return g_test_run ();
}
