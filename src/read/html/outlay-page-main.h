/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/html/outlay-page-blocks.h"

G_BEGIN_DECLS

/**
 * OutlayPageCare:
 * @OUTLAY_PAGE_CARE_FULL: what the page's names and elements call clutter is left out
 * @OUTLAY_PAGE_CARE_SEEN: what the names call so is taken where it looks like text
 * @OUTLAY_PAGE_CARE_NONE: hidden text is taken too
 *
 * How much of what a page says of its parts is believed.
 */
typedef enum
{
  OUTLAY_PAGE_CARE_FULL,
  OUTLAY_PAGE_CARE_SEEN,
  OUTLAY_PAGE_CARE_NONE,
} OutlayPageCare;

GArray *
outlay_page_choose (const OutlayPage *page, const OutlayPageBlocks *blocks, OutlayPageCare care);

G_END_DECLS
