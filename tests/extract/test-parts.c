/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/outlay-extract.h"

/* One row a case: a text that tells a part of two billions, and perhaps the ten billions of the
 * whole. */
static const struct
{
  const char *lang;
  const char *text;
} parts[] = {
  {"en", "Acme will invest $2 billion in a data centre in Ohio as part of its $10 billion "
         "programme in the United States."},
  {"en", "Acme will invest $2 billion in a data centre in Ohio. The site is part of a $10 billion "
         "programme."},
  {"en", "As part of its programme, Acme will invest $2 billion in a data centre in Ohio."},
  {"en", "Acme will spend $2 billion on the first site of its programme in Norway."},
  {"de", "Acme investiert im Rahmen seines 10 Milliarden Dollar schweren Programms 2 Milliarden "
         "Dollar in ein Rechenzentrum in Ohio."},
  {"de", "Im Rahmen des Programms investiert Acme 2 Milliarden Dollar in ein Rechenzentrum."},
  {"de", "Acme investiert 2 Milliarden Dollar in den ersten Standort seines Programms."},
  {"es", "Acme invertirá 2.000 millones de dólares en un centro de datos en Ohio como parte de su "
         "programa de 10.000 millones de dólares."},
  {"es", "Acme invertirá 2.000 millones de dólares en un centro de datos en el marco de su "
         "programa de inversiones."},
  {"fr", "Acme va investir 2 milliards de dollars dans un centre de données en Ohio dans le cadre "
         "de son programme de 10 milliards de dollars."},
  {"fr", "Acme va investir 2 milliards de dollars dans le premier site de son programme."},
  {"it", "Acme investirà 2 miliardi di dollari in un data center in Ohio nell'ambito del suo "
         "programma da 10 miliardi di dollari."},
  {"pt", "A Acme vai investir 2 mil milhões de dólares num centro de dados no âmbito do seu "
         "programa de 10 mil milhões de dólares."},
  {"vi", "Acme sẽ đầu tư 2 tỷ USD vào một trung tâm dữ liệu ở Ohio, nằm trong chương trình 10 tỷ "
         "USD của hãng."},
  {"ja", "Acmeは100億ドルの計画の一環として、オハイオ州のデータセンターに20億ドルを投資する。"},
  {"ja", "Acmeは20億ドルを計画の一環としてデータセンターに投資する。"},
  {"ko",
   "Acme는 100억 달러 규모 프로그램의 일환으로 오하이오주 데이터센터에 20억 달러를 투자한다."},
  {"zh", "作为其100亿美元计划的一部分，Acme将在俄亥俄州投资20亿美元建设数据中心。"},
  {"zh", "Acme将投资20亿美元建设其计划的首个数据中心。"},
};

/* Texts of deals that are no part of anything, though they name something of which they are. */
static const struct
{
  const char *lang;
  const char *text;
} wholes[] = {
  {"en", "Acme will invest $2 billion in a data centre in Ohio."},
  {"en", "The halls in Ohio are part of a $2 billion data centre that Acme is building."},
  {"en", "As part of the same reorganisation Acme agreed to buy $2 billion of cloud services from "
         "Borealis."},
  {"de", "Acme investiert 2 Milliarden Dollar in ein Rechenzentrum. Das Werk gehört zu Acme."},
  {"vi", "Acme tạm ngưng các dự án tại Ohio, vốn nằm trong kế hoạch trung tâm dữ liệu trị giá 2 tỷ "
         "USD của hãng."},
};

static GPtrArray *
find_claims (const char *lang, const char *text)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();

  g_free (article->text);
  article->text = g_strdup (text);
  g_free (article->lang);
  article->lang = g_strdup (lang);
  return outlay_extractor_find_claims (outlay_extractor_get_default (), article);
}

/* How many of @claims have @billions, and are called a part or not. */
static guint
count (const GPtrArray *claims, guint billions, gboolean part)
{
  guint n = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayClaim *claim = g_ptr_array_index (claims, i);

      n += outlay_money_get_figure (&claim->fields.amount)
             == billions * G_GINT64_CONSTANT (1000000000) * OUTLAY_MONEY_UNIT
           && claim->part == part;
    }
  return n;
}

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) claims = find_claims (parts[i].lang, parts[i].text);

      g_test_message ("%s", parts[i].text);
      g_assert_cmpuint (count (claims, 2, TRUE), ==, 1);
      g_assert_cmpuint (count (claims, 2, FALSE), ==, 0);
      g_assert_cmpuint (count (claims, 10, TRUE), ==, 0);
    }
}

static void
test_wholes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autoptr (GPtrArray) claims = find_claims (wholes[i].lang, wholes[i].text);

      g_test_message ("%s", wholes[i].text);
      g_assert_cmpuint (count (claims, 2, TRUE), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/what is told as part of a programme is one, and the programme is none",
                   test_parts);
  g_test_add_func ("/parts/what something else is part of is none itself", test_wholes);
  return g_test_run ();
}
