/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "ledger/outlay-connection.h"
#include "ledger/outlay-ledger-load.h"
#include "ledger/outlay-ledger-originals.h"
#include "ledger/outlay-ledger.h"
#include "ledger/outlay-migrations.h"
#include "ledger/outlay-newer-copy.h"
#include "ledger/outlay-row.h"

/* So many are told of one kind; damage comes in heaps. */
#define MOST 20

typedef struct
{
  OutlayConnection *connection;
  GPtrArray *damages;
} Check;

#define LAST_TIME G_STRINGIFY (OUTLAY_ROW_LAST_TIME)

/* Rows that must not be: the first column is told as {what}. */
typedef struct
{
  const char *sql;
  const char *message;
  OutlayRemedy remedy;
} Rule;

static const Rule rules[] = {
  /* Newer versions of SQLite look the indexes of words through as well, which check_index() does.
   */
  {"SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"
   " AND integrity_check NOT LIKE '%FTS5%'",
   N_ ("The file is damaged: {what}"), OUTLAY_REMEDY_RESTORE},
  {"SELECT DISTINCT \"table\" || ' → ' || parent FROM pragma_foreign_key_check",
   N_ ("Rows refer to others that are not there: {what}"), OUTLAY_REMEDY_RESTORE},
  {"SELECT id FROM claim WHERE id NOT IN (SELECT claim_id FROM deal_claim)",
   N_ ("Claim {what} belongs to no deal."), OUTLAY_REMEDY_RESTORE},
  {"SELECT id FROM claim WHERE id NOT IN"
   " (SELECT claim_id FROM fields WHERE claim_id IS NOT NULL)",
   N_ ("Claim {what} has lost its fields."), OUTLAY_REMEDY_RESTORE},
  {"SELECT id FROM deal WHERE id NOT IN (SELECT deal_id FROM deal_claim)",
   N_ ("Deal {what} has lost its claims."), OUTLAY_REMEDY_RESTORE},
  {"SELECT id FROM deal WHERE id NOT IN (SELECT deal_id FROM fields WHERE deal_id IS NOT NULL)",
   N_ ("Deal {what} has lost its fields."), OUTLAY_REMEDY_RESTORE},
  {"SELECT DISTINCT claim_id FROM evidence JOIN claim ON claim.id = claim_id"
   " JOIN article ON article.id = article_id WHERE span_end >"
   " length (CAST (CASE part WHEN 'title' THEN coalesce (title, '') ELSE text END AS BLOB))",
   N_ ("The words that shall prove claim {what} lie beyond its article’s end."),
   OUTLAY_REMEDY_RESTORE},
  {"SELECT name || ' ' || id FROM"
   " (SELECT 'article' AS name, id FROM article UNION ALL SELECT 'claim', id FROM claim"
   "  UNION ALL SELECT 'deal', id FROM deal UNION ALL SELECT 'remark', id FROM remark"
   "  UNION ALL SELECT 'act', id FROM act UNION ALL SELECT 'original', id FROM original)"
   " JOIN sqlite_sequence USING (name) WHERE id NOT BETWEEN 1 AND seq",
   N_ ("A row has a number that was never given: {what}"), OUTLAY_REMEDY_RESTORE},
  {"WITH RECURSIVE above (id, whole_id) AS"
   " (SELECT id, whole_id FROM deal WHERE whole_id IS NOT NULL UNION"
   "  SELECT above.id, deal.whole_id FROM above JOIN deal ON deal.id = above.whole_id"
   "  WHERE deal.whole_id IS NOT NULL) SELECT id FROM above WHERE id = whole_id",
   N_ ("Deal {what} is part of itself."), OUTLAY_REMEDY_RESTORE},
  {"SELECT id FROM act WHERE made NOT BETWEEN 0 AND " LAST_TIME,
   N_ ("The time of act {what} makes no sense; it is left blank."), OUTLAY_REMEDY_RESTORE},
  {"SELECT count(*) FROM article WHERE id NOT IN (SELECT id FROM article_words_docsize)"
   " HAVING count(*) > 0",
   N_ ("Articles that the search does not know: {what}"), OUTLAY_REMEDY_REINDEX},
  {"SELECT count(*) FROM article_words_docsize WHERE id NOT IN (SELECT id FROM article)"
   " HAVING count(*) > 0",
   N_ ("Articles that are gone and the search still knows: {what}"), OUTLAY_REMEDY_REINDEX},
  {"SELECT count(*) FROM deal WHERE id NOT IN (SELECT id FROM deal_words_docsize)"
   " HAVING count(*) > 0",
   N_ ("Deals that the search does not know: {what}"), OUTLAY_REMEDY_REINDEX},
  {"SELECT count(*) FROM deal_words_docsize WHERE id NOT IN (SELECT id FROM deal)"
   " HAVING count(*) > 0",
   N_ ("Deals that are gone and the search still knows: {what}"), OUTLAY_REMEDY_REINDEX},
};

