/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-details-private.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-growth.h"
#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "outlay-conflict-box.h"
#include "outlay-deal-copy.h"
#include "outlay-deal-words.h"
#include "outlay-quotes-load.h"
#include "outlay-wrapped-text.h"
#include "ui/layout/outlay-grid.h"
#include "ui/style/outlay-em.h"
#include "ui/style/outlay-symbols.h"

/* Quotes shown from the start: of the amount and of what the articles disagree on, and of the rest.
 */
#define N_OPEN_LEADING 3
#define N_OPEN         1

/* Under so many em what else stands side by side goes one below the other. */
#define NARROW_EM 20

G_DEFINE_FINAL_TYPE (OutlayDetails, outlay_details, GTK_TYPE_WIDGET)

enum
{
  OPEN_EVIDENCE,
  STAR_TOGGLED,
  CLOSE,
  QUOTES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Quotes never change once they are shown: rows keep hold of them. */
static GPtrArray *
new_quotes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_field_quote_unref);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Names of fields stand above their values where the letters are large for the width. */
static void
place_parts (OutlayDetails *self)
{
  GtkOrientation orientation = self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  outlay_grid_put_second (GTK_WIDGET (self->counts), orientation);
  gtk_label_set_xalign (self->counts, self->narrow ? 0 : 1);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->fields)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (OUTLAY_IS_FIELD_ROW (row))
        outlay_field_row_set_orientation (OUTLAY_FIELD_ROW (row), orientation);
    }
}

/* What no article says can be said by the user. */
static void
offer_unstated (OutlayDetails *self, OutlayField field, OutlayRole role, const char *heading)
{
  GtkWidget *row;

  if (self->state == NULL || field == OUTLAY_FIELD_AMOUNT_ALT
      || (field == OUTLAY_FIELD_PARTIES && role != OUTLAY_ROLE_INVESTOR))
    return;
  row = outlay_details_add_row (self, heading, _ ("not stated"));
  outlay_field_row_set_unstated (OUTLAY_FIELD_ROW (row));
  outlay_details_offer_edit (self, OUTLAY_FIELD_ROW (row), field);
}

static void
add_row (OutlayDetails *self, OutlayField field, OutlayRole role, const char *value)
{
  const char *heading
    = field == OUTLAY_FIELD_PARTIES ? outlay_format_role (role) : outlay_format_field (field);
  gboolean leads = field == OUTLAY_FIELD_AMOUNT || (self->deal->conflicts & (1u << field)) != 0;
  GtkWidget *row;
  guint first = 0, count = 0;

  if (value == NULL || *value == '\0')
    {
      offer_unstated (self, field, role, heading);
      return;
    }
  for (guint i = 0; i < self->quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (self->quotes, i);

      if (quote->field != field || (field == OUTLAY_FIELD_PARTIES && quote->role != role))
        continue;
      if (count++ == 0)
        first = i;
    }
  row = outlay_field_row_new (heading, value);
  if (field == OUTLAY_FIELD_PARTIES)
    outlay_field_row_set_parties (OUTLAY_FIELD_ROW (row), value, &self->deal->fields);
  outlay_field_row_add_quotes (OUTLAY_FIELD_ROW (row), self->quotes, first, count,
                               leads ? N_OPEN_LEADING : N_OPEN);
  gtk_box_append (self->fields, row);
  outlay_details_offer_edit (self, OUTLAY_FIELD_ROW (row), field);
}

static void
add_field (OutlayDetails *self, OutlayField field)
{
  g_autofree char *value = outlay_format_field_value (&self->deal->fields, field);

  add_row (self, field, OUTLAY_ROLE_INVESTOR, value);
}

