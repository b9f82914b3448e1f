/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-chart-file.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "report/outlay-whole-file.h"

/* Pixels of a picture for one of the chart, so that it can be printed and enlarged. */
#define PICTURE_SCALE 2

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error);
  return sink->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * outlay_chart_guess_format:
 *
 * Returns: the format that the name of @file stands for; SVG where it stands for none.
 */
OutlayChartFormat
outlay_chart_guess_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  return g_str_has_suffix (folded, ".png") ? OUTLAY_CHART_PNG : OUTLAY_CHART_SVG;
}

static cairo_surface_t *
make_surface (OutlayChartFormat format, const cairo_rectangle_t *size, Sink *sink)
{
  cairo_surface_t *surface;

  if (format == OUTLAY_CHART_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (write_bytes, sink, size->width, size->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(size->width * PICTURE_SCALE),
                                        (int)(size->height * PICTURE_SCALE));
  cairo_surface_set_device_scale (surface, PICTURE_SCALE, PICTURE_SCALE);
  return surface;
}

/**
 * outlay_chart_record:
 * @size: how large the drawing is
 * @draw: draws the chart; called once
 *
 * Returns: (transfer full): the drawing, to be written or printed when the chart may be another
 * one.
 */
cairo_surface_t *
outlay_chart_record (const OutlayChartArea *size,
                     const OutlayChartStyle *style,
                     OutlayChartDraw draw,
                     gpointer data)
{
  const cairo_rectangle_t extents = {0, 0, size->width, size->height};
  cairo_surface_t *picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  OutlayCanvas canvas = {cairo_create (picture), style, size->width, 1};

  outlay_canvas_fill (&canvas, OUTLAY_CHART_GROUND, size);
  draw (&canvas, data);
  cairo_destroy (canvas.cr);
  return picture;
}

static void
paint (cairo_surface_t *surface, cairo_surface_t *picture)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * outlay_chart_write:
 * @picture: of outlay_chart_record()
 *
 * Writes a chart to @file, wholly or not at all.
 *
 * Returns: whether that went well, else sets @error to one of #GIOErrorEnum.
 */
gboolean
outlay_chart_write (GFile *file,
                    OutlayChartFormat format,
                    cairo_surface_t *picture,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (OutlayWholeFile) whole = outlay_whole_file_open (file, cancellable, error);
  Sink sink = {.cancellable = cancellable};
  cairo_rectangle_t size;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (whole == NULL)
    return FALSE;
  sink.stream = outlay_whole_file_get_stream (whole);
  cairo_recording_surface_get_extents (picture, &size);
  surface = make_surface (format, &size, &sink);
  paint (surface, picture);
  if (format == OUTLAY_CHART_PNG && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    cairo_surface_write_to_png_stream (surface, write_bytes, &sink);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (sink.error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&sink.error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The chart cannot be drawn: %s"),
                 cairo_status_to_string (status));
  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  return outlay_whole_file_commit (whole, cancellable, error);
}
