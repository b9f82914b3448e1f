/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-details-pane.h"

#include "model/rereading/outlay-store-reread.h"
#include "outlay-details.h"
#include "ui/access/outlay-focus.h"
#include "ui/article/outlay-article-view.h"

/* Least width of the article beside the details, in pixels. */
#define ARTICLE_WIDTH 440

/* The least width of the details, and that beside an article, where lines would else be short. */
#define DETAILS_WIDTH 336
#define BESIDE_WIDTH  400

struct _OutlayDetailsPane
{
  GtkWidget parent_instance;

  GtkPaned *paned;
  OutlayDetails *details;
  OutlayArticleView *article;

  OutlayViewState *state;
  OutlayDeal *deal;
  gboolean beside;
  gboolean article_open;
  gint64 corrected; /* the article whose text is on its way into the ledger, 0 for none */
};

G_DEFINE_FINAL_TYPE (OutlayDetailsPane, outlay_details_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BESIDE,
  PROP_ARTICLE_OPEN,
  N_PROPS,
};

enum
{
  CLOSE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static OutlayLedger *
get_ledger (OutlayDetailsPane *self)
{
  return outlay_store_get_ledger (outlay_view_state_get_store (self->state));
}

static void
place (OutlayDetailsPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->article), self->article_open);
  gtk_widget_set_visible (GTK_WIDGET (self->details), !self->article_open || self->beside);
  gtk_widget_set_size_request (GTK_WIDGET (self->article), self->beside ? ARTICLE_WIDTH : -1, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->details),
                               self->beside && self->article_open ? BESIDE_WIDTH : DETAILS_WIDTH,
                               -1);
}

static void
set_article_open (OutlayDetailsPane *self, gboolean open)
{
  if (self->article_open == open)
    return;
  self->article_open = open;
  place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE_OPEN]);
}

static void
record_changed_cb (OutlayDetailsPane *self)
{
  outlay_details_set_deal (self->details, outlay_deal_get_record (self->deal), get_ledger (self));
}

static void
starred_changed_cb (OutlayDetailsPane *self)
{
  outlay_details_set_starred (self->details, outlay_deal_get_starred (self->deal));
}

static void
forget_deal (OutlayDetailsPane *self)
{
  if (self->deal != NULL)
    g_signal_handlers_disconnect_by_data (self->deal, self);
  g_clear_object (&self->deal);
}

static void
search_cb (OutlayDetailsPane *self)
{
  outlay_article_view_set_search (self->article, outlay_view_state_get_search_text (self->state));
}

static void
selected_cb (OutlayDetailsPane *self)
{
  OutlayDeal *deal = outlay_view_state_get_selected (self->state);

  if (deal == self->deal)
    return;
  forget_deal (self);
  set_article_open (self, FALSE);
  if (deal == NULL)
    {
      outlay_details_set_deal (self->details, NULL, NULL);
      return;
    }
  self->deal = g_object_ref (deal);
  g_signal_connect_swapped (deal, "notify::record", G_CALLBACK (record_changed_cb), self);
  g_signal_connect_swapped (deal, "notify::starred", G_CALLBACK (starred_changed_cb), self);
  record_changed_cb (self);
  starred_changed_cb (self);
}

static void
open_evidence_cb (OutlayDetailsPane *self, OutlayFieldQuote *quote)
{
  outlay_article_view_open (self->article, get_ledger (self), quote->article_id,
                            outlay_details_get_quotes (self->details), quote);
  set_article_open (self, TRUE);
  if (!self->beside)
    gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}

static void
quotes_changed_cb (OutlayDetailsPane *self)
{
  if (self->article_open)
    outlay_article_view_take_quotes (self->article, outlay_details_get_quotes (self->details));
}

static void
correct_text_cb (OutlayDetailsPane *self, gint64 article_id, const char *text)
{
  self->corrected = article_id;
  outlay_store_correct_text (outlay_view_state_get_store (self->state), article_id, text);
}

/* A text that could not be taken can be saved again. */
static void
reread_cb (OutlayDetailsPane *self, const OutlayReextraction *done, const GError *error)
{
  if (done != NULL && self->corrected != 0
      && self->corrected == outlay_article_view_get_article_id (self->article))
    outlay_article_view_end_correction (self->article);
  self->corrected = 0;
}

static void
task_changed_cb (OutlayDetailsPane *self)
{
  outlay_article_view_set_can_correct (
    self->article, outlay_store_can_reread (outlay_view_state_get_store (self->state)));
}

static void
store_changed_cb (OutlayDetailsPane *self)
{
  task_changed_cb (self);
  if (self->article_open)
    outlay_article_view_refresh (self->article);
}

