/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-relations.h"

#include <string.h>

#include "outlay-context.h"
#include "outlay-sighting.h"

/* How many sentences before and behind a figure its parties are looked for. */
#define SENTENCES_BEFORE 8
#define SENTENCES_BEHIND 5

static void
free_candidate (gpointer data)
{
  OutlayCandidate *candidate = data;

  g_array_unref (candidate->sightings);
  g_free (candidate);
}

static OutlayCandidate *
find_candidate (GPtrArray *candidates, int entity)
{
  OutlayCandidate *candidate;

  for (guint i = 0; i < candidates->len; i++)
    {
      candidate = g_ptr_array_index (candidates, i);
      if (candidate->entity == entity)
        return candidate;
    }
  candidate = g_new0 (OutlayCandidate, 1);
  candidate->entity = entity;
  candidate->sightings = g_array_new (FALSE, FALSE, sizeof (OutlayActor));
  g_ptr_array_add (candidates, candidate);
  return candidate;
}

static void
add_sentence (const OutlayScene *scene, guint sentence, GPtrArray *candidates)
{
  const GArray *actors = outlay_scene_get_actors (scene, sentence);

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);
      OutlayCandidate *candidate = find_candidate (candidates, actor->entity);

      g_array_append_val (candidate->sightings, *actor);
    }
}

/**
 * outlay_relations_find_candidates:
 *
 * Returns: (transfer full) (element-type OutlayCandidate): the organisations that the headline and
 * the sentences about the figures of @frame name.
 */
GPtrArray *
outlay_relations_find_candidates (const OutlayScene *scene, const OutlayFrame *frame)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);
  guint sentence = frame->window.sentence;
  guint first = sentence > SENTENCES_BEFORE ? sentence - SENTENCES_BEFORE : 0;
  guint end = MIN (outlay_scene_get_n_sentences (scene), sentence + SENTENCES_BEHIND + 1);

  for (guint at = sentence + 1; at > first; at--)
    add_sentence (scene, at - 1, candidates);
  for (guint at = sentence + 1; at < end; at++)
    add_sentence (scene, at, candidates);
  if (first > 0)
    add_sentence (scene, 0, candidates);
  return candidates;
}

/* How far a sighting is from a figure: what stands in one sentence first, then what was said
 * before, what comes behind last. */
static guint
measure (const OutlayScene *scene, const OutlayFind *anchor, const OutlayActor *actor)
{
  const OutlayFind *name = outlay_scene_get_find (scene, actor->find);

  if (name->sentence == anchor->sentence)
    return MIN (outlay_scene_distance (scene, anchor, name), 9999);
  if (name->sentence < anchor->sentence)
    return 10000 * (2 * (anchor->sentence - name->sentence))
           + (actor->placing == OUTLAY_PLACING_BARE ? 0 : 1);
  return 10000 * (2 * (name->sentence - anchor->sentence) + 1);
}

static const OutlayActor *
find_nearest (const OutlayScene *scene,
              const OutlayFind *anchor,
              const OutlayCandidate *candidate,
              guint *least)
{
  const OutlayActor *nearest = NULL;

  *least = G_MAXUINT;
  for (guint i = 0; i < candidate->sightings->len; i++)
    {
      const OutlayActor *actor = &g_array_index (candidate->sightings, OutlayActor, i);
      guint distance = measure (scene, anchor, actor);

      if (distance < *least)
        {
          *least = distance;
          nearest = actor;
        }
    }
  return nearest;
}

/** outlay_relations_name_type: Returns: what the organisation is, in a word. */
const char *
outlay_relations_name_type (const OutlayScene *scene, int entity)
{
  static const char *const names[] = {
    [OUTLAY_ORGANISATION_COMPANY] = "company",   [OUTLAY_ORGANISATION_FUND] = "fund",
    [OUTLAY_ORGANISATION_BANK] = "bank",         [OUTLAY_ORGANISATION_GOVERNMENT] = "government",
    [OUTLAY_ORGANISATION_AGENCY] = "agency",     [OUTLAY_ORGANISATION_PROJECT] = "project",
    [OUTLAY_ORGANISATION_OBSERVER] = "observer",
  };

  return names[outlay_scene_get_type (scene, entity)];
}

/** outlay_relations_name_goods: Returns: what the organisation sells, in a word. */
const char *
outlay_relations_name_goods (const OutlayScene *scene, int entity)
{
  static const char *const names[] = {
    [OUTLAY_GOODS_NONE] = "none",       [OUTLAY_GOODS_CLOUD] = "cloud",
    [OUTLAY_GOODS_HOSTING] = "hosting", [OUTLAY_GOODS_POWER] = "power",
    [OUTLAY_GOODS_CHIPS] = "chips",     [OUTLAY_GOODS_WORKS] = "works",
  };
  const OutlayEntity *e = outlay_document_get_entity (scene->document, (guint)entity);

  return e->organisation == NULL ? "unlisted" : names[e->organisation->sells];
}

/* The first and the last word of a name tell what it names: "Bank", "Ventures", "University". */
static void
add_name (const OutlayScene *scene,
          const OutlayCandidate *candidate,
          const char *kind,
          OutlayFeatures *features)
{
  const char *const *words = outlay_scene_get_name_words (scene, candidate->entity);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strpbrk (words[i], "=;#[]\t") != NULL)
        continue;
      outlay_features_add (features, "name", words[i], NULL);
      if (i > 0 && words[i + 1] == NULL)
        outlay_features_add (features, "name-ends", words[i], kind, NULL);
    }
}

static const char *
name_rule (const OutlayCast *cast)
{
  return cast == NULL ? "none" : outlay_role_to_string (cast->role);
}

