/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "read/formats/outlay-stamp.h"

static const struct
{
  const char *stamp;
  const char *day;
} stamps[] = {
  {"Tue, 24 Nov 2025 08:30:00 +0100", "2025-11-24"},
  {"24 Nov 2025 23:59:59 -0800", "2025-11-24"},
  {"Tue, 2 Mar 26 06:30 EST", "2026-03-02"},
  {"02 Mar 98 06:30 GMT", "1998-03-02"},
  {"Monday, 2-Mar-2026 06:30:00 GMT", "2026-03-02"},
  {"Mon Mar  2 06:30:00 2026", "2026-03-02"},
  {"March 2, 2026 6:30 am", "2026-03-02"},
  {" Mon,  2 March 2026\t06:30:00 (CET)", "2026-03-02"},
  {"2 Mar 2026", "2026-03-02"},
  {"2026-03-02T06:30:00Z", "2026-03-02"},
  {"2026-03-02 06:30", "2026-03-02"},
  {"20260302T063000+0100", "2026-03-02"},
  {"2026/03/02", "2026-03-02"},
  {"Mon, 31 Feb 2026 06:30:00 GMT", NULL},
  {"32 Mar 2026", NULL},
  {"Mar 2026", NULL},
  {"2 Mar 1875", NULL},
  {"1764000000", NULL},
  {"yesterday", NULL},
  {"", NULL},
};

static void
test_stamps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      OutlayDate day = OUTLAY_DATE_INIT;
      gboolean read = outlay_stamp_read (stamps[i].stamp, &day);

      g_test_message ("%s", stamps[i].stamp);
      g_assert_cmpint (read, ==, stamps[i].day != NULL);
      if (read)
        {
          g_autofree char *found = outlay_date_to_string (day);

          g_assert_cmpstr (found, ==, stamps[i].day);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stamp/the day of a feed or a mail is read in every form in use", test_stamps);
  return g_test_run ();
}
