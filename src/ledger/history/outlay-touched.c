/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-touched.h"

/* From so many deals on it isn't worth telling them apart. */
#define MOST_TOLD 2000

/** What a row tells of: a deal, or what leads to one at the transaction's end. */
typedef enum
{
  OF_DEAL,
  OF_FIELDS,
  OF_CLAIM,
  OF_CLAIM_KEY,
  OF_REMARK,
  OF_ARTICLE,
  OF_ALL,
} Of;

struct _OutlayTouched
{
  OutlayConnection *connection;
  /* Of the transaction that is open: ids of deals, and what is still to be followed to them. */
  GHashTable *deals;
  GHashTable *claims;
  GHashTable *claim_keys;
  GHashTable *remarks;
  GHashTable *articles;
  gboolean all;
  /* Of those that were committed since it was last asked. */
  GHashTable *told;
  gboolean told_all;
  gint64 version;
};

/* Of each table the column that leads to the deal, and how. */
static const struct
{
  const char *table;
  const char *column;
  Of of;
} leads[] = {
  {"deal", "id", OF_DEAL},
  {"deal_claim", "deal_id", OF_DEAL},
  {"deal_field", "deal_id", OF_DEAL},
  {"fields", "id", OF_FIELDS},
  {"party", "fields_id", OF_FIELDS},
  {"place", "fields_id", OF_FIELDS},
  {"remark_claim", "claim_key", OF_CLAIM_KEY},
  {"remark", "id", OF_REMARK},
  {"tag", "remark_id", OF_REMARK},
  {"article", "id", OF_ARTICLE},
  {"article_text", "article_id", OF_ARTICLE},
  {"suggestion", "claim_id", OF_CLAIM},
  {"suggestion", "other_id", OF_CLAIM},
  {"reading", "key", OF_ALL},
};

static const struct
{
  Of of;
  const char *sql;
} followed[] = {
  {OF_REMARK, "SELECT deal_id FROM remark_claim JOIN claim ON key = claim_key"
              " JOIN deal_claim ON claim_id = claim.id WHERE remark_id = ?1"},
  {OF_CLAIM, "SELECT deal_id FROM deal_claim WHERE claim_id = ?1"},
  {OF_CLAIM_KEY, "SELECT deal_id FROM claim JOIN deal_claim ON claim_id = claim.id WHERE key = ?1"},
  {OF_ARTICLE,
   "SELECT deal_id FROM claim JOIN deal_claim ON claim_id = claim.id WHERE article_id = ?1"},
};

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
touch_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  OutlayTouched *self = sqlite3_user_data (context);
  gint64 id = sqlite3_value_int64 (values[1]);

  switch ((Of)sqlite3_value_int (values[0]))
    {
    case OF_DEAL:
      add_id (self->deals, id);
      break;
    case OF_FIELDS:
      /* A deal's fields have an odd id that comes from its own; claims' are of no card. */
      if (id % 2 == 1)
        add_id (self->deals, id / 2);
      break;
    case OF_CLAIM:
      add_id (self->claims, id);
      break;
    case OF_CLAIM_KEY:
      g_hash_table_add (self->claim_keys, g_strdup ((const char *)sqlite3_value_text (values[1])));
      break;
    case OF_REMARK:
      add_id (self->remarks, id);
      break;
    case OF_ARTICLE:
      add_id (self->articles, id);
      break;
    default:
      self->all = TRUE;
    }
}

static gboolean
add_trigger (OutlayTouched *self, guint lead, const char *event, const char *row, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("CREATE TEMP TRIGGER \"touch_%s_%s_%s_%s\" AFTER %s ON main.\"%s\" BEGIN"
                       " SELECT outlay_touch (%d, %s.\"%s\"); END",
                       leads[lead].table, leads[lead].column, event, row, event, leads[lead].table,
                       (int)leads[lead].of, row, leads[lead].column);

  return outlay_connection_execute (self->connection, sql, error);
}

static gboolean
install (OutlayTouched *self, GError **error)
{
  if (!outlay_connection_add_function (self->connection, "outlay_touch", 2, touch_function, self,
                                       error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      if (!add_trigger (self, i, "INSERT", "new", error)
          || !add_trigger (self, i, "UPDATE", "old", error)
          || !add_trigger (self, i, "UPDATE", "new", error)
          || !add_trigger (self, i, "DELETE", "old", error))
        return FALSE;
    }
  return outlay_connection_get_number (self->connection, "PRAGMA data_version", &self->version,
                                       error);
}

static GHashTable *
make_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * outlay_touched_new:
 * @connection: one that writes, its file up to date; it must outlive what is made
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): what follows the changes by @connection.
 */
