/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/outlay-text.h"
#include "outlay-facet-row.h"

/* From so many values on there is an entry to find one. */
#define SEARCH_FROM 9

struct _OutlayFacetButton
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayFacet facet;
  GListStore *items;
  GtkCustomFilter *filter;
  char *search_key;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkLabel *no_values;
  GtkButton *clear;
};

G_DEFINE_FINAL_TYPE (OutlayFacetButton, outlay_facet_button, GTK_TYPE_WIDGET)

static const char *const search_hints[OUTLAY_N_FACETS] = {
  N_ ("Find a kind"),    N_ ("Find a status"),   N_ ("Find a party"),
  N_ ("Find a country"), N_ ("Find a language"),
};

static guint
find_most (GArray *values)
{
  guint most = 0;

  for (guint i = 0; i < values->len; i++)
    most = MAX (most, g_array_index (values, OutlayFacetValue, i).count);
  return most;
}

static gboolean
lists_values (GListStore *items, GArray *values)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (items)) != values->len)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (OutlayFacetItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (outlay_facet_item_get_value (item)->key
          != g_array_index (values, OutlayFacetValue, i).key)
        return FALSE;
    }
  return TRUE;
}

static void
replace_items (OutlayFacetButton *button, GArray *values)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (items, outlay_facet_item_new (&g_array_index (values, OutlayFacetValue, i)));
  g_list_store_splice (button->items, 0, g_list_model_get_n_items (G_LIST_MODEL (button->items)),
                       items->pdata, items->len);
}

/* Rows stay where they are and only change their counts, so that the pointer stays on its row. */
static void
update_items (OutlayFacetButton *button)
{
  g_autoptr (GArray) values = outlay_view_state_list_facet (button->state, button->facet);
  guint most = find_most (values);

  if (!lists_values (button->items, values))
    replace_items (button, values);
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (OutlayFacetItem) item = g_list_model_get_item (G_LIST_MODEL (button->items), i);

      outlay_facet_item_update (item, &g_array_index (values, OutlayFacetValue, i), most);
    }
  gtk_widget_set_visible (GTK_WIDGET (button->search), values->len >= SEARCH_FROM);
}

static void
show_emptiness (OutlayFacetButton *button)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (button->list));
  gboolean empty = g_list_model_get_n_items (model) == 0;

  gtk_widget_set_visible (GTK_WIDGET (button->scroller), !empty);
  gtk_widget_set_visible (GTK_WIDGET (button->no_values), empty);
}

static void
state_changed_cb (OutlayFacetButton *button)
{
  gboolean active = outlay_view_state_has_choices (button->state, button->facet);

  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (button->button), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button->button), "active");
  gtk_widget_set_sensitive (GTK_WIDGET (button->clear), active);
  /* A closed popover is brought up to date when it opens. */
  if (gtk_widget_get_mapped (GTK_WIDGET (button->popover)))
    update_items (button);
}

static void
popover_mapped_cb (OutlayFacetButton *button)
{
  update_items (button);
  show_emptiness (button);
}

static gboolean
is_ctrl_pressed (OutlayFacetButton *button)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (button)));
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

static void
choose (OutlayFacetButton *button, OutlayFacetItem *item, OutlayChoice wanted)
{
  OutlayFacetValue value = *outlay_facet_item_get_value (item);

  if (value.choice != OUTLAY_CHOICE_NONE)
    wanted
      = value.choice == wanted || wanted == OUTLAY_CHOICE_INCLUDE ? OUTLAY_CHOICE_NONE : wanted;
  outlay_view_state_choose (button->state, button->facet, value.key, wanted);
}

static void
activate_cb (OutlayFacetButton *button, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (button->list));
  g_autoptr (OutlayFacetItem) item = g_list_model_get_item (model, position);

  choose (button, item, is_ctrl_pressed (button) ? OUTLAY_CHOICE_EXCLUDE : OUTLAY_CHOICE_INCLUDE);
}

/* The list activates rows by Return alone, so the key that excludes finds its row itself. */
static gboolean
exclude_focused_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  if (!OUTLAY_IS_FACET_ROW (child))
    return FALSE;
  choose (OUTLAY_FACET_BUTTON (user_data), outlay_facet_row_get_item (OUTLAY_FACET_ROW (child)),
          OUTLAY_CHOICE_EXCLUDE);
  return TRUE;
}

static void
add_exclude_key (OutlayFacetButton *button)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_callback_action_new (exclude_focused_cb, button, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (button->list), keys);
}

static void
clear_cb (OutlayFacetButton *button)
{
  outlay_view_state_clear_facet (button->state, button->facet);
}

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  OutlayFacetButton *button = user_data;

  return strstr (outlay_facet_item_get_search_key (item), button->search_key) != NULL;
}

static void
search_changed_cb (OutlayFacetButton *button)
{
  g_free (button->search_key);
  button->search_key = outlay_text_fold (gtk_editable_get_text (GTK_EDITABLE (button->search)));
  gtk_filter_changed (GTK_FILTER (button->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_emptiness (button);
}

static void
search_stopped_cb (OutlayFacetButton *button)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (button->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (button->search), "");
  else
    gtk_popover_popdown (button->popover);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, outlay_facet_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  outlay_facet_row_set_item (OUTLAY_FACET_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  outlay_facet_row_set_item (OUTLAY_FACET_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
outlay_facet_button_dispose (GObject *object)
{
  OutlayFacetButton *button = OUTLAY_FACET_BUTTON (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (button))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&button->items);
  g_clear_object (&button->state);
  G_OBJECT_CLASS (outlay_facet_button_parent_class)->dispose (object);
}

static void
outlay_facet_button_finalize (GObject *object)
{
  g_free (OUTLAY_FACET_BUTTON (object)->search_key);
  G_OBJECT_CLASS (outlay_facet_button_parent_class)->finalize (object);
}

static void
outlay_facet_button_class_init (OutlayFacetButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_facet_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_facet_button_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/filter/outlay-facet-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, button);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, popover);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, no_values);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetButton, clear);
}

static void
outlay_facet_button_init (OutlayFacetButton *button)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (button));
  button->search_key = g_strdup ("");
  button->items = g_list_store_new (OUTLAY_TYPE_FACET_ITEM);
  button->filter = gtk_custom_filter_new (matches_search, button, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (button->list, factory);
  add_exclude_key (button);
  g_signal_connect_swapped (button->list, "activate", G_CALLBACK (activate_cb), button);
  g_signal_connect_swapped (button->clear, "clicked", G_CALLBACK (clear_cb), button);
  g_signal_connect_swapped (button->search, "search-changed", G_CALLBACK (search_changed_cb),
                            button);
  g_signal_connect_swapped (button->search, "stop-search", G_CALLBACK (search_stopped_cb), button);
  g_signal_connect_swapped (button->popover, "map", G_CALLBACK (popover_mapped_cb), button);
}

static void
show_titles (OutlayFacetButton *button)
{
  const char *title = outlay_facet_get_title (button->facet);
  const char *hint = gettext (search_hints[button->facet]);

  gtk_menu_button_set_label (button->button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_object_set (button->search, "placeholder-text", hint, NULL);
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
  GtkFilterListModel *found;

  button->state = g_object_ref (state);
  button->facet = facet;
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (button->items)),
                                     GTK_FILTER (button->filter));
  gtk_list_view_set_model (button->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (found))));
  show_titles (button);
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
