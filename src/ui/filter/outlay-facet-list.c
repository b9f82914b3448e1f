/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/outlay-text.h"
#include "outlay-facet-row.h"
#include "ui/access/outlay-tab-stop.h"

/* From so many values on there is an entry to find one. */
#define SEARCH_FROM 9

struct _OutlayFacetList
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayFacet facet;
  GListStore *items;
  GtkCustomFilter *filter;
  char *search_key;
  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkLabel *no_values;
  GtkButton *clear;
  OutlayFacetItem *pressed;
  gboolean excludes; /* whether it was pressed with Ctrl */
  /* Of parties: any role, then each; NULL elsewhere. */
  GtkToggleButton *roles[OUTLAY_N_ROLES + 1];
};

G_DEFINE_FINAL_TYPE (OutlayFacetList, outlay_facet_list, GTK_TYPE_WIDGET)

static const char *const search_hints[OUTLAY_N_FACETS] = {
  N_ ("Find a kind"),     N_ ("Find a status"),
  N_ ("Find a party"),    N_ ("Find a country or region"),
  N_ ("Find a language"), N_ ("Find a source"),
  N_ ("Find a year"),     N_ ("Find a tag"),
  N_ ("Find a mark"),
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
replace_items (OutlayFacetList *self, GArray *values)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (items, outlay_facet_item_new (&g_array_index (values, OutlayFacetValue, i)));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* Rows stay where they are and only change their counts, so that the pointer stays on its row. */
static void
update_items (OutlayFacetList *self)
{
  g_autoptr (GArray) values = outlay_view_state_list_facet (self->state, self->facet);
  guint most = find_most (values);

  if (!lists_values (self->items, values))
    replace_items (self, values);
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (OutlayFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      outlay_facet_item_update (item, &g_array_index (values, OutlayFacetValue, i), most);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->search), values->len >= SEARCH_FROM);
}

static void
show_emptiness (OutlayFacetList *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  gboolean empty = g_list_model_get_n_items (model) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->no_values), empty);
}

static void
state_changed_cb (OutlayFacetList *self)
{
  gboolean active = outlay_view_state_has_choices (self->state, self->facet);

  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), active);
  if (self->roles[0] != NULL)
    gtk_toggle_button_set_active (self->roles[outlay_view_state_get_role (self->state) + 1], TRUE);
  /* A list that is not seen is brought up to date when it is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_items (self);
}

static void
mapped_cb (OutlayFacetList *self)
{
  update_items (self);
  show_emptiness (self);
}

static void
choose (OutlayFacetList *self, OutlayFacetItem *item, OutlayChoice wanted)
{
  const char *key = outlay_facet_item_get_value (item)->key;
  OutlayChoice choice = outlay_view_state_get_choice (self->state, self->facet, key);

  if (choice == wanted || (choice != OUTLAY_CHOICE_NONE && wanted == OUTLAY_CHOICE_INCLUDE))
    wanted = OUTLAY_CHOICE_NONE;
  outlay_view_state_choose (self->state, self->facet, key, wanted);
}

static void
activate_cb (OutlayFacetList *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (OutlayFacetItem) item = g_list_model_get_item (model, position);

  choose (self, item, OUTLAY_CHOICE_INCLUDE);
}

/* The list activates rows by Return alone, so the key that excludes finds its row itself. */
static gboolean
exclude_focused_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);
  GtkWidget *child = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  if (!OUTLAY_IS_FACET_ROW (child))
    return FALSE;
  choose (OUTLAY_FACET_LIST (user_data), outlay_facet_row_get_item (OUTLAY_FACET_ROW (child)),
          OUTLAY_CHOICE_EXCLUDE);
  return TRUE;
}

static OutlayFacetItem *
find_item_at (OutlayFacetList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked;

  if (picked != NULL && !OUTLAY_IS_FACET_ROW (picked))
    row = gtk_widget_get_ancestor (picked, OUTLAY_TYPE_FACET_ROW);
  if (row == NULL && picked != NULL)
    row = gtk_widget_get_first_child (picked);
  return OUTLAY_IS_FACET_ROW (row) ? outlay_facet_row_get_item (OUTLAY_FACET_ROW (row)) : NULL;
}

