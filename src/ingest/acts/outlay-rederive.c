/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-rederive.h"

#include "base/json/outlay-json.h"
#include "ledger/outlay-ledger-edit.h"
#include "link/outlay-link.h"
#include "outlay-act.h"

/* All that is worked out from a deal's claims and from what the user says. */
static char *
dup_state (const OutlayDealRecord *deal)
{
  g_autoptr (JsonObject) fields = outlay_json_from_fields (&deal->fields);
  g_autofree char *json = outlay_json_print (fields);
  g_autoptr (GString) state = g_string_new (json);

  g_string_append_printf (state, " %u %u %d", deal->conflicts, deal->grown, deal->review);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    g_string_append_printf (state, " %d", deal->chosen[field]);
  return g_string_free (g_steal_pointer (&state), FALSE);
}

static gboolean
rederive (OutlayLedger *ledger, OutlayDealRecord *deal, GError **error)
{
  if (deal->claims->len == 0)
    return outlay_ledger_delete_deal (ledger, deal->id, error);
  g_autofree char *before = dup_state (deal);
  outlay_link_reconcile (deal);
  g_autofree char *after = dup_state (deal);
  return g_str_equal (before, after) || outlay_ledger_store_deal (ledger, deal, error);
}

/**
 * outlay_rederive_deals:
 * @deals: (element-type gint64): ids of deals, of which some may be gone
 * @error: return location for an #OutlayLedgerError
 *
 * Works deals out anew from their claims and from what the user says, within a transaction. A deal
 * without claims goes; one that comes to the same is not touched.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_rederive_deals (OutlayLedger *ledger, const GArray *deals, GError **error)
{
  for (guint i = 0; i < deals->len; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (OutlayDealRecord) deal
        = outlay_ledger_load_deal (ledger, g_array_index (deals, gint64, i), &failure);

      if (deal != NULL
            ? rederive (ledger, deal, error)
            : g_error_matches (failure, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND))
        continue;
      if (deal == NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

/**
 * outlay_rederive_ask_below:
 * @percent: up to 100
 *
 * Has deals wait for review where a value was read with less certainty, in imports and acts from
 * now on.
 */
void
outlay_rederive_ask_below (guint percent)
{
  outlay_link_set_review_below (percent);
}

/**
 * outlay_rederive_all:
 * @error: return location for an #OutlayLedgerError
 *
 * Works all deals out anew in a transaction of its own, after a rule of the user's has changed.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_rederive_all (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) records = outlay_ledger_list_deals (ledger, NULL, error);
  g_autoptr (GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (records == NULL || !outlay_ledger_begin (ledger, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (deals, ((OutlayDealRecord *)records->pdata[i])->id);
  g_ptr_array_set_size (records, 0);
  if (outlay_rederive_deals (ledger, deals, error) && outlay_ledger_commit (ledger, error))
    return TRUE;
  outlay_ledger_rollback (ledger);
  return FALSE;
}

/* Articles that came since may name the organisation too. */
static gboolean
rederive_names_of (OutlayLedger *ledger,
                   const OutlayHistoryEntry *entry,
                   GArray *deals,
                   GError **error)
{
  g_autoptr (JsonObject) details = outlay_json_parse (entry->details, -1, NULL);
  const char *name = details != NULL ? outlay_json_get_string (details, "text") : NULL;

  return name == NULL
         || outlay_rederive_names (ledger, name, outlay_json_get_string (details, "other"), deals,
                                   error);
}

/**
 * outlay_rederive_after:
 * @entry: an act that was undone or done again
 * @deals: (element-type gint64): the deals whose rows it brought back
 * @error: return location for an #OutlayLedgerError
 *
 * Works out anew what imports have changed since the act, within a transaction; where none did, all
 * is as it was.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_rederive_after (OutlayLedger *ledger,
                       const OutlayHistoryEntry *entry,
                       const GArray *deals,
                       GError **error)
{
  g_autoptr (GArray) all = g_array_copy ((GArray *)deals);
  OutlayActKind kind;

  if (outlay_act_kind_from_string (entry->kind, &kind)
      && (kind == OUTLAY_ACT_READ_AS || kind == OUTLAY_ACT_UNREAD)
      && !rederive_names_of (ledger, entry, all, error))
    return FALSE;
  return outlay_rederive_deals (ledger, all, error);
}
