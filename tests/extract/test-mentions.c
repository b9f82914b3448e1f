/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the tables of cases in tests/extract/mentions: a sentence, its mention, what it reads. */
#include <math.h>
#include <string.h>

#include "base/outlay-base.h"
#include "extract/outlay-extract.h"

#define ARROW " => "

/* Ends a line of a text in the table. */
#define LINE_END "¶"

/* Whether unknown words are a name is weighed, so a few names of a table may be missed. */
#define MOST_NAMES_MISSED 2

static OutlayArticle *
make_article (const char *text, const char *lang)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup (text);
  g_free (article->lang);
  article->lang = g_strdup (lang);
  article->published = outlay_date_day (2025, 11, 24);
  return article;
}

/* The lines of a case, which stand in one line of the table. */
static char *
part_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, LINE_END, -1);

  return g_strjoinv ("\n", lines);
}

/* The text without the brackets about the mention. */
static char *
split_case (const char *line, OutlaySpan *span)
{
  const char *open = strchr (line, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;

  *span = (OutlaySpan){0, 0};
  if (close == NULL)
    return g_strdup (line);
  *span = (OutlaySpan){(gsize)(open - line), (gsize)(close - line - 1)};
  return g_strdup_printf ("%.*s%.*s%s", (int)(open - line), line, (int)(close - open - 1), open + 1,
                          close + 1);
}

static gint64
to_units (double value, double unit)
{
  return (gint64)llround (value * unit);
}

/* "10e9..15e9", "5e9..", "5e9". */
static void
read_bounds (const char *text, OutlayMoney *money)
{
  const char *dots = strstr (text, "..");
  double first = g_ascii_strtod (text, NULL);

  if (dots == NULL)
    money->high = to_units (first, OUTLAY_MONEY_UNIT);
  else
    {
      money->low = to_units (first, OUTLAY_MONEY_UNIT);
      if (dots[2] != '\0')
        money->high = to_units (g_ascii_strtod (dots + 2, NULL), OUTLAY_MONEY_UNIT);
    }
}

static OutlayMoney
read_money (GStrv words)
{
  OutlayMoney money = OUTLAY_MONEY_INIT;

  g_strlcpy (money.currency, words[1], sizeof money.currency);
  read_bounds (words[2], &money);
  g_assert_true (outlay_qualifier_from_string (words[3], &money.qualifier));
  if (words[4] != NULL)
    g_assert_true (outlay_per_from_string (words[4], &money.per));
  return money;
}

static gboolean
dates_fit (const OutlayMention *mention, const char *wanted)
{
  g_autofree char *start = outlay_date_to_string (mention->date);
  g_autofree char *end = outlay_date_to_string (mention->date_end);
  g_autofree char *both = end != NULL ? g_strdup_printf ("%s..%s", start, end) : g_strdup (start);

  return g_strcmp0 (both, wanted) == 0;
}

static gboolean
fits (const OutlayMention *mention, GStrv words, const char *reading)
{
  if (strcmp (words[0], outlay_mention_type_to_string (mention->type)) != 0)
    return FALSE;
  switch (mention->type)
    {
    case OUTLAY_MENTION_MONEY:
      {
        OutlayMoney money = read_money (words);

        return outlay_money_equal (&mention->money, &money);
      }
    case OUTLAY_MENTION_CAPACITY:
      return mention->capacity.kilowatts == to_units (g_ascii_strtod (words[1], NULL), 1000)
             && strcmp (outlay_qualifier_to_string (mention->capacity.qualifier), words[2]) == 0;
    case OUTLAY_MENTION_DATE:
      return dates_fit (mention, words[1]);
    default:
      return g_strcmp0 (mention->name, reading + strlen (words[0]) + 1) == 0;
    }
}

static gboolean
has_mention (const GArray *mentions, OutlaySpan span, GStrv words, const char *reading)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const OutlayMention *mention = &g_array_index (mentions, OutlayMention, i);

      if (mention->span.start == span.start && mention->span.end == span.end
          && fits (mention, words, reading))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_type (const GArray *mentions, const char *type)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      if (strcmp (outlay_mention_type_to_string (g_array_index (mentions, OutlayMention, i).type),
                  type)
          == 0)
        return TRUE;
    }
  return FALSE;
}

static void
describe (const GArray *mentions, const OutlayArticle *article)
{
  g_autoptr (JsonArray) list = outlay_json_list_mentions (mentions, article);

  for (guint i = 0; i < mentions->len; i++)
    {
      g_autofree char *text = outlay_json_print (json_array_get_object_element (list, i));

      if (g_array_index (mentions, OutlayMention, i).type != OUTLAY_MENTION_CUE)
        g_test_message ("  found %s", text);
    }
}

/* Returns whether the case on @line holds. */
static gboolean
check_case (const char *line, const char *lang)
{
  const char *arrow = strstr (line, ARROW);
  OutlaySpan span;

  g_assert_nonnull (arrow);
  g_autofree char *in_one_line = g_strndup (line, (gsize)(arrow - line));
  g_autofree char *marked = part_lines (in_one_line);
  g_autofree char *text = split_case (marked, &span);
  const char *reading = arrow + strlen (ARROW);
  g_auto (GStrv) words = g_strsplit (reading, " ", -1);
  g_autoptr (OutlayArticle) article = make_article (text, lang);
  g_autoptr (GArray) mentions
    = outlay_extractor_find_mentions (outlay_extractor_get_default (), article);

  gboolean right = strcmp (words[0], "none") == 0 ? !has_type (mentions, words[1])
                                                  : has_mention (mentions, span, words, reading);
  if (!right)
    {
      g_test_message ("%s", line);
      describe (mentions, article);
    }
  return right;
}

static void
check_table (gconstpointer data)
{
  const char *lang = data;
  g_autofree char *name = g_strdup_printf ("%s.txt", lang);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "extract", "mentions", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cases = 0, n_wrong = 0, n_missed = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      n_cases++;
      if (check_case (lines[i], lang))
        continue;
      if (strstr (lines[i], ARROW "organisation ") != NULL)
        n_missed++;
      else
        n_wrong++;
    }
  g_test_message ("%u of %u right", n_cases - n_wrong - n_missed, n_cases);
  g_assert_cmpuint (n_cases, >=, 30);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_missed, <=, MOST_NAMES_MISSED);
}

int
main (int argc, char **argv)
{
  static const char *const languages[]
    = {"de", "en", "es", "fr", "it", "ja", "ko", "pt", "vi", "zh"};

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name
        = g_strdup_printf ("/mentions/every case of the table of %s is read", languages[i]);

      g_test_add_data_func (name, languages[i], check_table);
    }
  return g_test_run ();
}
