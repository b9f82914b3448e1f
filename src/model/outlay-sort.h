/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-deal.h"

G_BEGIN_DECLS

/** OutlaySort: orders of the deals shown. Deals without a date or figure go last. */
typedef enum
{
  OUTLAY_SORT_NEWEST,
  OUTLAY_SORT_OLDEST,
  OUTLAY_SORT_LARGEST,
  OUTLAY_SORT_CAPACITY,
  OUTLAY_SORT_SOURCES,
  OUTLAY_SORT_PARTY,
} OutlaySort;

#define OUTLAY_N_SORTS (OUTLAY_SORT_PARTY + 1)

int outlay_sort_compare (OutlayDeal *a, OutlayDeal *b, OutlaySort sort);
void outlay_sort_deals (GPtrArray *deals, OutlaySort sort);
const char *outlay_sort_get_title (OutlaySort sort);
const char *outlay_sort_to_string (OutlaySort sort);
gboolean outlay_sort_from_string (const char *string, OutlaySort *sort);

G_END_DECLS
