/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-sighting.h"

#include <string.h>

#include "extract/assembly/outlay-driver.h"
#include "outlay-context.h"

/* How far a cue may stand from a name to be beside it, in tenths of words. */
#define BESIDE 12

/* How far the verb of a name may stand. */
#define VERB_REACH 150

/* How many steps of a path are told. */
#define LONGEST_PATH 5

static const char *
name_placing (const OutlayActor *actor)
{
  static const char *const names[] = {
    [OUTLAY_PLACING_BARE] = "bare", [OUTLAY_PLACING_TO] = "to",
    [OUTLAY_PLACING_FROM] = "from", [OUTLAY_PLACING_BY] = "by",
    [OUTLAY_PLACING_WITH] = "with", [OUTLAY_PLACING_FOR] = "for",
    [OUTLAY_PLACING_IN] = "in",     [OUTLAY_PLACING_BY_OR_FROM] = "byfrom",
    [OUTLAY_PLACING_OF] = "of",
  };

  if (actor->mark != OUTLAY_MARK_NONE)
    return actor->mark == OUTLAY_MARK_SUBJECT ? "subject" : "object";
  return names[actor->placing];
}

static const char *
name_side (const OutlayFind *of, const OutlayFind *find)
{
  return find->first_token < of->first_token ? "before" : "behind";
}

/**
 * outlay_sighting_find_verb:
 * @behind: whether it stands behind @name, or before it
 *
 * Returns: (transfer none) (nullable): the word of paying that is nearest to @name on that side.
 */
const OutlayFind *
outlay_sighting_find_verb (const OutlayScene *scene, const OutlayFind *name, gboolean behind)
{
  const OutlayFind *nearest = NULL;
  guint least = VERB_REACH + 1;

  for (guint i = scene->first_find[name->sentence]; i < scene->first_find[name->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      guint distance = outlay_scene_distance (scene, name, find);

      if (!outlay_find_is_cue (find, "pays", NULL) || distance >= least
          || (find->first_token >= name->end_token) != behind)
        continue;
      least = distance;
      nearest = find;
    }
  return nearest;
}

static const char *
name_voice (const OutlayScene *scene, const OutlayFind *verb)
{
  if (outlay_feature_part_is (verb->value, "noun"))
    return "noun";
  return outlay_grammar_is_passive (scene, verb) ? "passive" : "active";
}

static void
add_verb_itself (const OutlayScene *scene,
                 const char *where,
                 const char *side,
                 const OutlayFind *verb,
                 const char *placing,
                 OutlayFeatures *features)
{
  const char *text = outlay_document_get_text (scene->document, verb->mention.part);
  OutlaySpan span = verb->mention.span;
  char folded[OUTLAY_TOKEN_LONGEST + 1];

  folded[outlay_token_fold (text + span.start,
                            MIN (span.end - span.start, OUTLAY_TOKEN_LONGEST - 8), folded)]
    = '\0';
  if (strpbrk (folded, "=;#[]") == NULL)
    outlay_features_add (features, where, side, folded, placing, NULL);
}

static void
add_verbs (const OutlayScene *scene,
           const char *where,
           const OutlayActor *actor,
           OutlayFeatures *features)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  const char *placing = name_placing (actor);

  for (int behind = 0; behind < 2; behind++)
    {
      const OutlayFind *verb = outlay_sighting_find_verb (scene, find, behind);
      const char *side = behind ? "verb-behind" : "verb-before";

      if (verb == NULL)
        outlay_features_add (features, where, side, "no", placing, NULL);
      else
        {
          gboolean parted = behind ? outlay_grammar_is_parted (scene, find, verb)
                                   : outlay_grammar_is_parted (scene, verb, find);

          outlay_features_add (features, where, side, verb->value, name_voice (scene, verb),
                               placing, parted ? "parted" : "clause", NULL);
          outlay_features_add (features, where, side, verb->value, name_voice (scene, verb), NULL);
          add_verb_itself (scene, where, side, verb, placing, features);
        }
    }
}

static void
add_word_beside (const OutlayScene *scene,
                 const char *where,
                 const char *place,
                 guint token,
                 guint sentence,
                 OutlayFeatures *features)
{
  char name[16];

  g_stpcpy (g_stpcpy (name, where), place);
  outlay_context_add_word (scene, name, token, sentence, features);
}

