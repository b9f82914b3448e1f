/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-weights.h"

#include <math.h>
#include <string.h>

/* Weights are kept as thousandths of a natural logarithm of odds, so that sums are exact. */
#define UNIT 1000

/* Bytes of names that are kept together. */
#define NAMES_CHUNK 65536

typedef struct
{
  guint64 key; /* of the feature; 0 where the place is free */
  const char *name;
  gint32 of_outcome[OUTLAY_MOST_OUTCOMES];
} Row;

/* Rows by key, with open addressing: looked up for every feature of everything that is weighed. */
typedef struct
{
  Row *places;
  guint size; /* a power of two, at least twice the rows */
  guint n_rows;
} Table;

struct _OutlayWeights
{
  Table rows[OUTLAY_N_DECISIONS];
  GStringChunk *names;
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

/* The place of @key: its own, or the free one where it belongs. */
static Row *
find_place (const Table *table, guint64 key)
{
  guint at = (guint)(key >> 32) & (table->size - 1);

  while (table->places[at].key != 0 && table->places[at].key != key)
    at = (at + 1) & (table->size - 1);
  return &table->places[at];
}

static void
make_room (Table *table)
{
  Table larger = {NULL, MAX (64, table->size * 2), table->n_rows};

  if (table->n_rows * 2 < table->size)
    return;
  larger.places = g_new0 (Row, larger.size);
  for (guint i = 0; i < table->size; i++)
    {
      if (table->places[i].key != 0)
        *find_place (&larger, table->places[i].key) = table->places[i];
    }
  g_free (table->places);
  *table = larger;
}

static void
put_row (Table *table, const Row *row)
{
  Row *place;

  make_room (table);
  place = find_place (table, row->key);
  if (place->key == 0)
    table->n_rows++;
  *place = *row;
}

/** outlay_weights_new: Returns: (transfer full): weights that know no feature. */
OutlayWeights *
outlay_weights_new (void)
{
  OutlayWeights *weights = g_new0 (OutlayWeights, 1);

  weights->names = g_string_chunk_new (NAMES_CHUNK);
  return weights;
}

/** outlay_weights_free: frees @weights. */
void
outlay_weights_free (OutlayWeights *weights)
{
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    g_free (weights->rows[i].places);
  g_string_chunk_free (weights->names);
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
          Row row = {outlay_features_hash (entry->key),
                     g_string_chunk_insert_const (weights->names, entry->key),
                     {0}};

          if (read_row (entry, decisions[i].n_outcomes, &row))
            put_row (&weights->rows[i], &row);
          else
            outlay_data_file_report (file, entry->line, "not %u numbers", decisions[i].n_outcomes);
        }
    }
}

/** outlay_weights_know: Returns: whether any feature counts for @decision. */
gboolean
outlay_weights_know (const OutlayWeights *weights, OutlayDecision decision)
{
  return weights->rows[decision].n_rows > 0;
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

/* The weights of a feature have a mean of nothing, so that the largest for an outcome says most. */
static const char *
find_ground (const Table *table, const OutlayFeatures *features, guint outcome)
{
  const Row *best = NULL;

  for (guint i = 0; table->n_rows > 0 && i < features->keys->len; i++)
    {
      const Row *row = find_place (table, g_array_index (features->keys, guint64, i));

      if (row->of_outcome[outcome] > (best != NULL ? best->of_outcome[outcome] : 0))
        best = row;
    }
  return best != NULL ? best->name : NULL;
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
  const Table *table = &weights->rows[decision];
  guint n = decisions[decision].n_outcomes;
  gint64 sums[OUTLAY_MOST_OUTCOMES] = {0};
  OutlayVerdict verdict = {0};

  for (guint i = 0; table->n_rows > 0 && i < features->keys->len; i++)
    {
      const Row *row = find_place (table, g_array_index (features->keys, guint64, i));

      for (guint k = 0; k < n; k++)
        sums[k] += row->of_outcome[k];
    }
  share_out (sums, n, &verdict);
  verdict.ground = find_ground (table, features, verdict.outcome);
  return verdict;
}
