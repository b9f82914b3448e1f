/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-range-chart.h"

#include <math.h>

#include "model/outlay-figure-text.h"
#include "ui/style/outlay-em.h"

#define WIDTH  292
#define HEIGHT 112
#define GAP    2.0
#define RADIUS 6.0
/* What is kept below the bars for the line of the range and its handles. */
#define FOOT 16.0

/* How far from the middle of a handle the pointer takes hold of it: further than it is drawn. */
#define REACH 10.0

/* Below that so many edges of bars are named: their text and its line against the widget's text. */
#define N_MARKS    5
#define MARK_SCALE 0.85
#define MARK_LINE  1.4
#define MARK_GAP   8.0

/* What a drag has taken hold of. */
typedef enum
{
  GRIP_BARS,
  GRIP_LOW,
  GRIP_HIGH,
} Grip;

struct _OutlayRangeChart
{
  GtkWidget parent_instance;

  OutlayViewState *state;
  OutlayMeasure measure;
  Grip grip;
  guint first; /* the bar where a drag over bars began */
};

G_DEFINE_FINAL_TYPE (OutlayRangeChart, outlay_range_chart, GTK_TYPE_WIDGET)

static const OutlayHistogram *
get_histogram (OutlayRangeChart *chart)
{
  return outlay_view_state_get_histogram (chart->state, chart->measure);
}

/* Of the bars and the line of the range, without the marks. */
static double
get_height (OutlayRangeChart *chart)
{
  return gtk_widget_get_height (GTK_WIDGET (chart)) - MARK_LINE * outlay_em_of (GTK_WIDGET (chart));
}

static gboolean
is_mirrored (OutlayRangeChart *chart)
{
  return gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL;
}

/* The bars that the range takes in: from @first to before @end. */
static void
get_selected (OutlayRangeChart *chart, guint *first, guint *end)
{
  const OutlayHistogram *histogram = get_histogram (chart);
  const OutlayRange *range = outlay_view_state_get_range (chart->state, chart->measure);

  *first = 0;
  *end = histogram->n_bars;
  while (*first < histogram->n_bars && histogram->edges[*first + 1] <= range->low)
    (*first)++;
  while (*end > 0 && histogram->edges[*end - 1] > range->high)
    (*end)--;
}

/* Bounds at the ends are none, so that what lies beyond is shown as well. */
static void
select_bars (OutlayRangeChart *chart, guint first, guint end)
{
  const OutlayHistogram *histogram = get_histogram (chart);
  OutlayRange range = *outlay_view_state_get_range (chart->state, chart->measure);
  gboolean day = chart->measure == OUTLAY_MEASURE_DATE;

  if (histogram->n_bars == 0 || first >= end)
    return;
  range.low = first == 0 ? G_MININT64 : histogram->edges[first];
  range.high = end >= histogram->n_bars ? G_MAXINT64 : histogram->edges[end] - (day ? 1 : 0);
  outlay_view_state_set_range (chart->state, chart->measure, range);
}

/* How far along the values a place is, from 0 to 1. */
static double
get_share (OutlayRangeChart *chart, double x)
{
  double share = x / MAX (gtk_widget_get_width (GTK_WIDGET (chart)), 1);

  return is_mirrored (chart) ? 1 - share : share;
}

static guint
find_bar (OutlayRangeChart *chart, double x)
{
  guint n_bars = get_histogram (chart)->n_bars;

  return (guint)CLAMP (get_share (chart, x) * n_bars, 0, n_bars > 0 ? n_bars - 1 : 0);
}

/* The edge of bars that is nearest to a place. */
static guint
find_edge (OutlayRangeChart *chart, double x)
{
  guint n_bars = get_histogram (chart)->n_bars;

  return (guint)CLAMP (round (get_share (chart, x) * n_bars), 0, n_bars);
}

/* Where the handle of a bound at @edge is, wholly within the chart. */
static double
get_handle_place (OutlayRangeChart *chart, guint edge)
{
  double width = gtk_widget_get_width (GTK_WIDGET (chart));
  double place = width * edge / get_histogram (chart)->n_bars;

  return CLAMP (is_mirrored (chart) ? width - place : place, RADIUS + 1, width - RADIUS - 1);
}

