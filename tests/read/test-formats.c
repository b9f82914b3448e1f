/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/outlay-read.h"

static GPtrArray *
read_data (const void *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return outlay_read_bytes (bytes, "a file", NULL, error);
}

static OutlayArticle *
read_one (const void *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_data (data, size, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return outlay_article_ref (g_ptr_array_index (articles, 0));
}

static void
assert_refused (const void *data, gsize size, OutlayReadError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_data (data, size, &error);

  g_assert_null (articles);
  g_assert_error (error, OUTLAY_READ_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

typedef struct
{
  const char *charset;
  const char *text;
} Encoded;

static const char vietnamese[]
  = "Tập đoàn viễn thông xây trung tâm dữ liệu ở ngoại thành\n\n"
    "Doanh nghiệp cho biết khoản đầu tư ba trăm triệu đô la sẽ được giải ngân trong hai năm tới, "
    "bắt đầu từ mùa hè.\n\nTheo kế hoạch, khu nhà máy chủ đầu tiên hoạt động vào cuối năm sau và "
    "dùng điện từ các trang trại gió gần đó.\n";
static const char german[]
  = "Größere Rechenzentren für die Börse\n\nDie Betreiberin will für die Anlage rund drei "
    "Milliarden Euro ausgeben – „so früh wie möglich“, hieß es in München.\n\n"
    "Über die Fördermittel müsse noch entschieden werden, sagte eine Sprecherin der Behörde.\n";
static const char french[]
  = "Un câble et des serveurs près de la côte\n\nL’opérateur a annoncé qu’il dépenserait deux "
    "milliards d’euros pour ses centres de données, déjà bien avancés à l’été.\n\n"
    "La région espère créer des emplois et sécuriser l’électricité nécessaire.\n";
static const char chinese[]
  = "算力中心落户西北\n\n这家公司周二宣布，将投资三十亿元在当地建设数据中心，"
    "首期机房预计明年夏天投入使用。\n\n当地政府表示，配套电网将同步建设。\n";
static const char japanese[]
  = "北の町にデータセンター\n\n同社は火曜日、三十億円を投じて計算拠点を建設す"
    "ると発表した。最初の建物は来年の夏に動き出す見通しだ。\n\n"
    "地元は雇用の増加に期待を寄せている。\n";
static const char korean[]
  = "남쪽 도시에 들어서는 데이터센터\n\n회사는 화요일 삼백억 원을 들여 전산 시설을 짓는다고 "
    "밝혔다. 첫 건물은 내년 여름에 문을 연다.\n\n지역에서는 일자리가 늘 것으로 "
    "기대한다.\n";

static const Encoded encodings[] = {
  {"UTF-8", vietnamese},     {"UTF-16LE", vietnamese},
  {"UTF-16BE", vietnamese},  {"UTF-8", german},
  {"UTF-16LE", german},      {"UTF-16BE", chinese},
  {"UTF-16LE", japanese},    {"WINDOWS-1252", german},
  {"WINDOWS-1252", french},  {"WINDOWS-1258", vietnamese},
  {"GB18030", chinese},      {"SHIFT_JIS", japanese},
  {"EUC-JP", japanese},      {"EUC-KR", korean},
  {"ISO-2022-JP", japanese},
};

static char *
encode (const Encoded *encoded, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_strdup (encoded->text);

  if (strcmp (encoded->charset, "WINDOWS-1258") == 0)
    {
      /* That charset writes tones behind their letters. */
      g_free (source);
      source = g_utf8_normalize (encoded->text, -1, G_NORMALIZE_NFC);
    }
  char *bytes = g_convert (source, -1, encoded->charset, "UTF-8", NULL, length, &error);
  if (bytes == NULL)
    {
      g_clear_error (&error);
      bytes = g_convert_with_fallback (source, -1, encoded->charset, "UTF-8", "?", NULL, length,
                                       &error);
    }
  g_assert_no_error (error);
  return bytes;
}

static void
assert_same_words (const OutlayArticle *article, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n\n", 2);
  g_autofree char *rest = g_strstrip (g_strdup (lines[1]));

  g_assert_cmpstr (article->title, ==, lines[0]);
  g_assert_cmpstr (article->text, ==, rest);
}

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = encode (&encodings[i], &length);
      g_autoptr (OutlayArticle) article = NULL;

      g_test_message ("%s", encodings[i].charset);
      article = read_one (bytes, length);
      assert_same_words (article, encodings[i].text);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    {"\xef\xbb\xbf", 3, "UTF-8"},    {"\xff\xfe", 2, "UTF-16LE"},     {"\xfe\xff", 2, "UTF-16BE"},
    {"\xff\xfe\0\0", 4, "UTF-32LE"}, {"\0\0\xfe\xff", 4, "UTF-32BE"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gsize length;
      g_autofree char *body
        = g_convert (korean, -1, marks[i].charset, "UTF-8", NULL, &length, NULL);

      g_test_message ("%s", marks[i].charset);
      g_byte_array_append (bytes, (const guint8 *)marks[i].mark, (guint)marks[i].length);
      g_byte_array_append (bytes, (const guint8 *)body, (guint)length);
      g_autoptr (OutlayArticle) article = read_one (bytes->data, bytes->len);
      assert_same_words (article, korean);
    }
}

static void
test_declared (void)
{
  static const char page[]
    = "<!DOCTYPE html><html><head><meta charset=\"%s\"><title>Page</title></head><body><article>"
      "<h1>Überschrift einer Seite</h1><p>Für die Anlage in der Nähe von Köln gibt der Betreiber "
      "dreißig Millionen Euro aus, wie er am Dienstag erklärte.</p></article></body></html>";

  static const char *const labels[] = {"iso-8859-1", "windows-1252", "ISO-8859-15", "latin1"};

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_auto (GStrv) halves = g_strsplit (page, "%s", 2);
      g_autofree char *markup = g_strconcat (halves[0], labels[i], halves[1], NULL);
      gsize length;
      g_autofree char *bytes = g_convert (markup, -1, "ISO-8859-15", "UTF-8", NULL, &length, NULL);
      g_autoptr (OutlayArticle) article = read_one (bytes, length);

      g_assert_cmpstr (article->title, ==, "Überschrift einer Seite");
      g_assert_nonnull (strstr (article->text, "Für die Anlage in der Nähe von Köln"));
    }
}

static void
test_wrong_declaration (void)
{
  static const char page[]
    = "<html><head><meta charset=gb2312><title>Seite</title></head><body><h1>Große Pläne</h1>"
      "<p>Die Stadt lässt für zwölf Millionen Euro Rechner aufstellen, die 2027 laufen "
      "sollen.</p></body></html>";
  g_autoptr (OutlayArticle) article = read_one (page, strlen (page));

  g_assert_cmpstr (article->title, ==, "Große Pläne");
  g_assert_nonnull (strstr (article->text, "zwölf Millionen"));
}

static void
test_cut_character (void)
{
  gsize length = strlen (german);

  while ((guint8)german[length - 1] < 0x80)
    length--;
  g_autoptr (OutlayArticle) article = read_one (german, length - 1);
  g_assert_true (g_utf8_validate (article->text, -1, NULL));
  g_assert_nonnull (article->note);
}

static void
test_decomposed (void)
{
  g_autofree char *decomposed = g_utf8_normalize (vietnamese, -1, G_NORMALIZE_NFD);
  g_autoptr (OutlayArticle) article = read_one (decomposed, strlen (decomposed));

  assert_same_words (article, vietnamese);
}

static void
test_pasted_byte (void)
{
  g_autofree char *text = g_strconcat (vietnamese, "\nMột dòng \x93 lạ.\n", NULL);
  g_autoptr (OutlayArticle) article = read_one (text, strlen (text));

  g_assert_true (g_utf8_validate (article->text, -1, NULL));
  g_assert_nonnull (strstr (article->text, "Theo kế hoạch"));
  g_assert_nonnull (strstr (article->text, "Một dòng \xef\xbf\xbd lạ."));
}

static void
test_foreign (void)
{
#define MAGIC(bytes, words)                                                                        \
  {                                                                                                \
    bytes, sizeof (bytes) - 1, words                                                               \
  }
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *words;
  } foreign[] = {
    MAGIC ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", "an old Office document"),
    MAGIC ("{\\rtf1\\ansi Words}", "a Rich Text document"),
    MAGIC ("\xff\xd8\xff\xe0\0\20JFIF", "a picture"),
    MAGIC ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
    MAGIC ("GIF89a\1\0\1\0", "a picture"),
    MAGIC ("RIFF\0\0\0\0WEBPVP8 ", "a picture"),
    MAGIC ("\0\0\0\30ftypmp42\0\0\0\0", "a video"),
    MAGIC ("ID3\4\0\0\0\0\0\0", "a sound file"),
    MAGIC ("RIFF\0\0\0\0WAVEfmt ", "a sound file"),
    MAGIC ("\x7f"
           "ELF\2\1\1\0\0\0",
           "a program"),
    MAGIC ("SQLite format 3\0", "a database"),
  };
#undef MAGIC

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      assert_refused (foreign[i].bytes, foreign[i].length, OUTLAY_READ_ERROR_FORMAT,
                      foreign[i].words);
      assert_refused (foreign[i].bytes, foreign[i].length, OUTLAY_READ_ERROR_FORMAT, "plain text");
    }
}

