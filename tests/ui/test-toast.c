/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages over a window. */
#include "ui/access/outlay-spoken-parts.h"
#include "ui/toast/outlay-toast-overlay.h"
#include "widgets.h"

#define NARROW 360
#define TEXT   "16 articles read again. Deals: 1 changed. What you corrected is kept."

static graphene_rect_t
get_place (GtkWidget *overlay, GtkWidget *widget)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, overlay, &place));
  return place;
}

static gboolean
has_room (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

/* Shows a message with two buttons, and finds out where its words and its buttons are. */
static GtkWindow *
show_message (int width, graphene_rect_t *words, graphene_rect_t *offer, graphene_rect_t *button)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWindow *window = widgets_show (overlay, width, 400);

  outlay_toast_overlay_show (OUTLAY_TOAST_OVERLAY (overlay), TEXT, "_Undo", NULL, NULL);
  outlay_toast_overlay_offer (OUTLAY_TOAST_OVERLAY (overlay), "_Show", NULL, NULL);
  g_assert_true (widgets_wait (has_room, widgets_find (overlay, GTK_TYPE_BUTTON, 1)));
  *words = get_place (overlay, widgets_find (overlay, GTK_TYPE_LABEL, 0));
  *offer = get_place (overlay, widgets_find (overlay, GTK_TYPE_BUTTON, 0));
  *button = get_place (overlay, widgets_find (overlay, GTK_TYPE_BUTTON, 1));
  return window;
}

static void
test_wide (void)
{
  graphene_rect_t words, offer, button;
  GtkWindow *window = show_message (1000, &words, &offer, &button);

  g_assert_cmpfloat (offer.origin.x, >=, words.origin.x + words.size.width);
  g_assert_cmpfloat (button.origin.x, >=, offer.origin.x + offer.size.width);
  gtk_window_destroy (window);
}

static void
test_narrow (void)
{
  graphene_rect_t words, offer, button;
  GtkWindow *window = show_message (NARROW, &words, &offer, &button);

  g_assert_cmpfloat (words.size.width, >, NARROW / 2);
  g_assert_cmpfloat (offer.origin.y, >=, words.origin.y + words.size.height);
  g_assert_cmpfloat_with_epsilon (button.origin.y, offer.origin.y, 0.5);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, NARROW);
  gtk_window_destroy (window);
}

/* GTK's own name for a button has the underline of its key in it. */
static void
test_name (void)
{
  GtkWidget *overlay = outlay_toast_overlay_new ();
  GtkWindow *window = widgets_show (overlay, 1000, 400);
  GtkWidget *offer = widgets_find (overlay, GTK_TYPE_BUTTON, 0);

  for (guint i = 0; i < 2; i++)
    {
      outlay_toast_overlay_show (OUTLAY_TOAST_OVERLAY (overlay), TEXT, NULL, NULL, NULL);
      outlay_toast_overlay_offer (OUTLAY_TOAST_OVERLAY (overlay), "_Show", NULL, NULL);
      g_assert_true (widgets_wait (has_room, offer));
      widgets_settle ();
      g_assert_false (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (offer), GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  outlay_spoken_parts_init ();
  g_test_add_func ("/toast/its buttons stand beside the words where there is room", test_wide);
  g_test_add_func ("/toast/its buttons stand below the words in a narrow window", test_narrow);
  g_test_add_func ("/toast/its buttons are called by their words in each message", test_name);
  return g_test_run ();
}
