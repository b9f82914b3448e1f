/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who is meant where a sentence names nobody is mostly whom the article spoke of last, or speaks of
 * most (B. Grosz, A. Joshi, S. Weinstein: Centering, 1995). So of each candidate it is told how
 * recent it is, how often it was what a sentence is about, and what the rules have the others do.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-discourse.h"

#include <string.h>

#include "outlay-context.h"

/* From which sentence on a deal stands late. */
#define LATE 4

/* How many sentences back who they were about counts. */
#define REACH 13

/* How many others in one role are told apart. */
#define MOST_RULED 2

#define NEVER G_MAXUINT

/* One candidate. */
typedef struct
{
  const char *where;
  const char *type;
  OutlayRole rule;  /* OUTLAY_N_ROLES for none */
  gboolean is_here; /* named in the sentence of the deal */
  guint last;       /* token of the last name before that, NEVER for none */
  guint last_sentence;
  guint rank; /* how many others were named since, NEVER where it is here */
  guint n_sightings;
  guint n_before;  /* of them */
  guint n_subject; /* sentences before the deal whose subject it is */
  guint lead;      /* of the headline and the first two sentences those that name it, as bits */
} Standing;

struct _OutlayDiscourse
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  const OutlayFind *anchor;
  Standing *standings;
  guint n;
  guint n_here;
  guint n_meant;
  guint n_most;     /* how often the one named most is */
  int last_subject; /* index; -1 for none */
  guint n_rules[OUTLAY_N_ROLES + 1];
};

static void
see_name (const OutlayDiscourse *discourse, const OutlayFind *name, Standing *standing)
{
  standing->is_here |= name->sentence == discourse->anchor->sentence;
  if (name->sentence < 3)
    standing->lead |= 1u << name->sentence;
  if (name->sentence < discourse->anchor->sentence
      && (standing->last == NEVER || name->first_token > standing->last))
    {
      standing->last = name->first_token;
      standing->last_sentence = name->sentence;
    }
}

static const char *
name_where (const Standing *standing, gboolean is_meant)
{
  if (standing->is_here)
    return "same";
  if (is_meant)
    return "meant";
  return standing->last != NEVER ? "earlier" : "later";
}

static void
see_candidate (OutlayDiscourse *discourse, const OutlayCandidate *candidate, Standing *standing)
{
  const OutlayCast *cast = outlay_frame_find_cast (discourse->frame, candidate->entity);
  gboolean is_meant = FALSE;

  *standing = (Standing){.last = NEVER, .rank = NEVER, .n_sightings = candidate->sightings->len};
  for (guint i = 0; i < candidate->sightings->len; i++)
    {
      const OutlayActor *actor = &g_array_index (candidate->sightings, OutlayActor, i);
      const OutlayFind *name = outlay_scene_get_find (discourse->scene, actor->find);

      standing->n_before += name->sentence < discourse->anchor->sentence;
      if (actor->manner != OUTLAY_MANNER_PRONOUN)
        see_name (discourse, name, standing);
      else
        is_meant |= name->sentence == discourse->anchor->sentence;
    }
  standing->where = name_where (standing, is_meant);
  standing->type = outlay_relations_name_type (discourse->scene, candidate->entity);
  standing->rule = cast == NULL ? OUTLAY_N_ROLES : cast->role;
  discourse->n_here += standing->is_here;
  discourse->n_meant += is_meant;
  discourse->n_most = MAX (discourse->n_most, standing->n_sightings);
  discourse->n_rules[standing->rule]++;
}

static gboolean
is_ranked (const Standing *standing)
{
  return !standing->is_here && standing->last != NEVER;
}

static void
rank_by_recency (const OutlayDiscourse *discourse)
{
  for (guint i = 0; i < discourse->n; i++)
    {
      Standing *standing = &discourse->standings[i];

      if (!is_ranked (standing))
        continue;
      standing->rank = 0;
      for (guint k = 0; k < discourse->n; k++)
        standing->rank
          += is_ranked (&discourse->standings[k]) && discourse->standings[k].last > standing->last;
    }
}

/* Which candidate is the subject of each sentence before the deal, the nearest first: whose name
 * stands first of those without a preposition. */
static void
find_subjects (OutlayDiscourse *discourse, const GPtrArray *candidates)
{
  guint deal = discourse->anchor->sentence;
  guint first[REACH];
  int subjects[REACH];

  memset (first, 0xff, sizeof first);
  memset (subjects, 0xff, sizeof subjects);
  for (guint i = 0; i < candidates->len; i++)
    {
      const OutlayCandidate *candidate = g_ptr_array_index (candidates, i);

      for (guint k = 0; k < candidate->sightings->len; k++)
        {
          const OutlayActor *actor = &g_array_index (candidate->sightings, OutlayActor, k);
          const OutlayFind *name = outlay_scene_get_find (discourse->scene, actor->find);
          guint back = deal - 1 - name->sentence;

          if (name->sentence >= deal || back >= REACH || actor->placing != OUTLAY_PLACING_BARE
              || actor->manner == OUTLAY_MANNER_PRONOUN || name->first_token >= first[back])
            continue;
          first[back] = name->first_token;
          subjects[back] = (int)i;
        }
    }
  discourse->last_subject = -1;
  for (guint back = REACH; back > 0; back--)
    {
      if (subjects[back - 1] < 0)
        continue;
      discourse->last_subject = subjects[back - 1];
      discourse->standings[subjects[back - 1]].n_subject++;
    }
}

