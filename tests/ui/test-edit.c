/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <glib/gstdio.h>

#include "base/format/outlay-format.h"
#include "fixture/fixture.h"
#include "ledger/outlay-ledger-suggestions.h"
#include "ui/details/outlay-details.h"
#include "ui/edit/outlay-edit-box.h"
#include "ui/edit/outlay-figure-text.h"
#include "ui/edit/outlay-pick-entry.h"
#include "ui/details/outlay-quote-button.h"
#include "ui/outlay-window.h"
#include "ui/review/outlay-review-view.h"
#include "ui/style/outlay-style.h"
#include "widgets.h"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  OutlayStore *store;
  OutlayWindow *window;
  OutlayViewState *state;
  GtkWidget *details;
  gint64 id;
  OutlayDeal *deal; /* the one of @id, held for its record */
  guint n_deals;
} Fixture;

/* One for all tests: a name on the bus is not free again at once. */
static GtkApplication *application;
static OutlayStyle *style;

static gboolean
is_opened (gpointer data)
{
  return outlay_store_get_opened (((Fixture *)data)->store);
}

static gboolean
has_fields (gpointer data)
{
  Fixture *fixture = data;

  fixture->details = widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_DETAILS, 0);
  return widgets_have_text (fixture->details, "Amount");
}

static OutlayDealRecord *
get_record (Fixture *fixture)
{
  g_clear_object (&fixture->deal);
  fixture->deal = outlay_store_dup_deal (fixture->store, fixture->id);
  return outlay_deal_get_record (fixture->deal);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) deal = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->store = outlay_store_new ();
  fixture->window = outlay_window_new (application, fixture->store, NULL);
  fixture->state = outlay_window_get_state (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  outlay_store_open_async (fixture->store, outlay_ledger_get_path (fixture->ledger), NULL, NULL,
                           NULL);
  g_assert_true (widgets_wait (is_opened, fixture));
  fixture->n_deals = outlay_store_get_n_deals (fixture->store);
  deal = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 0);
  fixture->id = outlay_deal_get_id (deal);
  outlay_view_state_set_selected (fixture->state, deal);
  outlay_window_show_side (fixture->window, OUTLAY_SIDE_DETAILS);
  g_assert_true (widgets_wait (has_fields, fixture));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widgets_settle ();
  g_clear_object (&fixture->deal);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static GtkWidget *
edit (Fixture *fixture, const char *what)
{
  GtkWidget *box;

  g_assert_true (gtk_widget_activate_action (fixture->details, "details.edit", "s", what));
  box = widgets_find (fixture->details, OUTLAY_TYPE_EDIT_BOX, 0);
  g_assert_nonnull (box);
  widgets_assert_named (box);
  return box;
}

/* The entries of a box come in the order in which they stand in it. */
static void
type (GtkWidget *box, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widgets_find (box, GTK_TYPE_ENTRY, index)), text);
}

static void
press_enter (GtkWidget *box)
{
  g_signal_emit_by_name (widgets_find (box, GTK_TYPE_ENTRY, 0), "activate");
}

static gboolean
has_amount (gpointer data)
{
  Fixture *fixture = data;

  return get_record (fixture)->fields.amount.high == G_GINT64_CONSTANT (195000000000)
         && widgets_have_text (fixture->details, "Your correction");
}

static gboolean
has_no_correction (gpointer data)
{
  Fixture *fixture = data;

  return get_record (fixture)->corrected == 0
         && !widgets_have_text (fixture->details, "€1.95 billion");
}

static void
test_amount (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = edit (fixture, "amount");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (widgets_find (box, GTK_TYPE_DROP_DOWN, 0)),
                              OUTLAY_QUALIFIER_ABOUT);
  type (box, 0, "eur");
  type (box, 2, "1.95");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widgets_find (box, GTK_TYPE_DROP_DOWN, 1)), 2);
  widgets_save_picture (GTK_WINDOW (fixture->window), "edit-amount.png");
  press_enter (box);
  g_assert_true (widgets_wait (has_amount, fixture));
  g_assert_cmpstr (get_record (fixture)->fields.amount.currency, ==, "EUR");
  g_assert_cmpint (get_record (fixture)->fields.amount.qualifier, ==, OUTLAY_QUALIFIER_ABOUT);
  g_assert_null (widgets_find (fixture->details, OUTLAY_TYPE_EDIT_BOX, 0));
  widgets_save_picture (GTK_WINDOW (fixture->window), "edit-corrected.png");
  gtk_widget_activate_action (fixture->details, "details.take-back", "s", "amount");
  g_assert_true (widgets_wait (has_no_correction, fixture));
}

