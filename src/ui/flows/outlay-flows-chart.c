/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-flows-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/format/outlay-format-private.h"
#include "ui/charts/outlay-chart-style.h"
#include "ui/style/outlay-reading.h"

#define LEAST_ZOOM 0.5
#define MOST_ZOOM  3.0

/* Smaller, text cannot be read; what does not fit so is scrolled. */
#define READABLE_ZOOM 0.75

#define NONE -1

struct _OutlayFlowsChart
{
  GtkWidget parent_instance;

  OutlayFlowMap *map;
  /* The drawing of all; made anew when data, size or style change. */
  GskRenderNode *drawing;
  int drawn_width;
  int drawn_height;
  double zoom;
  /* The zoom is none of the user's, but what fits into the room. */
  gboolean fitted;
  /* Whether all stands where it is drawn next. */
  gboolean placed;
  OutlayFlowSpot spot;
  int circle;
  /* Where in the window the pointer was last. */
  double pointer_x;
  double pointer_y;
};

G_DEFINE_FINAL_TYPE (OutlayFlowsChart, outlay_flows_chart, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_NODE_CLICKED,
  SIGNAL_EDGE_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
init_style (OutlayFlowsChart *chart, double zoom, OutlayChartStyle *style)
{
  outlay_chart_style_init (style, GTK_WIDGET (chart));
  style->size *= zoom;
}

static void
forget_drawing (OutlayFlowsChart *chart)
{
  g_clear_pointer (&chart->drawing, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
place_anew (OutlayFlowsChart *chart)
{
  chart->placed = FALSE;
  forget_drawing (chart);
  gtk_widget_queue_resize (GTK_WIDGET (chart));
}

static void
outlay_flows_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);
  OutlayChartStyle style;

  if (chart->map == NULL)
    return;
  init_style (chart, chart->fitted ? READABLE_ZOOM : chart->zoom, &style);
  outlay_flow_map_lay_out (chart->map, &style, 0, 0);
  *minimum = (int)ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? chart->map->width
                                                                  : chart->map->height);
  *natural = *minimum;
}

/* As large as the text where there is room for that, else smaller, while it can be read. */
static double
find_fitting_zoom (OutlayFlowsChart *chart, int width, int height)
{
  OutlayChartStyle style;

  init_style (chart, 1, &style);
  outlay_flow_map_lay_out (chart->map, &style, 0, 0);
  return CLAMP (fmin (width / chart->map->width, height / chart->map->height), READABLE_ZOOM, 1);
}

static void
outlay_flows_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);
  double before = chart->zoom;
  OutlayChartStyle style;

  if (chart->map == NULL)
    return;
  if (chart->fitted)
    chart->zoom = find_fitting_zoom (chart, width, height);
  init_style (chart, chart->zoom, &style);
  outlay_flow_map_lay_out (chart->map, &style, width, height);
  chart->placed = TRUE;
  if (chart->drawn_width != width || chart->drawn_height != height
      || fabs (chart->zoom - before) > 0.001)
    forget_drawing (chart);
}

static gboolean
holds (const GArray *edges, guint edge)
{
  for (guint i = 0; i < edges->len; i++)
    {
      if (g_array_index (edges, guint, i) == edge)
        return TRUE;
    }
  return FALSE;
}

/* The way of the money through a flow: all round the greatest circle that it is part of. */
static GArray *
list_path (OutlayFlowsChart *chart, guint edge)
{
  GArray *path;

  for (guint i = 0; i < chart->map->flows->circles->len; i++)
    {
      path = outlay_flow_map_list_circle_edges (chart->map, i);
      if (holds (path, edge))
        return path;
      g_array_unref (path);
    }
  path = g_array_new (FALSE, FALSE, sizeof (guint));
  return g_array_append_val (path, edge);
}

static GArray *
list_flows_of (OutlayFlowsChart *chart, guint node)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < chart->map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (chart->map, i);

      if (edge->from == node || edge->to == node)
        g_array_append_val (edges, i);
    }
  return edges;
}

