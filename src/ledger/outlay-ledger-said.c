/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-ledger-said.h"

#include <glib/gi18n-lib.h>

#include "base/json/outlay-json.h"
#include "outlay-ledger-links.h"
#include "outlay-ledger-private.h"
#include "outlay-remarks.h"
#include "outlay-row.h"

/* A remark goes with the article that the first of its keys is of. */
#define SAID                                                                                       \
  "WITH told (id, first, last) AS"                                                                 \
  " (SELECT id, digest || '/', digest || '0' FROM article WHERE id = ?1),"                         \
  " own (id) AS (SELECT remark_id FROM remark_claim GROUP BY remark_id"                            \
  "  HAVING min (claim_key) BETWEEN (SELECT first FROM told) AND (SELECT last FROM told)),"        \
  " remarks (list) AS (SELECT json_group_array (json_object ("                                     \
  "  'claims', (SELECT json_group_array (claim_key) FROM remark_claim WHERE remark_id = id),"      \
  "  'starred', starred, 'rejected', rejected, 'reviewed', reviewed, 'note', note,"                \
  "  'tags', (SELECT json_group_array (name) FROM tag WHERE remark_id = id),"                      \
  "  'corrections', (SELECT json_group_object (field, json (value)) FROM correction"               \
  "   WHERE remark_id = id))) FROM remark JOIN own USING (id)),"                                   \
  " bonds (list) AS (SELECT json_group_array (json_array (a, b, kind)) FROM told JOIN bond"        \
  "  ON a BETWEEN first AND last),"                                                                \
  " readings (list) AS (SELECT json_group_array (json_array (name, reads_as)) FROM reading"        \
  "  WHERE name IN (SELECT party.name FROM told JOIN claim ON article_id = told.id"                \
  "   JOIN fields ON fields.claim_id = claim.id JOIN party ON fields_id = fields.id))"             \
  " SELECT json_object ('remarks', json (remarks.list), 'bonds', json (bonds.list),"               \
  "  'readings', json (readings.list)) FROM remarks, bonds, readings"                              \
  " WHERE remarks.list <> '[]' OR bonds.list <> '[]' OR readings.list <> '[]'"

/**
 * outlay_ledger_dup_said:
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): what the user said of the article's claims; %NULL without an
 *   error where that is nothing.
 */
char *
outlay_ledger_dup_said (OutlayLedger *self, gint64 article_id, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), NULL);

  OutlayConnection *reader = outlay_ledger_begin_reading (self, NULL, error);
  sqlite3_stmt *statement = reader != NULL ? outlay_connection_prepare (reader, SAID, error) : NULL;
  g_autoptr (GError) failure = NULL;
  char *said = NULL;

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, article_id);
  while (statement != NULL && outlay_connection_next (reader, statement, &failure))
    said = outlay_row_dup_text (statement, 0);
  if (reader != NULL)
    outlay_ledger_end_reading (self, reader);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return said;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_REFUSED,
                       _ ("What is said of the article’s deals cannot be read."));
  return FALSE;
}

/* Corrections are read where a deal is: what makes no sense must not get in. */
static gboolean
check_corrections (JsonObject *remark, GError **error)
{
  JsonNode *node = json_object_get_member (remark, "corrections");
  g_autoptr (GList) names = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error);
  names = json_object_get_members (json_node_get_object (node));
  for (GList *name = names; name != NULL; name = name->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (node), name->data);
      OutlayFields fields;
      OutlayField field;

      if (!JSON_NODE_HOLDS_OBJECT (value) || !outlay_field_from_string (name->data, &field))
        return refuse (error);
      g_autofree char *printed = outlay_json_print (json_node_get_object (value));
      outlay_fields_init (&fields);
      gboolean right = outlay_json_read_field (printed, field, &fields, NULL);
      outlay_fields_clear (&fields);
      if (!right)
        return refuse (error);
    }
  return TRUE;
}

static gboolean
run (OutlayLedger *self, const char *sql, const char *json, gint64 id, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (self);
  sqlite3_stmt *statement = outlay_connection_prepare (writer, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, json, -1, SQLITE_TRANSIENT);
  if (id != 0)
    sqlite3_bind_int64 (statement, 2, id);
  return outlay_connection_run (writer, statement, error);
}

