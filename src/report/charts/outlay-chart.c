/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-chart.h"

#include <math.h>

#include "outlay-chart-svg.h"

/* Strength of what is said in passing. */
#define DIM 0.72

/* Between two lines of hatching, and their width, against the size of the text. */
#define HATCH_STEP  0.38
#define HATCH_WIDTH 0.1

/* Kinds in the order of a stack, which keeps neighbours apart for all kinds of sight. */
static const OutlayKind stack[OUTLAY_CHART_N_SERIES] = {
  OUTLAY_KIND_SUPPLY, OUTLAY_KIND_BUILD,       OUTLAY_KIND_EQUITY,    OUTLAY_KIND_VENTURE,
  OUTLAY_KIND_BUDGET, OUTLAY_KIND_ACQUISITION, OUTLAY_KIND_FINANCING, OUTLAY_KIND_GRANT,
};

static const guint32 series[2][OUTLAY_CHART_N_SERIES] = {
  {0x2a98af, 0x3468d1, 0xd6720f, 0x803491, 0x40464f, 0xa95d6a, 0x543200, 0x59681d},
  {0x2fa3a6, 0x6fb2fb, 0xf09a1a, 0xa07bf0, 0xd3dde8, 0xee6a86, 0xf5e25a, 0xa3d68c},
};

static const guint32 roles[4][OUTLAY_CHART_SERIES] = {
  {0xffffff, 0x2e3436, 0x2e3436, 0xe2e0de, 0x1a5fb4, 0x3584e4, 0x9a9996, 0x2f4a6d, 0x7397c0,
   0x8594a3, 0xb34700},
  {0x2d2d2d, 0xeeeeec, 0xeeeeec, 0x4d4d4d, 0x8ebdf7, 0x3584e4, 0x8d8c8a, 0xcfdff2, 0x6f8fb5,
   0x7d8a98, 0xff9e4a},
  {0xffffff, 0x000000, 0x000000, 0x999999, 0x000000, 0x000000, 0x808080, 0x000000, 0x707070,
   0x707070, 0x000000},
  {0x353535, 0xffffff, 0xffffff, 0x888888, 0xffffff, 0xffffff, 0x808080, 0xffffff, 0x989898,
   0xa0a0a0, 0xffffff},
};

/**
 * outlay_chart_place_kind:
 *
 * Returns: the place of @kind in a stack, which is its series.
 */
guint
outlay_chart_place_kind (OutlayKind kind)
{
  guint place = 0;

  while (stack[place] != kind)
    place++;
  return place;
}

/**
 * outlay_chart_get_kind:
 *
 * Returns: the kind at the place @series of a stack.
 */
OutlayKind
outlay_chart_get_kind (guint place)
{
  g_return_val_if_fail (place < OUTLAY_CHART_N_SERIES, OUTLAY_KIND_BUILD);

  return stack[place];
}

/**
 * outlay_chart_contains:
 *
 * Returns: whether the point lies in @area.
 */
gboolean
outlay_chart_contains (const OutlayChartArea *area, double x, double y)
{
  return x >= area->x && x < area->x + area->width && y >= area->y && y < area->y + area->height;
}

/**
 * outlay_chart_is_contrast:
 *
 * Returns: whether shapes have to tell what colours else do.
 */
gboolean
outlay_chart_is_contrast (const OutlayChartStyle *style)
{
  return style->scheme >= OUTLAY_CHART_CONTRAST;
}

/**
 * outlay_chart_get_colour:
 * @role: an #OutlayChartRole, or %OUTLAY_CHART_SERIES and the series added
 * @rgb: (out) (array fixed-size=3): red, green and blue from 0 to 1
 */
void
outlay_chart_get_colour (const OutlayChartStyle *style, guint role, double *rgb)
{
  guint32 value;

  if (role < OUTLAY_CHART_SERIES)
    value = roles[style->scheme][role];
  else if (outlay_chart_is_contrast (style))
    value = roles[style->scheme][OUTLAY_CHART_TEXT];
  else
    value = series[style->scheme][(role - OUTLAY_CHART_SERIES) % OUTLAY_CHART_N_SERIES];
  for (guint i = 0; i < 3; i++)
    rgb[i] = (value >> (16 - 8 * i) & 0xff) / 255.0;
}

