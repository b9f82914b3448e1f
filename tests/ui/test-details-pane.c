/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include "fixture/fixture.h"
#include "ui/article/outlay-article-view.h"
#include "ui/details/outlay-details-pane.h"
#include "ui/details/outlay-details.h"
#include "ui/details/outlay-quote-button.h"
#include "ui/outlay-window.h"
#include "widgets.h"

typedef struct
{
  char *folder;
  OutlayLedger *ledger;
  OutlayStore *store;
  GtkWidget *window;
  OutlayViewState *state;
  GtkWidget *pane;
  OutlayDetails *details;
  OutlayArticleView *article;
} Fixture;

/* One for all tests: a name on the bus is not free again at once. */
static GtkApplication *application;

static gboolean
is_opened (gpointer data)
{
  return outlay_store_get_opened (((Fixture *)data)->store);
}

static gboolean
has_quotes (gpointer data)
{
  return outlay_details_get_quotes (((Fixture *)data)->details)->len > 0;
}

static gboolean
has_article (gpointer data)
{
  return outlay_article_view_get_article_id (((Fixture *)data)->article) != 0;
}

static void
select_deal (Fixture *fixture, guint position)
{
  g_autoptr (OutlayDeal) deal
    = g_list_model_get_item (outlay_view_state_get_deals (fixture->state), position);

  outlay_view_state_set_selected (fixture->state, deal);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = fixture_make_folder ();
  fixture->ledger = fixture_open_filled_ledger (fixture->folder);
  fixture->store = outlay_store_new ();
  fixture->window = GTK_WIDGET (outlay_window_new (application, fixture->store, NULL));
  fixture->state = outlay_window_get_state (OUTLAY_WINDOW (fixture->window));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (data), 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  outlay_store_open_async (fixture->store, outlay_ledger_get_path (fixture->ledger), NULL, NULL,
                           NULL);
  g_assert_true (widgets_wait (is_opened, fixture));
  select_deal (fixture, 0);
  outlay_window_show_side (OUTLAY_WINDOW (fixture->window), OUTLAY_SIDE_DETAILS);
  gtk_test_widget_wait_for_draw (fixture->window);
  fixture->pane = widgets_find (fixture->window, OUTLAY_TYPE_DETAILS_PANE, 0);
  fixture->details = OUTLAY_DETAILS (widgets_find (fixture->pane, OUTLAY_TYPE_DETAILS, 0));
  fixture->article
    = OUTLAY_ARTICLE_VIEW (widgets_find (fixture->pane, OUTLAY_TYPE_ARTICLE_VIEW, 0));
  g_assert_true (widgets_wait (has_quotes, fixture));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widgets_settle ();
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->ledger);
  fixture_remove_folder (fixture->folder);
}

static void
open_first_quote (Fixture *fixture)
{
  widgets_click (widgets_find (GTK_WIDGET (fixture->details), OUTLAY_TYPE_QUOTE_BUTTON, 0));
  g_assert_true (widgets_wait (has_article, fixture));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
assert_chosen_words (Fixture *fixture)
{
  const OutlayFieldQuote *quote
    = g_ptr_array_index (outlay_details_get_quotes (fixture->details), 0);
  g_autoptr (OutlayArticle) article
    = outlay_ledger_get_article (fixture->ledger, quote->article_id, NULL);
  OutlaySpan span = g_array_index (quote->spans, OutlaySpan, 0);
  g_autofree char *words = g_strndup (outlay_article_get_part (article, quote->part) + span.start,
                                      span.end - span.start);
  g_autoptr (GPtrArray) chosen = outlay_article_view_list_marked (fixture->article, TRUE);

  g_assert_cmpuint (chosen->len, ==, quote->spans->len);
  g_assert_cmpstr (g_ptr_array_index (chosen, 0), ==, words);
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  int width = gtk_widget_get_width (fixture->pane);

  open_first_quote (fixture);
  assert_chosen_words (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->details)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->article)));
  g_assert_cmpint (gtk_widget_get_width (fixture->pane), >, width);
  widgets_assert_named (fixture->pane);
  gtk_widget_activate_action (fixture->pane, "pane.back", NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->article)));
  g_assert_cmpint (ABS (gtk_widget_get_width (fixture->pane) - width), <=, 4);
}

static void
test_in_place (Fixture *fixture, gconstpointer data)
{
  open_first_quote (fixture);
  assert_chosen_words (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->article)));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->details)));
  gtk_widget_activate_action (fixture->pane, "pane.back", NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->details)));
  gtk_widget_activate_action (fixture->pane, "pane.back", NULL);
  g_assert_cmpint (outlay_window_get_side (OUTLAY_WINDOW (fixture->window)), ==, OUTLAY_SIDE_NONE);
}

static void
test_another_deal (Fixture *fixture, gconstpointer data)
{
  gint64 first = outlay_details_get_deal (fixture->details)->id;

  open_first_quote (fixture);
  select_deal (fixture, 1);
  g_assert_cmpint (outlay_details_get_deal (fixture->details)->id, !=, first);
  g_assert_false (outlay_details_pane_get_article_open (OUTLAY_DETAILS_PANE (fixture->pane)));
  outlay_view_state_set_selected (fixture->state, NULL);
  g_assert_null (outlay_details_get_deal (fixture->details));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new ("io.github.outlay.Outlay.TestPane", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_test_add ("/details pane/a quote opens its article beside the details, and back gives the room "
              "back",
              Fixture, GINT_TO_POINTER (1280), set_up, test_beside, tear_down);
  g_test_add ("/details pane/in a narrow window the article takes the place of the details",
              Fixture, GINT_TO_POINTER (700), set_up, test_in_place, tear_down);
  g_test_add ("/details pane/another deal closes the article of the one before", Fixture,
              GINT_TO_POINTER (1280), set_up, test_another_deal, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
