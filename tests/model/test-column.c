/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/outlay-column.h"
#include "records.h"

static const Record deals[] = {
  {OUTLAY_KIND_BUILD, OUTLAY_STATUS_AGREED, "Acme", "Borealis|Cirrus", "USD up_to 50", "2025-06-01",
   "FR", 1300, "a/en|b/de", TRUE, 1u << OUTLAY_FIELD_AMOUNT, FALSE},
  {OUTLAY_KIND_BUDGET, OUTLAY_STATUS_ANNOUNCED, "Tab\tby Ltd", NULL, NULL, "2025", NULL, 0, NULL,
   FALSE, 0, FALSE},
  {OUTLAY_KIND_SUPPLY, OUTLAY_STATUS_RUMOURED, NULL, "Acme", "USD vague 10", NULL, NULL, 0, NULL,
   FALSE, 0, FALSE},
};

static OutlayDeal *
make_deal (guint index)
{
  g_autoptr (OutlayDealRecord) record = record_make (&deals[index], index + 1);

  return outlay_deal_new (record);
}

static void
tell_columns (void)
{
  static const struct
  {
    guint deal;
    OutlayColumn column;
    const char *text;
  } cases[] = {
    {0, OUTLAY_COLUMN_WHO, "Acme"},
    {0, OUTLAY_COLUMN_WHOM, "Borealis and Cirrus"},
    {0, OUTLAY_COLUMN_KIND, "Build"},
    {0, OUTLAY_COLUMN_MARKS, "Articles disagree, to review"},
    {0, OUTLAY_COLUMN_AMOUNT, "≤\302\240$50\342\200\257bn"},
    {0, OUTLAY_COLUMN_WORTH, "50.0"},
    {0, OUTLAY_COLUMN_CAPACITY, "1,300"},
    {0, OUTLAY_COLUMN_PLACES, "France"},
    {0, OUTLAY_COLUMN_ANNOUNCED, "1 Jun 2025"},
    {0, OUTLAY_COLUMN_SOURCES, "2"},
    {0, OUTLAY_COLUMN_LANGUAGES, "en de"},
    {1, OUTLAY_COLUMN_WHOM, ""},
    {1, OUTLAY_COLUMN_AMOUNT, ""},
    {1, OUTLAY_COLUMN_WORTH, ""},
    {1, OUTLAY_COLUMN_CAPACITY, ""},
    {1, OUTLAY_COLUMN_ANNOUNCED, "2025"},
    {1, OUTLAY_COLUMN_PERIOD, ""},
    {1, OUTLAY_COLUMN_STARRED, ""},
    {2, OUTLAY_COLUMN_WHO, ""},
    {2, OUTLAY_COLUMN_AMOUNT, "tens of $bn"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayDeal) deal = make_deal (cases[i].deal);
      g_autofree char *text = outlay_column_dup_text (cases[i].column, deal);

      g_test_message ("%u %s", cases[i].deal, outlay_column_to_string (cases[i].column));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
name_columns (void)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      OutlayColumn column = OUTLAY_COLUMN_WHO;

      g_assert_true (
        outlay_column_from_string (outlay_column_to_string ((OutlayColumn)i), &column));
      g_assert_cmpuint (column, ==, i);
      g_assert_cmpstr (outlay_column_get_name (column), !=, "");
    }
  g_assert_false (outlay_column_from_string ("colour", &(OutlayColumn){OUTLAY_COLUMN_WHO}));
}

static void
find_heads (void)
{
  for (guint i = 0; i < OUTLAY_N_COLUMNS; i++)
    {
      OutlayColumn column = (OutlayColumn)i;
      OutlaySort sort;

      if (!outlay_column_get_sort (column, &sort))
        continue;
      for (guint down = 0; down < 2; down++)
        {
          OutlayOrder order = outlay_column_make_order (column, down);
          OutlayColumn found = OUTLAY_COLUMN_WHO;
          gboolean found_down = FALSE;

          g_assert_true (outlay_column_find (order, column, &found, &found_down));
          g_assert_cmpuint (found, ==, column);
          g_assert_cmpuint (found_down, ==, down);
        }
    }
}

static void
oldest_points_up (void)
{
  OutlayColumn column = OUTLAY_COLUMN_WHO;
  gboolean down = TRUE;

  g_assert_true (outlay_column_find ((OutlayOrder){OUTLAY_SORT_OLDEST, FALSE}, OUTLAY_COLUMN_WHO,
                                     &column, &down));
  g_assert_cmpuint (column, ==, OUTLAY_COLUMN_ANNOUNCED);
  g_assert_false (down);
}

static void
make_rows (void)
{
  static const OutlayColumn shown[]
    = {OUTLAY_COLUMN_STARRED, OUTLAY_COLUMN_WHO, OUTLAY_COLUMN_WORTH};
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (rows, make_deal (0));
  g_ptr_array_add (rows, make_deal (1));
  text = outlay_columns_dup_rows (shown, G_N_ELEMENTS (shown), rows);
  g_assert_cmpstr (text, ==, "Star\tWho\t≈ $ bn\n\tAcme\t50.0\n\tTab by Ltd\t\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/a column says of a deal what the deal gives", tell_columns);
  g_test_add_func ("/column/every column has a name that is read back", name_columns);
  g_test_add_func ("/column/a head shows the order that a click on it made", find_heads);
  g_test_add_func ("/column/the oldest first is the day's head with its arrow up",
                   oldest_points_up);
  g_test_add_func ("/column/rows copied have a head, and no tab from a name", make_rows);
  return g_test_run ();
}
