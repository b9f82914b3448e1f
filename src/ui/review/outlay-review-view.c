/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-claim-card.h"
#include "outlay-review-answers.h"
#include "outlay-review-heading.h"
#include "outlay-review-question.h"
#include "outlay-review-button.h"
#include "outlay-review-row.h"
#include "ui/access/outlay-focus.h"
#include "ui/access/outlay-tab-stop.h"
#include "ui/details/outlay-deal-words.h"
#include "ui/details/outlay-quotes-load.h"
#include "ui/details/outlay-wrapped-text.h"
#include "ui/edit/outlay-act-toast.h"
#include "ui/layout/outlay-layout-bin.h"

/* Between two articles, in pixels. */
#define CARD_SPACING 16

struct _OutlayReviewView
{
  GtkWidget parent_instance;

  GtkLabel *left;
  GtkListView *list;
  GtkWidget *scrolled;
  GtkLabel *title;
  GtkLabel *question;
  GtkGrid *cards;
  gboolean stacked;
  OutlayReviewAnswers *answers;

  OutlayViewState *state;
  GtkSingleSelection *selection;
  OutlayDeal *deal;
  /* What the deal may be one with, where that is asked. */
  OutlayDeal *other;
  GPtrArray *quotes;
  GPtrArray *other_quotes;
  GCancellable *loading;
  guint claims[2];
  guint n_claims;
};

G_DEFINE_FINAL_TYPE (OutlayReviewView, outlay_review_view, GTK_TYPE_WIDGET)

enum
{
  DETAILS,
  OPEN_ARTICLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static OutlayDealRecord *
get_record (OutlayReviewView *self)
{
  return self->deal != NULL ? outlay_deal_get_record (self->deal) : NULL;
}

/* The article that gave the value, and the first that gives another. */
static void
choose_claims (OutlayReviewView *self, const OutlayDealRecord *deal)
{
  OutlayField field;
  guint asked = 0;
  gboolean conflict = outlay_review_question_find_conflict (deal, &field);

  if (conflict)
    asked = (guint)MAX (deal->chosen[field], 0);
  else
    outlay_review_question_find_field (deal, &field, &asked);
  self->claims[0] = asked < deal->claims->len ? asked : 0;
  self->n_claims = 1;
  for (guint i = 0; conflict && i < deal->claims->len && self->n_claims == 1; i++)
    {
      const OutlayFields *first
        = &outlay_deal_record_get_claim (deal, self->claims[0])->claim->fields;
      const OutlayFields *fields = &outlay_deal_record_get_claim (deal, i)->claim->fields;

      if (outlay_fields_has (fields, field) && !outlay_fields_equal_field (first, fields, field))
        self->claims[self->n_claims++] = i;
    }
}

static void
add_card (OutlayReviewView *self,
          const OutlayDealRecord *deal,
          guint claim,
          const OutlayFields *fields,
          const OutlayFields *other)
{
  gboolean second = deal != get_record (self);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->cards));
  GtkWidget *card
    = outlay_claim_card_new (deal, claim, fields, other, second ? self->other_quotes : self->quotes,
                             second ? "review.open-other" : "review.open-quote");

  gtk_widget_set_hexpand (card, TRUE);
  gtk_grid_attach_next_to (self->cards, card, last, self->stacked ? GTK_POS_BOTTOM : GTK_POS_RIGHT,
                           1, 1);
}

/* Two deals side by side, each with all that is known of it. */
static void
show_pair (OutlayReviewView *self)
{
  const OutlayDealRecord *deals[] = {get_record (self), outlay_deal_get_record (self->other)};

  for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
    add_card (self, deals[i], 0, &deals[i]->fields, &deals[1 - i]->fields);
}

/* What articles say of one deal. */
static void
show_claims (OutlayReviewView *self, const OutlayDealRecord *deal)
{
  for (guint i = 0; i < self->n_claims; i++)
    {
      const OutlayFields *other
        = self->n_claims == 2
            ? &outlay_deal_record_get_claim (deal, self->claims[1 - i])->claim->fields
            : NULL;

      add_card (self, deal, self->claims[i],
                &outlay_deal_record_get_claim (deal, self->claims[i])->claim->fields, other);
    }
}