static void
draw_on (OutlayFlowsChart *chart, GtkSnapshot *snapshot, const GArray *lit)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  OutlayChartStyle style;
  OutlayCanvas canvas = {.style = &style, .width = chart->map->width, .opacity = 1};

  init_style (chart, chart->zoom, &style);
  canvas.cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                   (float)gtk_widget_get_height (widget)));
  if (lit == NULL)
    outlay_flow_map_draw (chart->map, &canvas);
  else
    outlay_flow_map_draw_lit (chart->map, lit, chart->spot, gtk_widget_has_visible_focus (widget),
                              &canvas);
  cairo_destroy (canvas.cr);
}

static gboolean
is_lit (OutlayFlowsChart *chart)
{
  return chart->spot.node != NONE || chart->spot.edge != NONE || chart->circle != NONE;
}

static void
outlay_flows_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);

  if (chart->map == NULL)
    return;
  if (chart->drawing == NULL)
    {
      g_autoptr (GtkSnapshot) drawing = gtk_snapshot_new ();

      draw_on (chart, drawing, NULL);
      chart->drawing = gtk_snapshot_free_to_node (g_steal_pointer (&drawing));
      chart->drawn_width = gtk_widget_get_width (widget);
      chart->drawn_height = gtk_widget_get_height (widget);
    }
  if (is_lit (chart))
    gtk_snapshot_push_opacity (snapshot, OUTLAY_FLOW_MAP_UNLIT);
  if (chart->drawing != NULL)
    gtk_snapshot_append_node (snapshot, chart->drawing);
  if (!is_lit (chart))
    return;
  gtk_snapshot_pop (snapshot);
  g_autoptr (GArray) lit = outlay_flows_chart_list_lit (chart);
  draw_on (chart, snapshot, lit);
}

static char *
dup_node_words (OutlayFlowsChart *chart, guint index)
{
  const OutlayFlowNode *node = outlay_flow_map_get_node (chart->map, index);
  g_autofree char *commits = outlay_flow_map_dup_sum (chart->map, node->commits);
  g_autofree char *receives = outlay_flow_map_dup_sum (chart->map, node->receives);

  /* Translators: of a party in the drawing of flows */
  return outlay_format_fill (_ ("{name}: commits {commits}, receives {receives}"), "name",
                             node->name, "commits", commits, "receives", receives, NULL);
}

/* A flow in a line, or as it is @spoken. */
static char *
dup_edge_words (OutlayFlowsChart *chart, guint index, gboolean spoken)
{
  g_autofree char *flow = spoken ? outlay_flow_map_dup_edge_spoken (chart->map, index)
                                 : outlay_flow_map_dup_edge (chart->map, index);

  if (!outlay_flow_map_get_edge (chart->map, index)->shared)
    return g_steal_pointer (&flow);
  return g_strdup_printf ("%s\n%s", flow, _ ("A deal of several parties is split evenly."));
}

static char *
dup_words (OutlayFlowsChart *chart, gboolean spoken)
{
  if (chart->spot.node != NONE)
    return dup_node_words (chart, (guint)chart->spot.node);
  return chart->spot.edge != NONE ? dup_edge_words (chart, (guint)chart->spot.edge, spoken) : NULL;
}

