/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed report, judged by the text of its pages, whatever fonts the machine has. */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include <glib/gstdio.h>

#include "base/format/outlay-format.h"
#include "fixture/fixture.h"
#include "report/outlay-quotes.h"
#include "report/outlay-report.h"

typedef struct
{
  const char *name;
  double width;
  double height;
} Paper;

static const Paper papers[] = {
  {"A4", 595.28, 841.89}, {"Letter", 612, 792},          {"A4 landscape", 841.89, 595.28},
  {"A5", 419.53, 595.28}, {"a slip of paper", 200, 260},
};

typedef struct
{
  char *folder;
  GPtrArray *deals;
  GHashTable *words;
} Ledger;

static void
open_ledger (Ledger *ledger)
{
  g_autofree char *hard = g_test_build_filename (G_TEST_DIST, "report", "hard.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (OutlayReportOptions) options;

  ledger->folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) file = fixture_open_filled_ledger (ledger->folder);
  fixture_fill (file, hard, &error);
  g_assert_no_error (error);
  ledger->deals = outlay_ledger_list_deals (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ledger->deals->len, >, 8);
  outlay_report_options_init (&options);
  options.layout = OUTLAY_REPORT_DOSSIER;
  ledger->words = outlay_report_load_words (file, ledger->deals, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
close_ledger (Ledger *ledger)
{
  g_ptr_array_unref (ledger->deals);
  g_hash_table_unref (ledger->words);
  fixture_remove_folder (ledger->folder);
}

static OutlayReport *
new_report (const Ledger *ledger, const Paper *paper)
{
  g_auto (OutlayReportOptions) options;

  outlay_report_options_init (&options);
  options.layout = OUTLAY_REPORT_DOSSIER;
  options.title = g_strdup ("Deals of the spring");
  options.filter = g_strdup ("12 of 90 deals · kind: build");
  options.date = g_strdup ("20 March 2026");
  options.width = paper->width;
  options.height = paper->height;
  return outlay_report_new (ledger->deals, ledger->words, &options);
}

static char *
write_report (const Ledger *ledger, OutlayReport *report, const char *name)
{
  char *path = g_build_filename (ledger->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_report_write_pdf (report, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return path;
}

static char *
run_tool (const char *variable, const char *option, const char *path, const char *output)
{
  const char *const arguments[] = {g_getenv (variable), option, path, output, NULL};
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **)(gpointer)arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

/* The text of each page. */
static GStrv
read_pages (const char *path)
{
  g_autofree char *text = run_tool ("PDFTOTEXT", "-raw", path, "-");
  GStrv pages = g_strsplit (text, "\f", -1);
  guint length = g_strv_length (pages);

  g_assert_cmpuint (length, >, 1);
  g_clear_pointer (&pages[length - 1], g_free);
  return pages;
}

static gboolean
lacks_tools (void)
{
  if (g_getenv ("PDFTOTEXT") != NULL && g_getenv ("PDFINFO") != NULL)
    return FALSE;
  g_test_skip ("pdftotext and pdfinfo are not here");
  return TRUE;
}

/* Without white space, for where lines break differs from machine to machine; and in compatibility
   form, for a PDF may have ligatures and presentation forms. */
static char *
squeeze (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *result = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && g_unichar_isprint (c))
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static void
assert_holds (const char *squeezed, const char *text)
{
  g_autofree char *wanted = squeeze (text);

  if (strstr (squeezed, wanted) == NULL)
    {
      g_test_message ("not in the PDF: %s", text);
      g_test_fail ();
    }
}

/* Lines of other texts, page borders among them, may stand between the words of a long quote. */
static void
assert_holds_words (const char *squeezed, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    assert_holds (squeezed, words[i]);
}

/* pdftotext turns words about that are written from right to left. */
static gboolean
is_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_ARABIC)
        return TRUE;
    }
  return FALSE;
}

static void
assert_nothing_cut (const Ledger *ledger, const char *squeezed)
{
  GHashTableIter iter;
  gpointer words;

  g_hash_table_iter_init (&iter, ledger->words);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    {
      const GPtrArray *quotes = ((const OutlayDealWords *)words)->quotes;

      for (guint i = 0; i < quotes->len; i++)
        {
          const OutlayQuote *quote = g_ptr_array_index (quotes, i);

          if (!is_right_to_left (quote->text))
            assert_holds_words (squeezed, quote->text);
        }
    }
  for (guint i = 0; i < ledger->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (ledger->deals, i);

      for (guint j = 0; j < deal->fields.parties->len; j++)
        assert_holds_words (squeezed, outlay_fields_get_party (&deal->fields, j)->name);
      for (guint j = 0; j < deal->claims->len; j++)
        {
          const OutlayArticle *article = outlay_deal_record_get_claim (deal, j)->article;

          if (article->title != NULL && !is_right_to_left (article->title))
            assert_holds_words (squeezed, article->title);
          if (article->url != NULL)
            assert_holds (squeezed, article->url);
        }
    }
}

/* What stands beside a text or about it, and so between the parts of a word that a page parts. */
static gboolean
is_marginal (const Ledger *ledger, const char *line)
{
  if (strstr (line, "Deals of the spring") != NULL || strstr (line, "Page ") != NULL
      || strcmp (line, "20 March 2026") == 0)
    return TRUE;
  for (guint i = 0; i < ledger->deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (ledger->deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          const OutlayArticle *article = outlay_deal_record_get_claim (deal, j)->article;
          g_autofree char *date = outlay_format_date (article->published);

          if (strcmp (line, outlay_format_language (article->lang)) == 0
              || strcmp (line, date) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static char *
dup_body (const Ledger *ledger, GStrv pages)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (pages[i], "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (!is_marginal (ledger, lines[j]))
            g_string_append (body, lines[j]);
        }
    }
  return g_string_free (body, FALSE);
}

static void
test_nothing_is_cut (gconstpointer data)
{
  const Paper *paper = data;
  Ledger ledger;

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autoptr (OutlayReport) report = new_report (&ledger, paper);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_auto (GStrv) pages = read_pages (path);
  g_autofree char *body = dup_body (&ledger, pages);
  g_autofree char *squeezed = squeeze (body);
  assert_nothing_cut (&ledger, squeezed);
  close_ledger (&ledger);
}

static void
test_every_page_tells_what_it_is (gconstpointer data)
{
  const Paper *paper = data;
  Ledger ledger;

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autoptr (OutlayReport) report = new_report (&ledger, paper);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_auto (GStrv) pages = read_pages (path);
  guint n_pages = g_strv_length (pages);

  g_assert_cmpuint (n_pages, ==, outlay_report_get_n_pages (report));
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *count = g_strdup_printf ("Page %u of %u", i + 1, n_pages);
      g_autofree char *squeezed = squeeze (pages[i]);

      assert_holds (squeezed, count);
      assert_holds (squeezed, "20 March 2026");
      assert_holds (squeezed, "Deals of the spring");
      assert_holds (squeezed, "12 of 90 deals");
    }
  close_ledger (&ledger);
}

static void
test_table_heads_return (void)
{
  Ledger ledger;
  const Paper paper = {"a low sheet", 595, 330};

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autoptr (OutlayReport) report = new_report (&ledger, &paper);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_auto (GStrv) pages = read_pages (path);
  guint n_heads = 0, n_rows = 0;

  for (guint i = 0; pages[i] != NULL && strstr (pages[i], "Rests on") == NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (pages[i], "Who → whom", -1);

      n_heads += g_strv_length (parts) - 1;
      n_rows++;
      g_assert_cmpuint (g_strv_length (parts), <=, 2);
      if (i > 0)
        g_assert_cmpuint (g_strv_length (parts), ==, 2);
    }
  g_assert_cmpuint (n_heads, >, 1);
  g_assert_cmpuint (n_heads, >=, n_rows - 1);
  close_ledger (&ledger);
}

static void
test_sums_stand_apart (void)
{
  Ledger ledger;

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_auto (GStrv) pages = read_pages (path);
  g_autofree char *first = squeeze (pages[0]);
  g_autofree char *deals = g_strdup_printf ("%u deals", ledger.deals->len);

  assert_holds (first, deals);
  assert_holds (first, "€2.5 billion");
  assert_holds (first, "¥320 billion");
  assert_holds (first, "called off, not in the sums");
  assert_holds (first, "MW");
  close_ledger (&ledger);
}

static void
test_sections_can_be_found (void)
{
  Ledger ledger;

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_autofree char *dests = run_tool ("PDFINFO", "-dests", path, NULL);

  for (guint i = 1; i <= ledger.deals->len; i++)
    {
      g_autofree char *dest = g_strdup_printf ("\"deal-%u\"", i);

      g_assert_nonnull (strstr (dests, dest));
    }
  close_ledger (&ledger);
}

/* Makes one article of the first deal that has two print the text of the other, and returns what a
   reader is told of that. */
static char *
make_copy (GPtrArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      char *words;

      if (deal->claims->len != 2)
        continue;
      outlay_deal_record_get_claim (deal, 1)->text_id
        = outlay_deal_record_get_claim (deal, 0)->text_id;
      words = outlay_format_copy_of (deal, 0);
      return words != NULL ? words : outlay_format_copy_of (deal, 1);
    }
  g_assert_not_reached ();
}

static void
test_copies_are_told (void)
{
  Ledger ledger;

  if (lacks_tools ())
    return;
  open_ledger (&ledger);
  g_autofree char *words = make_copy (ledger.deals);
  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_autofree char *path = write_report (&ledger, report, "report.pdf");
  g_autofree char *text = run_tool ("PDFTOTEXT", "-raw", path, "-");
  g_autofree char *squeezed = squeeze (text);

  g_assert_true (g_str_has_prefix (words, "copy of "));
  assert_holds (squeezed, words);
  close_ledger (&ledger);
}

static void
test_same_bytes (void)
{
  Ledger ledger;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;

  g_setenv ("SOURCE_DATE_EPOCH", "1774000000", TRUE);
  open_ledger (&ledger);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
      g_autofree char *path = write_report (&ledger, report, i == 0 ? "a.pdf" : "b.pdf");

      g_file_get_contents (path, i == 0 ? &first : &second, i == 0 ? &first_length : &second_length,
                           NULL);
      /* Without the variable the day is the deals' own, and not the clock's. */
      g_usleep (i == 0 ? 1100000 : 0);
    }
  g_assert_cmpmem (first, first_length, second, second_length);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  close_ledger (&ledger);
}

