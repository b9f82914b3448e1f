/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-search-index.h"

#include <string.h>

#include "base/outlay-data-file.h"
#include "ledger/outlay-row.h"

/* Articles are indexed out of their own table: what was there must be told to take it out again. */
static const char *const article_steps[] = {
  "INSERT INTO article_words (article_words, rowid, title, text)"
  " SELECT 'delete', id, title, text FROM search_gone",
  "DELETE FROM search_gone",
  "INSERT INTO article_words (rowid, title, text) SELECT article.id, title, text"
  " FROM search_stale JOIN article ON article.id = search_stale.id WHERE kind = 'article'",
  "DELETE FROM search_stale WHERE kind = 'article'",
  "DELETE FROM deal_words WHERE rowid IN (SELECT id FROM search_stale WHERE kind = 'deal')",
};

/* The names in the deal's own fields and in those of its claims: what was read as something else
 * is still found by what the articles call it. */
#define NAMES                                                                                      \
  "(SELECT group_concat(DISTINCT name) FROM party WHERE fields_id IN"                              \
  " (SELECT fields.id FROM fields WHERE fields.deal_id = ?1 UNION ALL"                             \
  "  SELECT fields.id FROM fields JOIN deal_claim USING (claim_id)"                                \
  "  WHERE deal_claim.deal_id = ?1))"
#define TITLES                                                                                     \
  "(SELECT group_concat(coalesce(title, '') || ' / ' || coalesce(source, ''), ' / ') FROM article" \
  " WHERE id IN (SELECT article_id FROM claim JOIN deal_claim ON claim_id = claim.id"              \
  " WHERE deal_claim.deal_id = ?1))"

static gboolean
run_sql (OutlayConnection *connection, const char *sql, gint64 id, const char *text, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  if (id != 0)
    sqlite3_bind_int64 (statement, 1, id);
  if (text != NULL)
    sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
  return outlay_connection_run (connection, statement, error);
}

/* What a country is called in all languages, by its code; "vi: " before a name is the language of
 * the texts that it is read in. */
static gpointer
load_places (gpointer data)
{
  return outlay_data_file_load ("places.ini", NULL);
}

static void
append_place (GString *words, const char *country)
{
  static GOnce once = G_ONCE_INIT;
  OutlayDataFile *places = g_once (&once, load_places, NULL);
  const GPtrArray *entries = places != NULL ? outlay_data_file_get_entries (places, country) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const OutlayDataEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->key, "name") != 0)
        continue;
      for (guint j = 0; entry->values[j] != NULL; j++)
        {
          const char *mark = strstr (entry->values[j], ": ");

          g_string_append_printf (words, "%s / ", mark != NULL ? mark + 2 : entry->values[j]);
        }
    }
}

static char *
describe_places (OutlayConnection *connection, gint64 deal_id, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (connection,
                                 "SELECT DISTINCT country FROM place JOIN fields"
                                 " ON fields.id = fields_id WHERE deal_id = ?1 ORDER BY country",
                                 error);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, deal_id);
  while (outlay_connection_next (connection, statement, &failure))
    append_place (words, outlay_row_get_text (statement, 0));
  if (failure == NULL)
    return g_strdup (words->str);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
index_deal (OutlayConnection *connection, gint64 id, GError **error)
{
  g_autofree char *places = describe_places (connection, id, error);

  return places != NULL
         && run_sql (connection,
                     "INSERT INTO deal_words (rowid, names, places, titles) SELECT id, " NAMES
                     ", ?2, " TITLES " FROM deal WHERE id = ?1",
                     id, places, error);
}