/**
 * outlay_discourse_new:
 * @frame: the deal
 * @candidates: (element-type OutlayCandidate): of the deal
 *
 * Returns: (transfer full): how they stand.
 */
OutlayDiscourse *
outlay_discourse_new (const OutlayScene *scene,
                      const OutlayFrame *frame,
                      const GPtrArray *candidates)
{
  OutlayDiscourse *discourse = g_new0 (OutlayDiscourse, 1);

  discourse->scene = scene;
  discourse->frame = frame;
  discourse->anchor = outlay_frame_get_anchor (frame, scene);
  discourse->n = candidates->len;
  discourse->standings = g_new (Standing, candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    see_candidate (discourse, g_ptr_array_index (candidates, i), &discourse->standings[i]);
  rank_by_recency (discourse);
  find_subjects (discourse, candidates);
  return discourse;
}

/** outlay_discourse_free: frees @discourse. */
void
outlay_discourse_free (OutlayDiscourse *discourse)
{
  g_free (discourse->standings);
  g_free (discourse);
}

/* How recent it is, beside how many are named in the sentence of the deal. */
static void
add_recency (const OutlayDiscourse *discourse,
             const Standing *standing,
             const char *kind,
             OutlayFeatures *features)
{
  const OutlayDocument *document = discourse->scene->document;
  const char *here = outlay_context_count (discourse->n_here);
  const char *meant = outlay_context_count (discourse->n_meant);
  guint deal = discourse->anchor->sentence;

  outlay_features_add (features, "there", standing->where, here, meant, NULL);
  outlay_features_add (features, "there", standing->where, here, meant, kind, NULL);
  if (standing->rank != NEVER)
    {
      const char *rank = outlay_context_count (standing->rank);

      outlay_features_add (features, "recent", rank, NULL);
      outlay_features_add (features, "recent", rank, here, meant, NULL);
      outlay_features_add (features, "recent", rank, kind, NULL);
    }
  if (standing->last != NEVER)
    {
      guint its = outlay_document_get_sentence (document, standing->last_sentence)->paragraph;
      const char *paragraph
        = its == outlay_document_get_sentence (document, deal)->paragraph ? "own" : "other";

      outlay_features_add (features, "paragraph", standing->where, paragraph,
                           outlay_context_count (deal - standing->last_sentence), NULL);
      outlay_features_add (features, "paragraph", standing->where, paragraph, kind, NULL);
    }
}

static const char *
name_place (guint sentence)
{
  if (sentence <= 1)
    return "first";
  return sentence < LATE ? "early" : "late";
}

/* Whether the article is about it. */
static void
add_topic (const OutlayDiscourse *discourse,
           guint index,
           const char *kind,
           OutlayFeatures *features)
{
  static const char *const leads[] = {"---", "h--", "-1-", "h1-", "--2", "h-2", "-12", "h12"};
  const Standing *standing = &discourse->standings[index];
  const char *here = outlay_context_count (discourse->n_here);
  const char *before = outlay_context_count (standing->n_before);
  const char *subject = outlay_context_count (standing->n_subject);

  outlay_features_add (features, "named-before", standing->where, before, NULL);
  outlay_features_add (features, "named-before", standing->where, before, here, NULL);
  if (standing->n_sightings == discourse->n_most)
    outlay_features_add (features, "most", standing->where, here, NULL);
  outlay_features_add (features, "subject", standing->where, subject, NULL);
  outlay_features_add (features, "subject", standing->where, subject, kind, NULL);
  if (discourse->last_subject == (int)index)
    {
      outlay_features_add (features, "last-subject", standing->where, here,
                           outlay_context_count (discourse->n_meant), NULL);
      outlay_features_add (features, "last-subject", standing->where, kind, NULL);
    }
  outlay_features_add (features, "leads", standing->where, leads[standing->lead], NULL);
  outlay_features_add (features, "deal", name_place (discourse->anchor->sentence), standing->where,
                       NULL);
}

static const char *
count_ruled (const OutlayDiscourse *discourse, const Standing *standing, OutlayRole role)
{
  guint others = discourse->n_rules[role] - (standing->rule == role);

  return outlay_context_count (MIN (others, MOST_RULED));
}

/* What the rules have the others do. */
static void
add_ruled (const OutlayDiscourse *discourse,
           const Standing *standing,
           const char *kind,
           OutlayFeatures *features)
{
  const char *rule
    = standing->rule == OUTLAY_N_ROLES ? "none" : outlay_role_to_string (standing->rule);
  const char *investors = count_ruled (discourse, standing, OUTLAY_ROLE_INVESTOR);
  const char *recipients = count_ruled (discourse, standing, OUTLAY_ROLE_RECIPIENT);
  const char *partners = count_ruled (discourse, standing, OUTLAY_ROLE_PARTNER);

  outlay_features_add (features, "ruled", rule, investors, recipients, partners, standing->where,
                       NULL);
  outlay_features_add (features, "ruled", rule, investors, recipients, kind, NULL);
  outlay_features_add (features, "ruled", rule, investors, recipients, standing->type, NULL);
}

/**
 * outlay_discourse_add:
 * @index: of the candidate
 * @kind: of the deal, in a word
 *
 * Adds how it stands.
 */
void
outlay_discourse_add (const OutlayDiscourse *discourse,
                      guint index,
                      const char *kind,
                      OutlayFeatures *features)
{
  const Standing *standing = &discourse->standings[index];

  add_recency (discourse, standing, kind, features);
  add_topic (discourse, index, kind, features);
  add_ruled (discourse, standing, kind, features);
}
