/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-recorder.h"

#include "ledger/outlay-row.h"
#include "outlay-row-image.h"

typedef struct
{
  GPtrArray *columns;
  GPtrArray *keys;
} Table;

struct _OutlayRecorder
{
  OutlayConnection *connection;
  gint64 act_id;
  GHashTable *tables;
};

/* One row of act_change: how to get from one state of a row to the other. */
typedef struct
{
  char *table;
  GVariant *from;
  GVariant *to;
} Change;

/* Of which no images are kept: the history itself, and what is worked out from the rest. */
#define UNRECORDED                                                                                 \
  "name NOT GLOB 'sqlite_*' AND name NOT GLOB 'act*' AND name NOT GLOB 'search_*'"                 \
  " AND name NOT GLOB 'suggestion*'"

static void
table_free (Table *table)
{
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->keys);
  g_free (table);
}

static void
change_free (Change *change)
{
  g_free (change->table);
  g_clear_pointer (&change->from, g_variant_unref);
  g_clear_pointer (&change->to, g_variant_unref);
  g_free (change);
}

static gboolean
read_table (OutlayConnection *connection, const char *name, Table *table, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "SELECT name, pk FROM pragma_table_info (?1) ORDER BY cid", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  while (outlay_connection_next (connection, statement, &failure))
    {
      const char *column = outlay_row_get_text (statement, 0);

      g_ptr_array_add (table->columns, g_strdup (column));
      if (sqlite3_column_int (statement, 1) > 0)
        g_ptr_array_add (table->keys, g_strdup (column));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_tables (OutlayRecorder *self, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    self->connection,
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND " UNRECORDED,
    error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (outlay_connection_next (self->connection, statement, &failure))
    {
      Table *table = g_new0 (Table, 1);

      table->columns = g_ptr_array_new_with_free_func (g_free);
      table->keys = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->tables, outlay_row_dup_text (statement, 0), table);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* outlay_row_image ('a', old."a", 'b', old."b") */
static char *
write_image (const Table *table, const char *row)
{
  GString *sql = g_string_new ("outlay_row_image (");

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (sql, "%s'%s', %s.\"%s\"", i > 0 ? ", " : "", column, row, column);
    }
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
write_difference (const Table *table)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (sql, "%sold.\"%s\" IS NOT new.\"%s\"", i > 0 ? " OR " : "", column,
                              column);
    }
  return g_string_free (sql, FALSE);
}

static gboolean
add_triggers (OutlayConnection *connection, const char *name, const Table *table, GError **error)
{
  static const char *const pattern = "CREATE TEMP TRIGGER \"record_%s_%s\" AFTER %s ON main.\"%s\""
                                     " WHEN outlay_act () IS NOT NULL AND (%s) BEGIN"
                                     " INSERT INTO act_change (act_id, table_name, before, after)"
                                     " VALUES (outlay_act (), '%s', %s, %s); END";
  g_autofree char *before = write_image (table, "old");
  g_autofree char *after = write_image (table, "new");
  g_autofree char *difference = write_difference (table);
  g_autofree char *insert
    = g_strdup_printf (pattern, "insert", name, "INSERT", name, "TRUE", name, "NULL", after);
  g_autofree char *update
    = g_strdup_printf (pattern, "update", name, "UPDATE", name, difference, name, before, after);
  g_autofree char *delete
    = g_strdup_printf (pattern, "delete", name, "DELETE", name, "TRUE", name, before, "NULL");

  return outlay_connection_execute (connection, insert, error)
         && outlay_connection_execute (connection, update, error)
         && outlay_connection_execute (connection, delete, error);
}

static void
act_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const OutlayRecorder *self = sqlite3_user_data (context);

  if (self->act_id != 0)
    sqlite3_result_int64 (context, self->act_id);
  else
    sqlite3_result_null (context);
}

