/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/format/outlay-format-private.h"
#include "base/sums/outlay-sum.h"
#include "outlay-flow-private.h"

/* Strength of a flow, and of one by which money comes back. */
#define FLOW   0.55
#define CIRCLE 0.85

/* The arrows against the size of the text: their length, and how far they reach over their line. */
#define ARROW      0.5
#define MOST_ARROW 1.1
#define ARROW_WING 0.28

/* How far a flow reaches into its arrow, in pixels. */
#define TOUCH 0.4

/* The least width of a flow that is lit, and what marks the one that the keyboard is at, in pixels.
 */
#define LEAST_LIT 2
#define MARK      2.5
#define MARK_GAP  5

/* Dots and dashes against the size of the text. */
#define DOT      0.18
#define DASH     0.9
#define DASH_GAP 0.35

/* Where a flow comes in, on the canvas, and the way that its arrow points. */
typedef struct
{
  double x, y;
  double angle;
  double length;
  double breadth;
} Arrow;

/**
 * outlay_flow_edge_get_arrow:
 *
 * Returns: how long its arrow is, which stands between the drawn flow and the party.
 */
double
outlay_flow_edge_get_arrow (const OutlayFlowEdge *edge, double em)
{
  return CLAMP (edge->width * 0.45, ARROW * em, MOST_ARROW * em);
}

static void
find_arrow (const OutlayFlowEdge *edge, const OutlayCanvas *canvas, Arrow *arrow)
{
  double em = canvas->style->size;

  arrow->x = outlay_canvas_place (canvas, edge->points[3].x);
  arrow->y = edge->points[3].y;
  arrow->angle = atan2 (arrow->y - edge->points[2].y,
                        arrow->x - outlay_canvas_place (canvas, edge->points[2].x));
  arrow->length = outlay_flow_edge_get_arrow (edge, em);
  arrow->breadth = edge->width / 2 + ARROW_WING * em;
}

/* Up to where the arrow begins, so that neither is seen through the other; they touch. */
static void
trace (const OutlayFlowEdge *edge, const Arrow *arrow, const OutlayCanvas *canvas)
{
  double dx = cos (arrow->angle) * (arrow->length - TOUCH);
  double dy = sin (arrow->angle) * (arrow->length - TOUCH);

  cairo_move_to (canvas->cr, outlay_canvas_place (canvas, edge->points[0].x), edge->points[0].y);
  cairo_curve_to (canvas->cr, outlay_canvas_place (canvas, edge->points[1].x), edge->points[1].y,
                  outlay_canvas_place (canvas, edge->points[2].x) - dx, edge->points[2].y - dy,
                  arrow->x - dx, arrow->y - dy);
}

static void
draw_arrow (const Arrow *arrow, const OutlayCanvas *canvas)
{
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, arrow->x, arrow->y);
  cairo_rotate (canvas->cr, arrow->angle);
  cairo_move_to (canvas->cr, 0, 0);
  cairo_line_to (canvas->cr, -arrow->length, -arrow->breadth);
  cairo_line_to (canvas->cr, -arrow->length, arrow->breadth);
  cairo_close_path (canvas->cr);
  cairo_fill (canvas->cr);
  cairo_restore (canvas->cr);
}

/* Dots where no amount is stated; dashes where money comes back and no colour can say so. */
static void
set_dashes (gint64 worth, gboolean in_circle, const OutlayCanvas *canvas)
{
  double em = canvas->style->size;
  const double dots[] = {DOT * em, 2 * DOT * em};
  const double dashes[] = {DASH * em, DASH_GAP * em, DOT * em, DASH_GAP * em};

  if (in_circle && outlay_chart_is_contrast (canvas->style))
    cairo_set_dash (canvas->cr, dashes, worth == 0 ? 4 : 2, 0);
  else if (worth == 0)
    cairo_set_dash (canvas->cr, dots, 2, 0);
}

/* Under contrast no flow is pale, so one that is lit is as dark as the text instead. */
static void
set_edge_role (gboolean lit, gboolean circle, const OutlayCanvas *canvas)
{
  gboolean contrast = outlay_chart_is_contrast (canvas->style);
  OutlayChartRole role = lit && contrast ? OUTLAY_CHART_TEXT : OUTLAY_CHART_EDGE;

  outlay_canvas_set_role (canvas, circle ? OUTLAY_CHART_CIRCLE : role,
                          lit || contrast ? 1 : (circle ? CIRCLE : FLOW));
}