static gboolean
index_deals (OutlayConnection *connection, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "SELECT id FROM search_stale WHERE kind = 'deal' ORDER BY id", error);
  g_autoptr (GArray) ids = outlay_connection_list_numbers (connection, statement, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!index_deal (connection, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return run_sql (connection, "DELETE FROM search_stale WHERE kind = 'deal'", 0, NULL, error);
}

/**
 * outlay_search_index_is_stale:
 * @stale: (out): whether anything has changed since the index was refreshed; %TRUE after an error
 *
 * Returns: whether that could be found out.
 */
gboolean
outlay_search_index_is_stale (OutlayConnection *connection, gboolean *stale, GError **error)
{
  gint64 n_changed = 1;
  gboolean done = outlay_connection_get_number (connection,
                                                "SELECT EXISTS (SELECT 1 FROM search_stale)"
                                                " OR EXISTS (SELECT 1 FROM search_gone)",
                                                &n_changed, error);

  *stale = !done || n_changed != 0;
  return done;
}

/**
 * outlay_search_index_refresh:
 * @connection: in a transaction
 *
 * Indexes what has changed since the last call.
 *
 * Returns: whether index and content are of one state.
 */
gboolean
outlay_search_index_refresh (OutlayConnection *connection, GError **error)
{
  gboolean stale;

  if (!outlay_search_index_is_stale (connection, &stale, error) || !stale)
    return !stale;
  for (guint i = 0; i < G_N_ELEMENTS (article_steps); i++)
    {
      if (!run_sql (connection, article_steps[i], 0, NULL, error))
        return FALSE;
    }
  return index_deals (connection, error);
}

#define FOUND_DEALS                                                                                \
  "SELECT rowid FROM deal_words WHERE deal_words MATCH ?1 UNION"                                   \
  " SELECT deal_id FROM deal_claim JOIN claim ON claim.id = claim_id WHERE article_id IN"          \
  " (SELECT rowid FROM article_words WHERE article_words MATCH ?1)"
#define LEFT_OUT " EXCEPT SELECT rowid FROM deal_words WHERE deal_words MATCH ?2"

/**
 * outlay_search_index_find:
 * @query: one that asks for something
 *
 * Finds deals by what they and their articles say. Words that must not be there are looked for in
 * the text that has the others, and in the deal itself.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the deals found.
 */
GArray *
outlay_search_index_find (OutlayConnection *connection, const OutlayQuery *query, GError **error)
{
  g_autofree char *wanted = outlay_query_dup_wanted (query);
  g_autofree char *excluded = outlay_query_dup_excluded (query);
  g_autofree char *both = wanted != NULL && excluded != NULL
                            ? g_strdup_printf ("(%s) NOT (%s)", wanted, excluded)
                            : NULL;
  sqlite3_stmt *statement
    = outlay_connection_prepare (connection,
                                 wanted == NULL     ? "SELECT id FROM deal" LEFT_OUT
                                 : excluded == NULL ? FOUND_DEALS
                                                    : FOUND_DEALS LEFT_OUT,
                                 error);

  if (statement == NULL)
    return NULL;
  if (wanted != NULL)
    sqlite3_bind_text (statement, 1, both != NULL ? both : wanted, -1, SQLITE_TRANSIENT);
  if (excluded != NULL)
    sqlite3_bind_text (statement, 2, excluded, -1, SQLITE_TRANSIENT);
  return outlay_connection_list_numbers (connection, statement, error);
}

/**
 * outlay_search_index_catch_up:
 * @error: return location for an #OutlayLedgerError
 *
 * Indexes, in a transaction of its own, what another program has written, and all after the step
 * that brought the index.
 *
 * Returns: whether all is indexed.
 */
gboolean
outlay_search_index_catch_up (OutlayConnection *connection, GError **error)
{
  gboolean stale;

  if (!outlay_search_index_is_stale (connection, &stale, error) || !stale)
    return !stale;
  if (outlay_connection_execute (connection, "BEGIN IMMEDIATE", error)
      && outlay_search_index_refresh (connection, error)
      && outlay_connection_execute (connection, "COMMIT", error))
    return TRUE;
  outlay_connection_execute (connection, "ROLLBACK", NULL);
  return FALSE;
}