static void
show_cards (OutlayReviewView *self)
{
  const OutlayDealRecord *deal = get_record (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_grid_remove (self->cards, child);
  if (self->other != NULL)
    show_pair (self);
  else if (deal != NULL && deal->claims->len > 0)
    show_claims (self, deal);
  outlay_review_answers_offer (self->answers, self->other != NULL,
                               self->other == NULL && self->n_claims == 2);
}

/* The quotes of the one deal come, then those of the other. */
static void
take_quotes (OutlayReviewView *self, GPtrArray **place, GAsyncResult *result)
{
  GPtrArray *quotes = outlay_field_quotes_load_finish (result, NULL);

  if (quotes == NULL)
    return;
  g_ptr_array_unref (*place);
  *place = quotes;
  show_cards (self);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  take_quotes (OUTLAY_REVIEW_VIEW (object), &OUTLAY_REVIEW_VIEW (object)->quotes, result);
}

static void
other_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  take_quotes (OUTLAY_REVIEW_VIEW (object), &OUTLAY_REVIEW_VIEW (object)->other_quotes, result);
}

static void
load_quotes (OutlayReviewView *self)
{
  OutlayLedger *ledger = outlay_store_get_ledger (outlay_view_state_get_store (self->state));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (ledger == NULL || self->deal == NULL)
    return;
  self->loading = g_cancellable_new ();
  outlay_field_quotes_load_async (G_OBJECT (self), get_record (self), ledger, self->loading,
                                  loaded_cb, NULL);
  if (self->other != NULL)
    outlay_field_quotes_load_async (G_OBJECT (self), outlay_deal_get_record (self->other), ledger,
                                    self->loading, other_loaded_cb, NULL);
}

static void
find_other (OutlayReviewView *self, const OutlayDealRecord *deal)
{
  const OutlayDealSuggestion *suggestion
    = deal != NULL ? outlay_review_question_get_suggestion (deal) : NULL;

  g_clear_object (&self->other);
  if (suggestion != NULL)
    self->other
      = outlay_store_dup_deal (outlay_view_state_get_store (self->state), suggestion->deal_id);
}

static void
show_deal (OutlayReviewView *self)
{
  const OutlayDealRecord *deal = get_record (self);
  g_autofree char *question = deal != NULL ? outlay_review_question_dup (deal, FALSE) : NULL;
  g_autofree char *hint = deal != NULL ? outlay_review_question_dup_hint (deal) : NULL;

  g_ptr_array_set_size (self->quotes, 0);
  g_ptr_array_set_size (self->other_quotes, 0);
  outlay_wrapped_text_set_made (self->title, question != NULL ? question : "");
  outlay_wrapped_text_set_made (self->question, hint != NULL ? hint : "");
  find_other (self, deal);
  if (deal != NULL)
    {
      choose_claims (self, deal);
      outlay_review_answers_set_accept (self->answers, outlay_review_question_get_answer (deal));
    }
  show_cards (self);
  load_quotes (self);
}

static void
forget_deal (OutlayReviewView *self)
{
  if (self->deal != NULL)
    g_signal_handlers_disconnect_by_data (self->deal, self);
  g_clear_object (&self->deal);
  g_clear_object (&self->other);
}

static void
selected_cb (OutlayReviewView *self)
{
  OutlayDeal *deal = gtk_single_selection_get_selected_item (self->selection);

  if (deal == self->deal)
    return;
  forget_deal (self);
  if (deal != NULL)
    {
      self->deal = g_object_ref (deal);
      g_signal_connect_swapped (deal, "notify::record", G_CALLBACK (show_deal), self);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        outlay_view_state_set_selected (self->state, deal);
    }
  show_deal (self);
}

static void
items_changed_cb (OutlayReviewView *self)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = g_strdup_printf (ngettext ("%u left", "%u left", count), count);

  gtk_label_set_text (self->left, text);
}

/* Where the keyboard is in the list it goes along, so that screen readers tell the question. */
static void
focus_selected (OutlayReviewView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
        gtk_widget_grab_focus (row);
    }
}