static gboolean
install (OutlayRecorder *self, GError **error)
{
  GHashTableIter iter;
  gpointer name, table;

  if (!outlay_connection_add_function (self->connection, "outlay_act", 0, act_function, self, error)
      || !outlay_connection_add_function (self->connection, "outlay_row_image", -1,
                                          outlay_row_image_function, NULL, error)
      || !read_tables (self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, &name, &table))
    {
      if (!read_table (self->connection, name, table, error)
          || !add_triggers (self->connection, name, table, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_recorder_new:
 * @connection: one that writes, its file up to date; it must outlive the recorder
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): what records changes by @connection, once it is started.
 */
OutlayRecorder *
outlay_recorder_new (OutlayConnection *connection, GError **error)
{
  g_autoptr (OutlayRecorder) self = g_new0 (OutlayRecorder, 1);

  self->connection = connection;
  self->tables
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)table_free);
  return install (self, error) ? g_steal_pointer (&self) : NULL;
}

/** outlay_recorder_free: frees @self; its connection writes no more. */
void
outlay_recorder_free (OutlayRecorder *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->tables);
  g_free (self);
}

/** outlay_recorder_start: changes are those of the act @act_id from now on. */
void
outlay_recorder_start (OutlayRecorder *self, gint64 act_id)
{
  g_return_if_fail (self->act_id == 0);

  self->act_id = act_id;
}

/** outlay_recorder_stop: changes are recorded no more. */
void
outlay_recorder_stop (OutlayRecorder *self)
{
  self->act_id = 0;
}

/**
 * outlay_recorder_get_act:
 *
 * Returns: the act whose changes are recorded; 0 where none are.
 */
gint64
outlay_recorder_get_act (OutlayRecorder *self)
{
  return self->act_id;
}

static GPtrArray *
read_changes (OutlayRecorder *self, gint64 act_id, gboolean forward, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    self->connection,
    forward ? "SELECT table_name, before, after FROM act_change WHERE act_id = ?1 ORDER BY id"
            : "SELECT table_name, after, before FROM act_change WHERE act_id = ?1 ORDER BY id DESC",
    error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, act_id);
  while (outlay_connection_next (self->connection, statement, &failure))
    {
      Change *change = g_new0 (Change, 1);

      change->table = outlay_row_dup_text (statement, 0);
      change->from = outlay_row_image_read (statement, 1);
      change->to = outlay_row_image_read (statement, 2);
      g_ptr_array_add (changes, change);
    }
  if (failure == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
append_keys (GString *sql, const Table *table, GVariant *image, GPtrArray *values)
{
  for (guint i = 0; i < table->keys->len; i++)
    {
      const char *column = g_ptr_array_index (table->keys, i);
      GVariant *value = outlay_row_image_get (image, column);

      g_string_append_printf (sql, "%s\"%s\" = ?", i > 0 ? " AND " : " WHERE ", column);
      g_ptr_array_add (values,
                       value != NULL ? value : g_variant_ref_sink (g_variant_new_tuple (NULL, 0)));
    }
}

static void
write_insert (GString *sql, const Table *table, const Change *change, GPtrArray *values)
{
  g_string_append_printf (sql, "INSERT INTO \"%s\" (", change->table);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);
      GVariant *value = outlay_row_image_get (change->to, column);

      if (value == NULL)
        continue;
      g_string_append_printf (sql, "%s\"%s\"", values->len > 0 ? ", " : "", column);
      g_ptr_array_add (values, value);
    }
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < values->len; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append (sql, ") ON CONFLICT DO NOTHING");
}

/* Only what the act changed goes back: the rest may have changed since. */
static void
write_update (GString *sql, const Table *table, const Change *change, GPtrArray *values)
{
  g_string_append_printf (sql, "UPDATE \"%s\" SET ", change->table);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = g_ptr_array_index (table->columns, i);
      g_autoptr (GVariant) from = outlay_row_image_get (change->from, column);
      g_autoptr (GVariant) to = outlay_row_image_get (change->to, column);

      if (to == NULL || (from != NULL && g_variant_equal (from, to)))
        continue;
      g_string_append_printf (sql, "%s\"%s\" = ?", values->len > 0 ? ", " : "", column);
      g_ptr_array_add (values, g_steal_pointer (&to));
    }
  append_keys (sql, table, change->from, values);
}

