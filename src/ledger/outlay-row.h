/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The values of a row. A damaged file can hold anything anywhere: nothing where the schema asks for
 * a text, or bytes that are no text. Whatever it holds, what is read here can be used.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean outlay_row_has (sqlite3_stmt *row, int column);
const char *outlay_row_get_text (sqlite3_stmt *row, int column);
char *outlay_row_dup_text (sqlite3_stmt *row, int column);
const char *outlay_row_get_optional (sqlite3_stmt *row, int column);
char *outlay_row_dup_optional (sqlite3_stmt *row, int column);
GBytes *outlay_row_dup_bytes (sqlite3_stmt *row, int column);
char *outlay_row_dup_file_name (sqlite3_stmt *row, int column);

G_END_DECLS
