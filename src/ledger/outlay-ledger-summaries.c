/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Deals without what only their details show: the evidence, and what each article says by itself.
 * They are read a range of ids at a time, so that however many there are only some are in memory.
 */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-summaries.h"

#include <string.h>

#include "outlay-ledger-load.h"
#include "outlay-ledger-loader.h"
#include "outlay-ledger-private.h"
#include "outlay-ledger-suggestions.h"
#include "outlay-row.h"

#define IDS_AT_A_TIME 4000

/* All claims of summaries say nothing; they share one. */
typedef struct
{
  OutlayLoader loader;
  OutlayClaim *silent;
  GArray *remarked;
} Summaries;

/* A deal that the user said something of. */
typedef struct
{
  OutlayDealRecord *deal;
  gint64 remark_id;
} Remarked;

#define DEAL_RANGE " BETWEEN ?1 AND ?2"
/* A deal's fields have an odd id that comes from its own. */
#define FIELDS_RANGE " WHERE fields_id BETWEEN 2 * ?1 + 1 AND 2 * ?2 + 1 AND fields_id % 2 = 1"

static gboolean
take_deal_conflict (OutlayLoader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 0);
  OutlayField field;

  if (deal == NULL || !outlay_field_from_string (outlay_row_get_text (row, 1), &field))
    return FALSE;
  deal->conflicts |= 1u << field;
  return TRUE;
}

static OutlayArticle *
read_article (sqlite3_stmt *row, int column)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->lang);
  article->lang = outlay_row_dup_text (row, column);
  article->source = outlay_row_dup_optional (row, column + 1);
  outlay_row_read_date (row, column + 2, &article->published);
  article->url = outlay_row_dup_optional (row, column + 3);
  article->title = outlay_row_dup_optional (row, column + 4);
  article->note = outlay_row_dup_optional (row, column + 5);
  article->file = outlay_row_dup_file_name (row, column + 6);
  return article;
}

static gboolean
take_claim (OutlayLoader *loader, sqlite3_stmt *row)
{
  Summaries *summaries = (Summaries *)loader;
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 1);
  Remarked remarked = {deal, sqlite3_column_int64 (row, 5)};

  if (deal == NULL)
    return FALSE;
  OutlayDealClaim *claim
    = outlay_deal_claim_new (sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 2),
                             outlay_claim_ref (summaries->silent), read_article (row, 6));
  claim->key = outlay_row_dup_text (row, 3);
  claim->text_id = sqlite3_column_int64 (row, 4);
  g_ptr_array_add (deal->claims, claim);
  if (remarked.remark_id != 0)
    g_array_append_val (summaries->remarked, remarked);
  return TRUE;
}

static const struct
{
  const char *select;
  OutlayTakeRow take;
} queries[] = {
  {"SELECT " OUTLAY_LOADER_DEAL_COLUMNS " FROM deal WHERE id" DEAL_RANGE " ORDER BY id",
   outlay_loader_take_deal},
  {"SELECT deal_claim.claim_id, deal_id, article_id, key, text_id, remark_id, lang, source,"
   " published, url, title, note, file FROM deal_claim JOIN claim ON claim.id = deal_claim.claim_id"
   " JOIN article ON article.id = article_id LEFT JOIN article_text USING (article_id)"
   " LEFT JOIN remark_claim ON claim_key = key WHERE deal_id" DEAL_RANGE,
   take_claim},
  {"SELECT id, claim_id, deal_id, kind, status, currency, low, high, qualifier, per, kilowatts,"
   " kilowatts_qualifier, announced, start, \"end\" FROM fields WHERE deal_id" DEAL_RANGE,
   outlay_loader_take_fields},
  {"SELECT fields_id, role, name FROM party" FIELDS_RANGE " ORDER BY fields_id, position",
   outlay_loader_take_party},
  {"SELECT fields_id, country FROM place" FIELDS_RANGE " ORDER BY fields_id, position",
   outlay_loader_take_place},
  {"SELECT deal_id, field FROM deal_field WHERE deal_id" DEAL_RANGE " AND conflict",
   take_deal_conflict},
};

