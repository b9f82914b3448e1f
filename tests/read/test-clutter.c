/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/outlay-read.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *title;      /* NULL for none */
  const char *kept[4];    /* what must be in the clean text */
  const char *dropped[8]; /* what must not */
  const char *published;  /* "" for none */
  const char *source;     /* NULL for none */
} Case;

static OutlayArticle *
clean (const char *text, const char *title)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();

  g_free (raw->text);
  raw->text = g_strdup (text);
  raw->title = g_strdup (title);
  return outlay_read_clean (raw);
}

static const Case cases[] = {
  {"a Vietnamese page with related articles and their leads",
   "Thành phố giao đất cho dự án máy chủ\n\n"
   "Chính quyền vừa giao mười héc ta đất cho một công ty nước ngoài để xây dựng trung tâm dữ liệu "
   "trong hai năm tới.\n\n"
   "khu-dat-du-an.jpg\nKhu đất nhìn từ trên cao. Ảnh: Minh Anh\n\nQuảng cáo\n\n"
   "Công ty cam kết dùng điện mặt trời cho toàn bộ khu nhà máy chủ, theo thông báo phát đi hôm "
   "qua.\n\n"
   "Theo baomoi.example Sao chép\n\nCùng chuyên mục Doanh nghiệp trong nước\n\n"
   "Giá thép tăng mạnh\n\nNhu cầu từ các công trường đẩy giá thép lên mức cao nhất trong năm.\n\n"
   "Cảng mới mở cửa\n\nHãng tàu chi chín tỷ đồng để nâng cấp bến cảng ở phía nam.\n",
   "Thành phố giao đất cho dự án máy chủ",
   {"Chính quyền vừa giao", "Công ty cam kết"},
   {"jpg", "Ảnh:", "Quảng cáo", "Sao chép", "Giá thép", "Nhu cầu", "Hãng tàu", "Thành phố"},
   "",
   "baomoi.example"},
  {"a German page with menu, day, caption and newsletter",
   "Startseite › Wirtschaft › Region\nMerken · Teilen · Drucken\n\n"
   "Stadtwerke bauen ein Rechenzentrum am Fluss\n3. März 2025\nFoto: Archiv\n\n"
   "Die Stadtwerke geben für den Neubau am Ufer vierzig Millionen Euro aus, beschloss der Rat am "
   "Montag.\n\n"
   "Anzeige:\n\n"
   "Mit der Abwärme der Rechner sollen im Winter dreihundert Wohnungen geheizt werden.\n\n"
   "Lesen Sie auch:\nNeue Brücke kostet elf Millionen Euro\nSchwimmbad bleibt zu\n"
   "Für den Newsletter anmelden\n",
   "Stadtwerke bauen ein Rechenzentrum am Fluss",
   {"Die Stadtwerke geben", "Mit der Abwärme"},
   {"Startseite", "Drucken", "März", "Foto", "Anzeige", "Lesen", "Brücke", "Newsletter"},
   "2025-03-03",
   NULL},
  {"an English page with a box of other articles inside",
   "Home > Business\nBy Jane Doe | May 5, 2025 | 3 min read | 12 comments\n\n"
   "A port town leases its silos to a computing firm\n\n"
   "The silos have stood empty since the mill closed, and the council had given up on finding a "
   "tenant for them.\n\n"
   "RELATED\n• Mill owner settles $3 million claim\n• Ferry line adds two ships\n\n"
   "Now a computing firm will pay nine million dollars over ten years to put its machines where "
   "grain once lay.\n\n"
   "Work starts in June, the mayor said, and the first hall should hum by the end of the year.\n\n"
   "© 2025 The Harbour Paper. All rights reserved.\n",
   "A port town leases its silos to a computing firm",
   {"The silos have stood", "Now a computing firm", "Work starts in June"},
   {"Home", "Jane", "RELATED", "Mill owner", "Ferry line", "All rights"},
   "2025-05-05",
   NULL},
  {"a French page with lines that name other articles",
   "Publié le 12/02/2025 à 15:21 - Mis à jour le 14/02/2025 à 16:02\n\n"
   "Une usine rachetée pour des serveurs\n\n"
   "L’ancienne filature sera transformée en salle informatique pour vingt millions d’euros, a "
   "indiqué la commune.\n\n"
   "> À lire aussi : La gare rénovée pour quatre millions\n\n"
   "Les travaux dureront dix-huit mois et l’exploitant promet trente emplois sur place.\n\n"
   "3 commentaires | Recevez notre newsletter chaque matin\n",
   "Une usine rachetée pour des serveurs",
   {"L’ancienne filature", "Les travaux dureront"},
   {"Publié", "gare", "newsletter", "commentaires"},
   "2025-02-12",
   NULL},
  {"a Portuguese page with comments",
   "CIDADES\nSilos viram salas de servidores\nAtualizado em 9/7/2025 às 08h11 · Compartilhe\n\n"
   "A cidade vai ceder os antigos silos a uma empresa de computação, que investirá dez milhões de "
   "reais no local.\n\n"
   "As obras começam em agosto, segundo a prefeitura, e terminam no próximo ano.\n\n"
   "COMENTÁRIOS (2)\nZeca: quero ver a conta de água\nMarina: parabéns!\n",
   "Silos viram salas de servidores",
   {"A cidade vai ceder", "As obras começam"},
   {"Atualizado", "COMENT", "Zeca", "Marina"},
   "2025-07-09",
   NULL},
  {"a Korean page with titles of other articles",
   "입력 2026.01.19 09:12  |  가+ 가-  |  페이스북 · 카카오톡 · 링크복사\n\n"
   "항구 도시, 빈 창고를 전산실로 바꾼다\n\n"
   "시는 비어 있던 창고를 전산 회사에 빌려주기로 하고 열흘 안에 계약을 맺는다고 19일 밝혔다. "
   "회사는 "
   "삼백억 원을 들여 건물을 고친다.\n\n"
   "공사는 여름에 시작해 내년 봄에 끝난다. 지역에서는 일자리 서른 개가 생길 것으로 본다.\n\n"
   "[관련기사] 새 다리 개통 늦어진다\n©무단전재 및 재배포 금지   댓글 6\n",
   "항구 도시, 빈 창고를 전산실로 바꾼다",
   {"시는 비어 있던", "공사는 여름에"},
   {"입력", "관련기사", "다리", "무단전재"},
   "2026-01-19",
   NULL},
  {"a Chinese page with editors and teasers",
   "首页 > 资讯 > 数字化\n小城把旧粮仓改成机房\n2025/02/24 12:10  字号：大 中 小\n\n"
   "当地政府周一宣布，将把闲置多年的粮仓租给一家算力公司，租期十年，公司投入三千万元改造。\n\n"
   "改造工程预计六月动工，首批设备年底前上架。\n\n"
   "（责任编辑：小林）\n【延伸阅读】\n·新桥造价一亿元\n·渡轮公司添两艘新船\n扫码关注公众号\n",
   "小城把旧粮仓改成机房",
   {"当地政府周一宣布", "改造工程预计"},
   {"首页", "字号", "责任编辑", "新桥", "渡轮", "扫码"},
   "2025-02-24",
   NULL},
  {"a forum page in one language with the forum's words in another",
   "Công ty nhỏ mua máy chủ cũ\n\nAn Bình\n\nWell-known member\n"
   "Một công ty nhỏ vừa mua lại năm trăm máy chủ cũ để cho thuê theo giờ, giá rẻ hơn nhiều so với "
   "các hãng lớn trên thị trường.\n"
   "Theo chủ công ty, số tiền bỏ ra là hai tỷ đồng và sẽ thu lại trong ba năm nếu giá điện không "
   "tăng.\n\nBên trên\n",
   "Công ty nhỏ mua máy chủ cũ",
   {"Một công ty nhỏ", "Theo chủ công ty"},
   {"Well-known", "Bên trên"},
   "",
   NULL},
};

