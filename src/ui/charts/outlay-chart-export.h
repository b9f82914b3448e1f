/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-chart-file.h"

G_BEGIN_DECLS

/** OutlayChartSave: writes the chart of @view to @file; returns whether that went well. */
typedef gboolean (*OutlayChartSave) (GtkWidget *view,
                                     GFile *file,
                                     OutlayChartFormat format,
                                     GError **error);

GtkWidget *outlay_chart_export_new (GtkWidget *view, const char *name, OutlayChartSave save);

G_END_DECLS
