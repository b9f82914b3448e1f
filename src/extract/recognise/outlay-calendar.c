/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-calendar.h"

/* A day without a year lies this far ahead of the publication day at most. */
#define MOST_DAYS_AHEAD 92

/* And a day without a month this far. */
#define FEW_DAYS_AHEAD 4

/* The date that @parts make with @year. */
static OutlayDate
make_date (const OutlayDateParts *parts, guint year)
{
  if (parts->day != 0 && parts->month != 0)
    return outlay_date_day (year, parts->month, parts->day);
  if (parts->month != 0)
    return outlay_date_month (year, parts->month);
  if (parts->day != 0)
    return (OutlayDate)OUTLAY_DATE_INIT;
  if (parts->quarter != 0)
    return outlay_date_quarter (year, parts->quarter);
  if (parts->half != 0)
    return outlay_date_half (year, parts->half);
  return outlay_date_year (year);
}

static gboolean
is_bare_weekday (const OutlayDateParts *parts)
{
  return parts->weekday != 0 && parts->day == 0 && parts->month == 0 && parts->year == 0;
}

static OutlayDate
from_gdate (const GDate *day)
{
  return outlay_date_day (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* Of a weekday the last one up to the publication day, or the next one behind it. */
static OutlayDate
find_weekday (guint weekday, OutlayDate published, gboolean ahead)
{
  GDate day;
  OutlayDate none = OUTLAY_DATE_INIT;

  if (published.unit != OUTLAY_DATE_DAY)
    return none;
  outlay_date_get_first_day (published, &day);
  guint back = ((guint)g_date_get_weekday (&day) + 7 - weekday) % 7;
  if (ahead)
    g_date_add_days (&day, 7 - back);
  else
    g_date_subtract_days (&day, back);
  return from_gdate (&day);
}

/* How many days the first day of @date lies behind that of @published. */
static int
count_days_ahead (OutlayDate date, OutlayDate published)
{
  GDate day, base;

  outlay_date_get_first_day (date, &day);
  outlay_date_get_first_day (published, &base);
  return g_date_days_between (&base, &day);
}

/* A date without a year: the last such one, of a day also one soon ahead; or the next one. */
static OutlayDate
choose_year (const OutlayDateParts *parts, OutlayDate published, gboolean ahead)
{
  OutlayDate date = make_date (parts, published.year);
  int most = parts->day != 0 ? MOST_DAYS_AHEAD : 0;

  if (parts->month == 0 || !outlay_date_is_valid (date) || published.unit < OUTLAY_DATE_MONTH)
    return date;
  int days = count_days_ahead (date, published);
  if (ahead && days < 0)
    return make_date (parts, published.year + 1u);
  if (ahead)
    return date;
  if (days > most)
    return make_date (parts, published.year - 1u);
  /* In December, "5 January" is the one to come. */
  OutlayDate next = make_date (parts, published.year + 1u);
  if (parts->day != 0 && outlay_date_is_valid (next) && count_days_ahead (next, published) <= most)
    return next;
  return date;
}

/* A day alone: the last such day up to the publication day, or one soon ahead. */
static OutlayDate
find_day (guint day, OutlayDate published, gboolean ahead)
{
  OutlayDate none = OUTLAY_DATE_INIT;

  if (published.unit != OUTLAY_DATE_DAY)
    return none;
  guint year = published.year, month = published.part;
  if (ahead && day < published.day)
    {
      year += month == 12;
      month = month % 12 + 1;
    }
  else if (!ahead && day > published.day + (guint)FEW_DAYS_AHEAD)
    {
      year -= month == 1;
      month = month == 1 ? 12 : month - 1;
    }
  return outlay_date_day (year, month, day);
}

static OutlayDate
resolve (const OutlayDateParts *parts, OutlayDate published, gboolean ahead, gboolean *relative)
{
  OutlayDate none = OUTLAY_DATE_INIT;

  if (parts->year != 0)
    return make_date (parts, parts->year);
  if (parts->short_year != 0)
    return make_date (parts, 2000 + parts->short_year - 100);
  *relative = TRUE;
  if (!outlay_date_is_set (published))
    return none;
  if (parts->relative_year)
    return make_date (parts, (guint)((int)published.year + parts->year_offset));
  if (is_bare_weekday (parts))
    return find_weekday (parts->weekday, published, ahead);
  if (parts->day != 0 && parts->month == 0)
    return find_day (parts->day, published, ahead);
  return choose_year (parts, published, ahead);
}

/* The unit of @form that lies @offset of them behind the one that holds the publication day. */
static OutlayDate
count_units (OutlayDateForm form, int offset, OutlayDate published)
{
  OutlayDate none = OUTLAY_DATE_INIT;
  guint months = form == OUTLAY_DATE_FORM_YEARS      ? 12
                 : form == OUTLAY_DATE_FORM_HALVES   ? 6
                 : form == OUTLAY_DATE_FORM_QUARTERS ? 3
                                                     : 1;
  GDate day;

  if (!outlay_date_is_set (published) || (months < 12 && published.unit < OUTLAY_DATE_MONTH))
    return none;
  if (form == OUTLAY_DATE_FORM_DAYS)
    {
      if (published.unit != OUTLAY_DATE_DAY)
        return none;
      outlay_date_get_first_day (published, &day);
      if (offset >= 0)
        g_date_add_days (&day, (guint)offset);
      else
        g_date_subtract_days (&day, (guint)-offset);
      return from_gdate (&day);
    }
  int unit = ((int)published.year * 12 + (months < 12 ? published.part - 1 : 0)) / (int)months;
  unit += offset;
  int per_year = 12 / (int)months;
  if (unit < per_year)
    return none;
  guint year = (guint)(unit / per_year);
  guint part = (guint)(unit % per_year) + 1;
  switch (form)
    {
    case OUTLAY_DATE_FORM_YEARS:
      return outlay_date_year (year);
    case OUTLAY_DATE_FORM_HALVES:
      return outlay_date_half (year, part);
    case OUTLAY_DATE_FORM_QUARTERS:
      return outlay_date_quarter (year, part);
    default:
      return outlay_date_month (year, part);
    }
}

/* "10〜12月期": three months that are a quarter are told as that. */
static void
fold_quarter (OutlayDateReading *reading)
{
  const OutlayDate first = reading->start, last = reading->end;

  if (first.unit != OUTLAY_DATE_MONTH || last.unit != OUTLAY_DATE_MONTH || first.year != last.year
      || first.part % 3 != 1 || last.part != first.part + 2)
    return;
  reading->start = outlay_date_quarter (first.year, last.part / 3);
  reading->end = (OutlayDate)OUTLAY_DATE_INIT;
}

static gboolean
read_stretch (const OutlayDateParts parts[2], OutlayDate published, OutlayDateReading *reading)
{
  OutlayDateParts first = parts[0], second = parts[1];

  /* "from March to June 2027": one year for both; "2026/27": one century. */
  if (first.year == 0 && first.short_year == 0 && !first.relative_year)
    {
      first.year = second.year;
      first.relative_year = second.relative_year;
      first.year_offset = second.year_offset;
    }
  /* "28年10〜12月期" */
  if (second.month != 0 && second.year == 0 && second.short_year == 0 && !second.relative_year)
    {
      second.year = first.year;
      second.short_year = first.short_year;
      second.relative_year = first.relative_year;
      second.year_offset = first.year_offset;
    }
  if (second.year == 0 && first.short_year != 0 && first.year != 0)
    {
      second.short_year = first.short_year;
      first.short_year = 0;
    }
  reading->start = resolve (&first, published, FALSE, &reading->relative);
  reading->end = resolve (&second, published, FALSE, &reading->relative);
  if (!outlay_date_is_valid (reading->start) || !outlay_date_is_valid (reading->end)
      || outlay_date_compare (reading->start, reading->end) >= 0)
    return FALSE;
  fold_quarter (reading);
  return TRUE;
}

/* A day of the week that lies @offset weeks from that of the publication day, or the month of the
 * whole week where no day of it is named. */
static OutlayDate
count_weeks (guint weekday, int offset, OutlayDate published)
{
  OutlayDate none = OUTLAY_DATE_INIT;
  GDate base, first, last;

  if (published.unit != OUTLAY_DATE_DAY)
    return none;
  outlay_date_get_first_day (published, &base);
  guint32 monday = (guint32)((int)g_date_get_julian (&base) - ((int)g_date_get_weekday (&base) - 1)
                             + 7 * offset);
  g_date_clear (&first, 1);
  g_date_clear (&last, 1);
  g_date_set_julian (&first, monday + MAX (weekday, 1u) - 1);
  g_date_set_julian (&last, monday + 6);
  if (weekday != 0)
    return from_gdate (&first);
  if (g_date_get_month (&first) != g_date_get_month (&last))
    return none;
  return outlay_date_month (g_date_get_year (&first), g_date_get_month (&first));
}

static gboolean
read_counted (const OutlayDatePattern *pattern,
              const OutlayDateParts *parts,
              OutlayDate published,
              OutlayDateReading *reading)
{
  int offset = pattern->offset + pattern->sign * (int)parts->number;

  reading->relative = TRUE;
  reading->start = pattern->form == OUTLAY_DATE_FORM_WEEKS
                     ? count_weeks (parts->weekday, offset, published)
                     : count_units (pattern->form, offset, published);
  if (pattern->sign > 0 && pattern->form == OUTLAY_DATE_FORM_YEARS)
    reading->n_months = parts->number * 12;
  if (pattern->sign > 0 && pattern->form == OUTLAY_DATE_FORM_MONTHS)
    reading->n_months = parts->number;
  return reading->n_months > 0 || outlay_date_is_valid (reading->start);
}

/**
 * outlay_calendar_read:
 * @pattern: the pattern that fitted
 * @parts: (array fixed-size=2): what its places took, the second of each place apart
 * @published: publication day, unset where it is not known
 * @reading: (out): the date or dates
 *
 * Returns: whether that is a date.
 */
gboolean
outlay_calendar_read (const OutlayDatePattern *pattern,
                      const OutlayDateParts parts[2],
                      OutlayDate published,
                      OutlayDateReading *reading)
{
  *reading = (OutlayDateReading){0};
  switch (pattern->form)
    {
    case OUTLAY_DATE_FORM_NONE:
      return TRUE;
    case OUTLAY_DATE_FORM_ABSOLUTE:
    case OUTLAY_DATE_FORM_AHEAD:
      reading->start = resolve (&parts[0], published, pattern->form == OUTLAY_DATE_FORM_AHEAD,
                                &reading->relative);
      return outlay_date_is_valid (reading->start);
    case OUTLAY_DATE_FORM_STRETCH:
      return read_stretch (parts, published, reading);
    case OUTLAY_DATE_FORM_OVER:
    case OUTLAY_DATE_FORM_OVER_MONTHS:
      reading->n_months
        = parts[0].number * (pattern->form == OUTLAY_DATE_FORM_OVER_MONTHS ? 1 : 12);
      return reading->n_months > 0;
    default:
      return read_counted (pattern, &parts[0], published, reading);
    }
}
