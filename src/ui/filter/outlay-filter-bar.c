/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-filter-bar.h"

#include <glib/gi18n.h>

#include "model/outlay-figure-text.h"
#include "outlay-facet-button.h"
#include "outlay-facet-list.h"
#include "outlay-range-pane.h"
#include "ui/layout/outlay-fold-box.h"
#include "ui/layout/outlay-strip.h"
#include "ui/style/outlay-symbols.h"

/* The page of the Filters popover that lists the facets. */
#define FACETS_PAGE "facets"

/* Under this name a row of the popover knows the button that it stands for. */
#define STANDS_FOR_KEY "stands-for"

struct _OutlayFilterBar
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  GtkWidget *folds;
  GtkMenuButton *sort_full;
  GtkMenuButton *sort_folded;
  GtkMenuButton *filters;
  GtkLabel *n_filters;
  /* The buttons that More stands for where they have no room. */
  GtkWidget *capacity;
  GtkWidget *date;
  GtkWidget *country;
};

G_DEFINE_FINAL_TYPE (OutlayFilterBar, outlay_filter_bar, GTK_TYPE_WIDGET)

static GMenuModel *
make_sort_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < OUTLAY_N_CARD_SORTS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (outlay_sort_get_title ((OutlaySort)i), NULL);

      g_menu_item_set_action_and_target (item, "win.sort", "s",
                                         outlay_sort_to_string ((OutlaySort)i));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_labelled_child (const char *icon, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = outlay_symbol_new_arrow ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), outlay_symbol_new (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  return box;
}

static void
create_orders_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = make_sort_menu ();
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static GtkMenuButton *
make_sort_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             make_labelled_child ("view-sort-descending-symbolic", label));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_orders_cb, NULL, NULL);
  g_object_set_data (G_OBJECT (button), "label", label);
  return GTK_MENU_BUTTON (button);
}

static void
page_wanted_cb (GtkButton *button, GtkStack *pages)
{
  gtk_stack_set_visible_child_name (pages, gtk_widget_get_name (GTK_WIDGET (button)));
  gtk_widget_child_focus (gtk_stack_get_visible_child (pages), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
make_page_button (GtkStack *pages, const char *label, const char *icon, const char *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_label_new (label);
  gboolean leads_back = g_str_equal (page, FACETS_PAGE);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_insert_child_after (GTK_BOX (box), outlay_symbol_new (icon), leads_back ? NULL : text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_name (button, page);
  g_signal_connect (button, "clicked", G_CALLBACK (page_wanted_cb), pages);
  return button;
}

/* A popover within a popover is a trap on small screens, so the facets are pages of one. */
static void
add_page (GtkStack *pages, const char *name, const char *title, GtkWidget *content)
{
  GtkWidget *list = gtk_stack_get_child_by_name (pages, FACETS_PAGE);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (list), make_page_button (pages, title, "go-next-symbolic", name));
  gtk_box_append (GTK_BOX (page),
                  make_page_button (pages, title, "go-previous-symbolic", FACETS_PAGE));
  gtk_box_append (GTK_BOX (page), content);
  gtk_stack_add_named (pages, page, name);
}

static void
add_facet_page (OutlayFilterBar *bar, GtkStack *pages, OutlayFacet facet)
{
  g_autofree char *name = g_strdup_printf ("facet-%u", facet);

  add_page (pages, name, outlay_facet_get_title (facet), outlay_facet_list_new (bar->state, facet));
}

static void
add_measure_page (OutlayFilterBar *bar, GtkStack *pages, OutlayMeasure measure)
{
  g_autofree char *name = g_strdup_printf ("measure-%u", measure);

  add_page (pages, name, outlay_measure_get_title (measure),
            outlay_range_pane_new (bar->state, measure));
}

static void
closed_cb (GtkStack *pages)
{
  gtk_stack_set_visible_child_name (pages, FACETS_PAGE);
}

static GtkWidget *
make_pages_popover (GtkStack **pages)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  *pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (*pages, FALSE);
  gtk_stack_set_interpolate_size (*pages, TRUE);
  gtk_stack_set_transition_type (*pages, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_named (*pages, list, FACETS_PAGE);
  gtk_widget_add_css_class (popover, "facet");
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (*pages));
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), *pages, G_CONNECT_SWAPPED);
  return popover;
}

