/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of a row. A damaged file can hold anything anywhere: nothing where the schema asks for
 * a text, bytes that are no text, or a figure that no deal has. Whatever it holds, what is read
 * here can be used: what makes no sense is left blank, and outlay_check() tells of it.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "base/outlay-fields.h"

G_BEGIN_DECLS

/** OUTLAY_ROW_NO_TIME: stands for a time that makes no sense; GDateTime has none such. */
#define OUTLAY_ROW_NO_TIME G_MAXINT64

/** OUTLAY_ROW_LAST_TIME: the last second of the year 2399, since 1970. */
#define OUTLAY_ROW_LAST_TIME 13569465599

/** OUTLAY_ROW_DEAL_FIELDS: the id of the fields of a deal; of a claim it is twice the claim's. */
#define OUTLAY_ROW_DEAL_FIELDS(deal_id) ((deal_id)*2 + 1)

/**
 * OutlayNonsense:
 * @fields_id: of the claim's or the deal's fields
 * @field: what is left blank of them
 */
typedef struct
{
  gint64 fields_id;
  OutlayField field;
} OutlayNonsense;

gboolean outlay_row_has (sqlite3_stmt *row, int column);
const char *outlay_row_get_text (sqlite3_stmt *row, int column);
char *outlay_row_dup_text (sqlite3_stmt *row, int column);
const char *outlay_row_get_optional (sqlite3_stmt *row, int column);
char *outlay_row_dup_optional (sqlite3_stmt *row, int column);
GBytes *outlay_row_dup_bytes (sqlite3_stmt *row, int column);
char *outlay_row_dup_file_name (sqlite3_stmt *row, int column);
gint64 outlay_row_get_time (sqlite3_stmt *row, int column);
gboolean outlay_row_read_date (sqlite3_stmt *row, int column, OutlayDate *date);
gboolean outlay_row_read_money (sqlite3_stmt *row, int column, OutlayMoney *money);
gboolean outlay_row_read_capacity (sqlite3_stmt *row, int column, OutlayCapacity *capacity);

G_END_DECLS
