/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles that were copied with the page around them: copied/README.md says how they are written.
 */
#include <string.h>

#include "base/outlay-text.h"
#include "read/outlay-read.h"

/* What is right today, less what a changed word may cost. */
#define LOWEST_OF_ONE 0.94
#define LOWEST_OF_ALL 0.97

static const char *const languages[] = {"de", "en", "es", "fr", "it", "ja", "ko", "pt", "vi", "zh"};

typedef struct
{
  guint n_found;
  guint n_lost;
  guint n_let_in;
  guint n_kept_out;
  guint n_articles;
  guint n_titles;
  guint n_days;
} Tally;

/* The marked lines of a case. */
static gboolean
is_line (const char *line)
{
  return *line != '\0' && strchr ("=+-@", *line) != NULL && line[1] == ' ';
}

/* The words of a marked line, behind its mark and the day that a line may tell. */
static const char *
get_words (const char *line)
{
  return line[0] == '@' ? line + strlen ("@ 2026-01-01 ") : line + 2;
}

static OutlayArticle *
read_case (GStrv lines)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (is_line (lines[i]))
        g_string_append_printf (text, "%s\n\n", get_words (lines[i]));
    }
  g_free (raw->text);
  raw->text = g_strdup (text->str);
  return outlay_read_clean (raw);
}

static void
count_line (Tally *tally, const OutlayArticle *article, const char *line)
{
  g_autofree char *paragraphs = g_strconcat ("\n", article->text, "\n", NULL);
  g_autofree char *paragraph = g_strconcat ("\n", get_words (line), "\n", NULL);
  gboolean in = strstr (paragraphs, paragraph) != NULL;

  if (line[0] == '+')
    {
      tally->n_found += in;
      tally->n_lost += !in;
    }
  else
    {
      tally->n_let_in += in;
      tally->n_kept_out += !in;
    }
  if (in != (line[0] == '+'))
    g_test_message ("%s: %s", in ? "let in" : "lost", get_words (line));
}

static void
count_facts (Tally *tally, const OutlayArticle *article, const char *line)
{
  g_autofree char *title
    = line[0] == '=' ? outlay_text_collapse_space (get_words (line)) : g_strdup ("");
  g_autofree char *day = outlay_date_is_set (article->published)
                           ? outlay_date_to_string (article->published)
                           : g_strdup ("");

  if (line[0] == '=')
    tally->n_titles += g_strcmp0 (article->title, title) == 0;
  else if (line[0] == '@')
    tally->n_days += g_str_has_prefix (line + 2, day) && *day != '\0';
}

static void
count_case (Tally *tally, const char *name, GStrv lines)
{
  g_autoptr (OutlayArticle) article = read_case (lines);
  guint n_titles = tally->n_titles, n_days = tally->n_days;

  tally->n_articles++;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (is_line (lines[i]) && lines[i][0] != '=')
        count_line (tally, article, lines[i]);
      count_facts (tally, article, lines[i]);
    }
  if (tally->n_titles == n_titles || tally->n_days == n_days)
    g_test_message ("%s: the title is “%s”", name, article->title);
}

static double
get_f1 (const Tally *tally, const char *name)
{
  double precision = (double)tally->n_found / MAX (1, tally->n_found + tally->n_let_in);
  double recall = (double)tally->n_found / MAX (1, tally->n_found + tally->n_lost);
  double f1 = 2 * precision * recall / MAX (precision + recall, 0.01);

  g_test_message ("%s: articles %u  F1 %.3f  precision %.3f  recall %.3f  found %u  lost %u  "
                  "let in %u  kept out %u  titles %u  days %u",
                  name, tally->n_articles, f1, precision, recall, tally->n_found, tally->n_lost,
                  tally->n_let_in, tally->n_kept_out, tally->n_titles, tally->n_days);
  return f1;
}

static Tally
count_language (const char *lang)
{
  g_autofree char *name = g_strconcat (lang, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "read", "copied", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) cases = NULL;
  Tally tally = {0};

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  cases = g_strsplit (content, "== ", -1);
  for (guint i = 1; cases[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (cases[i], "\n", -1);

      count_case (&tally, lines[0], lines + 1);
    }
  return tally;
}

static void
test_language (gconstpointer data)
{
  Tally tally = count_language (data);

  g_assert_cmpuint (tally.n_articles, >=, 3);
  g_assert_cmpfloat (get_f1 (&tally, data), >=, LOWEST_OF_ONE);
}

static void
test_all (void)
{
  Tally all = {0};

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Tally one = count_language (languages[i]);

      all.n_found += one.n_found;
      all.n_lost += one.n_lost;
      all.n_let_in += one.n_let_in;
      all.n_kept_out += one.n_kept_out;
      all.n_articles += one.n_articles;
      all.n_titles += one.n_titles;
      all.n_days += one.n_days;
    }
  g_assert_cmpfloat (get_f1 (&all, "all"), >=, LOWEST_OF_ALL);
  g_assert_cmpuint (all.n_titles, ==, all.n_articles);
  g_assert_cmpuint (all.n_days, ==, all.n_articles);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf (
        "/copied/an article copied from a page is told from the page: %s", languages[i]);

      g_test_add_data_func (path, languages[i], test_language);
    }
  g_test_add_func ("/copied/so are all of them, with their titles and days", test_all);
  return g_test_run ();
}
