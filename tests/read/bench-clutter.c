/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "read/outlay-read.h"

static double
time_cleaning (guint n_blocks)
{
  g_autoptr (OutlayArticle) raw = outlay_article_new ();
  GString *text = g_string_new ("Một tiêu đề đủ dài cho bài báo\n\n");

  for (guint i = 0; i < n_blocks; i++)
    g_string_append (text, "Công ty cho biết sẽ chi thêm tiền cho trung tâm dữ liệu trong năm "
                           "tới.\n\nTin liên quan\nMột tựa đề khác (ảnh: ai đó) | chia sẻ | 3\n");
  g_free (raw->text);
  raw->text = g_string_free (text, FALSE);

  clock_t start = clock ();
  g_autoptr (OutlayArticle) article = outlay_read_clean (raw);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;
  g_assert_cmpuint (strlen (article->text), >, 0);
  return seconds;
}

static void
bench_linear (void)
{
  time_cleaning (100);
  double small = time_cleaning (2000);
  double large = time_cleaning (16000);

  g_test_message ("eight times the text takes %.1f times as long", large / small);
  g_assert_cmpfloat (large, <, small * 16);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clutter/time grows with the length of the text and no faster", bench_linear);
  return g_test_run ();
}
