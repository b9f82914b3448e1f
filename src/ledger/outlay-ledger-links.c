/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-links.h"

#include <string.h>

#include "outlay-ledger-load.h"
#include "outlay-ledger-private.h"
#include "outlay-row.h"

static const char *const bond_names[] = {
  [OUTLAY_BOND_TOGETHER] = "together",
  [OUTLAY_BOND_APART] = "apart",
  [OUTLAY_BOND_PART] = "part",
  [OUTLAY_BOND_WHOLE] = "whole",
};

/**
 * outlay_bond_new:
 *
 * Returns: (transfer full): a bond between the claims of the keys @a and @b.
 */
OutlayBond *
outlay_bond_new (const char *a, const char *b, OutlayBondKind kind)
{
  OutlayBond *bond = g_new0 (OutlayBond, 1);

  *bond = (OutlayBond){g_strdup (a), g_strdup (b), kind};
  return bond;
}

/** outlay_bond_free: frees @bond. */
void
outlay_bond_free (OutlayBond *bond)
{
  g_free (bond->a);
  g_free (bond->b);
  g_free (bond);
}

static OutlayBondKind
parse_kind (const char *name)
{
  for (guint kind = OUTLAY_BOND_TOGETHER; kind < G_N_ELEMENTS (bond_names); kind++)
    {
      if (g_strcmp0 (name, bond_names[kind]) == 0)
        return kind;
    }
  return OUTLAY_BOND_NONE;
}

/* The same bond told from the other claim. */
static OutlayBondKind
turn_round (OutlayBondKind kind)
{
  switch (kind)
    {
    case OUTLAY_BOND_PART:
      return OUTLAY_BOND_WHOLE;
    case OUTLAY_BOND_WHOLE:
      return OUTLAY_BOND_PART;
    default:
      return kind;
    }
}

static sqlite3_stmt *
prepare (OutlayLedger *self, const char *sql, GError **error)
{
  return outlay_connection_prepare (outlay_ledger_get_writer (self), sql, error);
}

static gboolean
propagate (GError **error, GError *failure)
{
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static void
bind_numbers (sqlite3_stmt *statement, int column, const GArray *numbers)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (numbers, gint64, i));
  g_string_append_c (json, ']');
  sqlite3_bind_text (statement, column, json->str, (int)json->len, SQLITE_TRANSIENT);
}

static GPtrArray *
collect_bonds (OutlayLedger *self, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) bonds = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_bond_free);
  GError *failure = NULL;

  while (outlay_connection_next (outlay_ledger_get_writer (self), statement, &failure))
    g_ptr_array_add (bonds, outlay_bond_new (outlay_row_get_text (statement, 0),
                                             outlay_row_get_text (statement, 1),
                                             parse_kind (outlay_row_get_text (statement, 2))));
  return propagate (error, failure) ? g_steal_pointer (&bonds) : NULL;
}

/**
 * outlay_ledger_list_bonds_of_families:
 * @families: (element-type gint64): of deals
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayBond): what the user said of the articles
 *   that tell these families. An article that was read anew may tell a claim by other words: its
 *   bonds are among them.
 */
GPtrArray *
outlay_ledger_list_bonds_of_families (OutlayLedger *self, const GArray *families, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  sqlite3_stmt *statement = prepare (
    self,
    "WITH told (digest) AS (SELECT DISTINCT digest FROM deal JOIN deal_claim ON deal_id = deal.id"
    " JOIN claim ON claim.id = claim_id JOIN article ON article.id = article_id"
    " WHERE family IN (SELECT value FROM json_each (?1)))"
    " SELECT a, b, kind FROM told JOIN bond ON a BETWEEN digest || '/' AND digest || '0'"
    " UNION SELECT a, b, kind FROM told JOIN bond ON b BETWEEN digest || '/' AND digest || '0'",
    error);

  if (statement == NULL)
    return NULL;
  bind_numbers (statement, 1, families);
  return collect_bonds (self, statement, error);
}

