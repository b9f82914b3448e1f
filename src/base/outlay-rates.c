/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-rates.h"

#include "outlay-data-file.h"
#include "outlay-money.h"

/* Of a rate "0.75", how many hundredths of a unit a dollar is. */
static gint64
parse_hundredths (const char *rate)
{
  char *end = NULL;
  gint64 whole = g_ascii_strtoll (rate, &end, 10);
  gint64 hundredths = whole * 100;

  if (*end == '.' && g_ascii_isdigit (end[1]))
    {
      hundredths += g_ascii_digit_value (end[1]) * 10;
      if (g_ascii_isdigit (end[2]))
        hundredths += g_ascii_digit_value (end[2]);
    }
  return hundredths;
}

static gpointer
load_rates (gpointer data)
{
  GHashTable *rates = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("rates.ini", NULL);
  const GPtrArray *entries = file != NULL ? outlay_data_file_get_entries (file, "rough") : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);
      gint64 rate = entry->values[0] != NULL ? parse_hundredths (entry->values[0]) : 0;

      if (rate > 0)
        g_hash_table_insert (rates, g_strdup (entry->key), g_memdup2 (&rate, sizeof rate));
    }
  return rates;
}

/**
 * outlay_rates_get_rough_worth:
 * @currency: ISO 4217 code
 * @hundredths: an amount in hundredths of its unit
 *
 * Amounts of different currencies are put in order by this, and by this alone: it is too rough for
 * a figure that people read.
 *
 * Returns: about how many hundredths of a US dollar that is, %OUTLAY_MONEY_UNSET where the
 *   currency's worth is not known.
 */
gint64
outlay_rates_get_rough_worth (const char *currency, gint64 hundredths)
{
  static GOnce once = G_ONCE_INIT;
  const gint64 *rate = g_hash_table_lookup (g_once (&once, load_rates, NULL), currency);
  __int128 worth;

  if (rate == NULL || hundredths == OUTLAY_MONEY_UNSET)
    return OUTLAY_MONEY_UNSET;
  worth = (__int128)hundredths * 100 / *rate;
  return worth > G_MAXINT64 ? G_MAXINT64 : (gint64)worth;
}
