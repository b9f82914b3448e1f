/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-fields.h"

G_BEGIN_DECLS

/**
 * OutlayRelation:
 * @OUTLAY_RELATION_UNKNOWN: one is not given, or they cannot be compared
 * @OUTLAY_RELATION_SAME: the same figure, hedged or not
 * @OUTLAY_RELATION_SHADE: both can be true: "several billion" beside 3 billion, 2026 beside 2026-H2
 * @OUTLAY_RELATION_CLOSE: they differ as an older figure from a newer one does
 * @OUTLAY_RELATION_APART: they differ
 * @OUTLAY_RELATION_FAR: they have nothing to do with one another
 *
 * How two values of one field stand to each other, the nearest first.
 */
typedef enum
{
  OUTLAY_RELATION_UNKNOWN,
  OUTLAY_RELATION_SAME,
  OUTLAY_RELATION_SHADE,
  OUTLAY_RELATION_CLOSE,
  OUTLAY_RELATION_APART,
  OUTLAY_RELATION_FAR,
} OutlayRelation;

#define OUTLAY_N_RELATIONS (OUTLAY_RELATION_FAR + 1)

/**
 * OutlayDays:
 * @date: a partial date
 * @first: the first day that it can be, by its number in the calendar; 0 where it is not set
 * @last: the last one
 *
 * A date made ready to be held against many others.
 */
typedef struct
{
  OutlayDate date;
  int first;
  int last;
} OutlayDays;

OutlayRelation outlay_kind_relate (OutlayKind a, OutlayKind b);
OutlayRelation outlay_money_relate (const OutlayMoney *a, const OutlayMoney *b);
OutlayRelation outlay_amounts_relate (const OutlayFields *a, const OutlayFields *b);
OutlayRelation outlay_capacity_relate (const OutlayCapacity *a, const OutlayCapacity *b);
OutlayDays outlay_days_of (OutlayDate date);
OutlayRelation outlay_days_relate (const OutlayDays *a, const OutlayDays *b);
OutlayRelation outlay_date_relate (OutlayDate a, OutlayDate b);

G_END_DECLS
