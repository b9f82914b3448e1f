/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-remarks.h"

#include "base/outlay-text.h"
#include "outlay-ledger-links.h"
#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-row.h"

typedef enum
{
  END,
  NUMBER,
  TEXT,
} ValueKind;

/* Values for a statement's parameters from ?1 on, up to one of the kind END. */
typedef struct
{
  ValueKind kind;
  gint64 number;
  const char *text;
} Value;

#define NUMBER_VALUE(value) ((Value){.kind = NUMBER, .number = (value)})
#define TEXT_VALUE(value)   ((Value){.kind = TEXT, .text = (value)})
#define VALUES(...)         ((const Value[]){__VA_ARGS__, {.kind = END}})

static sqlite3_stmt *
prepare (OutlayConnection *writer, const char *sql, const Value *values, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (writer, sql, error);

  for (int i = 0; statement != NULL && values[i].kind != END; i++)
    {
      if (values[i].kind == NUMBER)
        sqlite3_bind_int64 (statement, i + 1, values[i].number);
      else
        sqlite3_bind_text (statement, i + 1, values[i].text, -1, SQLITE_TRANSIENT);
    }
  return statement;
}

static gboolean
run (OutlayConnection *writer, const char *sql, const Value *values, GError **error)
{
  sqlite3_stmt *statement = prepare (writer, sql, values, error);

  return statement != NULL && outlay_connection_run (writer, statement, error);
}

/* The remarks that claims of @deal stand under, the oldest first. */
static GArray *
find_remarks (OutlayConnection *writer, const OutlayDealRecord *deal, GError **error)
{
  return outlay_connection_list_numbers (
    writer,
    prepare (writer,
             "SELECT DISTINCT remark_id FROM deal_claim JOIN claim ON claim.id = claim_id"
             " JOIN remark_claim ON claim_key = key WHERE deal_id = ?1 ORDER BY remark_id",
             VALUES (NUMBER_VALUE (deal->id)), error),
    error);
}

/* What the older remark doesn't say it takes over from the newer one, which goes. */
static gboolean
unite_remarks (OutlayConnection *writer, gint64 older, gint64 newer, GError **error)
{
  static const char *const statements[] = {
    "UPDATE remark SET starred = max (remark.starred, newer.starred),"
    " rejected = max (remark.rejected, newer.rejected),"
    " reviewed = coalesce (remark.reviewed, newer.reviewed),"
    " note = iif (remark.note <> newer.note, remark.note || char (10) || newer.note,"
    "             coalesce (remark.note, newer.note))"
    " FROM remark AS newer WHERE remark.id = ?1 AND newer.id = ?2",
    "UPDATE OR IGNORE tag SET remark_id = ?1 WHERE remark_id = ?2",
    "UPDATE OR IGNORE correction SET remark_id = ?1 WHERE remark_id = ?2",
    "UPDATE remark_claim SET remark_id = ?1 WHERE remark_id = ?2",
    "DELETE FROM remark WHERE id = ?2 AND ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!run (writer, statements[i], VALUES (NUMBER_VALUE (older), NUMBER_VALUE (newer)), error))
        return FALSE;
    }
  return TRUE;
}

/*
 * The one remark of @deal, which all its claims stand under from now on; made where there is none.
 *
 * Returns: its id; 0 with @error where that failed.
 */
static gint64
take_remark (OutlayConnection *writer, const OutlayDealRecord *deal, GError **error)
{
  g_autoptr (GArray) ids = find_remarks (writer, deal, error);
  gint64 id;

  if (ids == NULL)
    return 0;
  if (ids->len == 0)
    {
      if (!outlay_connection_execute (writer, "INSERT INTO remark DEFAULT VALUES", error))
        return 0;
      id = outlay_connection_get_last_id (writer);
    }
  else
    id = g_array_index (ids, gint64, 0);
  for (guint i = 1; i < ids->len; i++)
    {
      if (!unite_remarks (writer, id, g_array_index (ids, gint64, i), error))
        return 0;
    }
  if (!run (writer,
            "INSERT INTO remark_claim (claim_key, remark_id) SELECT key, ?2 FROM deal_claim"
            " JOIN claim ON claim.id = claim_id WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
            VALUES (NUMBER_VALUE (deal->id), NUMBER_VALUE (id)), error))
    return 0;
  return id;
}

/* A remark that says nothing any more is none. */
static gboolean
drop_empty (OutlayConnection *writer, gint64 id, GError **error)
{
  return run (writer,
              "DELETE FROM remark WHERE id = ?1 AND NOT starred AND NOT rejected"
              " AND reviewed IS NULL AND note IS NULL"
              " AND NOT EXISTS (SELECT 1 FROM tag WHERE remark_id = ?1)"
              " AND NOT EXISTS (SELECT 1 FROM correction WHERE remark_id = ?1)",
              VALUES (NUMBER_VALUE (id)), error);
}

