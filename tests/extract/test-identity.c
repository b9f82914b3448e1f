/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "extract/outlay-extract.h"

/* One row a case: what an organisation is called in a text, and the name that stands for it. */
static const struct
{
  const char *lang;
  const char *text;
  const char *called;
  const char *name;
} same[] = {
  {"en", "Oracle Inc will invest $2 billion in a campus in Ohio.", "Oracle Inc", "Oracle"},
  {"en", "Nebius Group N.V. will invest $2 billion in a campus in Ohio.", "Nebius Group N.V.",
   "Nebius"},
  {"de", "Die Northern Data AG investiert 300 Millionen Euro in ein Rechenzentrum.",
   "Northern Data AG", "Northern Data"},
  {"en",
   "Calder Retirement Corporation sold its stake in Harrow Hosting to Norvik Partners for $2 "
   "billion. CRC said the sale would close in May.",
   "CRC", "Calder Retirement Corporation"},
  {"en",
   "CDR sells its stake for $2 billion. Calder Dune Rail Inc said the sale would close in "
   "May.",
   "CDR", "Calder Dune Rail Inc"},
  {"de",
   "Die Norvane Leasing Holding leiht Calder Hosting 300 Millionen Euro. Die NLH ist seit Jahren "
   "die Hausbank.",
   "NLH", "Norvane Leasing Holding"},
  {"es",
   "Grupo Norvane invertirá 300 millones de euros en un centro de datos en Zaragoza. El campus de "
   "Norvane tendrá 50 MW.",
   "Norvane", "Grupo Norvane"},
  {"es",
   "Banco Harrow prestará 300 millones de euros a Calder Hosting. El préstamo de Harrow vence en "
   "2030.",
   "Harrow", "Banco Harrow"},
  {"pt",
   "A Companhia Norvane de Energia vai investir R$ 300 milhões num data center em Fortaleza. A "
   "Norvane disse que a obra começa em maio.",
   "Norvane", "Companhia Norvane de Energia"},
  {"ko",
   "노르빅데이터(NorvikData)는 칼더은행에서 6억 유로를 빌린다. NorvikData는 이 돈으로 "
   "데이터센터를 짓는다.",
   "노르빅데이터", "노르빅데이터"},
  {"ko",
   "노르빅데이터(NorvikData)는 칼더은행에서 6억 유로를 빌린다. NorvikData는 이 돈으로 "
   "데이터센터를 짓는다.",
   "NorvikData", "노르빅데이터"},
};

/* One row a case: two organisations of one text that are not the same. */
static const struct
{
  const char *lang;
  const char *text;
  const char *one;
  const char *other;
} apart[] = {
  {"en", "Oracle will buy a stake in Oracle Harbour Partners for $2 billion.", "Oracle",
   "Oracle Harbour Partners"},
  {"en",
   "Calder Retirement Corporation sold its stake to CVR for $2 billion. CVR said the sale would "
   "close in May.",
   "Calder Retirement Corporation", "CVR"},
  {"es",
   "Grupo Norvane venderá su filial a Calder Hosting por 300 millones de euros. El presidente del "
   "Grupo Harrow, que no participa, lo lamenta.",
   "Grupo Norvane", "Grupo Harrow"},
  {"ko", "노르빅데이터(서울)는 칼더은행에서 6억 유로를 빌린다.", "노르빅데이터", "칼더은행"},
};

static GArray *
find_mentions (const char *lang, const char *text)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup (text);
  g_free (article->lang);
  article->lang = g_strdup (lang);
  return outlay_extractor_find_mentions (outlay_extractor_get_default (), article);
}

/* The name that stands for the organisation wherever @text calls it @called; "" where it is none,
 * or not always the same. */
static const char *
get_name (GArray *mentions, const char *text, const char *called)
{
  const char *name = "";

  for (guint i = 0; i < mentions->len; i++)
    {
      const OutlayMention *mention = &g_array_index (mentions, OutlayMention, i);
      gsize length = mention->span.end - mention->span.start;

      if (mention->type != OUTLAY_MENTION_ORGANISATION || length != strlen (called)
          || strncmp (text + mention->span.start, called, length) != 0)
        continue;
      if (*name != '\0' && strcmp (name, mention->name) != 0)
        return "";
      name = mention->name;
    }
  return name;
}

static void
test_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GArray) mentions = find_mentions (same[i].lang, same[i].text);

      g_test_message ("%s", same[i].text);
      g_assert_cmpstr (get_name (mentions, same[i].text, same[i].called), ==, same[i].name);
    }
}

static void
test_apart (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autoptr (GArray) mentions = find_mentions (apart[i].lang, apart[i].text);

      g_test_message ("%s", apart[i].text);
      g_assert_cmpstr (get_name (mentions, apart[i].text, apart[i].one), ==, apart[i].one);
      g_assert_cmpstr (get_name (mentions, apart[i].text, apart[i].other), ==, apart[i].other);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/short forms, abbreviations and other scripts mean the full name",
                   test_same);
  g_test_add_func ("/identity/names that only look alike are apart", test_apart);
  return g_test_run ();
}