static void
test_cases (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (OutlayArticle) article = clean (c->text, NULL);
  g_autofree char *published = outlay_date_is_set (article->published)
                                 ? outlay_date_to_string (article->published)
                                 : g_strdup ("");

  g_assert_cmpstr (article->title, ==, c->title);
  g_assert_cmpstr (published, ==, c->published);
  g_assert_cmpstr (article->source, ==, c->source);
  for (guint i = 0; i < G_N_ELEMENTS (c->kept) && c->kept[i] != NULL; i++)
    {
      if (strstr (article->text, c->kept[i]) == NULL)
        g_error ("“%s” is lost", c->kept[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (c->dropped) && c->dropped[i] != NULL; i++)
    {
      if (strstr (article->text, c->dropped[i]) != NULL)
        g_error ("“%s” is still there", c->dropped[i]);
    }
}

static void
assert_pieces (const OutlayArticle *article, const char *text)
{
  gsize end = 0;

  g_assert_nonnull (article->pieces);
  for (guint i = 0; i < article->pieces->len; i++)
    {
      const OutlayPiece *piece = &g_array_index (article->pieces, OutlayPiece, i);

      g_assert_cmpuint (piece->start, >=, end);
      for (; end < piece->start; end++)
        g_assert_cmpint (article->text[end], ==, '\n');
      g_assert_cmpuint (piece->origin + piece->length, <=, strlen (text));
      /* Breaks that wrapping made have become spaces. */
      for (gsize j = 0; j < piece->length; j++)
        {
          char c = text[piece->origin + j];

          if (!g_ascii_isspace (c))
            g_assert_cmpint (article->text[piece->start + j], ==, c);
          else
            g_assert_true (g_ascii_isspace (article->text[piece->start + j]));
        }
      end = piece->start + piece->length;
    }
  g_assert_cmpuint (end, ==, strlen (article->text));
}

static void
test_pieces (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) split = g_strsplit (cases[i].text, "\n", -1);
      g_autoptr (OutlayArticle) article = clean (cases[i].text, NULL);

      assert_pieces (article, cases[i].text);
      for (guint j = 0; split[j] != NULL; j++)
        g_ptr_array_add (lines, g_strdup (split[j]));
    }
  /* Any lines in any order, with any ends. */
  for (guint round = 0; round < 300; round++)
    {
      static const char *const breaks[] = {"\n", "\r\n", "\n\n", " \n\t\n", "\xe2\x80\xa8"};
      g_autoptr (GString) text = g_string_new (NULL);

      for (gint n = g_rand_int_range (random, 0, 30); n > 0; n--)
        {
          g_string_append (
            text, g_ptr_array_index (lines, g_rand_int_range (random, 0, (gint)lines->len)));
          g_string_append (text, breaks[g_rand_int_range (random, 0, G_N_ELEMENTS (breaks))]);
        }
      g_autoptr (OutlayArticle) article = clean (text->str, NULL);
      assert_pieces (article, text->str);
    }
}

