/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ledger/outlay-ledger.h"

G_BEGIN_DECLS

/* An article as the sidebar lists it. Not changed once it is made. */
#define OUTLAY_TYPE_SOURCE_ARTICLE (outlay_source_article_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySourceArticle, outlay_source_article, OUTLAY, SOURCE_ARTICLE, GObject)

OutlaySourceArticle *outlay_source_article_new (gint64 id, OutlayArticle *article, guint n_deals);
gint64 outlay_source_article_get_id (OutlaySourceArticle *article);
OutlayArticle *outlay_source_article_get_article (OutlaySourceArticle *article);
const char *outlay_source_article_get_label (OutlaySourceArticle *article);
int outlay_source_article_compare (OutlaySourceArticle *a, OutlaySourceArticle *b);
guint outlay_source_article_get_n_deals (OutlaySourceArticle *article);

/*
 * A source with its articles, which it lists as a #GListModel of #OutlaySourceArticle, newest
 * first. Its key is the name; "" where nothing tells who published. Property, read-only: "n-deals"
 * (uint).
 */
#define OUTLAY_TYPE_SOURCE (outlay_source_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySource, outlay_source, OUTLAY, SOURCE, GObject)

/** OutlaySourceListFunc: has outlay_source_take_articles() called with the articles of @source. */
typedef void (*OutlaySourceListFunc) (OutlaySource *source, gpointer user_data);

OutlaySource *outlay_source_new (const char *key);
const char *outlay_source_get_key (OutlaySource *source);
const char *outlay_source_get_label (OutlaySource *source);
const char *outlay_source_get_title (const char *key);
guint outlay_source_get_n_deals (OutlaySource *source);
void outlay_source_set_n_deals (OutlaySource *source, guint n_deals);
void outlay_source_set_lister (OutlaySource *source, OutlaySourceListFunc func, gpointer user_data);
gboolean outlay_source_is_listed (OutlaySource *source);
const GPtrArray *outlay_source_get_articles (OutlaySource *source);
void outlay_source_take_articles (OutlaySource *source, GPtrArray *articles);

G_END_DECLS
