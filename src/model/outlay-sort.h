/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index/outlay-deal-index.h"

G_BEGIN_DECLS

/**
 * OutlaySort:
 *
 * Orders of the deals shown. Deals without a date, a figure or a name go last, whichever way the
 * order runs. Cards offer those up to %OUTLAY_SORT_PARTY; the others are those of a table's
 * columns.
 */
typedef enum
{
  OUTLAY_SORT_NEWEST,
  OUTLAY_SORT_OLDEST,
  OUTLAY_SORT_LARGEST,
  OUTLAY_SORT_CAPACITY,
  OUTLAY_SORT_SOURCES,
  OUTLAY_SORT_PARTY,
  OUTLAY_SORT_RECIPIENT,
  OUTLAY_SORT_KIND,
  OUTLAY_SORT_STATUS,
  OUTLAY_SORT_PLACE,
  OUTLAY_SORT_START,
  OUTLAY_SORT_END,
  OUTLAY_SORT_LANGUAGES,
  OUTLAY_SORT_STARRED,
  OUTLAY_SORT_MARKS,
} OutlaySort;

#define OUTLAY_N_CARD_SORTS (OUTLAY_SORT_PARTY + 1)
#define OUTLAY_N_SORTS      (OUTLAY_SORT_MARKS + 1)

/**
 * OutlayOrder:
 * @sort: what goes by what
 * @reversed: whether it runs the other way; ties and what has no value don't
 * @currency: ISO 4217 code of what amounts are compared in, "" for US dollars
 */
typedef struct
{
  OutlaySort sort;
  gboolean reversed;
  char currency[4];
} OutlayOrder;

gboolean outlay_order_equal (const OutlayOrder *a, const OutlayOrder *b);
guint32 *outlay_order_rows (const OutlayDealIndex *index, OutlayOrder order);
const char *outlay_sort_get_title (OutlaySort sort);
char *outlay_order_dup_title (OutlayOrder order);
const char *outlay_sort_to_string (OutlaySort sort);
gboolean outlay_sort_from_string (const char *string, OutlaySort *sort);

G_END_DECLS
