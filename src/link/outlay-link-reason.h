/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-article.h"
#include "outlay-link-compare.h"

G_BEGIN_DECLS

/** OUTLAY_DAYS_UNKNOWN: the days between articles of which one doesn't tell its day. */
#define OUTLAY_DAYS_UNKNOWN (-1)

int outlay_link_count_days (const OutlayArticle *a, const OutlayArticle *b);
char *outlay_link_make_reason (guint agreements, int days);
char *outlay_link_make_reason_user (void);

G_END_DECLS
