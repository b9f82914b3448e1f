/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fills pages with blocks from top to bottom. A block that may not be parted from the next one goes
 * to the next page with it; what can be broken is broken, what can't moves on.
 */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-pager.h"

#define SLACK 0.01

/* A run of blocks that stand together may need this share of a page; beyond, it is parted. */
#define TOGETHER_SHARE 0.8

struct _OutlayPager
{
  double top;
  double bottom;
  double y;
  /* Index in places of each page's first. */
  GArray *pages;
  GArray *places;
  gboolean fresh;
  gboolean repeats;
  guint repeat_unit;
  guint repeat_block;
  double repeat_height;
};

/**
 * outlay_pager_new:
 * @top: where text begins on each page, in points from the paper's top
 * @bottom: where it ends
 *
 * Returns: (transfer full): a pager with one empty page.
 */
OutlayPager *
outlay_pager_new (double top, double bottom)
{
  OutlayPager *pager = g_new0 (OutlayPager, 1);
  guint first = 0;

  pager->top = top;
  pager->bottom = MAX (bottom, top + 20);
  pager->y = top;
  pager->fresh = TRUE;
  pager->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  pager->places = g_array_new (FALSE, FALSE, sizeof (OutlayPlace));
  g_array_append_val (pager->pages, first);
  return pager;
}

/** outlay_pager_free: gives back what @pager holds. */
void
outlay_pager_free (OutlayPager *pager)
{
  g_clear_pointer (&pager->pages, g_array_unref);
  g_clear_pointer (&pager->places, g_array_unref);
  g_free (pager);
}

static void
add_place (OutlayPager *pager, guint unit, guint block, double from, double to)
{
  OutlayPlace place = {unit, block, (float)from, (float)to, (float)pager->y};

  g_array_append_val (pager->places, place);
  pager->y += to - from;
}

static void
begin_page (OutlayPager *pager)
{
  g_array_append_val (pager->pages, pager->places->len);
  pager->y = pager->top;
  pager->fresh = TRUE;
  if (pager->repeats)
    add_place (pager, pager->repeat_unit, pager->repeat_block, 0, pager->repeat_height);
}

/**
 * outlay_pager_break_page:
 * @share: of a page's height, 0 to 1
 *
 * What comes next stands on a new page, unless @share of this one is still free.
 */
void
outlay_pager_break_page (OutlayPager *pager, double share)
{
  if (!pager->fresh && pager->bottom - pager->y < share * (pager->bottom - pager->top))
    begin_page (pager);
}

/**
 * outlay_pager_repeat:
 * @index: which of @unit's blocks
 * @block: (nullable): that block, which each new page begins with from now on; %NULL to stop that
 */
void
outlay_pager_repeat (OutlayPager *pager, guint unit, guint index, const OutlayBlock *block)
{
  pager->repeats = block != NULL;
  pager->repeat_unit = unit;
  pager->repeat_block = index;
  pager->repeat_height = block != NULL ? block->height : 0;
}

static double
get_room (const OutlayPager *pager)
{
  return pager->bottom - pager->y;
}

static double
get_gap (const OutlayPager *pager, const OutlayBlock *block)
{
  return pager->fresh ? 0 : block->gap;
}

/* The height of the run of blocks from @first on that stand together, of its last block only what
   must stand on the page with the others. */
static double
measure_run (const GPtrArray *blocks, guint first)
{
  double height = 0;

  for (guint i = first; i < blocks->len; i++)
    {
      const OutlayBlock *block = g_ptr_array_index (blocks, i);
      double part = block->height;

      height += i > first ? block->gap : 0;
      if (block->keep && i + 1 < blocks->len)
        {
          height += block->height;
          continue;
        }
      for (double room = 0; !block->whole && room < block->height; room += 6)
        {
          double at = outlay_block_find_break (block, 0, room);

          if (at > SLACK)
            {
              part = at;
              break;
            }
        }
      return height + part;
    }
  return height;
}

static void
place_broken (OutlayPager *pager, guint unit, guint index, const OutlayBlock *block)
{
  double from = 0;

  while (from < block->height - SLACK)
    {
      double at = outlay_block_find_break (block, from, get_room (pager));

      if (at <= from + SLACK && pager->fresh)
        at = outlay_block_find_any_break (block, from, get_room (pager));
      if (at > from + SLACK)
        {
          add_place (pager, unit, index, from, at);
          pager->fresh = FALSE;
          from = at;
        }
      if (from < block->height - SLACK)
        begin_page (pager);
    }
}

static void
place_block (OutlayPager *pager, guint unit, guint index, const OutlayBlock *block)
{
  double gap = get_gap (pager, block);

  if (gap + block->height <= get_room (pager) + SLACK || (block->whole && pager->fresh))
    ;
  else if (block->whole)
    {
      begin_page (pager);
      gap = 0;
    }
  pager->y += gap;
  if (block->height <= get_room (pager) + SLACK)
    {
      add_place (pager, unit, index, 0, block->height);
      pager->fresh = FALSE;
    }
  else
    place_broken (pager, unit, index, block);
}

/**
 * outlay_pager_place:
 * @unit: what to call them in the places
 * @blocks: (element-type OutlayBlock): the unit's blocks, from top to bottom
 */
void
outlay_pager_place (OutlayPager *pager, guint unit, GPtrArray *blocks)
{
  gboolean begins = TRUE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const OutlayBlock *block = g_ptr_array_index (blocks, i);
      double page = pager->bottom - pager->top;

      if (begins && !pager->fresh)
        {
          double run = get_gap (pager, block) + measure_run (blocks, i);

          if (run > get_room (pager) + SLACK && run <= page * TOGETHER_SHARE)
            begin_page (pager);
        }
      place_block (pager, unit, i, block);
      begins = !block->keep;
    }
}

/**
 * outlay_pager_fits:
 * @blocks: (element-type OutlayBlock): from top to bottom
 *
 * Returns: whether all of @blocks has room on the page that is being filled.
 */
gboolean
outlay_pager_fits (const OutlayPager *pager, const GPtrArray *blocks)
{
  double height = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const OutlayBlock *block = g_ptr_array_index (blocks, i);

      height += block->height + (i > 0 ? block->gap : get_gap (pager, block));
    }
  return height <= get_room (pager) + SLACK;
}

/**
 * outlay_pager_get_n_pages:
 *
 * Returns: how many pages there are, at least 1.
 */
guint
outlay_pager_get_n_pages (const OutlayPager *pager)
{
  return pager->pages->len;
}

/**
 * outlay_pager_get_places:
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): what stands on @page, from top to bottom.
 */
const OutlayPlace *
outlay_pager_get_places (const OutlayPager *pager, guint page, guint *n_places)
{
  guint first = g_array_index (pager->pages, guint, page);
  guint end = page + 1 < pager->pages->len ? g_array_index (pager->pages, guint, page + 1)
                                           : pager->places->len;

  *n_places = end - first;
  return &g_array_index (pager->places, OutlayPlace, first);
}
