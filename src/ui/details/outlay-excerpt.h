/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"

G_BEGIN_DECLS

char *outlay_excerpt_make (const char *text, OutlaySpan sentence, GArray *spans, GArray *marks);
char *outlay_excerpt_dup_origin (const OutlayArticle *article);

G_END_DECLS
