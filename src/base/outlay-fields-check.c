/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-fields-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "outlay-country.h"
#include "outlay-text.h"

#define OUT_OF_TIME N_ ("The year lies too far back, or too far ahead.")

/* Longest name of an organisation, in letters. */
#define MOST_LETTERS 200

static gboolean
is_currency (const char *code)
{
  return strlen (code) == 3 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1])
         && g_ascii_isupper (code[2]);
}

/* A country that is known has a name other than its code. */
static gboolean
is_country (const char *code)
{
  return strlen (code) == 2 && !g_str_equal (outlay_country_get_name (code), code);
}

/* Which bounds each hedge has, as OutlayMoney tells. */
static const char *
find_mistake_of_bounds (const OutlayMoney *money)
{
  gboolean low = money->low != OUTLAY_MONEY_UNSET, high = money->high != OUTLAY_MONEY_UNSET;

  switch (money->qualifier)
    {
    case OUTLAY_QUALIFIER_RANGE:
      if (!low || !high)
        return N_ ("A range has two figures.");
      return money->low < money->high ? NULL
                                      : N_ ("A range goes from the smaller figure to the larger.");
    case OUTLAY_QUALIFIER_AT_LEAST:
      return low && !high ? NULL : N_ ("“At least” has one figure, the lower one.");
    case OUTLAY_QUALIFIER_VAGUE:
      return !low || !high || money->low <= money->high
               ? NULL
               : N_ ("A range goes from the smaller figure to the larger.");
    default:
      return high && !low ? NULL : N_ ("The amount has one figure.");
    }
}

static const char *
find_mistake_of_money (const OutlayMoney *money)
{
  const char *mistake;

  if (!outlay_money_is_set (money))
    return NULL;
  if (!is_currency (money->currency))
    return N_ ("A currency is three letters, as in “USD”.");
  mistake = find_mistake_of_bounds (money);
  if (mistake == NULL && !outlay_money_is_valid (money))
    return N_ ("The amount is too large, or below nothing.");
  return mistake;
}

static const char *
find_mistake_of_parties (const OutlayFields *fields)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);
      g_autofree char *name = outlay_text_collapse_space (party->name);

      if (*name == '\0')
        return N_ ("Every party has a name.");
      if (g_utf8_strlen (party->name, -1) > MOST_LETTERS)
        return N_ ("The name of a party is too long.");
      for (guint j = 0; j < i; j++)
        {
          const OutlayParty *other = outlay_fields_get_party (fields, j);

          if (other->role == party->role && g_str_equal (other->name, party->name))
            return N_ ("A party stands there twice.");
        }
    }
  return NULL;
}

static gboolean
is_day_or_none (OutlayDate date)
{
  return !outlay_date_is_set (date) || outlay_date_is_plausible (date);
}

static const char *
find_mistake_of_dates (const OutlayFields *fields)
{
  GDate first, last;

  if (!is_day_or_none (fields->start) || !is_day_or_none (fields->end))
    return OUT_OF_TIME;
  if (!outlay_date_is_set (fields->start) || !outlay_date_is_set (fields->end))
    return NULL;
  outlay_date_get_first_day (fields->start, &first);
  outlay_date_get_last_day (fields->end, &last);
  return g_date_compare (&first, &last) <= 0 ? NULL : N_ ("The end is before the start.");
}

static const char *
find_mistake_of_field (const OutlayFields *fields, OutlayField field)
{
  const char *mistake = NULL;

  switch (field)
    {
    case OUTLAY_FIELD_AMOUNT:
      return find_mistake_of_money (&fields->amount);
    case OUTLAY_FIELD_AMOUNT_ALT:
      for (guint i = 0; i < fields->amount_alt->len && mistake == NULL; i++)
        mistake = find_mistake_of_money (&g_array_index (fields->amount_alt, OutlayMoney, i));
      return mistake;
    case OUTLAY_FIELD_CAPACITY:
      return outlay_capacity_is_valid (&fields->capacity)
               ? NULL
               : N_ ("The capacity is too large, or below nothing.");
    case OUTLAY_FIELD_PARTIES:
      return find_mistake_of_parties (fields);
    case OUTLAY_FIELD_ANNOUNCED:
      return is_day_or_none (fields->announced) ? NULL : OUT_OF_TIME;
    case OUTLAY_FIELD_START:
    case OUTLAY_FIELD_END:
      return find_mistake_of_dates (fields);
    case OUTLAY_FIELD_PLACES:
      for (guint i = 0; i < fields->places->len; i++)
        {
          if (!is_country (g_ptr_array_index (fields->places, i)))
            return N_ ("A country is two letters, as in “NO”.");
        }
      return NULL;
    default:
      return NULL;
    }
}

/**
 * outlay_fields_find_mistake:
 * @which: bit (1 << field) of each field to look at
 *
 * Returns: (transfer full) (nullable): what is wrong with a value, for people; %NULL where all make
 *   sense, as no value does.
 */
char *
outlay_fields_find_mistake (const OutlayFields *fields, guint which)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      const char *mistake = which & (1u << field) ? find_mistake_of_field (fields, field) : NULL;

      if (mistake != NULL)
        return g_strdup (_ (mistake));
    }
  return NULL;
}