static GtkWidget *
make_filters_popover (OutlayFilterBar *bar)
{
  GtkStack *pages;
  GtkWidget *popover = make_pages_popover (&pages);

  for (guint i = 0; i < OUTLAY_N_FACETS; i++)
    add_facet_page (bar, pages, (OutlayFacet)i);
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    add_measure_page (bar, pages, (OutlayMeasure)i);
  return popover;
}

/* What a button opens is made when it is first opened: a start doesn't pay for it. */
static void
create_filters_cb (GtkMenuButton *button, gpointer bar)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, make_filters_popover (bar));
}

/* The page that was added last is offered only where @facet, which is the same, has no room. */
static void
stand_for (GtkStack *pages, GtkWidget *facet)
{
  GtkWidget *list = gtk_stack_get_child_by_name (pages, FACETS_PAGE);

  g_object_set_data (G_OBJECT (gtk_widget_get_last_child (list)), STANDS_FOR_KEY, facet);
}

static GtkStack *
make_more_pages (OutlayFilterBar *bar, GtkMenuButton *button)
{
  GtkStack *pages;
  GtkWidget *popover = make_pages_popover (&pages);

  add_facet_page (bar, pages, OUTLAY_FACET_COUNTRY);
  stand_for (pages, bar->country);
  add_measure_page (bar, pages, OUTLAY_MEASURE_DATE);
  stand_for (pages, bar->date);
  add_measure_page (bar, pages, OUTLAY_MEASURE_CAPACITY);
  stand_for (pages, bar->capacity);
  for (guint i = OUTLAY_FACET_LANGUAGE; i < OUTLAY_N_FACETS; i++)
    add_facet_page (bar, pages, (OutlayFacet)i);
  gtk_menu_button_set_popover (button, popover);
  return pages;
}

static void
create_more_cb (GtkMenuButton *button, gpointer bar)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkStack *pages
    = popover != NULL ? GTK_STACK (gtk_popover_get_child (popover)) : make_more_pages (bar, button);
  GtkWidget *list = gtk_stack_get_child_by_name (pages, FACETS_PAGE);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *facet = g_object_get_data (G_OBJECT (row), STANDS_FOR_KEY);

      gtk_widget_set_visible (row, facet == NULL || !gtk_widget_get_child_visible (facet));
    }
}

static GtkWidget *
make_more_button (OutlayFilterBar *bar)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (C_ ("filters", "More"));
  GtkWidget *child = make_labelled_child (NULL, label);

  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("filters", "More"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_more_cb, bar, NULL);
  return button;
}

static GtkWidget *
make_facets (OutlayFilterBar *bar)
{
  GtkWidget *widget = outlay_strip_new (4);
  OutlayStrip *strip = OUTLAY_STRIP (widget);
  GtkWidget *amount = outlay_facet_button_new_for_measure (bar->state, OUTLAY_MEASURE_AMOUNT);

  bar->country = outlay_facet_button_new (bar->state, OUTLAY_FACET_COUNTRY);
  bar->date = outlay_facet_button_new_for_measure (bar->state, OUTLAY_MEASURE_DATE);
  bar->capacity = outlay_facet_button_new_for_measure (bar->state, OUTLAY_MEASURE_CAPACITY);
  for (guint i = 0; i < OUTLAY_FACET_COUNTRY; i++)
    outlay_strip_append (strip, outlay_facet_button_new (bar->state, (OutlayFacet)i), 0);
  outlay_strip_append (strip, bar->country, 3);
  outlay_strip_append (strip, bar->date, 2);
  outlay_strip_append (strip, amount, 0);
  outlay_strip_append (strip, bar->capacity, 1);
  outlay_strip_append (strip, make_more_button (bar), 0);
  return widget;
}

