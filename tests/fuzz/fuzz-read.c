/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What libFuzzer throws at one reader, which the build names (READER). An input is a file. Those
 * that the reader doesn't take for its own are of no use.
 */
#include <string.h>

#include "read/outlay-read.h"
#include "read/outlay-reader.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
check_words (const char *words)
{
  g_assert_true (words == NULL || g_utf8_validate (words, -1, NULL));
}

static void
check_article (const OutlayArticle *article)
{
  g_assert_cmpstr (article->text, !=, "");
  check_words (article->text);
  check_words (article->title);
  check_words (article->source);
  check_words (article->author);
  check_words (article->url);
  check_words (article->lang);
  check_words (article->note);
  g_assert_true (!outlay_date_is_set (article->published)
                 || outlay_date_is_valid (article->published));
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  static const char words[] = "A line.\n\nAnother line.\n\nOne more.\n";
  OutlayReadInput input = {(const guint8 *)words, sizeof words - 1, NULL};

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  /* The lexicons are loaded once, which is not the first input's fault. */
  g_autoptr (GPtrArray) articles = outlay_reader_text.read (&input, NULL, NULL);
  return articles == NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  OutlayReadInput input = {data, size, NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  if (size == 0 || !READER.recognise (&input))
    return -1;
  articles = READER.read (&input, NULL, &error);
  g_assert_true ((articles != NULL) != (error != NULL));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    check_article (g_ptr_array_index (articles, i));
  return 0;
}
