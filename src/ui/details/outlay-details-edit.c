/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the deal shown is changed: in the place of what is changed, never in a dialog. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format.h"
#include "outlay-details-private.h"
#include "ui/edit/outlay-act-toast.h"
#include "ui/edit/outlay-choice-form.h"
#include "ui/edit/outlay-deal-form.h"
#include "ui/edit/outlay-edit-box.h"
#include "ui/edit/outlay-figure-form.h"
#include "ui/edit/outlay-parties-form.h"
#include "ui/edit/outlay-split-form.h"
#include "ui/edit/outlay-text-form.h"

static GArray *
list_deal (OutlayDetails *self)
{
  GArray *deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (deals, self->deal->id);
  return deals;
}

/** outlay_details_act: carries @act out and says so. */
void
outlay_details_act (OutlayDetails *self, OutlayAct *act)
{
  if (self->state != NULL)
    outlay_act_toast_run (GTK_WIDGET (self), outlay_view_state_get_store (self->state), act);
}

/** outlay_details_end_edit: takes the form away, if there is one. */
void
outlay_details_end_edit (OutlayDetails *self)
{
  GtkWidget *row = g_steal_pointer (&self->edited_row);
  GtkWidget *edit = g_steal_pointer (&self->edit);

  if (edit == NULL)
    return;
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (edit)), edit);
  if (row != NULL)
    {
      gtk_widget_set_visible (row, TRUE);
      outlay_field_row_focus_edit (OUTLAY_FIELD_ROW (row));
    }
  if (self->stale)
    outlay_details_fill_body (self);
}

static void
act_cb (OutlayDetails *self, OutlayAct *act)
{
  outlay_details_end_edit (self);
  outlay_details_act (self, act);
}

static GtkWidget *
make_field_box (OutlayDetails *self, OutlayField field)
{
  const char *hint = NULL;
  GtkWidget *form;

  switch (field)
    {
    case OUTLAY_FIELD_KIND:
    case OUTLAY_FIELD_STATUS:
      form = outlay_choice_form_new (self->deal, field);
      break;
    case OUTLAY_FIELD_AMOUNT:
    case OUTLAY_FIELD_CAPACITY:
      form = outlay_figure_form_new (self->deal, field);
      hint = _ ("Leave the figure empty where none is stated.");
      break;
    case OUTLAY_FIELD_PARTIES:
      form = outlay_parties_form_new (self->deal, self->state);
      hint = _ ("An empty name takes a party away.");
      break;
    case OUTLAY_FIELD_PLACES:
      form = outlay_text_form_new_places (self->deal);
      hint = _ ("Names of countries, with commas between them");
      break;
    case OUTLAY_FIELD_ANNOUNCED:
    case OUTLAY_FIELD_START:
    case OUTLAY_FIELD_END:
      form = outlay_text_form_new_date (self->deal, field);
      hint = _ ("A year, half, quarter, month or day: 2027, 2027-H1, 2027-Q2, 2027-03");
      break;
    default:
      return NULL;
    }
  return outlay_edit_box_new (outlay_format_field (field), form, hint, _ ("_Apply"));
}

static GtkWidget *
make_other_box (OutlayDetails *self, const char *what)
{
  if (g_str_equal (what, "merge"))
    return outlay_edit_box_new (
      _ ("Merge with another deal"), outlay_deal_form_new_merge (self->deal, self->state),
      _ ("Both are told as one deal, with the words of all articles."), _ ("_Merge"));
  if (g_str_equal (what, "part"))
    return outlay_edit_box_new (_ ("Part of a larger deal"),
                                outlay_deal_form_new_part (self->deal, self->state),
                                _ ("Totals count the larger deal alone."), _ ("_Apply"));
  if (g_str_equal (what, "split"))
    return outlay_edit_box_new (_ ("Which articles speak of another deal?"),
                                outlay_split_form_new (self->deal), NULL, _ ("_Split"));
  if (g_str_equal (what, "read-as"))
    return outlay_edit_box_new (_ ("Read a name as another"),
                                outlay_deal_form_new_read_as (self->deal, self->state),
                                _ ("In all articles, those to come too"), _ ("_Apply"));
  if (g_str_equal (what, "note"))
    return outlay_edit_box_new (_ ("Note"), outlay_text_form_new_note (self->deal), NULL,
                                _ ("_Apply"));
  if (g_str_equal (what, "tag"))
    return outlay_edit_box_new (_ ("Tag"), outlay_text_form_new_tag (self->deal),
                                _ ("A word of your own that deals have in common"), _ ("_Add"));
  return NULL;
}

