/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the text of the article that is shown is corrected. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-article-view-private.h"
#include "outlay-text-draft.h"

/** outlay_article_view_is_editing: returns whether the text is being corrected. */
gboolean
outlay_article_view_is_editing (OutlayArticleView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") == 0;
}

/** outlay_article_view_update_correction: shows what can be done with the text; as long as it is
 * being corrected that is all. */
void
outlay_article_view_update_correction (OutlayArticleView *self)
{
  gboolean editing = outlay_article_view_is_editing (self);
  gboolean corrected = self->article != NULL && self->article->imported_text != NULL;

  gtk_widget_set_visible (self->corrected, corrected && !editing);
  gtk_widget_set_visible (self->footer, !editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.edit-text",
                                 self->article != NULL && !editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.restore-text",
                                 corrected && !editing && self->can_correct);
}

/** outlay_article_view_show_page: shows one of "text", "edit" and "problem". */
void
outlay_article_view_show_page (OutlayArticleView *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  outlay_article_view_update_correction (self);
}

static char *
dup_draft_path (OutlayArticleView *self)
{
  return self->ledger != NULL ? outlay_text_draft_dup_path (self->ledger, self->article_id) : NULL;
}

static void
begin_editing (OutlayArticleView *self)
{
  g_autofree char *draft = dup_draft_path (self);

  outlay_text_editor_open (self->editor, self->article->text, draft);
  outlay_article_view_show_page (self, "edit");
}

static gboolean
has_draft (OutlayArticleView *self)
{
  g_autofree char *path = dup_draft_path (self);
  g_autofree char *draft = path != NULL ? outlay_text_draft_load (path) : NULL;

  return draft != NULL;
}

static void
edit_text_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);

  begin_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
restore_text_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);

  g_signal_emit_by_name (self, "correct-text", self->article_id, NULL);
}

/** outlay_article_view_show_text: shows the text of a new article; who was not done with correcting
 * it goes on there. */
void
outlay_article_view_show_text (OutlayArticleView *self)
{
  outlay_text_editor_close (self->editor);
  if (has_draft (self))
    begin_editing (self);
  else
    outlay_article_view_show_page (self, "text");
}

/** outlay_article_view_save_cb: has the window take what was written. */
void
outlay_article_view_save_cb (OutlayArticleView *self, const char *text)
{
  g_signal_emit_by_name (self, "correct-text", self->article_id, text);
}

/** outlay_article_view_cancel_cb: shows the text as it was. */
void
outlay_article_view_cancel_cb (OutlayArticleView *self)
{
  outlay_article_view_show_page (self, "text");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/** outlay_article_view_end_correction: says that what was written is the article's text now. */
void
outlay_article_view_end_correction (OutlayArticleView *view)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  outlay_text_editor_throw_away (view->editor);
  outlay_article_view_show_page (view, "text");
  outlay_article_view_refresh (view);
}

/**
 * outlay_article_view_set_can_correct:
 * @can_correct: %FALSE as long as the ledger takes no other text
 */
void
outlay_article_view_set_can_correct (OutlayArticleView *view, gboolean can_correct)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  view->can_correct = can_correct;
  outlay_text_editor_set_can_save (view->editor, can_correct);
  outlay_article_view_update_correction (view);
}

/** outlay_article_view_install_correction: adds the actions by which the text is corrected. */
void
outlay_article_view_install_correction (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.edit-text", NULL, edit_text_action);
  gtk_widget_class_install_action (widget_class, "article.restore-text", NULL, restore_text_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "article.edit-text", NULL);
}