static void
free_damage (OutlayDamage *damage)
{
  g_free (damage->message);
  g_free (damage);
}

static void
add_damage (Check *check, OutlayRemedy remedy, char *message)
{
  OutlayDamage *damage = g_new0 (OutlayDamage, 1);

  damage->message = message;
  damage->remedy = remedy;
  g_ptr_array_add (check->damages, damage);
}

/* SQLite's words may hold bytes of the damaged file. */
static void
add_found (Check *check, const char *pattern, OutlayRemedy remedy, const char *what)
{
  g_autofree char *valid = g_utf8_make_valid (what != NULL ? what : "", -1);

  add_damage (check, remedy, outlay_format_fill (_ (pattern), "what", valid, NULL));
}

/* An error that stops the check is damage too, but for a cancel, a lack of rights and the like. */
static gboolean
take_error (Check *check, GError *failure, GError **error)
{
  if (!g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED)
      && !g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_FAILED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  add_damage (check, OUTLAY_REMEDY_RESTORE, g_strdup (failure->message));
  g_error_free (failure);
  return TRUE;
}

static gboolean
run_rule (Check *check, const Rule *rule, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *statement = outlay_connection_prepare (check->connection, rule->sql, &failure);
  guint n_found = 0;

  if (statement == NULL)
    return take_error (check, failure, error);
  while (n_found < MOST && outlay_connection_next (check->connection, statement, &failure))
    {
      add_found (check, rule->message, rule->remedy, outlay_row_get_text (statement, 0));
      n_found++;
    }
  sqlite3_reset (statement);
  return failure == NULL || take_error (check, failure, error);
}

static char *
print_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* A row that was listed a moment ago and is not found: the file's pages contradict one another. */
static gboolean
miss_row (Check *check, GError **error)
{
  if (*error != NULL)
    return FALSE;
  add_damage (check, OUTLAY_REMEDY_RESTORE,
              g_strdup (_ ("A row that is listed is not where it should be.")));
  return TRUE;
}

static void
check_day (Check *check, sqlite3_stmt *row, int column, const char *label)
{
  OutlayDate day;

  if (!outlay_row_read_date (row, column, &day))
    add_found (check, N_ ("The day of “{what}” makes no sense; it is left blank."),
               OUTLAY_REMEDY_RESTORE, label);
}

