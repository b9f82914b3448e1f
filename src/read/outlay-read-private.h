/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"
#include "read/outlay-reader.h"

G_BEGIN_DECLS

GPtrArray *
outlay_read_input (const OutlayReadInput *input, GCancellable *cancellable, GError **error);
char *outlay_read_get_host (const char *url);
void outlay_read_add_note (OutlayArticle *article, const char *note);

G_END_DECLS
