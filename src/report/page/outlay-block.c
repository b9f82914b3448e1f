/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-block.h"

#include <math.h>
#include <string.h>

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
  OutlayInk ink;
  /* Of an arrow how far it swings out, 0 for a straight one. */
  double bend;
  gboolean arrow;
} Rule;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
  OutlayInk ink;
} Fill;

typedef struct
{
  char *target;
  double x;
  double y;
  double width;
  double height;
} Link;

/* The length of an arrow's head, beside its width. */
#define HEAD_LENGTH 6.0

static void
clear_text (gpointer data)
{
  g_clear_object (&((Text *)data)->layout);
}

static void
clear_dest (gpointer data)
{
  g_free (((OutlayDest *)data)->name);
  g_free (((OutlayDest *)data)->title);
}

static void
clear_link (gpointer data)
{
  g_free (((Link *)data)->target);
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
  block->fills = g_array_new (FALSE, FALSE, sizeof (Fill));
  block->dests = g_array_new (FALSE, FALSE, sizeof (OutlayDest));
  g_array_set_clear_func (block->dests, clear_dest);
  block->links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_array_set_clear_func (block->links, clear_link);
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
  g_clear_pointer (&block->fills, g_array_unref);
  g_clear_pointer (&block->dests, g_array_unref);
  g_clear_pointer (&block->links, g_array_unref);
  g_free (block);
}

/** outlay_blocks_new: returns (transfer full) (element-type OutlayBlock): no blocks yet. */
GPtrArray *
outlay_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_block_free);
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

static double
get_first_baseline (const Text *text)
{
  return text->y + (double)pango_layout_get_baseline (text->layout) / PANGO_SCALE;
}

/* The first of the texts from @first on that stands as far left as the one at @index: the head of
   its column. */
static const Text *
get_column_head (const OutlayBlock *block, guint first, guint index)
{
  double x = g_array_index (block->texts, Text, index).x;

  while (fabs (g_array_index (block->texts, Text, first).x - x) > SLACK)
    first++;
  return &g_array_index (block->texts, Text, first);
}

/**
 * outlay_block_align:
 * @first: index in the block's texts of the first that stands in the row
 *
 * Moves the columns of a row down so that their first lines stand on one line, whatever fonts their
 * letters came from.
 *
 * Returns: where the lowest of them ends, from the block's top.
 */
double
outlay_block_align (OutlayBlock *block, guint first)
{
  g_autofree double *shifts = g_new0 (double, block->texts->len - first + 1);
  double line = 0, bottom = 0;

  for (guint i = first; i < block->texts->len; i++)
    line = MAX (line, get_first_baseline (get_column_head (block, first, i)));
  for (guint i = first; i < block->texts->len; i++)
    shifts[i - first] = line - get_first_baseline (get_column_head (block, first, i));
  for (guint i = first; i < block->texts->len; i++)
    {
      Text *text = &g_array_index (block->texts, Text, i);
      PangoRectangle extents;

      text->y += shifts[i - first];
      pango_layout_get_extents (text->layout, NULL, &extents);
      bottom = MAX (bottom, text->y + (double)(extents.y + extents.height) / PANGO_SCALE);
    }
  outlay_block_extend (block, bottom);
  return bottom;
}

/** outlay_block_add_rule: draws a line in the block, its places from the block's top left. */
void
outlay_block_add_rule (
  OutlayBlock *block, double x1, double y1, double x2, double y2, double width, OutlayInk ink)
{
  Rule rule = {x1, y1, x2, y2, width, ink, 0, FALSE};

  g_array_append_val (block->rules, rule);
  outlay_block_extend (block, MAX (y1, y2));
}

/**
 * outlay_block_add_arrow:
 * @bend: how far above the straight way it swings out, in points; below where negative
 * @width: of the line
 */
void
outlay_block_add_arrow (OutlayBlock *block,
                        double x1,
                        double y1,
                        double x2,
                        double y2,
                        double bend,
                        double width,
                        OutlayInk ink)
{
  Rule rule = {x1, y1, x2, y2, width, ink, bend, TRUE};

  g_array_append_val (block->rules, rule);
  outlay_block_extend (block, MAX (y1, y2) + MAX (-bend, 0));
}

