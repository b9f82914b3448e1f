/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-capacity.h"

/**
 * outlay_capacity_is_set:
 *
 * Returns: whether @capacity holds a figure.
 */
gboolean
outlay_capacity_is_set (const OutlayCapacity *capacity)
{
  return capacity->kilowatts > 0;
}

/**
 * outlay_capacity_is_valid:
 *
 * Returns: whether @capacity is none, or one from nothing to %OUTLAY_CAPACITY_MOST.
 */
gboolean
outlay_capacity_is_valid (const OutlayCapacity *capacity)
{
  return capacity->kilowatts >= 0 && capacity->kilowatts <= OUTLAY_CAPACITY_MOST;
}

/**
 * outlay_capacity_equal:
 *
 * Returns: whether @a and @b are the same capacity, hedge and all; two unset ones are.
 */
gboolean
outlay_capacity_equal (const OutlayCapacity *a, const OutlayCapacity *b)
{
  if (!outlay_capacity_is_set (a) || !outlay_capacity_is_set (b))
    return outlay_capacity_is_set (a) == outlay_capacity_is_set (b);
  return a->kilowatts == b->kilowatts && a->qualifier == b->qualifier;
}
