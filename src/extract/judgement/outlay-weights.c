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

/* How the line of a hidden unit begins; its number, from 0 on, follows. */
#define HIDDEN "hidden/"

/* The most hidden units that a decision has, and columns of a row. */
#define MOST_HIDDEN  24
#define MOST_COLUMNS (OUTLAY_MOST_OUTCOMES + MOST_HIDDEN)

typedef struct
{
  guint64 key;     /* of the feature; 0 where the place is free */
  gint32 counts[]; /* for each outcome, then for each hidden unit */
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
  guint n_hidden;
  gint32 *hidden; /* of each hidden unit what it counts for each outcome */
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
  guint n_hidden;
} decisions[OUTLAY_N_DECISIONS] = {
  [OUTLAY_DECISION_NAME] = {"name", 2},
  [OUTLAY_DECISION_FIGURE] = {"figure", 2, FALSE, 16},
  [OUTLAY_DECISION_DEAL] = {"deal", 2},
  [OUTLAY_DECISION_KIND] = {"kind", 8, TRUE},
  [OUTLAY_DECISION_STATUS] = {"status", 6, TRUE},
  [OUTLAY_DECISION_INVESTOR] = {"investor", 2},
  [OUTLAY_DECISION_RECIPIENT] = {"recipient", 2},
  [OUTLAY_DECISION_ROLE] = {"role", 4, TRUE, 24},
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
  return G_STRUCT_OFFSET (Row, counts) + (table->n_outcomes + table->n_hidden) * sizeof (gint32);
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
init_places (Table *table, gboolean is_told, guint size)
{
  table->size = size;
  table->n_rows = 0;
  table->places = g_malloc0_n (size, get_row_size (table));
  table->names = is_told ? g_new0 (const char *, size) : NULL;
}

static void
clear_places (Table *table)
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
  Table larger = *table;

  if (table->n_rows * 2 < table->size)
    return;
  init_places (&larger, table->names != NULL, table->size * 2);
  for (guint i = 0; i < table->size; i++)
    {
      const Row *row = get_row (table, i);

      if (row->key != 0)
        memcpy (put_row (&larger, row->key, table->names != NULL ? table->names[i] : NULL), row,
                get_row_size (table));
    }
  clear_places (table);
  *table = larger;
}

/** outlay_weights_new: Returns: (transfer full): weights that know no feature. */
OutlayWeights *
outlay_weights_new (void)
{
  OutlayWeights *weights = g_new0 (OutlayWeights, 1);

  weights->names = g_string_chunk_new (NAMES_CHUNK);
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    {
      Table *table = &weights->rows[i];

      table->n_outcomes = decisions[i].n_outcomes;
      table->n_hidden = decisions[i].n_hidden;
      table->hidden = g_new0 (gint32, table->n_hidden * table->n_outcomes);
      init_places (table, decisions[i].is_told, PLACES_AT_FIRST);
    }
  return weights;
}

/** outlay_weights_free: frees @weights. */
void
outlay_weights_free (OutlayWeights *weights)
{
  for (guint i = 0; i < OUTLAY_N_DECISIONS; i++)
    {
      clear_places (&weights->rows[i]);
      g_free (weights->rows[i].hidden);
    }
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
read_numbers (const OutlayDataEntry *entry, gint32 *numbers)
{
  for (guint i = 0; entry->values[i] != NULL; i++)
    {
      if (!read_number (entry->values[i], &numbers[i]))
        return FALSE;
    }
  return TRUE;
}

/* What the line of a hidden unit fills; %NULL where there is no such unit. */
static gint32 *
find_hidden (const Table *table, const char *key)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (key + strlen (HIDDEN), 10, 0, MOST_HIDDEN, &number, NULL)
      || number >= table->n_hidden)
    return NULL;
  return table->hidden + number * table->n_outcomes;
}

static gint32 *
put_feature (OutlayWeights *weights, Table *table, const char *key)
{
  make_room (table);
  const char *name = table->names != NULL ? g_string_chunk_insert (weights->names, key) : NULL;

  return put_row (table, outlay_features_hash (key), name)->counts;
}