static gboolean
is_undone (gpointer data)
{
  Fixture *fixture = data;

  return get_record (fixture)->corrected == 0;
}

static gboolean
is_corrected (gpointer data)
{
  Fixture *fixture = data;

  return get_record (fixture)->corrected != 0;
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = edit (fixture, "end");

  type (box, 0, "2031-Q3");
  press_enter (box);
  g_assert_true (widgets_wait (is_corrected, fixture));
  g_assert_cmpuint (get_record (fixture)->fields.end.unit, ==, OUTLAY_DATE_QUARTER);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_true (widgets_wait (is_undone, fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  g_assert_true (widgets_wait (is_corrected, fixture));
}

static void
test_mistakes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *what;
    guint entry;
    const char *text;
    const char *message;
  } rows[] = {
    {"start", 0, "soon", "This is no date. Write a year, half, quarter, month or day, as 2027-Q2."},
    {"announced", 0, "2027-13",
     "This is no date. Write a year, half, quarter, month or day, as 2027-Q2."},
    {"places", 0, "France, Ruritania",
     "“Ruritania” is no country. Write its name or its two letters."},
    {"amount", 2, "much", "Write a figure, such as 1.5 or 300, and choose its scale."},
    {"capacity", 1, "-4", "Write a figure, such as 1.5 or 300, and choose its scale."},
    {"tag", 0, " ", "Write the word that these deals shall have in common."},
    {"merge", 0, "nothing like it", "Write some words of the deal, and choose it from the list."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *box = edit (fixture, rows[i].what);

      type (box, rows[i].entry, rows[i].text);
      press_enter (box);
      g_test_message ("%s: %s", rows[i].what, rows[i].text);
      g_assert_true (widgets_have_text (box, rows[i].message));
    }
  g_assert_cmpuint (get_record (fixture)->corrected, ==, 0);
}

static gboolean
has_one_deal_less (gpointer data)
{
  Fixture *fixture = data;

  return outlay_store_get_n_deals (fixture->store) == fixture->n_deals - 1;
}

static gboolean
has_all_deals (gpointer data)
{
  Fixture *fixture = data;

  return outlay_store_get_n_deals (fixture->store) == fixture->n_deals;
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) other
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 1);
  GtkWidget *box = edit (fixture, "merge");
  GtkWidget *list = widgets_find (box, GTK_TYPE_LIST_BOX, 0);

  type (box, 0, outlay_deal_get_who (other));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  widgets_save_picture (GTK_WINDOW (fixture->window), "edit-merge.png");
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  press_enter (box);
  g_assert_true (widgets_wait (has_one_deal_less, fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_true (widgets_wait (has_all_deals, fixture));
}

static void
test_merge_retyped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) other
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), 1);
  GtkWidget *box = edit (fixture, "merge");
  GtkWidget *list = widgets_find (box, GTK_TYPE_LIST_BOX, 0);

  type (box, 0, outlay_deal_get_who (other));
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  type (box, 0, "nothing like it");
  press_enter (box);
  g_assert_true (
    widgets_have_text (box, "Write some words of the deal, and choose it from the list."));
  g_assert_cmpuint (outlay_store_get_n_deals (fixture->store), ==, fixture->n_deals);
}

static gboolean
has_note (gpointer data)
{
  return widgets_have_text (((Fixture *)data)->details, "ask the harbour board");
}

static gboolean
has_note_and_tag (gpointer data)
{
  Fixture *fixture = data;

  return widgets_have_text (fixture->details, "ask the harbour board")
         && widgets_have_text (fixture->details, "harbours");
}

static void
test_remarks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = edit (fixture, "note");

  type (box, 0, "ask the harbour board");
  press_enter (box);
  g_assert_true (widgets_wait (has_note, fixture));
  box = edit (fixture, "tag");
  type (box, 0, "harbours");
  press_enter (box);
  g_assert_true (widgets_wait (has_note_and_tag, fixture));
  widgets_save_picture (GTK_WINDOW (fixture->window), "edit-remarks.png");
}

static gboolean
is_hidden (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (OutlayDeal) deal = outlay_store_dup_deal (fixture->store, fixture->id);

  return deal == NULL || outlay_deal_get_record (deal)->rejected;
}

static void
test_reject (Fixture *fixture, gconstpointer data)
{
  GListModel *deals = outlay_view_state_get_deals (fixture->state);
  guint n_shown = g_list_model_get_n_items (deals);

  gtk_widget_activate_action (fixture->details, "details.reject", NULL);
  g_assert_true (widgets_wait (is_hidden, fixture));
  g_assert_cmpuint (g_list_model_get_n_items (deals), ==, n_shown - 1);
}

static gboolean
has_party (gpointer data)
{
  return widgets_have_text (((Fixture *)data)->details, "Harbour Board of Oulu");
}

