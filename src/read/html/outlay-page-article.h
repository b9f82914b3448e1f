/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"

G_BEGIN_DECLS

gboolean outlay_page_read_article (OutlayArticle *article, char *markup);

G_END_DECLS