static gboolean
take_remark (OutlayLedger *self, JsonObject *remark, GError **error)
{
  static const char *const statements[] = {
    "INSERT INTO remark_claim (claim_key, remark_id)"
    " SELECT value, ?2 FROM json_each (?1, '$.claims') WHERE true ON CONFLICT DO NOTHING",
    "INSERT INTO tag (name, remark_id) SELECT value, ?2 FROM json_each (?1, '$.tags')"
    " WHERE true ON CONFLICT DO NOTHING",
    "INSERT INTO correction (field, value, remark_id, made)"
    " SELECT key, value, ?2, unixepoch () FROM json_each (?1, '$.corrections')",
  };
  OutlayConnection *writer = outlay_ledger_get_writer (self);
  gint64 before = 0, after = 0;

  if (!check_corrections (remark, error))
    return FALSE;
  g_autofree char *json = outlay_json_print (remark);
  /* What is said in this ledger already stands. */
  if (!outlay_connection_get_number (writer, "SELECT coalesce (max (id), 0) FROM remark", &before,
                                     error)
      || !run (self,
               "INSERT INTO remark (starred, rejected, reviewed, note)"
               " SELECT json_extract (?1, '$.starred') IS 1, json_extract (?1, '$.rejected') IS 1,"
               " json_extract (?1, '$.reviewed'), json_extract (?1, '$.note')"
               " WHERE NOT EXISTS (SELECT 1 FROM remark_claim JOIN json_each (?1, '$.claims')"
               "  ON claim_key = value)",
               json, 0, error)
      || !outlay_connection_get_number (writer, "SELECT coalesce (max (id), 0) FROM remark", &after,
                                        error))
    return FALSE;
  for (guint i = 0; after > before && i < G_N_ELEMENTS (statements); i++)
    {
      if (!run (self, statements[i], json, after, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_remarks (OutlayLedger *self, JsonArray *remarks, GError **error)
{
  for (guint i = 0; remarks != NULL && i < json_array_get_length (remarks); i++)
    {
      JsonNode *node = json_array_get_element (remarks, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return refuse (error);
      if (!take_remark (self, json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_readings (OutlayLedger *self, JsonArray *readings, GError **error)
{
  for (guint i = 0; readings != NULL && i < json_array_get_length (readings); i++)
    {
      JsonNode *node = json_array_get_element (readings, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

      if (pair == NULL || json_array_get_length (pair) != 2)
        return refuse (error);
      const char *name = json_node_get_string (json_array_get_element (pair, 0));
      const char *reads_as = json_node_get_string (json_array_get_element (pair, 1));
      if (name == NULL || reads_as == NULL || *name == '\0' || *reads_as == '\0')
        return refuse (error);
      if (!outlay_remarks_set_reading (self, name, reads_as, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_deals (OutlayLedger *self, const char *said, GArray *deals, GError **error)
{
  OutlayConnection *writer = outlay_ledger_get_writer (self);
  sqlite3_stmt *statement = outlay_connection_prepare (
    writer,
    "SELECT DISTINCT deal_id FROM json_tree (?1) JOIN claim ON claim.key = json_tree.value"
    " JOIN deal_claim ON claim_id = claim.id WHERE type = 'text' ORDER BY deal_id",
    error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, said, -1, SQLITE_TRANSIENT);
  return outlay_connection_append_numbers (writer, statement, deals, error);
}

/**
 * outlay_ledger_take_said:
 * @said: as outlay_ledger_dup_said() gives it, perhaps from another ledger
 * @deals: (element-type gint64): gets the deals that are there already and have to be linked and
 *   worked out anew
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_REFUSED where @said makes
 *   no sense
 *
 * Takes over what was said elsewhere of claims of which nothing is said here, within a transaction.
 * The claims need not be there yet.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_ledger_take_said (OutlayLedger *self, const char *said, GArray *deals, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (self), FALSE);

  g_autoptr (JsonObject) object = outlay_json_parse (said, -1, NULL);

  if (object == NULL)
    return refuse (error);
  return take_remarks (self, outlay_json_get_array (object, "remarks"), error)
         && run (self,
                 "INSERT INTO bond (a, b, kind) SELECT value ->> 0, value ->> 1, value ->> 2"
                 " FROM json_each (?1, '$.bonds') WHERE value ->> 0 < value ->> 1 AND"
                 " value ->> 2 IN ('together', 'apart', 'part', 'whole') ON CONFLICT DO NOTHING",
                 said, 0, error)
         && take_readings (self, outlay_json_get_array (object, "readings"), error)
         && find_deals (self, said, deals, error);
}
