/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a deal's candidates weighed together. Each part by itself leaves many open: of two
 * that may pay, mostly one does, and who stands in one list with a payer pays too. So the likeliest
 * castings, each of which gives everybody a part, are listed and weighed anew by what stands in
 * them side by side (M. Collins: Discriminative Reranking for Natural Language Parsing, 2000).
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-castings.h"

#include <math.h>
#include <string.h>

#include "extract/outlay-extractor.h"
#include "outlay-context.h"
#include "outlay-decide.h"
#include "outlay-sighting.h"

/* How many castings are weighed. */
#define N_CASTINGS 12

/* How likely a part must be by itself to stand in a casting. */
#define LEAST_SHARE 0.01

#define N_PARTS (OUTLAY_NO_ROLE + 1)

/* The ground of a part that is taken for what the others do. */
#define GROUND_TOGETHER "together"

/* A part for everybody: @parts has one for each candidate. */
typedef struct
{
  double score; /* logarithm of how likely it is, each part by itself */
  guint8 *parts;
} Casting;

/* What two candidates in their parts count, and in a record what was seen. */
typedef struct
{
  double odds;
  char *names;
} Pairing;

typedef struct
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  const GArray *hearings;
  const char *id;
  const OutlayFind *anchor;
  OutlayTraits *traits; /* of each candidate */
  gboolean *is_open;    /* of each candidate whether any casting gives it a part */
  GHashTable *pairings; /* (element-type guint Pairing) */
  OutlayFeatures *features;
} Council;

static void
free_pairing (gpointer data)
{
  Pairing *pairing = data;

  g_free (pairing->names);
  g_free (pairing);
}

/* Where nothing is learnt of the parts by themselves everybody may do anything, and there is
 * nothing to learn from castings. */
static gboolean
is_recorded (const Council *council)
{
  const OutlayDocument *document = council->scene->document;

  return document->record != NULL
         && outlay_weights_know (outlay_extractor_get_weights (document->extractor),
                                 OUTLAY_DECISION_ROLE);
}

static const OutlayHearing *
get_hearing (const Council *council, guint index)
{
  return &g_array_index (council->hearings, OutlayHearing, index);
}

static int
compare_castings (gconstpointer a, gconstpointer b)
{
  double first = ((const Casting *)a)->score;
  double second = ((const Casting *)b)->score;

  return (first < second) - (first > second);
}

static void
clear_casting (gpointer data)
{
  g_free (((Casting *)data)->parts);
}

static GArray *
new_castings (void)
{
  GArray *castings = g_array_new (FALSE, FALSE, sizeof (Casting));

  g_array_set_clear_func (castings, clear_casting);
  return castings;
}

static void
add_casting (GArray *castings, const Casting *before, guint n, guint part, double share)
{
  Casting casting = {before->score + log (share), g_malloc (n + 1)};

  memcpy (casting.parts, before->parts, n);
  casting.parts[n] = (guint8)part;
  g_array_append_val (castings, casting);
}

/* The likeliest castings where each part is taken by itself, the likeliest first. */
static GArray *
list_castings (const GArray *hearings)
{
  GArray *castings = new_castings ();
  Casting empty = {0, g_malloc (1)};

  g_array_append_val (castings, empty);
  for (guint i = 0; i < hearings->len; i++)
    {
      const OutlayHearing *hearing = &g_array_index (hearings, OutlayHearing, i);
      GArray *longer = new_castings ();

      for (guint k = 0; k < castings->len; k++)
        {
          for (guint part = 0; part < N_PARTS; part++)
            {
              if (hearing->verdict.share[part] > LEAST_SHARE)
                add_casting (longer, &g_array_index (castings, Casting, k), i, part,
                             hearing->verdict.share[part]);
            }
        }
      g_array_sort (longer, compare_castings);
      g_array_set_size (longer, MIN (longer->len, N_CASTINGS));
      g_array_unref (castings);
      castings = longer;
    }
  return castings;
}

static const char *
name_part (guint part)
{
  return part == OUTLAY_NO_ROLE ? "none" : outlay_role_to_string ((OutlayRole)part);
}

/* On which sides of the figure two stand. */
static const char *
name_sides (const Council *council, const OutlayTraits *first, const OutlayTraits *second)
{
  gboolean is_before = first->token < council->anchor->first_token;

  if (is_before == (second->token < council->anchor->first_token))
    return is_before ? "before" : "behind";
  return is_before ? "between" : "between-back";
}