static void
test_no_deals (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Ledger ledger = {fixture_make_folder (), none, NULL};

  if (!lacks_tools ())
    {
      g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
      g_autofree char *path = write_report (&ledger, report, "none.pdf");
      g_auto (GStrv) pages = read_pages (path);

      g_assert_cmpuint (g_strv_length (pages), ==, 1);
      g_assert_nonnull (strstr (pages[0], "No deals"));
    }
  fixture_remove_folder (ledger.folder);
}

static void
test_unwritable (void)
{
  static const char *const paths[] = {"/proc/outlay/report.pdf", "/dev/full", "/"};
  Ledger ledger;

  open_ledger (&ledger);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (outlay_report_write_pdf (report, file, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
  close_ledger (&ledger);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
test_cancelled (void)
{
  Ledger ledger;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  open_ledger (&ledger);
  g_autofree char *path = g_build_filename (ledger.folder, "old.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_file_set_contents (path, "old", -1, NULL);
  guint before = count_files (ledger.folder);

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_report_write_pdf (report, file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (count_files (ledger.folder), ==, before);
  close_ledger (&ledger);
}

static void
note_progress_cb (goffset current, goffset total, gpointer data)
{
  g_assert_cmpint (current, >=, *(goffset *)data);
  g_assert_cmpint (current, <=, total);
  *(goffset *)data = current;
}

static void
test_progress (void)
{
  Ledger ledger;
  g_autoptr (GError) error = NULL;
  goffset done = 0;

  open_ledger (&ledger);
  g_autofree char *path = g_build_filename (ledger.folder, "told.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_assert_true (outlay_report_write_pdf (report, file, note_progress_cb, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (done, ==, 1000);
  close_ledger (&ledger);
}

static void
test_links_are_followed (void)
{
  Ledger ledger;

  open_ledger (&ledger);
  g_autofree char *target = g_build_filename (ledger.folder, "target.pdf", NULL);
  g_autofree char *link = g_build_filename (ledger.folder, "link.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autofree char *content = NULL;
  g_file_set_contents (target, "old", -1, NULL);
  g_assert_true (g_file_make_symbolic_link (file, "target.pdf", NULL, NULL));

  g_autoptr (OutlayReport) report = new_report (&ledger, &papers[0]);
  g_autofree char *written = write_report (&ledger, report, "link.pdf");
  g_assert_true (g_file_test (written, G_FILE_TEST_IS_SYMLINK));
  g_file_get_contents (target, &content, NULL, NULL);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  close_ledger (&ledger);
}

static void
add_for_papers (const char *sentence, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf/%s on %s", sentence, papers[i].name);

      /* A slip has no room for a whole header line. */
      if (test == test_every_page_tells_what_it_is && papers[i].width < 400)
        continue;
      g_test_add_data_func (path, &papers[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_for_papers ("no word of quotes, names, titles and addresses is lost", test_nothing_is_cut);
  add_for_papers ("every page tells title, date, filter and its number",
                  test_every_page_tells_what_it_is);
  g_test_add_func ("/pdf/the head of the table begins each page of rows", test_table_heads_return);
  g_test_add_func ("/pdf/the first page adds up currencies apart", test_sums_stand_apart);
  g_test_add_func ("/pdf/a link leads to the section of every deal", test_sections_can_be_found);
  g_test_add_func ("/pdf/the margin of a quote tells whose text it copies", test_copies_are_told);
  g_test_add_func ("/pdf/the same deals give the same bytes", test_same_bytes);
  g_test_add_func ("/pdf/no deals are one page that says so", test_no_deals);
  g_test_add_func ("/pdf/an error names the path that can't be written", test_unwritable);
  g_test_add_func ("/pdf/a cancelled PDF leaves the old file and nothing else", test_cancelled);
  g_test_add_func ("/pdf/it is told how far the writing is", test_progress);
  g_test_add_func ("/pdf/a link keeps leading to the file", test_links_are_followed);

  return g_test_run ();
}
