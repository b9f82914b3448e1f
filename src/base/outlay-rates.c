/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-rates.h"

#include <string.h>

#include "outlay-data-file.h"

#define MILLION 1000000

/* A rate says little of a time more than so many years after it. */
#define MAX_AGE 2

/* Of "0.904" the millionths, 0 where it is no such number. */
static gint64
parse_millionths (const char *text)
{
  gint64 millionths = 0;
  int decimals = -1;

  for (; *text != '\0'; text++)
    {
      if (*text == '.' && decimals < 0)
        decimals = 0;
      else if (!g_ascii_isdigit (*text) || decimals == 6
               || millionths > G_MAXINT64 / (10 * MILLION))
        return 0;
      else
        {
          millionths = millionths * 10 + g_ascii_digit_value (*text);
          decimals += decimals >= 0;
        }
    }
  for (decimals = MAX (decimals, 0); decimals < 6; decimals++)
    millionths *= 10;
  return millionths;
}

static void
add_rates (GArray *rates, OutlayDataFile *file, const char *section, gboolean own)
{
  const GPtrArray *entries = outlay_data_file_get_entries (file, section);
  OutlayRate rate = {.own = own};

  if (!outlay_date_from_string (section, &rate.period)
      || (rate.period.unit != OUTLAY_DATE_YEAR && rate.period.unit != OUTLAY_DATE_MONTH))
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      rate.millionths = entry->values[0] != NULL ? parse_millionths (entry->values[0]) : 0;
      if (rate.millionths == 0 || strlen (entry->key) != 3)
        {
          outlay_data_file_report (file, entry->line, "not a rate above 0 of a currency");
          continue;
        }
      g_strlcpy (rate.currency, entry->key, sizeof rate.currency);
      g_array_append_val (rates, rate);
    }
}

static void
add_file (GArray *rates, const char *name, gboolean own)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load (name, NULL);
  const GPtrArray *sections = file != NULL ? outlay_data_file_get_sections (file) : NULL;

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    add_rates (rates, file, g_ptr_array_index (sections, i), own);
  for (guint i = 0; file != NULL && i < outlay_data_file_get_problems (file)->len; i++)
    g_message ("%s", (const char *)g_ptr_array_index (outlay_data_file_get_problems (file), i));
}

/* By currency, then by time; of one period the user's own comes last. */
static int
compare_rates (gconstpointer a, gconstpointer b)
{
  const OutlayRate *first = a, *second = b;
  int order = strcmp (first->currency, second->currency);

  if (order == 0)
    order = outlay_date_compare (first->period, second->period);
  return order != 0 ? order : first->own - second->own;
}

/* All rates, sorted, and of each currency the index of its first. */
typedef struct
{
  GArray *rates;
  GHashTable *firsts;
} Table;

static gpointer
load_table (gpointer data)
{
  Table *table = g_new (Table, 1);

  table->rates = g_array_new (FALSE, TRUE, sizeof (OutlayRate));
  table->firsts = g_hash_table_new (g_str_hash, g_str_equal);
  add_file (table->rates, "rates.ini", FALSE);
  add_file (table->rates, "own-rates.ini", TRUE);
  g_array_sort (table->rates, compare_rates);
  for (guint i = table->rates->len; i > 0; i--)
    {
      OutlayRate *rate = &g_array_index (table->rates, OutlayRate, i - 1);

      g_hash_table_replace (table->firsts, rate->currency, GUINT_TO_POINTER (i - 1));
    }
  return table;
}

static const Table *
get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_table, NULL);
}

/**
 * outlay_rates_list:
 *
 * Returns: (transfer full) (element-type OutlayRate): all rates, by currency and time. They are
 *   those of data/rates.ini and of the file own-rates.ini in the user's data folder.
 */
GArray *
outlay_rates_list (void)
{
  const GArray *rates = get_table ()->rates;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OutlayRate));

  g_array_append_vals (list, rates->data, rates->len);
  return list;
}

/* How well the rate fits: a month before its year, a nearer time before one further back; -1 where
 * it doesn't. */
static int
get_fit (const OutlayRate *rate, OutlayDate day)
{
  GDate first, start, end;
  int days;

  if (!outlay_date_is_set (day))
    return G_MAXINT / 2;
  outlay_date_get_first_day (day, &first);
  outlay_date_get_first_day (rate->period, &start);
  outlay_date_get_last_day (rate->period, &end);
  days = g_date_days_between (&end, &first);
  if (g_date_compare (&start, &first) > 0 || days > MAX_AGE * 366)
    return -1;
  if (days <= 0)
    return G_MAXINT - (rate->period.unit == OUTLAY_DATE_MONTH ? 0 : 1);
  return G_MAXINT / 2 - days;
}