/* @sql has the remark as ?1 and @value as ?2. */
static gboolean
say (
  OutlayLedger *ledger, const OutlayDealRecord *deal, const char *sql, Value value, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  gint64 id = take_remark (writer, deal, error);

  return id != 0 && run (writer, sql, VALUES (NUMBER_VALUE (id), value), error)
         && drop_empty (writer, id, error);
}

/**
 * outlay_remarks_set_flag:
 * @deal: one that is stored
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_remarks_set_flag (OutlayLedger *ledger,
                         const OutlayDealRecord *deal,
                         OutlayRemarkFlag flag,
                         gboolean value,
                         GError **error)
{
  return say (ledger, deal,
              flag == OUTLAY_REMARK_STARRED ? "UPDATE remark SET starred = ?2 WHERE id = ?1"
                                            : "UPDATE remark SET rejected = ?2 WHERE id = ?1",
              NUMBER_VALUE (value != FALSE), error);
}

/**
 * outlay_remarks_set_text:
 * @deal: one that is stored
 * @text: (nullable): %NULL to say nothing
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_remarks_set_text (OutlayLedger *ledger,
                         const OutlayDealRecord *deal,
                         OutlayRemarkText which,
                         const char *text,
                         GError **error)
{
  return say (ledger, deal,
              which == OUTLAY_REMARK_NOTE ? "UPDATE remark SET note = ?2 WHERE id = ?1"
                                          : "UPDATE remark SET reviewed = ?2 WHERE id = ?1",
              TEXT_VALUE (text), error);
}

/**
 * outlay_remarks_set_tag:
 * @deal: one that is stored
 * @value: whether the deal shall have the tag
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_remarks_set_tag (OutlayLedger *ledger,
                        const OutlayDealRecord *deal,
                        const char *name,
                        gboolean value,
                        GError **error)
{
  return say (ledger, deal,
              value ? "INSERT INTO tag (remark_id, name) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
                    : "DELETE FROM tag WHERE remark_id = ?1 AND name = ?2",
              TEXT_VALUE (name), error);
}

static gboolean
insert_correction (
  OutlayConnection *writer, gint64 remark_id, OutlayField field, const char *value, GError **error)
{
  return run (writer,
              "INSERT INTO correction (remark_id, field, value, made) VALUES (?1, ?2, ?3, ?4)"
              " ON CONFLICT DO UPDATE SET value = excluded.value, made = excluded.made",
              VALUES (NUMBER_VALUE (remark_id), TEXT_VALUE (outlay_field_to_string (field)),
                      TEXT_VALUE (value), NUMBER_VALUE (g_get_real_time () / G_USEC_PER_SEC)),
              error);
}

/**
 * outlay_remarks_set_correction:
 * @deal: one that is stored
 * @value: (nullable): as outlay_json_dup_field() gives it; %NULL to take the correction back
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_remarks_set_correction (OutlayLedger *ledger,
                               const OutlayDealRecord *deal,
                               OutlayField field,
                               const char *value,
                               GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);

  if (value == NULL)
    return say (ledger, deal, "DELETE FROM correction WHERE remark_id = ?1 AND field = ?2",
                TEXT_VALUE (outlay_field_to_string (field)), error);
  gint64 id = take_remark (writer, deal, error);
  return id != 0 && insert_correction (writer, id, field, value, error);
}

/**
 * outlay_remarks_forget_claim:
 * @key: of a claim that comes out of its deal
 * @error: return location for an #OutlayLedgerError
 *
 * Leaves what was said of the deal with the claims that stay in it.
 *
 * Returns: whether it is done.
 */
gboolean
outlay_remarks_forget_claim (OutlayLedger *ledger, const char *key, GError **error)
{
  return run (outlay_ledger_get_writer (ledger), "DELETE FROM remark_claim WHERE claim_key = ?1",
              VALUES (TEXT_VALUE (key)), error);
}