static void
test_parties (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = edit (fixture, "parties");
  guint last = widgets_count (box, OUTLAY_TYPE_PICK_ENTRY);

  widgets_save_picture (GTK_WINDOW (fixture->window), "edit-parties.png");
  for (guint i = 0; widgets_find (box, GTK_TYPE_BUTTON, i) != NULL; i++)
    {
      GtkWidget *button = widgets_find (box, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "A_dd a Party") == 0)
        {
          widgets_click (button);
          break;
        }
    }
  g_assert_cmpuint (widgets_count (box, OUTLAY_TYPE_PICK_ENTRY), ==, last + 1);
  type (box, last, "Harbour Board of Oulu");
  press_enter (box);
  g_assert_true (widgets_wait (has_party, fixture));
}

static gboolean
has_question (gpointer data)
{
  return widgets_have_text (GTK_WIDGET (((Fixture *)data)->window), "≠");
}

static gboolean
has_quotes (gpointer data)
{
  GtkWidget *review
    = widgets_find (GTK_WIDGET (((Fixture *)data)->window), OUTLAY_TYPE_REVIEW_VIEW, 0);

  return widgets_count (review, OUTLAY_TYPE_QUOTE_BUTTON) == 2;
}

static gboolean
has_nothing_to_review (gpointer data)
{
  return widgets_have_text (GTK_WIDGET (((Fixture *)data)->window), "Nothing to review");
}

static gboolean
is_reviewed (gpointer data)
{
  Fixture *fixture = data;

  return !get_record (fixture)->review;
}

static GtkWidget *
start_review (Fixture *fixture)
{
  GtkWidget *review;

  outlay_view_state_set_scope (fixture->state, OUTLAY_SCOPE_REVIEW);
  g_assert_true (widgets_wait (has_question, fixture));
  g_assert_true (widgets_wait (has_quotes, fixture));
  review = widgets_find (GTK_WIDGET (fixture->window), OUTLAY_TYPE_REVIEW_VIEW, 0);
  widgets_assert_named (review);
  return review;
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  GtkWidget *review = start_review (fixture);

  g_assert_true (widgets_have_text (review, "1 left"));
  g_assert_true (widgets_have_text (review, "Amount: which article is right?"));
  widgets_save_picture (GTK_WINDOW (fixture->window), "review.png");
  gtk_widget_activate_action (review, "review.accept", NULL);
  g_assert_true (widgets_wait (is_reviewed, fixture));
  g_assert_true (widgets_wait (has_nothing_to_review, fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_true (widgets_wait (has_question, fixture));
}

static void
test_review_take (Fixture *fixture, gconstpointer data)
{
  GtkWidget *review = start_review (fixture);
  gint64 shown = get_record (fixture)->fields.amount.high;

  gtk_widget_activate_action (review, "review.take", "u", 1u);
  g_assert_true (widgets_wait (is_corrected, fixture));
  g_assert_cmpint (get_record (fixture)->fields.amount.high, !=, shown);
  g_assert_cmpuint (get_record (fixture)->conflicts, ==, 0);
}

static void
test_figures (void)
{
  static const struct
  {
    const char *text;
    gint64 scale;
    gint64 value;
  } rows[] = {
    {"1.2", 100, 120},
    {"1.234", 1000, 1234},
    {" 300 ", 100, 30000},
    {"1,200", 1, 1200},
    {"1,5", 10, 15},
    {"1 200", 1, 1200},
    {"1’200", 1, 1200},
    {"0.5", 100, 50},
    {"1.005", 100, -1},
    {"", 1, -1},
    {".5", 10, -1},
    {"1.2.3", 1000, -1},
    {"12x", 1, -1},
    {"-3", 1, -1},
    {"9999999999999999999", 1, -1},
    {"99999999999", 100000000000, -1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 value = -1;

      g_test_message ("%s", rows[i].text);
      if (!outlay_figure_text_parse (rows[i].text, rows[i].scale, &value))
        value = -1;
      g_assert_cmpint (value, ==, rows[i].value);
      if (value > 0)
        {
          g_autofree char *text = outlay_figure_text_print (value, rows[i].scale);
          gint64 again = 0;

          g_assert_true (outlay_figure_text_parse (text, rows[i].scale, &again));
          g_assert_cmpint (again, ==, value);
        }
    }
}

/* A deal beside the one that is shown. */
static OutlayDeal *
dup_other (Fixture *fixture)
{
  GListModel *deals = outlay_view_state_get_deals (fixture->state);

  for (guint i = 0; i < g_list_model_get_n_items (deals); i++)
    {
      g_autoptr (OutlayDeal) deal = g_list_model_get_item (deals, i);

      if (outlay_deal_get_id (deal) != fixture->id)
        return g_steal_pointer (&deal);
    }
  g_assert_not_reached ();
}

static void
suggest (Fixture *fixture, OutlayDealRecord *deal, OutlayDealRecord *other)
{
  const OutlayDealSuggestion suggestion
    = {.kind = OUTLAY_SUGGESTION_SAME, .points = 6, .reason = (char *)"investor amount days=3"};
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_ledger_begin (fixture->ledger, &error));
  outlay_ledger_add_suggestion (fixture->ledger, outlay_deal_record_get_claim (deal, 0)->id,
                                outlay_deal_record_get_claim (other, 0)->id, &suggestion, &error);
  g_assert_no_error (error);
  g_assert_true (outlay_ledger_commit (fixture->ledger, &error));
  outlay_store_refresh (fixture->store);
}

static gboolean
has_suggestion (gpointer data)
{
  return widgets_have_text (((Fixture *)data)->details,
                            "same investor, same amount, published 3 days apart");
}

static gboolean
has_no_suggestion (gpointer data)
{
  return !has_suggestion (data);
}

static void
test_suggestion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) other = dup_other (fixture);
  gint64 other_id = outlay_deal_get_id (other);

  suggest (fixture, get_record (fixture), outlay_deal_get_record (other));
  g_assert_true (widgets_wait (has_suggestion, fixture));
  widgets_assert_named (fixture->details);
  widgets_save_picture (GTK_WINDOW (fixture->window), "details-suggestion.png");
  g_assert_true (
    gtk_widget_activate_action (fixture->details, "details.dismiss-suggestion", "x", other_id));
  g_assert_true (widgets_wait (has_no_suggestion, fixture));
  g_assert_cmpuint (get_record (fixture)->suggestions->len, ==, 0);
  g_assert_cmpuint (outlay_store_get_n_deals (fixture->store), ==, fixture->n_deals);
}