static void
step (OutlayReviewView *self, int by)
{
  guint count = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (count == 0 || (by < 0 && at == 0))
    return;
  gtk_single_selection_set_selected (self->selection, MIN (at + (guint)by, count - 1));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    focus_selected (self);
}

static void
act (OutlayReviewView *self, OutlayAct *what)
{
  outlay_act_toast_run (GTK_WIDGET (self), outlay_view_state_get_store (self->state), what);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (OUTLAY_REVIEW_VIEW (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  step (OUTLAY_REVIEW_VIEW (widget), -1);
}

static void
accept_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);
  g_autoptr (OutlayAct) what = NULL;

  if (self->deal == NULL)
    return;
  what = outlay_review_question_new_answer (get_record (self));
  act (self, what);
}

static void
apart_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);
  g_autoptr (OutlayAct) what = NULL;

  if (self->deal == NULL || self->other == NULL)
    return;
  what
    = outlay_act_new_separate (outlay_deal_get_id (self->deal), outlay_deal_get_id (self->other));
  act (self, what);
}

static void
merge_certain_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  outlay_act_toast_merge_certain (widget, outlay_view_state_get_store (self->state));
}

static void
reject_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OutlayAct) what = NULL;

  if (self->deal == NULL)
    return;
  g_array_append_val (deals, get_record (self)->id);
  what = outlay_act_new_reject (deals, TRUE);
  act (self, what);
}

/* One of the two values becomes the user's own. */
static void
take_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);
  const OutlayDealRecord *deal = get_record (self);
  guint side = g_variant_get_uint32 (parameter);
  g_autoptr (OutlayAct) what = NULL;
  OutlayField field;

  if (deal == NULL || side >= self->n_claims
      || !outlay_review_question_find_conflict (deal, &field))
    return;
  what = outlay_act_new_correct (
    deal->id, 1u << field, &outlay_deal_record_get_claim (deal, self->claims[side])->claim->fields);
  act (self, what);
}

static void
details_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  if (self->deal == NULL)
    return;
  outlay_view_state_set_selected (self->state, self->deal);
  g_signal_emit (self, signals[DETAILS], 0, g_variant_get_string (parameter, NULL));
}

static void
open_article_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  if (self->deal == NULL)
    return;
  outlay_view_state_set_selected (self->state, self->deal);
  g_signal_emit (self, signals[OPEN_ARTICLE], 0,
                 outlay_deal_record_get_claim (get_record (self), self->claims[0])->article_id);
}

static void
open_quote (OutlayReviewView *self, OutlayDeal *deal, GPtrArray *quotes, guint index)
{
  if (deal == NULL || index >= quotes->len)
    return;
  outlay_view_state_set_selected (self->state, deal);
  g_signal_emit (self, signals[OPEN_ARTICLE], 0,
                 ((const OutlayFieldQuote *)g_ptr_array_index (quotes, index))->article_id);
}

static void
open_quote_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  open_quote (self, self->deal, self->quotes, g_variant_get_uint32 (parameter));
}

static void
open_other_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  open_quote (self, self->other, self->other_quotes, g_variant_get_uint32 (parameter));
}

static gboolean
outlay_review_view_grab_focus (GtkWidget *widget)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (widget);

  if (!gtk_widget_get_visible (self->scrolled))
    return gtk_widget_grab_focus (GTK_WIDGET (self->answers));
  return outlay_focus_is_within (self->scrolled)
         || gtk_widget_child_focus (self->scrolled, GTK_DIR_TAB_FORWARD);
}

static void
outlay_review_view_dispose (GObject *object)
{
  OutlayReviewView *self = OUTLAY_REVIEW_VIEW (object);
  GtkWidget *child;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  forget_deal (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->state);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->other_quotes, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_review_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, 0, "review.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, 0, "review.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "review.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "review.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "review.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "review.apart", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "review.take", "u", 0u);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "review.take", "u", 1u);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "review.details", "s", "");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "review.details", "s", "merge");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, 0, "review.open-article", NULL);
}