/* What of two in their parts stands side by side. */
static void
add_pair (const Council *council, guint a, guint b, const char *parts)
{
  const OutlayTraits *first = &council->traits[a];
  const OutlayTraits *second = &council->traits[b];
  const char *kind = outlay_kind_to_string (council->frame->kind);
  OutlayFeatures *features = council->features;

  outlay_features_add (features, "where", parts, first->where, second->where, NULL);
  outlay_features_add (features, "type", parts, first->type, second->type, NULL);
  outlay_features_add (features, "sells", parts, first->sells, second->sells, NULL);
  outlay_features_add (features, "rule", parts, first->rule, second->rule, NULL);
  outlay_features_add (features, "title", parts, first->in_title ? "in" : "out",
                       second->in_title ? "in" : "out", NULL);
  if (first->sentence != second->sentence)
    return;
  outlay_features_add (features, first->list == second->list ? "listed" : "beside", parts, NULL);
  outlay_features_add (features, first->list == second->list ? "listed" : "beside", parts, kind,
                       NULL);
  outlay_features_add (features, "verb", parts, first->verb == second->verb ? "same" : "other",
                       NULL);
  if (first->sentence == council->anchor->sentence)
    {
      const char *sides = name_sides (council, first, second);

      outlay_features_add (features, "figure", parts, sides, NULL);
      outlay_features_add (features, "figure", parts, sides, kind, NULL);
    }
}

static double
get_odds (const OutlayVerdict *verdict)
{
  return log (verdict->share[1]) - log (verdict->share[0]);
}

static double
weigh_features (const Council *council)
{
  OutlayVerdict verdict
    = outlay_weights_decide (outlay_extractor_get_weights (council->scene->document->extractor),
                             OUTLAY_DECISION_CAST, council->features);

  return get_odds (&verdict);
}

static char *
dup_names (const OutlayFeatures *features)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < features->names->len; i++)
    g_string_append_printf (names, "\t%s", (const char *)g_ptr_array_index (features->names, i));
  return g_string_free (names, FALSE);
}

static const Pairing *
get_pairing (Council *council, guint a, guint b, const Casting *casting)
{
  guint n = council->hearings->len;
  guint key = ((a * n + b) * N_PARTS + casting->parts[a]) * N_PARTS + casting->parts[b];
  Pairing *pairing = g_hash_table_lookup (council->pairings, GUINT_TO_POINTER (key));

  if (pairing == NULL)
    {
      g_autofree char *parts
        = g_strconcat (name_part (casting->parts[a]), "+", name_part (casting->parts[b]), NULL);

      pairing = g_new0 (Pairing, 1);
      outlay_features_clear (council->features);
      add_pair (council, a, b, parts);
      pairing->odds = weigh_features (council);
      if (is_recorded (council))
        pairing->names = dup_names (council->features);
      g_hash_table_insert (council->pairings, GUINT_TO_POINTER (key), pairing);
    }
  return pairing;
}

static guint
count_part (const Council *council, const Casting *casting, guint part)
{
  guint count = 0;

  for (guint i = 0; i < council->hearings->len; i++)
    count += casting->parts[i] == part;
  return count;
}

static void
add_counts (const Council *council, const Casting *casting)
{
  const char *investors
    = outlay_context_count (count_part (council, casting, OUTLAY_ROLE_INVESTOR));
  const char *recipients
    = outlay_context_count (count_part (council, casting, OUTLAY_ROLE_RECIPIENT));
  const char *partners = outlay_context_count (count_part (council, casting, OUTLAY_ROLE_PARTNER));
  const char *kind = outlay_kind_to_string (council->frame->kind);

  outlay_features_add (council->features, "sides", investors, recipients, NULL);
  outlay_features_add (council->features, "sides", investors, recipients, kind, NULL);
  outlay_features_add (council->features, "partners", partners, kind, NULL);
  outlay_features_add (council->features, "partners", partners, "of", investors, recipients, NULL);
}

static void
record (const Council *council, const Casting *casting, const GString *names)
{
  GString *line = council->scene->document->record;

  g_string_append_printf (line, "%s\t%s\t", outlay_decision_get_name (OUTLAY_DECISION_CAST),
                          council->id);
  for (guint i = 0; i < council->hearings->len; i++)
    g_string_append_c (line, (char)('0' + casting->parts[i]));
  g_string_append_printf (line, "\t%.4f%s\n", casting->score, names->str);
}

