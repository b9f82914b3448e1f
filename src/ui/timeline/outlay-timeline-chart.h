/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-timeline-draw.h"

G_BEGIN_DECLS

/*
 * The drawing of a timeline, that tells what the pointer or the keyboard is at. Signals:
 * "column-clicked" (uint: its index), "lane-clicked" (uint: its index), "period-changed" (another
 * stretch of columns was chosen, or none).
 */
#define OUTLAY_TYPE_TIMELINE_CHART (outlay_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTimelineChart, outlay_timeline_chart, OUTLAY, TIMELINE_CHART, GtkWidget)

void
outlay_timeline_chart_show (OutlayTimelineChart *chart, OutlayTimeline *timeline, GPtrArray *deals);
OutlayTimeline *outlay_timeline_chart_get_timeline (OutlayTimelineChart *chart);
GPtrArray *outlay_timeline_chart_get_deals (OutlayTimelineChart *chart);
gboolean outlay_timeline_chart_get_period (OutlayTimelineChart *chart, guint *first, guint *last);
void outlay_timeline_chart_set_period (OutlayTimelineChart *chart, int first, int last);
const OutlayTimelineLayout *outlay_timeline_chart_get_layout (OutlayTimelineChart *chart);

G_END_DECLS
