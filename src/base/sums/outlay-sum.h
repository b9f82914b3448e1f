/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-money.h"

G_BEGIN_DECLS

/**
 * OutlaySum:
 * @currency: ISO 4217 code
 * @hundredths: what the deals in it add up to, in hundredths of its unit
 * @n_deals: how many deals gave a figure
 */
typedef struct
{
  char currency[4];
  gint64 hundredths;
  guint n_deals;
} OutlaySum;

GArray *outlay_sums_new (void);
void outlay_sums_add (GArray *sums, const char *currency, gint64 hundredths);
void outlay_sums_sort (GArray *sums);
gint64 outlay_add_saturated (gint64 sum, gint64 more);

G_END_DECLS
