/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-chart.h"

G_BEGIN_DECLS

void outlay_chart_style_init (OutlayChartStyle *style, GtkWidget *widget);
GtkWidget *outlay_chart_swatch_new (guint role);

G_END_DECLS
