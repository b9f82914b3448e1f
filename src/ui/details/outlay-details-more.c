/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is around the deal shown: the user's note and tags, the larger deal, what became of it. */
#define G_LOG_DOMAIN "outlay-ui"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-details-private.h"
#include "outlay-excerpt.h"
#include "ui/style/outlay-reading.h"

/* Acts of the user that are shown, the latest first. */
#define MOST_ACTS 20

/* How far a part's parts stand in, in pixels. */
#define PART_INDENT 16

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_note (OutlayDetails *self)
{
  GtkWidget *row;

  if (self->deal->note == NULL)
    return;
  row = outlay_details_add_row (self, _ ("Note"), self->deal->note);
  g_object_set_data (G_OBJECT (row), "outlay-what", (gpointer) "note");
  outlay_field_row_set_editable (OUTLAY_FIELD_ROW (row), "note");
}

/* A click takes a tag away. */
static void
add_tags (OutlayDetails *self)
{
  GtkWidget *row;

  if (self->deal->tags->len == 0)
    return;
  row = outlay_details_add_row (self, _ ("Tags"), "");
  for (guint i = 0; i < self->deal->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (self->deal->tags, i);
      GtkWidget *button = gtk_button_new_with_label (tag);
      g_autofree char *hint
        = outlay_format_fill (_ ("Take the tag “{tag}” away"), "tag", tag, NULL);

      gtk_widget_add_css_class (button, "chip");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (button, hint);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tag);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.untag");
      outlay_field_row_append (OUTLAY_FIELD_ROW (row), button);
    }
}

static GtkWidget *
make_deal_button (OutlayDeal *deal)
{
  const char *whom = outlay_deal_get_whom (deal);
  g_autofree char *text = g_strdup_printf ("%s %s · %s", outlay_deal_get_who (deal),
                                           whom != NULL ? whom : "", outlay_deal_get_amount (deal));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  outlay_reading_set_label (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quote");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", outlay_deal_get_id (deal));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.open-deal");
  return button;
}

