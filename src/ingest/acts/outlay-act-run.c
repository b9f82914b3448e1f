/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "base/json/outlay-json.h"
#include "ingest/outlay-suggestions.h"
#include "ledger/outlay-ledger-edit.h"
#include "outlay-act-private.h"
#include "outlay-rederive.h"

static const OutlayActFunc functions[OUTLAY_N_ACT_KINDS] = {
  [OUTLAY_ACT_STAR] = outlay_act_say,
  [OUTLAY_ACT_UNSTAR] = outlay_act_say,
  [OUTLAY_ACT_REJECT] = outlay_act_say,
  [OUTLAY_ACT_UNREJECT] = outlay_act_say,
  [OUTLAY_ACT_REVIEW] = outlay_act_say,
  [OUTLAY_ACT_UNREVIEW] = outlay_act_say,
  [OUTLAY_ACT_NOTE] = outlay_act_say,
  [OUTLAY_ACT_TAG] = outlay_act_say,
  [OUTLAY_ACT_UNTAG] = outlay_act_say,
  [OUTLAY_ACT_CORRECT] = outlay_act_correct,
  [OUTLAY_ACT_UNCORRECT] = outlay_act_correct,
  [OUTLAY_ACT_MERGE] = outlay_act_link,
  [OUTLAY_ACT_SPLIT] = outlay_act_link,
  [OUTLAY_ACT_SEPARATE] = outlay_act_link,
  [OUTLAY_ACT_PART] = outlay_act_link,
  [OUTLAY_ACT_UNPART] = outlay_act_link,
  [OUTLAY_ACT_READ_AS] = outlay_act_read_as,
  [OUTLAY_ACT_UNREAD] = outlay_act_read_as,
  [OUTLAY_ACT_DELETE_ARTICLES] = outlay_act_delete,
  [OUTLAY_ACT_DELETE_SOURCE] = outlay_act_delete,
  [OUTLAY_ACT_IMPORT_ANYWAY] = outlay_act_import_anyway,
};

/**
 * outlay_act_refuse:
 *
 * Returns: %FALSE, with @error set.
 */
gboolean
outlay_act_refuse (GError **error, OutlayActError code, const char *message)
{
  g_set_error_literal (error, OUTLAY_ACT_ERROR, code, message);
  return FALSE;
}

/** outlay_act_touch: has a deal worked out anew when the act is done. */
void
outlay_act_touch (OutlayActRun *run, gint64 deal)
{
  g_array_append_val (run->touched, deal);
}

/**
 * outlay_act_load_deals:
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_NOT_FOUND where one of
 * the deals is not there
 *
 * Returns: (transfer full) (nullable) (element-type OutlayDealRecord): the deals that the act
 * names, in its order.
 */
GPtrArray *
outlay_act_load_deals (OutlayActRun *run, GError **error)
{
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < run->act->deals->len; i++)
    {
      OutlayDealRecord *deal
        = outlay_ledger_load_deal (run->ledger, g_array_index (run->act->deals, gint64, i), error);

      if (deal == NULL)
        return NULL;
      g_ptr_array_add (deals, deal);
    }
  return g_steal_pointer (&deals);
}

/* Names alone, so that it is right in every language. */
static char *
dup_label (const OutlayDealRecord *deal)
{
  static const OutlayRole roles[]
    = {OUTLAY_ROLE_INVESTOR, OUTLAY_ROLE_RECIPIENT, OUTLAY_ROLE_PARTNER};
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      for (guint j = 0; j < deal->fields.parties->len; j++)
        {
          const OutlayParty *party = outlay_fields_get_party (&deal->fields, j);

          if (party->role != roles[i])
            continue;
          g_string_append_printf (label, "%s%s", label->len > 0 ? " → " : "", party->name);
          break;
        }
    }
  return g_string_free (label, FALSE);
}

/** outlay_act_tell_deals: has the history tell which deals the act was about. */
void
outlay_act_tell_deals (OutlayActRun *run, const GPtrArray *deals)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      g_autofree char *label = dup_label (deal);
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "id", deal->id);
      json_object_set_string_member (entry, "label", label);
      json_array_add_object_element (list, entry);
    }
  json_object_set_array_member (run->details, "deals", list);
}