static PangoLayout *
make_layout (const OutlayChartStyle *style, const char *words, double scale, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (style->context);
  PangoFontDescription *font
    = pango_font_description_copy (pango_context_get_font_description (style->context));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, style->size * scale * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

/**
 * outlay_chart_measure:
 *
 * Returns: how wide @text is drawn.
 */
double
outlay_chart_measure (const OutlayChartStyle *style, const char *text, double scale, gboolean bold)
{
  g_autoptr (PangoLayout) layout = make_layout (style, text, scale, bold);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double)extents.width / PANGO_SCALE;
}

/**
 * outlay_canvas_place:
 *
 * Returns: where @x of the layout stands on the canvas.
 */
double
outlay_canvas_place (const OutlayCanvas *canvas, double x)
{
  return canvas->style->mirrored ? canvas->width - x : x;
}

/**
 * outlay_chart_get_strength:
 *
 * Returns: how opaque what is drawn in the colour of @role is, of 1.
 */
double
outlay_chart_get_strength (const OutlayChartStyle *style, guint role)
{
  return role == OUTLAY_CHART_DIM && !outlay_chart_is_contrast (style) ? DIM : 1;
}

/** outlay_canvas_set_role: draws what follows in the colour of @role. */
void
outlay_canvas_set_role (const OutlayCanvas *canvas, guint role, double alpha)
{
  double rgb[3];

  outlay_chart_get_colour (canvas->style, role, rgb);
  alpha *= outlay_chart_get_strength (canvas->style, role);
  cairo_set_source_rgba (canvas->cr, rgb[0], rgb[1], rgb[2], alpha * canvas->opacity);
}

static void
add_area (const OutlayCanvas *canvas, const OutlayChartArea *area)
{
  double x = canvas->style->mirrored ? canvas->width - area->x - area->width : area->x;

  cairo_rectangle (canvas->cr, x, area->y, area->width, area->height);
}

/* Lines across @area, each series its own way, for eyes and printers without colour. */
static void
hatch (const OutlayCanvas *canvas, guint place, const OutlayChartArea *area)
{
  static const double slopes[OUTLAY_CHART_N_SERIES] = {0, 1, -1, 0, 1, -1, 0, 0};
  static const double steps[OUTLAY_CHART_N_SERIES] = {0, 1, 1, 0.8, 2, 2, 1.6, 0.5};
  double step = steps[place] * HATCH_STEP * canvas->style->size;
  double rise = slopes[place] * area->width;

  cairo_save (canvas->cr);
  add_area (canvas, area);
  cairo_clip (canvas->cr);
  cairo_set_line_width (canvas->cr, HATCH_WIDTH * canvas->style->size);
  for (double y = area->y - fabs (rise); step > 0 && y < area->y + area->height + fabs (rise);
       y += step)
    {
      cairo_move_to (canvas->cr, outlay_canvas_place (canvas, area->x), y);
      cairo_line_to (canvas->cr, outlay_canvas_place (canvas, area->x + area->width), y + rise);
    }
  cairo_stroke (canvas->cr);
  if (place == 0)
    cairo_paint (canvas->cr);
  cairo_restore (canvas->cr);
}

/** outlay_canvas_fill: fills @area with the colour of @role, or its hatching under contrast. */
void
outlay_canvas_fill (const OutlayCanvas *canvas, guint role, const OutlayChartArea *area)
{
  outlay_canvas_set_role (canvas, role, 1);
  if (role >= OUTLAY_CHART_SERIES && outlay_chart_is_contrast (canvas->style))
    {
      hatch (canvas, (role - OUTLAY_CHART_SERIES) % OUTLAY_CHART_N_SERIES, area);
      outlay_canvas_outline (canvas, OUTLAY_CHART_TEXT, area, 1);
      return;
    }
  add_area (canvas, area);
  cairo_fill (canvas->cr);
}

/** outlay_canvas_tint: lays a weak colour over @area. */
void
outlay_canvas_tint (const OutlayCanvas *canvas,
                    guint role,
                    const OutlayChartArea *area,
                    double alpha)
{
  outlay_canvas_set_role (canvas, role, alpha);
  add_area (canvas, area);
  cairo_fill (canvas->cr);
}

