/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outlay-text.h"
#include "read/text/outlay-day.h"

typedef struct
{
  const char *lang;
  const char *line;
  const char *day; /* "" for none */
} Case;

static char *
print (OutlayDate date)
{
  return outlay_date_is_set (date) ? outlay_date_to_string (date) : g_strdup ("");
}

static void
test_lines (void)
{
  static const Case cases[] = {
    {"de", "Donnerstag, 21. August 2025", "2025-08-21"},
    {"de", "10.11.2025", "2025-11-10"},
    {"de", "26.09.25, 07:52", "2025-09-26"},
    {"de", "Veröffentlicht am 3. Mär. 2024 um 9 Uhr", "2024-03-03"},
    {"de", "1. Jänner 2026", "2026-01-01"},
    {"de", "28.11.2025 18:12:00", "2025-11-28"},
    {"de", "31.02.2025", ""},
    {"de", "Version 10.11.2025 der amtlichen Liste aller Betreiber im Land", ""},
    {"en", "Sept 25, 2025", "2025-09-25"},
    {"en", "25 September 2025", "2025-09-25"},
    {"en", "Published on 10/15/2025 at 16:12", "2025-10-15"},
    {"en", "15/10/2025", "2025-10-15"},
    {"en", "05/06/2025", ""},
    {"en", "06/06/2025", "2025-06-06"},
    {"en", "2025-11-25", "2025-11-25"},
    {"en", "2025-11-25T08:30:00Z", "2025-11-25"},
    {"en", "November 3rd, 2025", "2025-11-03"},
    {"en", "24 November", ""},
    {"en", "November 2025", ""},
    {"en", "Copenhagen, 18 March 2024", "2024-03-18"},
    {"en", "It was on 18 March 2024 that the two sides met for the first time", ""},
    {"fr", "Paris, le 3 avril 2025", "2025-04-03"},
    {"fr", "1er août 2025", "2025-08-01"},
    {"fr", "Publié le 29/10/2025 à 15:21", "2025-10-29"},
    {"es", "15 de octubre de 2025", "2025-10-15"},
    {"it", "26 gennaio 2026 - 15:20", "2026-01-26"},
    {"pt", "Publicado em 9/7/2025 às 08h11", "2025-07-09"},
    {"vi", "Thứ hai, 18/8/2025, 17:05 (GMT+7)", "2025-08-18"},
    {"vi", "16:40' - 11/03/2026", "2026-03-11"},
    {"vi", "07-12-2025 - 14:02 PM", "2025-12-07"},
    {"vi", "Ngày 24 tháng 11 năm 2025", "2025-11-24"},
    {"vi", "24/11", ""},
    {"ja", "2025年10月30日", "2025-10-30"},
    {"ja", "2026/01/05 10:00", "2026-01-05"},
    {"ko", "입력 2026.01.19 09:12", "2026-01-19"},
    {"ko", "2023년 9월 4일", "2023-09-04"},
    {"zh", "发布时间：2019年10月31日 23:00", "2019-10-31"},
    {"zh", "2025/02/24 12:10", "2025-02-24"},
    {"zh", "来源：某某晚报 2020-01-14 17:58", "2020-01-14"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = outlay_text_fold_case (cases[i].line, -1);
      OutlayDayLine day = outlay_day_read_part (outlay_read_words_get (cases[i].lang), folded);
      g_autofree char *found = print (day.published);

      g_test_message ("%s: %s", cases[i].lang, cases[i].line);
      g_assert_cmpstr (found, ==, cases[i].day);
    }
}

static void
test_changes (void)
{
  static const struct
  {
    const char *lang;
    const char *line;
    const char *published;
    const char *updated;
  } cases[] = {
    {"en", "Updated 5 May 2025", "", "2025-05-05"},
    {"de", "Zuletzt aktualisiert: 5. Mai 2025", "", "2025-05-05"},
    {"en", "Published 3 May 2025, updated 5 May 2025", "2025-05-03", "2025-05-05"},
    {"en", "Updated 5 May 2025, published 3 May 2025", "2025-05-03", "2025-05-05"},
    {"vi", "Cập nhật 25/02/2026", "", "2026-02-25"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = outlay_text_fold_case (cases[i].line, -1);
      OutlayDayLine day = outlay_day_read_part (outlay_read_words_get (cases[i].lang), folded);
      g_autofree char *published = print (day.published);
      g_autofree char *updated = print (day.updated);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (published, ==, cases[i].published);
      g_assert_cmpstr (updated, ==, cases[i].updated);
    }
}

static void
test_leads (void)
{
  static const Case cases[] = {
    {"en", "OSLO, April 14, 2026 – The racks have been bolted down.", "2026-04-14"},
    {"it", "Milano, 11 luglio 2025 – La nuova sede apre in autunno.", "2025-07-11"},
    {"fr", "date 2025-11-25 C'est au tour d'un autre groupe.", "2025-11-25"},
    {"en", "OSLO, April 14 (Agency) – The racks have been bolted down.", ""},
    {"en", "On April 14, 2026 the firm opened its first hall in Oslo.", ""},
    {"vi", "Ngày 24/11/2025 công ty cho biết sẽ mở thêm cơ sở.", ""},
    {"de", "Seit dem 3. Mai 2024 ruht der Bau. Nun geht es weiter.", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = outlay_text_fold_case (cases[i].line, -1);
      g_autofree char *found
        = print (outlay_day_read_lead (outlay_read_words_get (cases[i].lang), folded));

      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (found, ==, cases[i].day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day/a line that is there for a day gives it", test_lines);
  g_test_add_func ("/day/the day of a change is told from that of publication", test_changes);
  g_test_add_func ("/day/a first paragraph may begin with place and day", test_leads);
  return g_test_run ();
}
