/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-edit.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/outlay-text.h"
#include "outlay-ledger-error.h"
#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-row.h"

static sqlite3_stmt *
prepare_for (OutlayLedger *ledger, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (outlay_ledger_get_writer (ledger), sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

/* Appends the numbers in the first column of what @statement gives. */
/**
 * outlay_ledger_load_deal:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the deal as the transaction sees it; %NULL with
 *   %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is none of that id.
 */
OutlayDealRecord *
outlay_ledger_load_deal (OutlayLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  g_autoptr (GPtrArray) deals
    = outlay_ledger_load_deals (outlay_ledger_get_writer (ledger), ids, error);
  if (deals == NULL)
    return NULL;
  if (deals->len > 0)
    return outlay_deal_record_ref (g_ptr_array_index (deals, 0));
  outlay_ledger_set_not_found (error, _ ("There is no deal {number} in the ledger."), id);
  return NULL;
}

/**
 * outlay_ledger_delete_deal:
 * @id: of a deal without claims
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is gone.
 */
gboolean
outlay_ledger_delete_deal (OutlayLedger *ledger, gint64 id, GError **error)
{
  sqlite3_stmt *statement = prepare_for (ledger, "DELETE FROM deal WHERE id = ?1", id, error);

  return statement != NULL
         && outlay_connection_run (outlay_ledger_get_writer (ledger), statement, error);
}

/**
 * outlay_ledger_find_deals_of:
 * @deals: (element-type gint64): gets the deals that the article tells of
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_deals_of (OutlayLedger *ledger, gint64 article_id, GArray *deals, GError **error)
{
  return outlay_connection_append_numbers (
    outlay_ledger_get_writer (ledger),
    prepare_for (ledger,
                 "SELECT DISTINCT deal_id FROM claim JOIN deal_claim"
                 " ON claim_id = claim.id WHERE article_id = ?1",
                 article_id, error),
    deals, error);
}

/**
 * outlay_ledger_delete_article:
 * @deals: (element-type gint64): gets the deals that the article told of
 * @error: return location for an #OutlayLedgerError
 *
 * Deletes an article with its claims; deals may be left without any.
 *
 * Returns: whether it is gone.
 */
gboolean
outlay_ledger_delete_article (OutlayLedger *ledger,
                              gint64 article_id,
                              GArray *deals,
                              GError **error)
{
  sqlite3_stmt *statement;

  if (!outlay_ledger_find_deals_of (ledger, article_id, deals, error))
    return FALSE;
  statement = prepare_for (ledger, "DELETE FROM article WHERE id = ?1", article_id, error);
  return statement != NULL
         && outlay_connection_run (outlay_ledger_get_writer (ledger), statement, error);
}

/**
 * outlay_ledger_load_one_article:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the article with its text, as the transaction sees it; %NULL
 *   with %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is none of that id.
 */
OutlayArticle *
outlay_ledger_load_one_article (OutlayLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  OutlayArticle *article
    = outlay_ledger_load_article (outlay_ledger_get_writer (ledger), id, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (article == NULL)
    outlay_ledger_set_not_found (error, _ ("There is no article {number} in the ledger."), id);
  return article;
}

/**
 * outlay_ledger_load_some_articles:
 * @ids: (element-type gint64): of articles
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayArticle): the articles in the order of
 *   @ids, as the transaction sees them; %NULL with %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is
 *   none of an id.
 */
GPtrArray *
outlay_ledger_load_some_articles (OutlayLedger *ledger, const GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);

  for (guint i = 0; i < ids->len; i++)
    {
      OutlayArticle *article
        = outlay_ledger_load_one_article (ledger, g_array_index (ids, gint64, i), error);

      if (article == NULL)
        return NULL;
      g_ptr_array_add (articles, article);
    }
  return g_steal_pointer (&articles);
}

/**
 * outlay_ledger_find_articles_of:
 * @source: a source's name, "" for the unknown one
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of its articles.
 */
GArray *
outlay_ledger_find_articles_of (OutlayLedger *ledger, const char *source, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    outlay_ledger_get_writer (ledger),
    "SELECT id FROM article WHERE coalesce (source, '') = ?1 ORDER BY id", error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, source, -1, SQLITE_TRANSIENT);
  return outlay_connection_list_numbers (outlay_ledger_get_writer (ledger), statement, error);
}

static gboolean
append_deals_of_party (OutlayLedger *ledger, const char *name, GArray *deals, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    outlay_ledger_get_writer (ledger),
    "SELECT DISTINCT coalesce (fields.deal_id, deal_claim.deal_id) FROM party"
    " JOIN fields ON fields.id = fields_id LEFT JOIN deal_claim USING (claim_id) WHERE name = ?1",
    error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT);
  return outlay_connection_append_numbers (outlay_ledger_get_writer (ledger), statement, deals,
                                           error);
}

static GPtrArray *
list_names (OutlayLedger *ledger, GHashTable *keys, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = outlay_connection_prepare (outlay_ledger_get_writer (ledger),
                                                       "SELECT DISTINCT name FROM party", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (outlay_connection_next (outlay_ledger_get_writer (ledger), statement, &failure))
    {
      const char *name = outlay_row_get_text (statement, 0);
      g_autofree char *key = outlay_text_fold (name);

      if (g_hash_table_contains (keys, key))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (failure == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * outlay_ledger_find_named:
 * @keys: (element-type utf8): a set of names, folded by outlay_text_fold()
 * @deals: (element-type gint64): gets the deals of which a claim, or the deal itself, has a party
 *   of one of the names
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_named (OutlayLedger *ledger, GHashTable *keys, GArray *deals, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (ledger, keys, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      if (!append_deals_of_party (ledger, g_ptr_array_index (names, i), deals, error))
        return FALSE;
    }
  return names != NULL;
}

/**
 * outlay_ledger_set_keys:
 * @keys: (array zero-terminated=1): what the claim is found by from now on
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_set_keys (OutlayLedger *ledger,
                        gint64 claim_id,
                        const char *const *keys,
                        GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  sqlite3_stmt *statement
    = prepare_for (ledger, "DELETE FROM claim_key WHERE claim_id = ?1", claim_id, error);

  if (statement == NULL || !outlay_connection_run (writer, statement, error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      statement = prepare_for (
        ledger, "INSERT INTO claim_key (claim_id, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        claim_id, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 2, keys[i], -1, SQLITE_TRANSIENT);
      if (!outlay_connection_run (writer, statement, error))
        return FALSE;
    }
  return TRUE;
}