/* The row whose pencil was clicked: the form stands in its place. */
static GtkWidget *
find_row (OutlayDetails *self, const char *what)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "outlay-what"), what) == 0)
        return row;
    }
  return NULL;
}

/**
 * outlay_details_dup_focused:
 *
 * Returns: (transfer full) (nullable): what the row that has the focus is for.
 */
char *
outlay_details_dup_focused (OutlayDetails *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    {
      const char *what = g_object_get_data (G_OBJECT (focus), "outlay-what");

      if (what != NULL)
        return g_strdup (what);
    }
  return NULL;
}

/** outlay_details_focus: puts the focus on the row that is for @what (nullable), if there is one.
 */
void
outlay_details_focus (OutlayDetails *self, const char *what)
{
  GtkWidget *row = what != NULL ? find_row (self, what) : NULL;

  if (row != NULL)
    outlay_field_row_focus_edit (OUTLAY_FIELD_ROW (row));
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  OutlayField field;
  GtkWidget *row, *box;

  if (self->deal == NULL || self->state == NULL)
    return;
  outlay_details_end_edit (self);
  box = outlay_field_from_string (what, &field) ? make_field_box (self, field)
                                                : make_other_box (self, what);
  if (box == NULL)
    return;
  g_signal_connect_swapped (box, "act", G_CALLBACK (act_cb), self);
  g_signal_connect_swapped (box, "cancel", G_CALLBACK (outlay_details_end_edit), self);
  row = find_row (self, what);
  self->edit = box;
  self->edited_row = row;
  if (row != NULL)
    {
      gtk_box_insert_child_after (self->fields, box, row);
      gtk_widget_set_visible (row, FALSE);
    }
  else
    {
      gtk_box_append (self->panel, box);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD);
}

static void
take_back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (OutlayAct) act = NULL;
  OutlayField field;

  if (self->deal == NULL
      || !outlay_field_from_string (g_variant_get_string (parameter, NULL), &field))
    return;
  act = outlay_act_new_uncorrect (self->deal->id, 1u << field);
  outlay_details_act (self, act);
}

/* Of a conflict one side is chosen: what that article says becomes the user's own value. */
static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (OutlayAct) act = NULL;
  guint field, claim, quote;

  g_variant_get (parameter, "(uuu)", &field, &claim, &quote);
  if (self->deal == NULL || claim >= self->deal->claims->len || field >= OUTLAY_N_FIELDS)
    return;
  if (self->state == NULL)
    {
      gtk_widget_activate_action (widget, "details.open-quote", "u", quote);
      return;
    }
  act = outlay_act_new_correct (self->deal->id, 1u << field,
                                &outlay_deal_record_get_claim (self->deal, claim)->claim->fields);
  outlay_details_act (self, act);
}

static void
reject_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (GArray) deals = NULL;
  g_autoptr (OutlayAct) act = NULL;

  if (self->deal == NULL)
    return;
  deals = list_deal (self);
  act = outlay_act_new_reject (deals, !self->deal->rejected);
  outlay_details_act (self, act);
}

static void
review_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (GArray) deals = NULL;
  g_autoptr (OutlayAct) act = NULL;

  if (self->deal == NULL)
    return;
  deals = list_deal (self);
  act = outlay_act_new_review (deals, TRUE);
  outlay_details_act (self, act);
}

static void
untag_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (GArray) deals = NULL;
  g_autoptr (OutlayAct) act = NULL;

  if (self->deal == NULL)
    return;
  deals = list_deal (self);
  act = outlay_act_new_tag (deals, g_variant_get_string (parameter, NULL), FALSE);
  outlay_details_act (self, act);
}

static void
unpart_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (OutlayAct) act = NULL;

  if (self->deal == NULL)
    return;
  act = outlay_act_new_unpart (self->deal->id);
  outlay_details_act (self, act);
}

