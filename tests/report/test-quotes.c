/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "report/outlay-quotes.h"

#define FIRST  "Meridian Cloud will spend up to $6 billion on a campus."
#define SECOND "The site draws about 400 MW."

static OutlayArticle *
new_article (void)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup (FIRST " " SECOND);
  article->title = g_strdup ("Meridian Cloud builds");
  return article;
}

static void
prove (OutlayClaim *claim,
       const OutlayArticle *article,
       OutlayField field,
       guint index,
       OutlayPart part,
       const char *words)
{
  const char *text = outlay_article_get_part (article, part);
  const char *found = strstr (text, words);

  g_assert_nonnull (found);
  gsize start = (gsize)(found - text);
  outlay_claim_add_evidence (claim, field, index, part, (OutlaySpan){start, start + strlen (words)},
                             NULL);
}

static GPtrArray *
quote (const OutlayClaim *claim, const OutlayArticle *article)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_quote_free);

  outlay_quotes_add (quotes, 0, claim, article);
  return quotes;
}

static char *
join_marks (const OutlayQuote *quoted)
{
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < quoted->marks->len; i++)
    {
      const OutlaySpan *mark = &g_array_index (quoted->marks, OutlaySpan, i);

      g_string_append_c (marks, '|');
      g_string_append_len (marks, quoted->text + mark->start, (gssize)(mark->end - mark->start));
    }
  return g_string_free (marks, FALSE);
}

static void
test_one_sentence_once (void)
{
  g_autoptr (OutlayArticle) article = new_article ();
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();

  outlay_fields_add_party (&claim->fields, OUTLAY_ROLE_INVESTOR, "Meridian Cloud");
  prove (claim, article, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, "up to $6 billion");
  prove (claim, article, OUTLAY_FIELD_PARTIES, 0, OUTLAY_PART_TEXT, "Meridian Cloud");
  g_autoptr (GPtrArray) quotes = quote (claim, article);
  g_assert_cmpuint (quotes->len, ==, 1);

  const OutlayQuote *quoted = g_ptr_array_index (quotes, 0);
  g_autofree char *marks = join_marks (quoted);
  g_autofree char *fields = outlay_quote_dup_fields (quoted);
  g_assert_cmpstr (quoted->text, ==, FIRST);
  g_assert_cmpstr (marks, ==, "|Meridian Cloud|up to $6 billion");
  g_assert_cmpstr (fields, ==, "investor, amount");
}

static void
test_sentences_apart (void)
{
  g_autoptr (OutlayArticle) article = new_article ();
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();

  prove (claim, article, OUTLAY_FIELD_CAPACITY, 0, OUTLAY_PART_TEXT, "about 400 MW");
  prove (claim, article, OUTLAY_FIELD_KIND, 0, OUTLAY_PART_TITLE, "builds");
  prove (claim, article, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, "$6 billion");
  g_autoptr (GPtrArray) quotes = quote (claim, article);
  g_assert_cmpuint (quotes->len, ==, 3);

  const OutlayQuote *title = g_ptr_array_index (quotes, 0);
  const OutlayQuote *first = g_ptr_array_index (quotes, 1);
  const OutlayQuote *second = g_ptr_array_index (quotes, 2);
  g_assert_true (title->title);
  g_assert_cmpstr (title->text, ==, "Meridian Cloud builds");
  g_assert_cmpstr (first->text, ==, FIRST);
  g_assert_cmpstr (second->text, ==, SECOND);
}

static void
test_marks_join (void)
{
  g_autoptr (OutlayArticle) article = new_article ();
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();

  prove (claim, article, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT, "up to $6 billion");
  prove (claim, article, OUTLAY_FIELD_STATUS, 0, OUTLAY_PART_TEXT, "will spend up to");
  g_autoptr (GPtrArray) quotes = quote (claim, article);
  g_assert_cmpuint (quotes->len, ==, 1);
  g_autofree char *marks = join_marks (g_ptr_array_index (quotes, 0));
  g_assert_cmpstr (marks, ==, "|will spend up to $6 billion");
}

static void
test_span_outside (void)
{
  g_autoptr (OutlayArticle) article = new_article ();
  g_autoptr (OutlayClaim) claim = outlay_claim_new ();

  outlay_claim_add_evidence (claim, OUTLAY_FIELD_AMOUNT, 0, OUTLAY_PART_TEXT,
                             (OutlaySpan){20, 4000}, NULL);
  g_autoptr (GPtrArray) quotes = quote (claim, article);
  g_assert_cmpuint (quotes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quotes/a sentence that proves two fields is quoted once",
                   test_one_sentence_once);
  g_test_add_func ("/quotes/the headline comes first, then sentences as they stand",
                   test_sentences_apart);
  g_test_add_func ("/quotes/words that overlap are one mark", test_marks_join);
  g_test_add_func ("/quotes/evidence outside of the text is left out", test_span_outside);

  return g_test_run ();
}