/**
 * outlay_ledger_set_bond:
 * @bond: of two claims that need not be there; %OUTLAY_BOND_NONE takes back what was said of them
 * @error: return location for an #OutlayLedgerError
 *
 * Keeps the user's word on two claims in the place of what it was before. The deals follow when
 * their families are linked anew.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_set_bond (OutlayLedger *self, const OutlayBond *bond, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);
  g_return_val_if_fail (g_strcmp0 (bond->a, bond->b) != 0, FALSE);

  gboolean turned = g_strcmp0 (bond->a, bond->b) > 0;
  OutlayBondKind kind = turned ? turn_round (bond->kind) : bond->kind;
  sqlite3_stmt *statement
    = prepare (self,
               kind == OUTLAY_BOND_NONE ? "DELETE FROM bond WHERE a = ?1 AND b = ?2"
                                        : "INSERT INTO bond (a, b, kind) VALUES (?1, ?2, ?3)"
                                          " ON CONFLICT DO UPDATE SET kind = excluded.kind",
               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, turned ? bond->b : bond->a, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, turned ? bond->a : bond->b, -1, SQLITE_TRANSIENT);
  if (kind != OUTLAY_BOND_NONE)
    sqlite3_bind_text (statement, 3, bond_names[kind], -1, SQLITE_STATIC);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

static gboolean
find_deals (OutlayLedger *self, const char *key, GHashTable *seen, GArray *ids, GError **error)
{
  sqlite3_stmt *statement = outlay_connection_prepare (
    outlay_ledger_get_writer (self),
    "SELECT deal_id FROM claim_key JOIN deal_claim USING (claim_id) WHERE key = ?1", error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  while (outlay_connection_next (outlay_ledger_get_writer (self), statement, &failure))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize)id)))
        g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * outlay_ledger_find_candidates:
 * @keys: (element-type utf8): a set of keys of claims
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals with a claim that
 *   has one of @keys, in the order of their ids.
 */
GPtrArray *
outlay_ledger_find_candidates (OutlayLedger *self, GHashTable *keys, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!find_deals (self, key, seen, ids, error))
        return NULL;
    }
  if (ids->len == 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  return outlay_ledger_load_deals (outlay_ledger_get_writer (self), ids, error);
}

static GArray *
list_deals_of (OutlayLedger *self, const GArray *families, GError **error)
{
  sqlite3_stmt *statement = prepare (
    self, "SELECT id FROM deal WHERE family IN (SELECT value FROM json_each (?1))", error);

  if (statement == NULL)
    return NULL;
  bind_numbers (statement, 1, families);
  return outlay_connection_list_numbers (outlay_ledger_get_writer (self), statement, error);
}

/**
 * outlay_ledger_load_families:
 * @families: (element-type gint64): of deals
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): all deals of the families,
 *   in the order of their ids.
 */
GPtrArray *
outlay_ledger_load_families (OutlayLedger *self, const GArray *families, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  g_autoptr (GArray) ids = list_deals_of (self, families, error);
  return ids != NULL ? outlay_ledger_load_deals (outlay_ledger_get_writer (self), ids, error)
                     : NULL;
}

/**
 * outlay_ledger_load_deals_of:
 * @deal_ids: (element-type gint64): which
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals as the transaction
 *   sees them, in the order of their ids; those that there are none of are left out.
 */
GPtrArray *
outlay_ledger_load_deals_of (OutlayLedger *self, const GArray *deal_ids, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  return outlay_ledger_load_deals (outlay_ledger_get_writer (self), deal_ids, error);
}

/**
 * outlay_ledger_list_deals_of_claims:
 * @claim_ids: (element-type gint64): which
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of their deals, each once.
 */
GArray *
outlay_ledger_list_deals_of_claims (OutlayLedger *self, const GArray *claim_ids, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  sqlite3_stmt *statement = prepare (self,
                                     "SELECT DISTINCT deal_id FROM deal_claim WHERE claim_id IN"
                                     " (SELECT value FROM json_each (?1)) ORDER BY deal_id",
                                     error);
  if (statement == NULL)
    return NULL;
  bind_numbers (statement, 1, claim_ids);
  return outlay_connection_list_numbers (outlay_ledger_get_writer (self), statement, error);
}

/**
 * outlay_ledger_count_tellings:
 * @claim_ids: (element-type gint64): of claims that are in deals
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable) (element-type OutlayLedgerTelling): of each article that has
 *   some of the claims how many deals they are of, in the order of the articles' ids.
 */
