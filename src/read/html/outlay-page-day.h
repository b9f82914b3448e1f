/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/html/outlay-page-blocks.h"
#include "read/html/outlay-page-data.h"
#include "read/words/outlay-read-words.h"

G_BEGIN_DECLS

OutlayDate outlay_page_find_day (const OutlayPage *page,
                                 const OutlayPageBlocks *blocks,
                                 const OutlayPageData *data,
                                 const OutlayReadWords *words,
                                 const char *title,
                                 guint first_block);

G_END_DECLS
