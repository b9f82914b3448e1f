/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/details/outlay-field-quote.h"
#include "model/outlay-store.h"

G_BEGIN_DECLS

/*
 * The pane that shows one article: its clean text with the words marked that prove something of a
 * deal. Signals: "close"; "show-quote" (#OutlayFieldQuote) when it goes to the words of another
 * article; "correct-text" (gint64, utf8: the article and what the user wants it to say, %NULL for
 * what was imported). Actions: "article.previous", "article.next", "article.show-file",
 * "article.open-address", "article.edit-text", "article.restore-text".
 */
#define OUTLAY_TYPE_ARTICLE_VIEW (outlay_article_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayArticleView, outlay_article_view, OUTLAY, ARTICLE_VIEW, GtkWidget)

GtkWidget *outlay_article_view_new (void);
void outlay_article_view_open (OutlayArticleView *view,
                               OutlayLedger *ledger,
                               gint64 article_id,
                               GPtrArray *quotes,
                               OutlayFieldQuote *chosen);
void outlay_article_view_set_article (OutlayArticleView *view,
                                      gint64 article_id,
                                      OutlayArticle *article);
void outlay_article_view_set_search (OutlayArticleView *view, const char *typed);
void outlay_article_view_take_quotes (OutlayArticleView *view, GPtrArray *quotes);
void outlay_article_view_refresh (OutlayArticleView *view);
void outlay_article_view_end_correction (OutlayArticleView *view);
void outlay_article_view_set_can_correct (OutlayArticleView *view, gboolean can_correct);
gint64 outlay_article_view_get_article_id (OutlayArticleView *view);
GPtrArray *outlay_article_view_list_marked (OutlayArticleView *view, gboolean chosen);

G_END_DECLS
