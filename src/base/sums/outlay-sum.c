/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-sum.h"

#include <string.h>

#include "base/outlay-rates.h"

/**
 * outlay_sums_new:
 *
 * Returns: (transfer full) (element-type OutlaySum): sums of money, currencies apart, of no deals
 *   yet.
 */
GArray *
outlay_sums_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (OutlaySum));
}

/**
 * outlay_sums_add:
 * @sums: (element-type OutlaySum): the sums
 * @currency: ISO 4217 code
 * @hundredths: what one deal adds, in hundredths of the currency's unit
 */
void
outlay_sums_add (GArray *sums, const char *currency, gint64 hundredths)
{
  OutlaySum first = {.hundredths = hundredths, .n_deals = 1};

  for (guint i = 0; i < sums->len; i++)
    {
      OutlaySum *sum = &g_array_index (sums, OutlaySum, i);

      if (strcmp (sum->currency, currency) == 0)
        {
          sum->hundredths = outlay_add_saturated (sum->hundredths, hundredths);
          sum->n_deals++;
          return;
        }
    }
  g_strlcpy (first.currency, currency, sizeof first.currency);
  g_array_append_val (sums, first);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const OutlaySum *first = a;
  const OutlaySum *second = b;
  gint64 first_worth = outlay_rates_get_rough_worth (first->currency, first->hundredths);
  gint64 second_worth = outlay_rates_get_rough_worth (second->currency, second->hundredths);

  if (first_worth != second_worth)
    return first_worth > second_worth ? -1 : 1;
  return strcmp (first->currency, second->currency);
}

/** outlay_sums_sort: puts the sum that is worth most first, at rough rates. */
void
outlay_sums_sort (GArray *sums)
{
  g_array_sort (sums, compare_sums);
}

/**
 * outlay_add_saturated:
 *
 * Returns: @sum and @more added up, both not negative; the greatest number where that is too much.
 */
gint64
outlay_add_saturated (gint64 sum, gint64 more)
{
  gint64 result;

  return __builtin_add_overflow (sum, more, &result) ? G_MAXINT64 : result;
}
