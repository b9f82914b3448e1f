/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-chart.h"

G_BEGIN_DECLS

void outlay_chart_svg_add_text (
  const OutlayCanvas *canvas, const OutlayChartText *text, PangoLayout *layout, double x, double y);
GString *outlay_chart_svg_join (cairo_surface_t *shapes, const GString *texts);

G_END_DECLS