static GtkWidget *
make_full (OutlayFilterBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *facets = make_facets (bar);

  bar->sort_full = make_sort_button ();
  /* The facets give way, not the words of the order. */
  gtk_label_set_ellipsize (g_object_get_data (G_OBJECT (bar->sort_full), "label"),
                           PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (facets, TRUE);
  gtk_box_append (GTK_BOX (box), facets);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar->sort_full));
  return box;
}

static GtkWidget *
make_filters_button (OutlayFilterBar *bar)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *child = make_labelled_child (NULL, gtk_label_new (_ ("Filters")));

  bar->n_filters = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (bar->n_filters), "badge");
  gtk_box_insert_child_after (GTK_BOX (child), GTK_WIDGET (bar->n_filters),
                              gtk_widget_get_first_child (child));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_filters_cb, bar, NULL);
  bar->filters = GTK_MENU_BUTTON (button);
  return button;
}

static GtkWidget *
make_folded (OutlayFilterBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  bar->sort_folded = make_sort_button ();
  gtk_widget_set_hexpand (GTK_WIDGET (bar->sort_folded), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (bar->sort_folded), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar->sort_folded));
  gtk_box_append (GTK_BOX (box), make_filters_button (bar));
  return box;
}

static void
show_order (GtkMenuButton *button, OutlayOrder order)
{
  g_autofree char *title = outlay_order_dup_title (order);
  g_autofree char *spoken = g_strdup_printf (C_ ("spoken", "Order: %s"), title);

  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "label"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
state_changed_cb (OutlayFilterBar *bar)
{
  guint count = outlay_view_state_count_filters (bar->state);
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *spoken = g_strdup_printf (C_ ("spoken", "Filters, %u on"), count);

  show_order (bar->sort_full, outlay_view_state_get_order (bar->state));
  show_order (bar->sort_folded, outlay_view_state_get_order (bar->state));
  gtk_label_set_text (bar->n_filters, text);
  gtk_widget_set_visible (GTK_WIDGET (bar->n_filters), count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->filters), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
outlay_filter_bar_dispose (GObject *object)
{
  OutlayFilterBar *bar = OUTLAY_FILTER_BAR (object);

  g_clear_pointer (&bar->folds, gtk_widget_unparent);
  g_clear_object (&bar->state);
  G_OBJECT_CLASS (outlay_filter_bar_parent_class)->dispose (object);
}

static void
outlay_filter_bar_class_init (OutlayFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_filter_bar_init (OutlayFilterBar *bar)
{
  gtk_widget_add_css_class (GTK_WIDGET (bar), "filter-bar");
}

/** outlay_filter_bar_set_state: filters and orders @state; to be called once. */
void
outlay_filter_bar_set_state (OutlayFilterBar *bar, OutlayViewState *state)
{
  GtkWidget *full;

  g_return_if_fail (bar->state == NULL);

  bar->state = g_object_ref (state);
  full = make_full (bar);
  bar->folds = outlay_fold_box_new (full, make_folded (bar));
  gtk_widget_set_parent (bar->folds, GTK_WIDGET (bar));
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), bar, G_CONNECT_SWAPPED);
  state_changed_cb (bar);
}

/** outlay_filter_bar_set_sortable: offers the orders of the deals, where the view has no own way.
 */
void
outlay_filter_bar_set_sortable (OutlayFilterBar *bar, gboolean sortable)
{
  g_return_if_fail (OUTLAY_IS_FILTER_BAR (bar));

  gtk_widget_set_visible (GTK_WIDGET (bar->sort_full), sortable);
  gtk_widget_set_visible (GTK_WIDGET (bar->sort_folded), sortable);
}
