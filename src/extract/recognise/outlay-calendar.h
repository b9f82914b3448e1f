/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-date.h"
#include "extract/outlay-lexicon.h"

G_BEGIN_DECLS

/**
 * OutlayDateParts:
 * @day: of the month, 0 where it isn't said; so are the others
 * @month: 1–12
 * @quarter: 1–4
 * @half: 1–2
 * @weekday: 1–7, from Monday
 * @year: of four digits
 * @short_year: of two digits, plus one hundred
 * @relative_year: whether @year_offset is said instead of a year
 * @year_offset: years from the publication year
 * @number: a number that patterns with {n} take
 *
 * What the places of a date pattern took.
 */
typedef struct
{
  guint day;
  guint month;
  guint quarter;
  guint half;
  guint weekday;
  guint year;
  guint short_year;
  gboolean relative_year;
  int year_offset;
  guint number;
} OutlayDateParts;

/**
 * OutlayDateReading:
 * @start: the date, or where a stretch begins
 * @end: where a stretch ends
 * @n_months: how long a stretch is where the words say only that
 * @relative: whether the publication day was needed
 */
typedef struct
{
  OutlayDate start;
  OutlayDate end;
  guint n_months;
  gboolean relative;
} OutlayDateReading;

gboolean outlay_calendar_read (const OutlayDatePattern *pattern,
                               const OutlayDateParts parts[2],
                               OutlayDate published,
                               OutlayDateReading *reading);

G_END_DECLS
