/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-selection-bar.h"

#include <glib/gi18n.h>

#include "ui/layout/outlay-wrap-box.h"

struct _OutlaySelectionBar
{
  GtkWidget parent_instance;

  OutlaySelection *selection;
  OutlayWrapBox *box;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (OutlaySelectionBar, outlay_selection_bar, GTK_TYPE_WIDGET)

static void
tag_cb (GtkEntry *entry, OutlaySelectionBar *bar)
{
  g_autofree char *tag = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*tag == '\0')
    return;
  gtk_popover_popdown (
    GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_activate_action (GTK_WIDGET (bar), "win.tag", "s", tag);
}

static void
add_tag_button (OutlaySelectionBar *bar)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tag"),
                                  -1);
  g_signal_connect (entry, "activate", G_CALLBACK (tag_cb), bar);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("selection", "Tag…"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  outlay_wrap_box_append (bar->box, button);
}

static void
add_button (OutlaySelectionBar *bar, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  outlay_wrap_box_append (bar->box, button);
}

/* What takes deals away stands apart from the rest. */
static void
add_buttons (OutlaySelectionBar *bar)
{
  GtkWidget *gap = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  add_button (bar, C_ ("selection", "Copy"), "win.copy");
  add_button (bar, C_ ("selection", "Star"), "win.star");
  add_tag_button (bar);
  add_button (bar, C_ ("selection", "Merge"), "win.merge");
  add_button (bar, C_ ("selection", "Print…"), "win.print-selected");
  add_button (bar, C_ ("selection", "Export…"), "win.export-selected");
  outlay_wrap_box_append (bar->box, gap);
  add_button (bar, C_ ("selection", "No Deals"), "win.reject");
  add_button (bar, C_ ("selection", "Select One"), "win.select-one");
}

/* What it holds is made when several deals are first selected. */
static void
ensure_box (OutlaySelectionBar *bar)
{
  GtkWidget *words;

  if (bar->box != NULL)
    return;
  words = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign",
                        0.0, NULL);
  bar->box = OUTLAY_WRAP_BOX (outlay_wrap_box_new ());
  bar->words = GTK_LABEL (words);
  gtk_widget_add_css_class (words, "row-name");
  outlay_wrap_box_append (bar->box, words);
  add_buttons (bar);
  gtk_widget_set_parent (GTK_WIDGET (bar->box), GTK_WIDGET (bar));
}

static void
selection_changed_cb (OutlaySelectionBar *bar)
{
  guint count = outlay_selection_count (bar->selection);
  gboolean several = count > 1;

  if (several)
    {
      g_autofree char *words
        = g_strdup_printf (ngettext ("%u deal selected", "%u deals selected", count), count);

      ensure_box (bar);
      gtk_label_set_text (bar->words, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (bar), several);
}

static void
outlay_selection_bar_dispose (GObject *object)
{
  OutlaySelectionBar *bar = OUTLAY_SELECTION_BAR (object);

  if (bar->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (bar->box));
  bar->box = NULL;
  g_clear_object (&bar->selection);
  G_OBJECT_CLASS (outlay_selection_bar_parent_class)->dispose (object);
}

static void
outlay_selection_bar_class_init (OutlaySelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_selection_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_selection_bar_init (OutlaySelectionBar *bar)
{
  gtk_widget_add_css_class (GTK_WIDGET (bar), "selection-bar");
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "What can be done to the deals selected"), -1);
}

/** outlay_selection_bar_set_selection: follows @selection; to be called once. */
void
outlay_selection_bar_set_selection (OutlaySelectionBar *bar, OutlaySelection *selection)
{
  g_return_if_fail (OUTLAY_IS_SELECTION_BAR (bar));
  g_return_if_fail (bar->selection == NULL);

  bar->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), bar,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (bar);
}
