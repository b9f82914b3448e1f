/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-filter.h"

G_BEGIN_DECLS

const char *outlay_measure_get_title (OutlayMeasure measure);
char *outlay_figure_to_text (OutlayMeasure measure, gint64 figure, const char *currency);
char *
outlay_bound_to_text (OutlayMeasure measure, gint64 figure, const char *currency, gboolean last);
gboolean
outlay_figure_from_text (OutlayMeasure measure, const char *text, gboolean upper, gint64 *figure);
char *outlay_range_to_text (OutlayMeasure measure, const OutlayRange *range, const char *currency);

G_END_DECLS
