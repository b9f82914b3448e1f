/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-block.h"

/* Lines of a quote that stand together on each side of a break. */
#define LINES_TOGETHER 2

/* Tolerance in comparing places that were added up in different orders, in points. */
#define SLACK 0.01

typedef struct
{
  PangoLayout *layout;
  OutlayTextStyle style;
  double x;
  double y;
} Text;

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
  double width;
  double grey;
} Rule;

static void
clear_text (gpointer data)
{
  g_clear_object (&((Text *)data)->layout);
}

/**
 * outlay_block_new:
 * @gap: space above it, in points
 *
 * Returns: (transfer full): an empty block.
 */
OutlayBlock *
outlay_block_new (double gap)
{
  OutlayBlock *block = g_new0 (OutlayBlock, 1);

  block->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (block->texts, clear_text);
  block->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  block->gap = gap;
  block->main = -1;
  return block;
}

/** outlay_block_free: gives back what @block holds. */
void
outlay_block_free (OutlayBlock *block)
{
  g_clear_pointer (&block->texts, g_array_unref);
  g_clear_pointer (&block->rules, g_array_unref);
  g_free (block->dest);
  g_free (block->link);
  g_free (block);
}

/** outlay_block_extend: makes @block at least @height points high. */
void
outlay_block_extend (OutlayBlock *block, double height)
{
  block->height = MAX (block->height, height);
}

/**
 * outlay_block_add_text:
 * @layout: (transfer full): the text
 * @x: from the left of the block, in points
 * @y: from its top
 *
 * Returns: where the text ends, from the block's top.
 */
double
outlay_block_add_text (
  OutlayBlock *block, OutlayTextStyle style, PangoLayout *layout, double x, double y)
{
  Text text = {layout, style, x, y};
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  g_array_append_val (block->texts, text);
  double end = y + (double)(extents.y + extents.height) / PANGO_SCALE;
  outlay_block_extend (block, end);
  return end;
}

/** outlay_block_add_rule: draws a line in the block, its places from the block's top left. */
void
outlay_block_add_rule (
  OutlayBlock *block, double x1, double y1, double x2, double y2, double width, double grey)
{
  Rule rule = {x1, y1, x2, y2, width, grey};

  g_array_append_val (block->rules, rule);
  outlay_block_extend (block, MAX (y1, y2));
}

typedef struct
{
  double top;
  double bottom;
  gboolean main;
} Line;

static GArray *
list_lines (const OutlayBlock *block)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < block->texts->len; i++)
    {
      const Text *text = &g_array_index (block->texts, Text, i);
      PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

      do
        {
          Line line = {.main = (int)i == block->main};
          int top, bottom;

          pango_layout_iter_get_line_yrange (iter, &top, &bottom);
          line.top = text->y + (double)top / PANGO_SCALE;
          line.bottom = text->y + (double)bottom / PANGO_SCALE;
          g_array_append_val (lines, line);
        }
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
    }
  return lines;
}

static gboolean
is_break (const OutlayBlock *block, const GArray *lines, double from, double at, guint together)
{
  guint before = 0, after = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->top < at - SLACK && line->bottom > at + SLACK)
        return FALSE;
      if (line->main && line->top >= from - SLACK && line->top < at - SLACK)
        before++;
      else if (line->main && line->top >= at - SLACK)
        after++;
    }
  return block->main < 0 || (before >= together && after >= together);
}

static double
find_break (const OutlayBlock *block, double from, double room, guint together)
{
  g_autoptr (GArray) lines = list_lines (block);
  double best = from;

  if (block->height <= from + room + SLACK)
    return block->height;
  for (guint i = 0; i < lines->len; i++)
    {
      double at = g_array_index (lines, Line, i).top;

      if (at > best + SLACK && at <= from + room + SLACK
          && is_break (block, lines, from, at, together))
        best = at;
    }
  return best;
}

/**
 * outlay_block_find_break:
 * @from: where the part begins that is to be placed
 * @room: how high it may be
 *
 * Returns: where it ends: @from where nothing of it can be placed well, the block's height where
 * all of it can. No line is cut, and no single line of the main text left alone.
 */
double
outlay_block_find_break (const OutlayBlock *block, double from, double room)
{
  return find_break (block, from, room, LINES_TOGETHER);
}

/**
 * outlay_block_find_any_break:
 *
 * Returns: like outlay_block_find_break(), but lines may stand alone, and a line that is higher
 * than
 *   @room is taken.
 */
double
outlay_block_find_any_break (const OutlayBlock *block, double from, double room)
{
  double at = find_break (block, from, room, 1);

  if (at <= from + SLACK)
    at = find_break (block, from, room, 0);
  return at > from + SLACK ? at : MIN (block->height, from + MAX (room, 1));
}

static void
draw_text (const Text *text,
           const OutlaySheet *sheet,
           cairo_t *cr,
           double x,
           double y,
           double from,
           double to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  outlay_sheet_set_color (sheet, text->style, cr);
  do
    {
      PangoRectangle extents;
      int top;

      pango_layout_iter_get_line_yrange (iter, &top, NULL);
      double at = text->y + (double)top / PANGO_SCALE;
      if (at < from - SLACK || at >= to - SLACK)
        continue;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, x + text->x + (double)extents.x / PANGO_SCALE,
                     y - from + text->y
                       + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_rule (const Rule *rule, cairo_t *cr, double x, double y, double from, double to)
{
  double y1 = MAX (rule->y1, from);
  double y2 = MIN (rule->y2, to);

  if (y1 > y2)
    return;
  cairo_set_source_rgb (cr, rule->grey, rule->grey, rule->grey);
  cairo_set_line_width (cr, rule->width);
  cairo_move_to (cr, x + rule->x1, y - from + y1);
  cairo_line_to (cr, x + rule->x2, y - from + y2);
  cairo_stroke (cr);
}

/**
 * outlay_block_draw:
 * @x: of its left, on the page
 * @y: of the part's top
 * @from: where the part begins, in the block
 * @to: where it ends
 */
void
outlay_block_draw (const OutlayBlock *block,
                   const OutlaySheet *sheet,
                   cairo_t *cr,
                   double x,
                   double y,
                   double from,
                   double to)
{
  for (guint i = 0; i < block->texts->len; i++)
    draw_text (&g_array_index (block->texts, Text, i), sheet, cr, x, y, from, to);
  for (guint i = 0; i < block->rules->len; i++)
    draw_rule (&g_array_index (block->rules, Rule, i), cr, x, y, from, to);
}
