/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"

G_BEGIN_DECLS

void outlay_clean_text (OutlayArticle *article, const char *text);

G_END_DECLS
