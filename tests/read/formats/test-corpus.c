/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds each file of the corpus against its line in the table: tests/read/corpus/README.md. */
#include <locale.h>
#include <string.h>

#include "outlay-config.h"
#include "read/outlay-read.h"

typedef struct
{
  char *option;
  char *file;
  char **cells;
} Expected;

static const struct
{
  const char *name;
  OutlayReadError code;
} errors[] = {
  {"empty", OUTLAY_READ_ERROR_EMPTY},     {"too large", OUTLAY_READ_ERROR_TOO_LARGE},
  {"format", OUTLAY_READ_ERROR_FORMAT},   {"damaged", OUTLAY_READ_ERROR_DAMAGED},
  {"no text", OUTLAY_READ_ERROR_NO_TEXT},
};

static const char *const missing_options[] = {
#ifndef OUTLAY_HAVE_GMIME
  "mail",
#endif
#ifndef OUTLAY_HAVE_ARCHIVE
  "archive",
#endif
#ifndef OUTLAY_HAVE_POPPLER
  "pdf",
#endif
  NULL,
};

static gboolean
is_missing (const char *option)
{
  return option != NULL && g_strv_contains (missing_options, option);
}

static void
expected_free (gpointer data)
{
  Expected *expected = data;

  g_free (expected->option);
  g_free (expected->file);
  g_strfreev (expected->cells);
  g_free (expected);
}

static Expected *
read_line (const char *line)
{
  Expected *expected = g_new0 (Expected, 1);
  const char *file;

  expected->cells = g_strsplit (line, " | ", -1);
  for (char **cell = expected->cells; *cell != NULL; cell++)
    g_strstrip (*cell);
  g_assert_cmpuint (g_strv_length (expected->cells), >=, 2);
  file = expected->cells[0];
  if (*file == '[')
    {
      expected->option = g_strndup (file + 1, strcspn (file + 1, "]"));
      file = strchr (file, ']') + 2;
    }
  expected->file = g_strdup (file);
  return expected;
}

static GPtrArray *
read_table (void)
{
  GPtrArray *table = g_ptr_array_new_with_free_func (expected_free);
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "read", "corpus", "expected.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (**line != '#' && **line != '\0')
        g_ptr_array_add (table, read_line (*line));
    }
  return table;
}

static GPtrArray *
read_file (const char *name, GError **error)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "read", "corpus", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = outlay_read_load (file, NULL, error);

  return bytes != NULL ? outlay_read_bytes (bytes, path, NULL, error) : NULL;
}

/* Whether the article's file is @member of the archive. */
static gboolean
has_member (const OutlayArticle *article, const char *member)
{
  const char *mark
    = article->file != NULL ? strstr (article->file, OUTLAY_ARTICLE_MEMBER_MARK) : NULL;

  return mark != NULL && strcmp (mark + strlen (OUTLAY_ARTICLE_MEMBER_MARK), member) == 0;
}

static gboolean
has_value (const OutlayArticle *article, const char *member, const char *value)
{
  g_autofree char *day = outlay_date_is_set (article->published)
                           ? outlay_date_to_string (article->published)
                           : g_strdup ("");
  const struct
  {
    const char *member;
    const char *value;
  } values[] = {
    {"title", article->title}, {"source", article->source}, {"author", article->author},
    {"url", article->url},     {"lang", article->lang},     {"day", day},
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (strcmp (values[i].member, member) == 0)
        return g_strcmp0 (values[i].value != NULL ? values[i].value : "", value) == 0;
    }
  if (strcmp (member, "has") == 0 || strcmp (member, "not") == 0)
    return strstr (article->text, value) != NULL;
  if (strcmp (member, "file") == 0)
    return has_member (article, value);
  g_assert_cmpstr (member, ==, "note");
  return article->note != NULL && strstr (article->note, value) != NULL;
}

