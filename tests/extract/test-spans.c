/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of the mentions of any text whatever. */
#include <string.h>

#include "base/outlay-base.h"
#include "extract/outlay-extract.h"

#define N_TEXTS     3000
#define MOST_PIECES 60
#define LONG_TEXT   50000

static const char *const languages[]
  = {"", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "vi", "xx", "zh"};

/* Pieces that recognisers look for, so that random texts get deep into them. */
static const char *const pieces[] = {
  "$",
  "€",
  "£",
  "US$",
  "5",
  "1,3",
  "1.300",
  "15",
  "2026",
  "24/11",
  "99999999999999999999",
  "0",
  "-",
  "–",
  ".",
  ",",
  "(",
  ")",
  "'",
  "’",
  "\n",
  "\n\n",
  " ",
  "\xc2\xa0",
  "\xe2\x80\xaf",
  "billion",
  "Milliarden",
  "milliards",
  "tỷ",
  "nghìn",
  "USD",
  "Euro",
  "đồng",
  "dollars",
  "GW",
  "MW",
  "megawatt",
  "between",
  "zwischen",
  "entre",
  "từ",
  "and",
  "und",
  "et",
  "đến",
  "to",
  "bis",
  "à",
  "about",
  "rund",
  "environ",
  "khoảng",
  "several",
  "mehrere",
  "plusieurs",
  "vài",
  "tens of",
  "half a",
  "Q3",
  "2026-27",
  "31.",
  "Dezember",
  "in July",
  "next year",
  "im kommenden Jahr",
  "over four years",
  "Oracle",
  "Nebius Group",
  "AG",
  "the operator",
  "OpenAI",
  "Microsoft",
  "Ottawa",
  "government",
  "兆",
  "億",
  "円",
  "万",
  "亿",
  "조",
  "억",
  "원",
  "ソフトバンク",
  "엔비디아",
  "\xcc\x81",
  "\xe2\x80\x8b",
  "\xf0\x9f\x98\x80",
  "ﬁ",
  "İ",
  "ẞ",
  "５００",
  "Ｎｖｉｄｉａ",
  "\xee\x80\x81",
  "\xee\x84\x81",
  "*",
  "{y}",
};

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n_pieces = g_rand_int_range (rand, 0, MOST_PIECES);

  for (int i = 0; i < n_pieces; i++)
    {
      int choice = g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces) + 6);

      if (choice < (int)G_N_ELEMENTS (pieces))
        g_string_append (text, pieces[choice]);
      else
        {
          gunichar c = (gunichar)g_rand_int_range (rand, 1, choice % 2 != 0 ? 0x250 : 0x10ffff);

          if (g_unichar_validate (c))
            g_string_append_unichar (text, c);
        }
      if (g_rand_boolean (rand))
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static OutlayArticle *
make_article (GRand *rand)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->text = make_text (rand);
  if (g_rand_boolean (rand))
    article->title = make_text (rand);
  g_free (article->lang);
  article->lang = g_strdup (languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))]);
  if (g_rand_boolean (rand))
    article->published = outlay_date_day ((guint)g_rand_int_range (rand, 1, 10000), 2, 28);
  return article;
}

static gboolean
is_border (const char *text, gsize offset)
{
  return ((guchar)text[offset] & 0xc0) != 0x80;
}

static void
check_mention (const OutlayArticle *article, const OutlayMention *mention)
{
  const char *text = outlay_article_get_part (article, mention->part);

  g_assert_nonnull (text);
  g_assert_cmpuint (mention->span.start, <, mention->span.end);
  g_assert_cmpuint (mention->span.end, <=, strlen (text));
  g_assert_true (is_border (text, mention->span.start));
  g_assert_true (is_border (text, mention->span.end));
  if (mention->type == OUTLAY_MENTION_MONEY)
    g_assert_true (outlay_money_is_set (&mention->money));
  if (mention->type == OUTLAY_MENTION_CAPACITY)
    g_assert_true (outlay_capacity_is_set (&mention->capacity));
  if (outlay_date_is_set (mention->date))
    g_assert_true (outlay_date_is_valid (mention->date));
  if (outlay_date_is_set (mention->date_end))
    g_assert_true (outlay_date_is_valid (mention->date_end));
  if (mention->type >= OUTLAY_MENTION_ORGANISATION)
    g_assert_nonnull (mention->name);
}