static void
add_whole (OutlayDetails *self, OutlayStore *store)
{
  g_autoptr (OutlayDeal) whole
    = self->deal->whole != 0 ? outlay_store_dup_deal (store, self->deal->whole) : NULL;
  GtkWidget *row, *button;

  if (whole == NULL)
    return;
  row = outlay_details_add_row (self, _ ("Part of"), _ ("counted once"));
  outlay_field_row_set_unstated (OUTLAY_FIELD_ROW (row));
  outlay_field_row_append (OUTLAY_FIELD_ROW (row), make_deal_button (whole));
  button = gtk_button_new_with_mnemonic (_ ("_No Part of It"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.unpart");
  outlay_field_row_append (OUTLAY_FIELD_ROW (row), button);
}

/* The parts of the deal of that id, and theirs below them, each a step further in. */
static void
append_parts (OutlayFieldRow *row, OutlayStore *store, gint64 whole, int depth)
{
  OutlayDealIndex *index = outlay_store_get_index (store);

  for (guint i = 0; i < outlay_deal_index_get_n_deals (index); i++)
    {
      const OutlayDealRow *part = outlay_deal_index_get_row (index, i);

      if (part->whole != whole)
        continue;
      g_autoptr (OutlayDeal) deal = outlay_store_dup_deal (store, part->id);
      GtkWidget *button = make_deal_button (deal);
      gtk_widget_set_margin_start (button, depth * PART_INDENT);
      outlay_field_row_append (row, button);
      append_parts (row, store, part->id, depth + 1);
    }
}

static gboolean
has_parts (OutlayDealIndex *index, gint64 whole)
{
  for (guint i = 0; i < outlay_deal_index_get_n_deals (index); i++)
    {
      if (outlay_deal_index_get_row (index, i)->whole == whole)
        return TRUE;
    }
  return FALSE;
}

static void
add_parts (OutlayDetails *self, OutlayStore *store)
{
  GtkWidget *row;

  if (!has_parts (outlay_store_get_index (store), self->deal->id))
    return;
  row = outlay_details_add_row (self, _ ("Parts"), _ ("counted within this one"));
  outlay_field_row_set_unstated (OUTLAY_FIELD_ROW (row));
  append_parts (OUTLAY_FIELD_ROW (row), store, self->deal->id, 0);
}

static GtkWidget *
make_decision (const char *label, const char *action, gint64 other)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", other);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* What may be, why, with which deal, and the two answers. */
static void
add_suggestion (OutlayDetails *self, OutlayStore *store, const OutlayDealSuggestion *suggestion)
{
  static const char *const headings[] = {
    [OUTLAY_SUGGESTION_SAME] = N_ ("Perhaps the same deal"),
    [OUTLAY_SUGGESTION_PART] = N_ ("Perhaps a part of"),
    [OUTLAY_SUGGESTION_WHOLE] = N_ ("Perhaps its part"),
  };
  g_autoptr (OutlayDeal) other = outlay_store_dup_deal (store, suggestion->deal_id);
  g_autofree char *reason = outlay_format_link_reason (suggestion->reason);
  gboolean same = suggestion->kind == OUTLAY_SUGGESTION_SAME;
  GtkWidget *row, *answers;

  if (other == NULL)
    return;
  row = outlay_details_add_row (self, _ (headings[suggestion->kind]), reason != NULL ? reason : "");
  outlay_field_row_append (OUTLAY_FIELD_ROW (row), make_deal_button (other));
  answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (answers),
                  make_decision (same ? _ ("One Deal") : _ ("A Part"), "details.accept-suggestion",
                                 suggestion->deal_id));
  gtk_box_append (GTK_BOX (answers),
                  make_decision (same ? _ ("Two Deals") : _ ("No Part"),
                                 "details.dismiss-suggestion", suggestion->deal_id));
  outlay_field_row_append (OUTLAY_FIELD_ROW (row), answers);
  /* A question stands before the facts. */
  gtk_box_reorder_child_after (self->fields, row, NULL);
}

/* What each article said, by its day: "24 Nov 2025 · $50 billion · Announced". */
static void
add_claims (OutlayDetails *self, GtkWidget *box)
{
  for (guint i = 0; i < self->deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (self->deal, i);
      const OutlayFields *fields = &claim->claim->fields;
      g_autofree char *amount = outlay_format_field_value (fields, OUTLAY_FIELD_AMOUNT);
      g_autofree char *origin = outlay_excerpt_dup_origin (claim->article);
      g_autofree char *said = g_strdup_printf ("%s%s%s", amount, *amount != '\0' ? " · " : "",
                                               outlay_format_status (fields->status));

      g_autofree char *reason = outlay_format_link_reason (claim->reason);

      add_label (box, said, "history-said");
      add_label (box, origin, "quote-origin");
      if (reason != NULL)
        add_label (box, reason, "quote-origin");
    }
}

static void
history_loaded_cb (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) box = data;
  g_autoptr (GPtrArray) entries
    = outlay_store_load_history_finish (OUTLAY_STORE (store), result, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *words = outlay_act_describe (entry);
      g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (entry->made);
      g_autofree char *when = made != NULL ? g_date_time_format (made, "%x %H:%M") : NULL;
      g_autofree char *line = entry->undone
                                ? outlay_format_fill (_ ("Undone: {act}"), "act", words, NULL)
                                : g_strdup (words);

      add_label (box, line, "history-said");
      if (when != NULL)
        add_label (box, when, "quote-origin");
    }
}

static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, OutlayDetails *self)
{
  GtkWidget *box = gtk_expander_get_child (expander);

  if (!gtk_expander_get_expanded (expander) || gtk_widget_get_first_child (box) != NULL)
    return;
  add_claims (self, box);
  outlay_store_load_history_async (outlay_view_state_get_store (self->state), self->deal->id,
                                   MOST_ACTS, NULL, history_loaded_cb, g_object_ref (box));
}

static void
add_history (OutlayDetails *self)
{
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_History"));

  gtk_expander_set_child (GTK_EXPANDER (expander), gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "History"), -1);
  gtk_widget_add_css_class (expander, "history");
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  gtk_box_append (self->fields, expander);
}

/** outlay_details_add_more: adds, behind the fields, all else that there is to say of the deal. */
void
outlay_details_add_more (OutlayDetails *self)
{
  OutlayStore *store = outlay_view_state_get_store (self->state);

  for (guint i = 0; i < self->deal->suggestions->len; i++)
    add_suggestion (self, store, g_ptr_array_index (self->deal->suggestions, i));
  add_whole (self, store);
  add_parts (self, store);
  add_note (self);
  add_tags (self);
  add_history (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.review", self->deal->review);
}
