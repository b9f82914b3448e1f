/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-button.h"

#include <glib/gi18n.h>

#include "ui/style/outlay-symbols.h"

/**
 * outlay_review_button_new:
 * @key: what does the same
 * @target: (nullable) (transfer floating): of @action
 *
 * Returns: (transfer floating): a button with its key on it, so that the hand learns it.
 */
GtkWidget *
outlay_review_button_new (const char *text, const char *key, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (cap, "key");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

/** outlay_review_button_add_icon: puts an icon before the words of @button, or @behind its key. */
void
outlay_review_button_add_icon (GtkWidget *button, const char *icon, gboolean behind)
{
  GtkBox *box = GTK_BOX (gtk_button_get_child (GTK_BUTTON (button)));

  if (behind)
    gtk_box_append (box, outlay_symbol_new (icon));
  else
    gtk_box_prepend (box, outlay_symbol_new (icon));
}

/**
 * outlay_review_button_new_certain:
 *
 * Returns: (transfer floating): a button that merges all deals that are one for certain.
 */
GtkWidget *
outlay_review_button_new_certain (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Merge _All Certain Ones"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "review.merge-certain");
  gtk_widget_set_tooltip_text (
    button, _ ("Merges the deals that agree in all that matters; one click undoes it"));
  gtk_widget_set_margin_bottom (button, 8);
  return button;
}
