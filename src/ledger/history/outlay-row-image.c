/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-row-image.h"

#include "ledger/outlay-row.h"

#include <string.h>

#define IMAGE_TYPE G_VARIANT_TYPE ("a(sv)")

/* Text is kept as its bytes in a tuple, which tells it from a BLOB; nothing is the empty tuple. */
#define TEXT_TYPE G_VARIANT_TYPE ("(ay)")

static GVariant *
new_bytes (const void *data, int size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, data, size > 0 ? (gsize)size : 0, 1);
}

static GVariant *
read_value (sqlite3_value *value)
{
  GVariant *bytes;

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      return g_variant_new_int64 (sqlite3_value_int64 (value));
    case SQLITE_FLOAT:
      return g_variant_new_double (sqlite3_value_double (value));
    case SQLITE_TEXT:
      bytes = new_bytes (sqlite3_value_text (value), sqlite3_value_bytes (value));
      return g_variant_new_tuple (&bytes, 1);
    case SQLITE_BLOB:
      return new_bytes (sqlite3_value_blob (value), sqlite3_value_bytes (value));
    default:
      return g_variant_new_tuple (NULL, 0);
    }
}

/**
 * outlay_row_image_function:
 *
 * An SQL function of a row's columns, each its name and its value, that returns the row's image.
 */
void
outlay_row_image_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, IMAGE_TYPE);
  for (int i = 0; i + 1 < n_values; i += 2)
    g_variant_builder_add (&builder, "(sv)", (const char *)sqlite3_value_text (values[i]),
                           read_value (values[i + 1]));
  g_autoptr (GVariant) image = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (image);

      g_variant_unref (image);
      image = swapped;
    }
  sqlite3_result_blob64 (context, g_variant_get_data (image), g_variant_get_size (image),
                         SQLITE_TRANSIENT);
}

/**
 * outlay_row_image_read:
 *
 * Returns: (transfer full) (nullable): the image in a column of @row; %NULL where there is none.
 */
GVariant *
outlay_row_image_read (sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) != SQLITE_BLOB)
    return NULL;
  g_autoptr (GBytes) bytes = outlay_row_dup_bytes (row, column);
  g_autoptr (GVariant) image
    = g_variant_ref_sink (g_variant_new_from_bytes (IMAGE_TYPE, bytes, FALSE));

  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (image) : g_steal_pointer (&image);
}

/**
 * outlay_row_image_get:
 *
 * Returns: (transfer full) (nullable): the value of a column; %NULL where the image has no such
 * one.
 */
GVariant *
outlay_row_image_get (GVariant *image, const char *column)
{
  gsize n_columns = g_variant_n_children (image);

  for (gsize i = 0; i < n_columns; i++)
    {
      const char *name;
      g_autoptr (GVariant) value = NULL;
      g_autoptr (GVariant) entry = g_variant_get_child_value (image, i);

      g_variant_get (entry, "(&sv)", &name, &value);
      if (strcmp (name, column) == 0)
        return g_steal_pointer (&value);
    }
  return NULL;
}

/**
 * outlay_row_image_get_number:
 *
 * Returns: the number in a column; 0 where there is none.
 */
gint64
outlay_row_image_get_number (GVariant *image, const char *column)
{
  g_autoptr (GVariant) value = outlay_row_image_get (image, column);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64)
           ? g_variant_get_int64 (value)
           : 0;
}

/** outlay_row_image_bind: gives a parameter of @statement a value out of an image. */
void
outlay_row_image_bind (sqlite3_stmt *statement, int index, GVariant *value)
{
  gsize size;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    sqlite3_bind_int64 (statement, index, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    sqlite3_bind_double (statement, index, g_variant_get_double (value));
  else if (g_variant_is_of_type (value, TEXT_TYPE))
    {
      g_autoptr (GVariant) bytes = g_variant_get_child_value (value, 0);
      const char *text = g_variant_get_fixed_array (bytes, &size, 1);

      sqlite3_bind_text64 (statement, index, size > 0 ? text : "", size, SQLITE_TRANSIENT,
                           SQLITE_UTF8);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BYTESTRING))
    {
      gconstpointer data = g_variant_get_fixed_array (value, &size, 1);

      sqlite3_bind_blob64 (statement, index, size > 0 ? data : "", size, SQLITE_TRANSIENT);
    }
  else
    sqlite3_bind_null (statement, index);
}
