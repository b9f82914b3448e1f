/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-deal.h"
#include "outlay-sort.h"

G_BEGIN_DECLS

/** OutlayColumn: what a table of deals can show, in the order in which it does at first. */
typedef enum
{
  OUTLAY_COLUMN_STARRED,
  OUTLAY_COLUMN_WHO,
  OUTLAY_COLUMN_WHOM,
  OUTLAY_COLUMN_KIND,
  OUTLAY_COLUMN_MARKS,
  OUTLAY_COLUMN_AMOUNT,
  OUTLAY_COLUMN_WORTH,
  OUTLAY_COLUMN_CAPACITY,
  OUTLAY_COLUMN_PLACES,
  OUTLAY_COLUMN_ANNOUNCED,
  OUTLAY_COLUMN_PERIOD,
  OUTLAY_COLUMN_STATUS,
  OUTLAY_COLUMN_SOURCES,
  OUTLAY_COLUMN_PARTNERS,
  OUTLAY_COLUMN_CONVERSIONS,
  OUTLAY_COLUMN_START,
  OUTLAY_COLUMN_END,
  OUTLAY_COLUMN_LANGUAGES,
} OutlayColumn;

#define OUTLAY_N_COLUMNS (OUTLAY_COLUMN_LANGUAGES + 1)

const char *outlay_column_to_string (OutlayColumn column);
gboolean outlay_column_from_string (const char *string, OutlayColumn *column);
const char *outlay_column_get_title (OutlayColumn column);
const char *outlay_column_get_name (OutlayColumn column);
gboolean outlay_column_is_usual (OutlayColumn column);
gboolean outlay_column_is_figure (OutlayColumn column);
gboolean outlay_column_get_sort (OutlayColumn column, OutlaySort *sort);
gboolean outlay_column_descends (OutlayColumn column);
OutlayOrder outlay_column_make_order (OutlayColumn column, gboolean descending);
gboolean
outlay_column_find (OutlayOrder order, OutlayColumn before, OutlayColumn *column, gboolean *down);
char *outlay_column_print_worth (gint64 worth);
char *outlay_column_dup_text (OutlayColumn column, OutlayDeal *deal);
char *outlay_columns_dup_rows (const OutlayColumn *columns, guint n_columns, GPtrArray *deals);

G_END_DECLS
