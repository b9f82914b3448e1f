/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-article-view-private.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/threads/outlay-worker.h"
#include "outlay-show-file.h"

G_DEFINE_FINAL_TYPE (OutlayArticleView, outlay_article_view, GTK_TYPE_WIDGET)

typedef struct
{
  OutlayLedger *ledger;
  gint64 article_id;
} Load;

enum
{
  CLOSE,
  CORRECT_TEXT,
  SHOW_QUOTE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const places[OUTLAY_N_FIELDS] = {
  [OUTLAY_FIELD_KIND] = N_ ("Evidence {number} of {count} for the kind"),
  [OUTLAY_FIELD_STATUS] = N_ ("Evidence {number} of {count} for the status"),
  [OUTLAY_FIELD_PARTIES] = N_ ("Evidence {number} of {count} for the parties"),
  [OUTLAY_FIELD_AMOUNT] = N_ ("Evidence {number} of {count} for the amount"),
  [OUTLAY_FIELD_AMOUNT_ALT] = N_ ("Evidence {number} of {count} for the conversion"),
  [OUTLAY_FIELD_CAPACITY] = N_ ("Evidence {number} of {count} for the capacity"),
  [OUTLAY_FIELD_PLACES] = N_ ("Evidence {number} of {count} for the place"),
  [OUTLAY_FIELD_ANNOUNCED] = N_ ("Evidence {number} of {count} for the day of announcement"),
  [OUTLAY_FIELD_START] = N_ ("Evidence {number} of {count} for the start"),
  [OUTLAY_FIELD_END] = N_ ("Evidence {number} of {count} for the end"),
};

/* The chosen quote among those of its field, from 1, and how many there are. */
static guint
find_number (OutlayArticleView *self, guint *count)
{
  guint number = 0;

  *count = 0;
  for (guint i = 0; self->quotes != NULL && i < self->quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (self->quotes, i);

      if (quote->field != self->chosen->field)
        continue;
      (*count)++;
      if (quote == self->chosen)
        number = *count;
    }
  return number;
}

static void
update_place (OutlayArticleView *self)
{
  guint number = 0, count = 0;
  g_autofree char *text = NULL;

  if (self->chosen != NULL)
    number = find_number (self, &count);
  if (number > 0)
    {
      g_autofree char *number_text = g_strdup_printf ("%u", number);
      g_autofree char *count_text = g_strdup_printf ("%u", count);

      text = outlay_format_fill (_ (places[self->chosen->field]), "number", number_text, "count",
                                 count_text, NULL);
    }
  gtk_label_set_text (self->place, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->previous), number > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->next), number > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.previous", number > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.next", number > 0 && number < count);
}

/* A quote from before the text was corrected has its words elsewhere. */
static gboolean
fits (OutlayArticleView *self, const OutlayFieldQuote *quote)
{
  return self->article != NULL && quote->article_id == self->article_id
         && quote->text_hash == self->text_hash;
}

static void
update_marks (OutlayArticleView *self)
{
  gboolean marked = FALSE;

  outlay_article_text_clear_marks (self->text);
  if (self->article != NULL && self->query != NULL)
    outlay_article_text_mark_hits (self->text, self->query);
  for (guint i = 0; self->quotes != NULL && i < self->quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (self->quotes, i);

      if (!fits (self, quote))
        continue;
      outlay_article_text_mark (self->text, quote->part, quote->spans);
      marked = TRUE;
    }
  if (self->chosen != NULL && fits (self, self->chosen))
    outlay_article_text_choose (self->text, self->chosen->part, self->chosen->spans);
  gtk_widget_set_visible (self->legend, marked);
}

static void
update_footer (OutlayArticleView *self)
{
  const OutlayArticle *article = self->article;
  gboolean has_file = article != NULL && article->file != NULL;
  g_autofree char *scheme
    = article != NULL && article->url != NULL ? g_uri_parse_scheme (article->url) : NULL;
  /* An article may name any address; only pages are opened. */
  gboolean has_page = g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->file), has_file);
  gtk_widget_set_visible (GTK_WIDGET (self->address), has_page);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->address), has_page ? article->url : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.show-file", has_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.open-address", has_page);
}

static void
show_problem (OutlayArticleView *self, const GError *error)
{
  g_autofree char *text = outlay_format_fill (_ ("The article cannot be shown. {reason}"), "reason",
                                              error->message, NULL);

  gtk_label_set_text (self->problem, text);
  outlay_article_view_show_page (self, "problem");
}

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->ledger);
  g_free (load);
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Load *load = task_data;
  GError *error = NULL;
  OutlayArticle *article = outlay_ledger_get_article (load->ledger, load->article_id, &error);

  if (article == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, article, (GDestroyNotify)outlay_article_unref);
}

