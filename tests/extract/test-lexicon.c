/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/outlay-lexicon.h"

typedef struct
{
  const char *name;
  const char *content;
  const char *problem; /* NULL where there is none */
} Case;

#define HEAD "[language]\ncode = xx\nname = Xish\n"

static const Case cases[] = {
  {"a number word is read", HEAD "[number]\n1 = uno\n0.5 = half\n", NULL},
  {"a number that is none is reported with its line", HEAD "[number]\none = uno\n",
   "xx.ini:5: unknown key “one” in [number]"},
  {"a scale is a power of ten", HEAD "[scale]\n10^9 = mrd\n", NULL},
  {"a scale in noughts is reported", HEAD "[scale]\n1000 = mil\n",
   "xx.ini:5: unknown key “1000” in [scale]"},
  {"a scale beyond measure is reported", HEAD "[scale]\n10^40 = many\n",
   "xx.ini:5: unknown key “10^40” in [scale]"},
  {"a hedge has the name of a qualifier", HEAD "[hedge.before]\nroughly = ca\n",
   "xx.ini:5: unknown key “roughly” in [hedge.before]"},
  {"a pair has two halves", HEAD "[range]\npair = from to\n", "xx.ini:5: not a pair: “from to”"},
  {"a pattern knows its places", HEAD "[date]\nabsolute = {day} of {month}\n",
   "xx.ini:5: unknown place in “{day} of {month}”"},
  {"a pattern may count from the day", HEAD "[date]\nyears + 1 = next\nmonths - n = {n} ago\n",
   NULL},
  {"a section of another room is left alone", HEAD "[clutter]\nanything = goes\n", NULL},
  {"an unknown section is reported", HEAD "[colours]\nred = rojo\n",
   "xx.ini:5: unknown key “red” in [colours]"},
  {"a cue is of any class", HEAD "[cue.mood]\nfine = bien\n", NULL},
  {"a month has a number up to twelve", HEAD "[months]\n13 = undecember\n",
   "xx.ini:5: unknown key “13” in [months]"},
  {"a phrase without a word is reported", HEAD "[vague]\n2 = *\n", "xx.ini:5: no word in “*”"},
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (OutlayVocabulary) vocabulary = outlay_vocabulary_new ();
  g_autoptr (OutlayDataFile) file
    = outlay_data_file_parse ("xx.ini", row->content, strlen (row->content));
  g_autoptr (OutlayLexicon) lexicon = outlay_lexicon_new (vocabulary, file);
  const GPtrArray *problems = outlay_data_file_get_problems (file);

  g_assert_nonnull (lexicon);
  g_assert_cmpstr (lexicon->language, ==, "xx");
  g_assert_cmpuint (problems->len, ==, row->problem != NULL ? 1 : 0);
  if (row->problem != NULL)
    g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, row->problem);
}

static void
test_nameless (void)
{
  const char *content = "[number]\n1 = uno\n";
  g_autoptr (OutlayVocabulary) vocabulary = outlay_vocabulary_new ();
  g_autoptr (OutlayDataFile) file = outlay_data_file_parse ("xx.ini", content, strlen (content));

  g_assert_null (outlay_lexicon_new (vocabulary, file));
  g_assert_cmpuint (outlay_data_file_get_problems (file)->len, ==, 1);
}

/* Returns the class of the longest phrase of @phrases at the start of @text, -1 for none. */
static int
find_class (const OutlayPhrases *phrases, const OutlayVocabulary *vocabulary, const char *text)
{
  OutlayTokenizer tokenizer = {vocabulary, NULL, TRUE};
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (OutlayToken));
  OutlayHits hits = {NULL};

  outlay_tokenizer_cut (&tokenizer, text, tokens);
  outlay_phrases_find (phrases, (const OutlayToken *)(gpointer)tokens->data, 0, tokens->len, &hits);
  int class = hits.len == 0 ? -1 : hits.hits[hits.len - 1].entry->class;
  g_free (hits.hits);
  return class;
}

static void
test_phrases (void)
{
  static const struct
  {
    const char *text;
    int class;
  } rows[] = {
    {"invests", OUTLAY_ENTRY_FILLER},
    {"INVESTED", OUTLAY_ENTRY_FILLER},
    {"inves", -1},
    {"rechenzentrum", OUTLAY_ENTRY_LINK},
    {"zentrum", -1},
    {"up to ten", OUTLAY_ENTRY_VAGUE},
    {"up\nto", -1},
    {"US-Dollar", OUTLAY_ENTRY_SCALE},
    {"US Dollar", -1},
    {"d’euros", OUTLAY_ENTRY_CHANGE},
    {"d'euros", OUTLAY_ENTRY_CHANGE},
    {"ＵＳ-dollar", OUTLAY_ENTRY_SCALE},
    {"đa\xcc\x81", OUTLAY_ENTRY_NOT_POWER},
    {"đá", OUTLAY_ENTRY_NOT_POWER},
    {"AMD", OUTLAY_ENTRY_ORGANISATION},
    {"amd", -1},
    {"Amd", -1},
    {"Oracle", OUTLAY_ENTRY_EPITHET},
    {"ORACLE", -1},
    {"oracle", -1},
    {"Nvidia", OUTLAY_ENTRY_PLACE},
    {"NVIDIA", OUTLAY_ENTRY_PLACE},
    {"nvidia", -1},
    {"兆円", OUTLAY_ENTRY_POWER},
  };
  g_autoptr (OutlayVocabulary) vocabulary = outlay_vocabulary_new ();
  g_autoptr (OutlayPhrases) phrases = outlay_phrases_new (vocabulary);

  outlay_phrases_add (phrases, "invest*", OUTLAY_ENTRY_FILLER, 0, NULL);
  outlay_phrases_add (phrases, "*zentrum", OUTLAY_ENTRY_LINK, 0, NULL);
  outlay_phrases_add (phrases, "up to", OUTLAY_ENTRY_VAGUE, 0, NULL);
  outlay_phrases_add (phrases, "US-Dollar", OUTLAY_ENTRY_SCALE, 0, NULL);
  outlay_phrases_add (phrases, "d'euros", OUTLAY_ENTRY_CHANGE, 0, NULL);
  outlay_phrases_add (phrases, "đá", OUTLAY_ENTRY_NOT_POWER, 0, NULL);
  outlay_phrases_add (phrases, "兆円", OUTLAY_ENTRY_POWER, 0, NULL);
  outlay_phrases_add_name (phrases, "AMD", OUTLAY_ENTRY_ORGANISATION, 0, NULL);
  outlay_phrases_add_name (phrases, "Nvidia", OUTLAY_ENTRY_PLACE, 0, NULL);
  outlay_phrases_add_strict (phrases, "Oracle", OUTLAY_ENTRY_EPITHET, 0, NULL);
  outlay_vocabulary_close (vocabulary);
  outlay_phrases_close (phrases);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (find_class (phrases, vocabulary, rows[i].text), ==, rows[i].class);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/lexicon/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/lexicon/a file that names no language is none", test_nameless);
  g_test_add_func ("/phrases/are found by their words, beginnings, ends and capitals",
                   test_phrases);
  return g_test_run ();
}
