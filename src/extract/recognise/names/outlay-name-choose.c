/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/names/outlay-name-words.h"

#include <string.h>

/* How likely a stretch must be a name, and one that takes in a name that the data files list. */
#define LEAST_NAME        0.12
#define LEAST_ABOVE_KNOWN 0.5

/* What its best place in the text tells of a name that stands elsewhere too. */
#define SHARE_OF_BEST 0.6

/* A stretch and how likely it is a name. */
typedef struct
{
  OutlayNameStretch *stretch;
  double share;
} Choice;

static void
count_returns (const OutlayScan *scan, GArray *stretches)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stretches->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (stretches, OutlayNameStretch, i).span;
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, span->key));

      g_hash_table_insert (counts, (gpointer)span->key, GINT_TO_POINTER (count + 1));
      if (outlay_document_get_part (scan->document, span->first) == OUTLAY_PART_TITLE)
        g_hash_table_add (titles, (gpointer)span->key);
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      OutlayNameStretch *stretch = &g_array_index (stretches, OutlayNameStretch, i);

      stretch->n_returns = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stretch->span.key));
      stretch->in_title = g_hash_table_contains (titles, stretch->span.key);
    }
}

/* What is written right behind a stretch. */
static const char *
spell_next (const OutlayScan *scan, const OutlayNameStretch *stretch)
{
  guint end = stretch->span.end;

  return outlay_scan_looks (scan, end, OUTLAY_TOKEN_GLUED) ? outlay_name_spell (scan, end, end + 1)
                                                           : "";
}

/* A part of a word has the rest of the word behind it wherever it stands. */
static void
note_variety (const OutlayScan *scan, GArray *stretches)
{
  g_autoptr (GHashTable) next = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) varied = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stretches->len; i++)
    {
      const OutlayNameStretch *stretch = &g_array_index (stretches, OutlayNameStretch, i);
      const char *key = stretch->span.key, *behind = spell_next (scan, stretch);
      const char *known = g_hash_table_lookup (next, key);

      if (known == NULL)
        g_hash_table_insert (next, (gpointer)key, (gpointer)behind);
      else if (strcmp (known, behind) != 0)
        g_hash_table_add (varied, (gpointer)key);
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      OutlayNameStretch *stretch = &g_array_index (stretches, OutlayNameStretch, i);

      stretch->varies = g_hash_table_contains (varied, stretch->span.key);
    }
}

static double
weigh (const OutlayScan *scan,
       const OutlayNameStretch *stretch,
       const guint8 *taken,
       OutlayFeatures *features)
{
  const OutlayDocument *document = scan->document;
  g_autofree char *subject
    = document->record != NULL ? outlay_name_dup_subject (scan, &stretch->span) : NULL;

  outlay_features_clear (features);
  if (scan->lexicon->has_particles)
    outlay_name_describe_words (scan, stretch, taken, features);
  else
    outlay_name_describe_stretch (scan, stretch, taken, features);
  return outlay_decide (document, OUTLAY_DECISION_NAME, subject, features).share[1];
}

static GArray *
cut (const OutlayScan *scan, const GPtrArray *runs, const guint8 *taken)
{
  return scan->lexicon->has_particles ? outlay_name_cut_words (scan, taken)
                                      : outlay_name_cut_runs (scan, runs, taken);
}

/* The known names tell, where weights are learnt, how a name stands in a text. */
static void
record_known (const OutlayScan *scan, const GPtrArray *runs, const GArray *spans)
{
  g_autofree guint8 *none = g_new0 (guint8, scan->n_tokens + 1);
  g_autoptr (OutlayFeatures) features = outlay_features_new (TRUE);
  g_autoptr (GArray) stretches = cut (scan, runs, none);

  count_returns (scan, stretches);
  note_variety (scan, stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const OutlayNameStretch *stretch = &g_array_index (stretches, OutlayNameStretch, i);

      for (guint k = 0; k < spans->len; k++)
        {
          const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, k);

          if (span->first == stretch->span.first && span->end == stretch->span.end)
            weigh (scan, stretch, none, features);
        }
    }
}