static const OutlayDealSuggestion *
find_suggestion (const OutlayDealRecord *deal, gint64 other)
{
  for (guint i = 0; deal != NULL && i < deal->suggestions->len; i++)
    {
      const OutlayDealSuggestion *suggestion = g_ptr_array_index (deal->suggestions, i);

      if (suggestion->deal_id == other)
        return suggestion;
    }
  return NULL;
}

static void
accept_suggestion_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  const OutlayDealSuggestion *suggestion
    = find_suggestion (self->deal, g_variant_get_int64 (parameter));
  g_autoptr (OutlayAct) act = NULL;

  if (suggestion == NULL)
    return;
  if (suggestion->kind == OUTLAY_SUGGESTION_SAME)
    {
      g_autoptr (GArray) deals = list_deal (self);

      g_array_append_val (deals, suggestion->deal_id);
      act = outlay_act_new_merge (deals);
    }
  else if (suggestion->kind == OUTLAY_SUGGESTION_PART)
    act = outlay_act_new_part (self->deal->id, suggestion->deal_id);
  else
    act = outlay_act_new_part (suggestion->deal_id, self->deal->id);
  outlay_details_act (self, act);
}

static void
dismiss_suggestion_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (OutlayAct) act = NULL;

  if (find_suggestion (self->deal, g_variant_get_int64 (parameter)) == NULL)
    return;
  act = outlay_act_new_separate (self->deal->id, g_variant_get_int64 (parameter));
  outlay_details_act (self, act);
}

static void
open_deal_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (OutlayDeal) deal
    = self->state != NULL ? outlay_store_dup_deal (outlay_view_state_get_store (self->state),
                                                   g_variant_get_int64 (parameter))
                          : NULL;

  if (deal != NULL)
    outlay_view_state_set_selected (self->state, deal);
}

/** outlay_details_install_edits: adds the actions that change the deal. */
void
outlay_details_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "details.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "details.take-back", "s", take_back_action);
  gtk_widget_class_install_action (widget_class, "details.choose", "(uuu)", choose_action);
  gtk_widget_class_install_action (widget_class, "details.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "details.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "details.untag", "s", untag_action);
  gtk_widget_class_install_action (widget_class, "details.unpart", NULL, unpart_action);
  gtk_widget_class_install_action (widget_class, "details.open-deal", "x", open_deal_action);
  gtk_widget_class_install_action (widget_class, "details.accept-suggestion", "x",
                                   accept_suggestion_action);
  gtk_widget_class_install_action (widget_class, "details.dismiss-suggestion", "x",
                                   dismiss_suggestion_action);
}

/* What the articles say of a field that the user corrected: the first that says something else. */
static char *
dup_old_value (const OutlayDealRecord *deal, OutlayField field)
{
  g_autofree char *now = outlay_format_field_value (&deal->fields, field);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      g_autofree char *value
        = outlay_format_field_value (&outlay_deal_record_get_claim (deal, i)->claim->fields, field);

      if (*value != '\0' && !g_str_equal (value, now))
        return g_steal_pointer (&value);
    }
  return NULL;
}

/** outlay_details_offer_edit: gives the row of a field its pencil, and says what was corrected. */
void
outlay_details_offer_edit (OutlayDetails *self, OutlayFieldRow *row, OutlayField field)
{
  const char *what = outlay_field_to_string (field);
  g_autofree char *old = NULL;

  if (self->state == NULL || field == OUTLAY_FIELD_AMOUNT_ALT)
    return;
  g_object_set_data_full (G_OBJECT (row), "outlay-what", g_strdup (what), g_free);
  outlay_field_row_set_editable (row, what);
  if ((self->deal->corrected & (1u << field)) == 0)
    return;
  old = dup_old_value (self->deal, field);
  outlay_field_row_set_corrected (row, what, old);
}

/**
 * outlay_details_set_state:
 * @state: (transfer none): with it the deal can be changed; without one it is only shown
 */
void
outlay_details_set_state (OutlayDetails *details, OutlayViewState *state)
{
  g_return_if_fail (OUTLAY_IS_DETAILS (details));

  if (details->state != NULL)
    g_signal_handlers_disconnect_by_func (details->state, outlay_details_follow_currency, details);
  g_set_object (&details->state, state);
  if (state != NULL)
    g_signal_connect_object (state, "changed", G_CALLBACK (outlay_details_follow_currency), details,
                             G_CONNECT_SWAPPED);
}
