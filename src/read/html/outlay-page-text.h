/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"
#include "read/html/outlay-page-blocks.h"
#include "read/html/outlay-page-data.h"

G_BEGIN_DECLS

void outlay_page_read_text (const OutlayPage *page,
                            const OutlayPageBlocks *blocks,
                            const OutlayPageData *data,
                            OutlayArticle *article);

G_END_DECLS