GArray *
outlay_ledger_count_tellings (OutlayLedger *self, const GArray *claim_ids, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  g_autoptr (GArray) tellings = g_array_new (FALSE, FALSE, sizeof (OutlayLedgerTelling));
  GError *failure = NULL;
  sqlite3_stmt *statement = prepare (
    self,
    "WITH told (deal_id, article_id) AS MATERIALIZED (SELECT DISTINCT deal_id, article_id"
    "  FROM deal_claim JOIN claim ON claim.id = claim_id"
    "  WHERE claim_id IN (SELECT value FROM json_each (?1))),"
    " first (deal_id, first_id) AS MATERIALIZED (SELECT deal_id, min (article_id)"
    "  FROM deal_claim JOIN claim ON claim.id = claim_id"
    "  WHERE deal_id IN (SELECT deal_id FROM told) GROUP BY deal_id)"
    " SELECT article_id, sum (first_id = article_id), sum (first_id <> article_id)"
    " FROM told JOIN first USING (deal_id) GROUP BY article_id ORDER BY article_id",
    error);

  if (statement == NULL)
    return NULL;
  bind_numbers (statement, 1, claim_ids);
  while (outlay_connection_next (outlay_ledger_get_writer (self), statement, &failure))
    {
      OutlayLedgerTelling telling
        = {sqlite3_column_int64 (statement, 0), (guint)sqlite3_column_int64 (statement, 1),
           (guint)sqlite3_column_int64 (statement, 2)};

      g_array_append_val (tellings, telling);
    }
  return propagate (error, failure) ? g_steal_pointer (&tellings) : NULL;
}

/**
 * outlay_ledger_link_claim:
 * @claim_id: of a claim that is in no deal yet
 * @deal_id: of a deal of its family
 * @error: return location for an #OutlayLedgerError
 *
 * Puts a claim among those of a family; which of its deals it is of is found when the family is
 * linked anew.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_link_claim (OutlayLedger *self, gint64 claim_id, gint64 deal_id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  sqlite3_stmt *statement
    = prepare (self, "INSERT INTO deal_claim (claim_id, deal_id) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, claim_id);
  sqlite3_bind_int64 (statement, 2, deal_id);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

/**
 * outlay_ledger_unite_families:
 * @families: (element-type gint64): of deals, the first of which takes the others in
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_unite_families (OutlayLedger *self, const GArray *families, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  if (families->len < 2)
    return TRUE;
  sqlite3_stmt *statement = prepare (self,
                                     "UPDATE deal SET family = ?2 WHERE family <> ?2"
                                     " AND family IN (SELECT value FROM json_each (?1))",
                                     error);
  if (statement == NULL)
    return FALSE;
  bind_numbers (statement, 1, families);
  sqlite3_bind_int64 (statement, 2, g_array_index (families, gint64, 0));
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

/**
 * outlay_ledger_find_bonded_families:
 * @families: (element-type gint64): gets the families of deals that the user bound to claims of the
 *   article
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_bonded_families (OutlayLedger *self,
                                    gint64 article_id,
                                    GArray *families,
                                    GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  sqlite3_stmt *statement = prepare (
    self,
    "WITH own (digest) AS (SELECT digest FROM article WHERE id = ?1),"
    " other (key) AS (SELECT b FROM own, bond WHERE a BETWEEN digest || '/' AND digest || '0'"
    "  UNION SELECT a FROM own, bond WHERE b BETWEEN digest || '/' AND digest || '0')"
    " SELECT DISTINCT family FROM other"
    " JOIN article ON digest = substr (other.key, 1, instr (other.key, '/') - 1)"
    " JOIN claim ON article_id = article.id JOIN deal_claim ON claim_id = claim.id"
    " JOIN deal ON deal.id = deal_id ORDER BY family",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, article_id);
  return outlay_connection_append_numbers (outlay_ledger_get_writer (self), statement, families,
                                           error);
}

/**
 * outlay_ledger_remove_deal:
 * @deal_id: of a deal whose claims are in other deals now
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is gone.
 */
