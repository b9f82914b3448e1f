/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-sidebar-row.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

struct _OutlaySidebarRow
{
  GtkWidget parent_instance;

  GtkTreeListRow *tree_row;
  OutlaySource *source;
  GtkTreeExpander *expander;
  GtkLabel *name;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (OutlaySidebarRow, outlay_sidebar_row, GTK_TYPE_WIDGET)

/* The row that the list put about this one is what a screen reader names; where the source unfolds,
 * it is the expander that has the keyboard. */
static void
speak (OutlaySidebarRow *row, const char *name, guint n_deals)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));
  g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", n_deals), n_deals);
  g_autofree char *label
    = outlay_format_fill (C_ ("spoken", "{name}, {deals}"), "name", name, "deals", deals, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
show_source (OutlaySidebarRow *row)
{
  const char *name = outlay_source_get_label (row->source);
  guint n_deals = outlay_source_get_n_deals (row->source);
  g_autofree char *count = outlay_format_count (n_deals);

  gtk_label_set_text (row->name, name);
  gtk_label_set_text (row->count, count);
  gtk_widget_remove_css_class (GTK_WIDGET (row->count), "tag");
  speak (row, name, n_deals);
}

static void
show_article (OutlaySidebarRow *row, OutlaySourceArticle *article)
{
  const char *name = outlay_source_article_get_label (article);

  gtk_label_set_text (row->name, name);
  gtk_label_set_text (row->count, outlay_source_article_get_article (article)->lang);
  gtk_widget_add_css_class (GTK_WIDGET (row->count), "tag");
  speak (row, name, outlay_source_article_get_n_deals (article));
}

/* A tooltip that is set makes the toolkit look where the pointer is, which for a list of rows takes
 * longer than all else of them. */
static gboolean
outlay_sidebar_row_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (OUTLAY_SIDEBAR_ROW (widget)->name));
  return TRUE;
}

static void
outlay_sidebar_row_dispose (GObject *object)
{
  OutlaySidebarRow *row = OUTLAY_SIDEBAR_ROW (object);
  GtkWidget *child;

  outlay_sidebar_row_unbind (row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (row))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_sidebar_row_parent_class)->dispose (object);
}

static void
outlay_sidebar_row_class_init (OutlaySidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_sidebar_row_dispose;
  widget_class->query_tooltip = outlay_sidebar_row_query_tooltip;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/sidebar/outlay-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebarRow, expander);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebarRow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebarRow, count);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_sidebar_row_init (OutlaySidebarRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
  gtk_widget_set_has_tooltip (GTK_WIDGET (row), TRUE);
}

/**
 * outlay_sidebar_row_new:
 *
 * Returns: (transfer floating): an empty row.
 */
GtkWidget *
outlay_sidebar_row_new (void)
{
  return g_object_new (OUTLAY_TYPE_SIDEBAR_ROW, NULL);
}

/** outlay_sidebar_row_bind: shows the source or article of @tree_row and follows its changes. */
void
outlay_sidebar_row_bind (OutlaySidebarRow *row, GtkTreeListRow *tree_row)
{
  g_autoptr (GObject) item = gtk_tree_list_row_get_item (tree_row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  gtk_tree_expander_set_list_row (row->expander, tree_row);
  if (OUTLAY_IS_SOURCE (item))
    {
      row->source = OUTLAY_SOURCE (g_steal_pointer (&item));
      g_signal_connect_object (row->source, "notify::n-deals", G_CALLBACK (show_source), row,
                               G_CONNECT_SWAPPED);
      show_source (row);
      gtk_widget_remove_css_class (parent, "article");
    }
  else
    {
      show_article (row, OUTLAY_SOURCE_ARTICLE (item));
      gtk_widget_add_css_class (parent, "article");
    }
}

/** outlay_sidebar_row_unbind: lets go of what outlay_sidebar_row_bind() took. */
void
outlay_sidebar_row_unbind (OutlaySidebarRow *row)
{
  if (row->source != NULL)
    g_signal_handlers_disconnect_by_func (row->source, show_source, row);
  g_clear_object (&row->source);
  if (row->expander != NULL)
    gtk_tree_expander_set_list_row (row->expander, NULL);
}

/** outlay_sidebar_row_get_position: returns which row of the list is shown. */
guint
outlay_sidebar_row_get_position (OutlaySidebarRow *row)
{
  GtkTreeListRow *tree_row = gtk_tree_expander_get_list_row (row->expander);

  return tree_row != NULL ? gtk_tree_list_row_get_position (tree_row) : GTK_INVALID_LIST_POSITION;
}
