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

/* The likeliest castings of the candidates so far. What each gives the last of them and which of
 * the castings before it goes on is kept for every candidate, so that none is copied. */
typedef struct
{
  double scores[N_CASTINGS]; /* logarithms of how likely each is, each part by itself */
  guint n_castings;
  guint8 (*parts)[N_CASTINGS];
  guint8 (*before)[N_CASTINGS];
} Beam;

/* Castings, each a part for everybody. */
typedef struct
{
  double scores[N_CASTINGS];
  guint n_castings;
  guint8 *parts[N_CASTINGS]; /* of each candidate */
  guint8 *room;
} Castings;

typedef struct
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  const GArray *hearings;
  const char *id;
  const OutlayFind *anchor;
  OutlayFeaturePart kind;
  OutlayTraits *traits; /* of each candidate */
  gboolean *is_open;    /* of each candidate whether any casting gives it a part */
  OutlayFeatures *features;
  GPtrArray *names; /* (nullable) (element-type GString): what is seen of each casting, recorded */
} Council;

/* Where nothing is learnt of the parts by themselves everybody may do anything, and there is
 * nothing to learn from castings. */
static gboolean
is_recorded (const OutlayDocument *document)
{
  return document->record != NULL
         && outlay_weights_know (outlay_extractor_get_weights (document->extractor),
                                 OUTLAY_DECISION_ROLE);
}

static void
free_names (gpointer names)
{
  g_string_free (names, TRUE);
}

static const OutlayHearing *
get_hearing (const Council *council, guint index)
{
  return &g_array_index (council->hearings, OutlayHearing, index);
}

static void
clear_castings (Castings *castings)
{
  g_free (castings->room);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Castings, clear_castings)

/* Puts a casting where it belongs among the likeliest of @beam, behind those as likely. */
static void
rank (Beam *beam, guint index, guint before, guint part, double score)
{
  guint at = beam->n_castings;

  while (at > 0 && beam->scores[at - 1] < score)
    at--;
  if (at == N_CASTINGS)
    return;
  beam->n_castings = MIN (beam->n_castings + 1, N_CASTINGS);
  for (guint i = beam->n_castings - 1; i > at; i--)
    {
      beam->scores[i] = beam->scores[i - 1];
      beam->parts[index][i] = beam->parts[index][i - 1];
      beam->before[index][i] = beam->before[index][i - 1];
    }
  beam->scores[at] = score;
  beam->parts[index][at] = (guint8)part;
  beam->before[index][at] = (guint8)before;
}

/* Goes on with every casting by each part that candidate @index may have. */
static void
lengthen (Beam *beam, guint index, const OutlayVerdict *verdict)
{
  Beam shorter = *beam;
  double scores[N_PARTS];

  for (guint part = 0; part < N_PARTS; part++)
    scores[part] = verdict->share[part] > LEAST_SHARE ? log (verdict->share[part]) : 0;
  beam->n_castings = 0;
  for (guint i = 0; i < shorter.n_castings; i++)
    {
      for (guint part = 0; part < N_PARTS; part++)
        {
          if (verdict->share[part] > LEAST_SHARE)
            rank (beam, index, i, part, shorter.scores[i] + scores[part]);
        }
    }
}

