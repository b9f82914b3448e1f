/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-store.h"

#include <string.h>

#include "outlay-ledger-originals.h"

static void
bind_text (sqlite3_stmt *statement, int column, const char *text)
{
  sqlite3_bind_text (statement, column, text, -1, SQLITE_TRANSIENT);
}

static void
bind_date (sqlite3_stmt *statement, int column, OutlayDate date)
{
  g_autofree char *string = outlay_date_to_string (date);

  bind_text (statement, column, string);
}

static void
bind_bound (sqlite3_stmt *statement, int column, gint64 bound)
{
  if (bound != OUTLAY_MONEY_UNSET)
    sqlite3_bind_int64 (statement, column, bound);
}

/* Five columns: currency, low, high, qualifier, per. */
static void
bind_money (sqlite3_stmt *statement, int column, const OutlayMoney *money)
{
  if (!outlay_money_is_set (money))
    return;
  bind_text (statement, column, money->currency);
  bind_bound (statement, column + 1, money->low);
  bind_bound (statement, column + 2, money->high);
  bind_text (statement, column + 3, outlay_qualifier_to_string (money->qualifier));
  bind_text (statement, column + 4, outlay_per_to_string (money->per));
}

/* A statement whose first value is an id. */
static sqlite3_stmt *
prepare_for (OutlayConnection *connection, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (connection, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

static gboolean
run_for (OutlayConnection *connection, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = prepare_for (connection, sql, id, error);

  return statement != NULL && outlay_connection_run (connection, statement, error);
}

/* Of an article whose text was corrected before it came here. */
static gboolean
store_imported (OutlayConnection *connection,
                gint64 id,
                const OutlayArticle *article,
                GError **error)
{
  sqlite3_stmt *statement;

  if (article->imported_text == NULL)
    return TRUE;
  statement = prepare_for (connection, "INSERT INTO article_imported VALUES (?1, ?2)", id, error);
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 2, article->imported_text);
  return outlay_connection_run (connection, statement, error);
}

/**
 * outlay_ledger_store_article:
 *
 * Returns: the id of the article, 0 with @error where it could not be stored.
 */
gint64
outlay_ledger_store_article (OutlayConnection *connection,
                             const OutlayArticle *article,
                             const char *digest,
                             GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection,
    "INSERT INTO article (digest, imported, name, file, lang, source, author, url, published, note,"
    " title, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    error);

  if (statement == NULL)
    return 0;
  bind_text (statement, 1, digest);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  bind_text (statement, 3, article->id);
  if (article->file != NULL)
    sqlite3_bind_blob64 (statement, 4, article->file, strlen (article->file), SQLITE_TRANSIENT);
  bind_text (statement, 5, article->lang);
  bind_text (statement, 6, article->source);
  bind_text (statement, 7, article->author);
  bind_text (statement, 8, article->url);
  bind_date (statement, 9, article->published);
  bind_text (statement, 10, article->note);
  bind_text (statement, 11, article->title);
  bind_text (statement, 12, article->text);
  if (!outlay_connection_run (connection, statement, error))
    return 0;
  gint64 id = outlay_connection_get_last_id (connection);
  return store_imported (connection, id, article, error)
             && outlay_ledger_store_original (connection, id, article, error)
           ? id
           : 0;
}

static gboolean
store_lists (OutlayConnection *connection,
             gint64 fields_id,
             const OutlayFields *fields,
             GError **error)
{
  sqlite3_stmt *statement;

  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      statement
        = prepare_for (connection, "INSERT INTO party VALUES (?1, ?2, ?3, ?4)", fields_id, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, i);
      bind_text (statement, 3, outlay_role_to_string (party->role));
      bind_text (statement, 4, party->name);
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  for (guint i = 0; i < fields->places->len; i++)
    {
      statement
        = prepare_for (connection, "INSERT INTO place VALUES (?1, ?2, ?3)", fields_id, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, i);
      bind_text (statement, 3, g_ptr_array_index (fields->places, i));
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  for (guint i = 0; i < fields->amount_alt->len; i++)
    {
      statement = prepare_for (
        connection, "INSERT INTO amount_alt VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", fields_id, error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, i);
      bind_money (statement, 3, &g_array_index (fields->amount_alt, OutlayMoney, i));
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* One of @claim_id and @deal_id is 0. Ids come from theirs, so that a row keeps its own for ever.
 */
static gboolean
store_fields (OutlayConnection *connection,
              gint64 claim_id,
              gint64 deal_id,
              const OutlayFields *fields,
              GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    connection,
    "INSERT INTO fields (id, claim_id, deal_id, kind, status, currency, low, high, qualifier, per,"
    " kilowatts, kilowatts_qualifier, announced, start, \"end\")"
    " VALUES (iif(?1 <> 0, ?1 * 2, ?2 * 2 + 1), nullif(?1, 0), nullif(?2, 0), ?3, ?4, ?5, ?6, ?7, "
    "?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, claim_id);
  sqlite3_bind_int64 (statement, 2, deal_id);
  bind_text (statement, 3, outlay_kind_to_string (fields->kind));
  bind_text (statement, 4, outlay_status_to_string (fields->status));
  bind_money (statement, 5, &fields->amount);
  if (outlay_capacity_is_set (&fields->capacity))
    {
      sqlite3_bind_int64 (statement, 10, fields->capacity.kilowatts);
      bind_text (statement, 11, outlay_qualifier_to_string (fields->capacity.qualifier));
    }
  bind_date (statement, 12, fields->announced);
  bind_date (statement, 13, fields->start);
  bind_date (statement, 14, fields->end);
  return outlay_connection_run (connection, statement, error)
         && store_lists (connection, outlay_connection_get_last_id (connection), fields, error);
}

/** outlay_ledger_store_evidence: stores the words of a claim that has none yet. */
gboolean
outlay_ledger_store_evidence (OutlayConnection *connection,
                              gint64 claim_id,
                              const OutlayClaim *claim,
                              GError **error)
{
  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);
      sqlite3_stmt *statement
        = prepare_for (connection, "INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                       claim_id, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, i);
      bind_text (statement, 3, outlay_field_to_string (evidence->field));
      sqlite3_bind_int64 (statement, 4, evidence->index);
      bind_text (statement, 5, evidence->part == OUTLAY_PART_TITLE ? "title" : "text");
      sqlite3_bind_int64 (statement, 6, (gint64)evidence->span.start);
      sqlite3_bind_int64 (statement, 7, (gint64)evidence->span.end);
      bind_text (statement, 8, evidence->rule);
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_keys (OutlayConnection *connection, gint64 claim_id, const char *const *keys, GError **error)
{
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      sqlite3_stmt *statement = prepare_for (
        connection, "INSERT INTO claim_key (claim_id, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        claim_id, error);

      if (statement == NULL)
        return FALSE;
      bind_text (statement, 2, keys[i]);
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Binds, from ?2 on, what stands in the claim's own row. */
static gboolean
run_with_claim (OutlayConnection *connection,
                sqlite3_stmt *statement,
                const OutlayClaim *claim,
                GError **error)
{
  sqlite3_bind_int64 (statement, 2, claim->main ? 1 : 0);
  sqlite3_bind_int64 (statement, 3 + OUTLAY_N_FIELDS, claim->part ? 1 : 0);
  for (int field = 0; field < OUTLAY_N_FIELDS; field++)
    sqlite3_bind_int64 (statement, 3 + field, claim->confidence[field]);
  return outlay_connection_run (connection, statement, error);
}

/* A claim whose words are those of another one of its article is told by its number. */
static gboolean
store_claim_key (OutlayConnection *connection,
                 gint64 claim_id,
                 const OutlayClaim *claim,
                 GError **error)
{
  g_autofree char *key = outlay_claim_dup_key (claim);
  sqlite3_stmt *statement = prepare_for (
    connection,
    "WITH name (base) AS (SELECT digest || '/' || ?2 FROM article JOIN claim ON article.id ="
    " article_id WHERE claim.id = ?1),"
    " same (n) AS (SELECT count(*) FROM claim, name WHERE key = base OR"
    " key BETWEEN base || '#' AND base || '$')"
    " UPDATE claim SET key = (SELECT base || iif (n > 0, '#' || (n + 1), '') FROM name, same)"
    " WHERE id = ?1",
    claim_id, error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 2, key);
  return outlay_connection_run (connection, statement, error);
}

/**
 * outlay_ledger_store_reading:
 * @claim_id: of a claim that is there, without fields, evidence and keys
 *
 * Stores what a claim says by another reading.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_store_reading (OutlayConnection *connection,
                             gint64 claim_id,
                             const OutlayClaim *claim,
                             const char *const *keys,
                             GError **error)
{
  sqlite3_stmt *statement
    = prepare_for (connection,
                   "UPDATE claim SET (main, kind_confidence, status_confidence,"
                   " parties_confidence, amount_confidence, amount_alt_confidence,"
                   " capacity_confidence, places_confidence, announced_confidence,"
                   " start_confidence, end_confidence, called_part)"
                   " = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) WHERE id = ?1",
                   claim_id, error);

  return statement != NULL && run_with_claim (connection, statement, claim, error)
         && store_fields (connection, claim_id, 0, &claim->fields, error)
         && outlay_ledger_store_evidence (connection, claim_id, claim, error)
         && store_keys (connection, claim_id, keys, error);
}

/**
 * outlay_ledger_store_claim:
 *
 * Returns: the id of the claim, 0 with @error where it could not be stored.
 */
gint64
outlay_ledger_store_claim (OutlayConnection *connection,
                           gint64 article_id,
                           const OutlayClaim *claim,
                           const char *const *keys,
                           GError **error)
{
  sqlite3_stmt *statement
    = prepare_for (connection,
                   "INSERT INTO claim (article_id, main, kind_confidence, status_confidence,"
                   " parties_confidence, amount_confidence, amount_alt_confidence,"
                   " capacity_confidence, places_confidence, announced_confidence,"
                   " start_confidence, end_confidence, called_part)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                   article_id, error);

  if (statement == NULL)
    return 0;
  if (!run_with_claim (connection, statement, claim, error))
    return 0;
  gint64 id = outlay_connection_get_last_id (connection);
  if (!store_claim_key (connection, id, claim, error)
      || !store_fields (connection, id, 0, &claim->fields, error)
      || !outlay_ledger_store_evidence (connection, id, claim, error)
      || !store_keys (connection, id, keys, error))
    return 0;
  return id;
}

/* Of the claims of a large deal most stay as they are. */
static gboolean
store_links (OutlayConnection *connection, const OutlayDealRecord *deal, GError **error)
{
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      sqlite3_stmt *statement = prepare_for (
        connection,
        "INSERT INTO deal_claim (claim_id, deal_id, reason) VALUES (?1, ?2, ?3)"
        " ON CONFLICT DO UPDATE SET deal_id = excluded.deal_id, reason = excluded.reason"
        " WHERE deal_id <> excluded.deal_id OR reason IS NOT excluded.reason",
        claim->id, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, deal->id);
      bind_text (statement, 3, claim->reason);
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_choices (OutlayConnection *connection, const OutlayDealRecord *deal, GError **error)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      gboolean conflict = (deal->conflicts & (1u << field)) != 0;

      if (deal->chosen[field] < 0 && !conflict)
        continue;
      sqlite3_stmt *statement
        = prepare_for (connection,
                       "INSERT INTO deal_field (deal_id, field, claim_id, conflict, grown)"
                       " VALUES (?1, ?2, ?3, ?4, ?5)",
                       deal->id, error);
      if (statement == NULL)
        return FALSE;
      bind_text (statement, 2, outlay_field_to_string (field));
      if (deal->chosen[field] >= 0)
        sqlite3_bind_int64 (statement, 3,
                            outlay_deal_record_get_claim (deal, (guint)deal->chosen[field])->id);
      sqlite3_bind_int64 (statement, 4, conflict ? 1 : 0);
      sqlite3_bind_int64 (statement, 5, (deal->grown & (1u << field)) != 0 ? 1 : 0);
      if (!outlay_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_ledger_store_record:
 * @deal: its id is set where it was 0
 *
 * Stores a new deal, or what a deal has become, with the links of all its claims. One of no family
 * begins its own.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_store_record (OutlayConnection *connection, OutlayDealRecord *deal, GError **error)
{
  sqlite3_stmt *statement = prepare_for (
    connection,
    "INSERT INTO deal (id, review, family, whole_id)"
    " VALUES (nullif(?1, 0), ?2, ?3, nullif(?4, 0)) ON CONFLICT DO UPDATE SET"
    " review = excluded.review, family = excluded.family, whole_id = excluded.whole_id",
    deal->id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, deal->review ? 1 : 0);
  sqlite3_bind_int64 (statement, 3, deal->family);
  sqlite3_bind_int64 (statement, 4, deal->whole);
  if (!outlay_connection_run (connection, statement, error))
    return FALSE;
  if (deal->id == 0)
    deal->id = outlay_connection_get_last_id (connection);
  if (deal->family == 0)
    {
      deal->family = deal->id;
      if (!run_for (connection, "UPDATE deal SET family = id WHERE id = ?1", deal->id, error))
        return FALSE;
    }
  return run_for (connection, "DELETE FROM fields WHERE deal_id = ?1", deal->id, error)
         && run_for (connection, "DELETE FROM deal_field WHERE deal_id = ?1", deal->id, error)
         && store_fields (connection, 0, deal->id, &deal->fields, error)
         && store_links (connection, deal, error) && store_choices (connection, deal, error);
}
