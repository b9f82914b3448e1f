/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "read/html/outlay-page-blocks.h"
#include "read/html/outlay-page-data.h"

G_BEGIN_DECLS

char *outlay_page_find_title (const OutlayPage *page,
                              const OutlayPageBlocks *blocks,
                              const OutlayPageData *data);

G_END_DECLS
