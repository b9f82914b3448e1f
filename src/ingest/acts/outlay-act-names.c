/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one organisation as another, in the claims that are there and in those to come. */
#define G_LOG_DOMAIN "outlay-ingest"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/outlay-text.h"
#include "ledger/outlay-ledger-edit.h"
#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"
#include "outlay-act-private.h"
#include "outlay-rederive.h"

/* Longest tag, and longest name of an organisation, in letters. */
#define MOST_LETTERS 200

/**
 * outlay_act_check_name:
 * @error: return location for an #OutlayActError
 *
 * Returns: whether @name can be an organisation's name, or a tag.
 */
gboolean
outlay_act_check_name (const char *name, GError **error)
{
  g_autofree char *collapsed = outlay_text_collapse_space (name);

  if (*collapsed == '\0')
    return outlay_act_refuse (error, OUTLAY_ACT_ERROR_VALUE, _ ("A name is wanted."));
  if (g_utf8_strlen (name, -1) > MOST_LETTERS || strpbrk (name, "\n\r") != NULL)
    return outlay_act_refuse (error, OUTLAY_ACT_ERROR_VALUE, _ ("The name is too long."));
  return TRUE;
}

static gboolean
add_name (GHashTable *keys, const char *name)
{
  return g_hash_table_add (keys, outlay_text_fold (name));
}

/* All names that are read as one of @keys, or that one of them is read as, over any steps. */
static void
add_related (GHashTable *keys, OutlayReadings *readings)
{
  g_autoptr (GPtrArray) list = outlay_readings_list (readings);
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < list->len; i++)
        {
          const OutlayReading *reading = g_ptr_array_index (list, i);
          g_autofree char *from = outlay_text_fold (reading->name);
          g_autofree char *to = outlay_text_fold (reading->reads_as);

          if (g_hash_table_contains (keys, from) != g_hash_table_contains (keys, to))
            {
              add_name (keys, reading->name);
              add_name (keys, reading->reads_as);
              more = TRUE;
            }
        }
    }
}

/**
 * outlay_rederive_names:
 * @name: an organisation that is read otherwise from now on
 * @other: (nullable): the one that it is or was read as
 * @deals: (element-type gint64): gets the deals that name one of them
 * @error: return location for an #OutlayLedgerError
 *
 * Has the claims that name an organisation found by its new name, and their deals tell it.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_rederive_names (
  OutlayLedger *ledger, const char *name, const char *other, GArray *deals, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (OutlayReadings) readings = outlay_remarks_get_readings (ledger, error);
  guint n_before = deals->len;

  if (readings == NULL)
    return FALSE;
  add_name (keys, name);
  if (other != NULL)
    add_name (keys, other);
  add_related (keys, readings);
  if (!outlay_ledger_find_named (ledger, keys, deals, error))
    return FALSE;
  for (guint i = n_before; i < deals->len; i++)
    {
      g_autoptr (OutlayDealRecord) deal
        = outlay_ledger_load_deal (ledger, g_array_index (deals, gint64, i), error);

      for (guint j = 0; deal != NULL && j < deal->claims->len; j++)
        {
          const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          g_auto (GStrv) claim_keys = outlay_link_get_keys (claim->claim);

          if (!outlay_ledger_set_keys (ledger, claim->id, (const char *const *)claim_keys, error))
            return FALSE;
        }
      if (deal == NULL)
        return FALSE;
      outlay_link_reconcile (deal);
      if (!outlay_ledger_store_deal (ledger, deal, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the user reads the organisation so already. */
static gboolean
is_read (OutlayReadings *readings, const OutlayAct *act)
{
  g_autoptr (GPtrArray) list = outlay_readings_list (readings);
  g_autofree char *key = outlay_text_fold (act->text);

  for (guint i = 0; i < list->len; i++)
    {
      const OutlayReading *reading = g_ptr_array_index (list, i);
      g_autofree char *other = outlay_text_fold (reading->name);

      if (g_str_equal (key, other))
        return g_strcmp0 (reading->reads_as, act->other) == 0;
    }
  return act->other == NULL;
}

/** outlay_act_read_as: carries out an act that names an organisation otherwise, or by its name. */
gboolean
outlay_act_read_as (OutlayActRun *run, GError **error)
{
  const OutlayAct *act = run->act;

  if (!outlay_act_check_name (act->text, error)
      || (act->other != NULL && !outlay_act_check_name (act->other, error)))
    return FALSE;
  if (g_strcmp0 (act->text, act->other) == 0)
    return outlay_act_refuse (error, OUTLAY_ACT_ERROR_VALUE,
                              _ ("That is the same name. Type another one."));
  g_autoptr (OutlayReadings) readings = outlay_remarks_get_readings (run->ledger, error);
  if (readings == NULL || is_read (readings, act))
    return readings != NULL;
  g_autofree char *before = g_strdup (outlay_readings_read (readings, act->text));
  json_object_set_string_member (run->details, "text", act->text);
  json_object_set_string_member (run->details, "other", act->other != NULL ? act->other : before);
  return outlay_remarks_set_reading (run->ledger, act->text, act->other, error)
         && outlay_rederive_names (run->ledger, act->text, act->other != NULL ? act->other : before,
                                   run->touched, error);
}
