/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-view-bar.h"

#include <glib/gi18n.h>

#include "ui/style/outlay-symbols.h"

static const struct
{
  const char *action;
  const char *icon;
  const char *label;
} entries[] = {
  {"win.view::cards", "view-grid-symbolic", NC_ ("view", "Cards")},
  {"win.view::table", "outlay-view-table-symbolic", NC_ ("view", "Table")},
  {"win.view::timeline", "outlay-view-timeline-symbolic", NC_ ("view", "Timeline")},
  {"win.view::flows", "outlay-view-flows-symbolic", NC_ ("view", "Flows")},
  {"win.print", "document-print-symbolic", NC_ ("view", "Print")},
};

static GtkWidget *
make_child (const char *icon, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "small");
  gtk_box_append (GTK_BOX (box), outlay_symbol_new (icon));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * outlay_view_bar_new:
 *
 * Returns: (transfer floating): what stands at the foot of a narrow window in place of the buttons
 *   that its header has no room for.
 */
GtkWidget *
outlay_view_bar_new (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (bar), TRUE);
  gtk_widget_add_css_class (bar, "view-bar");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gboolean is_view = g_str_has_prefix (entries[i].action, "win.view::");
      GtkWidget *button = is_view ? gtk_toggle_button_new () : gtk_button_new ();
      const char *label = g_dpgettext2 (NULL, "view", entries[i].label);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), entries[i].action);
      gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
      gtk_button_set_child (GTK_BUTTON (button), make_child (entries[i].icon, label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_box_append (GTK_BOX (bar), button);
    }
  return bar;
}