static void
test_binary (void)
{
  g_autofree guint8 *noise = g_malloc (20000);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    noise[i] = (guint8)g_rand_int_range (random, 0, 256);
  noise[0] = 'x';
  assert_refused (noise, 20000, OUTLAY_READ_ERROR_DAMAGED, "not a text");
  for (guint i = 0; i < 20000; i++)
    noise[i] = noise[i] == 0 ? 1 : noise[i];
  assert_refused (noise, 20000, OUTLAY_READ_ERROR_DAMAGED, "not a text");
  memset (noise, 0, 20000);
  assert_refused (noise, 20000, OUTLAY_READ_ERROR_DAMAGED, "not a text");
}

static void
test_stray_nul (void)
{
  g_autoptr (GString) text = g_string_new (german);

  g_string_append (text, german);
  text->str[text->len - 1] = '\0';
  g_autoptr (OutlayArticle) article = read_one (text->str, text->len);
  g_assert_nonnull (strstr (article->text, "Über die Fördermittel"));
}

static void
test_nothing (void)
{
  assert_refused ("", 0, OUTLAY_READ_ERROR_EMPTY, "empty");
  assert_refused (" \n\t\r\n ", 6, OUTLAY_READ_ERROR_NO_TEXT, "no text");
  assert_refused ("<html><head><title>T</title></head><body><script>x()</script></body></html>", 74,
                  OUTLAY_READ_ERROR_NO_TEXT, "no article");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/a text is decoded whatever its charset", test_encodings);
  g_test_add_func ("/formats/a byte order mark tells the charset", test_marks);
  g_test_add_func ("/formats/a page's own charset is used", test_declared);
  g_test_add_func ("/formats/valid UTF-8 is UTF-8 whatever the page declares",
                   test_wrong_declaration);
  g_test_add_func ("/formats/a text that ends inside a letter is read and says so",
                   test_cut_character);
  g_test_add_func ("/formats/letters come in composed form", test_decomposed);
  g_test_add_func ("/formats/one bad byte doesn't change the charset", test_pasted_byte);
  g_test_add_func ("/formats/a foreign format is named, and the known ones with it", test_foreign);
  g_test_add_func ("/formats/noise is refused", test_binary);
  g_test_add_func ("/formats/a stray NUL is passed over", test_stray_nul);
  g_test_add_func ("/formats/nothing to read is refused", test_nothing);
  return g_test_run ();
}