static void
draw_edge (const OutlayFlowEdge *edge, gboolean lit, const OutlayCanvas *canvas)
{
  gboolean circle = lit ? edge->in_circle : edge->marked;
  Arrow arrow;

  find_arrow (edge, canvas, &arrow);
  set_edge_role (lit, circle, canvas);
  cairo_save (canvas->cr);
  set_dashes (edge->worth, circle, canvas);
  cairo_set_line_width (canvas->cr, lit ? fmax (edge->width, LEAST_LIT) : edge->width);
  trace (edge, &arrow, canvas);
  cairo_stroke (canvas->cr);
  cairo_restore (canvas->cr);
  draw_arrow (&arrow, canvas);
}

/* A pie: what it commits beside what it receives. */
static void
draw_node (const OutlayFlowNode *node, gboolean ringed, const OutlayCanvas *canvas)
{
  gint64 sum = outlay_add_saturated (node->commits, node->receives);
  double share = sum > 0 ? (double)node->commits / (double)sum : 0;
  double x = outlay_canvas_place (canvas, node->x);

  cairo_arc (canvas->cr, x, node->y, node->radius, 0, 2 * G_PI);
  outlay_canvas_set_role (canvas, OUTLAY_CHART_RECEIVES, 1);
  cairo_fill (canvas->cr);
  if (share > 0)
    {
      cairo_move_to (canvas->cr, x, node->y);
      cairo_arc (canvas->cr, x, node->y, node->radius, -G_PI / 2, -G_PI / 2 + share * 2 * G_PI);
      cairo_close_path (canvas->cr);
      outlay_canvas_set_role (canvas, OUTLAY_CHART_COMMITS, 1);
      cairo_fill (canvas->cr);
    }
  if (!ringed)
    return;
  cairo_arc (canvas->cr, x, node->y, node->radius + 2, 0, 2 * G_PI);
  outlay_canvas_set_role (canvas, OUTLAY_CHART_CIRCLE, 1);
  cairo_set_line_width (canvas->cr, 2);
  cairo_stroke (canvas->cr);
}

static void
draw_label (const OutlayFlowMap *map, const OutlayFlowNode *node, const OutlayCanvas *canvas)
{
  double em = canvas->style->size;
  gboolean first = node->column == 0;
  gboolean last = !first && node->column + 1 == map->n_columns;
  OutlayChartText name = {.role = OUTLAY_CHART_TEXT,
                          .scale = OUTLAY_FLOW_NAME_SCALE,
                          .bold = TRUE,
                          .width = node->label.width,
                          .halo = TRUE};
  OutlayChartText sum = {.role = OUTLAY_CHART_DIM,
                         .scale = OUTLAY_FLOW_SUM_SCALE,
                         .width = node->label.width,
                         .halo = TRUE};
  double x = node->label.x + node->label.width / 2;
  g_autofree char *figure
    = outlay_flow_map_dup_sum (map, outlay_add_saturated (node->commits, node->receives));

  if (first)
    x = node->label.x + node->label.width;
  else if (last)
    x = node->label.x;
  name.align = sum.align = first  ? OUTLAY_CHART_END
                           : last ? OUTLAY_CHART_START
                                  : OUTLAY_CHART_MIDDLE;
  outlay_canvas_text (canvas, &name, node->name, x, node->label.y + 0.7 * em);
  outlay_canvas_text (canvas, &sum, figure, x, node->label.y + 1.8 * em);
}

/* What the keyboard is at stands on a ground of its own, as all lit flows are alike. */
static void
draw_mark (const OutlayFlowMap *map, OutlayFlowSpot spot, const OutlayCanvas *canvas)
{
  if (spot.node >= 0)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, (guint)spot.node);

      outlay_canvas_ring (canvas, OUTLAY_CHART_ACCENT, node->x, node->y, node->radius + MARK_GAP,
                          MARK);
    }
  if (spot.edge >= 0)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, (guint)spot.edge);
      Arrow arrow;

      find_arrow (edge, canvas, &arrow);
      outlay_canvas_set_role (canvas, OUTLAY_CHART_ACCENT, 1);
      cairo_set_line_width (canvas->cr, fmax (edge->width, LEAST_LIT) + 2 * MARK);
      trace (edge, &arrow, canvas);
      cairo_stroke (canvas->cr);
    }
}

static gboolean
is_marked (const OutlayFlowMap *map, guint node)
{
  for (guint i = 0; i < map->edges->len; i++)
    {
      const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

      if (edge->marked && (edge->from == node || edge->to == node))
        return TRUE;
    }
  return FALSE;
}

static double
draw_dot (OutlayChartRole role, const char *words, double x, double y, const OutlayCanvas *canvas)
{
  const OutlayChartText text = {.role = OUTLAY_CHART_DIM, .scale = OUTLAY_FLOW_SUM_SCALE};
  double em = canvas->style->size;

  cairo_arc (canvas->cr, outlay_canvas_place (canvas, x + 0.4 * em), y, 0.4 * em, 0, 2 * G_PI);
  outlay_canvas_set_role (canvas, role, 1);
  cairo_fill (canvas->cr);
  outlay_canvas_text (canvas, &text, words, x + 1.2 * em, y);
  return x + outlay_chart_measure (canvas->style, words, OUTLAY_FLOW_SUM_SCALE, FALSE) + 2.4 * em;
}

