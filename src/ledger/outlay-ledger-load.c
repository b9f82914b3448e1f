/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-load.h"

#include <glib/gi18n-lib.h>

#include "base/json/outlay-json.h"
#include "outlay-ledger-loader.h"
#include "outlay-row.h"

/*
 * Deals are read a table at a time, whole or for a set of deals, and joined in memory: ten
 * statements, however many deals there are.
 */
typedef OutlayLoader Loader;

typedef struct
{
  const char *select;
  const char *some;
  const char *order;
  OutlayTakeRow take;
} Query;

#define SOME_DEALS  "SELECT value FROM json_each (?1)"
#define SOME_CLAIMS "SELECT claim_id FROM deal_claim WHERE deal_id IN (" SOME_DEALS ")"
#define SOME_FIELDS                                                                                \
  "SELECT id FROM fields WHERE deal_id IN (" SOME_DEALS ") UNION ALL "                             \
  "SELECT id FROM fields WHERE claim_id IN (" SOME_CLAIMS ")"
#define REMARKED                                                                                   \
  " FROM remark_claim JOIN claim ON key = claim_key JOIN deal_claim ON claim_id = claim.id"
#define ARTICLE_COLUMNS "id, name, file, lang, source, author, url, published, note, title"

static gpointer
id_key (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize)id);
}

/** outlay_loader_find: returns (transfer none) (nullable) what the id in @column stands for. */
gpointer
outlay_loader_find (GHashTable *rows, sqlite3_stmt *row, int column)
{
  return g_hash_table_lookup (rows, id_key (sqlite3_column_int64 (row, column)));
}

/* Where the value of @field made no sense, that is noted; the rest of the deal stands. */
static void
note_sense (Loader *loader, gint64 fields_id, OutlayField field, gboolean makes_sense)
{
  OutlayNonsense nonsense = {fields_id, field};

  if (!makes_sense && loader->nonsense != NULL)
    g_array_append_val (loader->nonsense, nonsense);
}

/** outlay_loader_take_deal: takes the columns of %OUTLAY_LOADER_DEAL_COLUMNS. */
gboolean
outlay_loader_take_deal (Loader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();

  deal->id = sqlite3_column_int64 (row, 0);
  deal->review = sqlite3_column_int (row, 1);
  deal->family = sqlite3_column_int64 (row, 2);
  deal->whole = sqlite3_column_int64 (row, 3);
  g_ptr_array_add (loader->deals, deal);
  g_hash_table_insert (loader->deals_by_id, id_key (deal->id), deal);
  return TRUE;
}

/* The columns of ARTICLE_COLUMNS. */
static OutlayArticle *
read_article (sqlite3_stmt *row)
{
  OutlayArticle *article = outlay_article_new ();

  article->id = outlay_row_dup_optional (row, 1);
  article->file = outlay_row_dup_file_name (row, 2);
  g_free (article->lang);
  article->lang = outlay_row_dup_text (row, 3);
  article->source = outlay_row_dup_optional (row, 4);
  article->author = outlay_row_dup_optional (row, 5);
  article->url = outlay_row_dup_optional (row, 6);
  outlay_row_read_date (row, 7, &article->published);
  article->note = outlay_row_dup_optional (row, 8);
  article->title = outlay_row_dup_optional (row, 9);
  return article;
}

static gboolean
take_article (Loader *loader, sqlite3_stmt *row)
{
  g_hash_table_insert (loader->articles_by_id, id_key (sqlite3_column_int64 (row, 0)),
                       read_article (row));
  return TRUE;
}

static gboolean
take_claim (Loader *loader, sqlite3_stmt *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 1);
  OutlayArticle *article = outlay_loader_find (loader->articles_by_id, row, 3);

  if (deal == NULL || article == NULL)
    return FALSE;
  OutlayClaim *claim = outlay_claim_new ();
  OutlayDealClaim *deal_claim = outlay_deal_claim_new (id, sqlite3_column_int64 (row, 3), claim,
                                                       outlay_article_ref (article));
  deal_claim->reason = outlay_row_dup_optional (row, 2);
  deal_claim->key = outlay_row_dup_text (row, 4);
  claim->main = sqlite3_column_int (row, 5);
  claim->part = sqlite3_column_int (row, 7 + OUTLAY_N_FIELDS);
  deal_claim->text_id = sqlite3_column_int64 (row, 6 + OUTLAY_N_FIELDS);
  for (int field = 0; field < OUTLAY_N_FIELDS; field++)
    claim->confidence[field] = (guint8)CLAMP (sqlite3_column_int (row, 6 + field), 0, 100);
  g_ptr_array_add (deal->claims, deal_claim);
  g_hash_table_insert (loader->claims_by_id, id_key (id), claim);
  return TRUE;
}