/** outlay_canvas_outline: draws the edge of @area, inside of it. */
void
outlay_canvas_outline (const OutlayCanvas *canvas,
                       guint role,
                       const OutlayChartArea *area,
                       double width)
{
  OutlayChartArea inner = {area->x + width / 2, area->y + width / 2, fmax (area->width - width, 0),
                           fmax (area->height - width, 0)};

  outlay_canvas_set_role (canvas, role, 1);
  add_area (canvas, &inner);
  cairo_set_line_width (canvas->cr, width);
  cairo_stroke (canvas->cr);
}

/** outlay_canvas_line: draws a straight line. */
void
outlay_canvas_line (
  const OutlayCanvas *canvas, guint role, double x1, double y1, double x2, double y2, double width)
{
  outlay_canvas_set_role (canvas, role, 1);
  cairo_set_line_width (canvas->cr, width);
  cairo_move_to (canvas->cr, outlay_canvas_place (canvas, x1), y1);
  cairo_line_to (canvas->cr, outlay_canvas_place (canvas, x2), y2);
  cairo_stroke (canvas->cr);
}

/** outlay_canvas_ring: draws a circle of the ground's colour with an edge. */
void
outlay_canvas_ring (
  const OutlayCanvas *canvas, guint role, double x, double y, double radius, double width)
{
  cairo_arc (canvas->cr, outlay_canvas_place (canvas, x), y, radius, 0, 2 * G_PI);
  outlay_canvas_set_role (canvas, OUTLAY_CHART_GROUND, 1);
  cairo_fill_preserve (canvas->cr);
  outlay_canvas_set_role (canvas, role, 1);
  cairo_set_line_width (canvas->cr, width);
  cairo_stroke (canvas->cr);
}

/* The ground of the chart around the letters, so that no line runs through a name. */
static void
draw_halo (const OutlayCanvas *canvas, PangoLayout *layout)
{
  double x, y;

  cairo_get_current_point (canvas->cr, &x, &y);
  outlay_canvas_set_role (canvas, OUTLAY_CHART_GROUND, OUTLAY_CHART_HALO);
  pango_cairo_layout_path (canvas->cr, layout);
  cairo_set_line_width (canvas->cr, OUTLAY_CHART_HALO_WIDTH * canvas->style->size);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (canvas->cr);
  cairo_move_to (canvas->cr, x, y);
}

/** outlay_canvas_text: draws @words at @x, their middle at the height @y. */
void
outlay_canvas_text (
  const OutlayCanvas *canvas, const OutlayChartText *text, const char *words, double x, double y)
{
  g_autoptr (PangoLayout) layout = make_layout (canvas->style, words, text->scale, text->bold);
  PangoRectangle extents;
  double shift;

  if (text->width > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int)(text->width * PANGO_SCALE));
    }
  pango_layout_get_extents (layout, NULL, &extents);
  if (canvas->texts != NULL)
    {
      outlay_chart_svg_add_text (
        canvas, text, layout, outlay_canvas_place (canvas, x),
        y + ((double)pango_layout_get_baseline (layout) - extents.height / 2.0) / PANGO_SCALE);
      return;
    }
  shift = text->align == OUTLAY_CHART_MIDDLE                             ? 0.5
          : (text->align == OUTLAY_CHART_END) != canvas->style->mirrored ? 1
                                                                         : 0;
  cairo_move_to (canvas->cr,
                 outlay_canvas_place (canvas, x)
                   - ((double)extents.x + shift * extents.width) / PANGO_SCALE,
                 y - (double)extents.height / PANGO_SCALE / 2);
  if (text->halo)
    draw_halo (canvas, layout);
  outlay_canvas_set_role (canvas, text->role, 1);
  pango_cairo_show_layout (canvas->cr, layout);
  /* Or a circle that is drawn next would begin with a line from here. */
  cairo_new_path (canvas->cr);
}

/** outlay_canvas_note: says in the middle of @area why it is empty. */
void
outlay_canvas_note (const OutlayCanvas *canvas, const char *words, const OutlayChartArea *area)
{
  const OutlayChartText text
    = {.role = OUTLAY_CHART_DIM, .scale = 1, .align = OUTLAY_CHART_MIDDLE, .width = area->width};

  outlay_canvas_text (canvas, &text, words, area->x + area->width / 2, area->y + area->height / 2);
}