/* The text that an article is told apart by has not changed since, and its day is one. */
static gboolean
check_article (Check *check, gint64 id, GError **error)
{
  g_autoptr (OutlayArticle) article = outlay_ledger_load_article (check->connection, id, error);
  sqlite3_stmt *statement = outlay_connection_prepare (
    check->connection, "SELECT digest, published FROM article WHERE id = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (article == NULL || statement == NULL)
    return miss_row (check, error);
  g_autofree char *digest = outlay_ledger_dup_digest (article);
  g_autofree char *copy = outlay_ledger_dup_copy_digest (digest, article->source);
  g_autofree char *label = outlay_article_dup_label (article);
  sqlite3_bind_int64 (statement, 1, id);
  while (outlay_connection_next (check->connection, statement, &failure))
    {
      const char *kept = outlay_row_get_text (statement, 0);

      if (!outlay_ledger_is_digest (kept, digest) && !outlay_ledger_is_digest (kept, copy))
        add_found (check, N_ ("The text of “{what}” has changed since it was imported."),
                   OUTLAY_REMEDY_RESTORE, label);
      check_day (check, statement, 1, label);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
check_original (Check *check, gint64 id, GError **error)
{
  g_autoptr (OutlayOriginal) original = outlay_ledger_load_original (check->connection, id, error);
  g_autoptr (GBytes) bytes = original != NULL ? outlay_original_unpack (original) : NULL;
  g_autofree char *number = print_id (id);

  if (original == NULL)
    return miss_row (check, error);
  if (bytes == NULL)
    add_found (check, N_ ("The kept bytes of original {what} are not those that were imported."),
               OUTLAY_REMEDY_RESTORE, number);
  return TRUE;
}

/* What the cards leave blank. */
static void
tell_nonsense (Check *check, const GArray *nonsense)
{
  for (guint i = 0; i < MIN (nonsense->len, MOST); i++)
    {
      const OutlayNonsense *value = &g_array_index (nonsense, OutlayNonsense, i);
      g_autofree char *number = print_id (value->fields_id / 2);
      gboolean is_deal = value->fields_id == OUTLAY_ROW_DEAL_FIELDS (value->fields_id / 2);
      g_autofree char *message = outlay_format_fill (
        is_deal ? _ ("What deal {number} has as “{field}” makes no sense; it is left blank.")
                : _ ("What claim {number} has as “{field}” makes no sense; it is left blank."),
        "number", number, "field", outlay_format_field (value->field), NULL);

      add_damage (check, OUTLAY_REMEDY_RESTORE, g_steal_pointer (&message));
    }
}

/* All deals at once, as that is quick; one by one only where they don't make sense. */
static gboolean
check_deals (Check *check, const GArray *ids, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) nonsense = g_array_new (FALSE, FALSE, sizeof (OutlayNonsense));
  g_autoptr (GPtrArray) all
    = outlay_ledger_load_noting (check->connection, NULL, nonsense, &failure);
  guint n_before = check->damages->len;

  if (all != NULL)
    {
      tell_nonsense (check, nonsense);
      return TRUE;
    }
  if (!g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < ids->len && check->damages->len < n_before + MOST; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      gint64 id = g_array_index (ids, gint64, i);

      g_array_append_val (one, id);
      g_autoptr (GPtrArray) deal = outlay_ledger_load_deals (check->connection, one, NULL);
      g_autofree char *number = print_id (id);
      if (deal == NULL)
        add_found (check, N_ ("What the ledger holds of deal {what} makes no sense."),
                   OUTLAY_REMEDY_RESTORE, number);
    }
  if (check->damages->len == n_before)
    add_damage (check, OUTLAY_REMEDY_RESTORE, g_strdup (failure->message));
  return TRUE;
}

/* The index must say of each article what its text says; SQLite compares them when it is asked to
 * by an insertion, which is taken back. */
static gboolean
check_index (Check *check, const char *script, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (outlay_connection_is_read_only (check->connection))
    return TRUE;
  if (!outlay_connection_execute (check->connection, "SAVEPOINT index_check", error))
    return FALSE;
  outlay_connection_execute (check->connection, script, &failure);
  outlay_connection_execute (check->connection, "ROLLBACK TO index_check", NULL);
  outlay_connection_execute (check->connection, "RELEASE index_check", NULL);
  if (failure == NULL)
    return TRUE;
  if (!g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  add_damage (check, OUTLAY_REMEDY_REINDEX, g_strdup (_ ("The index of words is damaged.")));
  return TRUE;
}

static GArray *
list_ids (Check *check, const char *sql, GError **error)
{
  return outlay_connection_list_numbers (
    check->connection, outlay_connection_prepare (check->connection, sql, error), error);
}

static gboolean
check_each (Check *check,
            const char *sql,
            gboolean (*check_one) (Check *, gint64, GError **),
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) ids = list_ids (check, sql, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !check_one (check, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_content (Check *check, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) deals = list_ids (check, "SELECT id FROM deal ORDER BY id", error);

  return deals != NULL && check_deals (check, deals, error)
         && check_each (check, "SELECT id FROM article ORDER BY id", check_article, cancellable,
                        error)
         && check_each (check, "SELECT id FROM original ORDER BY id", check_original, cancellable,
                        error)
         && check_index (check,
                         "INSERT INTO article_words (article_words, rank)"
                         " VALUES ('integrity-check', 1)",
                         error)
         && check_index (check, "INSERT INTO deal_words (deal_words) VALUES ('integrity-check')",
                         error);
}

static gboolean
run_rules (Check *check, guint first, guint end, GError **error)
{
  for (guint i = first; i < end; i++)
    {
      if (!run_rule (check, &rules[i], error))
        return FALSE;
    }
  return TRUE;
}

/* What a ledger of any version is asked. */
#define N_FILE_RULES 2

static gboolean
check_all (Check *check, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  if (!outlay_connection_execute (check->connection, "BEGIN", &failure))
    return take_error (check, failure, error);
  if (!run_rules (check, N_FILE_RULES, G_N_ELEMENTS (rules), error))
    return FALSE;
  return check_content (check, cancellable, &failure) || take_error (check, failure, error);
}

/* What cannot be looked through as it is, is so as a copy that was brought up to date. */
static gboolean
check_copy (Check *check,
            const char *path,
            const GPtrArray *migrations,
            GCancellable *cancellable,
            GError **error)
{
  char *copy = outlay_newer_copy_make (check->connection, path, migrations, error);

  if (copy == NULL)
    return FALSE;
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (copy, OUTLAY_CONNECTION_WRITE, error);
  Check copied = {connection, check->damages};
  gboolean done = connection != NULL && check_all (&copied, cancellable, error);
  g_clear_pointer (&connection, outlay_connection_free);
  outlay_newer_copy_remove (copy);
  return done;
}

static gboolean
check_file (Check *check,
            const char *path,
            const GPtrArray *migrations,
            GCancellable *cancellable,
            GError **error)
{
  GError *failure = NULL;
  gboolean older = FALSE;

  if (!outlay_migrations_check (check->connection, path, migrations, &older, &failure))
    return take_error (check, failure, error);
  if (!run_rules (check, 0, N_FILE_RULES, error))
    return FALSE;
  if (!older && !outlay_connection_is_read_only (check->connection))
    return check_all (check, cancellable, error);
  return check->damages->len > 0 || check_copy (check, path, migrations, cancellable, error);
}

static OutlayConnection *
open_to_reindex (const char *path, GError **error)
{
  g_autoptr (GPtrArray) migrations = outlay_migrations_load ();
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_WRITE, error);
  gboolean older;

  if (connection == NULL || !outlay_migrations_check (connection, path, migrations, &older, error)
      || !outlay_connection_execute (connection, "BEGIN", error))
    return NULL;
  return g_steal_pointer (&connection);
}

/**
 * outlay_check:
 * @path: of a ledger
 * @cancellable: (nullable): stops it
 * @error: return location for an #OutlayLedgerError or %G_IO_ERROR_CANCELLED
 *
 * Looks through a whole ledger: the file's pages, references, what each deal is made of, the texts
 * and originals by their checksums, and the index of words. Nothing is changed.
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDamage): the damage found, none in a
 *   sound ledger; %NULL where there is no ledger that could be looked through.
 */
GPtrArray *
outlay_check (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (GPtrArray) damages = g_ptr_array_new_with_free_func ((GDestroyNotify)free_damage);
  g_autoptr (GPtrArray) migrations = outlay_migrations_load ();
  GError *failure = NULL;
  g_autoptr (OutlayConnection) connection
    = outlay_connection_open (path, OUTLAY_CONNECTION_WRITE, &failure);
  Check check = {connection, damages};

  if (connection == NULL)
    return take_error (&check, failure, error) ? g_steal_pointer (&damages) : NULL;
  outlay_connection_set_cancellable (connection, cancellable);
  return check_file (&check, path, migrations, cancellable, error) ? g_steal_pointer (&damages)
                                                                   : NULL;
}

/**
 * outlay_check_reindex:
 * @path: of a ledger
 * @error: return location for an #OutlayLedgerError
 *
 * Makes the index of words anew.
 *
 * Returns: whether that was done.
 */
gboolean
outlay_check_reindex (const char *path, GError **error)
{
  g_autoptr (OutlayConnection) connection = open_to_reindex (path, error);

  if (connection == NULL
      || !outlay_connection_execute (
        connection,
        "INSERT INTO article_words (article_words) VALUES ('rebuild');"
        "DELETE FROM search_gone; DELETE FROM search_stale;"
        "DELETE FROM deal_words; INSERT INTO search_stale SELECT 'deal', id FROM deal;"
        "COMMIT",
        error))
    return FALSE;
  g_clear_pointer (&connection, outlay_connection_free);
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, error);
  return ledger != NULL;
}