static Grip
find_grip (OutlayRangeChart *chart, double x, double y)
{
  guint first, end;

  if (get_histogram (chart)->n_bars == 0 || fabs (y - (get_height (chart) - FOOT / 2)) > REACH)
    return GRIP_BARS;
  get_selected (chart, &first, &end);
  double to_low = fabs (x - get_handle_place (chart, first));
  double to_high = fabs (x - get_handle_place (chart, end));
  if (MIN (to_low, to_high) > REACH)
    return GRIP_BARS;
  return to_low < to_high ? GRIP_LOW : GRIP_HIGH;
}

static void
drag_begin_cb (OutlayRangeChart *chart, double x, double y, GtkGestureDrag *drag)
{
  chart->grip = find_grip (chart, x, y);
  chart->first = find_bar (chart, x);
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  if (chart->grip == GRIP_BARS)
    select_bars (chart, chart->first, chart->first + 1);
}

static void
drag_update_cb (OutlayRangeChart *chart, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;
  guint first, end;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  guint bar = find_bar (chart, x + dx);
  guint edge = find_edge (chart, x + dx);
  get_selected (chart, &first, &end);
  if (chart->grip == GRIP_LOW)
    select_bars (chart, MIN (edge, end - 1), end);
  else if (chart->grip == GRIP_HIGH)
    select_bars (chart, first, MAX (edge, first + 1));
  else
    select_bars (chart, MIN (bar, chart->first), MAX (bar, chart->first) + 1);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayRangeChart *chart = OUTLAY_RANGE_CHART (widget);
  guint n_bars = get_histogram (chart)->n_bars;
  gboolean upper;
  int step;
  guint first, end;

  g_variant_get (arguments, "(ib)", &step, &upper);
  if (is_mirrored (chart))
    step = -step;
  get_selected (chart, &first, &end);
  if (upper)
    end = (guint)CLAMP ((int)end + step, (int)first + 1, (int)n_bars);
  else
    first = (guint)CLAMP ((int)first + step, 0, MAX ((int)end - 1, 0));
  select_bars (chart, first, end);
  return TRUE;
}

static void
draw_bars (OutlayRangeChart *chart, cairo_t *cr, const GdkRGBA *colour, const GdkRGBA *accent)
{
  const OutlayHistogram *histogram = get_histogram (chart);
  double height = get_height (chart) - FOOT;
  double step = (double)gtk_widget_get_width (GTK_WIDGET (chart)) / histogram->n_bars;
  double gap = fmin (GAP, step / 6);
  guint most = 1;
  guint first, end;

  get_selected (chart, &first, &end);
  for (guint i = 0; i < histogram->n_bars; i++)
    most = MAX (most, histogram->all[i]);
  for (guint i = 0; i < histogram->n_bars; i++)
    {
      guint place = is_mirrored (chart) ? histogram->n_bars - 1 - i : i;
      double whole = outlay_histogram_share (histogram->all[i], most) * height;
      double live = outlay_histogram_share (histogram->live[i], most) * height;
      const GdkRGBA *fill = i >= first && i < end ? accent : colour;

      cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.15);
      cairo_rectangle (cr, place * step + gap, height - whole, step - 2 * gap, whole);
      cairo_fill (cr);
      cairo_set_source_rgba (cr, fill->red, fill->green, fill->blue, fill == accent ? 1 : 0.6);
      cairo_rectangle (cr, place * step + gap, height - live, step - 2 * gap, live);
      cairo_fill (cr);
    }
}

static void
draw_range (OutlayRangeChart *chart,
            cairo_t *cr,
            const GdkRGBA *colour,
            const GdkRGBA *accent,
            const GdkRGBA *ground)
{
  double width = gtk_widget_get_width (GTK_WIDGET (chart));
  double y = get_height (chart) - FOOT / 2;
  guint first, end;

  get_selected (chart, &first, &end);
  double from = get_handle_place (chart, first);
  double to = get_handle_place (chart, end);
  cairo_set_line_width (cr, 3);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.25);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  for (guint i = 0; i < 2; i++)
    {
      cairo_arc (cr, i == 0 ? from : to, y, RADIUS, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, ground);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, accent);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

