/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** OUTLAY_DATE_FIRST_YEAR: no deal was made before. */
#define OUTLAY_DATE_FIRST_YEAR 1900

/** OUTLAY_DATE_LAST_YEAR: no deal is told of that lasts longer. */
#define OUTLAY_DATE_LAST_YEAR 2399

/**
 * OutlayDateUnit:
 *
 * How exact a partial date is.
 */
typedef enum
{
  OUTLAY_DATE_UNSET,
  OUTLAY_DATE_YEAR,
  OUTLAY_DATE_HALF,
  OUTLAY_DATE_QUARTER,
  OUTLAY_DATE_MONTH,
  OUTLAY_DATE_DAY,
} OutlayDateUnit;

/**
 * OutlayDate:
 * @unit: how exact it is; %OUTLAY_DATE_UNSET where there is no date
 * @part: the half (1–2), quarter (1–4) or month (1–12); of a day its month; of a year 0
 * @day: day of the month, of a day alone
 * @year: 1–9999
 *
 * A date as exact as a text gives it. A plain value: copy it by assignment.
 */
typedef struct
{
  guint8 unit;
  guint8 part;
  guint8 day;
  guint16 year;
} OutlayDate;

#define OUTLAY_DATE_INIT                                                                           \
  {                                                                                                \
    OUTLAY_DATE_UNSET, 0, 0, 0                                                                     \
  }

OutlayDate outlay_date_year (guint year);
OutlayDate outlay_date_half (guint year, guint half);
OutlayDate outlay_date_quarter (guint year, guint quarter);
OutlayDate outlay_date_month (guint year, guint month);
OutlayDate outlay_date_day (guint year, guint month, guint day);
gboolean outlay_date_is_set (OutlayDate date);
gboolean outlay_date_is_valid (OutlayDate date);
gboolean outlay_date_is_plausible (OutlayDate date);
gboolean outlay_date_equal (OutlayDate a, OutlayDate b);
int outlay_date_compare (OutlayDate a, OutlayDate b);
gboolean outlay_date_contains (OutlayDate outer, OutlayDate inner);
void outlay_date_get_first_day (OutlayDate date, GDate *day);
void outlay_date_get_last_day (OutlayDate date, GDate *day);
char *outlay_date_to_string (OutlayDate date);
gboolean outlay_date_from_string (const char *string, OutlayDate *date);

G_END_DECLS
