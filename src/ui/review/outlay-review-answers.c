/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-answers.h"

#include <glib/gi18n.h>

#include "outlay-review-button.h"
#include "ui/layout/outlay-wrap-box.h"

struct _OutlayReviewAnswers
{
  GtkWidget parent_instance;

  GtkWidget *accept;
  GtkLabel *accept_label;
  GtkWidget *apart;
  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (OutlayReviewAnswers, outlay_review_answers, GTK_TYPE_WIDGET)

static GtkWidget *
add_button (
  OutlayWrapBox *row, const char *text, const char *key, const char *action, GVariant *target)
{
  GtkWidget *button = outlay_review_button_new (text, key, action, target);

  outlay_wrap_box_append (row, button);
  return button;
}

static GtkWidget *
make_answers (OutlayReviewAnswers *self)
{
  GtkWidget *box = outlay_wrap_box_new ();
  OutlayWrapBox *row = OUTLAY_WRAP_BOX (box);

  outlay_wrap_box_set_spread (row, TRUE);
  outlay_wrap_box_set_centred (row, TRUE);
  outlay_review_button_add_icon (add_button (row, _ ("Previous"), "K", "review.previous", NULL),
                                 "go-previous-symbolic", FALSE);
  self->apart = add_button (row, _ ("Not the Same"), "N", "review.apart", NULL);
  self->accept = add_button (row, _ ("Looks Right"), C_ ("key", "Enter"), "review.accept", NULL);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  self->accept_label
    = GTK_LABEL (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (self->accept))));
  outlay_review_button_add_icon (self->accept, "object-select-symbolic", FALSE);
  self->first
    = add_button (row, _ ("Take the First"), "1", "review.take", g_variant_new_uint32 (0));
  self->second
    = add_button (row, _ ("Take the Second"), "2", "review.take", g_variant_new_uint32 (1));
  outlay_review_button_add_icon (add_button (row, _ ("Skip"), "J", "review.next", NULL),
                                 "go-next-symbolic", TRUE);
  return box;
}

/* What is wanted less often. */
static GtkWidget *
make_others (void)
{
  GtkWidget *box = outlay_wrap_box_new ();
  OutlayWrapBox *row = OUTLAY_WRAP_BOX (box);

  outlay_wrap_box_set_centred (row, TRUE);
  add_button (row, _ ("Edit"), "E", "review.details", g_variant_new_string (""));
  add_button (row, _ ("Merge"), "M", "review.details", g_variant_new_string ("merge"));
  add_button (row, _ ("No Deal"), "R", "review.reject", NULL);
  add_button (row, _ ("Open Article"), "O", "review.open-article", NULL);
  return box;
}

static gboolean
outlay_review_answers_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (OUTLAY_REVIEW_ANSWERS (widget)->accept);
}

static void
outlay_review_answers_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_review_answers_parent_class)->dispose (object);
}

static void
outlay_review_answers_class_init (OutlayReviewAnswersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_review_answers_dispose;
  widget_class->grab_focus = outlay_review_answers_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_review_answers_init (OutlayReviewAnswers *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_parent (make_answers (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_others (), GTK_WIDGET (self));
}

/**
 * outlay_review_answers_new:
 *
 * Returns: (transfer floating): the buttons that answer a question, in as many lines as the width
 *   asks for. The one that says yes takes the keyboard for all.
 */
GtkWidget *
outlay_review_answers_new (void)
{
  return g_object_new (OUTLAY_TYPE_REVIEW_ANSWERS, NULL);
}

/** outlay_review_answers_set_accept: says in @text what it means to agree. */
void
outlay_review_answers_set_accept (OutlayReviewAnswers *self, const char *text)
{
  gtk_label_set_text (self->accept_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/**
 * outlay_review_answers_offer:
 * @apart: whether two deals can be kept apart
 * @take: whether there are two values of which one can be taken
 *
 * Shows the answers that fit the question.
 */
void
outlay_review_answers_offer (OutlayReviewAnswers *self, gboolean apart, gboolean take)
{
  gtk_widget_set_visible (self->apart, apart);
  gtk_widget_set_visible (self->first, take);
  gtk_widget_set_visible (self->second, take);
}
