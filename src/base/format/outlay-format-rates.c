/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-format-private.h"
#include "outlay-format.h"

/**
 * outlay_format_converted:
 * @hundredths: in hundredths of the unit of @currency
 * @period: of the rate; unset where none was needed
 *
 * Returns: (transfer full): a sum that was converted: "≈ $54.1 bn at the rate of 2025-11".
 */
char *
outlay_format_converted (const char *currency, gint64 hundredths, OutlayDate period)
{
  g_autofree char *sum = outlay_format_sum_compact (currency, hundredths);
  g_autofree char *time = outlay_date_to_string (period);

  return outlay_format_with (C_ ("converted", "≈ {sum} at the rate of {time}"), "sum", sum, "time",
                             time);
}

/**
 * outlay_format_converted_total:
 *
 * Returns: (transfer full) (nullable): what a deal's total is in another currency, or that no rate
 *   is known; %NULL where it has none, or is in @currency.
 */
char *
outlay_format_converted_total (const OutlayDealRecord *deal, const char *currency)
{
  gint64 converted;
  OutlayDate period;

  if (!outlay_money_is_set (&deal->fields.amount)
      || outlay_deal_record_get_total (deal) == OUTLAY_MONEY_UNSET
      || strcmp (deal->fields.amount.currency, currency) == 0)
    return NULL;
  if (outlay_deal_record_convert_total (deal, currency, &converted, &period))
    return outlay_format_converted (currency, converted, period);
  return outlay_format_fill (_ ("no rate from {from} to {to} is known"), "from",
                             deal->fields.amount.currency, "to", currency, NULL);
}
