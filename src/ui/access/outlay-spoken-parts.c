/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told of the toolkit's own widgets, where the toolkit tells what no one
 * should hear. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-spoken-parts.h"

#include <glib/gi18n.h>

/* Parts that GTK 4.8 calls by the name of their type. Those that are only drawn are to be passed
 * over in silence; a triangle that unfolds a row is a button, and has its name. */
static const struct
{
  const char *type;
  const char *name;
} parts[] = {
  {"GtkBuiltinIcon", ""},
  {"GtkPanedHandle", ""},
  {"GtkPopover", ""},
  {"GtkPopoverContent", ""},
  {"GtkPopoverMenu", NC_ ("spoken", "Menu")},
  {"GtkRange", ""},
  {"GtkScrollbar", NC_ ("spoken", "Scroll bar")},
  {"GtkTooltipWindow", ""},
};

static void
name_part (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_BUTTON)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (g_str_equal (type, parts[i].type))
        gtk_accessible_update_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
          *parts[i].name != '\0' ? g_dpgettext2 (GETTEXT_PACKAGE, "spoken", parts[i].name) : "",
          -1);
    }
}

/* The first of a type in a widget, from above to below; %NULL where there is none. */
static GtkWidget *
find_within (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found
        = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_within (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
name_by (GtkWidget *widget, GtkWidget *label)
{
  if (widget != NULL && label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    label, NULL, -1);
}

/* GTK 4.8 calls a button both by its text with the underline of its access key and by the label in
 * it; the label alone is right. */
static void
drop_underline (GtkButton *button)
{
  if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* As above, but a box to check knows nothing of its label. */
static void
drop_underline_of_check (GtkCheckButton *check)
{
  if (!gtk_check_button_get_use_underline (check))
    return;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL);
  name_by (GTK_WIDGET (check), find_within (GTK_WIDGET (check), GTK_TYPE_LABEL));
}

/* GTK 4.18 calls a drop-down and the button in it by what is chosen alone, whatever its name is. It
 * is called by what it is for, and what is chosen describes it. */
static void
name_chooser (GtkWidget *drop_down, GtkWidget *title, GtkWidget *chosen)
{
  if (title != drop_down)
    name_by (drop_down, title);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  chosen, NULL, -1);
}

/* What takes the keyboard in a drop-down is a button that GTK 4.8 has no name for: it is called by
 * what the drop-down is for and by what is chosen in it. */
static void
name_drop_down (GtkWidget *drop_down)
{
  g_autoptr (GList) titles = gtk_widget_list_mnemonic_labels (drop_down);
  GtkWidget *title = titles != NULL ? titles->data : drop_down;
  GtkWidget *button = find_within (drop_down, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *pages = button != NULL ? find_within (button, GTK_TYPE_STACK) : NULL;
  /* The first page of the button says that nothing is chosen. */
  GtkWidget *chosen
    = pages != NULL ? find_within (gtk_widget_get_last_child (pages), GTK_TYPE_LABEL) : NULL;
  GtkWidget *list = find_within (drop_down, GTK_TYPE_LIST_VIEW);

  if (chosen != NULL)
    {
      name_chooser (drop_down, title, chosen);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      title, chosen, NULL, -1);
    }
  name_by (list, title);
}

/* The values of a drop-down are read as they are written. */
static gboolean
is_value (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget")
         && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL;
}

/* In what GTK makes an image says nothing that is not told beside it: the tick of the value that is
 * chosen, the picture above the name of the program. */
static gboolean
is_decoration (GtkWidget *widget)
{
  return GTK_IS_IMAGE (widget)
         && (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL
             || gtk_widget_get_ancestor (widget, GTK_TYPE_ABOUT_DIALOG) != NULL);
}

static void
hush (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

static gboolean
is_menu_item (GtkWidget *widget)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton");
}

/* An item of a menu is labelled by a label that GTK 4.18 takes for mere drawing, so that it has no
 * name; it gets the words themselves. */
static void
name_menu_item (GtkWidget *item)
{
  GtkWidget *label = find_within (item, GTK_TYPE_LABEL);

  if (label == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* Whether a widget shows one of its children at a time, or none. */
static gboolean
turns_pages (GtkWidget *widget)
{
  return GTK_IS_STACK (widget) || GTK_IS_REVEALER (widget);
}

/* A page that is turned away keeps its place and size, and GTK 4.8 tells of it as of what is seen;
 * nobody should come by it. */
static void
tell_turned (GtkWidget *page)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !gtk_widget_get_child_visible (page), -1);
}

/* Also of the pages that were never seen. */
static void
tell_pages (GtkWidget *widget)
{
  for (GtkWidget *page = gtk_widget_get_first_child (widget); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    tell_turned (page);
}

static gboolean
unmapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (turns_pages (gtk_widget_get_parent (widget)))
    tell_turned (widget);
  return G_SOURCE_CONTINUE;
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  name_part (widget);
  if (turns_pages (gtk_widget_get_parent (widget)))
    tell_turned (widget);
  if (turns_pages (widget))
    tell_pages (widget);
  if (GTK_IS_BUTTON (widget))
    drop_underline (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    drop_underline_of_check (GTK_CHECK_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget)
           && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL)
    name_by (widget, find_within (widget, GTK_TYPE_LABEL));
  else if (is_menu_item (widget))
    name_menu_item (widget);
  else if (is_decoration (widget))
    hush (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (is_value (widget))
    name_by (widget, find_within (widget, GTK_TYPE_LABEL));
  /* What is written into a label becomes its name; before that it has the one of its type. */
  else if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) == '\0')
    hush (widget);
  return G_SOURCE_CONTINUE;
}

/**
 * outlay_spoken_parts_init:
 *
 * Names the parts of the toolkit's widgets as they are first shown, and passes over pages that are
 * turned away, in all windows of the program.
 * To be called once, after the toolkit is there.
 */
void
outlay_spoken_parts_init (void)
{
  g_autoptr (GTypeClass) widgets = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmapped_cb, NULL,
                              NULL);
}