/* The words beside a name, and what cues are there. */
static void
add_neighbours (const OutlayScene *scene,
                const char *where,
                const OutlayActor *actor,
                OutlayFeatures *features)
{
  const OutlayFind *name = outlay_scene_get_find (scene, actor->find);

  add_word_beside (scene, where, "-1", name->first_token - 1, name->sentence, features);
  add_word_beside (scene, where, "+1", name->end_token, name->sentence, features);
  add_word_beside (scene, where, "-2", name->first_token - 2, name->sentence, features);
  add_word_beside (scene, where, "+2", name->end_token + 1, name->sentence, features);
  for (guint i = scene->first_find[name->sentence]; i < scene->first_find[name->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->mention.type == OUTLAY_MENTION_CUE && find != name
          && outlay_scene_distance (scene, name, find) <= BESIDE)
        outlay_features_add (features, where, "beside", find->class_name, find->value,
                             name_side (name, find), NULL);
    }
}

/* How the name stands among the others of its sentence. */
static void
add_company (const OutlayScene *scene,
             const char *where,
             const OutlayActor *actor,
             OutlayFeatures *features)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  const GArray *actors = outlay_scene_get_actors (scene, find->sentence);
  guint rank = 0;
  guint bare_before = 0;

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *other = &g_array_index (actors, OutlayActor, i);

      if (outlay_scene_get_find (scene, other->find)->first_token >= find->first_token)
        continue;
      rank++;
      bare_before += other->placing == OUTLAY_PLACING_BARE && other->list != actor->list;
    }
  outlay_features_add (features, where, "rank", outlay_context_count (rank),
                       actors->len == 1 ? "sole" : "of-several", NULL);
  outlay_features_add (features, where, name_placing (actor), "bare-before",
                       outlay_context_count (bare_before), NULL);
  if (outlay_grammar_count_list (actors, actor->list) > 1)
    outlay_features_add (features, where, "listed", name_placing (actor), NULL);
}

/* How the name stands to the driver of the deal's own stretch. */
static void
add_driver (const OutlayScene *scene,
            const OutlayFrame *frame,
            const OutlayFind *anchor,
            const OutlayActor *actor,
            OutlayFeatures *features)
{
  OutlayWindow window = frame->window;
  OutlayDriver driver;
  const OutlayFind *name = outlay_scene_get_find (scene, actor->find);
  const OutlayFind *verb;

  if (anchor->sentence != window.sentence)
    return;
  driver = outlay_driver_find (scene, &window, anchor);
  if (driver.find == OUTLAY_NO_FIND)
    {
      outlay_features_add (features, "driver/none", name_placing (actor), name_side (anchor, name),
                           NULL);
      return;
    }
  verb = outlay_scene_get_find (scene, driver.find);
  outlay_features_add (features, "driver", verb->value, driver.passive ? "passive" : "active",
                       name_placing (actor), name_side (verb, name), NULL);
  outlay_features_add (features, "driver", verb->value, driver.passive ? "passive" : "active",
                       name_placing (actor), name_side (verb, name),
                       outlay_kind_to_string (frame->kind), NULL);
  outlay_features_add (features, "window", outlay_window_holds (&window, name) ? "in" : "out",
                       name_placing (actor), NULL);
}

