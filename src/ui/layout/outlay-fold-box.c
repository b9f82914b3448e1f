/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-fold-box.h"

struct _OutlayFoldBox
{
  GtkWidget parent_instance;

  GtkWidget *full;
  GtkWidget *folded;
};

G_DEFINE_FINAL_TYPE (OutlayFoldBox, outlay_fold_box, GTK_TYPE_WIDGET)

static void
outlay_fold_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  OutlayFoldBox *box = OUTLAY_FOLD_BOX (widget);
  int full_minimum, full_natural, folded_minimum, folded_natural;

  gtk_widget_measure (box->full, orientation, -1, &full_minimum, &full_natural, NULL, NULL);
  gtk_widget_measure (box->folded, orientation, -1, &folded_minimum, &folded_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (full_minimum, folded_minimum);
  else
    *minimum = MAX (full_minimum, folded_minimum);
  *natural = MAX (full_natural, folded_natural);
}

static void
outlay_fold_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayFoldBox *box = OUTLAY_FOLD_BOX (widget);
  int needed = 0;

  gtk_widget_measure (box->full, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  gboolean fits = needed <= width;
  gtk_widget_set_child_visible (box->full, fits);
  gtk_widget_set_child_visible (box->folded, !fits);
  gtk_widget_allocate (fits ? box->full : box->folded, width, height, baseline, NULL);
}

static void
outlay_fold_box_dispose (GObject *object)
{
  OutlayFoldBox *box = OUTLAY_FOLD_BOX (object);

  g_clear_pointer (&box->full, gtk_widget_unparent);
  g_clear_pointer (&box->folded, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_fold_box_parent_class)->dispose (object);
}

static void
outlay_fold_box_class_init (OutlayFoldBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_fold_box_dispose;
  GTK_WIDGET_CLASS (klass)->measure = outlay_fold_box_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = outlay_fold_box_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_fold_box_init (OutlayFoldBox *box)
{
}

/**
 * outlay_fold_box_new:
 * @full: what is shown where there is room
 * @folded: what stands for it elsewhere
 *
 * Returns: (transfer floating): a box of both.
 */
GtkWidget *
outlay_fold_box_new (GtkWidget *full, GtkWidget *folded)
{
  OutlayFoldBox *box = g_object_new (OUTLAY_TYPE_FOLD_BOX, NULL);

  box->full = full;
  box->folded = folded;
  gtk_widget_set_parent (full, GTK_WIDGET (box));
  gtk_widget_set_parent (folded, GTK_WIDGET (box));
  return GTK_WIDGET (box);
}