OutlayTouched *
outlay_touched_new (OutlayConnection *connection, GError **error)
{
  OutlayTouched *self = g_new0 (OutlayTouched, 1);

  self->connection = connection;
  self->deals = make_ids ();
  self->claims = make_ids ();
  self->remarks = make_ids ();
  self->articles = make_ids ();
  self->told = make_ids ();
  self->claim_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (install (self, error))
    return self;
  outlay_touched_free (self);
  return NULL;
}

/** outlay_touched_free: frees @self; its connection writes no more. */
void
outlay_touched_free (OutlayTouched *self)
{
  g_hash_table_unref (self->deals);
  g_hash_table_unref (self->claims);
  g_hash_table_unref (self->remarks);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->claim_keys);
  g_free (self);
}

static gboolean
follow (OutlayTouched *self, const char *sql, GHashTable *keys, gboolean text, GError **error)
{
  sqlite3_stmt *statement;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (GError) failure = NULL;

      statement = outlay_connection_prepare (self->connection, sql, error);
      if (statement == NULL)
        return FALSE;
      if (text)
        sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
      else
        sqlite3_bind_int64 (statement, 1, *(const gint64 *)key);
      while (outlay_connection_next (self->connection, statement, &failure))
        add_id (self->deals, sqlite3_column_int64 (statement, 0));
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  return TRUE;
}

/* What is suggested of a deal hangs on the other one too. */
static gboolean
follow_suggestions (OutlayTouched *self, GError **error)
{
  g_autoptr (GHashTable) changed = make_ids ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->deals);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    add_id (changed, *(const gint64 *)id);
  return follow (self,
                 "SELECT other.deal_id FROM deal_claim AS own"
                 " JOIN suggestion ON suggestion.claim_id = own.claim_id"
                 " JOIN deal_claim AS other ON other.claim_id = other_id WHERE own.deal_id = ?1"
                 " UNION SELECT other.deal_id FROM deal_claim AS own"
                 " JOIN suggestion ON other_id = own.claim_id"
                 " JOIN deal_claim AS other ON other.claim_id = suggestion.claim_id"
                 " WHERE own.deal_id = ?1",
                 changed, FALSE, error);
}

/**
 * outlay_touched_settle:
 * @error: return location for an #OutlayLedgerError
 *
 * Follows what was changed to the deals that it is of, at the end of the transaction.
 *
 * Returns: whether that could be done.
 */
gboolean
outlay_touched_settle (OutlayTouched *self, GError **error)
{
  GHashTable *keys[] = {[OF_CLAIM] = self->claims,
                        [OF_REMARK] = self->remarks,
                        [OF_CLAIM_KEY] = self->claim_keys,
                        [OF_ARTICLE] = self->articles};

  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    {
      if (!follow (self, followed[i].sql, keys[followed[i].of], followed[i].of == OF_CLAIM_KEY,
                   error))
        return FALSE;
    }
  return follow_suggestions (self, error);
}

/** outlay_touched_end: keeps, or where it was rolled back forgets, what the transaction changed. */
void
outlay_touched_end (OutlayTouched *self, gboolean committed)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->deals);
  while (committed && g_hash_table_iter_next (&iter, &id, NULL))
    add_id (self->told, *(const gint64 *)id);
  self->told_all |= committed && (self->all || g_hash_table_size (self->told) > MOST_TOLD);
  if (self->told_all)
    g_hash_table_remove_all (self->told);
  g_hash_table_remove_all (self->deals);
  g_hash_table_remove_all (self->claims);
  g_hash_table_remove_all (self->remarks);
  g_hash_table_remove_all (self->articles);
  g_hash_table_remove_all (self->claim_keys);
  self->all = FALSE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a, second = *(const gint64 *)b;

  return (first > second) - (first < second);
}

/**
 * outlay_touched_take:
 *
 * Outside a transaction.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids of the deals that were changed
 *   since it was last asked, in order, also of those that are gone; %NULL where any may have been,
 *   as when another program has written.
 */
GArray *
outlay_touched_take (OutlayTouched *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean all = self->told_all;
  GHashTableIter iter;
  gint64 version = 0;
  gpointer id;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, compare_ids);
  g_hash_table_remove_all (self->told);
  self->told_all = FALSE;
  if (!outlay_connection_get_number (self->connection, "PRAGMA data_version", &version, NULL)
      || version != self->version)
    all = TRUE;
  self->version = version;
  if (all)
    g_clear_pointer (&ids, g_array_unref);
  return ids;
}
