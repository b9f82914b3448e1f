/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-article-text.h"
#include "outlay-article-view.h"
#include "outlay-text-editor.h"

G_BEGIN_DECLS

struct _OutlayArticleView
{
  GtkWidget parent_instance;

  GtkButton *previous;
  GtkButton *next;
  GtkLabel *place;
  GtkStack *stack;
  OutlayArticleText *text;
  GtkLabel *problem;
  GtkWidget *legend;
  GtkWidget *corrected;
  OutlayTextEditor *editor;
  GtkWidget *footer;
  GtkButton *address;
  GtkButton *file;

  OutlayLedger *ledger;
  gint64 article_id;
  OutlayArticle *article;
  guint text_hash;
  GPtrArray *quotes;
  OutlayFieldQuote *chosen;
  OutlayQuery *query;
  GCancellable *loading;
  gboolean can_correct;
};

void outlay_article_view_install_correction (GtkWidgetClass *widget_class);
gboolean outlay_article_view_is_editing (OutlayArticleView *self);
void outlay_article_view_update_correction (OutlayArticleView *self);
void outlay_article_view_show_page (OutlayArticleView *self, const char *name);
void outlay_article_view_show_text (OutlayArticleView *self);
void outlay_article_view_save_cb (OutlayArticleView *self, const char *text);
void outlay_article_view_cancel_cb (OutlayArticleView *self);

G_END_DECLS
