/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-timeline-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/format/outlay-format.h"
#include "ui/charts/outlay-chart-style.h"

/* How far the pointer moves before a click is a drag, in pixels. */
#define DRAG_FROM 6

/* How far from an edge of the period the pointer takes hold of it, in pixels. */
#define HANDLE 6

/* Strength of what is pointed at and of the period chosen. */
#define HOVER  0.07f
#define PERIOD 0.12f

#define NONE -1

struct _OutlayTimelineChart
{
  GtkWidget parent_instance;

  OutlayTimeline *timeline;
  GPtrArray *deals;
  OutlayTimelineLayout layout;
  /* The drawing without what is lit; made anew when data, size or style change. */
  GskRenderNode *drawing;
  int drawn_width;
  int column;
  int lane;
  int first;
  int last;
  int drag_start;
  /* The end of the period that stays where the other one is dragged. */
  int anchor;
  gboolean at_handle;
};

G_DEFINE_FINAL_TYPE (OutlayTimelineChart, outlay_timeline_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COLUMN_CLICKED,
  SIGNAL_LANE_CLICKED,
  SIGNAL_PERIOD_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
lay_out (OutlayTimelineChart *chart, double width)
{
  OutlayChartStyle style;

  outlay_chart_style_init (&style, GTK_WIDGET (chart));
  outlay_timeline_lay_out (chart->timeline, &style, width, &chart->layout);
}

static void
forget_drawing (OutlayTimelineChart *chart)
{
  g_clear_pointer (&chart->drawing, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
outlay_timeline_chart_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);
  OutlayTimelineLayout layout;
  OutlayChartStyle style;

  if (chart->timeline == NULL)
    return;
  outlay_chart_style_init (&style, widget);
  outlay_timeline_lay_out (chart->timeline, &style,
                           orientation == GTK_ORIENTATION_VERTICAL ? MAX (for_size, 0) : 0,
                           &layout);
  *minimum = (int)ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? layout.width : layout.height);
  *natural = *minimum;
}

static GtkSizeRequestMode
outlay_timeline_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_timeline_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);

  if (chart->timeline == NULL)
    return;
  lay_out (chart, width);
  if (chart->drawn_width != width)
    forget_drawing (chart);
}

static GskRenderNode *
draw (OutlayTimelineChart *chart, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  OutlayChartStyle style;
  OutlayCanvas canvas = {.style = &style, .width = chart->layout.width, .opacity = 1};

  outlay_chart_style_init (&style, GTK_WIDGET (chart));
  canvas.cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  outlay_timeline_draw (chart->timeline, &chart->layout, chart->deals, &canvas);
  cairo_destroy (canvas.cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static void
light (OutlayTimelineChart *chart, GtkSnapshot *snapshot, OutlayChartArea area, float strength)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  OutlayChartStyle style;
  double rgb[3];

  outlay_chart_style_init (&style, widget);
  outlay_chart_get_colour (&style, OUTLAY_CHART_SELECTION, rgb);
  if (style.mirrored)
    area.x = chart->layout.width - area.x - area.width;
  GdkRGBA colour = {(float)rgb[0], (float)rgb[1], (float)rgb[2], strength};
  graphene_rect_t rect
    = GRAPHENE_RECT_INIT ((float)area.x, (float)area.y, (float)area.width, (float)area.height);
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  if (strength < PERIOD)
    return;
  /* The edges of a period are seen also where its colour is not. */
  colour.alpha = 1;
  rect.size.width = 1.5f;
  gtk_snapshot_append_color (snapshot, &colour, &rect);
  rect.origin.x += (float)area.width - 1.5f;
  gtk_snapshot_append_color (snapshot, &colour, &rect);
}

static void
outlay_timeline_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);
  int width = gtk_widget_get_width (widget);

  if (chart->timeline == NULL)
    return;
  if (chart->drawing == NULL)
    {
      chart->drawing = draw (chart, width, gtk_widget_get_height (widget));
      chart->drawn_width = width;
    }
  if (chart->first != NONE)
    light (chart, snapshot,
           outlay_timeline_get_stretch (&chart->layout, (guint)chart->first, (guint)chart->last),
           PERIOD);
  if (chart->column != NONE)
    light (chart, snapshot,
           outlay_timeline_get_stretch (&chart->layout, (guint)chart->column, (guint)chart->column),
           HOVER);
  if (chart->lane != NONE)
    light (chart, snapshot, outlay_timeline_get_lane_area (&chart->layout, (guint)chart->lane),
           HOVER);
  if (chart->drawing != NULL)
    gtk_snapshot_append_node (snapshot, chart->drawing);
}

