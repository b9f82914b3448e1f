/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over the articles that are kept beside the source tree; skipped where they are not. */
#include <string.h>

#include "base/json/outlay-json.h"
#include "base/outlay-text.h"
#include "read/outlay-read.h"
#include "read/words/outlay-language.h"

static char *
find_shared (const char *name)
{
  char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("no articles beside the source tree");
  g_free (path);
  return NULL;
}

static OutlayArticle *
read_seed (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL && !g_str_has_prefix (name, prefix))
    ;
  g_assert_nonnull (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = outlay_read_load (file, NULL, &error);
  g_autoptr (GPtrArray) articles = outlay_read_bytes (bytes, name, NULL, &error);
  g_assert_no_error (error);
  return outlay_article_ref (g_ptr_array_index (articles, 0));
}

static void
test_seeds (void)
{
  static const struct
  {
    const char *prefix;
    const char *lang;
    const char *title;
    const char *first;
    const char *last;
    const char *source;
    const char *published;
  } seeds[] = {
    {"000", "vi", "Amazon đầu tư 50 tỷ USD cho hạ tầng AI", "Amazon ngày 24/11 cho biết",
     "trước đó là 118 tỷ USD.", "bnews.vn", ""},
    {"001", "de", "Amazon investiert 50 Milliarden US-Dollar in KI für Trump-Regierung",
     "Jeff Bezos will der", "Mehr dazu lesen Sie hier.", NULL, ""},
    {"002", "vi", "NVIDIA dự kiến đầu tư 100 tỷ đô vào OpenAI", "NVIDIA và OpenAI vừa công bố",
     "trí tuệ nhân tạo toàn cầu.", NULL, ""},
    {"003", "vi", "Reflection AI được Nvidia hậu thuẫn đầu tư hàng tỷ USD vào AI tại Hàn Quốc",
     "Theo tờ The Wall Street", "phát triển khả năng tự chủ trong AI.", NULL, ""},
    {"004", "fr", NULL, "date 2025-11-25 C'est", "avec le département de la Défense.", NULL,
     "2025-11-25"},
  };
  g_autofree char *folder = find_shared ("seeds");

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (OutlayArticle) article = read_seed (folder, seeds[i].prefix);
      g_autofree char *published = outlay_date_is_set (article->published)
                                     ? outlay_date_to_string (article->published)
                                     : g_strdup ("");

      g_test_message ("%s", seeds[i].prefix);
      g_assert_cmpstr (article->lang, ==, seeds[i].lang);
      g_assert_cmpstr (article->title, ==, seeds[i].title);
      g_assert_cmpstr (article->source, ==, seeds[i].source);
      g_assert_cmpstr (published, ==, seeds[i].published);
      g_assert_true (g_str_has_prefix (article->text, seeds[i].first));
      g_assert_true (g_str_has_suffix (article->text, seeds[i].last));
    }
}

typedef struct
{
  guint n_articles;
  guint n_right;
  guint n_sentences;
  guint n_right_sentences;
} Tally;

static void
tally_sentences (Tally *tally, const char *text, const char *lang)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);

      for (gsize at = 0; at < length;)
        {
          OutlaySpan span = outlay_text_get_sentence (lines[i], (OutlaySpan){at, at + 1});
          g_autofree char *sentence = g_strndup (lines[i] + at, span.end - at);

          if (g_utf8_strlen (sentence, -1) >= 40)
            {
              tally->n_sentences++;
              tally->n_right_sentences += strcmp (outlay_language_detect (sentence), lang) == 0;
            }
          at = MAX (span.end, at + 1);
          while (at < length && ((guint8)lines[i][at] & 0xc0) == 0x80)
            at++;
        }
    }
}

static void
tally_file (Tally *tally, const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonObject) object = outlay_json_parse (lines[i], -1, NULL);
      const char *text = outlay_json_get_string (object, "text");
      const char *lang = outlay_json_get_string (object, "lang");

      tally->n_articles++;
      tally->n_right += strcmp (outlay_language_detect (text), lang) == 0;
      tally_sentences (tally, text, lang);
    }
}

static void
test_languages (void)
{
  g_autofree char *folder = find_shared ("gold/dev");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;
  Tally tally = {0};

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".jsonl"))
        tally_file (&tally, path);
    }
  g_test_message ("articles %u of %u, sentences %u of %u", tally.n_right, tally.n_articles,
                  tally.n_right_sentences, tally.n_sentences);
  g_assert_cmpuint (tally.n_right * 100, >=, tally.n_articles * 99);
  g_assert_cmpuint (tally.n_right_sentences * 100, >=, tally.n_sentences * 95);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shared/the seeds come without their tails", test_seeds);
  g_test_add_func ("/shared/the language of articles and sentences is found", test_languages);
  return g_test_run ();
}