static void
fill_fields (OutlayDetails *self)
{
  static const OutlayField behind[] = {
    OUTLAY_FIELD_CAPACITY, OUTLAY_FIELD_PLACES, OUTLAY_FIELD_ANNOUNCED, OUTLAY_FIELD_START,
    OUTLAY_FIELD_END,      OUTLAY_FIELD_STATUS, OUTLAY_FIELD_KIND,
  };

  clear_box (self->fields);
  add_field (self, OUTLAY_FIELD_AMOUNT);
  add_field (self, OUTLAY_FIELD_AMOUNT_ALT);
  for (OutlayRole role = 0; role < OUTLAY_N_ROLES; role++)
    {
      g_autofree char *names = outlay_format_parties (&self->deal->fields, role, G_MAXUINT);

      add_row (self, OUTLAY_FIELD_PARTIES, role, names);
    }
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    add_field (self, behind[i]);
  if (self->state != NULL)
    outlay_details_add_more (self);
  place_parts (self);
}

static void
fill_conflicts (OutlayDetails *self)
{
  clear_box (self->conflicts);
  for (OutlayField field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if ((self->deal->conflicts & (1u << field)) != 0)
        gtk_box_append (self->conflicts, outlay_conflict_box_new (self->deal, field, self->quotes));
    }
}

/* The currency that sums are told in, "" where each stands in its own. */
static const char *
get_currency (OutlayDetails *self)
{
  return self->state != NULL ? outlay_view_state_get_totals (self->state)->tally.currency : "";
}

/* Below the article's own figure: how it grew, the conversions that articles give, and the one at
 * the rate of its time. */
static char *
dup_below_amount (OutlayDetails *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  char *texts[] = {
    outlay_format_growth (self->deal, OUTLAY_FIELD_AMOUNT),
    outlay_deal_words_dup_conversions (self->deal),
    *self->currency != '\0' ? outlay_format_converted_total (self->deal, self->currency) : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL)
        g_ptr_array_add (lines, texts[i]);
    }
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv)lines->pdata);
}

static void
fill_amount (OutlayDetails *self)
{
  const OutlayMoney *money = &self->deal->fields.amount;
  gboolean stated = outlay_money_is_set (money);

  g_strlcpy (self->currency, get_currency (self), sizeof self->currency);
  g_autofree char *amount
    = stated ? outlay_format_amount (money) : g_strdup (_ ("Amount not stated"));
  g_autofree char *conversions = dup_below_amount (self);
  const char *hedge = stated ? outlay_format_hedge (money->qualifier) : NULL;

  gtk_label_set_text (self->hedge, hedge != NULL ? hedge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hedge), hedge != NULL && *hedge != '\0');
  outlay_wrapped_text_set (self->amount, amount);
  gtk_widget_set_css_classes (
    GTK_WIDGET (self->amount),
    (const char *[]){stated ? "details-amount" : "details-amount-none", NULL});
  outlay_wrapped_text_set_made (self->conversions, conversions != NULL ? conversions : "");
  gtk_widget_set_visible (GTK_WIDGET (self->conversions), conversions != NULL);
}

/** outlay_details_follow_currency: tells the amount in the currency that sums are told in now. */
void
outlay_details_follow_currency (OutlayDetails *self)
{
  if (self->deal != NULL && !g_str_equal (self->currency, get_currency (self)))
    fill_amount (self);
}

static void
fill_header (OutlayDetails *self)
{
  const OutlayFields *fields = &self->deal->fields;
  g_autofree char *title = outlay_deal_words_dup_title (fields);
  g_autofree char *date = outlay_format_date (fields->announced);
  g_autofree char *counts = outlay_deal_words_dup_counts (self->deal);

  gtk_image_set_from_icon_name (self->kind_image, outlay_symbol_of_kind (fields->kind));
  gtk_label_set_text (self->kind_label, outlay_format_kind (fields->kind));
  outlay_wrapped_text_set_parties (self->title, title, fields);
  gtk_image_set_from_icon_name (self->status_image, outlay_symbol_of_status (fields->status));
  outlay_symbol_set_status (GTK_WIDGET (self->status_image), fields->status);
  gtk_label_set_text (self->status, outlay_format_status (fields->status));
  outlay_symbol_set_status (GTK_WIDGET (self->status), fields->status);
  gtk_label_set_text (self->date, *date != '\0' ? date : _ ("no date"));
  gtk_label_set_text (self->counts, counts);
  fill_amount (self);
  outlay_details_set_starred (self, self->deal->starred);
}

