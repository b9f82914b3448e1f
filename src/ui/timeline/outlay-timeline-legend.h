/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-timeline.h"

G_BEGIN_DECLS

/*
 * What explains a timeline: the series and their sums, the period chosen, and which deals are not
 * in the bars. Signals: "series-changed" (others are wanted), "series-clicked" (uint: which),
 * "show-period", "clear-period".
 */
#define OUTLAY_TYPE_TIMELINE_LEGEND (outlay_timeline_legend_get_type ())
G_DECLARE_FINAL_TYPE (
  OutlayTimelineLegend, outlay_timeline_legend, OUTLAY, TIMELINE_LEGEND, GtkWidget)

OutlayTimelineSeries outlay_timeline_legend_get_series (OutlayTimelineLegend *legend);
void outlay_timeline_legend_show (OutlayTimelineLegend *legend, const OutlayTimeline *timeline);
void outlay_timeline_legend_show_period (OutlayTimelineLegend *legend,
                                         const OutlayTimeline *timeline,
                                         int first,
                                         int last);

G_END_DECLS
