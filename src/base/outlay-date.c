/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-date.h"

#include <string.h>

static guint
months_of_unit (guint unit)
{
  switch (unit)
    {
    case OUTLAY_DATE_YEAR:
      return 12;
    case OUTLAY_DATE_HALF:
      return 6;
    case OUTLAY_DATE_QUARTER:
      return 3;
    default:
      return 1;
    }
}

static guint
first_month (OutlayDate date)
{
  return date.part == 0 ? 1 : (date.part - 1u) * months_of_unit (date.unit) + 1;
}

/**
 * outlay_date_year:
 *
 * Returns: a date that is exact to the year; whether it is a valid one outlay_date_is_valid() says.
 *   So do the other constructors.
 */
OutlayDate
outlay_date_year (guint year)
{
  return (OutlayDate){.unit = OUTLAY_DATE_YEAR, .year = MIN (year, G_MAXUINT16)};
}

OutlayDate
outlay_date_half (guint year, guint half)
{
  return (OutlayDate){
    .unit = OUTLAY_DATE_HALF, .part = MIN (half, 99), .year = MIN (year, G_MAXUINT16)};
}

OutlayDate
outlay_date_quarter (guint year, guint quarter)
{
  return (OutlayDate){
    .unit = OUTLAY_DATE_QUARTER, .part = MIN (quarter, 99), .year = MIN (year, G_MAXUINT16)};
}

OutlayDate
outlay_date_month (guint year, guint month)
{
  return (OutlayDate){
    .unit = OUTLAY_DATE_MONTH, .part = MIN (month, 99), .year = MIN (year, G_MAXUINT16)};
}

OutlayDate
outlay_date_day (guint year, guint month, guint day)
{
  return (OutlayDate){.unit = OUTLAY_DATE_DAY,
                      .part = MIN (month, 99),
                      .day = MIN (day, 99),
                      .year = MIN (year, G_MAXUINT16)};
}

/**
 * outlay_date_is_set:
 *
 * Returns: whether @date holds a date.
 */
gboolean
outlay_date_is_set (OutlayDate date)
{
  return date.unit != OUTLAY_DATE_UNSET;
}

/**
 * outlay_date_is_valid:
 *
 * Returns: whether @date names a stretch of the calendar: 2025-13 and 2025-02-30 don't.
 */
gboolean
outlay_date_is_valid (OutlayDate date)
{
  if (date.unit == OUTLAY_DATE_UNSET || date.unit > OUTLAY_DATE_DAY || date.year < 1
      || date.year > 9999)
    return FALSE;
  if (date.unit == OUTLAY_DATE_YEAR)
    return date.part == 0 && date.day == 0;
  if (date.unit == OUTLAY_DATE_DAY)
    return g_date_valid_dmy (date.day, date.part, date.year);
  return date.day == 0 && date.part >= 1 && date.part * months_of_unit (date.unit) <= 12;
}

/**
 * outlay_date_is_plausible:
 *
 * Returns: whether @date is valid and of a year in which deals are made or end, from
 *   %OUTLAY_DATE_FIRST_YEAR to %OUTLAY_DATE_LAST_YEAR.
 */
gboolean
outlay_date_is_plausible (OutlayDate date)
{
  return outlay_date_is_valid (date) && date.year >= OUTLAY_DATE_FIRST_YEAR
         && date.year <= OUTLAY_DATE_LAST_YEAR;
}

/* The first day of a valid date as a number that orders days. */
static guint
number_first_day (OutlayDate date)
{
  guint day = date.unit == OUTLAY_DATE_DAY ? date.day : 1;

  return (date.year * 12u + first_month (date)) * 32 + day;
}

/* The last day as such a number; of a month one that is behind all its days. */
static guint
number_last_day (OutlayDate date)
{
  if (date.unit == OUTLAY_DATE_DAY)
    return number_first_day (date);
  return number_first_day (date) + months_of_unit (date.unit) * 32 - 1;
}

/**
 * outlay_date_equal:
 *
 * Returns: whether @a and @b are the same date, equally exact.
 */
gboolean
outlay_date_equal (OutlayDate a, OutlayDate b)
{
  return a.unit == b.unit && a.part == b.part && a.day == b.day && a.year == b.year;
}

/**
 * outlay_date_compare:
 *
 * Orders by the first day, and the less exact first. An unset date stands before all others.
 *
 * Returns: less than, equal to or greater than 0.
 */
