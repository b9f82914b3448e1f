/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/page/outlay-block.h"

G_BEGIN_DECLS

/**
 * OutlayPlace:
 * @unit: which unit the block is of
 * @block: which of the unit's blocks
 * @from: where the part begins that stands here, from the block's top
 * @to: where it ends
 * @y: where it stands, from the paper's top
 */
typedef struct
{
  guint unit;
  guint block;
  float from;
  float to;
  float y;
} OutlayPlace;

typedef struct _OutlayPager OutlayPager;

OutlayPager *outlay_pager_new (double top, double bottom);
void outlay_pager_free (OutlayPager *pager);
void outlay_pager_place (OutlayPager *pager, guint unit, GPtrArray *blocks);
void outlay_pager_break_page (OutlayPager *pager, double share);
void outlay_pager_repeat (OutlayPager *pager, guint unit, guint index, const OutlayBlock *block);
gboolean outlay_pager_fits (const OutlayPager *pager, const GPtrArray *blocks);
guint outlay_pager_get_n_pages (const OutlayPager *pager);
const OutlayPlace *outlay_pager_get_places (const OutlayPager *pager, guint page, guint *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPager, outlay_pager_free)

G_END_DECLS