static gboolean
some_has_value (GPtrArray *articles, const char *member, const char *value)
{
  for (guint i = 0; i < articles->len; i++)
    {
      if (has_value (g_ptr_array_index (articles, i), member, value))
        return TRUE;
    }
  return FALSE;
}

static void
print_articles (GPtrArray *articles)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const OutlayArticle *article = g_ptr_array_index (articles, i);
      g_autofree char *day = outlay_date_is_set (article->published)
                               ? outlay_date_to_string (article->published)
                               : g_strdup ("");

      g_test_message ("title: %s | source: %s | author: %s | url: %s | day: %s | lang: %s | "
                      "note: %s | %s",
                      article->title, article->source, article->author, article->url, day,
                      article->lang, article->note, article->text);
    }
}

static void
check_articles (GPtrArray *articles, char **checks)
{
  for (char **check = checks; *check != NULL; check++)
    {
      g_auto (GStrv) pair = g_strsplit (*check, ": ", 2);
      gboolean wanted = strcmp (pair[0], "not") != 0 && strcmp (pair[0], "no note") != 0;
      gboolean found = strcmp (pair[0], "no note") == 0
                         ? some_has_value (articles, "note", "")
                         : some_has_value (articles, pair[0], pair[1]);

      if (found == wanted)
        continue;
      print_articles (articles);
      g_test_message ("this does not hold: %s", *check);
      g_test_fail ();
    }
}

static void
check_error (const GError *error, const char *outcome, char **checks)
{
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      if (strcmp (errors[i].name, outcome) == 0)
        g_assert_error (error, OUTLAY_READ_ERROR, (int)errors[i].code);
    }
  for (char **check = checks; *check != NULL; check++)
    {
      g_assert_true (g_str_has_prefix (*check, "says: "));
      g_assert_nonnull (strstr (error->message, *check + strlen ("says: ")));
    }
}

static void
test_file (gconstpointer data)
{
  const Expected *expected = data;
  const char *outcome = expected->cells[1];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_file (expected->file, &error);

  if (error != NULL)
    g_test_message ("%s", error->message);
  if (is_missing (expected->option))
    {
      g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "built without"));
    }
  else if (g_ascii_isdigit (*outcome))
    {
      g_assert_no_error (error);
      g_assert_cmpuint (articles->len, ==, (guint)g_ascii_strtoull (outcome, NULL, 10));
      check_articles (articles, expected->cells + 2);
    }
  else
    {
      g_assert_null (articles);
      check_error (error, outcome, expected->cells + 2);
    }
}

static void
find_files (const char *folder, const char *below, GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *inner = below != NULL ? g_build_filename (below, name, NULL) : NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        find_files (path, inner != NULL ? inner : name, found);
      else if (inner != NULL)
        g_ptr_array_add (found, g_steal_pointer (&inner));
    }
}

static void
test_all_listed (gconstpointer data)
{
  GPtrArray *table = (GPtrArray *)data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "read", "corpus", NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  find_files (folder, NULL, found);
  for (guint i = 0; i < found->len; i++)
    {
      gboolean listed = FALSE;

      for (guint k = 0; k < table->len && !listed; k++)
        listed
          = strcmp (((Expected *)g_ptr_array_index (table, k))->file, g_ptr_array_index (found, i))
            == 0;
      if (!listed)
        {
          g_test_message ("%s stands in no line of the table",
                          (char *)g_ptr_array_index (found, i));
          g_test_fail ();
        }
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) table = NULL;

  setlocale (LC_CTYPE, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  table = read_table ();
  g_test_add_data_func ("/corpus/every file has its line in the table", table, test_all_listed);
  for (guint i = 0; i < table->len; i++)
    {
      const Expected *expected = g_ptr_array_index (table, i);
      g_autofree char *name
        = g_strdup_printf ("/corpus/%s gives %s", expected->file, expected->cells[1]);

      g_test_add_data_func (name, expected, test_file);
    }
  return g_test_run ();
}
