/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-rejected-row.h"

#include "ui/details/outlay-wrapped-text.h"

struct _OutlayRejectedRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *parties;
  GtkLabel *figure;
  GtkLabel *origin;
};

G_DEFINE_FINAL_TYPE (OutlayRejectedRow, outlay_rejected_row, GTK_TYPE_WIDGET)

static void
outlay_rejected_row_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_REJECTED_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_rejected_row_parent_class)->dispose (object);
}

static void
outlay_rejected_row_class_init (OutlayRejectedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_rejected_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
append_label (OutlayRejectedRow *row, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_css_classes (label, (const char **)classes);
  gtk_box_append (GTK_BOX (row->box), label);
  return GTK_LABEL (label);
}

static void
outlay_rejected_row_init (OutlayRejectedRow *row)
{
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
  gtk_widget_add_css_class (GTK_WIDGET (row), "report-row");
  row->parties = append_label (row, (const char *[]){"name", NULL});
  row->figure = append_label (row, (const char *[]){"figures", NULL});
  row->origin = append_label (row, (const char *[]){"dim", "small", "figures", NULL});
}

/**
 * outlay_rejected_row_new:
 *
 * Returns: (transfer floating): an empty line.
 */
GtkWidget *
outlay_rejected_row_new (void)
{
  return g_object_new (OUTLAY_TYPE_REJECTED_ROW, NULL);
}

/** outlay_rejected_row_bind: shows @deal, and has the row about it read out as a sentence. */
void
outlay_rejected_row_bind (OutlayRejectedRow *row, OutlayRejectedDeal *deal)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  outlay_wrapped_text_set_parties (row->parties, outlay_rejected_deal_get_parties (deal),
                                   outlay_rejected_deal_get_fields (deal));
  outlay_wrapped_text_set_made (row->figure, outlay_rejected_deal_get_figure (deal));
  outlay_wrapped_text_set_made (row->origin, outlay_rejected_deal_get_origin (deal));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    outlay_rejected_deal_get_sentence (deal), -1);
}
