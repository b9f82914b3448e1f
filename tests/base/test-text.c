/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/outlay-article.h"
#include "base/outlay-text.h"

static void
test_sentence (void)
{
  /* The words searched for, and the sentence that a quote of them shows. */
  static const struct
  {
    const char *text, *words, *sentence;
  } cases[] = {
    {"One here. Two pay $5 bn now. Three.", "$5 bn", "Two pay $5 bn now."},
    {"Der Bau kostet 11 Mrd. Euro. Er beginnt bald.", "11 Mrd. Euro",
     "Der Bau kostet 11 Mrd. Euro."},
    {"Am 31. Dezember endet es. Danach nicht.", "endet", "Am 31. Dezember endet es."},
    {"Dự án ở TP. HCM trị giá 2 tỷ USD. Hết.", "2 tỷ", "Dự án ở TP. HCM trị giá 2 tỷ USD."},
    {"« Oui ! » Elle paie 3 milliards. Fin.", "3 milliards", "Elle paie 3 milliards."},
    {"前の文。本文は百億円です。次の文。", "百億円", "本文は百億円です。"},
    {"Headline without stop\nThe body pays. More.", "Headline", "Headline without stop"},
    {"Alpha beta", "beta", "Alpha beta"},
    {"  indented words. Next", "indented", "indented words."},
    {"It grew 3.5 times. Yes.", "3.5", "It grew 3.5 times."},
    {"A first. B spans. C too. D.", "spans. C", "B spans. C too."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      gsize start = (gsize)(strstr (text, cases[i].words) - text);
      OutlaySpan span = {start, start + strlen (cases[i].words)};
      OutlaySpan found = outlay_text_get_sentence (text, span);
      g_autofree char *sentence = g_strndup (text + found.start, found.end - found.start);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Whatever the text, a sentence holds its span and is cut at character borders. */
static void
test_any_sentence (void)
{
  static const char *const parts[]
    = {"a", ".", " ", "\n", "。", "é", "1", "?", "”", "Mrd.", "\xf0\x9f\x8f\x97"};

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint length = (guint)g_test_rand_int_range (1, 30);

      for (guint i = 0; i < length; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      glong chars = g_utf8_strlen (text->str, -1);
      glong first = g_test_rand_int_range (0, (gint32)chars);
      glong last = g_test_rand_int_range ((gint32)first + 1, (gint32)chars + 1);
      OutlaySpan span = {(gsize)(g_utf8_offset_to_pointer (text->str, first) - text->str),
                         (gsize)(g_utf8_offset_to_pointer (text->str, last) - text->str)};
      OutlaySpan found = outlay_text_get_sentence (text->str, span);

      g_assert_cmpuint (found.start, <=, span.start);
      g_assert_cmpuint (found.end, >=, span.end);
      g_assert_cmpuint (found.end, <=, text->len);
      g_assert_true (
        g_utf8_validate (text->str + found.start, (gssize)(found.end - found.start), NULL));
    }
}

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    {"Đồng Nai", "dong nai"},
    {"đầu tư", "dau tu"},
    {"ÉNERGIE", "energie"},
    {"Straße", "strasse"},
    {"Łódź", "lodz"},
    {"Ørsted", "orsted"},
    {"ＡＩ", "ai"},
    {"ﬁn", "fin"},
    {"cœur", "coeur"},
    {"データ", "データ"},
    {"소프트뱅크", "소프트뱅크"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = outlay_text_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

/* A mark makes the whole text be folded at once. */
static void
assert_folds_like_whole (const char *text, char *(*fold) (const char *, gssize))
{
  g_autofree char *more = g_strconcat (text, "e\xcc\x81", NULL);
  g_autofree char *whole = fold (more, -1);
  g_autofree char *folded = fold (text, -1);
  g_autofree char *marked = fold ("e\xcc\x81", -1);
  g_autofree char *joined = g_strconcat (folded, marked, NULL);

  g_assert_cmpstr (whole, ==, joined);
}

static char *
fold_all (const char *text, gssize length)
{
  return outlay_text_fold (text);
}

static void
test_fold_single (void)
{
  for (gunichar c = 1; c < 0x40000; c++)
    {
      char letter[7] = {0};

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, letter);
      g_autofree char *text = g_strdup_printf ("O%s%se", letter, letter);
      assert_folds_like_whole (text, fold_all);
      assert_folds_like_whole (text, outlay_text_fold_case);
    }
}

static void
test_shorten (void)
{
  g_autofree char *whole = outlay_text_shorten ("  tỷ\n USD ", 6);
  g_autofree char *cut = outlay_text_shorten ("đầu tư tới", 6);

  g_assert_cmpstr (whole, ==, "tỷ USD");
  g_assert_cmpstr (cut, ==, "đầu tư…");
}

static void
test_isolate (void)
{
  g_autofree char *latin = outlay_text_isolate ("Đức + 1");
  g_autofree char *hebrew = outlay_text_isolate ("גרמניה + 1");

  g_assert_cmpstr (latin, ==, "Đức + 1");
  g_assert_cmpstr (hebrew, ==, "\u2068גרמניה + 1\u2069");
}

/* U+200F leads a line; U+2066 sets a part apart from left to right, with U+200E for
 * figures alone, U+2067 from right to left. */
static void
test_turn (void)
{
  static const struct
  {
    const char *text;
    const char *turned;
  } cases[] = {
    {"Acme", "\u200f\u2066\u200eAcme\u2069"},
    {"+ 3", "\u200f\u2066\u200e+ 3\u2069"},
    {"Acme → Calder", "\u200f\u2066\u200eAcme\u2069 ← \u2066\u200eCalder\u2069"},
    {"Acme\n→ Calder", "\u200f\u2066\u200eAcme\u2069\n\u200f← \u2066\u200eCalder\u2069"},
    {"4.5 GW · גרמניה + 1 · 2027–2032",
     "\u200f\u2066\u200e4.5 GW\u2069 · \u2067גרמניה + 1\u2069 · \u2066\u200e2027–2032\u2069"},
    {"Acme\u00a0→ Calder\u00a0→",
     "\u200f\u2066\u200eAcme\u2069\u00a0← \u2066\u200eCalder\u2069\u00a0←"},
    {"Para·lel", "\u200f\u2066\u200ePara·lel\u2069"},
    {"Acme, Acme Cloud and 2 more",
     "\u200f\u2067\u2066\u200eAcme\u2069, \u2066\u200eAcme Cloud\u2069 and 2 more\u2069"},
    {"Calder → Acme, Inc. and Acme",
     "\u200f\u2066\u200eCalder\u2069 ← \u2067\u2066\u200eAcme, Inc.\u2069 and "
     "\u2066\u200eAcme\u2069\u2069"},
    {"Acmeware, Calder", "\u200f\u2066\u200eAcmeware, Calder\u2069"},
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "Acme");
  g_ptr_array_add (names, (gpointer) "Acme, Inc.");
  g_ptr_array_add (names, (gpointer) "Acme Cloud");
  g_ptr_array_add (names, (gpointer) "Calder");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *turned = outlay_text_turn (cases[i].text, names);

      g_assert_cmpstr (turned, ==, cases[i].turned);
    }
}

static void
test_origin (void)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  OutlayPiece pieces[] = {{0, 10, 5}, {7, 30, 4}};
  OutlaySpan origin;

  g_assert_false (
    outlay_article_get_origin (article, OUTLAY_PART_TEXT, (OutlaySpan){0, 1}, &origin));
  article->pieces = g_array_new (FALSE, FALSE, sizeof (OutlayPiece));
  g_array_append_vals (article->pieces, pieces, 2);
  g_assert_true (
    outlay_article_get_origin (article, OUTLAY_PART_TEXT, (OutlaySpan){8, 11}, &origin));
  g_assert_cmpuint (origin.start, ==, 31);
  g_assert_cmpuint (origin.end, ==, 34);
  g_assert_false (
    outlay_article_get_origin (article, OUTLAY_PART_TEXT, (OutlaySpan){4, 8}, &origin));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/a quote is the sentence around the words", test_sentence);
  g_test_add_func ("/text/any sentence holds its words and cuts no character", test_any_sentence);
  g_test_add_func ("/text/folding takes case, accents and strokes away", test_fold);
  g_test_add_func ("/text/folding a character alone is folding it among others", test_fold_single);
  g_test_add_func ("/text/a shortened text is one line", test_shorten);
  g_test_add_func ("/text/what runs from right to left is set apart from what stands beside it",
                   test_isolate);
  g_test_add_func ("/text/lines made of parts are read from right to left part after part",
                   test_turn);
  g_test_add_func ("/article/a span is found again in the text that was handed in", test_origin);
  return g_test_run ();
}