static void
test_origin (void)
{
  g_autoptr (OutlayArticle) article = clean (cases[1].text, NULL);
  const char *words = "vierzig Millionen Euro";
  gsize at = (gsize)(strstr (article->text, words) - article->text);
  OutlaySpan origin;

  g_assert_true (outlay_article_get_origin (article, OUTLAY_PART_TEXT,
                                            (OutlaySpan){at, at + strlen (words)}, &origin));
  g_assert_cmpmem (cases[1].text + origin.start, origin.end - origin.start, words, strlen (words));
}

static void
test_title_origin (void)
{
  g_autoptr (OutlayArticle) article = clean (cases[1].text, NULL);
  g_autoptr (OutlayArticle) other = clean (cases[1].text, "Another title");
  OutlaySpan origin;

  g_assert_true (
    outlay_article_get_origin (article, OUTLAY_PART_TITLE, (OutlaySpan){0, 10}, &origin));
  g_assert_cmpmem (cases[1].text + origin.start, origin.end - origin.start, "Stadtwerke", 10);
  g_assert_false (
    outlay_article_get_origin (other, OUTLAY_PART_TITLE, (OutlaySpan){0, 7}, &origin));
}

static void
test_as_it_is (void)
{
  static const char *const texts[] = {
    "",
    "One sentence, and no more.",
    "A headline\n\nA sentence below it.",
    " Space about it \n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (OutlayArticle) article = clean (texts[i], NULL);

      g_assert_cmpstr (article->text, ==, texts[i]);
      assert_pieces (article, texts[i]);
    }
}

static void
test_only_clutter (void)
{
  static const char text[] = "Home | News | Sport\nSign in\nSubscribe\nComments (3)\n";
  g_autoptr (OutlayArticle) article = clean (text, NULL);

  g_assert_cmpstr (article->text, ==, text);
}

static void
test_true_text (void)
{
  /* Lines of an article that look like clutter. */
  static const char text[]
    = "What the port council decided\n\n"
      "The port council met on Tuesday to hear how the plan for the old silos will be paid for, "
      "and "
      "by whom.\n\n"
      "Who pays?\n\n"
      "The firm pays nine million dollars; the county adds two million for the road.\n\n"
      "• Silos: 9 million dollars\n• Road: 2 million dollars\n• Power line: not known\n\n"
      "Related costs are not in the sum, the treasurer said, and will be voted on in autumn.\n\n"
      "Open questions\n\n"
      "Nobody knows who will share the risk. “We follow the market,” the treasurer said.\n\n"
      "Photo agencies had asked for access, but the council met behind closed doors.\n";
  static const char *const kept[] = {"Who pays?",
                                     "• Silos: 9 million dollars",
                                     "• Power line: not known",
                                     "Related costs",
                                     "Open questions",
                                     "Nobody knows",
                                     "Photo agencies"};
  g_autoptr (OutlayArticle) article = clean (text, NULL);

  g_assert_cmpstr (article->title, ==, "What the port council decided");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_test_message ("%s", kept[i]);
      g_assert_nonnull (strstr (article->text, kept[i]));
    }
}

