/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * A row as it was, with the names of its columns, so that it can come back also where a later
 * version has added some: a GVariant of the type a(sv), little-endian, in a BLOB.
 */
void outlay_row_image_function (sqlite3_context *context, int n_values, sqlite3_value **values);
GVariant *outlay_row_image_read (sqlite3_stmt *row, int column);
GVariant *outlay_row_image_get (GVariant *image, const char *column);
gint64 outlay_row_image_get_number (GVariant *image, const char *column);
void outlay_row_image_bind (sqlite3_stmt *statement, int index, GVariant *value);

G_END_DECLS
