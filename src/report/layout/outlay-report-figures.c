/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-figures.h"

#define ROW_PADDING 3.6
#define MARK        6.0

/* The figure that matters. */
#define MAIN_COLUMN 2

/* The edges of the columns, as shares of the width. */
static const double edges[OUTLAY_FIGURES_N_COLUMNS + 1] = {0, 0.32, 0.53, 0.78, 1};

static PangoLayout *
new_cell (const OutlayFigures *figures,
          OutlayTextStyle style,
          const char *text,
          guint column,
          double indent)
{
  double width = (edges[column + 1] - edges[column]) * figures->width - indent;
  PangoLayout *layout
    = outlay_sheet_new_text (figures->sheet, style, text, column == 0 ? width - 4 : width);

  if (column > 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static double
add_cells (OutlayFigures *figures,
           const char *const *texts,
           OutlayTextStyle style,
           OutlayTextStyle main,
           double indent)
{
  guint first = figures->block->texts->len;
  double bottom = 0;

  for (guint i = 0; i < OUTLAY_FIGURES_N_COLUMNS; i++)
    {
      OutlayTextStyle own = i == MAIN_COLUMN ? main : style;
      double left = i == 0 ? indent : 0;
      double end
        = outlay_block_add_text (figures->block, own, new_cell (figures, own, texts[i], i, left),
                                 figures->x + edges[i] * figures->width + left, figures->y);

      bottom = MAX (bottom, end);
    }
  return MAX (bottom, outlay_block_align (figures->block, first));
}

/** outlay_figures_add_title: adds what stands above the table. */
void
outlay_figures_add_title (OutlayFigures *figures, const char *title)
{
  figures->y = outlay_block_add_text (
                 figures->block, OUTLAY_TEXT_SECTION,
                 outlay_sheet_new_text (figures->sheet, OUTLAY_TEXT_SECTION, title, figures->width),
                 figures->x, figures->y)
               + 7;
}

/** outlay_figures_add_head: adds the names of the columns. */
void
outlay_figures_add_head (OutlayFigures *figures, const char *const *names)
{
  figures->y
    = add_cells (figures, names, OUTLAY_TEXT_TABLE_HEAD, OUTLAY_TEXT_TABLE_HEAD, 0) + ROW_PADDING;
  outlay_block_add_rule (figures->block, figures->x, figures->y, figures->x + figures->width,
                         figures->y, 0.8, OUTLAY_INK_BLACK);
}

/**
 * outlay_figures_add_row:
 * @sum: whether it is the sum of those above
 */
void
outlay_figures_add_row (OutlayFigures *figures, const char *const *cells, gboolean sum)
{
  figures->y += ROW_PADDING;
  figures->y = add_cells (figures, cells, sum ? OUTLAY_TEXT_SUM : OUTLAY_TEXT_CELL, OUTLAY_TEXT_SUM,
                          figures->indent)
               + ROW_PADDING;
}

/** outlay_figures_add_mark: puts a square of @ink before the name of the row that comes next. */
void
outlay_figures_add_mark (OutlayFigures *figures, OutlayInk ink)
{
  outlay_block_add_fill (figures->block, figures->x,
                         figures->y + ROW_PADDING + 3 * figures->sheet->scale, MARK, MARK, ink);
}

/** outlay_figures_add_rule: ends the row that was added last. */
void
outlay_figures_add_rule (OutlayFigures *figures)
{
  outlay_block_add_rule (figures->block, figures->x, figures->y, figures->x + figures->width,
                         figures->y, 0.4, OUTLAY_INK_LINE);
}
