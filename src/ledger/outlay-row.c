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
