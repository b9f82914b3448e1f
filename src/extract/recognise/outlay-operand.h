/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-quantity.h"

G_BEGIN_DECLS

/**
 * OutlayOperand:
 * @quantity: how many
 * @currency: (nullable): ISO 4217 code or what stands for several; %NULL where it has none
 * @is_power: whether it counts a unit of power
 * @power: power of ten, in kilowatts, of that unit
 * @end: index behind its last token
 *
 * A quantity with its unit: one side of a range, or a whole figure.
 */
typedef struct
{
  OutlayQuantity quantity;
  const char *currency;
  gboolean is_power;
  int power;
  guint end;
} OutlayOperand;

gboolean outlay_operand_read (const OutlayScan *scan, guint at, OutlayOperand *operand);
gboolean outlay_operand_has_unit (const OutlayOperand *operand);
gboolean outlay_operand_share_unit (OutlayOperand *low, OutlayOperand *high);

G_END_DECLS