static gboolean
carry_out (OutlayActRun *run, gint64 *act_id, GError **error)
{
  const char *kind = outlay_act_kind_to_string (run->act->kind);

  if (!outlay_history_begin_act (run->ledger, kind, error) || !functions[run->act->kind](run, error)
      || !outlay_rederive_deals (run->ledger, run->touched, error)
      || !outlay_suggestions_refresh (run->ledger, error))
    return FALSE;
  g_autofree char *details = outlay_json_print (run->details);
  return outlay_history_end_act (run->ledger, details, run->touched, act_id, error);
}

static gboolean
commit (OutlayActRun *run, OutlayHistoryEntry **entry, GError **error)
{
  gint64 act_id = 0;

  if (!outlay_ledger_begin (run->ledger, error))
    return FALSE;
  if (carry_out (run, &act_id, error)
      && (act_id == 0 || (*entry = outlay_history_get (run->ledger, act_id, error)) != NULL))
    return outlay_ledger_commit (run->ledger, error);
  outlay_ledger_rollback (run->ledger);
  return FALSE;
}

/**
 * outlay_act_run:
 * @entry: (out) (optional) (transfer full) (nullable): what the history keeps of it; %NULL where
 *   all was so already
 * @error: return location for an #OutlayLedgerError, an #OutlayActError or, where the act reads a
 *   file, an #OutlayReadError
 *
 * Carries the act out in a transaction of its own: it waits for the one that another thread holds.
 *
 * Returns: whether it is done; if not, nothing of it is.
 */
gboolean
outlay_act_run (OutlayAct *act, OutlayLedger *ledger, OutlayHistoryEntry **entry, GError **error)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (JsonObject) details = json_object_new ();
  OutlayActRun run = {act, ledger, touched, details, NULL};
  g_autoptr (OutlayHistoryEntry) kept = NULL;

  g_return_val_if_fail (act != NULL && OUTLAY_IS_LEDGER (ledger), FALSE);
  g_return_val_if_fail (functions[act->kind] != NULL, FALSE);

  gboolean done
    = (act->input == NULL || outlay_act_read_input (&run, error)) && commit (&run, &kept, error);
  g_clear_pointer (&run.arrival, outlay_arrival_free);
  if (done && entry != NULL)
    *entry = g_steal_pointer (&kept);
  return done;
}

static OutlayHistoryEntry *
play (OutlayLedger *ledger, gboolean forward, GError **error)
{
  g_autoptr (OutlayHistoryEntry) entry = NULL;
  g_autoptr (GArray) deals = NULL;

  if (!outlay_ledger_begin (ledger, error))
    return NULL;
  entry = outlay_history_play (ledger, forward, &deals, error);
  if (entry == NULL || !outlay_rederive_after (ledger, entry, deals, error)
      || !outlay_suggestions_refresh (ledger, error))
    {
      outlay_ledger_rollback (ledger);
      return NULL;
    }
  return outlay_ledger_commit (ledger, error) ? g_steal_pointer (&entry) : NULL;
}

/**
 * outlay_act_undo:
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_NOT_FOUND where there is
 *   nothing to undo
 *
 * Undoes the act that was done last, in a transaction of its own.
 *
 * Returns: (transfer full) (nullable): the act.
 */
OutlayHistoryEntry *
outlay_act_undo (OutlayLedger *ledger, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  return play (ledger, FALSE, error);
}

/**
 * outlay_act_redo:
 * @error: return location for an #OutlayLedgerError; %OUTLAY_LEDGER_ERROR_NOT_FOUND where nothing
 *   was undone, or an act was done since
 *
 * Does the act again that was undone last, in a transaction of its own.
 *
 * Returns: (transfer full) (nullable): the act.
 */
OutlayHistoryEntry *
outlay_act_redo (OutlayLedger *ledger, GError **error)
{
  g_return_val_if_fail (OUTLAY_IS_LEDGER (ledger), NULL);

  return play (ledger, TRUE, error);
}