static const OutlayActor *
find_in_title (const OutlayScene *scene, const OutlayCandidate *candidate)
{
  for (guint i = 0; i < candidate->sightings->len; i++)
    {
      const OutlayActor *actor = &g_array_index (candidate->sightings, OutlayActor, i);

      if (outlay_scene_get_find (scene, actor->find)->mention.part == OUTLAY_PART_TITLE)
        return actor;
    }
  return NULL;
}

static void
add_entity (const OutlayScene *scene,
            const OutlayFrame *frame,
            const GPtrArray *candidates,
            const OutlayCandidate *candidate,
            OutlayFeatures *features)
{
  const OutlayEntity *entity
    = outlay_document_get_entity (scene->document, (guint)candidate->entity);
  const char *kind = outlay_kind_to_string (frame->kind);
  const char *type = outlay_relations_name_type (scene, candidate->entity);
  const OutlayCast *cast = outlay_frame_find_cast (frame, candidate->entity);
  gboolean is_top = TRUE;
  const char *rule = name_rule (cast);

  add_name (scene, candidate, kind, features);
  outlay_features_add (features, "type", type, kind, NULL);
  outlay_features_add (features, "type", type, NULL);
  outlay_features_add (features, "sells", outlay_relations_name_goods (scene, candidate->entity),
                       kind, NULL);
  outlay_features_add (features, "sure", outlay_context_rate (entity->sure), NULL);
  outlay_features_add (features, "sure", outlay_context_rate (entity->sure), rule, NULL);
  outlay_features_add (features, "named", outlay_context_count (entity->n_mentions), NULL);
  for (guint i = 0; i < candidates->len; i++)
    {
      const OutlayCandidate *other = g_ptr_array_index (candidates, i);

      is_top &= outlay_document_get_entity (scene->document, (guint)other->entity)->n_mentions
                <= entity->n_mentions;
    }
  if (is_top)
    outlay_features_add (features, "top", kind, NULL);
  outlay_features_add (features, "first", candidate->entity == 0 ? "yes" : "no", NULL);
  if (find_in_title (scene, candidate) != NULL)
    outlay_features_add (features, "in-title", frame->main ? "main" : "aside", NULL);
  outlay_features_add (features, "rule", rule, kind, NULL);
  outlay_features_add (features, "rule", rule, type, NULL);
  if (cast != NULL && cast->proof.rule != NULL)
    {
      /* Without the word that it goes by, which would be a feature of its own. */
      g_autofree char *name = g_strndup (cast->proof.rule, strcspn (cast->proof.rule, ":"));

      outlay_features_add (features, "rule", rule, name, NULL);
    }
  else if (cast == NULL)
    outlay_features_add (features, "unruled", frame->cast->len == 0 ? "alone" : "others", NULL);
}

/**
 * outlay_relations_add:
 *
 * Adds what tells the part that @candidate has in the deal of @frame. What it says of the kind of
 * the deal is the last part of a feature: then others are put in its place.
 *
 * Returns: (transfer none): where it is named nearest to a figure of the deal.
 */
const OutlayActor *
outlay_relations_add (const OutlayScene *scene,
                      const OutlayFrame *frame,
                      const GPtrArray *candidates,
                      const OutlayCandidate *candidate,
                      OutlayFeatures *features)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  guint least;
  guint distance;
  const OutlayActor *nearest = find_nearest (scene, anchor, candidate, &least);
  const OutlayActor *other = nearest;
  const OutlayActor *title = find_in_title (scene, candidate);

  outlay_features_add (features, "bias", NULL);
  add_entity (scene, frame, candidates, candidate, features);
  outlay_sighting_add (scene, frame, anchor, nearest, features);
  if (title != NULL
      && outlay_scene_get_find (scene, nearest->find)->mention.part != OUTLAY_PART_TITLE)
    outlay_sighting_add_title (scene, frame, title, features);
  for (guint i = 0; i < frame->repeats->len; i++)
    {
      const OutlayFind *repeat
        = outlay_scene_get_find (scene, g_array_index (frame->repeats, guint, i));

      nearest = find_nearest (scene, repeat, candidate, &distance);
      if (distance < 10000)
        outlay_sighting_add (scene, frame, repeat, nearest, features);
      if (distance < least)
        {
          least = distance;
          other = nearest;
        }
    }
  outlay_features_add (features, "candidates", outlay_context_count (candidates->len), NULL);
  return other;
}

/**
 * outlay_relations_get_traits:
 * @sighting: where @candidate is named nearest to the deal
 *
 * Returns: what is known of @candidate; the words are constants.
 */
OutlayTraits
outlay_relations_get_traits (const OutlayScene *scene,
                             const OutlayFrame *frame,
                             const OutlayCandidate *candidate,
                             const OutlayActor *sighting)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  const OutlayFind *name = outlay_scene_get_find (scene, sighting->find);

  return (OutlayTraits){
    .where = outlay_feature_part_hash (outlay_sighting_name_sentence (scene, anchor, sighting)),
    .type = outlay_feature_part_hash (outlay_relations_name_type (scene, candidate->entity)),
    .sells = outlay_feature_part_hash (outlay_relations_name_goods (scene, candidate->entity)),
    .rule
    = outlay_feature_part_hash (name_rule (outlay_frame_find_cast (frame, candidate->entity))),
    .in_title = find_in_title (scene, candidate) != NULL,
    .sentence = name->sentence,
    .list = sighting->list,
    .token = name->first_token,
    .verb = outlay_sighting_find_verb (scene, name, TRUE),
  };
}
