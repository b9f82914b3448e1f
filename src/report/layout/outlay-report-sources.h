/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-frame.h"

G_BEGIN_DECLS

OutlayBlock *outlay_report_sources_build (const OutlayReportFrame *frame, guint source);
char *outlay_report_dup_article_title (const OutlayArticle *article);
gboolean outlay_report_is_address (const char *url);

G_END_DECLS
