/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "ctl/outlay-acting.h"
#include "ctl/outlay-cards.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"

static void
print_json (const OutlayDealRecord *deal, const OutlayDealSuggestion *suggestion)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *reason = outlay_format_link_reason (suggestion->reason);

  json_object_set_int_member (object, "deal", deal->id);
  json_object_set_int_member (object, "other", suggestion->deal_id);
  json_object_set_string_member (object, "kind",
                                 outlay_suggestion_kind_to_string (suggestion->kind));
  json_object_set_string_member (object, "reason", suggestion->reason);
  json_object_set_string_member (object, "words", reason != NULL ? reason : "");
  outlay_console_print_json (object);
}

/* Of two deals the suggestion is told once; of a part and its whole at the part. */
static gboolean
is_told_here (const OutlayDealRecord *deal, const OutlayDealSuggestion *suggestion)
{
  if (suggestion->kind == OUTLAY_SUGGESTION_SAME)
    return deal->id < suggestion->deal_id;
  return suggestion->kind == OUTLAY_SUGGESTION_PART;
}

static OutlayExit
list_all (const OutlayActing *acting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (GPtrArray) deals
    = ledger != NULL ? outlay_ledger_list_deals (ledger, NULL, &error) : NULL;
  guint n_told = 0;

  if (deals == NULL)
    return outlay_acting_fail (error);
  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->suggestions->len; j++)
        {
          const OutlayDealSuggestion *suggestion = g_ptr_array_index (deal->suggestions, j);

          if (!is_told_here (deal, suggestion))
            continue;
          n_told++;
          if (acting->json)
            {
              print_json (deal, suggestion);
              continue;
            }
          g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, deal->id);
          g_autofree char *words = outlay_cards_dup_suggestion (suggestion);
          g_autofree char *line = outlay_format_fill (_ ("Deal {number}: {suggestion}"), "number",
                                                      number, "suggestion", words, NULL);
          outlay_console_print_line (line);
        }
    }
  if (n_told == 0 && !acting->json)
    outlay_console_print_line (_ ("Nothing is suggested."));
  return OUTLAY_EXIT_FINE;
}

/* What is suggested of the two; %NULL with @error where nothing is. */
static const OutlayDealSuggestion *
find_suggestion (const OutlayDealRecord *deal, gint64 other, GError **error)
{
  for (guint i = 0; i < deal->suggestions->len; i++)
    {
      const OutlayDealSuggestion *suggestion = g_ptr_array_index (deal->suggestions, i);

      if (suggestion->deal_id == other)
        return suggestion;
    }
  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                       _ ("Nothing is suggested of these two deals."));
  return NULL;
}

static OutlayAct *
new_acceptance (const GArray *ids, OutlaySuggestionKind kind)
{
  gint64 deal = g_array_index (ids, gint64, 0), other = g_array_index (ids, gint64, 1);

  if (kind == OUTLAY_SUGGESTION_SAME)
    return outlay_act_new_merge (ids);
  return kind == OUTLAY_SUGGESTION_PART ? outlay_act_new_part (deal, other)
                                        : outlay_act_new_part (other, deal);
}

static OutlayExit
decide (const OutlayActing *acting, const GArray *ids, gboolean accept)
{
  gint64 id = g_array_index (ids, gint64, 0), other = g_array_index (ids, gint64, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting->ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (OutlayDealRecord) deal
    = ledger != NULL ? outlay_ledger_get_deal (ledger, id, &error) : NULL;
  const OutlayDealSuggestion *suggestion
    = deal != NULL ? find_suggestion (deal, other, &error) : NULL;

  if (suggestion == NULL)
    return outlay_acting_fail (error);
  g_autoptr (OutlayAct) act
    = accept ? new_acceptance (ids, suggestion->kind) : outlay_act_new_separate (id, other);
  return outlay_acting_run (acting, act);
}

static OutlayExit
run_suggestions (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  gboolean accept = FALSE, dismiss = FALSE;
  const GOptionEntry own[] = {
    {"accept", 0, 0, G_OPTION_ARG_NONE, &accept, N_ ("Do what is suggested of two deals"), NULL},
    {"dismiss", 0, 0, G_OPTION_ARG_NONE, &dismiss, N_ ("Never suggest it of them again"), NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if (!accept && !dismiss && (*arguments)[1] == NULL)
    return list_all (&acting);
  if (accept == dismiss || ids == NULL || ids->len != 2)
    return outlay_verb_refuse (verb, _ ("Name two deals, and either --accept or --dismiss."));
  return decide (&acting, ids, accept);
}

const OutlayVerb outlay_verb_suggestions = {
  "suggestions",
  N_ ("[ID ID]"),
  N_ ("List which deals may be one or a part of another, and decide it."),
  NULL,
  run_suggestions,
};
