/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-date.h"
#include "outlay-money.h"

G_BEGIN_DECLS

/** OUTLAY_RATES_BASE: the currency that all rates are of. */
#define OUTLAY_RATES_BASE "USD"

/**
 * OutlayRate:
 * @currency: ISO 4217 code
 * @period: the month or the year of whose days it is the average
 * @millionths: how many millionths of a unit a US dollar was
 * @own: whether it is the user's own
 */
typedef struct
{
  char currency[4];
  OutlayDate period;
  gint64 millionths;
  gboolean own;
} OutlayRate;

GArray *outlay_rates_list (void);
gboolean outlay_rates_convert (const char *from,
                               gint64 hundredths,
                               const char *to,
                               OutlayDate day,
                               gint64 *converted,
                               OutlayDate *period);
gint64 outlay_rates_get_rough_worth (const char *currency, gint64 hundredths);
GStrv outlay_rates_list_currencies (void);
gboolean outlay_rates_knows (const char *currency);

G_END_DECLS