static gboolean
read_tags (OutlayConnection *connection, const Remarked *remarked, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, "SELECT name FROM tag WHERE remark_id = ?1 ORDER BY name", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remarked->remark_id);
  while (outlay_connection_next (connection, statement, &failure))
    {
      const char *name = outlay_row_get_text (statement, 0);

      if (!g_ptr_array_find_with_equal_func (remarked->deal->tags, name, g_str_equal, NULL))
        g_ptr_array_add (remarked->deal->tags, g_strdup (name));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
read_remarks (OutlayConnection *connection, const GArray *remarked, GError **error)
{
  for (guint i = 0; i < remarked->len; i++)
    {
      const Remarked *entry = &g_array_index (remarked, Remarked, i);
      sqlite3_stmt *statement = outlay_connection_prepare (
        connection, "SELECT starred, rejected FROM remark WHERE id = ?1", error);
      g_autoptr (GError) failure = NULL;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, entry->remark_id);
      while (outlay_connection_next (connection, statement, &failure))
        {
          entry->deal->starred |= sqlite3_column_int (statement, 0);
          entry->deal->rejected |= sqlite3_column_int (statement, 1);
        }
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!read_tags (connection, entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_queries (
  Summaries *summaries, OutlayConnection *connection, gint64 first, gint64 last, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = outlay_connection_prepare (connection, queries[i].select, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, first);
      sqlite3_bind_int64 (statement, 2, last);
      if (!outlay_loader_run (&summaries->loader, connection, statement, queries[i].take, error))
        return FALSE;
    }
  return read_remarks (connection, summaries->remarked, error);
}

/* The deals of a range of ids, but for those that the user rejected. */
static GPtrArray *
load_range (
  OutlayConnection *connection, OutlayReadings *readings, gint64 first, gint64 last, GError **error)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GHashTable) deals_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) fields_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (OutlayClaim) silent = outlay_claim_new ();
  g_autoptr (GArray) remarked = g_array_new (FALSE, FALSE, sizeof (Remarked));
  Summaries summaries = {.loader = {.deals = deals,
                                    .deals_by_id = deals_by_id,
                                    .claims_by_id = claims_by_id,
                                    .fields_by_id = fields_by_id,
                                    .readings = readings},
                         .silent = silent,
                         .remarked = remarked};

  if (!run_queries (&summaries, connection, first, last, error))
    return NULL;
  outlay_loader_sort_claims (deals);
  for (guint i = deals->len; i > 0; i--)
    {
      if (((OutlayDealRecord *)g_ptr_array_index (deals, i - 1))->rejected)
        g_ptr_array_remove_index (deals, i - 1);
    }
  return g_steal_pointer (&deals);
}

static gboolean
foreach_range (OutlayConnection *connection,
               OutlaySummaryFunc func,
               gpointer user_data,
               GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_ledger_load_readings (connection, error);
  gint64 last;

  if (readings == NULL
      || !outlay_connection_get_number (connection, "SELECT max (id) FROM deal", &last, error))
    return FALSE;
  for (gint64 first = 1; first <= last; first += IDS_AT_A_TIME)
    {
      g_autoptr (GPtrArray) deals
        = load_range (connection, readings, first, first + IDS_AT_A_TIME - 1, error);

      if (deals == NULL || !outlay_ledger_load_suggestions (connection, deals, error))
        return FALSE;
      g_ptr_array_foreach (deals, (GFunc)func, user_data);
    }
  return TRUE;
}

/**
 * outlay_ledger_foreach_summary:
 * @func: called with each deal that the user did not reject
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Goes through all deals of one state. Of each deal its values and marks are there, and of its
 * claims which article they are of and what its head says.
 *
 * Returns: whether all could be read.
 */
gboolean
outlay_ledger_foreach_summary (OutlayLedger *ledger,
                               OutlaySummaryFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), FALSE);

  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);
  if (reader == NULL)
    return FALSE;
  gboolean done = foreach_range (reader, func, user_data, error);
  outlay_ledger_end_reading (ledger, reader);
  return done;
}

static GPtrArray *
load_some (OutlayConnection *connection, const GArray *ids, GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_ledger_load_readings (connection, error);
  g_autoptr (GPtrArray) all
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  if (readings == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      GPtrArray *deals = load_range (connection, readings, id, id, error);

      if (deals == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, deals);
    }
  return outlay_ledger_load_suggestions (connection, all, error) ? g_steal_pointer (&all) : NULL;
}

/**
 * outlay_ledger_list_summaries:
 * @ids: (element-type gint64): which deals
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals as
 *   outlay_ledger_foreach_summary() gives them, in the order of @ids; without those that are gone
 *   or rejected.
 */
