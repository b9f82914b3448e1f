/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-originals.h"

#include "outlay-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
find_original (OutlayConnection *connection,
               const OutlayOriginal *original,
               gint64 *id,
               GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "SELECT id FROM original WHERE digest = ?1 AND form = ?2", error);

  if (statement != NULL)
    {
      sqlite3_bind_text (statement, 1, original->digest, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (statement, 2, outlay_original_form_to_string (original->form), -1,
                         SQLITE_STATIC);
    }
  return outlay_connection_read_number (connection, statement, id, error);
}

static gboolean
add_original (OutlayConnection *connection,
              const OutlayOriginal *original,
              gint64 *id,
              GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "INSERT INTO original (form, digest, size, bytes) VALUES (?1, ?2, ?3, ?4)", error);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (original->packed, &size);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, outlay_original_form_to_string (original->form), -1,
                     SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, original->digest, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 3, (gint64)original->size);
  sqlite3_bind_blob64 (statement, 4, bytes, size, SQLITE_STATIC);
  gboolean done = outlay_connection_run (connection, statement, error);
  sqlite3_clear_bindings (statement);
  *id = outlay_connection_get_last_id (connection);
  return done;
}

/**
 * outlay_ledger_store_original:
 * @article: one that is stored already under @article_id
 *
 * Keeps what @article was read from, if it knows; bytes that are there already are not kept twice.
 *
 * Returns: whether that was done.
 */
gboolean
outlay_ledger_store_original (OutlayConnection *connection,
                              gint64 article_id,
                              const OutlayArticle *article,
                              GError **error)
{
  const OutlayOriginal *original = article->original;
  gint64 id;

  if (original == NULL)
    return TRUE;
  if (!find_original (connection, original, &id, error)
      || (id == 0 && !add_original (connection, original, &id, error)))
    return FALSE;
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection,
    "INSERT INTO article_original (article_id, original_id, position, path)"
    " VALUES (?1, ?2, ?3, ?4)",
    error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  sqlite3_bind_int64 (statement, 2, id);
  sqlite3_bind_int64 (statement, 3, article->original_position);
  if (original->path != NULL)
    sqlite3_bind_blob64 (statement, 4, original->path, strlen (original->path), SQLITE_TRANSIENT);
  return outlay_connection_run (connection, statement, error);
}

static void
clear_origin (gpointer data)
{
  g_free (((OutlayLedgerOrigin *)data)->path);
}

/**
 * outlay_ledger_load_origins:
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerOrigin): of each article what it
 *   was read from, in the order of import.
 */
GArray *
outlay_ledger_load_origins (OutlayConnection *connection, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection,
    "SELECT article.id, original_id, position, path FROM article"
    " LEFT JOIN article_original ON article_id = article.id ORDER BY article.id",
    error);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (OutlayLedgerOrigin));
  g_autoptr (GError) failure = NULL;

  g_array_set_clear_func (origins, clear_origin);
  if (statement == NULL)
    return NULL;
  while (outlay_connection_next (connection, statement, &failure))
    {
      OutlayLedgerOrigin origin = {
        .article_id = sqlite3_column_int64 (statement, 0),
        .original_id = sqlite3_column_int64 (statement, 1),
        .position = (guint)sqlite3_column_int64 (statement, 2),
        .path = outlay_row_dup_file_name (statement, 3),
      };

      g_array_append_val (origins, origin);
    }
  if (failure == NULL)
    return g_steal_pointer (&origins);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static OutlayOriginal *
read_original (sqlite3_stmt *row)
{
  g_autoptr (GBytes) packed = outlay_row_dup_bytes (row, 3);
  OutlayOriginalForm form = OUTLAY_ORIGINAL_FILE;

  outlay_original_form_from_string (outlay_row_get_text (row, 0), &form);
  return outlay_original_new_packed (form, outlay_row_get_text (row, 1),
                                     (gsize)sqlite3_column_int64 (row, 2), packed);
}

/**
 * outlay_ledger_load_original:
 *
 * Returns: (transfer full) (nullable): the original, as it stands in the ledger; %NULL without an
 *   error where there is none of that id.
 */
OutlayOriginal *
outlay_ledger_load_original (OutlayConnection *connection, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "SELECT form, digest, size, bytes FROM original WHERE id = ?1", error);
  g_autoptr (GError) failure = NULL;
  OutlayOriginal *original = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (outlay_connection_next (connection, statement, &failure))
    {
      original = read_original (statement);
      sqlite3_reset (statement);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return original;
}
