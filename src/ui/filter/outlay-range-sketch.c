/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-range-sketch.h"

#include <math.h>

#include "ui/style/outlay-em.h"

/* Measures in em, so that it grows with the text of its button. */
#define WIDTH  2.35
#define HEIGHT 0.95
#define GAP    0.07
#define LEAST  0.14

struct _OutlayRangeSketch
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayMeasure measure;
};

G_DEFINE_FINAL_TYPE (OutlayRangeSketch, outlay_range_sketch, GTK_TYPE_WIDGET)

static void
outlay_range_sketch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  guint columns[OUTLAY_SKETCH_COLUMNS];
  guint n_columns = outlay_range_sketch_count (OUTLAY_RANGE_SKETCH (widget), columns);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double em = outlay_em_of (widget);
  double height = gtk_widget_get_height (widget);
  double step = (double)gtk_widget_get_width (widget) / MAX (n_columns, 1);
  guint most = 1;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < n_columns; i++)
    most = MAX (most, columns[i]);
  for (guint i = 0; i < n_columns; i++)
    {
      guint place = mirrored ? n_columns - 1 - i : i;
      double share = outlay_histogram_share (columns[i], most);
      double tall = columns[i] > 0 ? fmax (share * height, LEAST * em) : 1;

      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT ((float)(place * step), (float)(height - tall),
                                                      (float)(step - GAP * em), (float)tall));
    }
}

static void
outlay_range_sketch_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int)round (size * outlay_em_of (widget));
}

static void
outlay_range_sketch_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_RANGE_SKETCH (object)->state);
  G_OBJECT_CLASS (outlay_range_sketch_parent_class)->dispose (object);
}

static void
outlay_range_sketch_class_init (OutlayRangeSketchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_range_sketch_dispose;
  widget_class->snapshot = outlay_range_sketch_snapshot;
  widget_class->measure = outlay_range_sketch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
outlay_range_sketch_init (OutlayRangeSketch *sketch)
{
  gtk_widget_add_css_class (GTK_WIDGET (sketch), "dim");
  gtk_widget_set_valign (GTK_WIDGET (sketch), GTK_ALIGN_CENTER);
}

/**
 * outlay_range_sketch_new:
 *
 * Returns: (transfer floating): the outline of how many deals of @state are of which size.
 */
GtkWidget *
outlay_range_sketch_new (OutlayViewState *state, OutlayMeasure measure)
{
  OutlayRangeSketch *sketch = g_object_new (OUTLAY_TYPE_RANGE_SKETCH, NULL);

  sketch->state = g_object_ref (state);
  sketch->measure = measure;
  g_signal_connect_object (state, "changed", G_CALLBACK (gtk_widget_queue_draw), sketch,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (sketch);
}

/**
 * outlay_range_sketch_count:
 * @columns: (array fixed-size=7): how many deals under the other filters lie in each
 *
 * Returns: how many columns there are, of neighbouring bars of the histogram each; 0 where no deal
 *   tells the figure.
 */
guint
outlay_range_sketch_count (OutlayRangeSketch *sketch, guint *columns)
{
  const OutlayHistogram *histogram
    = outlay_view_state_get_histogram (sketch->state, sketch->measure);
  guint n_columns = MIN (histogram->n_bars, OUTLAY_SKETCH_COLUMNS);

  for (guint i = 0; i < n_columns; i++)
    columns[i] = 0;
  for (guint i = 0; i < histogram->n_bars; i++)
    columns[i * n_columns / histogram->n_bars] += histogram->live[i];
  return n_columns;
}