static double
unmirror (OutlayTimelineChart *chart, double x)
{
  return gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL ? chart->layout.width - x
                                                                           : x;
}

static char *
dup_lane_words (OutlayTimelineChart *chart, guint index)
{
  const OutlayTimelineLane *lane = outlay_timeline_get_lane (chart->timeline, index);

  return outlay_format_sentence (chart->deals->pdata[lane->deal]);
}

static void
append_figures (GString *words, OutlayTimelineChart *chart, const OutlayTimelineColumn *column)
{
  for (guint measure = 0; measure < OUTLAY_TIMELINE_N_MEASURES; measure++)
    for (guint i = 0; i < OUTLAY_CHART_N_SERIES; i++)
      {
        g_autofree char *figure = NULL;

        if (column->parts[measure][i] <= 0)
          continue;
        figure = outlay_timeline_dup_figure (chart->timeline, (OutlayTimelineMeasure)measure,
                                             column->parts[measure][i]);
        g_string_append_printf (words, "\n%s  %s", chart->timeline->names[i], figure);
      }
}

static char *
dup_column_words (OutlayTimelineChart *chart, guint index)
{
  const OutlayTimelineColumn *column = outlay_timeline_get_column (chart->timeline, index);
  g_autofree char *name = outlay_timeline_dup_column_name (column);
  guint count = column->deals->len;
  GString *words = g_string_new (name);

  g_string_append_c (words, '\n');
  if (count == 0)
    g_string_append (words, _ ("No deals"));
  else
    g_string_append_printf (
      words, ngettext ("%u deal · click to show it", "%u deals · click to show them", count),
      count);
  append_figures (words, chart, column);
  return g_string_free (words, FALSE);
}