/* By the time the button is let go Ctrl may be, too. */
static void
press_cb (OutlayFacetList *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  g_set_object (&self->pressed, find_item_at (self, x, y));
  self->excludes = (state & GDK_CONTROL_MASK) != 0;
}

/* The list would take the second of two quick clicks for a double click, and do nothing. */
static void
release_cb (OutlayFacetList *self, int n_press, double x, double y, GtkGesture *click)
{
  OutlayFacetItem *item = find_item_at (self, x, y);

  if (item == NULL || item != self->pressed)
    return;
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  choose (self, item, self->excludes ? OUTLAY_CHOICE_EXCLUDE : OUTLAY_CHOICE_INCLUDE);
}

static void
middle_click_cb (OutlayFacetList *self, int n_press, double x, double y, GtkGesture *click)
{
  OutlayFacetItem *item = find_item_at (self, x, y);

  if (item == NULL)
    return;
  choose (self, item, OUTLAY_CHOICE_EXCLUDE);
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
add_exclude_click (OutlayFacetList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_MIDDLE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (middle_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

static void
add_press (OutlayFacetList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}

static void
add_exclude_key (OutlayFacetList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_callback_action_new (exclude_focused_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
clear_cb (OutlayFacetList *self)
{
  outlay_view_state_clear_facet (self->state, self->facet);
}

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  OutlayFacetList *self = user_data;

  return strstr (outlay_facet_item_get_search_key (item), self->search_key) != NULL;
}

static void
search_changed_cb (OutlayFacetList *self)
{
  g_free (self->search_key);
  self->search_key = outlay_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_emptiness (self);
}

static void
search_stopped_cb (OutlayFacetList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
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
outlay_facet_list_dispose (GObject *object)
{
  OutlayFacetList *self = OUTLAY_FACET_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_object (&self->pressed);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (outlay_facet_list_parent_class)->dispose (object);
}

static void
outlay_facet_list_finalize (GObject *object)
{
  g_free (OUTLAY_FACET_LIST (object)->search_key);
  G_OBJECT_CLASS (outlay_facet_list_parent_class)->finalize (object);
}

static void
outlay_facet_list_class_init (OutlayFacetListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_facet_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_facet_list_finalize;
  g_type_ensure (OUTLAY_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/filter/outlay-facet-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetList, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetList, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetList, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetList, no_values);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetList, clear);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_facet_list_init (OutlayFacetList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->search_key = g_strdup ("");
  self->items = g_list_store_new (OUTLAY_TYPE_FACET_ITEM);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  add_exclude_key (self);
  add_press (self);
  add_exclude_click (self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

static void
role_cb (OutlayFacetList *self, GtkToggleButton *button)
{
  for (int role = OUTLAY_ANY_ROLE; role < OUTLAY_N_ROLES; role++)
    {
      if (self->roles[role + 1] == button && gtk_toggle_button_get_active (button))
        outlay_view_state_set_role (self->state, role);
    }
}

static void
add_roles (OutlayFacetList *self)
{
  static const char *const labels[OUTLAY_N_ROLES + 1] = {
    NC_ ("role", "Any role"),
    NC_ ("role", "Commits"),
    NC_ ("role", "Receives"),
    NC_ ("role", "Partner"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "role", labels[i]));

      self->roles[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->roles[i], i > 0 ? self->roles[0] : NULL);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_add_css_class (button, "small");
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (role_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_insert_after (box, GTK_WIDGET (self), GTK_WIDGET (self->search));
}

static void
show_titles (OutlayFacetList *self)
{
  const char *title = outlay_facet_get_title (self->facet);
  const char *hint = gettext (search_hints[self->facet]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_object_set (self->search, "placeholder-text", hint, NULL);
}

/**
 * outlay_facet_list_new:
 *
 * Returns: (transfer floating): a list of the values of @facet of @state.
 */
GtkWidget *
outlay_facet_list_new (OutlayViewState *state, OutlayFacet facet)
{
  OutlayFacetList *self = g_object_new (OUTLAY_TYPE_FACET_LIST, NULL);
  GtkFilterListModel *found;

  self->state = g_object_ref (state);
  self->facet = facet;
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                     GTK_FILTER (self->filter));
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (found))));
  show_titles (self);
  if (facet == OUTLAY_FACET_PARTY)
    add_roles (self);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
  return GTK_WIDGET (self);
}
