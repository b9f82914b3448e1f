/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-connection.h"

#include "outlay-ledger-error.h"
#include "search/outlay-tokenizer.h"

/* How long to wait for another program that writes, in milliseconds. */
#define BUSY_TIMEOUT 5000

/* How many steps of SQLite's machine pass between two looks at the cancellable: well under 1 ms. */
#define PROGRESS_STEPS 10000

struct _OutlayConnection
{
  sqlite3 *db;
  char *path;
  GHashTable *statements;
  GCancellable *cancellable;
};

static gboolean
set_error (OutlayConnection *connection, GError **error)
{
  outlay_ledger_set_error (error, connection->path, sqlite3_extended_errcode (connection->db),
                           sqlite3_errmsg (connection->db));
  return FALSE;
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static int
progress_cb (void *data)
{
  OutlayConnection *connection = data;

  return g_cancellable_is_cancelled (connection->cancellable);
}

static sqlite3 *
open_file (const char *path, OutlayConnectionMode mode, gboolean immutable, int *result)
{
  static const int flags[] = {
    [OUTLAY_CONNECTION_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [OUTLAY_CONNECTION_WRITE] = SQLITE_OPEN_READWRITE,
    [OUTLAY_CONNECTION_READ] = SQLITE_OPEN_READONLY,
  };
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, immutable ? "?immutable=1" : NULL, NULL);
  sqlite3 *db = NULL;

  *result = sqlite3_open_v2 (
    uri, &db, flags[mode] | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (*result == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, BUSY_TIMEOUT);
      *result = sqlite3_exec (db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
  if (*result == SQLITE_OK)
    *result = outlay_tokenizer_register (db);
  if (*result == SQLITE_OK)
    return db;
  sqlite3_close (db);
  return NULL;
}

/*
 * A file in write-ahead mode cannot be read where its folder may not be written, because its index
 * lies beside it. Where nobody has left a log there nothing can change it either, and SQLite may
 * read it as it is.
 */
static gboolean
may_be_immutable (const char *path, int result)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && !g_file_test (log, G_FILE_TEST_EXISTS)
         && ((result & 0xff) == SQLITE_CANTOPEN || (result & 0xff) == SQLITE_READONLY);
}

/**
 * outlay_connection_open:
 * @path: in file name encoding
 *
 * Returns: (transfer full) (nullable): a connection; that the file is an SQLite file has been seen.
 *   It only reads, whatever @mode, where the file's permissions allow no more.
 */
OutlayConnection *
outlay_connection_open (const char *path, OutlayConnectionMode mode, GError **error)
{
  int result;
  sqlite3 *db = open_file (path, mode, FALSE, &result);

  if (db == NULL && may_be_immutable (path, result))
    db = open_file (path, OUTLAY_CONNECTION_READ, TRUE, &result);
  if (db == NULL)
    {
      outlay_ledger_set_error (error, path, result, NULL);
      return NULL;
    }
  OutlayConnection *connection = g_new0 (OutlayConnection, 1);
  connection->db = db;
  connection->path = g_strdup (path);
  connection->statements
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  sqlite3_progress_handler (db, PROGRESS_STEPS, progress_cb, connection);
  /* What stands in a ledger from elsewhere must not run anything. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return connection;
}

/** outlay_connection_free: closes @connection; a transaction that is open is rolled back. */
void
outlay_connection_free (OutlayConnection *connection)
{
  if (connection == NULL)
    return;
  g_hash_table_unref (connection->statements);
  sqlite3_close (connection->db);
  g_clear_object (&connection->cancellable);
  g_free (connection->path);
  g_free (connection);
}

/**
 * outlay_connection_is_read_only:
 *
 * Returns: whether nothing can be written, be it by its mode or by the file's permissions.
 */
gboolean
outlay_connection_is_read_only (OutlayConnection *connection)
{
  return sqlite3_db_readonly (connection->db, "main") == 1;
}

/**
 * outlay_connection_is_gone:
 * @error: set where it is gone
 *
 * What is written to a file that was deleted under a program is lost with the program's end, and
 * SQLite doesn't mind.
 *
 * Returns: whether the file no longer lies where it was opened.
 */
gboolean
outlay_connection_is_gone (OutlayConnection *connection, GError **error)
{
  int moved = 0;

  sqlite3_file_control (connection->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved)
    outlay_ledger_set_gone (error, connection->path);
  return moved != 0;
}

/**
 * outlay_connection_set_cancellable:
 * @cancellable: (nullable): what stops a running statement from now on
 */
void
outlay_connection_set_cancellable (OutlayConnection *connection, GCancellable *cancellable)
{
  g_set_object (&connection->cancellable, cancellable);
}

/**
 * outlay_connection_execute:
 * @script: one or more statements, without values
 *
 * Returns: whether all of it ran.
 */
gboolean
outlay_connection_execute (OutlayConnection *connection, const char *script, GError **error)
{
  if (sqlite3_exec (connection->db, script, NULL, NULL, NULL) != SQLITE_OK)
    return set_error (connection, error);
  return TRUE;
}

/**
 * outlay_connection_prepare:
 * @sql: one statement
 *
 * Returns: (transfer none) (nullable): the statement, ready for its values: made at first use and
 *   kept for the connection's life.
 */
sqlite3_stmt *
outlay_connection_prepare (OutlayConnection *connection, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (connection->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    {
      set_error (connection, error);
      return NULL;
    }
  g_hash_table_insert (connection->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * outlay_connection_next:
 * @error: return location, which must not be %NULL: it alone tells the end from a failure
 *
 * Returns: whether @statement stands on a further row.
 */
gboolean
outlay_connection_next (OutlayConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_return_val_if_fail (error != NULL && *error == NULL, FALSE);

  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_error (connection, error);
  sqlite3_reset (statement);
  return FALSE;
}

/**
 * outlay_connection_run:
 *
 * Runs a statement of which no rows are wanted.
 *
 * Returns: whether it ran.
 */
gboolean
outlay_connection_run (OutlayConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (outlay_connection_next (connection, statement, &failure))
    continue;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_connection_get_number:
 * @sql: a statement whose first row holds one number
 * @number: (out): 0 where there is no row
 *
 * Returns: whether it ran.
 */
gboolean
outlay_connection_get_number (OutlayConnection *connection,
                              const char *sql,
                              gint64 *number,
                              GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);

  return outlay_connection_read_number (connection, statement, number, error);
}

/**
 * outlay_connection_read_number:
 * @statement: (nullable): bound; %NULL where preparing it failed, with @error set
 * @number: (out): the first column of the first row, 0 where there is none
 *
 * Returns: whether it ran.
 */
gboolean
outlay_connection_read_number (OutlayConnection *connection,
                               sqlite3_stmt *statement,
                               gint64 *number,
                               GError **error)
{
  g_autoptr (GError) failure = NULL;

  *number = 0;
  if (statement == NULL)
    return FALSE;
  if (outlay_connection_next (connection, statement, &failure))
    {
      *number = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_connection_append_numbers:
 * @statement: (nullable): bound; %NULL where preparing it failed, with @error set
 * @numbers: (element-type gint64): gets the first column of every row
 *
 * Returns: whether it ran; without it @numbers may have got some.
 */
gboolean
outlay_connection_append_numbers (OutlayConnection *connection,
                                  sqlite3_stmt *statement,
                                  GArray *numbers,
                                  GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (outlay_connection_next (connection, statement, &failure))
    {
      gint64 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_connection_list_numbers:
 * @statement: (nullable): bound; %NULL where preparing it failed, with @error set
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first column of every row.
 */
GArray *
outlay_connection_list_numbers (OutlayConnection *connection,
                                sqlite3_stmt *statement,
                                GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  return outlay_connection_append_numbers (connection, statement, numbers, error)
           ? g_steal_pointer (&numbers)
           : NULL;
}

/**
 * outlay_connection_copy:
 * @path: where there is no file yet
 *
 * Copies what is committed into a new file. Outside a transaction.
 *
 * Returns: whether the copy is whole; it may not have reached the disk.
 */
gboolean
outlay_connection_copy (OutlayConnection *connection, const char *path, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT);
  return outlay_connection_run (connection, statement, error);
}

/**
 * outlay_connection_replace:
 * @source: one that reads another file
 * @held: called once nothing else can write
 * @error: return location for an #OutlayLedgerError, or for what @held sets
 *
 * Puts the content of another file in the place of all that is there, in one transaction. Who reads
 * meanwhile goes on to read what was there.
 *
 * Returns: whether it is there.
 */
gboolean
outlay_connection_replace (OutlayConnection *connection,
                           OutlayConnection *source,
                           OutlayConnectionHeld held,
                           gpointer user_data,
                           GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (connection->db, "main", source->db, "main");
  gboolean locked, go_on, done;

  if (backup == NULL)
    return set_error (connection, error);
  /* A step of no pages takes the lock alone. */
  locked = sqlite3_backup_step (backup, 0) == SQLITE_OK;
  go_on = locked && held (user_data, error);
  done = go_on && sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  done = sqlite3_backup_finish (backup) == SQLITE_OK && done;
  if (!done && (go_on || !locked))
    set_error (connection, error);
  return done;
}

/**
 * outlay_connection_get_last_id:
 *
 * Returns: the id of the row that was inserted last.
 */
gint64
outlay_connection_get_last_id (OutlayConnection *connection)
{
  return sqlite3_last_insert_rowid (connection->db);
}

/**
 * outlay_connection_hit_constraint:
 *
 * Returns: whether the statement that ran last failed because a row doesn't fit the others.
 */
gboolean
outlay_connection_hit_constraint (OutlayConnection *connection)
{
  return (sqlite3_errcode (connection->db) & 0xff) == SQLITE_CONSTRAINT;
}

/**
 * outlay_connection_add_function:
 * @n_values: how many values it takes, -1 where that is left open
 *
 * Makes a function of the program callable by name in statements and triggers of @connection.
 *
 * Returns: whether it is.
 */
gboolean
outlay_connection_add_function (OutlayConnection *connection,
                                const char *name,
                                int n_values,
                                void (*function) (sqlite3_context *, int, sqlite3_value **),
                                gpointer user_data,
                                GError **error)
{
  if (sqlite3_create_function_v2 (connection->db, name, n_values, SQLITE_UTF8 | SQLITE_INNOCUOUS,
                                  user_data, function, NULL, NULL, NULL)
      != SQLITE_OK)
    return set_error (connection, error);
  return TRUE;
}