static guint
count_between (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  guint n = 0;

  for (guint i = scene->first_find[a->sentence]; i < scene->first_find[a->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      n += outlay_scene_is_party (scene, find) && find->first_token >= a->end_token
           && find->end_token <= b->first_token;
    }
  return n;
}

static const char *
name_step (const OutlayScene *scene, const OutlayFind *find)
{
  if (find->mention.type == OUTLAY_MENTION_MONEY || find->mention.type == OUTLAY_MENTION_CAPACITY)
    return "figure";
  if (outlay_scene_is_party (scene, find))
    return "party";
  if (outlay_find_is_cue (find, "pays", NULL))
    return find->value.text;
  if (outlay_find_is_cue (find, "link", NULL) || outlay_find_is_cue (find, "voice", NULL))
    return find->value.text;
  if (outlay_find_is_cue (find, "clause", NULL))
    return "clause";
  return NULL;
}

/* What stands between two finds, as a row of steps: the shape of the clause. */
static char *
dup_path (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  GString *path = g_string_new (NULL);
  guint n = 0;
  guint last = 0;

  for (guint i = scene->first_find[a->sentence]; i < scene->first_find[a->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      const char *step;

      if (find->first_token < a->end_token || find->end_token > b->first_token
          || find->first_token < last)
        continue;
      step = name_step (scene, find);
      if (step == NULL)
        continue;
      last = find->end_token;
      if (++n > LONGEST_PATH)
        {
          g_string_append (path, ">…");
          break;
        }
      g_string_append_c (path, '>');
      g_string_append (path, step);
    }
  return g_string_free (path, FALSE);
}

static void
add_path (const OutlayScene *scene,
          const OutlayFind *anchor,
          const OutlayFind *name,
          const char *kind,
          OutlayFeatures *features)
{
  gboolean is_before = name->first_token < anchor->first_token;
  g_autofree char *path
    = is_before ? dup_path (scene, name, anchor) : dup_path (scene, anchor, name);

  outlay_features_add (features, "path", name_side (anchor, name), path, NULL);
  outlay_features_add (features, "path", name_side (anchor, name), path, kind, NULL);
}

/* Who else is named in the sentence, and how. */
static void
add_others (const OutlayScene *scene,
            const char *where,
            const OutlayActor *actor,
            OutlayFeatures *features)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  const GArray *actors = outlay_scene_get_actors (scene, find->sentence);

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *other = &g_array_index (actors, OutlayActor, i);

      if (other->entity != actor->entity && other->list != actor->list)
        outlay_features_add (features, where, name_placing (actor), "beside", name_placing (other),
                             name_side (find, outlay_scene_get_find (scene, other->find)), NULL);
    }
}

static void
add_same_sentence (const OutlayScene *scene,
                   const OutlayFrame *frame,
                   const OutlayFind *anchor,
                   const OutlayActor *actor,
                   OutlayFeatures *features)
{
  const OutlayFind *name = outlay_scene_get_find (scene, actor->find);
  /* What only may be meant is weighed apart from what is named. */
  const char *where = actor->manner == OUTLAY_MANNER_PRONOUN ? "meant" : "same";
  const char *side = name_side (anchor, name);
  const char *kind = outlay_kind_to_string (frame->kind);
  gboolean is_before = name->first_token < anchor->first_token;
  guint between
    = is_before ? count_between (scene, name, anchor) : count_between (scene, anchor, name);
  gboolean parted = is_before ? outlay_grammar_is_parted (scene, name, anchor)
                              : outlay_grammar_is_parted (scene, anchor, name);

  outlay_features_add (features, where, side,
                       outlay_context_bucket (outlay_scene_distance (scene, anchor, name)), NULL);
  outlay_features_add (features, where, side, name_placing (actor), NULL);
  outlay_features_add (features, where, side, name_placing (actor), kind, NULL);
  outlay_features_add (features, where, "between", outlay_context_count (between), side,
                       parted ? "parted" : "clause", NULL);
  add_path (scene, anchor, name, kind, features);
  add_others (scene, where, actor, features);
  add_driver (scene, frame, anchor, actor, features);
  add_verbs (scene, where, actor, features);
  add_neighbours (scene, where, actor, features);
  add_company (scene, where, actor, features);
}

/* What the sentence speaks of in which the name stands, apart from the figure's own. */
static void
add_topic (const OutlayScene *scene,
           const char *where,
           guint sentence,
           const char *kind,
           OutlayFeatures *features)
{
  gboolean has_figure = FALSE;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      has_figure |= find->mention.type == OUTLAY_MENTION_MONEY;
      if (outlay_find_is_cue (find, "kind", NULL) || outlay_find_is_cue (find, "hint", NULL))
        outlay_features_add (features, where, "speaks", find->value, kind, NULL);
      if (outlay_find_is_cue (find, "negative", NULL) || outlay_find_is_cue (find, "aside", NULL))
        outlay_features_add (features, where, "speaks", find->class_name, find->value, NULL);
    }
  outlay_features_add (features, where, has_figure ? "figure-there" : "no-figure", kind, NULL);
}

/* What its sentence tells of a name that stands apart from the figure. */
static void
add_sentence (const OutlayScene *scene,
              const char *where,
              const OutlayActor *actor,
              const char *kind,
              OutlayFeatures *features)
{
  add_verbs (scene, where, actor, features);
  add_neighbours (scene, where, actor, features);
  add_company (scene, where, actor, features);
  add_others (scene, where, actor, features);
  add_topic (scene, where, outlay_scene_get_find (scene, actor->find)->sentence, kind, features);
}