static void
say_spot (OutlayFlowsChart *chart)
{
  g_autofree char *words = dup_words (chart, TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
point_at (OutlayFlowsChart *chart, OutlayFlowSpot spot)
{
  gboolean same = chart->spot.node == spot.node && chart->spot.edge == spot.edge;

  chart->spot = spot;
  if (!same)
    say_spot (chart);
}

static void
point_under (OutlayFlowsChart *chart, double x, double y)
{
  OutlayFlowSpot spot = {NONE, NONE, TRUE};

  if (chart->map == NULL)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL)
    x = chart->map->width - x;
  spot.node = outlay_flow_map_find_node (chart->map, x, y);
  if (spot.node == NONE)
    spot.edge = outlay_flow_map_find_edge (chart->map, x, y);
  point_at (chart, spot);
}

/* A pointer that rests is told anew where it is whenever something is laid out below it, which is
 * no reason to take the keyboard's choice away. */
static gboolean
has_moved (GtkEventController *motion, OutlayFlowsChart *chart)
{
  GdkEvent *event = gtk_event_controller_get_current_event (motion);
  double x, y;

  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return TRUE;
  if (fabs (x - chart->pointer_x) < 1 && fabs (y - chart->pointer_y) < 1)
    return FALSE;
  chart->pointer_x = x;
  chart->pointer_y = y;
  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, OutlayFlowsChart *chart)
{
  if (has_moved (GTK_EVENT_CONTROLLER (motion), chart))
    point_under (chart, x, y);
}

static void
leave_cb (GtkEventControllerMotion *motion, OutlayFlowsChart *chart)
{
  chart->pointer_x = chart->pointer_y = NONE;
  point_at (chart, (OutlayFlowSpot)OUTLAY_FLOW_SPOT_NONE);
}

static gboolean
activate (OutlayFlowsChart *chart)
{
  if (chart->spot.node != NONE)
    g_signal_emit (chart, signals[SIGNAL_NODE_CLICKED], 0, (guint)chart->spot.node);
  else if (chart->spot.edge != NONE)
    g_signal_emit (chart, signals[SIGNAL_EDGE_CLICKED], 0, (guint)chart->spot.edge);
  else
    return FALSE;
  return TRUE;
}

static void
clicked_cb (GtkGestureClick *click, int n_press, double x, double y, OutlayFlowsChart *chart)
{
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  point_under (chart, x, y);
  activate (chart);
}

static gboolean
activate_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return activate (OUTLAY_FLOWS_CHART (widget));
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);

  if (!is_lit (chart))
    return FALSE;
  chart->circle = NONE;
  point_at (chart, (OutlayFlowSpot)OUTLAY_FLOW_SPOT_NONE);
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);
  int across, down;

  if (chart->map == NULL)
    return FALSE;
  g_variant_get (arguments, "(ii)", &across, &down);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;
  point_at (chart, outlay_flow_map_step (chart->map, chart->spot, across, down));
  return TRUE;
}

static gboolean
outlay_flows_chart_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (widget);
  g_autofree char *words = chart->map != NULL ? dup_words (chart, FALSE) : NULL;
  g_autofree char *read = words != NULL ? outlay_reading_dup (widget, words) : NULL;

  if (read == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, read);
  return TRUE;
}

static void
outlay_flows_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_flows_chart_parent_class)->css_changed (widget, change);
  forget_drawing (OUTLAY_FLOWS_CHART (widget));
}

static void
outlay_flows_chart_dispose (GObject *object)
{
  OutlayFlowsChart *chart = OUTLAY_FLOWS_CHART (object);

  g_clear_pointer (&chart->drawing, gsk_render_node_unref);
  g_clear_pointer (&chart->map, outlay_flow_map_free);
  G_OBJECT_CLASS (outlay_flows_chart_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "(ii)", -1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "(ii)", 1, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_cb, "(ii)", 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_cb, "(ii)", 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_cb, NULL);
}

static void
outlay_flows_chart_class_init (OutlayFlowsChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_flows_chart_dispose;
  widget_class->measure = outlay_flows_chart_measure;
  widget_class->size_allocate = outlay_flows_chart_size_allocate;
  widget_class->snapshot = outlay_flows_chart_snapshot;
  widget_class->query_tooltip = outlay_flows_chart_query_tooltip;
  widget_class->css_changed = outlay_flows_chart_css_changed;
  signals[SIGNAL_NODE_CLICKED]
    = g_signal_new ("node-clicked", OUTLAY_TYPE_FLOWS_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_EDGE_CLICKED]
    = g_signal_new ("edge-clicked", OUTLAY_TYPE_FLOWS_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  add_bindings (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "outlay-chart");
}

static void
outlay_flows_chart_init (OutlayFlowsChart *chart)
{
  GtkWidget *widget = GTK_WIDGET (chart);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  chart->zoom = 1;
  chart->fitted = TRUE;
  chart->spot = (OutlayFlowSpot)OUTLAY_FLOW_SPOT_NONE;
  chart->circle = NONE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), chart);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), chart);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), chart);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("spoken", "Who commits how much to whom"), -1);
}

