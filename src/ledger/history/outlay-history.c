/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The acts of the user, done and undone: one line, in the order of their ids. Those that are undone
 * stand at its end, and a new act takes their place. Imports are no acts: they change nothing that
 * the user has said.
 */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-history.h"

#include <glib/gi18n-lib.h>

#include "ledger/outlay-ledger-private.h"
#include "ledger/outlay-row.h"
#include "outlay-recorder.h"

#define ENTRY_COLUMNS "id, made, kind, details, undone"

/** outlay_history_entry_free: frees @entry. */
void
outlay_history_entry_free (OutlayHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->kind);
  g_free (entry->details);
  g_free (entry);
}

/* The columns of ENTRY_COLUMNS. */
static OutlayHistoryEntry *
read_entry (sqlite3_stmt *row)
{
  OutlayHistoryEntry *entry = g_new0 (OutlayHistoryEntry, 1);

  entry->id = sqlite3_column_int64 (row, 0);
  entry->made = outlay_row_get_time (row, 1);
  entry->kind = outlay_row_dup_text (row, 2);
  entry->details = outlay_row_dup_text (row, 3);
  entry->undone = sqlite3_column_int (row, 4);
  return entry;
}

static GPtrArray *
read_entries (
  OutlayConnection *connection, const char *sql, gint64 number, gint64 most, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_history_entry_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, most);
  while (outlay_connection_next (connection, statement, &failure))
    g_ptr_array_add (entries, read_entry (statement));
  if (failure == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * outlay_history_list:
 * @deal_id: the deal that the acts are about; 0 for all
 * @most: how many, 0 for all
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayHistoryEntry): the acts, the latest
 * first.
 */
GPtrArray *
outlay_history_list (
  OutlayLedger *ledger, gint64 deal_id, guint most, GCancellable *cancellable, GError **error)
{
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);

  if (reader == NULL)
    return NULL;
  GPtrArray *entries
    = read_entries (reader,
                    deal_id == 0 ? "SELECT " ENTRY_COLUMNS " FROM act WHERE ?1 = 0"
                                   " ORDER BY id DESC LIMIT ?2"
                                 : "SELECT " ENTRY_COLUMNS " FROM act JOIN act_deal ON act_id = id"
                                   " WHERE deal_id = ?1 ORDER BY id DESC LIMIT ?2",
                    deal_id, most > 0 ? (gint64)most : -1, error);
  outlay_ledger_end_reading (ledger, reader);
  return entries;
}

static gboolean
read_times (OutlayConnection *reader, const char *kind, GHashTable *times, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    reader,
    "SELECT deal_id, max (made) FROM act JOIN act_deal ON act_id = act.id"
    " WHERE kind = ?1 AND NOT undone GROUP BY deal_id",
    error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_TRANSIENT);
  while (outlay_connection_next (reader, statement, &failure))
    {
      gint64 id = sqlite3_column_int64 (statement, 0), made = outlay_row_get_time (statement, 1);

      g_hash_table_insert (times, g_memdup2 (&id, sizeof id), g_memdup2 (&made, sizeof made));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_history_list_times:
 * @kind: the name that acts were begun with
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type gint64 gint64): when an act of that kind was
 *   last done to a deal, in seconds since 1970, by the deal's id.
 */
GHashTable *
outlay_history_list_times (OutlayLedger *ledger,
                           const char *kind,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GHashTable) times
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);

  if (reader == NULL)
    return NULL;
  gboolean read = read_times (reader, kind, times, error);
  outlay_ledger_end_reading (ledger, reader);
  return read ? g_steal_pointer (&times) : NULL;
}

/* The act that is undone next, or done again: the number is what "undone" must be. */
static const char *
get_next_query (gboolean forward)
{
  return forward ? "SELECT " ENTRY_COLUMNS " FROM act WHERE undone = ?1 ORDER BY id LIMIT ?2"
                 : "SELECT " ENTRY_COLUMNS " FROM act WHERE undone = ?1 ORDER BY id DESC LIMIT ?2";
}

static gboolean
find_next (OutlayConnection *connection,
           gboolean forward,
           OutlayHistoryEntry **entry,
           GError **error)
{
  g_autoptr (GPtrArray) entries
    = read_entries (connection, get_next_query (forward), forward, 1, error);

  *entry = entries != NULL && entries->len > 0 ? g_ptr_array_steal_index (entries, 0) : NULL;
  return entries != NULL;
}

/**
 * outlay_history_peek:
 * @last_done: (out) (transfer full) (nullable): the act that would be undone
 * @next_undone: (out) (transfer full) (nullable): the act that would be done again
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_history_peek (OutlayLedger *ledger,
                     OutlayHistoryEntry **last_done,
                     OutlayHistoryEntry **next_undone,
                     GError **error)
{
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, NULL, error);

  *last_done = NULL;
  *next_undone = NULL;
  if (reader == NULL)
    return FALSE;
  gboolean asked
    = find_next (reader, FALSE, last_done, error) && find_next (reader, TRUE, next_undone, error);
  outlay_ledger_end_reading (ledger, reader);
  return asked;
}

/**
 * outlay_history_begin_act:
 * @kind: a name that tells what kind of act it is
 * @error: return location for an #OutlayLedgerError
 *
 * From here on to outlay_history_end_act() all that changes in the ledger is the act's. A rollback
 * ends it too.
 *
 * Returns: whether it has begun.
 */
