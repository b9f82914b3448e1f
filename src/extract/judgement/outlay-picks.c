/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Mostly one pays and one gets, so who does is not only a matter of how each candidate is named but
 * of how the others are: of all candidates one is picked, or none. What is learnt is what tells the
 * right one from the rest (Z. Cao and others: Learning to Rank: From Pairwise Approach to Listwise
 * Approach, 2007), and how likely a candidate is to be picked is then a feature of its part.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-picks.h"

#include "extract/outlay-extractor.h"
#include "outlay-judge.h"
#include "outlay-weights.h"

static const struct
{
  OutlayDecision decision;
  const char *name;
} roles[OUTLAY_N_PICKED] = {
  {OUTLAY_DECISION_INVESTOR, "investor"},
  {OUTLAY_DECISION_RECIPIENT, "recipient"},
};

/* Sets how likely each candidate is to have the role, of all and nobody. */
static void
share_role (const OutlayWeights *weights, guint role, const GPtrArray *features, GArray *picks)
{
  double total = 1;

  for (guint i = 0; i < features->len; i++)
    {
      OutlayVerdict verdict
        = outlay_weights_decide (weights, roles[role].decision, g_ptr_array_index (features, i));
      double odds = verdict.share[1] / verdict.share[0];

      g_array_index (picks, OutlayPick, i).share[role] = odds;
      total += odds;
    }
  for (guint i = 0; i < features->len; i++)
    g_array_index (picks, OutlayPick, i).share[role] /= total;
}

/**
 * outlay_picks_new:
 * @features: (element-type OutlayFeatures): what is seen of each candidate of a deal
 *
 * Returns: (transfer full) (element-type OutlayPick) (nullable): how the candidates stand beside
 *   one another; %NULL where nothing is learnt of that.
 */
GArray *
outlay_picks_new (const OutlayDocument *document, const GPtrArray *features)
{
  const OutlayWeights *weights = outlay_extractor_get_weights (document->extractor);
  GArray *picks;

  for (guint role = 0; role < OUTLAY_N_PICKED; role++)
    {
      if (!outlay_weights_know (weights, roles[role].decision))
        return NULL;
    }
  picks = g_array_sized_new (FALSE, TRUE, sizeof (OutlayPick), features->len);
  g_array_set_size (picks, features->len);
  for (guint role = 0; role < OUTLAY_N_PICKED; role++)
    share_role (weights, role, features, picks);
  return picks;
}

static double
get_share (const GArray *picks, guint index, guint role)
{
  return g_array_index (picks, OutlayPick, index).share[role];
}

static double
get_best (const GArray *picks, guint role)
{
  double best = 0;

  for (guint i = 0; i < picks->len; i++)
    best = MAX (best, get_share (picks, i, role));
  return best;
}

/**
 * outlay_picks_add:
 * @kind: of the deal, in a word
 *
 * Adds how the candidate @index stands beside the others.
 */
void
outlay_picks_add (const GArray *picks, guint index, const char *kind, OutlayFeatures *features)
{
  const char *shares[OUTLAY_N_PICKED];
  const char *ranks[OUTLAY_N_PICKED];

  for (guint role = 0; role < OUTLAY_N_PICKED; role++)
    {
      double best = get_best (picks, role);
      double share = get_share (picks, index, role);
      const char *name = roles[role].name;

      shares[role] = outlay_judge_name_share (share);
      ranks[role] = share < best ? "behind" : "first";
      outlay_features_add (features, "picked", name, shares[role], NULL);
      outlay_features_add (features, "picked", name, shares[role], kind, NULL);
      outlay_features_add (features, "picked", name, shares[role], ranks[role], NULL);
      outlay_features_add (features, "picked", name, shares[role], "of",
                           outlay_judge_name_share (best), NULL);
    }
  outlay_features_add (features, "picked", shares[0], shares[1], NULL);
  outlay_features_add (features, "picked", ranks[0], ranks[1], NULL);
}
