/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-suggestions.h"

#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-row.h"

static sqlite3_stmt *
prepare_for (OutlayLedger *self, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (outlay_ledger_get_writer (self), sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

/**
 * outlay_ledger_list_stale:
 * @most: how many are wanted
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of deals of which suggestions
 *   have to be worked out anew; some may be gone.
 */
GArray *
outlay_ledger_list_stale (OutlayLedger *self, guint most, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  return outlay_connection_list_numbers (
    outlay_ledger_get_writer (self),
    prepare_for (self, "SELECT deal_id FROM suggestion_stale ORDER BY deal_id LIMIT ?1", most,
                 error),
    error);
}

/*
 * Other deals with a claim that shares a key; of a claim that is called a part all with one of its
 * parties, and of any those with a claim that is called a part and has one of theirs. The joins are
 * crossed so that each begins with the few rows of the deal itself; its claims have the same keys
 * for the most part, which are asked for once. What is stale and has a higher id finds the deal in
 * its turn.
 */
#define NEAR                                                                                       \
  "WITH own (claim_id) AS MATERIALIZED (SELECT claim_id FROM deal_claim WHERE deal_id = ?1),"      \
  " own_key (key) AS MATERIALIZED (SELECT DISTINCT key FROM own"                                   \
  "  CROSS JOIN claim_key USING (claim_id)),"                                                      \
  " named (name, is_part) AS MATERIALIZED (SELECT DISTINCT name, called_part FROM own"             \
  "  CROSS JOIN claim ON claim.id = claim_id CROSS JOIN fields USING (claim_id)"                   \
  "  CROSS JOIN party ON fields_id = fields.id)"                                                   \
  " SELECT deal_id FROM own_key CROSS JOIN claim_key USING (key)"                                  \
  "  CROSS JOIN deal_claim USING (claim_id)"                                                       \
  " UNION SELECT deal_claim.deal_id FROM named CROSS JOIN party USING (name)"                      \
  "  CROSS JOIN fields ON fields.id = fields_id CROSS JOIN deal_claim USING (claim_id)"            \
  "  WHERE is_part"                                                                                \
  " UNION SELECT part_name.deal_id FROM named CROSS JOIN temp.part_name USING (name)"              \
  " EXCEPT SELECT deal_id FROM suggestion_stale WHERE deal_id > ?1 EXCEPT SELECT ?1 ORDER BY 1"

/**
 * outlay_ledger_note_parts:
 * @error: return location for an #OutlayLedgerError
 *
 * Notes, for outlay_ledger_find_near(), whose claims are called parts now.
 *
 * Returns: whether they are noted.
 */
gboolean
outlay_ledger_note_parts (OutlayLedger *self, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  return outlay_connection_execute (
    outlay_ledger_get_writer (self),
    "CREATE TEMP TABLE IF NOT EXISTS part_name ("
    " name TEXT NOT NULL, deal_id INTEGER NOT NULL, PRIMARY KEY (name, deal_id)"
    ") STRICT, WITHOUT ROWID;"
    "DELETE FROM temp.part_name;"
    "INSERT INTO temp.part_name SELECT DISTINCT name, deal_claim.deal_id"
    " FROM claim CROSS JOIN fields ON fields.claim_id = claim.id"
    " CROSS JOIN party ON fields_id = fields.id"
    " CROSS JOIN deal_claim ON deal_claim.claim_id = claim.id WHERE called_part",
    error);
}

/**
 * outlay_ledger_find_near:
 * @deal_id: of a deal that is stored; the parts have been noted
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of other deals that it may be
 *   one with, or a part or the whole of; without those of higher ids that are stale.
 */
GArray *
outlay_ledger_find_near (OutlayLedger *self, gint64 deal_id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  return outlay_connection_list_numbers (outlay_ledger_get_writer (self),
                                         prepare_for (self, NEAR, deal_id, error), error);
}

/**
 * outlay_ledger_clear_suggestions:
 * @deal_id: of a deal that was stale, and is so no more
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether what was suggested of it is gone.
 */
gboolean
outlay_ledger_clear_suggestions (OutlayLedger *self, gint64 deal_id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM suggestion WHERE claim_id IN (SELECT claim_id FROM deal_claim WHERE deal_id = ?1)",
    "DELETE FROM suggestion WHERE other_id IN (SELECT claim_id FROM deal_claim WHERE deal_id = ?1)",
    "DELETE FROM suggestion_stale WHERE deal_id = ?1",
  };

  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = prepare_for (self, statements[i], deal_id, error);

      if (statement == NULL
          || !outlay_connection_run (outlay_ledger_get_writer (self), statement, error))
        return FALSE;
    }
  return TRUE;
}

static OutlaySuggestionKind
turn_round (OutlaySuggestionKind kind)
{
  if (kind == OUTLAY_SUGGESTION_SAME)
    return kind;
  return kind == OUTLAY_SUGGESTION_PART ? OUTLAY_SUGGESTION_WHOLE : OUTLAY_SUGGESTION_PART;
}

