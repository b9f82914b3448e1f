/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What libFuzzer throws at the extractor. An input is an article: a byte for the language and
 * whether it is cleaned first, two for the day, a line for the title, the rest is the text.
 */
#include <string.h>
#include <time.h>

#include "base/json/outlay-json.h"
#include "extract/outlay-extract.h"
#include "read/outlay-read.h"

#define HEADER     3
#define CLEANED    0x80
#define FIRST_YEAR 2000

/* Of the processor's time, which counts on a busy machine too: no article that is fuzzed needs as
 * much. */
#define MOST_SECONDS 5

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* In the order of the seeds' writer. */
static const char *const languages[]
  = {"", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "vi", "zh", "xx"};

static OutlayDate
make_day (guint number)
{
  GDate day;

  if (number == 0)
    return (OutlayDate)OUTLAY_DATE_INIT;
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, FIRST_YEAR);
  g_date_add_days (&day, number - 1);
  return outlay_date_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day));
}

static OutlayArticle *
make_article (const guint8 *data, size_t size)
{
  OutlayArticle *article = outlay_article_new ();
  const char *bytes = (const char *)data + HEADER;
  g_autofree char *words = g_utf8_make_valid (bytes, (gssize)(size - HEADER));
  char *text = strchr (words, '\n');

  article->published = make_day (data[1] | (guint)data[2] << 8);
  g_free (article->lang);
  article->lang = g_strdup (languages[(data[0] & ~CLEANED) % G_N_ELEMENTS (languages)]);
  g_free (article->text);
  article->text = g_strdup (text != NULL ? text + 1 : words);
  if (text != NULL && text > words)
    article->title = g_strndup (words, (gsize)(text - words));
  return article;
}

static gboolean
is_boundary (const char *at)
{
  return ((guint8)*at & 0xc0) != 0x80;
}

static void
check_span (const OutlayArticle *article, OutlayPart part, OutlaySpan span)
{
  const char *text = outlay_article_get_part (article, part);

  g_assert_nonnull (text);
  g_assert_cmpuint (span.start, <, span.end);
  g_assert_cmpuint (span.end, <=, strlen (text));
  g_assert_true (is_boundary (text + span.start));
  g_assert_true (is_boundary (text + span.end));
}

static void
check_mentions (const OutlayExtractor *extractor, const OutlayArticle *article)
{
  g_autoptr (GArray) mentions = outlay_extractor_find_mentions (extractor, article);

  for (guint i = 0; i < mentions->len; i++)
    {
      const OutlayMention *mention = &g_array_index (mentions, OutlayMention, i);

      check_span (article, mention->part, mention->span);
    }
}

static void
check_claims (const OutlayExtractor *extractor, const OutlayArticle *article)
{
  g_autoptr (GPtrArray) claims = outlay_extractor_find_claims (extractor, article);

  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayClaim *claim = g_ptr_array_index (claims, i);
      g_autoptr (JsonObject) object = outlay_json_from_claim (claim, article);
      g_autofree char *line = outlay_json_print (object);

      g_assert_true (g_utf8_validate (line, -1, NULL));
      for (guint k = 0; k < claim->evidence->len; k++)
        {
          const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, k);

          check_span (article, evidence->part, evidence->span);
        }
    }
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  outlay_extractor_get_default ();
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  const OutlayExtractor *extractor = outlay_extractor_get_default ();
  clock_t start = clock ();

  if (size < HEADER)
    return -1;
  g_autoptr (OutlayArticle) raw = make_article (data, size);
  g_autoptr (OutlayArticle) article
    = data[0] & CLEANED ? outlay_read_clean (raw) : outlay_article_ref (raw);
  check_mentions (extractor, article);
  check_claims (extractor, article);
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, MOST_SECONDS);
  return 0;
}
