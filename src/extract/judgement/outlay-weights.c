/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-weights.h"

#include <math.h>
#include <string.h>

/* Weights are kept as thousandths of a natural logarithm of odds, so that sums are exact. */
#define UNIT 1000

typedef struct
{
  gint32 of_outcome[OUTLAY_MOST_OUTCOMES];
} Row;

struct _OutlayWeights
{
  GHashTable *rows[OUTLAY_N_DECISIONS]; /* key of the feature → Row */
};

static const struct
{
  const char *name;
  guint n_outcomes;
} decisions[OUTLAY_N_DECISIONS] = {
  [OUTLAY_DECISION_NAME] = {"name", 2},
  [OUTLAY_DECISION_FIGURE] = {"figure", 2},
  [OUTLAY_DECISION_DEAL] = {"deal", 2},
  [OUTLAY_DECISION_KIND] = {"kind", 8},
  [OUTLAY_DECISION_STATUS] = {"status", 6},
  [OUTLAY_DECISION_ROLE] = {"role", 4},
  [OUTLAY_DECISION_PART] = {"part", 4},
  [OUTLAY_DECISION_CARD] = {"card", 2},
  [OUTLAY_DECISION_ANNOUNCED] = {"announced", 2},
  [OUTLAY_DECISION_START] = {"start", 2},
  [OUTLAY_DECISION_END] = {"end", 2},
  [OUTLAY_DECISION_PLACE] = {"place", 2},
};

/** outlay_decision_get_n_outcomes: Returns: how many outcomes @decision has. */
guint
outlay_decision_get_n_outcomes (OutlayDecision decision)
{
  return decisions[decision].n_outcomes;
}

/** outlay_decision_get_name: Returns: what the section of @decision is called. */
const char *
outlay_decision_get_name (OutlayDecision decision)
{
  return decisions[decision].name;
}

/** outlay_weights_new: Returns: (transfer full): weights that know no feature. */
OutlayWeights *
outlay_weights_new (void)
{
  OutlayWeights *weights = g_new0 (OutlayWeights, 1);

  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    weights->rows[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return weights;
}

/** outlay_weights_free: frees @weights. */
void
outlay_weights_free (OutlayWeights *weights)
{
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    g_hash_table_unref (weights->rows[i]);
  g_free (weights);
}

static gboolean
read_row (const OutlayDataEntry *entry, guint n_outcomes, Row *row)
{
  if (g_strv_length (entry->values) != n_outcomes)
    return FALSE;
  for (guint i = 0; i < n_outcomes; i++)
    {
      char *end = NULL;
      double weight = g_ascii_strtod (entry->values[i], &end);

      if (*end != '\0' || end == entry->values[i] || !(fabs (weight) < UNIT))
        return FALSE;
      row->of_outcome[i] = (gint32)lround (weight * UNIT);
    }
  return TRUE;
}

/**
 * outlay_weights_read:
 * @file: weights.ini: a section for each decision, an entry for each feature, a value for each
 *   outcome; errors are reported to it
 *
 * Adds the weights of @file.
 */
void
outlay_weights_read (OutlayWeights *weights, OutlayDataFile *file)
{
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    {
      const GPtrArray *entries = outlay_data_file_get_entries (file, decisions[i].name);

      for (guint k = 0; entries != NULL && k < entries->len; k++)
        {
          const OutlayDataEntry *entry = g_ptr_array_index (entries, k);
          guint64 key = outlay_features_hash (entry->key);
          Row row = {{0}};

          if (read_row (entry, decisions[i].n_outcomes, &row))
            g_hash_table_insert (weights->rows[i], g_memdup2 (&key, sizeof key),
                                 g_memdup2 (&row, sizeof row));
          else
            outlay_data_file_report (file, entry->line, "not %u numbers", decisions[i].n_outcomes);
        }
    }
}

/** outlay_weights_know: Returns: whether any feature counts for @decision. */
gboolean
outlay_weights_know (const OutlayWeights *weights, OutlayDecision decision)
{
  return g_hash_table_size (weights->rows[decision]) > 0;
}

static void
share_out (const gint64 *sums, guint n, OutlayVerdict *verdict)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      if (sums[i] > sums[verdict->outcome])
        verdict->outcome = i;
    }
  for (guint i = 0; i < n; i++)
    {
      verdict->share[i] = exp ((double)(sums[i] - sums[verdict->outcome]) / UNIT);
      total += verdict->share[i];
    }
  for (guint i = 0; i < n; i++)
    verdict->share[i] /= total;
}

/**
 * outlay_weights_decide:
 *
 * The shares are those of a multinomial logistic regression (D. Jurafsky, J. H. Martin: Speech and
 * Language Processing, chapter 5).
 *
 * Returns: how likely each outcome of @decision is for what shows @features.
 */
OutlayVerdict
outlay_weights_decide (const OutlayWeights *weights,
                       OutlayDecision decision,
                       const OutlayFeatures *features)
{
  guint n = decisions[decision].n_outcomes;
  gint64 sums[OUTLAY_MOST_OUTCOMES] = {0};
  OutlayVerdict verdict = {0};

  for (guint i = 0; i < features->keys->len; i++)
    {
      const Row *row = g_hash_table_lookup (weights->rows[decision],
                                            &g_array_index (features->keys, guint64, i));

      for (guint k = 0; row != NULL && k < n; k++)
        sums[k] += row->of_outcome[k];
    }
  share_out (sums, n, &verdict);
  return verdict;
}
