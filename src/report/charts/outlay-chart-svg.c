/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as SVG whose words stay words: cairo alone would draw the outlines of the letters, which
 * nobody could search, correct or set in another font. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-chart-svg.h"

#include <cairo-svg.h>
#include <string.h>

static const char *
get_anchor (const OutlayCanvas *canvas, OutlayChartAlign align)
{
  if (align == OUTLAY_CHART_MIDDLE)
    return "middle";
  return (align == OUTLAY_CHART_END) != canvas->style->mirrored ? "end" : "start";
}

/* What of the words is drawn where they are cut: a file has no room that cuts them by itself. */
static char *
dup_drawn (PangoLayout *layout)
{
  const char *words = pango_layout_get_text (layout);
  g_autoptr (PangoLayout) whole = NULL;
  gsize length = strlen (words);
  int width;

  if (!pango_layout_is_ellipsized (layout))
    return g_strdup (words);
  whole = pango_layout_copy (layout);
  pango_layout_set_ellipsize (whole, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (whole, -1);
  while (length > 0)
    {
      g_autofree char *cut = NULL;

      length = (gsize)(g_utf8_prev_char (words + length) - words);
      cut = g_strdup_printf ("%.*s…", (int)length, words);
      pango_layout_set_text (whole, cut, -1);
      pango_layout_get_size (whole, &width, NULL);
      if (width <= pango_layout_get_width (layout))
        return g_steal_pointer (&cut);
    }
  return g_strdup ("…");
}

static void
add_number (GString *svg, const char *name, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name,
                          g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

static void
add_colour (GString *svg, const char *name, const OutlayCanvas *canvas, guint role, double strength)
{
  g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);
  double rgb[3];

  outlay_chart_get_colour (canvas->style, role, rgb);
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint)(rgb[0] * 255 + 0.5),
                          (guint)(rgb[1] * 255 + 0.5), (guint)(rgb[2] * 255 + 0.5));
  if (strength * canvas->opacity < 1)
    add_number (svg, opacity, strength * canvas->opacity);
}

/**
 * outlay_chart_svg_add_text:
 * @layout: the words as they are drawn
 * @x: of the point that they stand at, on the canvas
 * @y: of their base line
 *
 * Keeps words as an element of SVG among the texts of @canvas.
 */
void
outlay_chart_svg_add_text (
  const OutlayCanvas *canvas, const OutlayChartText *text, PangoLayout *layout, double x, double y)
{
  const char *family
    = pango_font_description_get_family (pango_layout_get_font_description (layout));
  g_autofree char *words = dup_drawn (layout);
  g_autofree char *element = g_markup_printf_escaped (
    "font-family=\"%s, sans-serif\" font-weight=\"%s\" text-anchor=\"%s\">%s</text>\n",
    family != NULL ? family : "sans-serif", text->bold ? "bold" : "normal",
    get_anchor (canvas, text->align), words);

  g_string_append (canvas->texts, "<text");
  add_number (canvas->texts, "x", x);
  add_number (canvas->texts, "y", y);
  add_number (canvas->texts, "font-size", canvas->style->size * text->scale);
  add_colour (canvas->texts, "fill", canvas, text->role,
              outlay_chart_get_strength (canvas->style, text->role));
  if (text->halo)
    {
      g_string_append (canvas->texts, " paint-order=\"stroke\" stroke-linejoin=\"round\"");
      add_colour (canvas->texts, "stroke", canvas, OUTLAY_CHART_GROUND, OUTLAY_CHART_HALO);
      add_number (canvas->texts, "stroke-width", OUTLAY_CHART_HALO_WIDTH * canvas->style->size);
    }
  g_string_append_c (canvas->texts, ' ');
  g_string_append (canvas->texts, element);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *)data, (gssize)length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * outlay_chart_svg_join:
 * @shapes: the drawing without its words
 * @texts: of outlay_chart_svg_add_text()
 *
 * Returns: (transfer full) (nullable): the document; %NULL where @shapes cannot be drawn.
 */
GString *
outlay_chart_svg_join (cairo_surface_t *shapes, const GString *texts)
{
  GString *svg = g_string_new (NULL);
  cairo_rectangle_t size;
  cairo_surface_t *surface;
  cairo_status_t status;
  const char *end;
  cairo_t *cr;

  cairo_recording_surface_get_extents (shapes, &size);
  surface = cairo_svg_surface_create_for_stream (append_bytes, svg, size.width, size.height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, shapes, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  end = g_strrstr (svg->str, "</svg>");
  if (status != CAIRO_STATUS_SUCCESS || end == NULL)
    {
      g_string_free (svg, TRUE);
      return NULL;
    }
  g_string_insert_len (svg, end - svg->str, texts->str, (gssize)texts->len);
  return svg;
}
