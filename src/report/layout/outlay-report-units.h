/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/layout/outlay-report-table.h"

G_BEGIN_DECLS

/** OutlayUnitKind: what is built and placed together. */
typedef enum
{
  OUTLAY_UNIT_TITLE,
  OUTLAY_UNIT_PICTURE,
  OUTLAY_UNIT_OVERVIEW,
  OUTLAY_UNIT_MONEY,
  OUTLAY_UNIT_CIRCLES,
  OUTLAY_UNIT_LARGEST,
  OUTLAY_UNIT_ROW,
  OUTLAY_UNIT_CARDS,
  OUTLAY_UNIT_SECTION,
  OUTLAY_UNIT_PROOF,
  OUTLAY_UNIT_SOURCE,
} OutlayUnitKind;

/**
 * OutlayUnit:
 * @kind: what it is
 * @index: of cards the first entry; else the entry, the place among the largest, or the article
 * @n_cards: of cards how many
 */
typedef struct
{
  OutlayUnitKind kind;
  guint index;
  guint n_cards;
} OutlayUnit;

/** OUTLAY_UNIT_HEAD: which block of a table's first row is the head that pages begin with. */
#define OUTLAY_UNIT_HEAD 1

GArray *outlay_units_list (const OutlayReportFrame *frame);
gboolean outlay_unit_is_row (const OutlayUnit *unit);
gboolean outlay_unit_begins_chapter (const OutlayUnit *unit);
GPtrArray *outlay_unit_build (const OutlayReportFrame *frame,
                              const OutlayReportTable *table,
                              const OutlayUnit *unit);

G_END_DECLS
