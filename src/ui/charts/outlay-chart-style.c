/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a chart looks in the window: its font, its direction, and the colours of the theme's ground.
 */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-chart-style.h"

/* Side of a square that stands for a colour, in pixels. */
#define SWATCH 12

static OutlayChartScheme
choose_scheme (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA text, ours;
  gboolean dark;

  gtk_style_context_get_color (context, &text);
  dark = text.red + text.green + text.blue > 1.5f;
  /* Under high contrast none of our colours is loaded. */
  if (!gtk_style_context_lookup_color (context, "outlay_ground", &ours))
    return dark ? OUTLAY_CHART_CONTRAST_DARK : OUTLAY_CHART_CONTRAST;
  return dark ? OUTLAY_CHART_DARK : OUTLAY_CHART_LIGHT;
}

/** outlay_chart_style_init: makes @style that of @widget, which must outlive it. */
void
outlay_chart_style_init (OutlayChartStyle *style, GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);

  style->context = context;
  style->size = (double)pango_font_description_get_size (font) / PANGO_SCALE;
  style->scheme = choose_scheme (widget);
  style->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer role)
{
  const OutlayChartArea all = {0, 0, width, height};
  OutlayChartStyle style;
  OutlayCanvas canvas = {cr, &style, width, 1, NULL};

  outlay_chart_style_init (&style, GTK_WIDGET (area));
  outlay_canvas_fill (&canvas, GPOINTER_TO_UINT (role), &all);
}

/**
 * outlay_chart_swatch_new:
 *
 * Returns: (transfer floating): a small square as @role is drawn in charts.
 */
GtkWidget *
outlay_chart_swatch_new (guint role)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, GUINT_TO_POINTER (role),
                                  NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}
