/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-weights.h"

#include <math.h>
#include <string.h>

/* Weights are kept as thousandths of a natural logarithm of odds, so that sums are exact. */
#define UNIT 1000

/* Bytes of names that are kept together. */
#define NAMES_CHUNK 65536

/* Places of a table before it grows; a power of two. */
#define PLACES_AT_FIRST 64

typedef struct
{
  guint64 key;         /* of the feature; 0 where the place is free */
  gint32 of_outcome[]; /* as many as the decision has outcomes */
} Row;

/* Rows by key, with open addressing: looked up for every feature of everything that is weighed, so
 * that they have no more in them than that takes. */
typedef struct
{
  char *places;       /* rows, each of the size that the number of outcomes gives */
  const char **names; /* (nullable): of the feature, by place, where anybody is told of it */
  guint size;         /* a power of two, at least twice the rows */
  guint n_rows;
  guint n_outcomes;
} Table;

struct _OutlayWeights
{
  Table rows[OUTLAY_N_DECISIONS];
  GStringChunk *names;
};

G_STATIC_ASSERT (OUTLAY_N_DECISIONS <= OUTLAY_FEATURE_DECISIONS);

static const struct
{
  const char *name;
  guint n_outcomes;
  gboolean is_told; /* whether anybody is told what spoke for its outcome */
} decisions[OUTLAY_N_DECISIONS] = {
  [OUTLAY_DECISION_NAME] = {"name", 2},
  [OUTLAY_DECISION_FIGURE] = {"figure", 2},
  [OUTLAY_DECISION_DEAL] = {"deal", 2},
  [OUTLAY_DECISION_KIND] = {"kind", 8, TRUE},
  [OUTLAY_DECISION_STATUS] = {"status", 6, TRUE},
  [OUTLAY_DECISION_INVESTOR] = {"investor", 2},
  [OUTLAY_DECISION_RECIPIENT] = {"recipient", 2},
  [OUTLAY_DECISION_ROLE] = {"role", 4, TRUE},
  [OUTLAY_DECISION_CAST] = {"cast", 2},
  [OUTLAY_DECISION_CARD] = {"card", 2},
  [OUTLAY_DECISION_ANNOUNCED] = {"announced", 2},
  [OUTLAY_DECISION_START] = {"start", 2},
  [OUTLAY_DECISION_END] = {"end", 2},
  [OUTLAY_DECISION_CAPACITY] = {"capacity", 2},
  [OUTLAY_DECISION_PLACE] = {"place", 2, TRUE},
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

static gsize
get_row_size (const Table *table)
{
  return G_STRUCT_OFFSET (Row, of_outcome) + table->n_outcomes * sizeof (gint32);
}

static Row *
get_row (const Table *table, guint place)
{
  return (Row *)(gpointer)(table->places + place * get_row_size (table));
}

/* Where the search for @key begins. */
static guint
get_first_place (const Table *table, guint64 key)
{
  return (guint)(key >> 32) & (table->size - 1);
}

/* The place of @key: its own, or the free one where it belongs. */
static inline guint
find_place (const Table *table, guint64 key)
{
  guint at = get_first_place (table, key);

  while (get_row (table, at)->key != 0 && get_row (table, at)->key != key)
    at = (at + 1) & (table->size - 1);
  return at;
}

static void
init_table (Table *table, guint n_outcomes, gboolean is_told, guint size)
{
  *table = (Table){.size = size, .n_outcomes = n_outcomes};
  table->places = g_malloc0_n (size, get_row_size (table));
  table->names = is_told ? g_new0 (const char *, size) : NULL;
}

static void
clear_table (Table *table)
{
  g_free (table->places);
  g_free (table->names);
}

/* The row of @key, made where there is none. */
static Row *
put_row (Table *table, guint64 key, const char *name)
{
  guint place = find_place (table, key);
  Row *row = get_row (table, place);

  table->n_rows += row->key == 0;
  if (table->names != NULL)
    table->names[place] = name;
  row->key = key;
  return row;
}

static void
make_room (Table *table)
{
  Table larger;

  if (table->n_rows * 2 < table->size)
    return;
  init_table (&larger, table->n_outcomes, table->names != NULL, table->size * 2);
  for (guint i = 0; i < table->size; i++)
    {
      const Row *row = get_row (table, i);

      if (row->key != 0)
        memcpy (put_row (&larger, row->key, table->names != NULL ? table->names[i] : NULL), row,
                get_row_size (table));
    }
  clear_table (table);
  *table = larger;
}

/** outlay_weights_new: Returns: (transfer full): weights that know no feature. */
OutlayWeights *
outlay_weights_new (void)
{
  OutlayWeights *weights = g_new0 (OutlayWeights, 1);

  weights->names = g_string_chunk_new (NAMES_CHUNK);
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    init_table (&weights->rows[i], decisions[i].n_outcomes, decisions[i].is_told, PLACES_AT_FIRST);
  return weights;
}

/** outlay_weights_free: frees @weights. */
void
outlay_weights_free (OutlayWeights *weights)
{
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    clear_table (&weights->rows[i]);
  g_string_chunk_free (weights->names);
  g_free (weights);
}

/* Reads a decimal number below 1000 of at most three decimals, in thousandths. */
static gboolean
read_number (const char *text, gint32 *number)
{
  gboolean negative = *text == '-';
  const char *digits = text + negative, *c = digits;
  gint32 value = 0, unit = UNIT;

  for (; g_ascii_isdigit (*c) && value < UNIT; c++)
    value = value * 10 + (*c - '0');
  if (c == digits || value >= UNIT)
    return FALSE;
  value *= UNIT;
  if (*c == '.')
    {
      for (c++; g_ascii_isdigit (*c) && unit > 1; c++)
        value += (*c - '0') * (unit /= 10);
    }
  *number = negative ? -value : value;
  return *c == '\0';
}

static gboolean
read_numbers (const OutlayDataEntry *entry, guint n, gint32 *numbers)
{
  if (g_strv_length (entry->values) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!read_number (entry->values[i], &numbers[i]))
        return FALSE;
    }
  return TRUE;
}

