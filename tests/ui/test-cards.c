/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "model/records.h"
#include "ui/cards/outlay-card.h"
#include "ui/cards/outlay-cards-view.h"
#include "ui/style/outlay-style.h"
#include "widgets.h"

#define N_DEALS 900

/* Far fewer than the grid binds items, and more than a window of this size shows. */
#define MOST_CARDS 45

#define THREE_MONITORS 5500

typedef struct
{
  OutlayViewState *state;
  GtkWidget *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree Record *records = g_new0 (Record, N_DEALS);

  for (guint i = 0; i < N_DEALS; i++)
    records[i] = (Record){.kind = i % 2 == 0 ? OUTLAY_KIND_BUILD : OUTLAY_KIND_GRANT,
                          .investor = "Acme",
                          .date = "2025"};
  fixture->state = records_show (records, N_DEALS);
  fixture->view = g_object_new (OUTLAY_TYPE_CARDS_VIEW, NULL);
  g_autoptr (OutlaySelection) selection = outlay_selection_new (fixture->state);
  outlay_cards_view_set_state (OUTLAY_CARDS_VIEW (fixture->view), fixture->state, selection);
  fixture->window = widgets_show (fixture->view, 1000, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->state);
  widgets_settle ();
}

static gboolean
has_card_at (Fixture *fixture, int y)
{
  GtkWidget *seen = gtk_widget_pick (fixture->view, 60, y, GTK_PICK_INSENSITIVE);
  GtkWidget *card = seen != NULL ? gtk_widget_get_ancestor (seen, OUTLAY_TYPE_CARD) : NULL;

  return card != NULL && outlay_card_get_deal (OUTLAY_CARD (card)) != NULL;
}

/* Whether there are cards of deals from the top of what is seen to its end; between two of them is
 * a gap. */
static gboolean
is_filled (gpointer data)
{
  Fixture *fixture = data;
  int height = gtk_widget_get_height (fixture->view);

  for (int y = 20; y < height - 40; y += 60)
    {
      if (!has_card_at (fixture, y) && !has_card_at (fixture, y + 30))
        return FALSE;
    }
  return height > 0;
}

static void
fill_sight (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = widgets_find (fixture->view, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_true (widgets_wait (is_filled, fixture));
  g_assert_cmpuint (widgets_count (fixture->view, OUTLAY_TYPE_CARD), <, MOST_CARDS);
  for (guint part = 1; part <= 3; part++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place) * part / 3);
      g_assert_true (widgets_wait (is_filled, fixture));
    }
  outlay_view_state_choose (fixture->state, OUTLAY_FACET_KIND, "grant", OUTLAY_CHOICE_INCLUDE);
  g_assert_true (widgets_wait (is_filled, fixture));
  OutlayCard *card = OUTLAY_CARD (widgets_find (fixture->view, OUTLAY_TYPE_CARD, 0));
  g_assert_cmpint (outlay_deal_get_summary (outlay_card_get_deal (card))->fields.kind, ==,
                   OUTLAY_KIND_GRANT);
}

static gboolean
has_many_columns (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *grid = widgets_find (fixture->view, GTK_TYPE_GRID_VIEW, 0);

  return gtk_grid_view_get_max_columns (GTK_GRID_VIEW (grid)) > 6 && is_filled (fixture);
}

/* A window over three monitors, of which the display of a test shows a part. */
static void
set_up_wide (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  set_up (fixture, data);
  g_object_ref (fixture->view);
  gtk_window_set_child (fixture->window, NULL);
  gtk_widget_set_size_request (fixture->view, THREE_MONITORS, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->view);
  gtk_window_set_child (fixture->window, scroller);
  g_object_unref (fixture->view);
}

static void
fill_wide (Fixture *fixture, gconstpointer data)
{
  g_assert_true (widgets_wait (has_many_columns, fixture));
  GtkWidget *card = widgets_find (fixture->view, OUTLAY_TYPE_CARD, 0);
  g_assert_cmpint (gtk_widget_get_width (card), <=, outlay_card_get_wanted_width (card) * 3 / 2);
}

static void
set_up_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (fixture, data);
}

static void
tear_down_mirrored (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Both begin with Latin letters, of which alone they would run to the right. */
static void
mirror_parties (Fixture *fixture, gconstpointer data)
{
  g_assert_true (widgets_wait (is_filled, fixture));
  GtkWidget *card = widgets_find (fixture->view, OUTLAY_TYPE_CARD, 0);
  PangoLayout *parties = gtk_label_get_layout (GTK_LABEL (widgets_find (card, GTK_TYPE_LABEL, 0)));

  g_assert_cmpint (pango_layout_get_line_count (parties), ==, 2);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint (
      pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (parties, i)), ==,
      PANGO_DIRECTION_RTL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_autoptr (OutlayStyle) style
    = outlay_style_new (gdk_display_get_default (), OUTLAY_SCHEME_LIGHT);
  g_test_add ("/cards/what is in sight has cards and little else", Fixture, NULL, set_up,
              fill_sight, tear_down);
  g_test_add ("/cards/over three monitors there are more of them, none too wide to read", Fixture,
              NULL, set_up_wide, fill_wide, tear_down);
  g_test_add ("/cards/in a mirrored window the parties stand where lines begin", Fixture, NULL,
              set_up_mirrored, mirror_parties, tear_down_mirrored);
  return g_test_run ();
}