/** outlay_loader_take_fields: takes id, claim_id, deal_id and the values, as the table has them. */
gboolean
outlay_loader_take_fields (Loader *loader, sqlite3_stmt *row)
{
  OutlayClaim *claim = outlay_loader_find (loader->claims_by_id, row, 1);
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 2);
  OutlayFields *fields = claim != NULL ? &claim->fields : deal != NULL ? &deal->fields : NULL;

  if (fields == NULL || !outlay_kind_from_string (outlay_row_get_text (row, 3), &fields->kind)
      || !outlay_status_from_string (outlay_row_get_text (row, 4), &fields->status))
    return FALSE;
  gint64 id = sqlite3_column_int64 (row, 0);
  g_hash_table_insert (loader->fields_by_id, id_key (id), fields);
  note_sense (loader, id, OUTLAY_FIELD_AMOUNT, outlay_row_read_money (row, 5, &fields->amount));
  note_sense (loader, id, OUTLAY_FIELD_CAPACITY,
              outlay_row_read_capacity (row, 10, &fields->capacity));
  note_sense (loader, id, OUTLAY_FIELD_ANNOUNCED,
              outlay_row_read_date (row, 12, &fields->announced));
  note_sense (loader, id, OUTLAY_FIELD_START, outlay_row_read_date (row, 13, &fields->start));
  note_sense (loader, id, OUTLAY_FIELD_END, outlay_row_read_date (row, 14, &fields->end));
  return TRUE;
}

/** outlay_loader_take_party: takes fields_id, role, name. */
gboolean
outlay_loader_take_party (Loader *loader, sqlite3_stmt *row)
{
  OutlayFields *fields = outlay_loader_find (loader->fields_by_id, row, 0);
  const char *name = outlay_row_get_text (row, 2);
  OutlayRole role;

  if (fields == NULL || *name == '\0'
      || !outlay_role_from_string (outlay_row_get_text (row, 1), &role))
    return FALSE;
  outlay_fields_add_party (fields, role, outlay_readings_read (loader->readings, name));
  return TRUE;
}

/** outlay_loader_take_place: takes fields_id, country. */
gboolean
outlay_loader_take_place (Loader *loader, sqlite3_stmt *row)
{
  OutlayFields *fields = outlay_loader_find (loader->fields_by_id, row, 0);

  return fields != NULL && outlay_fields_add_place (fields, outlay_row_get_text (row, 1));
}

static gboolean
take_amount (Loader *loader, sqlite3_stmt *row)
{
  OutlayFields *fields = outlay_loader_find (loader->fields_by_id, row, 0);
  OutlayMoney money;

  if (fields == NULL)
    return FALSE;
  if (outlay_row_read_money (row, 1, &money))
    g_array_append_val (fields->amount_alt, money);
  else
    note_sense (loader, sqlite3_column_int64 (row, 0), OUTLAY_FIELD_AMOUNT_ALT, FALSE);
  return TRUE;
}

static gboolean
take_evidence (Loader *loader, sqlite3_stmt *row)
{
  OutlayClaim *claim = outlay_loader_find (loader->claims_by_id, row, 0);
  OutlayEvidence evidence = {
    .index = (guint)sqlite3_column_int64 (row, 2),
    .part
    = g_strcmp0 (outlay_row_get_text (row, 3), "title") == 0 ? OUTLAY_PART_TITLE : OUTLAY_PART_TEXT,
    .span = {(gsize)sqlite3_column_int64 (row, 4), (gsize)sqlite3_column_int64 (row, 5)},
    .rule = g_intern_string (outlay_row_get_optional (row, 6)),
  };

  if (claim == NULL || !outlay_field_from_string (outlay_row_get_text (row, 1), &evidence.field))
    return FALSE;
  g_array_append_val (claim->evidence, evidence);
  return TRUE;
}

static gboolean
take_deal_field (Loader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 0);
  gint64 claim_id = sqlite3_column_int64 (row, 2);
  OutlayField field;

  if (deal == NULL || !outlay_field_from_string (outlay_row_get_text (row, 1), &field))
    return FALSE;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      if (outlay_deal_record_get_claim (deal, i)->id == claim_id)
        deal->chosen[field] = (int)i;
    }
  if (sqlite3_column_int (row, 3))
    deal->conflicts |= 1u << field;
  if (sqlite3_column_int (row, 4))
    deal->grown |= 1u << field;
  return TRUE;
}

