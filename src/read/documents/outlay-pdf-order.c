/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order in which the lines of a page are read. From the top down, lines are taken into a band
 * as long as one gutter runs through it; a line across the gutter ends the band. What is left of
 * the gutter is read before what is right of it, each side in the same way, unless the band is a
 * table: its cells are short, and it is read row by row.
 */
#define G_LOG_DOMAIN "outlay-read"

#include <math.h>
#include <string.h>

#include "read/documents/outlay-pdf-lines.h"

/* The narrowest gutter, in heights of letters. */
#define MIN_GUTTER 0.8

/* Lines of one row overlap by so much of their height. */
#define SAME_ROW 0.5

/* Columns of text have lines of so many bytes; the cells of tables fewer. */
#define COLUMN_BYTES 22

#define MAX_COLUMNS 12

#define CELL_BREAK " | "

typedef struct
{
  GPtrArray *done; /* in order */
  GPtrArray *made; /* lines that were joined of cells */
} Order;

static void order_lines (Order *order, const GPtrArray *lines, guint level);

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const OutlayPdfLine *x = *(const OutlayPdfLine *const *)a;
  const OutlayPdfLine *y = *(const OutlayPdfLine *const *)b;

  if (x->base < y->base || x->base > y->base)
    return x->base < y->base ? -1 : 1;
  return (x->left > y->left) - (x->left < y->left);
}

static gboolean
is_same_row (const OutlayPdfLine *a, const OutlayPdfLine *b)
{
  return fabs (a->base - b->base) < SAME_ROW * MIN (a->height, b->height);
}

/* The gutter that @line and the next line of its row leave between them. */
static gboolean
find_gutter (const GPtrArray *lines, guint start, double *left, double *right)
{
  const OutlayPdfLine *line = g_ptr_array_index (lines, start);
  const OutlayPdfLine *nearest = NULL;

  for (guint i = start + 1; i < lines->len; i++)
    {
      const OutlayPdfLine *other = g_ptr_array_index (lines, i);

      if (!is_same_row (line, other))
        break;
      if (other->left > line->right && (nearest == NULL || other->left < nearest->left))
        nearest = other;
    }
  if (nearest == NULL)
    return FALSE;
  *left = line->right;
  *right = nearest->left;
  return *right - *left >= MIN_GUTTER * line->height;
}

/* Narrows the gutter by @line; %FALSE where it stands across it. */
static gboolean
keep_gutter (const OutlayPdfLine *line, double *left, double *right)
{
  double middle = (*left + *right) / 2;
  double new_left = line->right <= middle ? MAX (*left, line->right) : *left;
  double new_right = line->left >= middle ? MIN (*right, line->left) : *right;

  if ((line->right > middle && line->left < middle)
      || new_right - new_left < MIN_GUTTER * line->height)
    return FALSE;
  *left = new_left;
  *right = new_right;
  return TRUE;
}

static gsize
get_mean_length (const GPtrArray *lines)
{
  gsize sum = 0;

  for (guint i = 0; i < lines->len; i++)
    sum += strlen (((const OutlayPdfLine *)g_ptr_array_index (lines, i))->text);
  return sum / MAX (lines->len, 1);
}

static gboolean
are_columns (const GPtrArray *left, const GPtrArray *right)
{
  return get_mean_length (left) >= COLUMN_BYTES && get_mean_length (right) >= COLUMN_BYTES;
}

/* Makes one line of the cells of a row. */
static OutlayPdfLine *
join_cells (Order *order, const GPtrArray *cells, guint start, guint end)
{
  OutlayPdfLine *row = g_new0 (OutlayPdfLine, 1);
  GString *text = g_string_new (NULL);

  *row = *(const OutlayPdfLine *)g_ptr_array_index (cells, start);
  for (guint i = start; i < end; i++)
    {
      const OutlayPdfLine *cell = g_ptr_array_index (cells, i);

      g_string_append_printf (text, "%s%s", i > start ? CELL_BREAK : "", cell->text);
      row->right = MAX (row->right, cell->right);
    }
  row->text = g_string_free (text, FALSE);
  row->row = TRUE;
  g_ptr_array_add (order->made, row);
  return row;
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const OutlayPdfLine *x = *(const OutlayPdfLine *const *)a;
  const OutlayPdfLine *y = *(const OutlayPdfLine *const *)b;

  return (x->left > y->left) - (x->left < y->left);
}