static void
read_entry (OutlayWeights *weights,
            OutlayDataFile *file,
            Table *table,
            const OutlayDataEntry *entry)
{
  gboolean is_hidden = g_str_has_prefix (entry->key, HIDDEN);
  guint n_columns = table->n_outcomes + (is_hidden ? 0 : table->n_hidden);
  guint n_values = g_strv_length (entry->values);
  gint32 numbers[MOST_COLUMNS];
  gint32 *counts;

  if ((n_values != table->n_outcomes && n_values != n_columns) || !read_numbers (entry, numbers))
    {
      outlay_data_file_report (file, entry->line, "not %u numbers", n_columns);
      return;
    }
  counts = is_hidden ? find_hidden (table, entry->key) : put_feature (weights, table, entry->key);
  if (counts != NULL)
    memcpy (counts, numbers, n_values * sizeof numbers[0]);
  else
    outlay_data_file_report (file, entry->line, "not one of %u hidden units", table->n_hidden);
}

/**
 * outlay_weights_read:
 * @file: weights.ini: a section for each decision, an entry for each feature, a value for each
 *   outcome and, where they count, for each hidden unit; errors are reported to it
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

/* What a feature counts for @outcome, by itself and by the hidden units that are above nothing. */
static gint64
get_count (const Table *table, const Row *row, guint outcome, const gint64 *sums)
{
  gint64 count = row->counts[outcome];

  for (guint i = 0; i < table->n_hidden; i++)
    {
      if (sums[table->n_outcomes + i] > 0)
        count += (gint64)row->counts[table->n_outcomes + i]
                 * table->hidden[i * table->n_outcomes + outcome] / UNIT;
    }
  return count;
}

/* The feature that counts most for @outcome; %NULL where none counts for it. The weights of a
 * feature have a mean of nothing, so that the largest for an outcome says most. */
static const char *
find_ground (const Table *table, const OutlayFeatures *features, guint outcome, const gint64 *sums)
{
  const char *ground = NULL;
  gint64 most = 0;

  for (guint i = 0; i < features->n_keys; i++)
    {
      guint place = find_place (table, features->keys[i]);
      const Row *row = get_row (table, place);
      gint64 count = row->key != 0 ? get_count (table, row, outcome, sums) : 0;

      if (count > most)
        {
          most = count;
          ground = table->names[place];
        }
    }
  return ground;
}

/* Inlined with how much there is to add, for which the compiler then makes it. */
static inline __attribute__ ((always_inline)) void
sum_rows (const Table *table,
          const OutlayFeatures *features,
          guint n_outcomes,
          guint n_hidden,
          gint64 *sums)
{
  Table sized = *table;

  sized.n_outcomes = n_outcomes;
  sized.n_hidden = n_hidden;
  /* Most places are not in the processor's cache; so they are fetched side by side. */
  for (guint i = 0; i < features->n_keys; i++)
    __builtin_prefetch (get_row (&sized, get_first_place (&sized, features->keys[i])));
  for (guint i = 0; i < features->n_keys; i++)
    {
      const Row *row = get_row (&sized, find_place (&sized, features->keys[i]));

      if (row->key == 0)
        continue;
      for (guint k = 0; k < n_outcomes + n_hidden; k++)
        sums[k] += row->counts[k];
    }
}

static void
sum_features (const Table *table, const OutlayFeatures *features, gint64 *sums)
{
  if (table->n_hidden > 0)
    sum_rows (table, features, table->n_outcomes, table->n_hidden, sums);
  else if (table->n_outcomes == 2)
    sum_rows (table, features, 2, 0, sums);
  else
    sum_rows (table, features, table->n_outcomes, 0, sums);
}

/* Adds for each outcome what the hidden units count, as far as they are above nothing. */
static void
add_hidden (const Table *table, gint64 *sums)
{
  for (guint i = 0; i < table->n_hidden; i++)
    {
      gint64 unit = MAX (sums[table->n_outcomes + i], 0);

      for (guint k = 0; k < table->n_outcomes; k++)
        sums[k] += unit * table->hidden[i * table->n_outcomes + k] / UNIT;
    }
}

static void
sum_group (const Table *table, OutlayDecision decision, OutlayFeatureGroup *group, gint64 *sums)
{
  if (table->n_outcomes + table->n_hidden > G_N_ELEMENTS (group->sums[0]))
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
 * Language Processing, chapter 5); where a decision has hidden units, of a network with one layer
 * of rectified linear units beside it (chapter 7).
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
  gint64 sums[MOST_COLUMNS] = {0};

  sum_features (table, features, sums);
  for (guint i = 0; i < features->n_groups; i++)
    sum_group (table, decision, features->groups[i], sums);
  add_hidden (table, sums);
  share_out (sums, table->n_outcomes, &verdict);
  if (decisions[decision].is_told)
    verdict.ground = find_ground (table, features, verdict.outcome, sums);
  return verdict;
}