static void
follow_store (OutlayDetailsPane *self, OutlayStore *store)
{
  g_signal_connect_object (store, "reread", G_CALLBACK (reread_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::import", G_CALLBACK (task_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::rereading", G_CALLBACK (task_changed_cb), self,
                           G_CONNECT_SWAPPED);
  task_changed_cb (self);
}

static void
star_toggled_cb (OutlayDetailsPane *self, gboolean starred)
{
  if (self->deal != NULL)
    outlay_store_set_starred (outlay_view_state_get_store (self->state), self->deal, starred);
}

static void
close_cb (OutlayDetailsPane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetailsPane *self = OUTLAY_DETAILS_PANE (widget);

  if (!outlay_details_pane_close_article (self))
    close_cb (self);
}

static void
outlay_details_pane_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_BESIDE)
    outlay_details_pane_set_beside (OUTLAY_DETAILS_PANE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_details_pane_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OutlayDetailsPane *self = OUTLAY_DETAILS_PANE (object);

  if (prop_id == PROP_BESIDE)
    g_value_set_boolean (value, self->beside);
  else if (prop_id == PROP_ARTICLE_OPEN)
    g_value_set_boolean (value, self->article_open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
outlay_details_pane_dispose (GObject *object)
{
  OutlayDetailsPane *self = OUTLAY_DETAILS_PANE (object);
  GtkWidget *child;

  forget_deal (self);
  g_clear_object (&self->state);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_details_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (OUTLAY_TYPE_ARTICLE_VIEW);
  g_type_ensure (OUTLAY_TYPE_DETAILS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/details/outlay-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayDetailsPane, paned);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetailsPane, details);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetailsPane, article);
  gtk_widget_class_bind_template_callback (widget_class, open_evidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, quotes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlay_details_pane_close_article);
}

static void
outlay_details_pane_class_init (OutlayDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = outlay_details_pane_dispose;
  object_class->set_property = outlay_details_pane_set_property;
  object_class->get_property = outlay_details_pane_get_property;
  properties[PROP_BESIDE]
    = g_param_spec_boolean ("beside", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  properties[PROP_ARTICLE_OPEN]
    = g_param_spec_boolean ("article-open", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "pane.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "pane.back", NULL);
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_details_pane_init (OutlayDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_details_pane_new:
 * @state: what the window shows; the pane follows its selection
 *
 * Returns: (transfer floating): a pane.
 */
GtkWidget *
outlay_details_pane_new (OutlayViewState *state)
{
  OutlayDetailsPane *self;

  g_return_val_if_fail (OUTLAY_IS_VIEW_STATE (state), NULL);

  self = g_object_new (OUTLAY_TYPE_DETAILS_PANE, NULL);
  self->state = g_object_ref (state);
  outlay_details_set_state (self->details, state);
  search_cb (self);
  g_signal_connect_object (state, "notify::search-text", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
  follow_store (self, outlay_view_state_get_store (state));
  return GTK_WIDGET (self);
}

/** outlay_details_pane_open_article: shows an article of the ledger without a mark. */
void
outlay_details_pane_open_article (OutlayDetailsPane *pane, gint64 article_id)
{
  g_return_if_fail (OUTLAY_IS_DETAILS_PANE (pane));

  outlay_article_view_open (pane->article, get_ledger (pane), article_id, NULL, NULL);
  set_article_open (pane, TRUE);
}

/**
 * outlay_details_pane_close_article:
 *
 * Goes back from the article to the details.
 *
 * Returns: whether an article was open.
 */
gboolean
outlay_details_pane_close_article (OutlayDetailsPane *pane)
{
  gboolean was_open, had_focus;

  g_return_val_if_fail (OUTLAY_IS_DETAILS_PANE (pane), FALSE);

  was_open = pane->article_open;
  had_focus = outlay_focus_is_within (GTK_WIDGET (pane->article));
  set_article_open (pane, FALSE);
  if (was_open && pane->deal == NULL)
    close_cb (pane);
  else if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (pane->details), GTK_DIR_TAB_FORWARD);
  return was_open;
}

/** outlay_details_pane_get_article_open: returns whether an article is shown. */
gboolean
outlay_details_pane_get_article_open (OutlayDetailsPane *pane)
{
  g_return_val_if_fail (OUTLAY_IS_DETAILS_PANE (pane), FALSE);

  return pane->article_open;
}

/** outlay_details_pane_get_empty: returns whether it shows neither a deal nor an article. */
gboolean
outlay_details_pane_get_empty (OutlayDetailsPane *pane)
{
  g_return_val_if_fail (OUTLAY_IS_DETAILS_PANE (pane), TRUE);

  return pane->deal == NULL && !pane->article_open;
}

/** outlay_details_pane_set_beside: says whether there is room for details and article at once. */
void
outlay_details_pane_set_beside (OutlayDetailsPane *pane, gboolean beside)
{
  g_return_if_fail (OUTLAY_IS_DETAILS_PANE (pane));

  if (pane->beside == beside)
    return;
  pane->beside = beside;
  place (pane);
  g_object_notify_by_pspec (G_OBJECT (pane), properties[PROP_BESIDE]);
}

/**
 * outlay_details_pane_get_details:
 *
 * Returns: (transfer none): the details in it.
 */
OutlayDetails *
outlay_details_pane_get_details (OutlayDetailsPane *pane)
{
  g_return_val_if_fail (OUTLAY_IS_DETAILS_PANE (pane), NULL);

  return pane->details;
}