/* As the flows of that kind are drawn. */
static double
draw_flow_key (OutlayChartRole role,
               gint64 worth,
               double breadth,
               const char *words,
               double x,
               double y,
               const OutlayCanvas *canvas)
{
  const OutlayChartText text = {.role = OUTLAY_CHART_DIM, .scale = OUTLAY_FLOW_SUM_SCALE};
  double em = canvas->style->size;
  double length = (2 * DASH + DASH_GAP) * em;

  cairo_save (canvas->cr);
  set_dashes (worth, role == OUTLAY_CHART_CIRCLE, canvas);
  outlay_canvas_line (canvas, role, x, y, x + length, y, breadth * em);
  cairo_restore (canvas->cr);
  outlay_canvas_text (canvas, &text, words, x + length + 0.4 * em, y);
  return x + length + outlay_chart_measure (canvas->style, words, OUTLAY_FLOW_SUM_SCALE, FALSE)
         + 1.6 * em;
}

static void
draw_key (const OutlayFlowMap *map, const OutlayCanvas *canvas)
{
  double em = canvas->style->size;
  double y = map->height - em;
  double x = draw_dot (OUTLAY_CHART_COMMITS, C_ ("flows", "commits"), em, y, canvas);

  x = draw_dot (OUTLAY_CHART_RECEIVES, C_ ("flows", "receives"), x, y, canvas);
  x = draw_flow_key (OUTLAY_CHART_CIRCLE, 1, 0.25, C_ ("flows", "comes back"), x, y, canvas);
  x = draw_flow_key (OUTLAY_CHART_EDGE, 1, 0.45, C_ ("flows", "width by amount"), x, y, canvas);
  draw_flow_key (OUTLAY_CHART_EDGE, 0, 0.1, C_ ("flows", "no amount stated"), x, y, canvas);
}

/**
 * outlay_flow_map_draw:
 * @canvas: of the map's width
 *
 * Draws all parties and flows.
 */
void
outlay_flow_map_draw (const OutlayFlowMap *map, const OutlayCanvas *canvas)
{
  if (map->nodes->len == 0)
    {
      outlay_canvas_note (canvas, _ ("No deal here names who pays and who receives."),
                          &(OutlayChartArea){0, 0, map->width, map->height});
      return;
    }
  for (guint circles = 0; circles < 2; circles++)
    for (guint i = 0; i < map->edges->len; i++)
      {
        const OutlayFlowEdge *edge = outlay_flow_map_get_edge (map, i);

        if (edge->marked == (circles != 0))
          draw_edge (edge, FALSE, canvas);
      }
  for (guint i = 0; i < map->nodes->len; i++)
    {
      draw_node (outlay_flow_map_get_node (map, i), is_marked (map, i), canvas);
      draw_label (map, outlay_flow_map_get_node (map, i), canvas);
    }
  draw_key (map, canvas);
}

/**
 * outlay_flow_map_draw_lit:
 * @edges: (element-type guint): the flows that are lit
 * @spot: what is pointed at; a party is lit also where it has no flow
 * @marked: whether @spot is marked, as the keyboard is at it
 *
 * Draws what is lit once more, strong and with its amounts, over what outlay_flow_map_draw() drew.
 */
void
outlay_flow_map_draw_lit (const OutlayFlowMap *map,
                          const GArray *edges,
                          OutlayFlowSpot spot,
                          gboolean marked,
                          const OutlayCanvas *canvas)
{
  if (marked)
    draw_mark (map, spot, canvas);
  for (guint i = 0; i < edges->len; i++)
    draw_edge (outlay_flow_map_get_edge (map, g_array_index (edges, guint, i)), TRUE, canvas);
  for (guint i = 0; i < map->nodes->len; i++)
    {
      gboolean lit = (int)i == spot.node;

      for (guint j = 0; !lit && j < edges->len; j++)
        {
          const OutlayFlowEdge *edge
            = outlay_flow_map_get_edge (map, g_array_index (edges, guint, j));

          lit = edge->from == i || edge->to == i;
        }
      if (!lit)
        continue;
      draw_node (outlay_flow_map_get_node (map, i), is_marked (map, i), canvas);
      draw_label (map, outlay_flow_map_get_node (map, i), canvas);
    }
  outlay_flow_map_draw_amounts (map, edges, canvas);
  draw_key (map, canvas);
}
