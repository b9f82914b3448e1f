/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "read/outlay-read.h"

#define PARAGRAPHS                                                                                 \
  "Công ty cho biết sẽ chi thêm tiền cho trung tâm dữ liệu "                          \
  "trong năm tới.\n\nTin liên quan\n"                                                          \
  "Một tựa đề khác (ảnh: ai đó) | chia sẻ | 3\n"

static double
time_cleaning (const char *block, guint n_blocks)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();
  GString *text = g_string_new ("Một tiêu đề đủ dài cho bài báo\n\n");

  for (guint i = 0; i < n_blocks; i++)
    g_string_append (text, block);
  g_free (raw->text);
  raw->text = g_string_free (text, FALSE);

  clock_t start = clock ();
  g_autoptr (OutlayArticle) article = outlay_read_clean (raw);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
  g_assert_cmpuint (strlen (article->text), >, 0);
  return seconds;
}

static void
bench_linear (gconstpointer block)
{
  time_cleaning (block, 100);
  double small = time_cleaning (block, 2000);
  double large = time_cleaning (block, 16000);

  g_test_message ("eight times the text takes %.1f times as long", large / small);
  g_assert_cmpfloat (large, <, small * 16);
}

/* Lists of figures and words, which no paragraph parts. */
static void
bench_short_lines (void)
{
  double paragraphs = time_cleaning (PARAGRAPHS, 8000);
  double lines = time_cleaning ("ab7\n12\ncd\n", 8000 * sizeof PARAGRAPHS / 10);

  g_test_message ("the same bytes in short lines take %.1f times as long", lines / paragraphs);
  g_assert_cmpfloat (lines, <, paragraphs * 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/clutter/time grows with the length of the text and no faster", PARAGRAPHS,
                        bench_linear);
  g_test_add_data_func ("/clutter/nor with the number of short lines", "ab7\n12 | cd\n",
                        bench_linear);
  g_test_add_data_func ("/clutter/nor with the number of headings over comments",
                        "Comments\nBình luận\n", bench_linear);
  g_test_add_func ("/clutter/short lines take little longer than paragraphs", bench_short_lines);
  return g_test_run ();
}