/* The likeliest castings where each part is taken by itself, the likeliest first. */
static void
list_castings (const GArray *hearings, Castings *castings)
{
  guint n = hearings->len;
  g_autofree guint8 (*parts)[N_CASTINGS] = g_malloc (n * sizeof *parts + 1);
  g_autofree guint8 (*before)[N_CASTINGS] = g_malloc (n * sizeof *before + 1);
  Beam beam = {{0}, 1, parts, before};

  for (guint i = 0; i < n; i++)
    lengthen (&beam, i, &g_array_index (hearings, OutlayHearing, i).verdict);
  castings->n_castings = beam.n_castings;
  castings->room = g_malloc (n * N_CASTINGS + 1);
  for (guint k = 0; k < beam.n_castings; k++)
    {
      guint at = k;

      castings->scores[k] = beam.scores[k];
      castings->parts[k] = castings->room + k * n;
      for (guint i = n; i > 0; at = before[i - 1][at], i--)
        castings->parts[k][i - 1] = parts[i - 1][at];
    }
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
add_pair (const Council *council, guint a, guint b, OutlayFeaturePart parts)
{
  const OutlayTraits *first = &council->traits[a];
  const OutlayTraits *second = &council->traits[b];
  OutlayFeaturePart kind = council->kind;
  OutlayFeatures *features = council->features;

  outlay_features_add (features, "where", parts, first->where, second->where, NULL);
  outlay_features_add (features, "type", parts, first->type, second->type, NULL);
  outlay_features_add (features, "sells", parts, first->sells, second->sells, NULL);
  outlay_features_add (features, "rule", parts, first->rule, second->rule, NULL);
  outlay_features_add (features, "title", parts, first->in_title ? "in" : "out",
                       second->in_title ? "in" : "out", NULL);
  if (first->sentence != second->sentence)
    return;
  OutlayFeaturePart company
    = outlay_feature_part_hash (first->list == second->list ? "listed" : "beside");
  outlay_features_add (features, company, parts, NULL);
  outlay_features_add (features, company, parts, kind, NULL);
  outlay_features_add (features, "verb", parts, first->verb == second->verb ? "same" : "other",
                       NULL);
  if (first->sentence == council->anchor->sentence)
    {
      OutlayFeaturePart sides = outlay_feature_part_hash (name_sides (council, first, second));

      outlay_features_add (features, "figure", parts, sides, NULL);
      outlay_features_add (features, "figure", parts, sides, kind, NULL);
    }
}

/* The logarithm of the odds of what the features tell. */
static double
weigh_features (const Council *council)
{
  OutlayVerdict verdict
    = outlay_weights_decide (outlay_extractor_get_weights (council->scene->document->extractor),
                             OUTLAY_DECISION_CAST, council->features);

  return log (verdict.share[1]) - log (verdict.share[0]);
}

static void
append_names (const OutlayFeatures *features, GString *names)
{
  for (guint i = 0; i < features->names->len; i++)
    g_string_append_printf (names, "\t%s", (const char *)g_ptr_array_index (features->names, i));
}

static OutlayFeaturePart
hash_count (const Council *council, const guint8 *parts, guint part)
{
  guint count = 0;

  for (guint i = 0; i < council->hearings->len; i++)
    count += parts[i] == part;
  return outlay_feature_part_hash (outlay_context_count (count));
}

static void
add_counts (const Council *council, const guint8 *parts)
{
  OutlayFeaturePart investors = hash_count (council, parts, OUTLAY_ROLE_INVESTOR);
  OutlayFeaturePart recipients = hash_count (council, parts, OUTLAY_ROLE_RECIPIENT);
  OutlayFeaturePart partners = hash_count (council, parts, OUTLAY_ROLE_PARTNER);
  OutlayFeaturePart kind = council->kind;

  outlay_features_add (council->features, "sides", investors, recipients, NULL);
  outlay_features_add (council->features, "sides", investors, recipients, kind, NULL);
  outlay_features_add (council->features, "partners", partners, kind, NULL);
  outlay_features_add (council->features, "partners", partners, "of", investors, recipients, NULL);
}

/* What candidates @a and @b count beside one another as @parts; council->features shows it. */
static double
weigh_parts (const Council *council, guint a, guint b, const guint8 *parts)
{
  char names[32];

  g_stpcpy (g_stpcpy (g_stpcpy (names, name_part (parts[a])), "+"), name_part (parts[b]));
  outlay_features_clear (council->features);
  add_pair (council, a, b, outlay_feature_part_hash (names));
  return weigh_features (council);
}

/* The first casting that gives @a and @b what casting @index gives them. */
static guint
find_same (const Castings *castings, guint index, guint a, guint b)
{
  const guint8 *parts = castings->parts[index];
  guint same = 0;

  while (castings->parts[same][a] != parts[a] || castings->parts[same][b] != parts[b])
    same++;
  return same;
}

/* Adds to the weight of each casting what candidates @a and @b count in the parts it gives them. */
static void
weigh_pair (const Council *council, guint a, guint b, const Castings *castings, double *weights)
{
  double odds[N_CASTINGS];

  for (guint k = 0; k < castings->n_castings; k++)
    {
      const guint8 *parts = castings->parts[k];
      guint same = find_same (castings, k, a, b);

      if (parts[a] == OUTLAY_NO_ROLE && parts[b] == OUTLAY_NO_ROLE)
        continue;
      if (same == k || council->names != NULL)
        odds[k] = weigh_parts (council, a, b, parts);
      if (council->names != NULL)
        append_names (council->features, g_ptr_array_index (council->names, k));
      weights[k] += odds[same];
    }
}

/* Sets @weights to the logarithms of how likely the castings are, but for what is the same for
 * all. */
static void
weigh_castings (const Council *council, const Castings *castings, double *weights)
{
  for (guint k = 0; k < castings->n_castings; k++)
    {
      outlay_features_clear (council->features);
      add_counts (council, castings->parts[k]);
      weights[k] = castings->scores[k] + weigh_features (council);
      if (council->names != NULL)
        append_names (council->features, g_ptr_array_index (council->names, k));
    }
  for (guint a = 0; a < council->hearings->len; a++)
    {
      for (guint b = a + 1; council->is_open[a] && b < council->hearings->len; b++)
        {
          if (council->is_open[b])
            weigh_pair (council, a, b, castings, weights);
        }
    }
}

static void
record (const Council *council, const Castings *castings)
{
  GString *lines = council->scene->document->record;

  for (guint k = 0; k < castings->n_castings; k++)
    {
      const GString *names = g_ptr_array_index (council->names, k);

      g_string_append_printf (lines, "%s\t%s\t", outlay_decision_get_name (OUTLAY_DECISION_CAST),
                              council->id);
      for (guint i = 0; i < council->hearings->len; i++)
        g_string_append_c (lines, (char)('0' + castings->parts[k][i]));
      g_string_append_printf (lines, "\t%.4f%s\n", castings->scores[k], names->str);
    }
}

/* How likely each part of each candidate is, over all castings, of which @best is the likeliest. */
static GArray *
share_out (const Council *council, const Castings *castings, const double *shares, guint best)
{
  guint n = council->hearings->len;
  GArray *verdicts = g_array_sized_new (FALSE, TRUE, sizeof (OutlayVerdict), n);

  for (guint i = 0; i < n; i++)
    {
      const OutlayVerdict *alone = &get_hearing (council, i)->verdict;
      OutlayVerdict verdict = {.outcome = castings->parts[best][i]};

      verdict.ground = verdict.outcome == alone->outcome ? alone->ground : GROUND_TOGETHER;
      for (guint k = 0; k < castings->n_castings; k++)
        verdict.share[castings->parts[k][i]] += shares[k];
      g_array_append_val (verdicts, verdict);
    }
  return verdicts;
}

/* Sets @shares to how likely each casting is and @best to the likeliest. */
static void
weigh_all (const Council *council, const Castings *castings, double *shares, guint *best)
{
  double weights[N_CASTINGS];
  double total = 0;

  weigh_castings (council, castings, weights);
  *best = 0;
  for (guint k = 0; k < castings->n_castings; k++)
    *best = weights[k] > weights[*best] ? k : *best;
  for (guint k = 0; k < castings->n_castings; k++)
    total += shares[k] = exp (weights[k] - weights[*best]);
  for (guint k = 0; k < castings->n_castings; k++)
    shares[k] *= 1 / total;
}

static void
find_open (Council *council, const Castings *castings)
{
  for (guint k = 0; k < castings->n_castings; k++)
    {
      for (guint i = 0; i < council->hearings->len; i++)
        council->is_open[i] |= castings->parts[k][i] != OUTLAY_NO_ROLE;
    }
}

static GPtrArray *
new_names (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_names);

  for (guint k = 0; k < N_CASTINGS; k++)
    g_ptr_array_add (names, g_string_new (NULL));
  return names;
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
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autoptr (GPtrArray) names = is_recorded (scene->document) ? new_names () : NULL;
  g_auto (Castings) castings = {0};
  g_autofree OutlayTraits *traits = g_new (OutlayTraits, hearings->len);
  g_autofree gboolean *is_open = g_new0 (gboolean, hearings->len);
  Council council = {scene,
                     frame,
                     hearings,
                     id,
                     outlay_frame_get_anchor (frame, scene),
                     outlay_feature_part_hash (outlay_kind_to_string (frame->kind)),
                     traits,
                     is_open,
                     features,
                     names};
  double shares[N_CASTINGS];
  guint best;

  for (guint i = 0; i < hearings->len; i++)
    {
      const OutlayHearing *hearing = get_hearing (&council, i);

      traits[i] = outlay_relations_get_traits (scene, frame, hearing->candidate, hearing->sighting);
    }
  list_castings (hearings, &castings);
  find_open (&council, &castings);
  weigh_all (&council, &castings, shares, &best);
  if (names != NULL)
    record (&council, &castings);
  *joint = shares[best];
  return share_out (&council, &castings, shares, best);
}
