/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "report/page/outlay-pager.h"

#define TOP    50.0
#define BOTTOM 450.0
#define SLACK  0.02

static OutlaySheet *
new_sheet (void)
{
  g_auto (OutlayReportOptions) options;

  outlay_report_options_init (&options);
  return outlay_sheet_new (&options, "en");
}

static OutlayBlock *
new_text_block (const OutlaySheet *sheet, guint n_words, double gap)
{
  OutlayBlock *block = outlay_block_new (gap);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "word%u ", i);
  outlay_block_add_text (block, OUTLAY_TEXT_QUOTE,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_QUOTE, text->str, 300), 0, 0);
  block->main = 0;
  return block;
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_block_free);
}

/* Every part of every block has its place once, in order, within the page. */
static void
assert_complete (const OutlayPager *pager, GPtrArray *const *units, guint n_units)
{
  guint unit = 0, block = 0;
  double from = 0;

  for (guint page = 0; page < outlay_pager_get_n_pages (pager); page++)
    {
      guint n_places;
      const OutlayPlace *places = outlay_pager_get_places (pager, page, &n_places);
      double y = TOP;

      g_assert_cmpuint (n_places, >, 0);
      for (guint i = 0; i < n_places; i++)
        {
          g_assert_cmpuint (places[i].unit, ==, unit);
          g_assert_cmpuint (places[i].block, ==, block);
          g_assert_cmpfloat_with_epsilon (places[i].from, from, SLACK);
          g_assert_cmpfloat (places[i].to, >, places[i].from);
          g_assert_cmpfloat (places[i].y, >=, y - SLACK);
          y = places[i].y + places[i].to - places[i].from;
          g_assert_cmpfloat (y, <=, BOTTOM + SLACK);
          from = places[i].to;
          const OutlayBlock *placed = g_ptr_array_index (units[unit], block);
          if (from >= placed->height - SLACK)
            {
              from = 0;
              if (++block == units[unit]->len)
                {
                  block = 0;
                  unit++;
                }
            }
        }
    }
  g_assert_cmpuint (unit, ==, n_units);
}

static void
test_complete (void)
{
  g_autoptr (OutlaySheet) sheet = new_sheet ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (OutlayPager) pager = outlay_pager_new (TOP, BOTTOM);
      GPtrArray *units[6];

      for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
        {
          guint n_blocks = (guint)g_rand_int_range (random, 1, 6);

          units[unit] = new_blocks ();
          for (guint i = 0; i < n_blocks; i++)
            {
              OutlayBlock *block = new_text_block (sheet, (guint)g_rand_int_range (random, 1, 300),
                                                   g_rand_double_range (random, 0, 20));

              block->keep = g_rand_boolean (random);
              block->whole = g_rand_boolean (random) && block->height < BOTTOM - TOP;
              g_ptr_array_add (units[unit], block);
            }
          outlay_pager_place (pager, unit, units[unit]);
        }
      assert_complete (pager, units, G_N_ELEMENTS (units));
      for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
        g_ptr_array_unref (units[unit]);
    }
}

static OutlayBlock *
new_bar (double height)
{
  OutlayBlock *block = outlay_block_new (0);

  outlay_block_extend (block, height);
  block->whole = TRUE;
  return block;
}

static void
test_heading_moves_on (void)
{
  g_autoptr (OutlaySheet) sheet = new_sheet ();
  g_autoptr (OutlayPager) pager = outlay_pager_new (TOP, BOTTOM);
  g_autoptr (GPtrArray) filler = new_blocks ();
  g_autoptr (GPtrArray) section = new_blocks ();
  OutlayBlock *heading = new_bar (14);
  guint n_places;

  g_ptr_array_add (filler, new_bar (BOTTOM - TOP - 30));
  heading->keep = TRUE;
  g_ptr_array_add (section, heading);
  g_ptr_array_add (section, new_text_block (sheet, 200, 0));
  outlay_pager_place (pager, 0, filler);
  outlay_pager_place (pager, 1, section);

  const OutlayPlace *places = outlay_pager_get_places (pager, 0, &n_places);
  g_assert_cmpuint (n_places, ==, 1);
  places = outlay_pager_get_places (pager, 1, &n_places);
  g_assert_cmpuint (n_places, >=, 2);
  g_assert_cmpuint (places[0].unit, ==, 1);
  g_assert_cmpuint (places[0].block, ==, 0);
}

static void
test_no_line_stands_alone (void)
{
  g_autoptr (OutlaySheet) sheet = new_sheet ();
  g_autoptr (OutlayBlock) one = new_text_block (sheet, 3, 0);
  double line = one->height;

  for (double room = line / 2; room < BOTTOM - TOP; room += 3)
    {
      g_autoptr (OutlayBlock) block = new_text_block (sheet, 60, 0);
      double at = outlay_block_find_break (block, 0, room);

      if (at <= 0 || at >= block->height)
        continue;
      g_assert_cmpfloat (at, >, 1.5 * line);
      g_assert_cmpfloat (block->height - at, >, 1.5 * line);
    }
}

static void
test_head_repeats (void)
{
  g_autoptr (OutlayPager) pager = outlay_pager_new (TOP, BOTTOM);
  g_autoptr (GPtrArray) head = new_blocks ();

  g_ptr_array_add (head, new_bar (20));
  outlay_pager_place (pager, 0, head);
  outlay_pager_repeat (pager, 0, 0, g_ptr_array_index (head, 0));
  for (guint row = 1; row <= 50; row++)
    {
      g_autoptr (GPtrArray) blocks = new_blocks ();

      g_ptr_array_add (blocks, new_bar (37));
      outlay_pager_place (pager, row, blocks);
    }
  g_assert_cmpuint (outlay_pager_get_n_pages (pager), ==, 5);
  for (guint page = 0; page < 5; page++)
    {
      guint n_places;
      const OutlayPlace *places = outlay_pager_get_places (pager, page, &n_places);

      g_assert_cmpuint (places[0].unit, ==, 0);
      g_assert_cmpuint (n_places, ==, 11);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pager/all of every block is placed, once and in order", test_complete);
  g_test_add_func ("/pager/a heading goes to the next page with its text", test_heading_moves_on);
  g_test_add_func ("/pager/no line of a quote stands alone", test_no_line_stands_alone);
  g_test_add_func ("/pager/the head begins every page of rows", test_head_repeats);

  return g_test_run ();
}