static PangoLayout *
make_mark (OutlayRangeChart *chart, gint64 edge)
{
  g_autofree char *text = outlay_bound_to_text (
    chart->measure, edge, outlay_view_state_get_currency (chart->state), FALSE);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (chart), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (MARK_SCALE));
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 72));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* Whether a mark from @start to @end keeps clear of the @count that are @taken already. */
static gboolean
has_room (const double taken[][2], guint count, double start, double end)
{
  for (guint i = 0; i < count; i++)
    {
      if (start < taken[i][1] + MARK_GAP && end > taken[i][0] - MARK_GAP)
        return FALSE;
    }
  return TRUE;
}

/* Names the ends, which tell most, and between them as many edges of bars as have room. */
static void
draw_marks (OutlayRangeChart *chart, GtkSnapshot *snapshot)
{
  static const guint order[N_MARKS] = {0, 4, 2, 1, 3};
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (chart));
  const OutlayHistogram *histogram = get_histogram (chart);
  double width = gtk_widget_get_width (GTK_WIDGET (chart));
  double taken[N_MARKS][2];
  guint n_taken = 0;

  for (guint i = 0; i < N_MARKS; i++)
    {
      guint edge = histogram->n_bars * order[i] / (N_MARKS - 1);
      g_autoptr (PangoLayout) layout = make_mark (chart, histogram->edges[edge]);
      double share = (double)edge / histogram->n_bars;
      double x = (is_mirrored (chart) ? 1 - share : share) * width;
      int length;

      pango_layout_get_pixel_size (layout, &length, NULL);
      x = CLAMP (x - length / 2.0, 0, MAX (width - length, 0));
      if (!has_room (taken, n_taken, x, x + length))
        continue;
      taken[n_taken][0] = x;
      taken[n_taken++][1] = x + length;
      gtk_snapshot_render_layout (snapshot, context, x, get_height (chart), layout);
    }
}

static void
outlay_range_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayRangeChart *chart = OUTLAY_RANGE_CHART (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                             (float)gtk_widget_get_height (widget));
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour, accent, ground;

  if (get_histogram (chart)->n_bars == 0)
    return;
  gtk_style_context_get_color (context, &colour);
  if (!gtk_style_context_lookup_color (context, "outlay_focus", &accent))
    accent = colour;
  if (!gtk_style_context_lookup_color (context, "theme_base_color", &ground))
    ground = accent;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  draw_bars (chart, cr, &colour, &accent);
  draw_range (chart, cr, &colour, &accent, &ground);
  cairo_destroy (cr);
  draw_marks (chart, snapshot);
}

static void
outlay_range_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? WIDTH
                          : HEIGHT + (int)ceil (MARK_LINE * outlay_em_of (widget));
}

static void
state_changed_cb (OutlayRangeChart *chart)
{
  g_autofree char *text = outlay_range_to_text (
    chart->measure, outlay_view_state_get_range (chart->state, chart->measure),
    outlay_view_state_get_currency (chart->state));

  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
outlay_range_chart_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_RANGE_CHART (object)->state);
  G_OBJECT_CLASS (outlay_range_chart_parent_class)->dispose (object);
}

static void
outlay_range_chart_class_init (OutlayRangeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_range_chart_dispose;
  widget_class->snapshot = outlay_range_chart_snapshot;
  widget_class->measure = outlay_range_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "range-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "(ib)", 1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "(ib)", -1, FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_SHIFT_MASK, move_cb, "(ib)", 1,
                                TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_SHIFT_MASK, move_cb, "(ib)", -1,
                                TRUE);
}

static void
outlay_range_chart_init (OutlayRangeChart *chart)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (chart), TRUE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), chart);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), chart);
  gtk_widget_add_controller (GTK_WIDGET (chart), GTK_EVENT_CONTROLLER (drag));
}

/**
 * outlay_range_chart_new:
 *
 * Returns: (transfer floating): the histogram of @measure of @state.
 */
GtkWidget *
outlay_range_chart_new (OutlayViewState *state, OutlayMeasure measure)
{
  OutlayRangeChart *chart = g_object_new (OUTLAY_TYPE_RANGE_CHART, NULL);

  chart->state = g_object_ref (state);
  chart->measure = measure;
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  outlay_measure_get_title (measure), -1);
  g_signal_connect_object (state, "changed", G_CALLBACK (state_changed_cb), chart,
                           G_CONNECT_SWAPPED);
  state_changed_cb (chart);
  return GTK_WIDGET (chart);
}