/* A deal may stand under several remarks; the oldest is believed. */
static gboolean
take_remark (Loader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 0);

  if (deal == NULL)
    return FALSE;
  deal->starred |= sqlite3_column_int (row, 1);
  deal->rejected |= sqlite3_column_int (row, 2);
  if (deal->reviewed == NULL)
    deal->reviewed = outlay_row_dup_optional (row, 3);
  if (deal->note == NULL)
    deal->note = outlay_row_dup_optional (row, 4);
  return TRUE;
}

static gboolean
take_tag (Loader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 0);

  if (deal == NULL)
    return FALSE;
  g_ptr_array_add (deal->tags, outlay_row_dup_text (row, 1));
  return TRUE;
}

static gboolean
take_correction (Loader *loader, sqlite3_stmt *row)
{
  OutlayDealRecord *deal = outlay_loader_find (loader->deals_by_id, row, 0);
  OutlayField field;

  if (deal == NULL || !outlay_field_from_string (outlay_row_get_text (row, 1), &field))
    return FALSE;
  if (deal->corrected & (1u << field))
    return TRUE;
  if (!outlay_json_read_field (outlay_row_get_text (row, 2), field, &deal->corrections, NULL))
    {
      note_sense (loader, OUTLAY_ROW_DEAL_FIELDS (deal->id), field, FALSE);
      return TRUE;
    }
  deal->corrected |= 1u << field;
  outlay_readings_apply (loader->readings, &deal->corrections);
  return TRUE;
}

static const Query remark_queries[] = {
  {"SELECT deal_id, starred, rejected, reviewed, note" REMARKED
   " JOIN remark ON remark.id = remark_id",
   " WHERE deal_id IN (" SOME_DEALS ")", " ORDER BY remark_id", take_remark},
  {"SELECT DISTINCT deal_id, name" REMARKED " JOIN tag USING (remark_id)",
   " WHERE deal_id IN (" SOME_DEALS ")", " ORDER BY name", take_tag},
  {"SELECT deal_id, field, value" REMARKED " JOIN correction USING (remark_id)",
   " WHERE deal_id IN (" SOME_DEALS ")", " ORDER BY remark_id", take_correction},
};

/* In the order in which rows refer to one another. */
static const Query queries[] = {
  {"SELECT " OUTLAY_LOADER_DEAL_COLUMNS " FROM deal", " WHERE id IN (" SOME_DEALS ")",
   " ORDER BY id", outlay_loader_take_deal},
  {"SELECT " ARTICLE_COLUMNS " FROM article",
   " WHERE id IN (SELECT article_id FROM claim WHERE id IN (" SOME_CLAIMS "))", "", take_article},
  {"SELECT claim.id, deal_id, reason, article_id, key, main, kind_confidence, status_confidence,"
   " parties_confidence, amount_confidence, amount_alt_confidence, capacity_confidence,"
   " places_confidence, announced_confidence, start_confidence, end_confidence, text_id,"
   " called_part"
   " FROM deal_claim JOIN claim ON claim.id = deal_claim.claim_id"
   " LEFT JOIN article_text USING (article_id)",
   " WHERE deal_id IN (" SOME_DEALS ")", " ORDER BY claim_id", take_claim},
  {"SELECT id, claim_id, deal_id, kind, status, currency, low, high, qualifier, per, kilowatts,"
   " kilowatts_qualifier, announced, start, \"end\" FROM fields",
   " WHERE id IN (" SOME_FIELDS ")", "", outlay_loader_take_fields},
  {"SELECT fields_id, role, name FROM party", " WHERE fields_id IN (" SOME_FIELDS ")",
   " ORDER BY fields_id, position", outlay_loader_take_party},
  {"SELECT fields_id, country FROM place", " WHERE fields_id IN (" SOME_FIELDS ")",
   " ORDER BY fields_id, position", outlay_loader_take_place},
  {"SELECT fields_id, currency, low, high, qualifier, per FROM amount_alt",
   " WHERE fields_id IN (" SOME_FIELDS ")", " ORDER BY fields_id, position", take_amount},
  {"SELECT claim_id, field, value_index, part, span_start, span_end, rule FROM evidence",
   " WHERE claim_id IN (" SOME_CLAIMS ")", " ORDER BY claim_id, position", take_evidence},
  {"SELECT deal_id, field, claim_id, conflict, grown FROM deal_field",
   " WHERE deal_id IN (" SOME_DEALS ")", "", take_deal_field},
};

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED,
                       _ ("The ledger is damaged: what it holds doesn’t fit together. Go back to "
                          "a copy of it."));
  return FALSE;
}

