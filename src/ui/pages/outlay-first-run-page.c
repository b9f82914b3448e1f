/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-first-run-page.h"

#include "outlay-config.h"

struct _OutlayFirstRunPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkImage *icon;
  GtkWidget *zone;
  GtkBox *buttons;
  GtkBox *ways;
};

G_DEFINE_FINAL_TYPE (OutlayFirstRunPage, outlay_first_run_page, GTK_TYPE_WIDGET)

static void
outlay_first_run_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_first_run_page_parent_class)->dispose (object);
}

static void
outlay_first_run_page_class_init (OutlayFirstRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_first_run_page_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/pages/outlay-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFirstRunPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayFirstRunPage, icon);
  gtk_widget_class_bind_template_child (widget_class, OutlayFirstRunPage, zone);
  gtk_widget_class_bind_template_child (widget_class, OutlayFirstRunPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, OutlayFirstRunPage, ways);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_first_run_page_init (OutlayFirstRunPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_image_set_from_icon_name (page->icon, OUTLAY_APP_ID);
}

/** outlay_first_run_page_set_tight: puts the ways in, and the buttons, below one another. */
void
outlay_first_run_page_set_tight (OutlayFirstRunPage *page, gboolean tight)
{
  GtkOrientation orientation = tight ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->buttons), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (page->ways), orientation);
  if (tight)
    gtk_widget_add_css_class (page->zone, "tight");
  else
    gtk_widget_remove_css_class (page->zone, "tight");
}