/** outlay_block_add_fill: fills an area, its places from the block's top left. */
void
outlay_block_add_fill (
  OutlayBlock *block, double x, double y, double width, double height, OutlayInk ink)
{
  Fill fill = {x, y, width, height, ink};

  g_array_append_val (block->fills, fill);
  outlay_block_extend (block, y + height);
}

/**
 * outlay_block_add_dest:
 * @y: from the block's top
 * @title: (nullable): of the entry in the outline
 *
 * Lets links and the outline lead here; @name is told once in a document.
 */
void
outlay_block_add_dest (
  OutlayBlock *block, const char *name, double y, const char *title, guint level)
{
  OutlayDest dest = {g_strdup (name), y, g_strdup (title), level};

  g_array_append_val (block->dests, dest);
}

/**
 * outlay_block_add_link:
 * @target: the name of a destination, or an address that has a colon
 */
void
outlay_block_add_link (
  OutlayBlock *block, const char *target, double x, double y, double width, double height)
{
  Link link = {g_strdup (target), x, y, width, height};

  g_array_append_val (block->links, link);
}

/**
 * outlay_block_add_text_link:
 * @target: as in outlay_block_add_link()
 * @start: byte of the text that was added last
 * @end: the byte behind the linked words
 *
 * Lets words lead to @target, on each line that they take.
 */