/**
 * outlay_loader_run:
 * @statement: with its values
 *
 * Returns: whether all rows of @statement could be read and taken.
 */
gboolean
outlay_loader_run (Loader *loader,
                   OutlayConnection *connection,
                   sqlite3_stmt *statement,
                   OutlayTakeRow take,
                   GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (outlay_connection_next (connection, statement, &failure))
    {
      if (!take (loader, statement))
        {
          sqlite3_reset (statement);
          return damaged (error);
        }
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
run_query (
  Loader *loader, OutlayConnection *connection, const Query *query, const char *ids, GError **error)
{
  g_autofree char *sql
    = g_strconcat (query->select, ids != NULL ? query->some : "", query->order, NULL);
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  if (ids != NULL)
    sqlite3_bind_text (statement, 1, ids, -1, SQLITE_TRANSIENT);
  return outlay_loader_run (loader, connection, statement, query->take, error);
}

static char *
print_ids (const GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  return outlay_deal_claim_compare (*(const OutlayDealClaim *const *)a,
                                    *(const OutlayDealClaim *const *)b);
}

/** outlay_loader_sort_claims: puts the claims of each deal in order. */
void
outlay_loader_sort_claims (const GPtrArray *deals)
{
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_sort (((OutlayDealRecord *)g_ptr_array_index (deals, i))->claims, compare_claims);
}

/**
 * outlay_ledger_load_deals:
 * @connection: in a transaction, so that all tables are of one state
 * @ids: (nullable) (element-type gint64): which deals; %NULL for all
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals in the order of
 *   their ids; those of @ids that there are none of are left out.
 */
GPtrArray *
outlay_ledger_load_deals (OutlayConnection *connection, const GArray *ids, GError **error)
{
  return outlay_ledger_load_noting (connection, ids, NULL, error);
}

/**
 * outlay_ledger_load_noting:
 * @nonsense: (nullable) (element-type OutlayNonsense): takes what had to be left blank
 *
 * Does what outlay_ledger_load_deals() does.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals.
 */
GPtrArray *
outlay_ledger_load_noting (OutlayConnection *connection,
                           const GArray *ids,
                           GArray *nonsense,
                           GError **error)
{
  g_autofree char *json = ids != NULL ? print_ids (ids) : NULL;
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GHashTable) deals_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) articles_by_id
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)outlay_article_unref);
  g_autoptr (GHashTable) claims_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) fields_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (OutlayReadings) readings = outlay_ledger_load_readings (connection, error);
  Loader loader
    = {deals, deals_by_id, articles_by_id, claims_by_id, fields_by_id, readings, nonsense};

  if (readings == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!run_query (&loader, connection, &queries[i], json, error))
        return NULL;
      /* What comes after it counts them. */
      if (queries[i].take == take_claim)
        outlay_loader_sort_claims (deals);
    }
  for (guint i = 0; i < G_N_ELEMENTS (remark_queries); i++)
    {
      if (!run_query (&loader, connection, &remark_queries[i], json, error))
        return NULL;
    }
  return g_steal_pointer (&deals);
}

/* The same of one deal, whose claims are ?1; it stands under no id. */
#define REMARKED_CLAIMS                                                                            \
  " FROM claim JOIN remark_claim ON claim_key = key WHERE claim.id IN"                             \
  " (SELECT value FROM json_each (?1))"

static const Query claim_remark_queries[] = {
  {"SELECT 0, starred, rejected, reviewed, note FROM remark WHERE id IN (SELECT "
   "remark_id" REMARKED_CLAIMS ")",
   "", " ORDER BY id", take_remark},
  {"SELECT DISTINCT 0, name FROM tag WHERE remark_id IN (SELECT remark_id" REMARKED_CLAIMS ")", "",
   " ORDER BY name", take_tag},
  {"SELECT 0, field, value FROM correction WHERE remark_id IN (SELECT remark_id" REMARKED_CLAIMS
   ")",
   "", " ORDER BY remark_id", take_correction},
};