/** outlay_flows_chart_show: draws @map (transfer full) from now on; the same stays pointed at. */
void
outlay_flows_chart_show (OutlayFlowsChart *chart, OutlayFlowMap *map)
{
  if (chart->map != NULL)
    chart->spot = outlay_flow_map_find_spot (map, chart->map, chart->spot);
  g_clear_pointer (&chart->map, outlay_flow_map_free);
  chart->map = map;
  chart->circle = NONE;
  say_spot (chart);
  place_anew (chart);
}

/**
 * outlay_flows_chart_get_map:
 *
 * Returns: (transfer none) (nullable): what is drawn.
 */
OutlayFlowMap *
outlay_flows_chart_get_map (OutlayFlowsChart *chart)
{
  return chart->map;
}

/**
 * outlay_flows_chart_list_lit:
 *
 * Returns: (transfer full) (element-type guint): the flows that are lit: those of the party that is
 *   pointed at, the path of the flow that is, else the circle that was picked.
 */
GArray *
outlay_flows_chart_list_lit (OutlayFlowsChart *chart)
{
  if (chart->spot.node != NONE)
    return list_flows_of (chart, (guint)chart->spot.node);
  if (chart->spot.edge != NONE)
    return list_path (chart, (guint)chart->spot.edge);
  if (chart->circle != NONE)
    return outlay_flow_map_list_circle_edges (chart->map, (guint)chart->circle);
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

/** outlay_flows_chart_light_circle: lights the circle at an index, none where it is -1. */
void
outlay_flows_chart_light_circle (OutlayFlowsChart *chart, int circle)
{
  chart->circle = circle;
  gtk_widget_queue_draw (GTK_WIDGET (chart));
}

static void
include_node (OutlayChartArea *area, const OutlayFlowNode *node)
{
  double left = fmin (area->x, fmin (node->x - node->radius, node->label.x));
  double right = fmax (area->x + area->width,
                       fmax (node->x + node->radius, node->label.x + node->label.width));
  double top = fmin (area->y, node->y - node->radius);
  double foot = fmax (area->y + area->height,
                      fmax (node->y + node->radius, node->label.y + node->label.height));

  *area = (OutlayChartArea){left, top, right - left, foot - top};
}

/**
 * outlay_flows_chart_find_lit:
 * @area: (out): where the parties of the flows that are lit stand in the widget
 *
 * Returns: whether any is lit.
 */
gboolean
outlay_flows_chart_find_lit (OutlayFlowsChart *chart, OutlayChartArea *area)
{
  g_autoptr (GArray) lit = outlay_flows_chart_list_lit (chart);

  if (lit->len == 0)
    return FALSE;
  for (guint i = 0; i < lit->len; i++)
    {
      const OutlayFlowEdge *edge
        = outlay_flow_map_get_edge (chart->map, g_array_index (lit, guint, i));
      const OutlayFlowNode *from = outlay_flow_map_get_node (chart->map, edge->from);

      if (i == 0)
        *area = (OutlayChartArea){from->x, from->y, 0, 0};
      include_node (area, from);
      include_node (area, outlay_flow_map_get_node (chart->map, edge->to));
    }
  if (gtk_widget_get_direction (GTK_WIDGET (chart)) == GTK_TEXT_DIR_RTL)
    area->x = chart->map->width - area->x - area->width;
  return TRUE;
}

/**
 * outlay_flows_chart_is_placed:
 *
 * Returns: whether all stands where it is drawn next.
 */
gboolean
outlay_flows_chart_is_placed (OutlayFlowsChart *chart)
{
  return chart->placed;
}

/** outlay_flows_chart_zoom: makes all larger by @factor, or fits it to its room where it is 0. */
void
outlay_flows_chart_zoom (OutlayFlowsChart *chart, double factor)
{
  chart->fitted = factor <= 0;
  if (!chart->fitted)
    chart->zoom = CLAMP (chart->zoom * factor, LEAST_ZOOM, MOST_ZOOM);
  place_anew (chart);
}
