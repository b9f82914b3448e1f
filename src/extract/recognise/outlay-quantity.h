/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-scan.h"

G_BEGIN_DECLS

/**
 * OutlayQuantity:
 * @mantissa: with @exponent its value: @mantissa × 10^@exponent
 * @exponent: may be negative
 * @scale: power of ten of its scale words ("billion": 9), 0 where it has none
 * @vague: whether the words give only the least that it may be
 * @about: whether a word of it is a hedge too
 * @digits: whether it has digits
 * @hedge: an #OutlayQualifier that stands inside it ("3800多亿"), -1 where none does
 * @end: index behind its last token
 *
 * A number as a text writes it, digits or words, with its scale words.
 */
typedef struct
{
  gint64 mantissa;
  int exponent;
  int scale;
  gboolean vague;
  gboolean about;
  gboolean digits;
  int hedge;
  guint end;
} OutlayQuantity;

gboolean outlay_quantity_read (const OutlayScan *scan, guint at, OutlayQuantity *quantity);
gboolean outlay_quantity_get_value (const OutlayQuantity *quantity, int exponent, gint64 *value);
gboolean outlay_quantity_read_digits (const OutlayScan *scan, guint at, OutlayQuantity *quantity);
guint outlay_quantity_skip_hyphen (const OutlayScan *scan, guint at);

G_END_DECLS
