/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-chart-file.h"

#include <glib/gi18n-lib.h>

#include "outlay-chart-svg.h"
#include "report/outlay-whole-file.h"

/* Pixels of a picture for one of the chart, so that it can be printed and enlarged. */
#define PICTURE_SCALE 2

/* A picture again without its words, and these apart. */
typedef struct
{
  cairo_surface_t *shapes;
  GString *texts;
} Parts;

static const cairo_user_data_key_t parts_key;

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

static void
parts_free (void *data)
{
  Parts *parts = data;

  cairo_surface_destroy (parts->shapes);
  g_string_free (parts->texts, TRUE);
  g_free (parts);
}

static cairo_surface_t *
draw_on_record (const OutlayChartArea *size,
                const OutlayChartStyle *style,
                OutlayChartDraw draw,
                gpointer data,
                GString *texts)
{
  const cairo_rectangle_t extents = {0, 0, size->width, size->height};
  cairo_surface_t *picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  OutlayCanvas canvas = {cairo_create (picture), style, size->width, 1, texts};

  outlay_canvas_fill (&canvas, OUTLAY_CHART_GROUND, size);
  draw (&canvas, data);
  cairo_destroy (canvas.cr);
  return picture;
}

/**
 * outlay_chart_record:
 * @size: how large the drawing is
 * @draw: draws the chart; called twice, the words apart
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
  cairo_surface_t *picture = draw_on_record (size, style, draw, data, NULL);
  Parts *parts = g_new (Parts, 1);

  parts->texts = g_string_new (NULL);
  parts->shapes = draw_on_record (size, style, draw, data, parts->texts);
  cairo_surface_set_user_data (picture, &parts_key, parts, parts_free);
  return picture;
}

static cairo_status_t
write_svg (cairo_surface_t *picture, Sink *sink)
{
  const Parts *parts = cairo_surface_get_user_data (picture, &parts_key);
  GString *svg = outlay_chart_svg_join (parts->shapes, parts->texts);

  if (svg == NULL)
    return CAIRO_STATUS_NO_MEMORY;
  write_bytes (sink, (const unsigned char *)svg->str, (unsigned int)svg->len);
  g_string_free (svg, TRUE);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_png (cairo_surface_t *picture, Sink *sink)
{
  cairo_rectangle_t size;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  cairo_recording_surface_get_extents (picture, &size);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(size.width * PICTURE_SCALE),
                                        (int)(size.height * PICTURE_SCALE));
  cairo_surface_set_device_scale (surface, PICTURE_SCALE, PICTURE_SCALE);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, write_bytes, sink);
  cairo_surface_destroy (surface);
  return status;
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
  cairo_status_t status;

  if (whole == NULL)
    return FALSE;
  sink.stream = outlay_whole_file_get_stream (whole);
  status = format == OUTLAY_CHART_PNG ? write_png (picture, &sink) : write_svg (picture, &sink);
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
