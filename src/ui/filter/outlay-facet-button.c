/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-button.h"

#include "outlay-facet-list.h"

struct _OutlayFacetButton
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayFacet facet;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (OutlayFacetButton, outlay_facet_button, GTK_TYPE_WIDGET)

static void
state_changed_cb (OutlayFacetButton *button)
{
  if (outlay_view_state_has_choices (button->state, button->facet))
    gtk_widget_add_css_class (GTK_WIDGET (button->button), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button->button), "active");
}

static void
outlay_facet_button_dispose (GObject *object)
{
  OutlayFacetButton *button = OUTLAY_FACET_BUTTON (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (button))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&button->state);
  G_OBJECT_CLASS (outlay_facet_button_parent_class)->dispose (object);
}

static void
outlay_facet_button_class_init (OutlayFacetButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_facet_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
outlay_facet_button_init (OutlayFacetButton *button)
{
  GtkWidget *menu_button = gtk_menu_button_new ();

  button->button = GTK_MENU_BUTTON (menu_button);
  gtk_menu_button_set_has_frame (button->button, FALSE);
  gtk_menu_button_set_always_show_arrow (button->button, TRUE);
  gtk_widget_set_parent (menu_button, GTK_WIDGET (button));
}

/**
 * outlay_facet_button_new:
 *
 * Returns: (transfer floating): a button for @facet of @state.
 */
GtkWidget *
outlay_facet_button_new (OutlayViewState *state, OutlayFacet facet)
{
  OutlayFacetButton *button = g_object_new (OUTLAY_TYPE_FACET_BUTTON, NULL);
  GtkWidget *popover = gtk_popover_new ();

  button->state = g_object_ref (state);
  button->facet = facet;
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "facet");
  gtk_popover_set_child (GTK_POPOVER (popover), outlay_facet_list_new (state, facet));
  gtk_menu_button_set_popover (button->button, popover);
  gtk_menu_button_set_label (button->button, outlay_facet_get_title (facet));
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), button,
                           G_CONNECT_SWAPPED);
  state_changed_cb (button);
  return GTK_WIDGET (button);
}

/** outlay_facet_button_popup: opens the facet's values. */
void
outlay_facet_button_popup (OutlayFacetButton *button)
{
  gtk_menu_button_popup (button->button);
}