/* Who reads keeps the place where nothing has changed. */
static gboolean
is_shown (OutlayArticleView *self, gint64 article_id, const OutlayArticle *article)
{
  return self->article != NULL && self->article_id == article_id
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "text") == 0
         && g_str_equal (self->article->text, article->text)
         && (self->article->imported_text != NULL) == (article->imported_text != NULL);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (object);
  const Load *load = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayArticle) article = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (article != NULL && is_shown (self, load->article_id, article))
    return;
  if (article != NULL)
    outlay_article_view_set_article (self, load->article_id, article);
  else
    show_problem (self, error);
}

static void
stop_loading (OutlayArticleView *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
start_loading (OutlayArticleView *self, gint64 article_id)
{
  Load *load = g_new0 (Load, 1);
  g_autoptr (GTask) task = NULL;

  load->ledger = g_object_ref (self->ledger);
  load->article_id = article_id;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, start_loading);
  g_task_set_task_data (task, load, load_free);
  outlay_worker_run (task, load_thread);
}

static void
take_quotes (OutlayArticleView *self, GPtrArray *quotes, OutlayFieldQuote *chosen)
{
  if (quotes != NULL)
    g_ptr_array_ref (quotes);
  if (chosen != NULL)
    outlay_field_quote_ref (chosen);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, outlay_field_quote_unref);
  self->quotes = quotes;
  self->chosen = chosen;
}

/* Goes to the quote of the same field that lies @step behind the chosen one. */
static void
go_to_neighbour (OutlayArticleView *self, int step)
{
  guint at;

  if (self->chosen == NULL || self->quotes == NULL
      || !g_ptr_array_find (self->quotes, self->chosen, &at))
    return;
  for (gint64 i = (gint64)at + step; i >= 0 && i < self->quotes->len; i += step)
    {
      g_autoptr (OutlayFieldQuote) quote
        = outlay_field_quote_ref (g_ptr_array_index (self->quotes, i));

      if (quote->field != self->chosen->field)
        continue;
      outlay_article_view_open (self, self->ledger, quote->article_id, self->quotes, quote);
      g_signal_emit (self, signals[SHOW_QUOTE], 0, quote);
      return;
    }
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to_neighbour (OUTLAY_ARTICLE_VIEW (widget), -1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  go_to_neighbour (OUTLAY_ARTICLE_VIEW (widget), 1);
}

/* The file on disk: of an article from an archive that is the archive. */
static GFile *
find_file (const char *name)
{
  g_autofree char *path = g_strdup (name);
  char *mark;

  while (!g_file_test (path, G_FILE_TEST_EXISTS)
         && (mark = g_strrstr (path, OUTLAY_ARTICLE_MEMBER_MARK)) != NULL)
    *mark = '\0';
  return g_file_new_for_path (*path != '\0' ? path : name);
}

static void
show_file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);
  g_autoptr (GFile) file = NULL;

  if (self->article == NULL || self->article->file == NULL)
    return;
  file = find_file (self->article->file);
  outlay_show_file (widget, file);
}

static void
open_address_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);

  if (self->article != NULL && self->article->url != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), self->article->url, GDK_CURRENT_TIME);
}

static void
copy_text_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);
  g_autofree char *text = NULL;

  if (self->article == NULL)
    return;
  text = self->article->title != NULL
           ? g_strdup_printf ("%s\n\n%s", self->article->title, self->article->text)
           : g_strdup (self->article->text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
show_deals_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (widget);

  if (self->article != NULL)
    gtk_widget_activate_action (widget, "win.show-article", "x", self->article_id);
}

static void
close_clicked_cb (OutlayArticleView *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
outlay_article_view_dispose (GObject *object)
{
  OutlayArticleView *self = OUTLAY_ARTICLE_VIEW (object);
  GtkWidget *child;

  stop_loading (self);
  take_quotes (self, NULL, NULL);
  g_clear_object (&self->ledger);
  g_clear_pointer (&self->query, outlay_query_free);
  g_clear_pointer (&self->article, outlay_article_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_article_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (OUTLAY_TYPE_ARTICLE_TEXT);
  g_type_ensure (OUTLAY_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/article/outlay-article-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, previous);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, next);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, place);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, text);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, problem);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, legend);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, corrected);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, editor);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, footer);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, address);
  gtk_widget_class_bind_template_child (widget_class, OutlayArticleView, file);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_article_view_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_article_view_cancel_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "article.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "article.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "article.show-deals", NULL, show_deals_action);
  outlay_article_view_install_correction (widget_class);
  gtk_widget_class_install_action (widget_class, "article.show-file", NULL, show_file_action);
  gtk_widget_class_install_action (widget_class, "article.open-address", NULL, open_address_action);
}