/* The keys of the article's claims that the user has said something of and no claim has. */
static GPtrArray *
list_lost_keys (OutlayConnection *writer, gint64 article_id, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement
    = prepare (writer,
               "WITH said (said_key) AS (SELECT claim_key FROM article JOIN remark_claim"
               "  ON claim_key BETWEEN digest || '/' AND digest || '0' WHERE article.id = ?1"
               " UNION SELECT a FROM article JOIN bond ON a BETWEEN digest || '/' AND digest || '0'"
               "  WHERE article.id = ?1"
               " UNION SELECT b FROM article JOIN bond ON b BETWEEN digest || '/' AND digest || '0'"
               "  WHERE article.id = ?1)"
               " SELECT said_key FROM said WHERE said_key NOT IN"
               " (SELECT key FROM claim WHERE article_id = ?1) ORDER BY said_key",
               VALUES (NUMBER_VALUE (article_id)), error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (outlay_connection_next (writer, statement, &failure))
    g_ptr_array_add (keys, outlay_row_dup_text (statement, 0));
  if (failure == NULL)
    return g_steal_pointer (&keys);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
rename_key (OutlayConnection *writer, const char *key, gint64 claim_id, GError **error)
{
  static const char *const statements[] = {
    ("UPDATE OR IGNORE remark_claim SET claim_key = (SELECT key FROM claim WHERE id = ?1)"
     " WHERE claim_key = ?2"),
    "UPDATE OR IGNORE bond SET a = (SELECT key FROM claim WHERE id = ?1) WHERE a = ?2",
    "UPDATE OR IGNORE bond SET b = (SELECT key FROM claim WHERE id = ?1) WHERE b = ?2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!run (writer, statements[i], VALUES (NUMBER_VALUE (claim_id), TEXT_VALUE (key)), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_remarks_adopt:
 * @article_id: of an article whose claims are linked
 * @deals: (element-type gint64): gets the deals that something is said of again
 * @error: return location for an #OutlayLedgerError
 *
 * An article that was imported again may be read otherwise by a newer engine: what the user said of
 * a claim that isn't there any more is kept with the one whose words are nearly the same.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_remarks_adopt (OutlayLedger *ledger, gint64 article_id, GArray *deals, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  g_autoptr (GPtrArray) keys = list_lost_keys (writer, article_id, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      gint64 claim_id, deal_id;

      if (!outlay_ledger_find_claim (ledger, key, &claim_id, &deal_id, error)
          || (claim_id != 0 && !rename_key (writer, key, claim_id, error)))
        return FALSE;
      if (claim_id != 0)
        g_array_append_val (deals, deal_id);
    }
  return keys != NULL;
}

/**
 * outlay_remarks_load:
 * @deal: one whose claims are stored; it itself need not be
 * @error: return location for an #OutlayLedgerError
 *
 * Reads anew what the user says of the deal.
 *
 * Returns: whether it could be read.
 */
gboolean
outlay_remarks_load (OutlayLedger *ledger, OutlayDealRecord *deal, GError **error)
{
  return outlay_ledger_load_remarks (outlay_ledger_get_writer (ledger), deal, error);
}

/**
 * outlay_remarks_get_readings:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the organisations that the user reads as others, as the
 *   transaction sees them.
 */
OutlayReadings *
outlay_remarks_get_readings (OutlayLedger *ledger, GError **error)
{
  return outlay_ledger_load_readings (outlay_ledger_get_writer (ledger), error);
}

/**
 * outlay_ledger_list_readings:
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the organisations that the user reads as others.
 */
OutlayReadings *
outlay_ledger_list_readings (OutlayLedger *ledger, GCancellable *cancellable, GError **error)
{
  OutlayConnection *reader = outlay_ledger_begin_reading (ledger, cancellable, error);

  if (reader == NULL)
    return NULL;
  OutlayReadings *readings = outlay_ledger_load_readings (reader, error);
  outlay_ledger_end_reading (ledger, reader);
  return readings;
}

/* The newer word wins over an older one that leads back to the name. */
static gboolean
break_circle (OutlayLedger *ledger, const char *name, const char *reads_as, GError **error)
{
  g_autoptr (OutlayReadings) readings = outlay_remarks_get_readings (ledger, error);
  g_autofree char *key = outlay_text_fold (name);

  if (readings == NULL)
    return FALSE;
  g_autofree char *end = outlay_text_fold (outlay_readings_read (readings, reads_as));
  g_autofree char *from = outlay_text_fold (reads_as);
  return !g_str_equal (end, key)
         || run (outlay_ledger_get_writer (ledger), "DELETE FROM reading WHERE key = ?1",
                 VALUES (TEXT_VALUE (from)), error);
}

/**
 * outlay_remarks_set_reading:
 * @name: an organisation as articles name it
 * @reads_as: (nullable): the one that it is read as; %NULL to read it as it is
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is kept.
 */
gboolean
outlay_remarks_set_reading (OutlayLedger *ledger,
                            const char *name,
                            const char *reads_as,
                            GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (ledger);
  g_autofree char *key = outlay_text_fold (name);

  if (reads_as == NULL)
    return run (writer, "DELETE FROM reading WHERE key = ?1", VALUES (TEXT_VALUE (key)), error);
  return break_circle (ledger, name, reads_as, error)
         && run (writer,
                 "INSERT INTO reading (key, name, reads_as) VALUES (?1, ?2, ?3) ON CONFLICT DO"
                 " UPDATE SET name = excluded.name, reads_as = excluded.reads_as",
                 VALUES (TEXT_VALUE (key), TEXT_VALUE (name), TEXT_VALUE (reads_as)), error);
}