/* What is being edited stays until that is done. */
static void
fill_body (OutlayDetails *self)
{
  self->stale = self->edit != NULL;
  if (self->stale)
    return;
  g_autofree char *focused = outlay_details_dup_focused (self);
  fill_conflicts (self);
  fill_fields (self);
  outlay_details_focus (self, focused);
}

/** outlay_details_fill_body: shows conflicts and fields as they are now. */
void
outlay_details_fill_body (OutlayDetails *self)
{
  fill_body (self);
}

/**
 * outlay_details_add_row:
 *
 * Returns: (transfer none): a new row behind the others.
 */
GtkWidget *
outlay_details_add_row (OutlayDetails *self, const char *heading, const char *value)
{
  GtkWidget *row = outlay_field_row_new (heading, value);

  gtk_box_append (self->fields, row);
  return row;
}

static void
show_problem (OutlayDetails *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (error != NULL)
    text = outlay_format_fill (_ ("The words of the articles cannot be shown. {reason}"), "reason",
                               error->message, NULL);
  outlay_wrapped_text_set (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  OutlayDetails *self = OUTLAY_DETAILS (object);
  g_autoptr (GError) error = NULL;
  GPtrArray *quotes = outlay_field_quotes_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (quotes != NULL)
    {
      g_ptr_array_unref (self->quotes);
      self->quotes = quotes;
    }
  show_problem (self, error);
  fill_body (self);
  g_signal_emit (self, signals[QUOTES_CHANGED], 0);
}

static void
start_loading (OutlayDetails *self, OutlayLedger *ledger)
{
  self->loading = g_cancellable_new ();
  outlay_field_quotes_load_async (G_OBJECT (self), self->deal, ledger, self->loading, loaded_cb,
                                  NULL);
}

static void
stop_loading (OutlayDetails *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
star_toggled_cb (OutlayDetails *self)
{
  gboolean starred = gtk_toggle_button_get_active (self->star);

  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            starred ? "outlay-starred-symbolic" : "outlay-non-starred-symbolic");
  if (!self->setting_star)
    g_signal_emit (self, signals[STAR_TOGGLED], 0, starred);
}

static void
close_clicked_cb (OutlayDetails *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
open_quote_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index < self->quotes->len)
    g_signal_emit (self, signals[OPEN_EVIDENCE], 0, g_ptr_array_index (self->quotes, index));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);

  if (self->deal != NULL)
    outlay_deal_copy (widget, self->deal, self->quotes);
}

static void
copy_json_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  OutlayDetails *self = OUTLAY_DETAILS (widget);
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *text = NULL;

  if (self->deal == NULL)
    return;
  object = outlay_json_from_deal (self->deal);
  text = outlay_json_print (object);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static gboolean
narrow_cb (gpointer data)
{
  OutlayDetails *self = data;

  self->narrowing = 0;
  self->narrow = !self->narrow;
  place_parts (self);
  return G_SOURCE_REMOVE;
}

/* Allocation is no time to ask for another size. */
static void
width_changed_cb (OutlayDetails *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  gboolean narrow
    = gtk_adjustment_get_page_size (adjustment) < NARROW_EM * outlay_em_of (GTK_WIDGET (self));

  if (narrow != self->narrow && self->narrowing == 0)
    self->narrowing = g_idle_add_full (GTK_PRIORITY_RESIZE, narrow_cb, self, NULL);
}

static void
outlay_details_dispose (GObject *object)
{
  OutlayDetails *self = OUTLAY_DETAILS (object);
  GtkWidget *child;

  stop_loading (self);
  g_clear_object (&self->state);
  g_clear_handle_id (&self->narrowing, g_source_remove);
  g_clear_pointer (&self->deal, outlay_deal_record_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_details_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/details/outlay-details.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, kind_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, kind_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, star);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, scrolled);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, hedge);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, conversions);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, status_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, status);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, date);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, counts);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, conflicts);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, problem);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, fields);
  gtk_widget_class_bind_template_child (widget_class, OutlayDetails, panel);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