/* A deal that was made by the act may have got claims of later articles: it stays with those. */
static void
write_delete (GString *sql, const Table *table, const Change *change, GPtrArray *values)
{
  g_string_append_printf (sql, "DELETE FROM \"%s\"", change->table);
  append_keys (sql, table, change->from, values);
  if (g_str_equal (change->table, "deal"))
    g_string_append (sql, " AND NOT EXISTS (SELECT 1 FROM deal_claim WHERE deal_id = deal.id)");
}

/* Rows of later articles can stand in the way of a row; it is left out then. */
static gboolean
run_change (OutlayRecorder *self, const char *sql, const GPtrArray *values, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (self->connection, sql, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    outlay_row_image_bind (statement, (int)i + 1, g_ptr_array_index (values, i));
  if (outlay_connection_run (self->connection, statement, &failure)
      || outlay_connection_hit_constraint (self->connection))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
play_change (OutlayRecorder *self, const Change *change, GError **error)
{
  const Table *table = g_hash_table_lookup (self->tables, change->table);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (table == NULL)
    return TRUE;
  if (change->from == NULL)
    write_insert (sql, table, change, values);
  else if (change->to == NULL)
    write_delete (sql, table, change, values);
  else
    write_update (sql, table, change, values);
  return run_change (self, sql->str, values, error);
}

static void
note_deal (GHashTable *deals, gint64 id)
{
  if (id != 0)
    g_hash_table_add (deals, g_memdup2 (&id, sizeof id));
}

/* An article that was deleted may have been imported again: the one from before takes its place. */
static gboolean
make_room (OutlayRecorder *self, const Change *change, GHashTable *deals, GError **error)
{
  static const char *const statements[] = {
    "SELECT deal_id FROM article JOIN claim ON article_id = article.id"
    " JOIN deal_claim ON claim_id = claim.id WHERE digest = ?1 AND article.id <> ?2",
    "DELETE FROM article WHERE digest = ?1 AND id <> ?2",
  };
  g_autoptr (GVariant) digest = outlay_row_image_get (change->to, "digest");
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; digest != NULL && i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = outlay_connection_prepare (self->connection, statements[i], error);

      if (statement == NULL)
        return FALSE;
      outlay_row_image_bind (statement, 1, digest);
      sqlite3_bind_int64 (statement, 2, outlay_row_image_get_number (change->to, "id"));
      while (outlay_connection_next (self->connection, statement, &failure))
        note_deal (deals, sqlite3_column_int64 (statement, 0));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
note_deals (GHashTable *deals, const Change *change)
{
  const char *column = g_str_equal (change->table, "deal") ? "id" : "deal_id";

  if (change->from != NULL)
    note_deal (deals, outlay_row_image_get_number (change->from, column));
  if (change->to != NULL)
    note_deal (deals, outlay_row_image_get_number (change->to, column));
}

/**
 * outlay_recorder_play:
 * @forward: %TRUE to do the act again, %FALSE to undo it
 * @deals: (element-type gint64): a set that gets the deals whose rows changed
 * @error: return location for an #OutlayLedgerError
 *
 * Brings the rows that an act changed to the state after it or before it, within a transaction.
 * What imports have changed meanwhile stays; those deals are to be worked out anew.
 *
 * Returns: whether it is done.
 */
gboolean
outlay_recorder_play (
  OutlayRecorder *self, gint64 act_id, gboolean forward, GHashTable *deals, GError **error)
{
  g_return_val_if_fail (self->act_id == 0, FALSE);

  g_autoptr (GPtrArray) changes = read_changes (self, act_id, forward, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const Change *change = g_ptr_array_index (changes, i);
      gboolean returns = change->from == NULL && g_str_equal (change->table, "article");

      note_deals (deals, change);
      if ((returns && !make_room (self, change, deals, error))
          || !play_change (self, change, error))
        return FALSE;
    }
  return changes != NULL;
}
