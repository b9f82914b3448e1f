/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the style sheets make of widgets, beyond their looks. */
#include "ui/style/outlay-style.h"
#include "widgets.h"

/* The colour of the words on a suggested button. */
static GdkRGBA
get_words (GtkWidget *button, gboolean sensitive)
{
  GtkWidget *label = widgets_find (button, GTK_TYPE_LABEL, 0);
  GdkRGBA colour;

  gtk_widget_set_sensitive (button, sensitive);
  gtk_style_context_get_color (gtk_widget_get_style_context (label), &colour);
  return colour;
}

static void
test_insensitive (gconstpointer data)
{
  g_autoptr (OutlayStyle) style
    = outlay_style_new (gdk_display_get_default (), (OutlayScheme)GPOINTER_TO_UINT (data));
  GtkWidget *button = gtk_button_new_with_label ("Bring Back");
  GtkWindow *window = NULL;
  GdkRGBA usable, unusable;

  gtk_widget_add_css_class (button, "suggested-action");
  window = widgets_show (button, 200, 100);
  usable = get_words (button, TRUE);
  unusable = get_words (button, FALSE);
  g_assert_false (gdk_rgba_equal (&usable, &unusable));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* What changes slowly has no colour of its own until it has. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/style/a suggested button that can't be used looks so in light",
                        GUINT_TO_POINTER (OUTLAY_SCHEME_LIGHT), test_insensitive);
  g_test_add_data_func ("/style/a suggested button that can't be used looks so in the dark",
                        GUINT_TO_POINTER (OUTLAY_SCHEME_DARK), test_insensitive);
  return g_test_run ();
}