/* The rows of a table, or the parts of a single row, which are lines of their own. */
static void
order_rows (Order *order, GPtrArray *band)
{
  for (guint start = 0, end; start < band->len; start = end)
    {
      gboolean single;

      for (end = start + 1;
           end < band->len
           && is_same_row (g_ptr_array_index (band, start), g_ptr_array_index (band, end));
           end++)
        ;
      qsort (&band->pdata[start], end - start, sizeof (gpointer), compare_left);
      single = end - start == band->len;
      if (end - start == 1 || single)
        {
          for (guint i = start; i < end; i++)
            g_ptr_array_add (order->done, g_ptr_array_index (band, i));
        }
      else
        g_ptr_array_add (order->done, join_cells (order, band, start, end));
    }
}

static void
order_band (Order *order, GPtrArray *band, double gutter, guint level)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  for (guint i = 0; i < band->len; i++)
    {
      OutlayPdfLine *line = g_ptr_array_index (band, i);

      g_ptr_array_add (line->right <= gutter ? left : right, line);
    }
  if (level < MAX_COLUMNS && are_columns (left, right))
    {
      order_lines (order, left, level + 1);
      order_lines (order, right, level + 1);
    }
  else
    order_rows (order, band);
}

/* @lines from the top down. */
static void
order_lines (Order *order, const GPtrArray *lines, guint level)
{
  for (guint i = 0; i < lines->len;)
    {
      double left, right;
      g_autoptr (GPtrArray) band = g_ptr_array_new ();

      if (!find_gutter (lines, i, &left, &right))
        {
          g_ptr_array_add (order->done, g_ptr_array_index (lines, i++));
          continue;
        }
      for (; i < lines->len && keep_gutter (g_ptr_array_index (lines, i), &left, &right); i++)
        g_ptr_array_add (band, g_ptr_array_index (lines, i));
      if (band->len == 0)
        g_ptr_array_add (order->done, g_ptr_array_index (lines, i++));
      else
        order_band (order, band, (left + right) / 2, level);
    }
}

static void
order_page (Order *order, GPtrArray *page)
{
  gboolean placed = TRUE;

  for (guint i = 0; i < page->len; i++)
    placed &= ((const OutlayPdfLine *)g_ptr_array_index (page, i))->placed;
  if (placed)
    {
      g_ptr_array_sort (page, compare_places);
      order_lines (order, page, 0);
      return;
    }
  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (order->done, g_ptr_array_index (page, i));
}

/**
 * outlay_pdf_order:
 * @lines: (element-type OutlayPdfLine): page by page; gets those that were joined of cells, too
 *
 * Returns: (transfer container) (element-type OutlayPdfLine): those not dropped, in the order of
 *   reading; they belong to @lines.
 */
GPtrArray *
outlay_pdf_order (GPtrArray *lines)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  Order order = {.done = g_ptr_array_new (), .made = made};

  for (guint i = 0; i < lines->len;)
    {
      guint number = ((const OutlayPdfLine *)g_ptr_array_index (lines, i))->page;
      g_autoptr (GPtrArray) page = g_ptr_array_new ();

      for (; i < lines->len; i++)
        {
          OutlayPdfLine *line = g_ptr_array_index (lines, i);

          if (line->page != number)
            break;
          if (!line->dropped)
            g_ptr_array_add (page, line);
        }
      order_page (&order, page);
    }
  for (guint i = 0; i < made->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (made, i));
  return order.done;
}
