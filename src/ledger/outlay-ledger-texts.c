/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-texts.h"

#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"

/* Fewer shared numbers are chance. */
#define LEAST_SHARED 2

/* A number that more articles share than this is in what a site prints below each of them; the
 * copies of one text are found by the first of them. */
#define MOST_ARTICLES 500

/* So many of the likest are compared in full. */
#define MOST_ALIKE 64

typedef struct
{
  gint64 article_id;
  guint n_shared;
} Sharing;

/* A statement whose first value is a number. */
static sqlite3_stmt *
prepare_for (OutlayConnection *connection, const char *sql, gint64 number, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, number);
  return statement;
}

/* One entry for each number that an article shares, so an article may be there several times. */
static GArray *
list_sharing (OutlayConnection *connection, const GArray *sketch, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < sketch->len; i++)
    {
      sqlite3_stmt *statement = prepare_for (
        connection,
        "SELECT article_id FROM article_sketch WHERE number = ?1 ORDER BY article_id LIMIT ?2",
        g_array_index (sketch, guint32, i), error);

      if (statement == NULL)
        return NULL;
      sqlite3_bind_int (statement, 2, MOST_ARTICLES);
      if (!outlay_connection_append_numbers (connection, statement, ids, error))
        return NULL;
    }
  return g_steal_pointer (&ids);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static int
compare_sharing (gconstpointer a, gconstpointer b)
{
  const Sharing *first = a, *second = b;

  if (first->n_shared != second->n_shared)
    return first->n_shared > second->n_shared ? -1 : 1;
  return compare_ids (&first->article_id, &second->article_id);
}

/* The articles among @ids that are there often enough, the most frequent first. */
static GArray *
rank_sharing (GArray *ids)
{
  GArray *ranking = g_array_new (FALSE, FALSE, sizeof (Sharing));

  g_array_sort (ids, compare_ids);
  for (guint i = 0, first = 0; i < ids->len; i++)
    {
      Sharing sharing = {g_array_index (ids, gint64, i), i - first + 1};

      if (i + 1 < ids->len && g_array_index (ids, gint64, i + 1) == sharing.article_id)
        continue;
      if (sharing.n_shared >= LEAST_SHARED)
        g_array_append_val (ranking, sharing);
      first = i + 1;
    }
  g_array_sort (ranking, compare_sharing);
  return ranking;
}

/**
 * outlay_ledger_find_text:
 * @text_id: (out): of the text that the article prints, 0 where it was not compared yet
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_text (OutlayLedger *self, gint64 article_id, gint64 *text_id, GError **error)
{
  OutlayConnection *connection = outlay_ledger_get_writer (self);
  g_autoptr (GArray) text_ids = outlay_connection_list_numbers (
    connection,
    prepare_for (connection, "SELECT text_id FROM article_text WHERE article_id = ?1", article_id,
                 error),
    error);

  *text_id = text_ids != NULL && text_ids->len > 0 ? g_array_index (text_ids, gint64, 0) : 0;
  return text_ids != NULL;
}

/**
 * outlay_ledger_find_alike:
 * @sketch: (element-type guint32): numbers that stand for a text
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerAlike): the articles whose sketches
 *   share the most with @sketch, the likest first.
 */
GArray *
outlay_ledger_find_alike (OutlayLedger *self, const GArray *sketch, GError **error)
{
  OutlayConnection *connection = outlay_ledger_get_writer (self);
  g_autoptr (GArray) ids = list_sharing (connection, sketch, error);

  if (ids == NULL)
    return NULL;
  g_autoptr (GArray) ranking = rank_sharing (ids);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (OutlayLedgerAlike));
  for (guint i = 0; i < MIN (ranking->len, MOST_ALIKE); i++)
    {
      OutlayLedgerAlike entry = {g_array_index (ranking, Sharing, i).article_id, 0};

      if (!outlay_ledger_find_text (self, entry.article_id, &entry.text_id, error))
        return NULL;
      if (entry.text_id != 0)
        g_array_append_val (alike, entry);
    }
  return g_steal_pointer (&alike);
}

static gboolean
run_with (
  OutlayConnection *connection, const char *sql, gint64 first, gint64 second, GError **error)
{
  sqlite3_stmt *statement = prepare_for (connection, sql, first, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, second);
  return outlay_connection_run (connection, statement, error);
}

/**
 * outlay_ledger_add_text:
 * @text_id: of the text that the article prints; its own id where it is no copy
 * @sketch: (element-type guint32): what outlay_ledger_find_alike() finds it by
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_add_text (
  OutlayLedger *self, gint64 article_id, gint64 text_id, const GArray *sketch, GError **error)
{
  OutlayConnection *connection = outlay_ledger_get_writer (self);

  sqlite3_stmt *statement = prepare_for (
    connection, "DELETE FROM article_pending WHERE article_id = ?1", article_id, error);

  if (statement == NULL || !outlay_connection_run (connection, statement, error)
      || !run_with (connection, "INSERT INTO article_text (article_id, text_id) VALUES (?1, ?2)",
                    article_id, text_id, error))
    return FALSE;
  for (guint i = 0; i < sketch->len; i++)
    {
      if (!run_with (connection, "INSERT INTO article_sketch (number, article_id) VALUES (?1, ?2)",
                     g_array_index (sketch, guint32, i), article_id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_ledger_join_texts:
 * @from: a text
 * @to: another, which is the same as it turns out
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_join_texts (OutlayLedger *self, gint64 from, gint64 to, GError **error)
{
  return run_with (outlay_ledger_get_writer (self),
                   "UPDATE article_text SET text_id = ?2 WHERE text_id = ?1", from, to, error);
}

/**
 * outlay_ledger_list_deals_of_text:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals with a claim of an
 *   article that prints the text.
 */
GPtrArray *
outlay_ledger_list_deals_of_text (OutlayLedger *self, gint64 text_id, GError **error)
{
  OutlayConnection *connection = outlay_ledger_get_writer (self);
  g_autoptr (GArray) ids = outlay_connection_list_numbers (
    connection,
    prepare_for (connection,
                 "SELECT DISTINCT deal_id FROM article_text JOIN claim USING (article_id)"
                 " JOIN deal_claim ON claim_id = claim.id WHERE text_id = ?1",
                 text_id, error),
    error);

  return ids != NULL ? outlay_ledger_load_deals (connection, ids, error) : NULL;
}

/**
 * outlay_ledger_list_pending:
 * @most: so many at once
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first of the articles that
 *   outlay_ledger_add_text() was not yet called for, as they are of an older ledger.
 */
GArray *
outlay_ledger_list_pending (OutlayLedger *self, guint most, GError **error)
{
  OutlayConnection *connection = outlay_ledger_get_writer (self);

  return outlay_connection_list_numbers (
    connection,
    prepare_for (connection, "SELECT article_id FROM article_pending ORDER BY article_id LIMIT ?1",
                 most, error),
    error);
}
