/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/outlay-block.h"

G_BEGIN_DECLS

#define OUTLAY_FIGURES_N_COLUMNS 4

/**
 * OutlayFigures:
 * @sheet: the paper
 * @block: what the table stands in
 * @x: from the block's left
 * @width: of the table
 * @y: where its next row begins, from the block's top
 * @indent: of the names, so that a mark has room before them
 *
 * A small table: a name and figures in each row, the second figure being the one that matters.
 */
typedef struct
{
  const OutlaySheet *sheet;
  OutlayBlock *block;
  double x;
  double width;
  double y;
  double indent;
} OutlayFigures;

void outlay_figures_add_title (OutlayFigures *figures, const char *title);
void outlay_figures_add_head (OutlayFigures *figures, const char *const *names);
void outlay_figures_add_row (OutlayFigures *figures, const char *const *cells, gboolean sum);
void outlay_figures_add_mark (OutlayFigures *figures, OutlayInk ink);
void outlay_figures_add_rule (OutlayFigures *figures);

G_END_DECLS
