/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The amounts that stand at flows that are lit, clear of the names of parties and of one another.
 */
#define G_LOG_DOMAIN "outlay-report"

#include <math.h>

#include "base/format/outlay-format.h"
#include "base/sums/outlay-sum.h"
#include "outlay-flow-private.h"

/* A flow that is so much thicker than the size of the text has room for its amount. */
#define THICK 1.3

/* What is left free between a flow and its amount, against the size of the text. */
#define BESIDE 0.5

/* Where along a flow its amount may stand, the best place first. */
static const double shares[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74};

/* A place at a flow, and the way that the flow takes there. */
typedef struct
{
  double x, y;
  double across, down;
} Place;

static double
bend (const double *at, double share)
{
  double rest = 1 - share;

  return rest * rest * rest * at[0] + 3 * rest * rest * share * at[1]
         + 3 * rest * share * share * at[2] + share * share * share * at[3];
}

static double
lean (const double *at, double share)
{
  double rest = 1 - share;

  return rest * rest * (at[1] - at[0]) + 2 * rest * share * (at[2] - at[1])
         + share * share * (at[3] - at[2]);
}

/* Of the flow as it is drawn, up to its arrow. */
static Place
find_place (const OutlayFlowEdge *edge, double share, double em)
{
  double x[4], y[4], way, arrow;

  for (guint i = 0; i < 4; i++)
    {
      x[i] = edge->points[i].x;
      y[i] = edge->points[i].y;
    }
  way = fmax (hypot (x[3] - x[2], y[3] - y[2]), 1);
  arrow = outlay_flow_edge_get_arrow (edge, em) / way;
  for (guint i = 2; i < 4; i++)
    {
      x[i] -= (edge->points[3].x - edge->points[2].x) * arrow;
      y[i] -= (edge->points[3].y - edge->points[2].y) * arrow;
    }
  return (Place){bend (x, share), bend (y, share), lean (x, share), lean (y, share)};
}

/* Whether a flow is as broad there as words on it: one that climbs is cut short beside them. */
static gboolean
has_room (const OutlayFlowEdge *edge, const Place *place, double length, double em)
{
  return edge->width > THICK * em
         && edge->width * hypot (place->across, place->down) > fabs (place->down) * length;
}

/* Moves the words from the middle of a flow to above it, so far that they are clear of it. */
static void
move_beside (const OutlayFlowEdge *edge, Place *place, double length, const OutlayCanvas *canvas)
{
  double em = canvas->style->size;
  double way = fmax (hypot (place->across, place->down), 1);
  double out_x = (place->across < 0 ? -place->down : place->down) / way;
  double out_y = -fabs (place->across) / way;
  double far = edge->width / 2 + BESIDE * em + fabs (out_x) * length / 2 + fabs (out_y) * 0.5 * em;

  place->x = CLAMP (place->x + out_x * far, length / 2, canvas->width - length / 2);
  place->y = fmax (place->y + out_y * far, 0.6 * em);
}

/* Of one deal with the sign of its hedge. */
static char *
dup_amount (const OutlayFlowMap *map, const OutlayFlowEdge *edge)
{
  g_autofree char *sum = outlay_flow_map_dup_sum (map, edge->worth);
  const char *sign = "";

  if (edge->deals->len == 1)
    {
      g_autoptr (OutlayDealRecord) deal
        = outlay_flow_map_dup_deal (map, g_array_index (edge->deals, guint, 0));

      sign = outlay_format_hedge_sign (deal->fields.amount.qualifier);
    }
  return g_strdup_printf ("%s%s%s", sign, *sign != '\0' ? "\302\240" : "", sum);
}

