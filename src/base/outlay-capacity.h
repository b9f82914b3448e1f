/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-money.h"

G_BEGIN_DECLS

/** OUTLAY_CAPACITY_MOST: more kilowatts than anything that is built. */
#define OUTLAY_CAPACITY_MOST G_GINT64_CONSTANT (1000000000000)

/**
 * OutlayCapacity:
 * @kilowatts: IT or electric power, 0 where none is given
 * @qualifier: how sure it is; of a range @kilowatts is the upper bound
 *
 * A plain value: copy it by assignment. Kilowatts, so that "1.75 MW" needs no fraction.
 */
typedef struct
{
  gint64 kilowatts;
  OutlayQualifier qualifier;
} OutlayCapacity;

#define OUTLAY_CAPACITY_INIT                                                                       \
  {                                                                                                \
    0, OUTLAY_QUALIFIER_EXACT                                                                      \
  }

gboolean outlay_capacity_is_set (const OutlayCapacity *capacity);
gboolean outlay_capacity_is_valid (const OutlayCapacity *capacity);
gboolean outlay_capacity_equal (const OutlayCapacity *a, const OutlayCapacity *b);

G_END_DECLS
