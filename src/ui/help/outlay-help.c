/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-help.h"

struct _OutlayHelp
{
  GtkWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlayHelp, outlay_help, GTK_TYPE_WINDOW)

static void
outlay_help_class_init (OutlayHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/help/outlay-help.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_help_init (OutlayHelp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_help_new:
 * @parent: (nullable): the window that it helps with
 *
 * Returns: (transfer none): a window of its own, that can stay open beside @parent.
 */
GtkWidget *
outlay_help_new (GtkWindow *parent)
{
  return g_object_new (OUTLAY_TYPE_HELP, "transient-for", parent, NULL);
}