static void
outlay_review_view_class_init (OutlayReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_review_view_dispose;
  signals[DETAILS] = g_signal_new ("details", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_ARTICLE]
    = g_signal_new ("open-article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  widget_class->grab_focus = outlay_review_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "review.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "review.apart", NULL, apart_action);
  gtk_widget_class_install_action (widget_class, "review.merge-certain", NULL,
                                   merge_certain_action);
  gtk_widget_class_install_action (widget_class, "review.open-other", "u", open_other_action);
  gtk_widget_class_install_action (widget_class, "review.take", "u", take_action);
  gtk_widget_class_install_action (widget_class, "review.details", "s", details_action);
  gtk_widget_class_install_action (widget_class, "review.open-article", NULL, open_article_action);
  gtk_widget_class_install_action (widget_class, "review.open-quote", "u", open_quote_action);
  add_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Enter is the list's own key where that has the focus. */
static void
accept_selected (OutlayReviewView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "review.accept", NULL);
}

static GtkWidget *
make_list (OutlayReviewView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *left = gtk_label_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)),
                            outlay_review_row_factory_new (self->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Deals to review"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (accept_selected), self);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_add_css_class (left, "heading-small");
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_size_request (scrolled, 248, -1);
  gtk_widget_add_css_class (box, "review-list");
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), outlay_tab_stop_new (scrolled));
  gtk_box_append (GTK_BOX (box), outlay_review_button_new_certain ());
  self->left = GTK_LABEL (left);
  self->list = GTK_LIST_VIEW (list);
  self->scrolled = box;
  return box;
}

static GtkWidget *
make_question (OutlayReviewView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *cards = gtk_grid_new ();

  gtk_widget_add_css_class (box, "review-question");
  gtk_box_append (GTK_BOX (box), outlay_review_heading_new (&self->title, &self->question));
  gtk_grid_set_column_homogeneous (GTK_GRID (cards), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (cards), CARD_SPACING);
  gtk_grid_set_row_spacing (GTK_GRID (cards), CARD_SPACING);
  gtk_box_append (GTK_BOX (box), cards);
  self->cards = GTK_GRID (cards);
  self->answers = OUTLAY_REVIEW_ANSWERS (outlay_review_answers_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answers));
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

/* Without much room the list is left away, and the answers have its keys while it is. */
static void
show_list (OutlayReviewView *self, gboolean shown)
{
  GtkWidget *answers = GTK_WIDGET (self->answers);

  if (shown == gtk_widget_get_visible (self->scrolled))
    return;
  if (!shown && outlay_focus_is_within (self->scrolled))
    gtk_widget_grab_focus (answers);
  gtk_widget_set_visible (self->scrolled, shown);
  if (shown && outlay_focus_is_within (answers))
    outlay_focus_when_sized (self->scrolled);
}

static void
layout_changed_cb (OutlayReviewView *self, GParamSpec *pspec, OutlayLayoutBin *bin)
{
  OutlayLayout layout = outlay_layout_bin_get_layout (bin);

  show_list (self, layout < OUTLAY_LAYOUT_NARROW);
  if (self->stacked == (layout >= OUTLAY_LAYOUT_THIN))
    return;
  self->stacked = layout >= OUTLAY_LAYOUT_THIN;
  show_cards (self);
}

static GtkWidget *
make_content (OutlayReviewView *self)
{
  GtkWidget *bin = g_object_new (OUTLAY_TYPE_LAYOUT_BIN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), make_question (self));
  outlay_layout_bin_set_child (OUTLAY_LAYOUT_BIN (bin), box);
  g_signal_connect_swapped (bin, "notify::layout", G_CALLBACK (layout_changed_cb), self);
  return bin;
}

static void
outlay_review_view_init (OutlayReviewView *self)
{
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_field_quote_unref);
  self->other_quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_field_quote_unref);
}

/**
 * outlay_review_view_new:
 * @state: whose deals are asked about
 *
 * Returns: (transfer floating): a view of one question at a time.
 */
GtkWidget *
outlay_review_view_new (OutlayViewState *state)
{
  OutlayReviewView *self = g_object_new (OUTLAY_TYPE_REVIEW_VIEW, NULL);

  self->state = g_object_ref (state);
  self->selection = gtk_single_selection_new (g_object_ref (outlay_view_state_get_deals (state)));
  gtk_widget_set_parent (make_content (self), GTK_WIDGET (self));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
  selected_cb (self);
  return GTK_WIDGET (self);
}