gboolean
outlay_history_begin_act (OutlayLedger *ledger, const char *kind, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  sqlite3_stmt *statement = outlay_connection_prepare (
    writer, "INSERT INTO act (made, kind, details) VALUES (?1, ?2, '')", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  sqlite3_bind_text (statement, 2, kind, -1, SQLITE_TRANSIENT);
  if (!outlay_connection_run (writer, statement, error))
    return FALSE;
  outlay_recorder_start (outlay_ledger_get_recorder (ledger),
                         outlay_connection_get_last_id (writer));
  return TRUE;
}

static gboolean
run_numbers (OutlayConnection *writer, const char *sql, gint64 first, gint64 second, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (writer, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, second);
  return outlay_connection_run (writer, statement, error);
}

static gboolean
has_changes (OutlayConnection *writer, gint64 act_id, gboolean *has, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    writer, "SELECT EXISTS (SELECT 1 FROM act_change WHERE act_id = ?1)", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, act_id);
  while (outlay_connection_next (writer, statement, &failure))
    *has = sqlite3_column_int (statement, 0);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
keep_act (
  OutlayConnection *writer, gint64 act_id, const char *details, const GArray *deals, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (writer, "UPDATE act SET details = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, act_id);
  sqlite3_bind_text (statement, 2, details, -1, SQLITE_TRANSIENT);
  if (!outlay_connection_run (writer, statement, error)
      || !run_numbers (writer, "DELETE FROM act WHERE undone AND id <> ?1", act_id, 0, error))
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    {
      if (!run_numbers (writer,
                        "INSERT INTO act_deal (act_id, deal_id) VALUES (?1, ?2)"
                        " ON CONFLICT DO NOTHING",
                        act_id, g_array_index (deals, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_history_end_act:
 * @details: what the act did
 * @deals: (element-type gint64): ids of the deals that it was about
 * @act_id: (out): of the act; 0 where nothing has changed, and none is kept
 * @error: return location for an #OutlayLedgerError
 *
 * Ends the act. What was undone before it can be done again no more.
 *
 * Returns: whether it is kept, or need not be.
 */
gboolean
outlay_history_end_act (
  OutlayLedger *ledger, const char *details, const GArray *deals, gint64 *act_id, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  OutlayRecorder *recorder = outlay_ledger_get_recorder (ledger);
  gint64 id = outlay_recorder_get_act (recorder);
  gboolean changed = FALSE;

  g_return_val_if_fail (id != 0, FALSE);

  outlay_recorder_stop (recorder);
  if (!has_changes (writer, id, &changed, error))
    return FALSE;
  *act_id = changed ? id : 0;
  return changed ? keep_act (writer, id, details, deals, error)
                 : run_numbers (writer, "DELETE FROM act WHERE id = ?1", id, 0, error);
}

/**
 * outlay_history_drop_act:
 * @error: return location for an #OutlayLedgerError
 *
 * Ends the act without keeping it: what it has changed stays so, and is nothing to undo.
 *
 * Returns: whether it has ended.
 */
gboolean
outlay_history_drop_act (OutlayLedger *ledger, GError **error)
{
  OutlayRecorder *recorder = outlay_ledger_get_recorder (ledger);
  gint64 id = outlay_recorder_get_act (recorder);

  g_return_val_if_fail (id != 0, FALSE);

  outlay_recorder_stop (recorder);
  return run_numbers (outlay_ledger_get_writer (ledger), "DELETE FROM act WHERE id = ?1", id, 0,
                      error);
}

/**
 * outlay_history_get:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): an act that the transaction knows of.
 */
OutlayHistoryEntry *
outlay_history_get (OutlayLedger *ledger, gint64 act_id, GError **error)
{
  g_autoptr (GPtrArray) entries
    = read_entries (outlay_ledger_get_writer (ledger),
                    "SELECT " ENTRY_COLUMNS " FROM act WHERE id = ?1 LIMIT ?2", act_id, 1, error);

  g_return_val_if_fail (entries == NULL || entries->len > 0, NULL);

  return entries != NULL ? g_ptr_array_steal_index (entries, 0) : NULL;
}

static gboolean
add_deals_of_act (OutlayConnection *writer, gint64 act_id, GHashTable *deals, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (writer, "SELECT deal_id FROM act_deal WHERE act_id = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, act_id);
  while (outlay_connection_next (writer, statement, &failure))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (deals, g_memdup2 (&id, sizeof id));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return (first > second) - (first < second);
}

static GArray *
list_ids (GHashTable *set)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  return ids;
}

/**
 * outlay_history_play:
 * @forward: %TRUE to do again what was undone last, %FALSE to undo what was done last
 * @deals: (out) (transfer full) (element-type gint64): ids of the deals to work out anew, of which
 *   some may be gone
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is
 *   no such act
 *
 * Returns: (transfer full) (nullable): the act that was undone or done again.
 */
OutlayHistoryEntry *
outlay_history_play (OutlayLedger *ledger, gboolean forward, GArray **deals, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  g_autoptr (GHashTable) touched
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (OutlayHistoryEntry) entry = NULL;

  if (!find_next (writer, forward, &entry, error))
    return NULL;
  if (entry == NULL)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                           forward ? _ ("There is nothing to do again.")
                                   : _ ("There is nothing to undo."));
      return NULL;
    }
  if (!add_deals_of_act (writer, entry->id, touched, error)
      || !outlay_recorder_play (outlay_ledger_get_recorder (ledger), entry->id, forward, touched,
                                error)
      || !run_numbers (writer, "UPDATE act SET undone = ?2 WHERE id = ?1", entry->id, !forward,
                       error))
    return NULL;
  entry->undone = !forward;
  *deals = list_ids (touched);
  return g_steal_pointer (&entry);
}