static gboolean
find_rate (const char *currency, OutlayDate day, OutlayRate *found)
{
  const Table *table = get_table ();
  gpointer first;
  int best = -1;

  if (strcmp (currency, OUTLAY_RATES_BASE) == 0)
    {
      *found = (OutlayRate){OUTLAY_RATES_BASE, OUTLAY_DATE_INIT, MILLION, FALSE};
      return TRUE;
    }
  if (!g_hash_table_lookup_extended (table->firsts, currency, NULL, &first))
    return FALSE;
  for (guint i = GPOINTER_TO_UINT (first); i < table->rates->len; i++)
    {
      const OutlayRate *rate = &g_array_index (table->rates, OutlayRate, i);
      int fit = get_fit (rate, day);

      if (strcmp (rate->currency, currency) != 0)
        break;

      /* Of equals the last is the latest, and the user's own. */
      if (fit < 0 || fit < best)
        continue;
      best = fit;
      *found = *rate;
    }
  return best >= 0;
}

/**
 * outlay_rates_convert:
 * @from: ISO 4217 code
 * @hundredths: an amount in hundredths of its unit
 * @to: ISO 4217 code
 * @day: when the amount was told; of an unset one the latest rates are taken
 * @converted: (out): the amount in hundredths of the unit of @to
 * @period: (out) (optional): the month or year of the rate; of two rates the older one's, unset
 *   where none was needed
 *
 * Converts at the rate of the month of @day, of its year, or, where none is known, of the time
 * before that is nearest and at most two years back.
 *
 * Returns: whether the rates are known.
 */
gboolean
outlay_rates_convert (const char *from,
                      gint64 hundredths,
                      const char *to,
                      OutlayDate day,
                      gint64 *converted,
                      OutlayDate *period)
{
  OutlayRate first, second;
  OutlayDate older = OUTLAY_DATE_INIT;

  if (hundredths == OUTLAY_MONEY_UNSET || *from == '\0' || *to == '\0')
    return FALSE;
  if (strcmp (from, to) == 0)
    first = second = (OutlayRate){"", OUTLAY_DATE_INIT, MILLION, FALSE};
  else if (!find_rate (from, day, &first) || !find_rate (to, day, &second))
    return FALSE;
  older = first.period;
  if (!outlay_date_is_set (older)
      || (outlay_date_is_set (second.period) && outlay_date_compare (second.period, older) < 0))
    older = second.period;
  if (period != NULL)
    *period = older;
  __int128 exact = (__int128)hundredths * second.millionths;
  exact = (exact + (exact < 0 ? -first.millionths : first.millionths) / 2) / first.millionths;
  *converted = exact > G_MAXINT64 ? G_MAXINT64 : (gint64)exact;
  return TRUE;
}

/**
 * outlay_rates_get_rough_worth:
 * @currency: ISO 4217 code
 * @hundredths: an amount in hundredths of its unit
 *
 * Sums of different currencies are put in order by this, whatever their time.
 *
 * Returns: about how many hundredths of a US dollar that is at the latest rate,
 *   %OUTLAY_MONEY_UNSET where the currency's worth is not known.
 */
gint64
outlay_rates_get_rough_worth (const char *currency, gint64 hundredths)
{
  gint64 worth;

  if (!outlay_rates_convert (currency, hundredths, OUTLAY_RATES_BASE, (OutlayDate)OUTLAY_DATE_INIT,
                             &worth, NULL))
    return OUTLAY_MONEY_UNSET;
  return worth;
}

/**
 * outlay_rates_knows:
 *
 * Returns: whether any rate of @currency is known.
 */
gboolean
outlay_rates_knows (const char *currency)
{
  OutlayRate rate;

  return find_rate (currency, (OutlayDate)OUTLAY_DATE_INIT, &rate);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * outlay_rates_list_currencies:
 *
 * Returns: (transfer full): the codes of all currencies that sums can be converted to, in their
 *   order.
 */
GStrv
outlay_rates_list_currencies (void)
{
  GPtrArray *codes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer code;

  g_ptr_array_add (codes, g_strdup (OUTLAY_RATES_BASE));
  g_hash_table_iter_init (&iter, get_table ()->firsts);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      if (strcmp (code, OUTLAY_RATES_BASE) != 0)
        g_ptr_array_add (codes, g_strdup (code));
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}
