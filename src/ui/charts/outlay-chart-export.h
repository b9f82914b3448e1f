/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "report/charts/outlay-chart-file.h"

G_BEGIN_DECLS

/** OutlayChartRecord: returns (transfer full) (nullable): the chart of @view as
 * outlay_chart_record() makes it. */
typedef cairo_surface_t *(*OutlayChartRecord) (GtkWidget *view,
                                               OutlayChartScheme scheme,
                                               GError **error);

GtkWidget *outlay_chart_export_new (GtkWidget *view,
                                    OutlayViewState *state,
                                    const char *name,
                                    OutlayChartRecord record);

G_END_DECLS
