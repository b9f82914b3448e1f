/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/html/outlay-page.h"

G_BEGIN_DECLS

/** OutlayPageBlockKind: how a block is shown in the text. */
typedef enum
{
  OUTLAY_PAGE_BLOCK_PARAGRAPH,
  OUTLAY_PAGE_BLOCK_HEADING,
  OUTLAY_PAGE_BLOCK_ITEM,
  OUTLAY_PAGE_BLOCK_ROW,
  OUTLAY_PAGE_BLOCK_CAPTION,
} OutlayPageBlockKind;

/**
 * OutlayPageBlock:
 * @node: index of the nearest element that makes a block of its own
 * @start: byte offset in the blocks' text
 * @length: bytes
 * @kind: how it is shown
 * @level: of a heading 1 to 6
 * @width: columns
 * @link_width: columns that are link
 * @n_commas: how many commas
 * @stop: whether it ends as a sentence does
 *
 * A run of text that no element of the page parts.
 */
typedef struct
{
  guint node;
  gsize start;
  gsize length;
  guint8 kind;
  guint8 level;
  guint width;
  guint link_width;
  guint n_commas;
  gboolean stop;
} OutlayPageBlock;

/**
 * OutlayPageBlocks:
 * @text: the blocks' texts, a line each
 * @blocks: (element-type OutlayPageBlock): in the order of the page
 */
typedef struct
{
  GString *text;
  GArray *blocks;
} OutlayPageBlocks;

OutlayPageBlocks *outlay_page_blocks_new (const OutlayPage *page);
void outlay_page_blocks_free (OutlayPageBlocks *blocks);

#define outlay_page_blocks_get(b, i) (&g_array_index ((b)->blocks, OutlayPageBlock, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPageBlocks, outlay_page_blocks_free)

G_END_DECLS