/* The logarithm of how likely a casting is, but for what is the same for all. */
static double
weigh_casting (Council *council, const Casting *casting)
{
  gboolean recorded = is_recorded (council);
  g_autoptr (GString) names = g_string_new (NULL);
  double weight = casting->score;

  outlay_features_clear (council->features);
  add_counts (council, casting);
  weight += weigh_features (council);
  if (recorded)
    {
      g_autofree char *counts = dup_names (council->features);

      g_string_append (names, counts);
    }
  for (guint a = 0; a < council->hearings->len; a++)
    {
      for (guint b = a + 1; council->is_open[a] && b < council->hearings->len; b++)
        {
          const Pairing *pairing;

          if (!council->is_open[b]
              || (casting->parts[a] == OUTLAY_NO_ROLE && casting->parts[b] == OUTLAY_NO_ROLE))
            continue;
          pairing = get_pairing (council, a, b, casting);
          weight += pairing->odds;
          if (recorded)
            g_string_append (names, pairing->names);
        }
    }
  if (recorded)
    record (council, casting, names);
  return weight;
}

/* How likely each part of each candidate is, over all castings, of which @best is so by @joint. */
static GArray *
share_out (
  const Council *council, const GArray *castings, const double *weights, guint best, double joint)
{
  guint n = council->hearings->len;
  GArray *verdicts = g_array_sized_new (FALSE, TRUE, sizeof (OutlayVerdict), n);
  const Casting *likeliest = &g_array_index (castings, Casting, best);

  for (guint i = 0; i < n; i++)
    {
      const OutlayVerdict *alone = &get_hearing (council, i)->verdict;
      OutlayVerdict verdict = {.outcome = likeliest->parts[i]};

      verdict.ground = verdict.outcome == alone->outcome ? alone->ground : GROUND_TOGETHER;
      for (guint k = 0; k < castings->len; k++)
        verdict.share[g_array_index (castings, Casting, k).parts[i]]
          += exp (weights[k] - weights[best]) * joint;
      g_array_append_val (verdicts, verdict);
    }
  return verdicts;
}

static void
find_open (Council *council, const GArray *castings)
{
  for (guint k = 0; k < castings->len; k++)
    {
      for (guint i = 0; i < council->hearings->len; i++)
        council->is_open[i] |= g_array_index (castings, Casting, k).parts[i] != OUTLAY_NO_ROLE;
    }
}

/**
 * outlay_castings_weigh:
 * @hearings: (element-type OutlayHearing): the candidates of @frame
 * @id: (nullable): what the record calls the frame
 * @joint: (out): how likely it is that everybody's part is right
 *
 * Returns: (transfer full) (element-type OutlayVerdict): the part of each, beside what the others
 *   do.
 */
GArray *
outlay_castings_weigh (const OutlayScene *scene,
                       const OutlayFrame *frame,
                       const GArray *hearings,
                       const char *id,
                       double *joint)
{
  g_autoptr (GHashTable) pairings = g_hash_table_new_full (NULL, NULL, NULL, free_pairing);
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autoptr (GArray) castings = list_castings (hearings);
  g_autofree OutlayTraits *traits = g_new (OutlayTraits, hearings->len);
  g_autofree gboolean *is_open = g_new0 (gboolean, hearings->len);
  g_autofree double *weights = g_new (double, castings->len);
  Council council = {scene,  frame,   hearings, id,      outlay_frame_get_anchor (frame, scene),
                     traits, is_open, pairings, features};
  double total = 0;
  guint best = 0;

  for (guint i = 0; i < hearings->len; i++)
    {
      const OutlayHearing *hearing = get_hearing (&council, i);

      traits[i] = outlay_relations_get_traits (scene, frame, hearing->candidate, hearing->sighting);
    }
  find_open (&council, castings);
  for (guint k = 0; k < castings->len; k++)
    {
      weights[k] = weigh_casting (&council, &g_array_index (castings, Casting, k));
      best = weights[k] > weights[best] ? k : best;
    }
  for (guint k = 0; k < castings->len; k++)
    total += exp (weights[k] - weights[best]);
  *joint = 1 / total;
  return share_out (&council, castings, weights, best, *joint);
}
