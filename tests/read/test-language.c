/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/words/outlay-language.h"

typedef struct
{
  const char *lang;
  const char *text;
} Case;

static void
assert_languages (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (outlay_language_detect (cases[i].text), ==, cases[i].lang);
    }
}

static void
test_sentences (void)
{
  static const Case cases[] = {
    {"vi", "Nhà máy điện sẽ cấp điện cho cụm máy chủ mới."},
    {"vi", "Công ty ký hợp đồng thuê chỗ trong ba năm."},
    {"de", "Der Bau der Halle beginnt im Herbst."},
    {"de", "Das Land gibt einen Zuschuss von zwei Millionen Euro."},
    {"fr", "La ville vend un terrain à un opérateur de serveurs."},
    {"fr", "Il n’y aura pas de nouvelle tranche avant l’été."},
    {"en", "The utility will sell its output to the new campus."},
    {"en", "Shares fell after the lender pulled out of the deal."},
    {"es", "La empresa pagará el terreno en dos plazos."},
    {"es", "El consejo aprobó ayer la compra de los servidores."},
    {"it", "La società ha firmato un accordo con il comune."},
    {"it", "Gli impianti saranno pronti entro la fine dell’anno."},
    {"pt", "A empresa vai construir dois prédios perto do porto."},
    {"pt", "O banco não quis comentar a operação."},
    {"ja", "同社は来年、新しい拠点を開く。"},
    {"ja", "データセンターの建設が始まった。"},
    {"zh", "公司计划明年在当地建设第二座机房。"},
    {"zh", "該公司將在南部興建兩座機房。"},
    {"ko", "회사는 내년에 두 번째 건물을 짓는다."},
    {"ko", "정부가 전력 요금을 낮추기로 했다."},
  };

  assert_languages (cases, G_N_ELEMENTS (cases));
}

static void
test_foreign_names (void)
{
  static const Case cases[] = {
    {"de", "New York – Die Investmentgesellschaft Blue River Capital Partners kauft das Gelände."},
    {"zh", "据Blue River Capital Partners周二发布的公告，公司将收购这块土地。"},
    {"ja", "Blue River Capital Partnersは土地を買収すると発表した。"},
    {"vi", "Blue River Capital Partners đồng ý mua khu đất này."},
  };

  assert_languages (cases, G_N_ELEMENTS (cases));
}

static void
test_unknown (void)
{
  static const Case cases[] = {
    {"", ""},
    {"", "12 345,67 – 2025"},
    {"", "Компания построит центр обработки данных."},
    {"", "ستبني الشركة مركز بيانات جديدا."},
    {"", "Xqzt Brmblfx Grwkt"},
  };

  assert_languages (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/a sentence is enough", test_sentences);
  g_test_add_func ("/language/foreign names don't mislead", test_foreign_names);
  g_test_add_func ("/language/what is not known is not guessed", test_unknown);
  return g_test_run ();
}