static void
test_spans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251124);
  const OutlayExtractor *extractor = outlay_extractor_get_default ();

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (OutlayArticle) article = make_article (rand);
      g_autoptr (GArray) mentions = outlay_extractor_find_mentions (extractor, article);

      for (guint k = 0; k < mentions->len; k++)
        check_mention (article, &g_array_index (mentions, OutlayMention, k));
    }
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const OutlayExtractor *extractor = outlay_extractor_get_default ();

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (OutlayArticle) article = make_article (rand);
      g_autoptr (GArray) mentions = outlay_extractor_find_mentions (extractor, article);

      for (guint k = 1; k < mentions->len; k++)
        {
          const OutlayMention *before = &g_array_index (mentions, OutlayMention, k - 1);
          const OutlayMention *mention = &g_array_index (mentions, OutlayMention, k);

          if (before->part == mention->part)
            g_assert_cmpuint (before->span.start, <=, mention->span.start);
          else
            g_assert_cmpint (before->part, ==, OUTLAY_PART_TITLE);
        }
    }
}

static void
test_same_again (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (OutlayExtractor) other = outlay_extractor_new ();

  for (guint i = 0; i < N_TEXTS / 10; i++)
    {
      g_autoptr (OutlayArticle) article = make_article (rand);
      g_autoptr (GArray) first
        = outlay_extractor_find_mentions (outlay_extractor_get_default (), article);
      g_autoptr (GArray) second = outlay_extractor_find_mentions (other, article);

      g_assert_cmpuint (first->len, ==, second->len);
      for (guint k = 0; k < first->len; k++)
        {
          const OutlayMention *a = &g_array_index (first, OutlayMention, k);
          const OutlayMention *b = &g_array_index (second, OutlayMention, k);

          g_assert_cmpint (a->type, ==, b->type);
          g_assert_cmpuint (a->span.start, ==, b->span.start);
          g_assert_cmpuint (a->span.end, ==, b->span.end);
          g_assert_cmpstr (a->name, ==, b->name);
        }
    }
}

/* Long stretches of one thing are where work would grow faster than the text. */
static void
test_long_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (OutlayArticle) article = outlay_article_new ();
      GString *text = g_string_new (NULL);

      while (text->len < LONG_TEXT)
        {
          g_string_append (text, pieces[i]);
          g_string_append_c (text, ' ');
        }
      g_free (article->text);
      article->text = g_string_free (text, FALSE);
      g_free (article->lang);
      article->lang = g_strdup ("en");
      g_autoptr (GArray) mentions
        = outlay_extractor_find_mentions (outlay_extractor_get_default (), article);
      g_assert_nonnull (mentions);
    }
}

/* What is interned stays until the program ends. */
static void
test_names_are_let_go (void)
{
  const OutlayExtractor *extractor = outlay_extractor_get_default ();

  for (guint i = 0; i < N_TEXTS / 100; i++)
    {
      g_autoptr (OutlayArticle) article = outlay_article_new ();
      g_autofree char *name = g_strdup_printf ("Zorv%can%c Holdings", 'a' + i % 26, 'a' + i / 26);

      g_free (article->text);
      article->text = g_strdup_printf (
        "%s will invest $3 billion in a data center in Norway, %s said.", name, name);
      g_free (article->lang);
      article->lang = g_strdup ("en");
      g_autoptr (GArray) mentions = outlay_extractor_find_mentions (extractor, article);
      g_autoptr (GPtrArray) claims = outlay_extractor_find_claims (extractor, article);
      gboolean found = FALSE;

      for (guint k = 0; k < mentions->len; k++)
        found = found || g_strcmp0 (g_array_index (mentions, OutlayMention, k).name, name) == 0;
      g_assert_true (found);
      g_assert_cmpuint (claims->len, ==, 1);
      g_assert_cmpuint (g_quark_try_string (name), ==, 0);
    }
}

static void
test_data_files (void)
{
  const GPtrArray *problems = outlay_extractor_get_problems (outlay_extractor_get_default ());

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spans/lie inside the text and at borders of characters", test_spans);
  g_test_add_func ("/spans/stand in the order of the text, the title first", test_order);
  g_test_add_func ("/spans/are the same from any extractor", test_same_again);
  g_test_add_func ("/spans/come in time from long texts of one thing", test_long_texts);
  g_test_add_func ("/spans/keep no name of an article that was let go", test_names_are_let_go);
  g_test_add_func ("/data/the data files have no problems", test_data_files);
  return g_test_run ();
}
