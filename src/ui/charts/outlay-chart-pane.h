/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/charts/outlay-chart.h"

G_BEGIN_DECLS

/*
 * A chart and, at its end or where that is too narrow below it, what explains it; instead of the
 * chart its words, when they are asked for. Property: "in-words" (boolean).
 */
#define OUTLAY_TYPE_CHART_PANE (outlay_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartPane, outlay_chart_pane, OUTLAY, CHART_PANE, GtkWidget)

GtkWidget *outlay_chart_pane_new (GtkWidget *chart, GtkWidget *legend);
void outlay_chart_pane_reveal (OutlayChartPane *pane, const OutlayChartArea *area);
void outlay_chart_pane_show_end (OutlayChartPane *pane);
gboolean outlay_chart_pane_get_in_words (OutlayChartPane *pane);
void outlay_chart_pane_set_in_words (OutlayChartPane *pane, gboolean in_words);
void outlay_chart_pane_set_words (OutlayChartPane *pane, const char *words);
GtkWidget *outlay_chart_pane_make_words_button (OutlayChartPane *pane);

G_END_DECLS