/* Where the name and the total of a party are drawn, within the room that they have. */
static OutlayChartArea
find_name (const OutlayFlowMap *map, const OutlayFlowNode *node, const OutlayCanvas *canvas)
{
  g_autofree char *sum
    = outlay_flow_map_dup_sum (map, outlay_add_saturated (node->commits, node->receives));
  double name = outlay_chart_measure (canvas->style, node->name, OUTLAY_FLOW_NAME_SCALE, TRUE);
  double total = outlay_chart_measure (canvas->style, sum, OUTLAY_FLOW_SUM_SCALE, FALSE);
  OutlayChartArea area = node->label;
  double spare;

  area.width = fmin (area.width, fmax (name, total));
  spare = node->label.width - area.width;
  if (node->column == 0)
    area.x += spare;
  else if (node->column + 1 < map->n_columns)
    area.x += spare / 2;
  return area;
}

/* Parties and their names. */
static GArray *
list_taken (const OutlayFlowMap *map, const OutlayCanvas *canvas)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (OutlayChartArea));

  for (guint i = 0; i < map->nodes->len; i++)
    {
      const OutlayFlowNode *node = outlay_flow_map_get_node (map, i);
      OutlayChartArea areas[]
        = {find_name (map, node, canvas),
           {node->x - node->radius, node->y - node->radius, 2 * node->radius, 2 * node->radius}};

      g_array_append_vals (taken, areas, G_N_ELEMENTS (areas));
    }
  return taken;
}

static OutlayChartArea
get_area (const Place *place, double length, double em)
{
  return (OutlayChartArea){place->x - length / 2, place->y - em / 2, length, em};
}

static gboolean
is_free (const GArray *taken, OutlayChartArea area)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const OutlayChartArea *other = &g_array_index (taken, OutlayChartArea, i);

      if (area.x < other->x + other->width && other->x < area.x + area.width
          && area.y < other->y + other->height && other->y < area.y + area.height)
        return FALSE;
    }
  return TRUE;
}

/* Where none is free the words stand at the middle of the flow. */
static Place
choose_place (const OutlayFlowEdge *edge,
              double length,
              const GArray *taken,
              const OutlayCanvas *canvas,
              gboolean *inside)
{
  double em = canvas->style->size;

  for (guint i = 0; i <= G_N_ELEMENTS (shares); i++)
    {
      gboolean last = i == G_N_ELEMENTS (shares);
      Place place = find_place (edge, shares[last ? 0 : i], em);

      *inside = has_room (edge, &place, length, em);
      if (!*inside)
        move_beside (edge, &place, length, canvas);
      if (last || is_free (taken, get_area (&place, length, em)))
        return place;
    }
  g_assert_not_reached ();
}

static void
draw_amount (const OutlayFlowMap *map,
             const OutlayFlowEdge *edge,
             GArray *taken,
             const OutlayCanvas *canvas)
{
  g_autofree char *sum = dup_amount (map, edge);
  double length = outlay_chart_measure (canvas->style, sum, OUTLAY_FLOW_SUM_SCALE, TRUE);
  gboolean inside;
  Place place = choose_place (edge, length, taken, canvas, &inside);
  OutlayChartArea area = get_area (&place, length, canvas->style->size);
  OutlayChartRole on_circle = inside ? OUTLAY_CHART_GROUND : OUTLAY_CHART_CIRCLE;
  const OutlayChartText text = {.role = edge->in_circle ? on_circle : OUTLAY_CHART_TEXT,
                                .scale = OUTLAY_FLOW_SUM_SCALE,
                                .bold = TRUE,
                                .align = OUTLAY_CHART_MIDDLE,
                                .halo = !inside};

  g_array_append_val (taken, area);
  outlay_canvas_text (canvas, &text, sum, place.x, place.y);
}

/** outlay_flow_map_draw_amounts: writes what flows along @edges (element-type guint) at each. */
void
outlay_flow_map_draw_amounts (const OutlayFlowMap *map,
                              const GArray *edges,
                              const OutlayCanvas *canvas)
{
  g_autoptr (GArray) taken = list_taken (map, canvas);

  for (guint i = 0; i < edges->len; i++)
    draw_amount (map, outlay_flow_map_get_edge (map, g_array_index (edges, guint, i)), taken,
                 canvas);
}