static void
test_known_facts (void)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();
  g_autoptr (OutlayArticle) article = NULL;

  g_free (raw->text);
  raw->text = g_strdup (cases[0].text);
  raw->id = g_strdup ("7");
  raw->title = g_strdup ("Another title");
  raw->source = g_strdup ("The caller");
  raw->url = g_strdup ("https://www.paper.example/a");
  raw->published = outlay_date_day (2025, 1, 2);
  g_free (raw->lang);
  raw->lang = g_strdup ("vi");
  article = outlay_read_clean (raw);
  g_assert_cmpstr (article->id, ==, "7");
  g_assert_cmpstr (article->title, ==, "Another title");
  g_assert_cmpstr (article->source, ==, "The caller");
  g_assert_cmpstr (article->url, ==, raw->url);
  g_assert_true (outlay_date_equal (article->published, raw->published));
  /* The text's own headline differs from the title that the caller gave, so it stays. */
  g_assert_true (g_str_has_prefix (article->text, "Thành phố giao đất"));
  g_assert_cmpstr (raw->text, ==, cases[0].text);
}

static void
test_same_title (void)
{
  g_autoptr (OutlayArticle) article
    = clean (cases[1].text, "„Stadtwerke bauen ein Rechenzentrum am Fluss“");

  g_assert_cmpstr (article->title, ==, "„Stadtwerke bauen ein Rechenzentrum am Fluss“");
  g_assert_null (strstr (article->text, "Stadtwerke bauen ein"));
}

static void
test_host (void)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();
  g_autoptr (OutlayArticle) article = NULL;

  g_free (raw->text);
  raw->text = g_strdup ("One sentence.");
  raw->url = g_strdup ("https://www.paper.example/a");
  article = outlay_read_clean (raw);
  g_assert_cmpstr (article->source, ==, "paper.example");
}

static void
test_agency (void)
{
  g_autoptr (OutlayArticle) article
    = clean ("Ein Hafen vermietet seine Silos\n\n"
             "OSLO (dpa) – Die Hafenstadt vermietet ihre leeren Silos an eine Firma, die darin "
             "Rechner aufstellt.\n\nDie Firma zahlt neun Millionen Kronen im Jahr.\n",
             NULL);

  g_assert_cmpstr (article->source, ==, "dpa");
}

static void
test_wrapped (void)
{
  g_autoptr (OutlayArticle) article
    = clean ("A headline over wrapped lines\n\n"
             "The council said on Monday that it will lease the old silos by the\n"
             "harbour to a computing firm for a term of ten years, with an option\n"
             "for five more that both sides would have to agree on.\n\n"
             "The firm pays nine million dollars in all, most of it in the first\n"
             "two years, and takes over the repair of the quay wall, which the\n"
             "council has put off since the mill closed.\n",
             NULL);

  g_assert_nonnull (strstr (article->text, "by the harbour to a computing firm"));
  g_assert_nonnull (strstr (article->text, "agree on.\n\nThe firm pays"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/clutter/it is taken away from ", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_cases);
    }
  g_test_add_func ("/clutter/the clean text is made of pieces of the text", test_pieces);
  g_test_add_func ("/clutter/a span is found again in the text handed in", test_origin);
  g_test_add_func ("/clutter/a span of the title is found again", test_title_origin);
  g_test_add_func ("/clutter/a short text comes back as it is", test_as_it_is);
  g_test_add_func ("/clutter/a text of clutter alone comes back as it is", test_only_clutter);
  g_test_add_func ("/clutter/true text that looks like clutter stays", test_true_text);
  g_test_add_func ("/clutter/what the caller knows wins", test_known_facts);
  g_test_add_func ("/clutter/the line of the title is not in the text", test_same_title);
  g_test_add_func ("/clutter/the host of the address is the source at last", test_host);
  g_test_add_func ("/clutter/an agency in the first paragraph is the source", test_agency);
  g_test_add_func ("/clutter/lines that were wrapped are joined", test_wrapped);
  return g_test_run ();
}