static void
read_entry (OutlayWeights *weights,
            OutlayDataFile *file,
            Table *table,
            const OutlayDataEntry *entry)
{
  gint32 numbers[OUTLAY_MOST_OUTCOMES];

  if (!read_numbers (entry, table->n_outcomes, numbers))
    {
      outlay_data_file_report (file, entry->line, "not %u numbers", table->n_outcomes);
      return;
    }
  make_room (table);
  const char *name
    = table->names != NULL ? g_string_chunk_insert (weights->names, entry->key) : NULL;
  Row *row = put_row (table, outlay_features_hash (entry->key), name);
  memcpy (row->of_outcome, numbers, table->n_outcomes * sizeof numbers[0]);
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
        read_entry (weights, file, &weights->rows[i], g_ptr_array_index (entries, k));
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
      verdict->share[i]
        = i == verdict->outcome ? 1 : exp ((double)(sums[i] - sums[verdict->outcome]) / UNIT);
      total += verdict->share[i];
    }
  for (guint i = 0; i < n; i++)
    verdict->share[i] /= total;
}

/* The feature that counts most for @outcome; %NULL where none counts for it. The weights of a
 * feature have a mean of nothing, so that the largest for an outcome says most. */
static const char *
find_ground (const Table *table, const OutlayFeatures *features, guint outcome)
{
  const char *ground = NULL;
  gint32 most = 0;

  for (guint i = 0; i < features->n_keys; i++)
    {
      guint place = find_place (table, features->keys[i]);
      const Row *row = get_row (table, place);

      if (row->key != 0 && row->of_outcome[outcome] > most)
        {
          most = row->of_outcome[outcome];
          ground = table->names[place];
        }
    }
  return ground;
}

/* Inlined with the number of outcomes, for which the compiler then makes it. */
static inline __attribute__ ((always_inline)) void
sum_rows (const Table *table, const OutlayFeatures *features, guint n_outcomes, gint64 *sums)
{
  Table sized = *table;

  sized.n_outcomes = n_outcomes;
  /* Most places are not in the processor's cache; so they are fetched side by side. */
  for (guint i = 0; i < features->n_keys; i++)
    __builtin_prefetch (get_row (&sized, get_first_place (&sized, features->keys[i])));
  for (guint i = 0; i < features->n_keys; i++)
    {
      const Row *row = get_row (&sized, find_place (&sized, features->keys[i]));

      if (row->key == 0)
        continue;
      for (guint k = 0; k < n_outcomes; k++)
        sums[k] += row->of_outcome[k];
    }
}

static void
sum_features (const Table *table, const OutlayFeatures *features, gint64 *sums)
{
  if (table->n_outcomes == 2)
    sum_rows (table, features, 2, sums);
  else
    sum_rows (table, features, table->n_outcomes, sums);
}

static void
sum_group (const Table *table, OutlayDecision decision, OutlayFeatureGroup *group, gint64 *sums)
{
  if (table->n_outcomes > G_N_ELEMENTS (group->sums[0]))
    {
      sum_features (table, group->features, sums);
      return;
    }
  if (!(group->summed & 1u << decision))
    sum_features (table, group->features, group->sums[decision]);
  group->summed |= 1u << decision;
  for (guint k = 0; k < table->n_outcomes; k++)
    sums[k] += group->sums[decision][k];
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
  OutlayVerdict verdict = {0};
  gint64 sums[OUTLAY_MOST_OUTCOMES] = {0};

  sum_features (table, features, sums);
  for (guint i = 0; i < features->n_groups; i++)
    sum_group (table, decision, features->groups[i], sums);
  share_out (sums, table->n_outcomes, &verdict);
  if (decisions[decision].is_told)
    verdict.ground = find_ground (table, features, verdict.outcome);
  return verdict;
}
