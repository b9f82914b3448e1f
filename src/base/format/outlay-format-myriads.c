/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of money in languages that count by ten thousands, as those of East Asia do: "1兆9400億". */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-format-myriads.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/outlay-money.h"
#include "outlay-format-private.h"

#define MYRIAD G_GINT64_CONSTANT (10000)

typedef struct
{
  gint64 units;
  const char *word;
} Scale;

static const Scale scales[] = {
  /* Translators: behind a number in languages that count by ten thousands: what stands for
   * {myriads} in their patterns of amounts: "1兆9400億". Other languages do not show them. */
  {MYRIAD * MYRIAD * MYRIAD, NC_ ("number", "×10¹²")},
  {MYRIAD * MYRIAD, NC_ ("number", "×10⁸")},
  {MYRIAD, NC_ ("number", "×10⁴")},
  {1, NULL},
};

/**
 * outlay_format_counts_in_myriads:
 *
 * Returns: whether amounts are told by ten thousands: whether their pattern has {myriads}.
 */
gboolean
outlay_format_counts_in_myriads (void)
{
  return strstr (C_ ("amount", "{symbol}{number}"), "{myriads}") != NULL;
}

static const Scale *
find_scale (gint64 units)
{
  const Scale *scale = scales;

  while (scale->units > units && scale->units > 1)
    scale++;
  return scale;
}

static const char *
get_word (const Scale *scale)
{
  return scale->word != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "number", scale->word) : "";
}

/* @value to the next multiple of @step. */
static gint64
round_to (gint64 value, gint64 step)
{
  return (value + step / 2) / step * step;
}

/* Digits are not grouped: the words do that. */
static void
append_decimal (GString *text, gint64 thousandths)
{
  g_autofree char *fraction = g_strdup_printf ("%03d", (int)(thousandths % 1000));

  for (gsize end = 3; end > 0 && fraction[end - 1] == '0'; end--)
    fraction[end - 1] = '\0';
  g_string_append_printf (text, "%" G_GINT64_FORMAT, thousandths / 1000);
  if (*fraction != '\0')
    g_string_append_printf (text, "%s%s", C_ ("number", "."), fraction);
}

/**
 * outlay_format_myriads:
 *
 * Returns: (transfer full): a sum to eight digits, each four of them with their word: "1兆9400億",
 *   "500億", "1234.56".
 */
char *
outlay_format_myriads (gint64 hundredths)
{
  GString *text = g_string_new (NULL);
  gint64 units = round_to (hundredths, OUTLAY_MONEY_UNIT) / OUTLAY_MONEY_UNIT;

  if (units < MYRIAD)
    {
      append_decimal (text, hundredths * 1000 / OUTLAY_MONEY_UNIT);
      return g_string_free (text, FALSE);
    }
  units = round_to (units, MAX (find_scale (units)->units / MYRIAD, 1));
  for (const Scale *scale = find_scale (units); units > 0; scale++)
    {
      if (units >= scale->units)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "%s", units / scale->units,
                                get_word (scale));
      units %= scale->units;
    }
  return g_string_free (text, FALSE);
}

/* To three digits where it is rounded, or four before the decimal mark. */
static char *
print_in_scale (gint64 hundredths, const Scale *scale, gboolean rounded)
{
  GString *text = g_string_new (NULL);
  __int128 unit = (__int128)scale->units * OUTLAY_MONEY_UNIT;
  gint64 thousandths = (gint64)((__int128)hundredths * 1000 / unit);
  gint64 step = !rounded ? 1 : thousandths >= 100000 ? 1000 : thousandths >= 10000 ? 100 : 10;

  thousandths = (gint64)(((__int128)hundredths * 1000 + unit * step / 2) / (unit * step)) * step;
  append_decimal (text, thousandths);
  return g_string_free (text, FALSE);
}

/**
 * outlay_format_myriads_rounded:
 *
 * Returns: (transfer full): a sum to three or four digits with a single word: "1.94兆", "7761億".
 */
char *
outlay_format_myriads_rounded (gint64 hundredths)
{
  const Scale *scale = find_scale (hundredths / OUTLAY_MONEY_UNIT);
  g_autofree char *number = print_in_scale (hundredths, scale, TRUE);

  return g_strconcat (number, get_word (scale), NULL);
}

/**
 * outlay_format_myriads_short:
 * @high: may be @low
 *
 * Returns: (transfer full): a sum or a range with a single word where one serves: "129.7億",
 *   "150–250億".
 */
char *
outlay_format_myriads_short (gint64 low, gint64 high)
{
  const Scale *low_scale = find_scale (low / OUTLAY_MONEY_UNIT);
  const Scale *high_scale = find_scale (high / OUTLAY_MONEY_UNIT);
  g_autofree char *first = print_in_scale (low, low_scale, FALSE);
  g_autofree char *last = print_in_scale (high, high_scale, FALSE);
  g_autofree char *from
    = g_strconcat (first, low_scale == high_scale ? "" : get_word (low_scale), NULL);
  g_autofree char *range = low == high ? g_strdup (last) : outlay_format_join_range (from, last);

  return g_strconcat (range, get_word (high_scale), NULL);
}

/**
 * outlay_format_choose_myriad:
 * @hundredths: the largest of the figures
 *
 * Returns: what outlay_format_choose_unit() does, of these units.
 */
gint64
outlay_format_choose_myriad (gint64 hundredths)
{
  gint64 units = hundredths / OUTLAY_MONEY_UNIT;

  /* A trillion comes as late as it does there. */
  return find_scale (units >= 10 * scales[0].units ? units : MIN (units, scales[0].units - 1))
    ->units;
}

/**
 * outlay_format_myriad_word:
 * @units: from outlay_format_choose_myriad()
 *
 * Returns: (transfer none): the word of these units, "" of ones.
 */
const char *
outlay_format_myriad_word (gint64 units)
{
  return get_word (find_scale (units));
}
