/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-facet-row.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"

/* How much further in what is a part of another value stands. */
#define INDENTATION 16

struct _OutlayFacetRow
{
  GtkWidget parent_instance;

  OutlayFacetItem *item;
  GtkCheckButton *check;
  GtkLabel *name;
  GtkDrawingArea *bar;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (OutlayFacetRow, outlay_facet_row, GTK_TYPE_WIDGET)

static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  OutlayFacetRow *row = user_data;
  GdkRGBA colour;

  if (row->item == NULL || outlay_facet_item_get_most (row->item) == 0)
    return;
  double share = (double)outlay_facet_item_get_value (row->item)->count
                 / (double)outlay_facet_item_get_most (row->item);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.12);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.6);
  cairo_rectangle (cr, mirrored ? width * (1 - share) : 0, 0, width * share, height);
  cairo_fill (cr);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
speak (OutlayFacetRow *row, GtkWidget *parent, const OutlayFacetValue *value)
{
  g_autofree char *deals
    = g_strdup_printf (ngettext ("%u deal", "%u deals", value->count), value->count);
  const char *pattern
    = value->choice == OUTLAY_CHOICE_INCLUDE   ? C_ ("spoken", "{name}, included, {deals}")
      : value->choice == OUTLAY_CHOICE_EXCLUDE ? C_ ("spoken", "{name}, excluded, {deals}")
                                               : C_ ("spoken", "{name}, {deals}");
  g_autofree char *label = outlay_format_fill (pattern, "name", value->label, "deals", deals, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_item (OutlayFacetRow *row)
{
  const OutlayFacetValue *value = outlay_facet_item_get_value (row->item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));
  g_autofree char *count = outlay_format_count (value->count);

  gtk_widget_set_margin_start (GTK_WIDGET (row->check), value->within ? INDENTATION : 0);
  gtk_label_set_text (row->name, value->label);
  gtk_label_set_text (row->count, count);
  gtk_check_button_set_active (row->check, value->choice == OUTLAY_CHOICE_INCLUDE);
  gtk_check_button_set_inconsistent (row->check, value->choice == OUTLAY_CHOICE_EXCLUDE);
  gtk_widget_queue_draw (GTK_WIDGET (row->bar));
  if (parent == NULL)
    return;
  set_class (parent, "chosen", value->choice != OUTLAY_CHOICE_NONE);
  set_class (parent, "excluded", value->choice == OUTLAY_CHOICE_EXCLUDE);
  speak (row, parent, value);
}

static void
outlay_facet_row_dispose (GObject *object)
{
  OutlayFacetRow *row = OUTLAY_FACET_ROW (object);
  GtkWidget *child;

  outlay_facet_row_set_item (row, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (row))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_facet_row_parent_class)->dispose (object);
}

static void
outlay_facet_row_class_init (OutlayFacetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_facet_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/outlay/Outlay/filter/outlay-facet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetRow, check);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetRow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetRow, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayFacetRow, count);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_facet_row_init (OutlayFacetRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
  gtk_drawing_area_set_draw_func (row->bar, draw_bar_cb, row, NULL);
}

/**
 * outlay_facet_row_new:
 *
 * Returns: (transfer floating): an empty row.
 */
GtkWidget *
outlay_facet_row_new (void)
{
  return g_object_new (OUTLAY_TYPE_FACET_ROW, NULL);
}

/** outlay_facet_row_set_item: shows @item (nullable) and follows its changes. */
void
outlay_facet_row_set_item (OutlayFacetRow *row, OutlayFacetItem *item)
{
  if (row->item != NULL)
    g_signal_handlers_disconnect_by_func (row->item, show_item, row);
  g_set_object (&row->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), row, G_CONNECT_SWAPPED);
  show_item (row);
}

/**
 * outlay_facet_row_get_item:
 *
 * Returns: (transfer none) (nullable): the value shown.
 */
OutlayFacetItem *
outlay_facet_row_get_item (OutlayFacetRow *row)
{
  return row->item;
}
