/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-money.h"

#include <string.h>

static const char *const qualifier_names[OUTLAY_N_QUALIFIERS] = {
  "exact", "about", "up_to", "at_least", "range", "vague",
};

static const char *const per_names[] = {NULL, "each", "year"};

/**
 * outlay_money_is_set:
 *
 * Returns: whether @money holds an amount, be it a vague one without figures.
 */
gboolean
outlay_money_is_set (const OutlayMoney *money)
{
  return money->currency[0] != '\0';
}

static gboolean
is_bound (gint64 bound)
{
  return bound == OUTLAY_MONEY_UNSET || (bound >= 0 && bound <= OUTLAY_MONEY_MOST);
}

/**
 * outlay_money_is_valid:
 *
 * Returns: whether the currency of @money is three capital letters, and its bounds are from nothing
 *   to %OUTLAY_MONEY_MOST, the lower one not above the upper; where there is no amount, it is
 * valid.
 */
gboolean
outlay_money_is_valid (const OutlayMoney *money)
{
  if (!outlay_money_is_set (money))
    return TRUE;
  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isupper (money->currency[i]))
        return FALSE;
    }
  return money->currency[3] == '\0' && is_bound (money->low) && is_bound (money->high)
         && (money->high == OUTLAY_MONEY_UNSET || money->low <= money->high);
}

/**
 * outlay_money_equal:
 *
 * Returns: whether @a and @b are the same amount, hedge and all; two unset amounts are.
 */
gboolean
outlay_money_equal (const OutlayMoney *a, const OutlayMoney *b)
{
  return strcmp (a->currency, b->currency) == 0 && a->low == b->low && a->high == b->high
         && a->qualifier == b->qualifier && a->per == b->per;
}

/**
 * outlay_money_get_figure:
 *
 * Returns: the one figure that totals and sorting count, in hundredths: the upper bound of "up to"
 *   and of a range, the lower of "at least" and of a vague amount; %OUTLAY_MONEY_UNSET where there
 *   is none.
 */
gint64
outlay_money_get_figure (const OutlayMoney *money)
{
  if (!outlay_money_is_set (money))
    return OUTLAY_MONEY_UNSET;
  if (money->qualifier == OUTLAY_QUALIFIER_AT_LEAST || money->qualifier == OUTLAY_QUALIFIER_VAGUE)
    return money->low != OUTLAY_MONEY_UNSET ? money->low : money->high;
  return money->high != OUTLAY_MONEY_UNSET ? money->high : money->low;
}

/**
 * outlay_qualifier_to_string:
 *
 * Returns: (transfer none): the name in the JSON form.
 */
const char *
outlay_qualifier_to_string (OutlayQualifier qualifier)
{
  g_return_val_if_fail (qualifier < OUTLAY_N_QUALIFIERS, qualifier_names[0]);

  return qualifier_names[qualifier];
}

/**
 * outlay_qualifier_from_string:
 * @qualifier: (out): set where the result is %TRUE
 *
 * Returns: whether @string is a name of the JSON form.
 */
gboolean
outlay_qualifier_from_string (const char *string, OutlayQualifier *qualifier)
{
  for (guint i = 0; i < OUTLAY_N_QUALIFIERS; i++)
    {
      if (g_strcmp0 (string, qualifier_names[i]) == 0)
        {
          *qualifier = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_per_to_string:
 *
 * Returns: (transfer none) (nullable): the name in the JSON form, %NULL for %OUTLAY_PER_DEAL.
 */
const char *
outlay_per_to_string (OutlayPer per)
{
  g_return_val_if_fail (per < G_N_ELEMENTS (per_names), NULL);

  return per_names[per];
}

/**
 * outlay_per_from_string:
 * @string: (nullable): a name of the JSON form
 * @per: (out): set where the result is %TRUE
 *
 * Returns: whether @string is such a name.
 */
gboolean
outlay_per_from_string (const char *string, OutlayPer *per)
{
  for (guint i = 0; i < G_N_ELEMENTS (per_names); i++)
    {
      if (g_strcmp0 (string, per_names[i]) == 0)
        {
          *per = i;
          return TRUE;
        }
    }
  return FALSE;
}
