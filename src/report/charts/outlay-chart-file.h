/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "outlay-chart.h"

G_BEGIN_DECLS

/** OutlayChartFormat: what a chart is exported as. */
typedef enum
{
  OUTLAY_CHART_SVG,
  OUTLAY_CHART_PNG,
} OutlayChartFormat;

/** OutlayChartDraw: draws the chart that is exported or printed. */
typedef void (*OutlayChartDraw) (const OutlayCanvas *canvas, gpointer data);

OutlayChartFormat outlay_chart_guess_format (GFile *file);
cairo_surface_t *outlay_chart_record (const OutlayChartArea *size,
                                      const OutlayChartStyle *style,
                                      OutlayChartDraw draw,
                                      gpointer data);
gboolean outlay_chart_write (GFile *file,
                             OutlayChartFormat format,
                             cairo_surface_t *picture,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
