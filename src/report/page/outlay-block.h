/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/outlay-sheet.h"

G_BEGIN_DECLS

/**
 * OutlayDest:
 * @name: what links call it
 * @y: where it is, from the block's top
 * @title: (nullable): of its entry in the document's outline; %NULL for none
 * @level: of that entry, 0 for the outermost
 *
 * Where links lead to.
 */
typedef struct
{
  char *name;
  double y;
  char *title;
  guint level;
} OutlayDest;

/**
 * OutlayBlock:
 * @texts: what stands side by side or beneath one another
 * @rules: lines
 * @fills: areas of one ink, above the lines and below the texts
 * @dests: (element-type OutlayDest): where links lead to
 * @links: what leads elsewhere
 * @height: in points
 * @gap: space above it, but not at a page's top
 * @keep: whether it may not stand at a page's end without the next block
 * @whole: whether it is broken only where it is taller than a page
 * @divided: whether a line parts it from what stands above it on the page
 * @main: index of the text whose lines are kept in pairs, -1 where none is
 *
 * The smallest thing that pages are filled with. Places are given as on a page that is read from
 * left to right; on a mirrored sheet all is turned about when it is drawn.
 */
typedef struct
{
  GArray *texts;
  GArray *rules;
  GArray *fills;
  GArray *dests;
  GArray *links;
  double height;
  double gap;
  gboolean keep;
  gboolean whole;
  gboolean divided;
  int main;
} OutlayBlock;

OutlayBlock *outlay_block_new (double gap);
void outlay_block_free (OutlayBlock *block);
GPtrArray *outlay_blocks_new (void);
double outlay_block_add_text (
  OutlayBlock *block, OutlayTextStyle style, PangoLayout *layout, double x, double y);
double outlay_block_align (OutlayBlock *block, guint first);
void outlay_block_add_rule (
  OutlayBlock *block, double x1, double y1, double x2, double y2, double width, OutlayInk ink);
void outlay_block_add_arrow (OutlayBlock *block,
                             double x1,
                             double y1,
                             double x2,
                             double y2,
                             double bend,
                             double width,
                             OutlayInk ink);
void outlay_block_add_fill (
  OutlayBlock *block, double x, double y, double width, double height, OutlayInk ink);
void outlay_block_add_dest (
  OutlayBlock *block, const char *name, double y, const char *title, guint level);
void outlay_block_add_link (
  OutlayBlock *block, const char *target, double x, double y, double width, double height);
void outlay_block_add_text_link (OutlayBlock *block, const char *target, gsize start, gsize end);
void outlay_block_extend (OutlayBlock *block, double height);
double outlay_block_find_break (const OutlayBlock *block, double from, double room);
double outlay_block_find_any_break (const OutlayBlock *block, double from, double room);
void outlay_block_draw (const OutlayBlock *block,
                        const OutlaySheet *sheet,
                        cairo_t *cr,
                        double y,
                        double from,
                        double to,
                        gboolean tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBlock, outlay_block_free)

G_END_DECLS
