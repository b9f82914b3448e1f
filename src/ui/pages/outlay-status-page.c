/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-status-page.h"
#include "ui/style/outlay-symbols.h"

#define ICON_SIZE  64
#define SPACING    12
#define MARGIN     24
#define MOST_CHARS 50

struct _OutlayStatusPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *description;
};

G_DEFINE_FINAL_TYPE (OutlayStatusPage, outlay_status_page, GTK_TYPE_WIDGET)

static void
outlay_status_page_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_STATUS_PAGE (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_status_page_parent_class)->dispose (object);
}

static void
outlay_status_page_class_init (OutlayStatusPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_status_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
outlay_status_page_init (OutlayStatusPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  page->box = GTK_BOX (box);
  page->icon = GTK_IMAGE (outlay_symbol_new (NULL));
  page->title = make_label ("page-title");
  page->description = make_label ("page-text");
  gtk_image_set_pixel_size (page->icon, ICON_SIZE);
  gtk_widget_add_css_class (GTK_WIDGET (page->icon), "dim");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (page->box, GTK_WIDGET (page->icon));
  gtk_box_append (page->box, GTK_WIDGET (page->title));
  gtk_box_append (page->box, GTK_WIDGET (page->description));
  page->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (page->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page->scroller), box);
  gtk_widget_set_parent (page->scroller, GTK_WIDGET (page));
}

/**
 * outlay_status_page_new:
 * @icon: name of the icon
 *
 * Returns: (transfer floating): a page without texts.
 */
GtkWidget *
outlay_status_page_new (const char *icon)
{
  OutlayStatusPage *page = g_object_new (OUTLAY_TYPE_STATUS_PAGE, NULL);

  gtk_image_set_from_icon_name (page->icon, icon);
  return GTK_WIDGET (page);
}

/** outlay_status_page_set_texts: says @title and, where it is not %NULL, @description. */
void
outlay_status_page_set_texts (OutlayStatusPage *page, const char *title, const char *description)
{
  gtk_label_set_text (page->title, title);
  gtk_label_set_text (page->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (page->description), description != NULL);
}

/** outlay_status_page_append: adds @child (transfer floating) below the texts. */
void
outlay_status_page_append (OutlayStatusPage *page, GtkWidget *child)
{
  gtk_box_append (page->box, child);
}
