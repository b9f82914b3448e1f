/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-row.h"

/** outlay_row_has: returns whether there is a value in @column. */
gboolean
outlay_row_has (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) != SQLITE_NULL;
}

/**
 * outlay_row_get_text:
 *
 * Returns: (transfer none): the text in @column, for as long as @row stands; empty where there is
 *   none or it is no UTF-8.
 */
const char *
outlay_row_get_text (sqlite3_stmt *row, int column)
{
  const char *text = (const char *)sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : "";
}

/** outlay_row_dup_text: returns (transfer full) what outlay_row_get_text() does. */
char *
outlay_row_dup_text (sqlite3_stmt *row, int column)
{
  return g_strdup (outlay_row_get_text (row, column));
}

/**
 * outlay_row_get_optional:
 *
 * Returns: (transfer none) (nullable): the text in @column, for as long as @row stands; %NULL where
 *   there need not be one and is none.
 */
const char *
outlay_row_get_optional (sqlite3_stmt *row, int column)
{
  return outlay_row_has (row, column) ? outlay_row_get_text (row, column) : NULL;
}

/** outlay_row_dup_optional: returns (transfer full) (nullable) what outlay_row_get_optional() does.
 */
char *
outlay_row_dup_optional (sqlite3_stmt *row, int column)
{
  return g_strdup (outlay_row_get_optional (row, column));
}

/** outlay_row_dup_bytes: returns (transfer full) the bytes in @column, none where there is nothing.
 */
GBytes *
outlay_row_dup_bytes (sqlite3_stmt *row, int column)
{
  gconstpointer bytes = sqlite3_column_blob (row, column);

  return g_bytes_new (bytes, bytes != NULL ? (gsize)sqlite3_column_bytes (row, column) : 0);
}

/** outlay_row_dup_file_name: returns (transfer full) (nullable) the name of a file in @column. */
char *
outlay_row_dup_file_name (sqlite3_stmt *row, int column)
{
  const char *bytes = sqlite3_column_blob (row, column);

  return bytes != NULL ? g_strndup (bytes, (gsize)sqlite3_column_bytes (row, column)) : NULL;
}

/** outlay_row_get_time: returns the seconds since 1970 in @column, %OUTLAY_ROW_NO_TIME where they
 * make no sense. */
gint64
outlay_row_get_time (sqlite3_stmt *row, int column)
{
  gint64 time = sqlite3_column_int64 (row, column);

  return time >= 0 && time <= OUTLAY_ROW_LAST_TIME ? time : OUTLAY_ROW_NO_TIME;
}

/**
 * outlay_row_read_date:
 * @date: (out): unset where there is none, or none that makes sense
 *
 * Returns: whether what is in @column makes sense, as nothing does.
 */
gboolean
outlay_row_read_date (sqlite3_stmt *row, int column, OutlayDate *date)
{
  OutlayDate read;

  *date = (OutlayDate)OUTLAY_DATE_INIT;
  if (!outlay_row_has (row, column))
    return TRUE;
  if (!outlay_date_from_string (outlay_row_get_text (row, column), &read)
      || !outlay_date_is_plausible (read))
    return FALSE;
  *date = read;
  return TRUE;
}

static gint64
get_bound (sqlite3_stmt *row, int column)
{
  return outlay_row_has (row, column) ? sqlite3_column_int64 (row, column) : OUTLAY_MONEY_UNSET;
}

/**
 * outlay_row_read_money:
 * @column: the first of five: currency, low, high, qualifier, per
 * @money: (out): unset where there is none, or none that makes sense
 *
 * Returns: whether what is in the columns makes sense, as nothing does.
 */
gboolean
outlay_row_read_money (sqlite3_stmt *row, int column, OutlayMoney *money)
{
  OutlayMoney read = OUTLAY_MONEY_INIT;

  *money = read;
  if (!outlay_row_has (row, column))
    return TRUE;
  read.low = get_bound (row, column + 1);
  read.high = get_bound (row, column + 2);
  if (g_strlcpy (read.currency, outlay_row_get_text (row, column), sizeof read.currency) != 3
      || !outlay_qualifier_from_string (outlay_row_get_text (row, column + 3), &read.qualifier)
      || !outlay_per_from_string (outlay_row_get_optional (row, column + 4), &read.per)
      || !outlay_money_is_valid (&read))
    return FALSE;
  *money = read;
  return TRUE;
}

/**
 * outlay_row_read_capacity:
 * @column: the first of two: kilowatts, qualifier
 * @capacity: (out): unset where there is none, or none that makes sense
 *
 * Returns: whether what is in the columns makes sense, as nothing does.
 */
gboolean
outlay_row_read_capacity (sqlite3_stmt *row, int column, OutlayCapacity *capacity)
{
  OutlayCapacity read = OUTLAY_CAPACITY_INIT;

  *capacity = read;
  if (!outlay_row_has (row, column))
    return TRUE;
  read.kilowatts = sqlite3_column_int64 (row, column);
  if (!outlay_qualifier_from_string (outlay_row_get_text (row, column + 1), &read.qualifier)
      || !outlay_capacity_is_valid (&read))
    return FALSE;
  *capacity = read;
  return TRUE;
}
