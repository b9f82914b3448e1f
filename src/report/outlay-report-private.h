/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-date.h"
#include "report/outlay-report.h"

G_BEGIN_DECLS

/**
 * OutlayReportOutline:
 * @dest: what links call the place
 * @title: of the entry
 * @level: 0 for the outermost
 */
typedef struct
{
  char *dest;
  char *title;
  guint level;
} OutlayReportOutline;

void outlay_report_draw (OutlayReport *self, cairo_t *cr, guint page, gboolean tags);
const char *outlay_report_get_title (OutlayReport *self);
const char *outlay_report_get_lang (OutlayReport *self);
const char *outlay_report_get_filter (OutlayReport *self);
OutlayDate outlay_report_get_newest (OutlayReport *self);
const GArray *outlay_report_get_outline (OutlayReport *self);
void outlay_report_get_paper (OutlayReport *self, double *width, double *height);
gboolean outlay_report_get_epoch (gint64 *seconds);
GByteArray *outlay_pdf_set_lang (GByteArray *pdf, const char *lang);

G_END_DECLS
