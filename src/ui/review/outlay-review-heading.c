/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-review-heading.h"

#include "ui/style/outlay-symbols.h"

#define ICON_SIZE 24

static GtkLabel *
add_label (GtkWidget *box, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/**
 * outlay_review_heading_new:
 * @title: (out) (transfer none): where the question goes
 * @hint: (out) (transfer none): where what it is about goes
 *
 * Returns: (transfer floating): the head of a question.
 */
GtkWidget *
outlay_review_heading_new (GtkLabel **title, GtkLabel **hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *icon = outlay_symbol_new ("outlay-review-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), ICON_SIZE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "accent-icon");
  *title = add_label (words, "details-title");
  *hint = add_label (words, "dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}
