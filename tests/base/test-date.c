/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/outlay-date.h"

static void
test_forms (void)
{
  static const char *const valid[] = {
    "2026",    "2026-H1", "2026-H2",    "2026-Q1", "2026-Q4",
    "2026-01", "2026-12", "2024-02-29", "0001",    "9999-12-31",
  };
  static const char *const invalid[] = {
    "",        "26",       "2026-",      "2026-H0",    "2026-H3",  "2026-Q5",  "2026-13",
    "2026-00", "2026-1",   "2026-02-30", "2025-02-29", "0000",     "2026-H",   "2026-11-24T",
    " 2026",   "2026-11-", "2026-h2",    "20260",      "2026-Q12", "２０２６",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      OutlayDate date;

      g_test_message ("%s", valid[i]);
      g_assert_true (outlay_date_from_string (valid[i], &date));
      g_assert_true (outlay_date_is_valid (date));
      g_autofree char *again = outlay_date_to_string (date);
      g_assert_cmpstr (again, ==, valid[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      OutlayDate date = outlay_date_year (7);

      g_test_message ("%s", invalid[i]);
      g_assert_false (outlay_date_from_string (invalid[i], &date));
      g_assert_true (outlay_date_equal (date, outlay_date_year (7)));
    }
  g_assert_false (outlay_date_from_string (NULL, &(OutlayDate)OUTLAY_DATE_INIT));
}

static OutlayDate
parse (const char *string)
{
  OutlayDate date = OUTLAY_DATE_INIT;

  if (*string != '\0')
    g_assert_true (outlay_date_from_string (string, &date));
  return date;
}

static void
test_order (void)
{
  static const char *const ascending[] = {
    "",           "2025",       "2025-H1", "2025-Q1", "2025-01",
    "2025-01-01", "2025-01-02", "2025-Q2", "2025-H2", "2026",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
        {
          int order = outlay_date_compare (parse (ascending[i]), parse (ascending[j]));

          g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
        }
    }
}

static void
test_stretches (void)
{
  static const struct
  {
    const char *date;
    guint first_month, last_day, last_month;
  } cases[] = {
    {"2026", 1, 31, 12},   {"2026-H2", 7, 31, 12}, {"2026-Q2", 4, 30, 6},
    {"2024-02", 2, 29, 2}, {"2023-02", 2, 28, 2},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate first, last;

      outlay_date_get_first_day (parse (cases[i].date), &first);
      outlay_date_get_last_day (parse (cases[i].date), &last);
      g_assert_cmpuint (g_date_get_month (&first), ==, cases[i].first_month);
      g_assert_cmpuint (g_date_get_day (&first), ==, 1);
      g_assert_cmpuint (g_date_get_month (&last), ==, cases[i].last_month);
      g_assert_cmpuint (g_date_get_day (&last), ==, cases[i].last_day);
    }
}

static void
test_containment (void)
{
  g_assert_true (outlay_date_contains (parse ("2025"), parse ("2025-11")));
  g_assert_true (outlay_date_contains (parse ("2025-H2"), parse ("2025-11-24")));
  g_assert_true (outlay_date_contains (parse ("2025-11"), parse ("2025-11")));
  g_assert_false (outlay_date_contains (parse ("2025-11"), parse ("2025")));
  g_assert_false (outlay_date_contains (parse ("2025-H1"), parse ("2025-11")));
  g_assert_false (outlay_date_contains (parse (""), parse ("2025")));
  g_assert_false (outlay_date_contains (parse ("2025"), parse ("")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every form reads back as it was written, and no other is taken",
                   test_forms);
  g_test_add_func ("/date/dates are ordered by first day, the less exact first", test_order);
  g_test_add_func ("/date/a partial date names a stretch of days", test_stretches);
  g_test_add_func ("/date/a stretch contains what lies wholly within it", test_containment);
  return g_test_run ();
}