gboolean
outlay_ledger_remove_deal (OutlayLedger *self, gint64 deal_id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  sqlite3_stmt *statement = prepare (self, "DELETE FROM deal WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, deal_id);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

/* Of the key "digest/amount:text:120-134#2" the digest and the span. */
static gboolean
parse_key (const char *key, char **digest, gint64 *start, gint64 *end)
{
  const char *slash = strchr (key, '/');
  const char *colon = slash != NULL ? strrchr (slash, ':') : NULL;
  char *rest = NULL;

  if (colon == NULL)
    return FALSE;
  *start = g_ascii_strtoll (colon + 1, &rest, 10);
  if (*rest != '-')
    return FALSE;
  *end = g_ascii_strtoll (rest + 1, NULL, 10);
  *digest = g_strndup (key, (gsize)(slash - key));
  return TRUE;
}

/* Another version may read the words of a claim a little longer or shorter: the claim whose words
 * have the most in common with those of the key. */
static sqlite3_stmt *
prepare_overlap (OutlayLedger *self, const char *key, GError **error)
{
  g_autofree char *digest = NULL;
  gint64 start = 0, end = 0;
  sqlite3_stmt *statement = prepare (
    self,
    "SELECT claim.id, deal_id FROM article JOIN claim ON article_id = article.id"
    " JOIN deal_claim ON deal_claim.claim_id = claim.id JOIN evidence ON"
    " evidence.claim_id = claim.id WHERE digest = ?1 AND field IN ('amount', 'capacity', 'parties')"
    " AND span_start < ?3 AND span_end > ?2 ORDER BY field = 'parties',"
    " max (span_start, ?2) - min (span_end, ?3), claim.id LIMIT 1",
    error);

  if (statement == NULL || !parse_key (key, &digest, &start, &end))
    return statement;
  sqlite3_bind_text (statement, 1, digest, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, start);
  sqlite3_bind_int64 (statement, 3, end);
  return statement;
}

static gboolean
take_claim (
  OutlayLedger *self, sqlite3_stmt *statement, gint64 *claim_id, gint64 *deal_id, GError **error)
{
  GError *failure = NULL;

  while (outlay_connection_next (outlay_ledger_get_writer (self), statement, &failure))
    {
      *claim_id = sqlite3_column_int64 (statement, 0);
      *deal_id = sqlite3_column_int64 (statement, 1);
    }
  return propagate (error, failure);
}

/**
 * outlay_ledger_find_claim:
 * @key: of a claim, see #OutlayDealClaim
 * @claim_id: (out): of the claim that has it, or whose words are nearly those, 0 where there is
 * none
 * @deal_id: (out): of its deal
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether the ledger could be asked.
 */
gboolean
outlay_ledger_find_claim (
  OutlayLedger *self, const char *key, gint64 *claim_id, gint64 *deal_id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  sqlite3_stmt *statement = prepare (
    self, "SELECT id, deal_id FROM claim JOIN deal_claim ON claim_id = claim.id WHERE key = ?1",
    error);

  *claim_id = *deal_id = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  if (!take_claim (self, statement, claim_id, deal_id, error))
    return FALSE;
  if (*claim_id != 0)
    return TRUE;
  statement = prepare_overlap (self, key, error);
  return statement != NULL && take_claim (self, statement, claim_id, deal_id, error);
}

/**
 * outlay_ledger_clear_wholes:
 * @families: (element-type gint64): of deals, which are then parts of nothing
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_clear_wholes (OutlayLedger *self, const GArray *families, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  sqlite3_stmt *statement = prepare (self,
                                     "UPDATE deal SET whole_id = NULL WHERE whole_id IS NOT NULL"
                                     " AND family IN (SELECT value FROM json_each (?1))",
                                     error);
  if (statement == NULL)
    return FALSE;
  bind_numbers (statement, 1, families);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}

static gboolean
is_within (OutlayLedger *self, gint64 deal_id, gint64 whole_id, gboolean *within, GError **error)
{
  sqlite3_stmt *statement
    = prepare (self,
               "WITH RECURSIVE above (id) AS (SELECT ?1 UNION SELECT whole_id FROM above"
               " JOIN deal USING (id) WHERE whole_id IS NOT NULL)"
               " SELECT id FROM above WHERE id = ?2",
               error);
  gint64 found;

  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, deal_id);
      sqlite3_bind_int64 (statement, 2, whole_id);
    }
  if (!outlay_connection_read_number (outlay_ledger_get_writer (self), statement, &found, error))
    return FALSE;
  *within = found != 0;
  return TRUE;
}

/**
 * outlay_ledger_set_whole:
 * @whole_id: of the deal that the other is part of
 * @cycle: (out) (optional): whether the whole is itself within the deal, so that nothing was done
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: whether it is stored, or refused for the sake of a cycle.
 */
gboolean
outlay_ledger_set_whole (
  OutlayLedger *self, gint64 deal_id, gint64 whole_id, gboolean *cycle, GError **error)
{
  gboolean within;

  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  if (!is_within (self, whole_id, deal_id, &within, error))
    return FALSE;
  if (cycle != NULL)
    *cycle = within;
  if (within)
    return TRUE;
  sqlite3_stmt *statement = prepare (self, "UPDATE deal SET whole_id = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, deal_id);
  sqlite3_bind_int64 (statement, 2, whole_id);
  return outlay_connection_run (outlay_ledger_get_writer (self), statement, error);
}