/**
 * outlay_ledger_add_suggestion:
 * @claim_id: of a claim of the deal that it is suggested for
 * @other_id: of a claim of the other deal
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored, for both deals.
 */
gboolean
outlay_ledger_add_suggestion (OutlayLedger *self,
                              gint64 claim_id,
                              gint64 other_id,
                              const OutlayDealSuggestion *suggestion,
                              GError **error)
{
  gboolean turned = claim_id > other_id;

  g_return_val_if_fail (OUTLAY_IS_LEDGER (self) && claim_id != other_id, FALSE);

  sqlite3_stmt *statement
    = prepare_for (self,
                   "INSERT INTO suggestion (claim_id, other_id, kind, points, reason)"
                   " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                   turned ? other_id : claim_id, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, turned ? claim_id : other_id);
  sqlite3_bind_text (
    statement, 3,
    outlay_suggestion_kind_to_string (turned ? turn_round (suggestion->kind) : suggestion->kind),
    -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, suggestion->points);
  sqlite3_bind_text (statement, 5, suggestion->reason, -1, SQLITE_TRANSIENT);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const OutlayDealSuggestion *first = *(const OutlayDealSuggestion *const *)a;
  const OutlayDealSuggestion *second = *(const OutlayDealSuggestion *const *)b;

  if (first->points != second->points)
    return second->points - first->points;
  return (first->deal_id > second->deal_id) - (first->deal_id < second->deal_id);
}

static void
take_suggestion (GHashTable *deals_by_id, sqlite3_stmt *row, gboolean turned)
{
  gint64 id = sqlite3_column_int64 (row, turned ? 1 : 0);
  OutlayDealRecord *deal = g_hash_table_lookup (deals_by_id, &id);
  OutlaySuggestionKind kind;

  if (deal == NULL || !outlay_suggestion_kind_from_string (outlay_row_get_text (row, 2), &kind))
    return;
  OutlayDealSuggestion *suggestion = g_new0 (OutlayDealSuggestion, 1);
  *suggestion = (OutlayDealSuggestion){
    .deal_id = sqlite3_column_int64 (row, turned ? 0 : 1),
    .kind = turned ? turn_round (kind) : kind,
    .points = sqlite3_column_int (row, 3),
    .reason = outlay_row_dup_text (row, 4),
  };
  g_ptr_array_add (deal->suggestions, suggestion);
  deal->review = TRUE;
}

/* What the user rejected is no deal, and so neither one with another nor a part. */
#define SUGGESTED                                                                                  \
  "WITH rejected (claim_id) AS (SELECT other.claim_id FROM remark"                                 \
  "  JOIN remark_claim ON remark_id = remark.id JOIN claim ON claim.key = claim_key"               \
  "  JOIN deal_claim AS own ON own.claim_id = claim.id"                                            \
  "  JOIN deal_claim AS other ON other.deal_id = own.deal_id WHERE rejected)"                      \
  " SELECT own.deal_id, other.deal_id, kind, points, suggestion.reason FROM suggestion"            \
  " JOIN deal_claim AS own ON own.claim_id = suggestion.claim_id"                                  \
  " JOIN deal_claim AS other ON other.claim_id = other_id"                                         \
  " WHERE suggestion.claim_id NOT IN rejected AND other_id NOT IN rejected"

/**
 * outlay_ledger_load_suggestions:
 * @connection: in a transaction
 * @deals: (element-type OutlayDealRecord): get what is suggested of them; with a suggestion a deal
 *   is one to review
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_load_suggestions (OutlayConnection *connection, GPtrArray *deals, GError **error)
{
  g_autoptr (GHashTable) deals_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = outlay_connection_prepare (connection, SUGGESTED, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      g_hash_table_insert (deals_by_id, &deal->id, deal);
    }
  while (outlay_connection_next (connection, statement, &failure))
    {
      take_suggestion (deals_by_id, statement, FALSE);
      take_suggestion (deals_by_id, statement, TRUE);
    }
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_sort (((OutlayDealRecord *)g_ptr_array_index (deals, i))->suggestions,
                      compare_suggestions);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_ledger_list_suggested:
 * @points: the least that must speak for one deal
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids of deals, two and two, that may be
 *   one, the likest first.
 */
GArray *
outlay_ledger_list_suggested (OutlayLedger *self, int points, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, NULL, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement = NULL;

  if (reader == NULL)
    return NULL;
  statement = outlay_connection_prepare (
    reader, SUGGESTED " AND kind = 'same' AND points >= ?1 ORDER BY points DESC, 1, 2", &failure);
  if (statement != NULL)
    sqlite3_bind_int (statement, 1, points);
  while (statement != NULL && outlay_connection_next (reader, statement, &failure))
    {
      for (int column = 0; column < 2; column++)
        {
          gint64 id = sqlite3_column_int64 (statement, column);

          g_array_append_val (ids, id);
        }
    }
  outlay_ledger_end_reading (self, reader);
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