static GArray *
weigh_all (const OutlayScan *scan, GArray *stretches, const guint8 *taken)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_autoptr (OutlayFeatures) features = outlay_features_new (scan->document->record != NULL);

  for (guint i = 0; i < stretches->len; i++)
    {
      Choice choice = {&g_array_index (stretches, OutlayNameStretch, i), 0};

      choice.share = weigh (scan, choice.stretch, taken, features);
      g_array_append_val (choices, choice);
    }
  return choices;
}

/* A name that is plain in one place is the same name in another. */
static void
spread (GArray *choices)
{
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      const char *key = choice->stretch->span.key;
      const Choice *known = g_hash_table_lookup (best, key);

      if (known == NULL || choice->share > known->share)
        g_hash_table_insert (best, (gpointer)key, (gpointer)choice);
    }
  g_autofree double *shares = g_new (double, choices->len + 1);
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      const Choice *known = g_hash_table_lookup (best, choice->stretch->span.key);

      shares[i] = (1 - SHARE_OF_BEST) * choice->share + SHARE_OF_BEST * known->share;
    }
  for (guint i = 0; i < choices->len; i++)
    g_array_index (choices, Choice, i).share = shares[i];
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *first = a, *second = b;

  if (first->share > second->share)
    return -1;
  if (first->share < second->share)
    return 1;
  return first->stretch->span.first < second->stretch->span.first ? -1 : 1;
}

/* Whether a name that the data files list is in the stretch. */
static gboolean
holds_known (const OutlayNameSpan *span, const guint8 *taken)
{
  for (guint at = span->first; at < span->end; at++)
    {
      if (taken[at])
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const OutlayNameSpan *span, const guint8 *chosen)
{
  for (guint at = span->first; at < span->end; at++)
    {
      if (chosen[at])
        return FALSE;
    }
  return TRUE;
}

/* Takes the known names out that a longer one has in it. */
static void
drop_covered (GArray *spans, const guint8 *chosen)
{
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (is_free (span, chosen))
        g_array_index (spans, OutlayNameSpan, kept++) = *span;
    }
  g_array_set_size (spans, kept);
}

/* Returns the index of the first of the names that are added. */
static guint
choose (GArray *choices, GArray *spans, const guint8 *taken, guint n_tokens)
{
  g_autofree guint8 *chosen = g_new0 (guint8, n_tokens + 1);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (OutlayNameSpan));

  g_array_sort (choices, compare_choices);
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      OutlayNameSpan span = choice->stretch->span;

      if (choice->share < (holds_known (&span, taken) ? LEAST_ABOVE_KNOWN : LEAST_NAME)
          || !is_free (&span, chosen))
        continue;
      span.score = OUTLAY_NAME_ENOUGH;
      span.strong = TRUE;
      memset (chosen + span.first, 1, span.end - span.first);
      g_array_append_val (names, span);
    }
  drop_covered (spans, chosen);
  g_array_append_vals (spans, names->data, names->len);
  return spans->len - names->len;
}

/**
 * outlay_name_weigh_runs:
 * @spans: (element-type OutlayNameSpan): the known names; where the others are added, and those
 *   taken out that one of the others has in it
 * @taken: of each token whether a known name has it
 *
 * Finds names where nothing but the script marks them.
 */
void
outlay_name_weigh_runs (const OutlayScan *scan, GArray *spans, const guint8 *taken)
{
  g_autoptr (GPtrArray) runs = outlay_name_find_runs (scan);
  g_autoptr (GArray) stretches = cut (scan, runs, taken);

  count_returns (scan, stretches);
  note_variety (scan, stretches);
  g_autoptr (GArray) choices = weigh_all (scan, stretches, taken);
  spread (choices);
  if (scan->document->record != NULL)
    record_known (scan, runs, spans);
  guint from = choose (choices, spans, taken, scan->n_tokens);
  if (scan->lexicon->has_particles)
    outlay_name_tie_han (scan, spans, from);
}