static void
outlay_article_view_class_init (OutlayArticleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_article_view_dispose;
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[CORRECT_TEXT]
    = g_signal_new ("correct-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[SHOW_QUOTE] = g_signal_new ("show-quote", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_FIELD_QUOTE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  install_actions (widget_class);
  bind_template (widget_class);
}

/* Wherever in the window the focus is: the deals stay beside the article. */
static void
add_key (OutlayArticleView *self, guint key, GdkModifierType state, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, state), gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
outlay_article_view_init (OutlayArticleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_key (self, GDK_KEY_g, GDK_CONTROL_MASK, "article.next");
  add_key (self, GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "article.previous");
  update_place (self);
  update_footer (self);
  outlay_article_view_update_correction (self);
}

/**
 * outlay_article_view_new:
 *
 * Returns: (transfer floating): a pane that shows no article.
 */
GtkWidget *
outlay_article_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_ARTICLE_VIEW, NULL);
}

/**
 * outlay_article_view_open:
 * @ledger: (nullable): where the article is; it is read in a worker thread. Without one, hand it in
 *   with outlay_article_view_set_article()
 * @article_id: of the article in @ledger
 * @quotes: (element-type OutlayFieldQuote) (nullable): quotes of a deal, of this and of other
 * articles; their words are marked
 * @chosen: (nullable): one of @quotes: its words are marked strongest and scrolled to
 */
void
outlay_article_view_open (OutlayArticleView *view,
                          OutlayLedger *ledger,
                          gint64 article_id,
                          GPtrArray *quotes,
                          OutlayFieldQuote *chosen)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));
  g_return_if_fail (ledger == NULL || OUTLAY_IS_LEDGER (ledger));

  stop_loading (view);
  take_quotes (view, quotes, chosen);
  if (ledger != view->ledger)
    g_clear_pointer (&view->article, outlay_article_unref);
  g_set_object (&view->ledger, ledger);
  update_place (view);
  if (view->article != NULL && view->article_id == article_id)
    update_marks (view);
  else if (ledger != NULL)
    start_loading (view, article_id);
}

/**
 * outlay_article_view_set_article:
 * @article_id: its id in the ledger
 * @article: the article with its text
 *
 * Shows an article that is at hand.
 */
void
outlay_article_view_set_article (OutlayArticleView *view, gint64 article_id, OutlayArticle *article)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  outlay_article_ref (article);
  g_clear_pointer (&view->article, outlay_article_unref);
  view->article = article;
  view->text_hash = g_str_hash (article->text);
  view->article_id = article_id;
  outlay_article_text_set_article (view->text, article);
  update_marks (view);
  update_footer (view);
  outlay_article_view_show_text (view);
}

/**
 * outlay_article_view_take_quotes:
 * @quotes: (element-type OutlayFieldQuote): what has become of the quotes that were handed in
 *
 * Marks the words of a deal that was read again.
 */
void
outlay_article_view_take_quotes (OutlayArticleView *view, GPtrArray *quotes)
{
  OutlayFieldQuote *chosen = NULL;

  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  for (guint i = 0; view->chosen != NULL && chosen == NULL && i < quotes->len; i++)
    {
      OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);

      if (quote->field == view->chosen->field && quote->article_id == view->chosen->article_id)
        chosen = quote;
    }
  take_quotes (view, quotes, chosen);
  update_place (view);
  update_marks (view);
}

/**
 * outlay_article_view_refresh:
 *
 * Shows what the article says now, where the ledger has changed. What is being corrected stays.
 */
void
outlay_article_view_refresh (OutlayArticleView *view)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  if (view->article == NULL || view->ledger == NULL || view->loading != NULL
      || outlay_article_view_is_editing (view))
    return;
  start_loading (view, view->article_id);
}

/**
 * outlay_article_view_set_search:
 * @typed: what is searched for, as outlay_query_new() understands it
 *
 * Marks the words searched for in this article and in those that are opened later.
 */
void
outlay_article_view_set_search (OutlayArticleView *view, const char *typed)
{
  g_return_if_fail (OUTLAY_IS_ARTICLE_VIEW (view));

  g_clear_pointer (&view->query, outlay_query_free);
  view->query = outlay_query_new (typed);
  if (view->article != NULL)
    update_marks (view);
}

/**
 * outlay_article_view_get_article_id:
 *
 * Returns: the article shown, 0 where there is none.
 */
gint64
outlay_article_view_get_article_id (OutlayArticleView *view)
{
  g_return_val_if_fail (OUTLAY_IS_ARTICLE_VIEW (view), 0);

  return view->article != NULL ? view->article_id : 0;
}

/**
 * outlay_article_view_list_marked:
 * @chosen: only the words that the user asked for
 *
 * Returns: (transfer full) (element-type utf8): the words that are marked, in the order of the
 *   text.
 */
GPtrArray *
outlay_article_view_list_marked (OutlayArticleView *view, gboolean chosen)
{
  g_return_val_if_fail (OUTLAY_IS_ARTICLE_VIEW (view), NULL);

  return outlay_article_text_list_marked (view->text, chosen);
}
