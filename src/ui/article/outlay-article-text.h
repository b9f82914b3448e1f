/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-article.h"
#include "base/search/outlay-query.h"

G_BEGIN_DECLS

/* The text of an article, to read and to select, with words marked. */
#define OUTLAY_TYPE_ARTICLE_TEXT (outlay_article_text_get_type ())
G_DECLARE_FINAL_TYPE (OutlayArticleText, outlay_article_text, OUTLAY, ARTICLE_TEXT, GtkTextView)

void outlay_article_text_set_article (OutlayArticleText *text, const OutlayArticle *article);
void outlay_article_text_clear_marks (OutlayArticleText *text);
void outlay_article_text_mark (OutlayArticleText *text, OutlayPart part, const GArray *spans);
void outlay_article_text_mark_hits (OutlayArticleText *text, const OutlayQuery *query);
void outlay_article_text_choose (OutlayArticleText *text, OutlayPart part, const GArray *spans);
GPtrArray *outlay_article_text_list_hits (OutlayArticleText *text);
GPtrArray *outlay_article_text_list_marked (OutlayArticleText *text, gboolean chosen);

G_END_DECLS
