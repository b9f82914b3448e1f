/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-saved-list.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ui/access/outlay-tab-stop.h"
#include "ui/toast/outlay-toast-overlay.h"
#include "ui/style/outlay-symbols.h"

struct _OutlaySavedList
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlaySavedFilters *filters;
  GtkWidget *heading;
  GtkListBox *box;
  guint counting;
  int next;
};

G_DEFINE_FINAL_TYPE (OutlaySavedList, outlay_saved_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static OutlaySavedFilter *
get_filter (OutlaySavedList *list, GtkListBoxRow *row)
{
  return g_list_model_get_item (G_LIST_MODEL (list->filters),
                                (guint)gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (OutlaySavedList *list, GtkListBoxRow *row)
{
  g_autoptr (OutlaySavedFilter) filter = get_filter (list, row);

  outlay_view_state_take_filter_line (list->state, outlay_saved_filter_get_line (filter));
  g_signal_emit (list, signals[SIGNAL_PICKED], 0);
}

static void
remove_filter (OutlaySavedList *list, GtkListBoxRow *row)
{
  guint position = (guint)gtk_list_box_row_get_index (row);
  g_autoptr (OutlaySavedFilter) filter = get_filter (list, row);
  const char *name = outlay_saved_filter_get_name (filter);
  g_autofree char *text
    = outlay_format_fill (_ ("The filter “{name}” is deleted"), "name", name, NULL);
  GVariant *target = g_variant_new ("(uss)", position, name, outlay_saved_filter_get_line (filter));

  outlay_toast_show (GTK_WIDGET (list), text, C_ ("button", "Undo"), "win.restore-filter", target);
  outlay_saved_filters_remove (list->filters, position);
}

static void
delete_clicked_cb (GtkWidget *button, OutlaySavedList *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  remove_filter (list, GTK_LIST_BOX_ROW (row));
}

static void
renamed_cb (GtkEntry *entry, OutlaySavedList *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  gtk_popover_popdown (
    GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  if (*name != '\0')
    outlay_saved_filters_rename (list->filters,
                                 (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), name);
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlaySavedList *list = OUTLAY_SAVED_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list->box));

  if (row == NULL || !gtk_widget_has_focus (row))
    return FALSE;
  remove_filter (list, GTK_LIST_BOX_ROW (row));
  return TRUE;
}

static GtkWidget *
make_popover (OutlaySavedList *list, const char *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *delete = gtk_button_new_with_label (C_ ("saved filter", "Delete"));

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("saved filter", "New name"), -1);
  g_signal_connect (entry, "activate", G_CALLBACK (renamed_cb), list);
  g_signal_connect (delete, "clicked", G_CALLBACK (delete_clicked_cb), list);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), delete);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  OutlaySavedList *list = user_data;
  const char *name = outlay_saved_filter_get_name (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *more = gtk_menu_button_new ();
  g_autofree char *spoken
    = outlay_format_fill (C_ ("spoken", "Rename or delete {name}"), "name", name, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (more), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (more), make_popover (list, name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (box), outlay_symbol_new ("folder-saved-search-symbolic"));
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (count, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "dim");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static void
show_count (OutlaySavedList *list, GtkListBoxRow *row)
{
  g_autoptr (OutlaySavedFilter) filter = get_filter (list, row);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *label = gtk_widget_get_prev_sibling (gtk_widget_get_last_child (box));
  guint count;
  gboolean known = outlay_view_state_count_filter_line (
    list->state, outlay_saved_filter_get_line (filter), &count);
  g_autofree char *text = known ? outlay_format_count (count) : g_strdup ("");
  g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", count), count);
  g_autofree char *spoken
    = known ? outlay_format_fill (C_ ("spoken", "{name}, {deals}"), "name",
                                  outlay_saved_filter_get_name (filter), "deals", deals, NULL)
            : g_strdup (outlay_saved_filter_get_name (filter));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* One filter a time, so that many of them on many deals hold nothing up. */
static gboolean
count_cb (gpointer data)
{
  OutlaySavedList *list = data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->box, list->next++);

  if (row == NULL)
    {
      list->counting = 0;
      return G_SOURCE_REMOVE;
    }
  show_count (list, row);
  return G_SOURCE_CONTINUE;
}

static void
count_all (OutlaySavedList *list)
{
  list->next = 0;
  if (list->counting == 0)
    list->counting = g_idle_add (count_cb, list);
}

static void
filters_changed_cb (OutlaySavedList *list)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (list->filters)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (list), any);
  count_all (list);
}

static void
outlay_saved_list_dispose (GObject *object)
{
  OutlaySavedList *list = OUTLAY_SAVED_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&list->counting, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&list->state);
  g_clear_object (&list->filters);
  G_OBJECT_CLASS (outlay_saved_list_parent_class)->dispose (object);
}

static void
outlay_saved_list_class_init (OutlaySavedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_saved_list_dispose;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", OUTLAY_TYPE_SAVED_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_saved_list_init (OutlaySavedList *list)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (list));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (list), FALSE);
  list->heading = gtk_label_new (C_ ("sidebar", "Saved filters"));
  gtk_label_set_xalign (GTK_LABEL (list->heading), 0);
  gtk_widget_set_margin_start (list->heading, 16);
  gtk_widget_set_margin_top (list->heading, 16);
  gtk_widget_set_margin_bottom (list->heading, 8);
  gtk_widget_add_css_class (list->heading, "heading-small");
  gtk_widget_set_parent (list->heading, GTK_WIDGET (list));
  list->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (list->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list->box), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (list->box), "scopes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("sidebar", "Saved filters"), -1);
  g_signal_connect_swapped (list->box, "row-activated", G_CALLBACK (row_activated_cb), list);
  gtk_widget_set_parent (outlay_tab_stop_new (GTK_WIDGET (list->box)), GTK_WIDGET (list));
}

/** outlay_saved_list_set_filters: lists @filters, which @state takes; to be called once. */
void
outlay_saved_list_set_filters (OutlaySavedList *list,
                               OutlayViewState *state,
                               OutlaySavedFilters *filters)
{
  g_return_if_fail (OUTLAY_IS_SAVED_LIST (list));
  g_return_if_fail (list->filters == NULL);

  list->state = g_object_ref (state);
  list->filters = g_object_ref (filters);
  gtk_list_box_bind_model (list->box, G_LIST_MODEL (filters), make_row_cb, list, NULL);
  g_signal_connect_object (filters, "items-changed", G_CALLBACK (filters_changed_cb), list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_view_state_get_store (state), "changed", G_CALLBACK (count_all),
                           list, G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_view_state_get_store (state), "starred", G_CALLBACK (count_all),
                           list, G_CONNECT_SWAPPED);
  filters_changed_cb (list);
}
