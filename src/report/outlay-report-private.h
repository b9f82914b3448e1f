/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/outlay-report.h"

G_BEGIN_DECLS

void outlay_report_draw (OutlayReport *self, cairo_t *cr, guint page, gboolean tags);
const char *outlay_report_get_title (OutlayReport *self);
OutlayDate outlay_report_get_newest (OutlayReport *self);
GPtrArray *outlay_report_get_deals (OutlayReport *self);
void outlay_report_get_paper (OutlayReport *self, double *width, double *height);

G_END_DECLS
