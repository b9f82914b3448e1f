/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-strip.h"

/* Under this name a child knows when it gives way; 0 for never. */
#define ORDER_KEY "gives-way"

struct _OutlayStrip
{
  GtkWidget parent_instance;

  int spacing;
  guint last_order;
};

G_DEFINE_FINAL_TYPE (OutlayStrip, outlay_strip, GTK_TYPE_WIDGET)

static int
get_least (GtkWidget *child, GtkOrientation orientation)
{
  int minimum = 0;

  gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Whether @child stays when those up to @given_way have gone. */
static gboolean
stays (GtkWidget *child, guint given_way)
{
  guint order = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), ORDER_KEY));

  return gtk_widget_get_visible (child) && (order == 0 || order > given_way);
}

static int
measure_row (OutlayStrip *strip, guint given_way)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (strip)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (stays (child, given_way))
        width += get_least (child, GTK_ORIENTATION_HORIZONTAL) + (width > 0 ? strip->spacing : 0);
    }
  return width;
}

static void
outlay_strip_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  OutlayStrip *strip = OUTLAY_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_row (strip, strip->last_order);
      *natural = measure_row (strip, 0);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    *minimum = MAX (*minimum, get_least (child, orientation));
  *natural = *minimum;
}

static void
outlay_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayStrip *strip = OUTLAY_STRIP (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint given_way = 0;
  int x = 0;

  while (given_way < strip->last_order && measure_row (strip, given_way) > width)
    given_way++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = {0, 0, 0, height};

      gtk_widget_set_child_visible (child, stays (child, given_way));
      if (!stays (child, given_way))
        continue;
      area.width = get_least (child, GTK_ORIENTATION_HORIZONTAL);
      area.x = mirrored ? width - x - area.width : x;
      gtk_widget_size_allocate (child, &area, baseline);
      x += area.width + strip->spacing;
    }
}

static void
outlay_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_strip_parent_class)->dispose (object);
}

static void
outlay_strip_class_init (OutlayStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_strip_dispose;
  GTK_WIDGET_CLASS (klass)->measure = outlay_strip_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = outlay_strip_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_strip_init (OutlayStrip *strip)
{
}

/**
 * outlay_strip_new:
 * @spacing: pixels between two widgets
 *
 * Returns: (transfer floating): an empty row.
 */
GtkWidget *
outlay_strip_new (int spacing)
{
  OutlayStrip *strip = g_object_new (OUTLAY_TYPE_STRIP, NULL);

  strip->spacing = spacing;
  return GTK_WIDGET (strip);
}

/**
 * outlay_strip_append:
 * @child: (transfer floating): what stands last from now on
 * @gives_way: 1 for what gives way first where the row is short, 2 for what goes next, and so on; 0
 *   for what always stays
 *
 * A widget that has given way is no visible child of the row: gtk_widget_get_child_visible() tells.
 */
void
outlay_strip_append (OutlayStrip *strip, GtkWidget *child, guint gives_way)
{
  g_return_if_fail (OUTLAY_IS_STRIP (strip));

  g_object_set_data (G_OBJECT (child), ORDER_KEY, GUINT_TO_POINTER (gives_way));
  strip->last_order = MAX (strip->last_order, gives_way);
  gtk_widget_set_parent (child, GTK_WIDGET (strip));
}