/**
 * outlay_sighting_name_sentence:
 * @anchor: a figure of the deal
 *
 * Returns: where the sentence of @actor stands, as seen from the deal, in a word.
 */
const char *
outlay_sighting_name_sentence (const OutlayScene *scene,
                               const OutlayFind *anchor,
                               const OutlayActor *actor)
{
  guint sentence = outlay_scene_get_find (scene, actor->find)->sentence;

  if (sentence == anchor->sentence)
    return actor->manner == OUTLAY_MANNER_PRONOUN ? "meant" : "same";
  if (sentence < anchor->sentence)
    return sentence + 1 == anchor->sentence ? "before" : "earlier";
  return sentence == anchor->sentence + 1 ? "behind" : "later";
}

static void
add_other_sentence (const OutlayScene *scene,
                    const OutlayFrame *frame,
                    const OutlayFind *anchor,
                    const OutlayActor *actor,
                    OutlayFeatures *features)
{
  const OutlayFind *name = outlay_scene_get_find (scene, actor->find);
  gboolean is_before = name->sentence < anchor->sentence;
  guint apart = is_before ? anchor->sentence - name->sentence : name->sentence - anchor->sentence;
  const char *side = is_before ? "before" : "behind";
  const char *kind = outlay_kind_to_string (frame->kind);
  const GArray *own = outlay_scene_get_actors (scene, anchor->sentence);
  gboolean has_bare = FALSE;
  const char *where = outlay_sighting_name_sentence (scene, anchor, actor);

  outlay_features_add (features, "apart", side, apart > 3 ? "many" : outlay_context_count (apart),
                       NULL);
  outlay_features_add (features, "apart", where, kind, NULL);
  outlay_features_add (features, "apart", where, name_placing (actor), NULL);
  outlay_features_add (features, "apart", where, "others", outlay_context_count (own->len), NULL);
  for (guint i = 0; i < own->len; i++)
    has_bare
      |= g_array_index (own, OutlayActor, i).placing == OUTLAY_PLACING_BARE
         && outlay_scene_get_find (scene, g_array_index (own, OutlayActor, i).find)->first_token
              < anchor->first_token;
  outlay_features_add (features, "apart", where, name_placing (actor),
                       has_bare ? "subject-there" : "no-subject", kind, NULL);
  add_sentence (scene, where, actor, kind, features);
}

static const char *
name_manner (OutlayManner manner)
{
  static const char *const names[] = {
    [OUTLAY_MANNER_NAME] = "name",
    [OUTLAY_MANNER_EPITHET] = "epithet",
    [OUTLAY_MANNER_DESCRIPTION] = "description",
    [OUTLAY_MANNER_PRONOUN] = "pronoun",
  };

  return names[manner];
}

/**
 * outlay_sighting_add:
 * @anchor: a figure of the deal
 *
 * Adds how @actor, a name, stands to the deal of @frame: what is beside it, what verbs, how far
 * off.
 */
void
outlay_sighting_add (const OutlayScene *scene,
                     const OutlayFrame *frame,
                     const OutlayFind *anchor,
                     const OutlayActor *actor,
                     OutlayFeatures *features)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  gboolean same = find->sentence == anchor->sentence;

  outlay_features_add (features, "called", name_manner (actor->manner), same ? "same" : "apart",
                       NULL);
  outlay_features_add (features, "called", name_manner (actor->manner), name_placing (actor), NULL);
  if (same)
    add_same_sentence (scene, frame, anchor, actor, features);
  else
    add_other_sentence (scene, frame, anchor, actor, features);
}

/**
 * outlay_sighting_add_title:
 *
 * Adds how @actor, a name in the headline, stands there, where the deal of @frame is told in
 * another sentence.
 */
void
outlay_sighting_add_title (const OutlayScene *scene,
                           const OutlayFrame *frame,
                           const OutlayActor *actor,
                           OutlayFeatures *features)
{
  const char *where = frame->main ? "title" : "title-aside";
  const char *kind = outlay_kind_to_string (frame->kind);

  outlay_features_add (features, where, name_placing (actor), NULL);
  outlay_features_add (features, where, name_placing (actor), kind, NULL);
  add_sentence (scene, where, actor, kind, features);
}