void
outlay_block_add_text_link (OutlayBlock *block, const char *target, gsize start, gsize end)
{
  const Text *text = &g_array_index (block->texts, Text, block->texts->len - 1);
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree int *ranges = NULL;
      int n_ranges, top, bottom;
      int first = MAX ((int)start, line->start_index);
      int last = MIN ((int)end, line->start_index + line->length);

      if (first >= last)
        continue;
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      /* Ranges are told from where the layout begins, not from the line's first letter. */
      pango_layout_line_get_x_ranges (line, first, last, &ranges, &n_ranges);
      for (int i = 0; i < n_ranges; i++)
        outlay_block_add_link (block, target, text->x + (double)ranges[2 * i] / PANGO_SCALE,
                               text->y + (double)top / PANGO_SCALE,
                               (double)(ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                               (double)(bottom - top) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
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

/* Where something that is @width wide and stands at @x has its left edge on the page. */
static double
place (const OutlaySheet *sheet, double x, double width)
{
  return sheet->mirrored ? sheet->right - x - width : sheet->left + x;
}

static double
get_text_width (const Text *text)
{
  PangoRectangle extents;

  if (pango_layout_get_width (text->layout) > 0)
    return (double)pango_layout_get_width (text->layout) / PANGO_SCALE;
  pango_layout_get_extents (text->layout, NULL, &extents);
  return (double)extents.width / PANGO_SCALE;
}

static void
draw_text (
  const Text *text, const OutlaySheet *sheet, cairo_t *cr, double y, double from, double to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  double x
    = sheet->mirrored ? place (sheet, text->x, get_text_width (text)) : sheet->left + text->x;

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
      cairo_move_to (cr, x + (double)extents.x / PANGO_SCALE,
                     y - from + text->y
                       + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_head (cairo_t *cr, double x, double y, double angle, double width)
{
  double length = HEAD_LENGTH + width * 0.7;
  double half = 2.6 + width * 0.75;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -length, -half);
  cairo_line_to (cr, -length, half);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* The line ends within the head, so that a wide one shows no corners beside the tip. */
static void
draw_arrow (const Rule *rule, const OutlaySheet *sheet, cairo_t *cr, double top)
{
  double x1 = place (sheet, rule->x1, 0), x2 = place (sheet, rule->x2, 0);
  double y1 = top + rule->y1, y2 = top + rule->y2;
  double middle = (y1 + y2) / 2 - rule->bend * 4 / 3;
  double angle
    = fabs (rule->bend) > SLACK ? atan2 (y2 - middle, (x2 - x1) * 0.2) : atan2 (y2 - y1, x2 - x1);
  double back = HEAD_LENGTH * 0.8 + rule->width * 0.5;

  cairo_move_to (cr, x1, y1);
  if (fabs (rule->bend) > SLACK)
    cairo_curve_to (cr, x1 + (x2 - x1) * 0.2, middle, x2 - (x2 - x1) * 0.2, middle,
                    x2 - back * cos (angle), y2 - back * sin (angle));
  else
    cairo_line_to (cr, x2 - back * cos (angle), y2 - back * sin (angle));
  cairo_stroke (cr);
  draw_head (cr, x2, y2, angle, rule->width);
}

static void
draw_rule (
  const Rule *rule, const OutlaySheet *sheet, cairo_t *cr, double y, double from, double to)
{
  double y1 = MAX (rule->y1, from);
  double y2 = MIN (rule->y2, to);

  outlay_sheet_set_ink (sheet, rule->ink, cr);
  cairo_set_line_width (cr, rule->width);
  if (rule->arrow)
    {
      draw_arrow (rule, sheet, cr, y - from);
      return;
    }
  if (y1 > y2)
    return;
  cairo_move_to (cr, place (sheet, rule->x1, 0), y - from + y1);
  cairo_line_to (cr, place (sheet, rule->x2, 0), y - from + y2);
  cairo_stroke (cr);
}

static void
draw_fill (
  const Fill *fill, const OutlaySheet *sheet, cairo_t *cr, double y, double from, double to)
{
  double top = MAX (fill->y, from);
  double bottom = MIN (fill->y + fill->height, to);

  if (bottom <= top)
    return;
  outlay_sheet_set_ink (sheet, fill->ink, cr);
  cairo_rectangle (cr, place (sheet, fill->x, fill->width), y - from + top, fill->width,
                   bottom - top);
  cairo_fill (cr);
}

/* The attributes of a tag stand between apostrophes. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }
  return g_string_free (escaped, FALSE);
}

static void
tag_link (const Link *link, const OutlaySheet *sheet, cairo_t *cr, double y, double from, double to)
{
  double top = MAX (link->y, from);
  double bottom = MIN (link->y + link->height, to);
  g_autofree char *target = escape (link->target);

  if (bottom <= top)
    return;
  g_autofree char *attributes
    = g_strdup_printf ("%s='%s' rect=[%d %d %d %d]", strchr (target, ':') != NULL ? "uri" : "dest",
                       target, (int)place (sheet, link->x, link->width), (int)(y - from + top),
                       (int)ceil (link->width), (int)ceil (bottom - top));
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
tag_dest (const OutlayDest *dest, const OutlaySheet *sheet, cairo_t *cr, double y, double from)
{
  g_autofree char *name = escape (dest->name);
  g_autofree char *attributes
    = g_strdup_printf ("name='%s' x=%d y=%d", name, (int)sheet->left, (int)(y - from + dest->y));

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/**
 * outlay_block_draw:
 * @y: of the part's top, on the page
 * @from: where the part begins, in the block
 * @to: where it ends
 * @tags: whether to tell links and where they lead, which only a PDF of our own keeps
 */
void
outlay_block_draw (const OutlayBlock *block,
                   const OutlaySheet *sheet,
                   cairo_t *cr,
                   double y,
                   double from,
                   double to,
                   gboolean tags)
{
  for (guint i = 0; i < block->rules->len; i++)
    draw_rule (&g_array_index (block->rules, Rule, i), sheet, cr, y, from, to);
  for (guint i = 0; i < block->fills->len; i++)
    draw_fill (&g_array_index (block->fills, Fill, i), sheet, cr, y, from, to);
  for (guint i = 0; i < block->texts->len; i++)
    draw_text (&g_array_index (block->texts, Text, i), sheet, cr, y, from, to);
  for (guint i = 0; tags && i < block->links->len; i++)
    tag_link (&g_array_index (block->links, Link, i), sheet, cr, y, from, to);
  for (guint i = 0; tags && i < block->dests->len; i++)
    {
      const OutlayDest *dest = &g_array_index (block->dests, OutlayDest, i);

      if (dest->y >= from - SLACK && dest->y < to - SLACK)
        tag_dest (dest, sheet, cr, y, from);
    }
}
