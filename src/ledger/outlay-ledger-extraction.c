/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-extraction.h"

#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-ledger-store.h"

static gboolean
run_for (OutlayLedger *ledger, const char *sql, gint64 id, const char *text, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  sqlite3_stmt *statement = outlay_connection_prepare (writer, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (text != NULL)
    sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
  return outlay_connection_run (writer, statement, error);
}

/**
 * outlay_ledger_list_outdated:
 * @engine: the version of an engine, "" for none, so that all articles are listed
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the articles whose claims
 *   another engine read.
 */
GArray *
outlay_ledger_list_outdated (OutlayLedger *ledger,
                             const char *engine,
                             GCancellable *cancellable,
                             GError **error)
{
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);

  if (reader == NULL)
    return NULL;
  sqlite3_stmt *statement = outlay_connection_prepare (
    reader,
    "SELECT id FROM article LEFT JOIN extraction ON article_id = id WHERE engine IS NOT ?1"
    " ORDER BY id",
    error);
  if (statement != NULL)
    sqlite3_bind_text (statement, 1, engine, -1, SQLITE_TRANSIENT);
  GArray *ids = outlay_connection_list_numbers (reader, statement, error);
  outlay_ledger_end_reading (ledger, reader);
  return ids;
}

/**
 * outlay_ledger_set_engine:
 * @engine: the version of the engine that read the article's claims
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_set_engine (OutlayLedger *ledger,
                          gint64 article_id,
                          const char *engine,
                          GError **error)
{
  return run_for (ledger,
                  "INSERT INTO extraction (article_id, engine) VALUES (?1, ?2)"
                  " ON CONFLICT DO UPDATE SET engine = excluded.engine",
                  article_id, engine, error);
}

/**
 * outlay_ledger_load_all_deals:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): all deals as the transaction
 *   sees them, the rejected ones too, in the order of their ids.
 */
GPtrArray *
outlay_ledger_load_all_deals (OutlayLedger *ledger, GError **error)
{
  return outlay_ledger_load_deals (outlay_ledger_get_writer (ledger), NULL, error);
}

/**
 * outlay_ledger_replace_claim:
 * @claim: what the article says by a new reading
 * @keys: (array zero-terminated=1): what the claim is found by
 * @error: return location for an #OutlayLedgerError
 *
 * Stores a new reading of a claim in the place of the older one; the claim stays the same, and in
 * its deal.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_replace_claim (OutlayLedger *ledger,
                             gint64 claim_id,
                             const OutlayClaim *claim,
                             const char *const *keys,
                             GError **error)
{
  return run_for (ledger, "DELETE FROM fields WHERE claim_id = ?1", claim_id, NULL, error)
         && run_for (ledger, "DELETE FROM evidence WHERE claim_id = ?1", claim_id, NULL, error)
         && run_for (ledger, "DELETE FROM claim_key WHERE claim_id = ?1", claim_id, NULL, error)
         && outlay_ledger_store_reading (outlay_ledger_get_writer (ledger), claim_id, claim, keys,
                                         error);
}

/**
 * outlay_ledger_delete_claim:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is gone; its deal may be left without claims.
 */
gboolean
outlay_ledger_delete_claim (OutlayLedger *ledger, gint64 claim_id, GError **error)
{
  return run_for (ledger, "DELETE FROM claim WHERE id = ?1", claim_id, NULL, error);
}

/* Whether the query, which has its value bound, comes to a true number. */
static gboolean
ask (OutlayConnection *writer, sqlite3_stmt *statement, gboolean *has, GError **error)
{
  gint64 number;

  if (!outlay_connection_read_number (writer, statement, &number, error))
    return FALSE;
  *has = number != 0;
  return TRUE;
}

/**
 * outlay_ledger_has_article:
 * @has: (out): whether there is an article of that id
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_has_article (OutlayLedger *ledger, gint64 id, gboolean *has, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  sqlite3_stmt *statement = outlay_connection_prepare (
    writer, "SELECT EXISTS (SELECT 1 FROM article WHERE id = ?1)", error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  return ask (writer, statement, has, error);
}

/**
 * outlay_ledger_has_word:
 * @key: of a claim
 * @has: (out): whether the user said something of the claim or its deal
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_has_word (OutlayLedger *ledger, const char *key, gboolean *has, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  sqlite3_stmt *statement
    = outlay_connection_prepare (writer,
                                 "SELECT EXISTS (SELECT 1 FROM remark_claim WHERE claim_key = ?1)"
                                 " OR EXISTS (SELECT 1 FROM bond WHERE a = ?1 OR b = ?1)",
                                 error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  return ask (writer, statement, has, error);
}

/**
 * outlay_ledger_replace_evidence:
 * @claim: with the words where they stand now
 * @error: return location for an #OutlayLedgerError
 *
 * Stores where the words of a claim stand, which says what it said.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_replace_evidence (OutlayLedger *ledger,
                                gint64 claim_id,
                                const OutlayClaim *claim,
                                GError **error)
{
  return run_for (ledger, "DELETE FROM evidence WHERE claim_id = ?1", claim_id, NULL, error)
         && outlay_ledger_store_evidence (outlay_ledger_get_writer (ledger), claim_id, claim,
                                          error);
}

/**
 * outlay_ledger_correct_text:
 * @text: (nullable): what the article says, by the user; %NULL for what was imported
 * @error: return location for an #OutlayLedgerError
 *
 * Gives an article another text. What was imported is kept.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_correct_text (OutlayLedger *ledger,
                            gint64 article_id,
                            const char *text,
                            GError **error)
{
  if (text != NULL)
    return run_for (ledger,
                    "INSERT INTO article_imported SELECT id, text FROM article WHERE id = ?1"
                    " ON CONFLICT DO NOTHING",
                    article_id, NULL, error)
           && run_for (ledger, "UPDATE article SET text = ?2 WHERE id = ?1", article_id, text,
                       error);
  return run_for (ledger,
                  "UPDATE article SET text = article_imported.text FROM article_imported"
                  " WHERE id = ?1 AND article_id = ?1",
                  article_id, NULL, error)
         && run_for (ledger, "DELETE FROM article_imported WHERE article_id = ?1", article_id, NULL,
                     error);
}
