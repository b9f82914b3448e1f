/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"
#include "read/text/outlay-line.h"
#include "read/words/outlay-read-words.h"

G_BEGIN_DECLS

void outlay_facts_find (const OutlayReadWords *words,
                        const char *text,
                        GArray *lines,
                        OutlayArticle *article);

G_END_DECLS