int
outlay_date_compare (OutlayDate a, OutlayDate b)
{
  if (!outlay_date_is_set (a) || !outlay_date_is_set (b))
    return (int)outlay_date_is_set (a) - (int)outlay_date_is_set (b);
  int order = (int)number_first_day (a) - (int)number_first_day (b);
  return order != 0 ? order : (int)a.unit - (int)b.unit;
}

/**
 * outlay_date_contains:
 *
 * Returns: whether all of @inner lies within @outer: 2025 contains 2025-11.
 */
gboolean
outlay_date_contains (OutlayDate outer, OutlayDate inner)
{
  if (!outlay_date_is_set (outer) || !outlay_date_is_set (inner))
    return FALSE;
  return number_first_day (outer) <= number_first_day (inner)
         && number_last_day (inner) <= number_last_day (outer);
}

/**
 * outlay_date_get_first_day:
 * @date: a valid date
 * @day: (out caller-allocates): the first day of the stretch that @date names
 */
void
outlay_date_get_first_day (OutlayDate date, GDate *day)
{
  g_return_if_fail (outlay_date_is_valid (date));

  g_date_clear (day, 1);
  g_date_set_dmy (day, date.unit == OUTLAY_DATE_DAY ? date.day : 1, first_month (date), date.year);
}

/**
 * outlay_date_get_last_day:
 * @date: a valid date
 * @day: (out caller-allocates): the last day of the stretch that @date names
 */
void
outlay_date_get_last_day (OutlayDate date, GDate *day)
{
  g_return_if_fail (outlay_date_is_valid (date));

  outlay_date_get_first_day (date, day);
  if (date.unit != OUTLAY_DATE_DAY)
    {
      guint month = first_month (date) + months_of_unit (date.unit) - 1;

      g_date_set_dmy (day, g_date_get_days_in_month (month, date.year), month, date.year);
    }
}

/**
 * outlay_date_to_string:
 *
 * Returns: (transfer full) (nullable): the JSON form: "2026", "2026-H2", "2026-Q3", "2026-11" or
 *   "2026-11-24"; %NULL for an unset date.
 */
char *
outlay_date_to_string (OutlayDate date)
{
  switch (date.unit)
    {
    case OUTLAY_DATE_YEAR:
      return g_strdup_printf ("%04u", date.year);
    case OUTLAY_DATE_HALF:
      return g_strdup_printf ("%04u-H%u", date.year, date.part);
    case OUTLAY_DATE_QUARTER:
      return g_strdup_printf ("%04u-Q%u", date.year, date.part);
    case OUTLAY_DATE_MONTH:
      return g_strdup_printf ("%04u-%02u", date.year, date.part);
    case OUTLAY_DATE_DAY:
      return g_strdup_printf ("%04u-%02u-%02u", date.year, date.part, date.day);
    default:
      return NULL;
    }
}

static gboolean
read_digits (const char **at, guint count, guint *number)
{
  *number = 0;
  for (guint i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (guint)(*(*at)++ - '0');
    }
  return TRUE;
}

/**
 * outlay_date_from_string:
 * @string: (nullable): a date in the JSON form
 * @date: (out): set where the result is %TRUE
 *
 * Returns: whether @string is a valid date of that form and nothing more.
 */
gboolean
outlay_date_from_string (const char *string, OutlayDate *date)
{
  const char *at = string;
  guint year, part, day;
  OutlayDate result;

  if (at == NULL || !read_digits (&at, 4, &year))
    return FALSE;
  result = outlay_date_year (year);
  if (*at == '-')
    {
      at++;
      if (*at == 'H' || *at == 'Q')
        {
          gboolean half = *at++ == 'H';

          if (!read_digits (&at, 1, &part))
            return FALSE;
          result = half ? outlay_date_half (year, part) : outlay_date_quarter (year, part);
        }
      else if (!read_digits (&at, 2, &part))
        return FALSE;
      else if (*at == '-')
        {
          at++;
          if (!read_digits (&at, 2, &day))
            return FALSE;
          result = outlay_date_day (year, part, day);
        }
      else
        result = outlay_date_month (year, part);
    }
  if (*at != '\0' || !outlay_date_is_valid (result))
    return FALSE;
  *date = result;
  return TRUE;
}
