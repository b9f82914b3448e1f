/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/outlay-sheet.h"

G_BEGIN_DECLS

/**
 * OutlayBlock:
 * @texts: what stands side by side or beneath one another
 * @rules: lines
 * @height: in points
 * @gap: space above it, but not at a page's top
 * @keep: whether it may not stand at a page's end without the next block
 * @whole: whether it is broken only where it is taller than a page
 * @main: index of the text whose lines are kept in pairs, -1 where none is
 * @dest: (nullable): name that links lead to
 * @link: (nullable): name that the whole block leads to
 *
 * The smallest thing that pages are filled with.
 */
typedef struct
{
  GArray *texts;
  GArray *rules;
  double height;
  double gap;
  gboolean keep;
  gboolean whole;
  int main;
  char *dest;
  char *link;
} OutlayBlock;

OutlayBlock *outlay_block_new (double gap);
void outlay_block_free (OutlayBlock *block);
double outlay_block_add_text (
  OutlayBlock *block, OutlayTextStyle style, PangoLayout *layout, double x, double y);
void outlay_block_add_rule (
  OutlayBlock *block, double x1, double y1, double x2, double y2, double width, double grey);
void outlay_block_extend (OutlayBlock *block, double height);
double outlay_block_find_break (const OutlayBlock *block, double from, double room);
double outlay_block_find_any_break (const OutlayBlock *block, double from, double room);
void outlay_block_draw (const OutlayBlock *block,
                        const OutlaySheet *sheet,
                        cairo_t *cr,
                        double x,
                        double y,
                        double from,
                        double to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBlock, outlay_block_free)

G_END_DECLS