static gboolean
has_parts (gpointer data)
{
  return widgets_have_text (((Fixture *)data)->details, "counted within this one");
}

static void
test_deal_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayDeal) other = dup_other (fixture);
  g_autoptr (OutlayAct) act = outlay_act_new_part (outlay_deal_get_id (other), fixture->id);
  g_autoptr (GError) error = NULL;

  outlay_act_run (act, fixture->ledger, NULL, &error);
  g_assert_no_error (error);
  outlay_store_refresh (fixture->store);
  g_assert_true (widgets_wait (has_parts, fixture));
  widgets_assert_named (fixture->details);
  widgets_save_picture (GTK_WINDOW (fixture->window), "details-parts.png");
}

static gboolean
has_conversion (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *words = outlay_format_converted_total (
    get_record (fixture), outlay_view_state_get_totals (fixture->state)->tally.currency);

  return words != NULL && widgets_have_text (fixture->details, words);
}

static void
test_conversion (Fixture *fixture, gconstpointer data)
{
  outlay_view_state_set_totals_currency (fixture->state, "JPY");
  g_assert_true (widgets_wait (has_conversion, fixture));
  outlay_view_state_set_totals_currency (fixture->state, "CHF");
  g_assert_true (widgets_wait (has_conversion, fixture));
}

#define ADD(name, run) g_test_add (name, Fixture, NULL, set_up, run, tear_down)

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new ("io.github.outlay.EditTest", G_APPLICATION_NON_UNIQUE);
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/outlay/Outlay");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  style = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_LIGHT);
  g_test_add_func ("/edit/figures are read in fixed point, without rounding", test_figures);
  ADD ("/edit/an amount is corrected with hedge and currency, and taken back", test_amount);
  ADD ("/edit/what was corrected is undone and done again", test_undo);
  ADD ("/edit/what cannot be is refused with what to write", test_mistakes);
  ADD ("/edit/a deal that is looked for by its words is merged", test_merge);
  ADD ("/edit/a deal that was chosen is not merged once something else is typed",
       test_merge_retyped);
  ADD ("/edit/what may be one deal is told with its reason, and dismissed", test_suggestion);
  ADD ("/edit/the parts of a deal are listed with it", test_deal_parts);
  ADD ("/edit/the amount is told at the rate of its time below the article’s own", test_conversion);
  ADD ("/edit/note and tag stand in the details", test_remarks);
  ADD ("/edit/what is no deal leaves the list", test_reject);
  ADD ("/edit/a party is added by name and role", test_parties);
  ADD ("/review/a question shows what differs, and is accepted and asked again", test_review);
  ADD ("/review/the value of the other article is taken", test_review_take);
  status = g_test_run ();
  g_clear_object (&style);
  g_object_unref (application);
  return status;
}
