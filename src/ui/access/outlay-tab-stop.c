/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-tab-stop.h"

struct _OutlayTabStop
{
  GtkWidget parent_instance;
};

static void outlay_tab_stop_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayTabStop,
                               outlay_tab_stop,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      outlay_tab_stop_buildable_init))

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget) || GTK_IS_LIST_BOX (widget);
}

/* The row with the keyboard; %NULL where no row has it. */
static GtkWidget *
find_row (GtkWidget *widget)
{
  while (widget != NULL && !is_list (widget))
    widget = gtk_widget_get_focus_child (widget);
  return widget != NULL ? gtk_widget_get_focus_child (widget) : NULL;
}

/* The row that is selected, else the first that is seen, whichever way Tab comes; %NULL where the
 * stop holds no list box that selects, or has the keyboard. */
static GtkWidget *
find_entry_row (GtkWidget *stop)
{
  GtkWidget *list = gtk_widget_get_first_child (stop);
  GtkWidget *row;

  if (!GTK_IS_LIST_BOX (list) || gtk_widget_get_focus_child (list) != NULL
      || gtk_list_box_get_selection_mode (GTK_LIST_BOX (list)) == GTK_SELECTION_NONE)
    return NULL;
  if (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)) != NULL)
    return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  row = gtk_widget_get_first_child (list);
  while (row != NULL && !(GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_mapped (row)))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static gboolean
outlay_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *row = is_tab ? find_row (widget) : NULL;

  if (row != NULL)
    return gtk_widget_child_focus (row, direction);
  /* A list box selects the row that Tab comes to; only who chooses it means to. */
  row = is_tab ? find_entry_row (widget) : NULL;
  if (row != NULL)
    return gtk_widget_grab_focus (row);
  return GTK_WIDGET_CLASS (outlay_tab_stop_parent_class)->focus (widget, direction);
}

static void
outlay_tab_stop_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *hexpand = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  *vexpand = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
}

static void
outlay_tab_stop_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_tab_stop_parent_class)->dispose (object);
}

static void
outlay_tab_stop_class_init (OutlayTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_tab_stop_dispose;
  widget_class->focus = outlay_tab_stop_focus;
  widget_class->compute_expand = outlay_tab_stop_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_tab_stop_init (OutlayTabStop *stop)
{
}

static void
outlay_tab_stop_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
outlay_tab_stop_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = outlay_tab_stop_add_child;
}

/**
 * outlay_tab_stop_new:
 * @child: (transfer full): a list, or what holds one
 *
 * Returns: (transfer floating): @child as one stop of the Tab key.
 */
GtkWidget *
outlay_tab_stop_new (GtkWidget *child)
{
  GtkWidget *stop = g_object_new (OUTLAY_TYPE_TAB_STOP, NULL);

  gtk_widget_set_parent (child, stop);
  return stop;
}
