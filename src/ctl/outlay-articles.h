/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "base/outlay-article.h"
#include "base/json/outlay-json.h"

G_BEGIN_DECLS

/**
 * OutlayArticlesFunc:
 * @article: (nullable) (transfer none): the article as it came; %NULL where there is none
 * @object: (nullable): the JSON object that it was read from
 * @error: (nullable): why there is none
 *
 * Returns: whether to go on.
 */
typedef gboolean (*OutlayArticlesFunc) (OutlayArticle *article,
                                        JsonObject *object,
                                        const GError *error,
                                        gpointer user_data);

JsonObject *outlay_articles_new_result (JsonObject *object);
char *outlay_articles_dup_id (JsonObject *object);
gboolean outlay_articles_from_file (const char *name, OutlayArticlesFunc func, gpointer user_data);
gboolean outlay_articles_from_lines (const char *name, OutlayArticlesFunc func, gpointer user_data);

G_END_DECLS
