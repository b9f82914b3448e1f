/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * assembly: from the finds of a document to its claims. It goes in steps, each in a file of its
 * own:
 *
 *   scene    what stands near what: distances, clauses, who an article speaks of
 *   figures  which amounts and capacities are a deal's own, and which are conversions of another
 *   kinds    kind and status of the deal about a figure, from the cues around it
 *   driver   the word that says who pays whom
 *   roles    who pays and who gets, from the verb, its voice and the prepositions
 *   merge    which of the deals found are one
 *   parts    which of them the text calls a part of a programme
 *   times, places  when and where
 *   claims   the result with its evidence
 */
#pragma once

#include <string.h>

#include "extract/judgement/outlay-features.h"
#include "extract/outlay-document.h"

G_BEGIN_DECLS

/** OUTLAY_NOWHERE: the distance of what doesn't stand in one sentence, and of nothing. */
#define OUTLAY_NOWHERE G_MAXUINT

/** OUTLAY_NO_FIND: the index of no find. */
#define OUTLAY_NO_FIND G_MAXUINT

/**
 * OutlayScene:
 * @document: what it looks at
 * @first_find: (array): of each sentence the index of its first find, and one more at the end
 * @cost: (array): of each token how far it is from the first one: words count 10, marks that part
 *   clauses more, and one more at the end
 * @actors: (array) (element-type GArray): of each sentence who is named in it, once it was asked
 * for
 * @name_words: (array) (element-type GStrv): of each organisation the words of its name, folded,
 * once it was asked for
 * @figures: (element-type gint64 guint): how often each amount stands in the text, whatever its
 * currency
 * @figure_shares: (array): of each find that is a figure how likely it is a deal's, once weighed
 * @main_kind: (nullable): the kind of deals of which most cues speak
 * @dates: (array) (element-type OutlayFeatureGroup): of each find that is a date what it shows by
 * itself, whichever deal's it may be, once it was asked for
 *
 * A document with what is needed to ask what stands near what.
 */
typedef struct
{
  const OutlayDocument *document;
  guint *first_find;
  guint *cost;
  GArray **actors;
  GStrv *name_words;
  double *figure_shares;
  GHashTable *figures;
  const char *main_kind;
  OutlayFeatureGroup **dates;
} OutlayScene;

OutlayScene *outlay_scene_new (const OutlayDocument *document);
void outlay_scene_free (OutlayScene *scene);
guint outlay_scene_get_n_sentences (const OutlayScene *scene);
guint outlay_scene_nearest_cue (const OutlayScene *scene,
                                const OutlayFind *anchor,
                                const char *class_name,
                                const char *value,
                                guint *distance);
gboolean outlay_scene_has_cue (const OutlayScene *scene,
                               guint sentence,
                               const char *class_name,
                               const char *value);
gboolean outlay_scene_joined (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b);
gboolean outlay_scene_is_bracket (const OutlayScene *scene, guint token);
gboolean outlay_scene_is_party (const OutlayScene *scene, const OutlayFind *find);
OutlayOrganisationType outlay_scene_get_type (const OutlayScene *scene, int entity);
const char *const *outlay_scene_get_name_words (const OutlayScene *scene, int entity);
double outlay_scene_get_worth (const OutlayScene *scene, const OutlayMoney *money);

/**
 * outlay_scene_distance:
 *
 * Returns: how far @a and @b are apart, in tenths of words; 0 where they touch or overlap,
 *   %OUTLAY_NOWHERE where they stand in different sentences.
 */
static inline guint
outlay_scene_distance (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  if (a->sentence != b->sentence)
    return OUTLAY_NOWHERE;
  if (a->end_token <= b->first_token)
    return scene->cost[b->first_token] - scene->cost[a->end_token];
  if (b->end_token <= a->first_token)
    return scene->cost[a->first_token] - scene->cost[b->end_token];
  return 0;
}

/**
 * outlay_find_is_cue:
 * @value: (nullable): %NULL for any of the class
 *
 * Returns: whether @find is a cue of that class and value.
 */
static inline __attribute__ ((always_inline)) gboolean
outlay_find_is_cue (const OutlayFind *find, const char *class_name, const char *value)
{
  return find->mention.type == OUTLAY_MENTION_CUE
         && outlay_feature_part_is (find->class_name, class_name)
         && (value == NULL || outlay_feature_part_is (find->value, value));
}

/** outlay_scene_get_find: Returns: (transfer none): the find of that number. */
static inline const OutlayFind *
outlay_scene_get_find (const OutlayScene *scene, guint index)
{
  return outlay_document_get_find (scene->document, index);
}

/** outlay_scene_get_published: Returns: the day of the article. */
static inline OutlayDate
outlay_scene_get_published (const OutlayScene *scene)
{
  return scene->document->article->published;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayScene, outlay_scene_free)

G_END_DECLS
