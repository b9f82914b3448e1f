/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/outlay-text.h"
#include "base/search/outlay-query.h"
#include "base/search/outlay-search-words.h"

static gboolean
append_cb (const char *word, gsize length, OutlaySpan span, gpointer user_data)
{
  g_string_append_len (user_data, word, (gssize)length);
  g_string_append_c (user_data, '|');
  return TRUE;
}

static void
fold_words (void)
{
  static const struct
  {
    const char *text, *words;
  } cases[] = {
    {"Đầu tư ở Đồng Nai", "dau|tu|o|dong|nai|"},
    {"Łódź, Tromsø; Straße", "lodz|tromso|strasse|"},
    {"l’œuvre d’Élysée", "l|oeuvre|d|elysee|"},
    {"de\xcc\x81ja\xcc\x80 vu", "deja|vu|"},
    {"soft\xc2\xadhyphen zero\xe2\x80\x8bwidth", "softhyphen|zerowidth|"},
    {"ＡＩ　２０２６年", "ai|2026|年|"},
    {"日本に投資する", "日|本|に|投|資|す|る|"},
    {"ｶﾞｲﾄﾞ", "ガ|イ|ド|"},
    {"ガイド", "ガ|イ|ド|"},
    {"カイト", "カ|イ|ト|"},
    {"투자하다", "투|자|하|다|"},
    {"\xe1\x84\x90\xe1\x85\xae\xe1\x84\x8c\xe1\x85\xa1", "투|자|"},
    {"AI数据中心10GW", "ai|数|据|中|心|10gw|"},
    {"$1.5bn (approx.)", "1|5bn|approx|"},
    {"bad\xff"
     "bytes\xe6\x97",
     "bad|bytes|"},
    {" …—! ", ""},
    {"", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      outlay_search_words_foreach (cases[i].text, strlen (cases[i].text), append_cb, words);
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

static char *
mark_hits (const char *typed, const char *text)
{
  g_autoptr (OutlayQuery) query = outlay_query_new (typed);
  g_autoptr (GArray) hits = outlay_query_find_hits (query, text);
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      OutlaySpan hit = g_array_index (hits, OutlaySpan, i);

      g_assert_cmpuint (hit.start, >=, at);
      g_string_append_len (marked, text + at, (gssize)(hit.start - at));
      g_string_append_printf (marked, "[%.*s]", (int)(hit.end - hit.start), text + hit.start);
      at = hit.end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static void
mark_originals (void)
{
  static const struct
  {
    const char *typed, *text, *marked;
  } cases[] = {
    {"dau tu", "Việc đầu tư lớn", "Việc [đầu] [tư] lớn"},
    {"\"dau tu\"", "đầu tư; tư đầu", "[đầu tư]; tư đầu"},
    {"Dong Nai", "tỉnh Đồng Nai.", "tỉnh [Đồng] [Nai]."},
    {"strasse", "Die Straße 5", "Die [Straße] 5"},
    {"invest", "Il investit. Investissement!", "Il [investit]. [Investissement]!"},
    {"\"invest\"", "invest, investit", "[invest], investit"},
    {"日本", "東日本と日本", "東[日本]と[日本]"},
    {"투자", "대규모 투자하다", "대규모 [투자]하다"},
    {"투 자", "투자", "[투][자]"},
    {"中心 数据", "数据中心", "[数据][中心]"},
    {"deja", "De\xcc\x81ja\xcc\x80 vu", "[De\xcc\x81ja\xcc\x80] vu"},
    {"1.5", "1.5 or 1,5 or 15", "[1.5] or [1,5] or 15"},
    {"-big", "big", "big"},
    {"", "all", "all"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark_hits (cases[i].typed, cases[i].text);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static void
express (void)
{
  static const struct
  {
    const char *typed, *wanted, *excluded;
  } cases[] = {
    {"amazon hanoi", "\"amazon\"* AND \"hanoi\"*", NULL},
    {"“data centre” -cloud -\"old one\"", "\"data centre\"", "\"cloud\" OR \"old one\""},
    {"„so nicht“ «ici»", "\"so nicht\" AND \"ici\"", NULL},
    {"「日本 投資」", "\"日本 投資\"", NULL},
    {"never \"closed", "\"never\"* AND \"closed\"", NULL},
    {"GPT-5 - x", "\"GPT-5\"* AND \"x\"*", NULL},
    {"OR AND NOT", "\"OR\"* AND \"AND\"* AND \"NOT\"*", NULL},
    {"-- - \"\" ()*:^", NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayQuery) query = outlay_query_new (cases[i].typed);
      g_autofree char *wanted = outlay_query_dup_wanted (query);
      g_autofree char *excluded = outlay_query_dup_excluded (query);

      g_assert_cmpstr (wanted, ==, cases[i].wanted);
      g_assert_cmpstr (excluded, ==, cases[i].excluded);
    }
}

static void
match_cards (void)
{
  static const struct
  {
    const char *typed;
    gboolean found, excluded;
  } cases[] = {
    {"rechenzentrum", TRUE, FALSE}, {"zentrum ACME", TRUE, FALSE}, {"\"acme baut\"", TRUE, FALSE},
    {"borealis", FALSE, FALSE},     {"acme -köln", FALSE, TRUE},   {"-borealis", TRUE, FALSE},
  };
  g_autofree char *card = outlay_text_fold ("Acme baut ein Rechenzentrum in Köln");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayQuery) query = outlay_query_new (cases[i].typed);

      g_assert_cmpint (outlay_query_matches_text (query, card), ==, cases[i].found);
      g_assert_cmpint (outlay_query_excludes_text (query, card), ==, cases[i].excluded);
    }
}

/* Whatever the text, words and hits lie in order, at the borders of characters. */
static void
random_texts (void)
{
  static const char *const parts[] = {"a",  "-",  "\"",       " ",  "“",    "é",    "e\xcc\x81",
                                      "日", "ｶﾞ", "\xc2\xad", "투", "\xff", "\xe6", "5"};

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint32 i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (typed, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      for (gint32 i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      g_autofree char *valid = g_utf8_make_valid (text->str, -1);
      g_autofree char *marked = mark_hits (typed->str, valid);
      g_autofree char *raw = mark_hits (typed->str, text->str);

      g_assert_true (g_utf8_validate (marked, -1, NULL));
      g_assert_cmpuint (strlen (raw), >=, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/words are folded, Asian characters stand alone", fold_words);
  g_test_add_func ("/search/hits are marked in the text as it stands", mark_originals);
  g_test_add_func ("/search/quotes and minus are understood, nothing is a mistake", express);
  g_test_add_func ("/search/cards are searched within words too", match_cards);
  g_test_add_func ("/search/hits lie at the borders of characters in any text", random_texts);
  return g_test_run ();
}
