/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the toolkit's own widgets are called, where the toolkit gives them a name that no one should
 * hear. */
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
  {"GtkBuiltinIcon", ""},    {"GtkPanedHandle", ""},
  {"GtkPopoverContent", ""}, {"GtkPopoverMenu", NC_ ("spoken", "Menu")},
  {"GtkRange", ""},          {"GtkScrollbar", NC_ ("spoken", "Scroll bar")},
  {"GtkShortcutLabel", ""},
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

/* GTK 4.8 calls a button both by its text with the underline of its access key and by the label in
 * it; the label alone is right. */
static void
drop_underline (GtkButton *button)
{
  if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* What is written into a label becomes its name; before that it has the one of its type. */
static void
hush_empty (GtkLabel *label)
{
  if (*gtk_label_get_text (label) == '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  name_part (widget);
  if (GTK_IS_BUTTON (widget))
    drop_underline (GTK_BUTTON (widget));
  else if (GTK_IS_LABEL (widget))
    hush_empty (GTK_LABEL (widget));
  return G_SOURCE_CONTINUE;
}

/**
 * outlay_spoken_parts_init:
 *
 * Names the parts of the toolkit's widgets as they are first shown, in all windows of the program.
 * To be called once, after the toolkit is there.
 */
void
outlay_spoken_parts_init (void)
{
  g_autoptr (GTypeClass) widgets = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