static void
forget_remarks (OutlayDealRecord *deal)
{
  deal->starred = deal->rejected = FALSE;
  deal->corrected = 0;
  g_clear_pointer (&deal->reviewed, g_free);
  g_clear_pointer (&deal->note, g_free);
  g_ptr_array_set_size (deal->tags, 0);
}

/**
 * outlay_ledger_load_remarks:
 * @deal: one whose claims are stored; it itself need not be
 *
 * Reads anew what the user says of @deal.
 *
 * Returns: whether it could be read.
 */
gboolean
outlay_ledger_load_remarks (OutlayConnection *connection, OutlayDealRecord *deal, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) deals_by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (OutlayReadings) readings = outlay_ledger_load_readings (connection, error);
  Loader loader = {.deals_by_id = deals_by_id, .readings = readings};

  if (readings == NULL)
    return FALSE;
  for (guint i = 0; i < deal->claims->len; i++)
    g_array_append_val (ids, outlay_deal_record_get_claim (deal, i)->id);
  g_hash_table_insert (deals_by_id, id_key (0), deal);
  forget_remarks (deal);
  g_autofree char *json = print_ids (ids);
  for (guint i = 0; i < G_N_ELEMENTS (claim_remark_queries); i++)
    {
      if (!run_query (&loader, connection, &claim_remark_queries[i], json, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_ledger_load_readings:
 *
 * Returns: (transfer full) (nullable): the organisations that the user reads as others.
 */
OutlayReadings *
outlay_ledger_load_readings (OutlayConnection *connection, GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_readings_new ();
  sqlite3_stmt *statement
    = outlay_connection_prepare (connection, "SELECT name, reads_as FROM reading", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (outlay_connection_next (connection, statement, &failure))
    outlay_readings_add (readings, outlay_row_get_text (statement, 0),
                         outlay_row_get_text (statement, 1));
  if (failure == NULL)
    return g_steal_pointer (&readings);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

#define LISTED_ARTICLES                                                                            \
  "SELECT " ARTICLE_COLUMNS ", imported, (SELECT count (DISTINCT deal_id) FROM claim"              \
  " JOIN deal_claim ON claim_id = claim.id WHERE article_id = article.id) FROM article"

static GPtrArray *
read_articles (OutlayConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) articles
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_ledger_article_free);
  g_autoptr (GError) failure = NULL;

  while (outlay_connection_next (connection, statement, &failure))
    {
      OutlayLedgerArticle *article = g_new0 (OutlayLedgerArticle, 1);

      article->id = sqlite3_column_int64 (statement, 0);
      article->article = read_article (statement);
      article->imported = sqlite3_column_int64 (statement, 10);
      article->n_deals = (guint)sqlite3_column_int (statement, 11);
      g_ptr_array_add (articles, article);
    }
  if (failure == NULL)
    return g_steal_pointer (&articles);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * outlay_ledger_load_articles:
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerArticle): all articles in the order
 *   of import, without their texts.
 */
GPtrArray *
outlay_ledger_load_articles (OutlayConnection *connection, GError **error)
{
  sqlite3_stmt *statement
    = outlay_connection_prepare (connection, LISTED_ARTICLES " ORDER BY article.id", error);

  return statement != NULL ? read_articles (connection, statement, error) : NULL;
}

/**
 * outlay_ledger_load_articles_of:
 * @source: (nullable): who published; %NULL for the articles that name nobody
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerArticle): the articles of @source
 *   in the order of import, without their texts.
 */
GPtrArray *
outlay_ledger_load_articles_of (OutlayConnection *connection, const char *source, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection, LISTED_ARTICLES " WHERE source IS ?1 ORDER BY article.id", error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, source, -1, SQLITE_TRANSIENT);
  return read_articles (connection, statement, error);
}

/**
 * outlay_ledger_load_article:
 *
 * Returns: (transfer full) (nullable): the article with its text; %NULL without an error where
 * there is none of that id.
 */
OutlayArticle *
outlay_ledger_load_article (OutlayConnection *connection, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection,
    "SELECT " ARTICLE_COLUMNS ", text,"
    " (SELECT text FROM article_imported WHERE article_id = ?1) FROM article WHERE id = ?1",
    error);
  g_autoptr (GError) failure = NULL;
  OutlayArticle *article = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (outlay_connection_next (connection, statement, &failure))
    {
      article = read_article (statement);
      g_free (article->text);
      article->text = outlay_row_dup_text (statement, 10);
      article->imported_text = outlay_row_dup_optional (statement, 11);
      sqlite3_reset (statement);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return article;
}