/* What is pointed at is also what is spoken. */
static void
describe (OutlayTimelineChart *chart)
{
  g_autofree char *words = NULL;

  if (chart->lane != NONE)
    words = dup_lane_words (chart, (guint)chart->lane);
  else if (chart->column != NONE)
    words = dup_column_words (chart, (guint)chart->column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

static void
point_at (OutlayTimelineChart *chart, int column, int lane)
{
  if (chart->column == column && chart->lane == lane)
    return;
  chart->column = column;
  chart->lane = lane;
  describe (chart);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
set_period (OutlayTimelineChart *chart, int first, int last)
{
  if (chart->first == MIN (first, last) && chart->last == MAX (first, last))
    return;
  chart->first = MIN (first, last);
  chart->last = MAX (first, last);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
  g_signal_emit (chart, signals[SIGNAL_PERIOD_CHANGED], 0);
}

/* The end of the period that is opposite to the edge at a point, NONE where there is no edge. */
static int
find_opposite (OutlayTimelineChart *chart, double x, double y)
{
  OutlayChartArea period;

  if (chart->first == NONE)
    return NONE;
  period = outlay_timeline_get_stretch (&chart->layout, (guint)chart->first, (guint)chart->last);
  if (y < period.y || y > period.y + period.height)
    return NONE;
  if (fabs (x - period.x) <= HANDLE)
    return chart->last;
  return fabs (x - period.x - period.width) <= HANDLE ? chart->first : NONE;
}

static void
show_handle (OutlayTimelineChart *chart, gboolean at_handle)
{
  if (chart->at_handle == at_handle)
    return;
  chart->at_handle = at_handle;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (chart), at_handle ? "col-resize" : NULL);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, OutlayTimelineChart *chart)
{
  if (chart->timeline == NULL)
    return;
  x = unmirror (chart, x);
  show_handle (chart, find_opposite (chart, x, y) != NONE);
  point_at (chart, outlay_timeline_find_column (chart->timeline, &chart->layout, x, y),
            outlay_timeline_find_lane (chart->timeline, &chart->layout, x, y));
}

static void
leave_cb (GtkEventControllerMotion *motion, OutlayTimelineChart *chart)
{
  point_at (chart, NONE, NONE);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, OutlayTimelineChart *chart)
{
  chart->drag_start = chart->anchor = NONE;
  if (chart->timeline != NULL)
    {
      x = unmirror (chart, x);
      chart->drag_start = outlay_timeline_find_column (chart->timeline, &chart->layout, x, y);
      chart->anchor = find_opposite (chart, x, y);
    }
  if (chart->anchor == NONE)
    chart->anchor = chart->drag_start;
  gtk_widget_grab_focus (GTK_WIDGET (chart));
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, OutlayTimelineChart *chart)
{
  double x, y;
  int column;

  if (chart->anchor == NONE || fabs (dx) < DRAG_FROM)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  column = outlay_timeline_find_column (
    chart->timeline, &chart->layout,
    CLAMP (unmirror (chart, x + dx), chart->layout.plots[0].x,
           chart->layout.plots[0].x + chart->layout.plots[0].width - 1),
    y);
  if (column != NONE)
    set_period (chart, chart->anchor, column);
}

static void
drag_end_cb (GtkGestureDrag *drag, double dx, double dy, OutlayTimelineChart *chart)
{
  double x, y;
  int lane;

  if (fabs (dx) >= DRAG_FROM || fabs (dy) >= DRAG_FROM || chart->timeline == NULL)
    return;
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  lane = outlay_timeline_find_lane (chart->timeline, &chart->layout, unmirror (chart, x), y);
  if (chart->drag_start != NONE)
    g_signal_emit (chart, signals[SIGNAL_COLUMN_CLICKED], 0, (guint)chart->drag_start);
  else if (lane != NONE)
    g_signal_emit (chart, signals[SIGNAL_LANE_CLICKED], 0, (guint)lane);
}

/* The columns by left and right, the lanes below them by up and down. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);
  int across, down;
  gboolean extend;
  int before = chart->column;

  g_variant_get (arguments, "(iib)", &across, &down, &extend);
  if (chart->timeline == NULL)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;
  if (down != 0 && chart->timeline->lanes->len > 0)
    {
      int lane = CLAMP (chart->lane + down, NONE, (int)chart->timeline->lanes->len - 1);

      point_at (chart, lane == NONE ? MAX (chart->column, 0) : NONE, lane);
      return TRUE;
    }
  if (across == 0 || chart->timeline->columns->len == 0)
    return FALSE;
  point_at (chart, CLAMP (chart->column + across, 0, (int)chart->timeline->columns->len - 1), NONE);
  if (extend && before != NONE)
    set_period (
      chart, chart->first == NONE ? before : (chart->first == before ? chart->last : chart->first),
      chart->column);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);

  if (chart->lane != NONE)
    g_signal_emit (chart, signals[SIGNAL_LANE_CLICKED], 0, (guint)chart->lane);
  else if (chart->column != NONE)
    g_signal_emit (chart, signals[SIGNAL_COLUMN_CLICKED], 0, (guint)chart->column);
  else
    return FALSE;
  return TRUE;
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);

  if (chart->first == NONE)
    return FALSE;
  set_period (chart, NONE, NONE);
  return TRUE;
}

static gboolean
outlay_timeline_chart_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (widget);
  g_autofree char *words = NULL;

  if (chart->timeline == NULL || (chart->column == NONE && chart->lane == NONE))
    return FALSE;
  words = chart->lane != NONE ? dup_lane_words (chart, (guint)chart->lane)
                              : dup_column_words (chart, (guint)chart->column);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
outlay_timeline_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_timeline_chart_parent_class)->css_changed (widget, change);
  forget_drawing (OUTLAY_TIMELINE_CHART (widget));
}

static void
outlay_timeline_chart_dispose (GObject *object)
{
  OutlayTimelineChart *chart = OUTLAY_TIMELINE_CHART (object);

  g_clear_pointer (&chart->drawing, gsk_render_node_unref);
  g_clear_pointer (&chart->timeline, outlay_timeline_free);
  g_clear_pointer (&chart->deals, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_timeline_chart_parent_class)->dispose (object);
}

static void
add_move (GtkWidgetClass *widget_class, guint key, int across, int down)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(iib)", across, down, FALSE);
  if (across != 0)
    gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK, move_cb, "(iib)", across, down,
                                  TRUE);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  add_move (widget_class, GDK_KEY_Left, -1, 0);
  add_move (widget_class, GDK_KEY_Right, 1, 0);
  add_move (widget_class, GDK_KEY_Up, 0, -1);
  add_move (widget_class, GDK_KEY_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
}

static void
outlay_timeline_chart_class_init (OutlayTimelineChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_timeline_chart_dispose;
  widget_class->get_request_mode = outlay_timeline_chart_get_request_mode;
  widget_class->measure = outlay_timeline_chart_measure;
  widget_class->size_allocate = outlay_timeline_chart_size_allocate;
  widget_class->snapshot = outlay_timeline_chart_snapshot;
  widget_class->query_tooltip = outlay_timeline_chart_query_tooltip;
  widget_class->css_changed = outlay_timeline_chart_css_changed;
  signals[SIGNAL_COLUMN_CLICKED]
    = g_signal_new ("column-clicked", OUTLAY_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_LANE_CLICKED]
    = g_signal_new ("lane-clicked", OUTLAY_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_PERIOD_CHANGED]
    = g_signal_new ("period-changed", OUTLAY_TYPE_TIMELINE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  add_bindings (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "outlay-chart");
}

static void
outlay_timeline_chart_init (OutlayTimelineChart *chart)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  chart->column = chart->lane = chart->first = chart->last = NONE;
  chart->drag_start = chart->anchor = NONE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), chart);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), chart);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), chart);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), chart);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), chart);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Timeline of the deals"), -1);
}

/**
 * outlay_timeline_chart_show:
 * @timeline: (transfer full): what is drawn from now on
 * @deals: (transfer none) (element-type OutlayDealRecord): what it was made of
 */
void
outlay_timeline_chart_show (OutlayTimelineChart *chart, OutlayTimeline *timeline, GPtrArray *deals)
{
  g_clear_pointer (&chart->timeline, outlay_timeline_free);
  g_clear_pointer (&chart->deals, g_ptr_array_unref);
  chart->timeline = timeline;
  chart->deals = g_ptr_array_ref (deals);
  point_at (chart, NONE, NONE);
  set_period (chart, NONE, NONE);
  lay_out (chart, gtk_widget_get_width (GTK_WIDGET (chart)));
  forget_drawing (chart);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
}

/**
 * outlay_timeline_chart_get_timeline:
 *
 * Returns: (transfer none) (nullable): what is drawn.
 */
OutlayTimeline *
outlay_timeline_chart_get_timeline (OutlayTimelineChart *chart)
{
  return chart->timeline;
}

/**
 * outlay_timeline_chart_get_deals:
 *
 * Returns: (transfer none) (nullable) (element-type OutlayDealRecord): what it was made of.
 */
GPtrArray *
outlay_timeline_chart_get_deals (OutlayTimelineChart *chart)
{
  return chart->deals;
}

/**
 * outlay_timeline_chart_get_period:
 *
 * Returns: whether a stretch of columns is chosen, from @first to @last.
 */
gboolean
outlay_timeline_chart_get_period (OutlayTimelineChart *chart, guint *first, guint *last)
{
  if (chart->first == NONE)
    return FALSE;
  *first = (guint)chart->first;
  *last = (guint)chart->last;
  return TRUE;
}

/** outlay_timeline_chart_set_period: chooses a stretch of columns, none where @first is -1. */
void
outlay_timeline_chart_set_period (OutlayTimelineChart *chart, int first, int last)
{
  g_return_if_fail (chart->timeline != NULL);
  g_return_if_fail (first >= -1 && last < (int)chart->timeline->columns->len);

  set_period (chart, first, first < 0 ? first : last);
}

/**
 * outlay_timeline_chart_get_layout:
 *
 * Returns: (transfer none): where all stands, from left to right.
 */
const OutlayTimelineLayout *
outlay_timeline_chart_get_layout (OutlayTimelineChart *chart)
{
  return &chart->layout;
}
