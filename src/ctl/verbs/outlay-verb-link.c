/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that link and separate. */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib/gi18n.h>

#include "ctl/outlay-acting.h"
#include "ctl/outlay-selection.h"

static const GOptionEntry no_options[] = {{NULL}};

static OutlayExit
refuse_ids (const OutlayVerb *verb)
{
  return outlay_verb_refuse (verb, _ ("Name deals by their numbers, as “list” prints them."));
}

static OutlayExit
run_link (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};

  if (!outlay_acting_parse (&acting, verb, no_options, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if (ids == NULL || ids->len < 2)
    return refuse_ids (verb);
  g_autoptr (OutlayAct) act = outlay_act_new_merge (ids);
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_link = {
  "link",
  N_ ("ID ID…"),
  N_ ("Make one deal of several."),
  N_ ("The deal with the most articles keeps its number."),
  run_link,
};

static OutlayExit
run_apart (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};

  if (!outlay_acting_parse (&acting, verb, no_options, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if (ids == NULL || ids->len != 2)
    return refuse_ids (verb);
  g_autoptr (OutlayAct) act
    = outlay_act_new_separate (g_array_index (ids, gint64, 0), g_array_index (ids, gint64, 1));
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_apart = {
  "apart", N_ ("ID ID"), N_ ("Keep two deals apart, which are not suggested to be one any more."),
  NULL,    run_apart,
};

static OutlayExit
run_part (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  const GOptionEntry own[] = {
    {"off", 0, 0, G_OPTION_ARG_NONE, &acting.off, N_ ("Make it a deal for itself again"), NULL},
    {NULL},
  };

  if (!outlay_acting_parse (&acting, verb, own, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (GArray) ids = outlay_acting_read_ids (*arguments + 1);
  if (ids == NULL || ids->len != (acting.off ? 1u : 2u))
    return refuse_ids (verb);
  gint64 part = g_array_index (ids, gint64, 0);
  g_autoptr (OutlayAct) act = acting.off
                                ? outlay_act_new_unpart (part)
                                : outlay_act_new_part (part, g_array_index (ids, gint64, 1));
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_part = {
  "part",
  N_ ("ID WHOLE"),
  N_ ("Make a deal a part of another, of which totals count the whole alone."),
  NULL,
  run_part,
};

/* The claims that stand at @positions, from 1 on, in what “show” prints. */
static GArray *
find_claims (const OutlayDealRecord *deal, const GArray *positions)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < positions->len; i++)
    {
      gint64 position = g_array_index (positions, gint64, i);

      if (position > (gint64)deal->claims->len)
        return NULL;
      g_array_append_val (claims, outlay_deal_record_get_claim (deal, (guint)position - 1)->id);
    }
  return g_steal_pointer (&claims);
}

static OutlayExit
run_split (const OutlayVerb *verb, char ***arguments)
{
  g_auto (OutlayActing) acting = {NULL};
  g_autoptr (GError) error = NULL;

  if (!outlay_acting_parse (&acting, verb, no_options, arguments))
    return OUTLAY_EXIT_USAGE;
  g_autoptr (GArray) numbers = outlay_acting_read_ids (*arguments + 1);
  if (numbers == NULL || numbers->len < 2)
    return outlay_verb_refuse (verb, _ ("Name the deal by its number, and its articles by their "
                                        "places in what “show” prints: 1 is the first."));
  gint64 id = g_array_index (numbers, gint64, 0);
  g_array_remove_index (numbers, 0);
  g_autoptr (OutlayLedger) ledger
    = outlay_selection_open (acting.ledger, OUTLAY_LEDGER_FLAGS_READ_ONLY, &error);
  g_autoptr (OutlayDealRecord) deal
    = ledger != NULL ? outlay_ledger_get_deal (ledger, id, &error) : NULL;
  if (deal == NULL)
    return outlay_acting_fail (error);
  g_autoptr (GArray) claims = find_claims (deal, numbers);
  if (claims == NULL)
    return outlay_verb_refuse (verb, _ ("The deal has fewer articles."));
  g_autoptr (OutlayAct) act = outlay_act_new_split (id, claims);
  return outlay_acting_run (&acting, act);
}

const OutlayVerb outlay_verb_split = {
  "split",
  N_ ("ID ARTICLE…"),
  N_ ("Make a deal of its own of some articles of a deal."),
  N_ ("Articles are named by their places in what “show” prints: 1 is the first."),
  run_split,
};
