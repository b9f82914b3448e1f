/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user deleted, which is not to come back by itself. */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-deletions.h"

#include "outlay-ledger-private.h"

static sqlite3_stmt *
prepare_for (OutlayLedger *ledger, const char *sql, const char *digest, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (outlay_ledger_get_writer (ledger), sql, error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, digest, -1, SQLITE_TRANSIENT);
  return statement;
}

/**
 * outlay_ledger_keep_deletion:
 * @digest: of an article, as outlay_ledger_dup_copy_digest() gives it
 * @error: return location for an #OutlayLedgerError
 *
 * Keeps in mind that the article was deleted now.
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_ledger_keep_deletion (OutlayLedger *ledger, const char *digest, GError **error)
{
  sqlite3_stmt *statement = prepare_for (ledger,
                                         "INSERT INTO deletion (digest, made) VALUES (?1, ?2)"
                                         " ON CONFLICT DO UPDATE SET made = excluded.made",
                                         digest, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  return outlay_connection_run (outlay_ledger_get_writer (ledger), statement, error);
}

/**
 * outlay_ledger_find_deletion:
 * @digest: as of outlay_ledger_keep_deletion()
 * @made: (out): when the article was deleted, in seconds since 1970; 0 where it was not
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_deletion (OutlayLedger *ledger, const char *digest, gint64 *made, GError **error)
{
  return outlay_connection_read_number (
    outlay_ledger_get_writer (ledger),
    prepare_for (ledger, "SELECT made FROM deletion WHERE digest = ?1", digest, error), made,
    error);
}

/**
 * outlay_ledger_forget_deletion:
 * @digest: as of outlay_ledger_keep_deletion()
 * @error: return location for an #OutlayLedgerError
 *
 * Forgets that the article was deleted: it is wanted again.
 *
 * Returns: whether it is forgotten.
 */
gboolean
outlay_ledger_forget_deletion (OutlayLedger *ledger, const char *digest, GError **error)
{
  sqlite3_stmt *statement
    = prepare_for (ledger, "DELETE FROM deletion WHERE digest = ?1", digest, error);

  return statement != NULL
         && outlay_connection_run (outlay_ledger_get_writer (ledger), statement, error);
}