outlay_details_class_init (OutlayDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_details_dispose;
  signals[OPEN_EVIDENCE]
    = g_signal_new ("open-evidence", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_FIELD_QUOTE);
  signals[STAR_TOGGLED]
    = g_signal_new ("star-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[QUOTES_CHANGED] = g_signal_new ("quotes-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "details.open-quote", "u", open_quote_action);
  gtk_widget_class_install_action (widget_class, "details.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "details.copy-json", NULL, copy_json_action);
  outlay_details_install_edits (widget_class);
  bind_template (widget_class);
}

static void
outlay_details_init (OutlayDetails *self)
{
  self->quotes = new_quotes ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_details_new:
 *
 * Returns: (transfer floating): a pane that shows no deal.
 */
GtkWidget *
outlay_details_new (void)
{
  return g_object_new (OUTLAY_TYPE_DETAILS, NULL);
}

/* Forgets what was shown. Another state of the same deal keeps its place on the screen. */
static void
take_deal (OutlayDetails *self, OutlayDealRecord *deal)
{
  gboolean same = self->deal != NULL && deal != NULL && self->deal->id == deal->id;

  stop_loading (self);
  g_clear_pointer (&self->deal, outlay_deal_record_unref);
  self->deal = deal != NULL ? outlay_deal_record_ref (deal) : NULL;
  if (same)
    return;
  outlay_details_end_edit (self);
  g_ptr_array_unref (self->quotes);
  self->quotes = new_quotes ();
  clear_box (self->fields);
  clear_box (self->conflicts);
  show_problem (self, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/**
 * outlay_details_set_deal:
 * @deal: (nullable): what to show
 * @ledger: (nullable): where its articles are; they are read in a worker thread. Without one, hand
 *   them in with outlay_details_set_articles()
 */
void
outlay_details_set_deal (OutlayDetails *details, OutlayDealRecord *deal, OutlayLedger *ledger)
{
  g_return_if_fail (OUTLAY_IS_DETAILS (details));
  g_return_if_fail (ledger == NULL || OUTLAY_IS_LEDGER (ledger));

  take_deal (details, deal);
  if (deal == NULL)
    return;
  fill_header (details);
  if (ledger != NULL)
    start_loading (details, ledger);
}

/**
 * outlay_details_set_articles:
 * @articles: (element-type OutlayArticle): the articles of the deal's claims, with their texts, in
 *   the order of the claims
 *
 * Shows the words of articles that are at hand.
 */
void
outlay_details_set_articles (OutlayDetails *details, const GPtrArray *articles)
{
  g_return_if_fail (OUTLAY_IS_DETAILS (details));
  g_return_if_fail (details->deal != NULL);

  g_ptr_array_unref (details->quotes);
  details->quotes = outlay_field_quotes_find (details->deal, articles);
  fill_body (details);
}

/**
 * outlay_details_set_starred:
 *
 * Shows whether the deal is starred; "star-toggled" is not emitted.
 */
void
outlay_details_set_starred (OutlayDetails *details, gboolean starred)
{
  g_return_if_fail (OUTLAY_IS_DETAILS (details));

  details->setting_star = TRUE;
  gtk_toggle_button_set_active (details->star, starred);
  details->setting_star = FALSE;
}

/**
 * outlay_details_get_deal:
 *
 * Returns: (transfer none) (nullable): the deal shown.
 */
OutlayDealRecord *
outlay_details_get_deal (OutlayDetails *details)
{
  g_return_val_if_fail (OUTLAY_IS_DETAILS (details), NULL);

  return details->deal;
}

/**
 * outlay_details_get_quotes:
 *
 * Returns: (transfer none) (element-type OutlayFieldQuote): the deal's quotes; none as long as the
 *   articles are being read.
 */
GPtrArray *
outlay_details_get_quotes (OutlayDetails *details)
{
  g_return_val_if_fail (OUTLAY_IS_DETAILS (details), NULL);

  return details->quotes;
}
