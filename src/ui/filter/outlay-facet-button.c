/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-button.h"

#include "model/outlay-figure-text.h"
#include "outlay-facet-list.h"
#include "outlay-range-pane.h"
#include "outlay-range-sketch.h"
#include "ui/style/outlay-symbols.h"

struct _OutlayFacetButton
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  /* What it is about; of a measure the facet is %OUTLAY_N_FACETS. */
  guint facet;
  OutlayMeasure measure;
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (OutlayFacetButton, outlay_facet_button, GTK_TYPE_WIDGET)

static void
state_changed_cb (OutlayFacetButton *button)
{
  gboolean active = button->facet == OUTLAY_N_FACETS
                      ? outlay_view_state_has_range (button->state, button->measure)
                      : outlay_view_state_has_choices (button->state, (OutlayFacet)button->facet);

  if (active)
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
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_facet_button_init (OutlayFacetButton *button)
{
  GtkWidget *menu_button = gtk_menu_button_new ();

  button->button = GTK_MENU_BUTTON (menu_button);
  gtk_menu_button_set_has_frame (button->button, FALSE);
  gtk_widget_set_parent (menu_button, GTK_WIDGET (button));
}

/* What a button opens is made when it is first opened: a start doesn't pay for it. */
static void
create_popover_cb (GtkMenuButton *menu_button, gpointer user_data)
{
  OutlayFacetButton *button = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (menu_button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "facet");
  gtk_popover_set_child (GTK_POPOVER (popover),
                         button->facet == OUTLAY_N_FACETS
                           ? outlay_range_pane_new (button->state, button->measure)
                           : outlay_facet_list_new (button->state, (OutlayFacet)button->facet));
  gtk_menu_button_set_popover (menu_button, popover);
}

/* A date's histogram would tell little that small; its quarters are many. */
static gboolean
is_sketched (OutlayFacetButton *button)
{
  return button->facet == OUTLAY_N_FACETS && button->measure != OUTLAY_MEASURE_DATE;
}

static GtkWidget *
make_face (OutlayFacetButton *button, const char *title)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (face), gtk_label_new (title));
  if (is_sketched (button))
    gtk_box_append (GTK_BOX (face), outlay_range_sketch_new (button->state, button->measure));
  gtk_box_append (GTK_BOX (face), outlay_symbol_new_arrow ());
  return face;
}

static GtkWidget *
make_button (OutlayViewState *state, guint facet, OutlayMeasure measure, const char *title)
{
  OutlayFacetButton *button = g_object_new (OUTLAY_TYPE_FACET_BUTTON, NULL);

  button->state = g_object_ref (state);
  button->facet = facet;
  button->measure = measure;
  gtk_menu_button_set_create_popup_func (button->button, create_popover_cb, button, NULL);
  gtk_menu_button_set_child (button->button, make_face (button, title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), button,
                           G_CONNECT_SWAPPED);
  state_changed_cb (button);
  return GTK_WIDGET (button);
}

/**
 * outlay_facet_button_new:
 *
 * Returns: (transfer floating): a button for @facet of @state.
 */
GtkWidget *
outlay_facet_button_new (OutlayViewState *state, OutlayFacet facet)
{
  return make_button (state, facet, OUTLAY_MEASURE_AMOUNT, outlay_facet_get_title (facet));
}

/**
 * outlay_facet_button_new_for_measure:
 *
 * Returns: (transfer floating): a button for @measure of @state.
 */
GtkWidget *
outlay_facet_button_new_for_measure (OutlayViewState *state, OutlayMeasure measure)
{
  return make_button (state, OUTLAY_N_FACETS, measure, outlay_measure_get_title (measure));
}

/** outlay_facet_button_popup: opens the facet's values. */
void
outlay_facet_button_popup (OutlayFacetButton *button)
{
  gtk_menu_button_popup (button->button);
}