GPtrArray *
outlay_ledger_list_summaries (OutlayLedger *ledger,
                              const GArray *ids,
                              GCancellable *cancellable,
                              GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);
  if (reader == NULL)
    return NULL;
  GPtrArray *deals = load_some (reader, ids, error);
  outlay_ledger_end_reading (ledger, reader);
  return deals;
}

/* The first day on which a deal may have been announced; the words of an index. */
#define FIRST_DAY                                                                                  \
  "CASE substr (announced, 6, 2) WHEN 'H1' THEN substr (announced, 1, 4) || '-01'"                 \
  " WHEN 'H2' THEN substr (announced, 1, 4) || '-07'"                                              \
  " WHEN 'Q1' THEN substr (announced, 1, 4) || '-01'"                                              \
  " WHEN 'Q2' THEN substr (announced, 1, 4) || '-04'"                                              \
  " WHEN 'Q3' THEN substr (announced, 1, 4) || '-07'"                                              \
  " WHEN 'Q4' THEN substr (announced, 1, 4) || '-10' ELSE announced END"

/* Of the last day some deals may be beyond those looked at: none of it is taken. */
static void
drop_last_day (GArray *ids, GPtrArray *days)
{
  const char *last = days->pdata[days->len - 1];
  guint n_sure = days->len;

  while (n_sure > 0 && strcmp (days->pdata[n_sure - 1], last) == 0)
    n_sure--;
  g_array_set_size (ids, n_sure);
}

static gboolean
find_newest (OutlayConnection *connection, guint most, GArray *ids, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (connection,
                                 "SELECT deal_id, " FIRST_DAY " AS day FROM fields"
                                 " WHERE deal_id IS NOT NULL ORDER BY day DESC LIMIT ?1",
                                 error);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, most);
  while (outlay_connection_next (connection, statement, &failure))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
      g_ptr_array_add (days, outlay_row_dup_text (statement, 1));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (days->len == most)
    drop_last_day (ids, days);
  return TRUE;
}

/**
 * outlay_ledger_list_newest:
 * @most: look at so many deals
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): deals as
 *   outlay_ledger_foreach_summary() gives them, such that every other one was announced before
 *   each of them; none where so many were announced on the last day that @most doesn't tell.
 */
GPtrArray *
outlay_ledger_list_newest (OutlayLedger *ledger,
                           guint most,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger) && most > 0, NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *deals = NULL;
  if (reader == NULL)
    return NULL;
  if (find_newest (reader, most, ids, error))
    deals = load_some (reader, ids, error);
  outlay_ledger_end_reading (ledger, reader);
  return deals;
}

/* From each source the index leads to the next one; to group all articles would go over each. One
 * that a damaged index leads back to is not gone on from. */
#define LIST_SOURCES                                                                               \
  "WITH RECURSIVE name (source) AS ("                                                              \
  "  SELECT min (source) FROM article"                                                             \
  "  UNION SELECT (SELECT min (source) FROM article WHERE source > name.source)"                   \
  "    FROM name WHERE name.source IS NOT NULL) "                                                  \
  "SELECT NULL WHERE EXISTS (SELECT 1 FROM article WHERE source IS NULL) "                         \
  "UNION ALL SELECT source FROM name WHERE source IS NOT NULL"

static GPtrArray *
read_sources (OutlayConnection *connection, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, LIST_SOURCES, error);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (outlay_connection_next (connection, statement, &failure))
    g_ptr_array_add (sources, outlay_row_dup_optional (statement, 0));
  if (failure == NULL)
    return g_steal_pointer (&sources);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * outlay_ledger_list_sources:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8): who published what is in the ledger, in
 *   order; %NULL first where articles name nobody.
 */
GPtrArray *
outlay_ledger_list_sources (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);
  if (reader == NULL)
    return NULL;
  GPtrArray *sources = read_sources (reader, error);
  outlay_ledger_end_reading (ledger, reader);
  return sources;
}

/**
 * outlay_ledger_list_articles_of:
 * @source: (nullable): who published; %NULL for the articles that name nobody
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerArticle): the articles of @source
 *   without their texts, in the order of import.
 */
GPtrArray *
outlay_ledger_list_articles_of (OutlayLedger *ledger,
                                const char *source,
                                GCancellable *cancellable,
                                GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);
  if (reader == NULL)
    return NULL;
  GPtrArray *articles = outlay_ledger_load_articles_of (reader, source, error);
  outlay_ledger_end_reading (ledger, reader);
  return articles;
}
