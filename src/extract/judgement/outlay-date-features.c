/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-date-features.h"

#include <string.h>

#include "outlay-context.h"

/* In tenths of words: how far a word may stand from the date that it tells of. */
#define CUE_REACH 100

/* Figures from which on it makes no difference how many stand before one. */
#define MOST_COUNTED 8

static const OutlayFind *
get_anchor (const OutlayDateQuestion *question)
{
  return outlay_frame_get_anchor (question->frame, question->scene);
}

static OutlayFeaturePart
get_unit (OutlayDate date)
{
  static const char *const units[] = {"unset", "year", "half", "quarter", "month", "day"};

  return outlay_feature_part_hash (units[date.unit]);
}

static const char *
get_turn (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = outlay_scene_get_published (scene);

  if (!outlay_date_is_set (published))
    return "unknown";
  if (outlay_date_equal (date, published))
    return "today";
  if (outlay_date_contains (date, published))
    return "now";
  return outlay_date_compare (date, published) < 0 ? "past" : "ahead";
}

static const char *
get_years_off (const OutlayScene *scene, OutlayDate date)
{
  static const char *const names[] = {"-3", "-2", "-1", "0", "1", "2", "3", "4", "5", "6"};
  OutlayDate published = outlay_scene_get_published (scene);

  if (!outlay_date_is_set (published))
    return "unknown";
  return names[CLAMP ((int)date.year - (int)published.year, -3, 6) + 3];
}

static const char *
get_days_off (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = outlay_scene_get_published (scene);
  GDate day, last;

  if (date.unit != OUTLAY_DATE_DAY || published.unit != OUTLAY_DATE_DAY)
    return "unknown";
  outlay_date_get_first_day (date, &day);
  outlay_date_get_first_day (published, &last);
  int days = g_date_days_between (&day, &last);
  if (days < 0)
    return "ahead";
  if (days < 4)
    return outlay_context_count ((guint)days);
  return days < 11 ? "week" : days < 41 ? "month" : "long";
}

/* Whether @sentence names a party of the deal. */
static gboolean
names_party (const OutlayScene *scene, const OutlayFrame *frame, guint sentence)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->mention.type == OUTLAY_MENTION_ORGANISATION && find->entity >= 0
          && outlay_frame_find_cast (frame, find->entity) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Counts no further than features tell. */
static guint
count_figures_before (const OutlayScene *scene, const OutlayFind *anchor)
{
  guint n = 0;

  for (guint i = 0; i < scene->document->finds->len && n < MOST_COUNTED; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->first_token >= anchor->first_token)
        break;
      n += find->mention.type == OUTLAY_MENTION_MONEY;
    }
  return n;
}

/**
 * outlay_date_weight_find:
 *
 * Returns: how much the deal of @frame is the article's news: who is in it stands in the headline,
 *   its figure first.
 */
OutlayDateWeight
outlay_date_weight_find (const OutlayScene *scene, const OutlayFrame *frame)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);

  return (OutlayDateWeight){
    outlay_feature_part_hash (names_party (scene, frame, 0) ? "in-title" : "not-in-title"),
    outlay_feature_part_hash (outlay_context_count (count_figures_before (scene, anchor))),
    outlay_feature_part_hash (frame->main ? "main" : "aside"),
    outlay_feature_part_hash (outlay_kind_to_string (frame->kind)),
    outlay_feature_part_hash (outlay_status_to_string (frame->status)),
  };
}

static void
add_weight (const OutlayDateQuestion *question, OutlayFeaturePart what, OutlayFeatures *features)
{
  const OutlayDateWeight *weight = &question->weight;

  outlay_features_add (features, weight->title, what, NULL);
  outlay_features_add (features, "figures-before", weight->order, what, NULL);
  outlay_features_add (features, weight->title, weight->order, what, weight->status, NULL);
}

/* What the date is by itself and beside the day of publication. */
static void
add_value (const OutlayDateQuestion *question,
           const OutlayDateCandidate *candidate,
           OutlayFeaturePart turn,
           OutlayFeatures *features)
{
  OutlayFeaturePart unit = get_unit (candidate->value);
  OutlayFeaturePart source = outlay_feature_part_hash (candidate->source);
  OutlayFeaturePart kind = question->weight.kind;
  OutlayFeaturePart status = question->weight.status;
  OutlayFeaturePart main = question->weight.main;

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "source", source, unit, NULL);
  outlay_features_add (features, "turn", turn, unit, NULL);
  outlay_features_add (features, "years", get_years_off (question->scene, candidate->value), NULL);
  outlay_features_add (features, "days", get_days_off (question->scene, candidate->value), NULL);
  outlay_features_add (features, "kind", kind, turn, NULL);
  outlay_features_add (features, "kind", kind, source, NULL);
  outlay_features_add (features, "status", status, turn, NULL);
  outlay_features_add (features, "status", status, source, NULL);
  outlay_features_add (features, "status", status, turn, unit, main, NULL);
  outlay_features_add (features, main, source, unit, NULL);
  add_weight (question, candidate->find != OUTLAY_NO_FIND ? turn : source, features);
}

static const char *
get_place (const OutlayDateQuestion *question, const OutlayFind *find)
{
  const OutlayWindow *window = &question->frame->window;
  guint own = window->sentence;

  if (find->sentence == own)
    return find->first_token >= window->first_token && find->end_token <= window->end_token
             ? "own"
             : "own-outside";
  if (find->sentence == own + 1)
    return "behind-1";
  if (find->sentence > own)
    return find->sentence <= own + OUTLAY_DATE_BEHIND ? "behind" : "lead";
  if (find->sentence + 1 == own)
    return "before-1";
  return find->sentence < OUTLAY_DATE_LEAD ? "lead" : "before";
}

static guint
count_in_sentence (const OutlayScene *scene, guint sentence, OutlayMentionType type)
{
  guint n = 0;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    n += outlay_scene_get_find (scene, i)->mention.type == type;
  return n;
}

/* Whether a figure of another deal stands nearer to the date than this deal's. */
static gboolean
has_nearer_figure (const OutlayDateQuestion *question, const OutlayFind *find)
{
  const OutlayScene *scene = question->scene;
  const OutlayFind *anchor = get_anchor (question);
  guint own = outlay_scene_distance (scene, find, anchor);

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *other = outlay_scene_get_find (scene, i);

      if (other != anchor && other->mention.type == OUTLAY_MENTION_MONEY
          && outlay_scene_distance (scene, find, other) < own)
        return TRUE;
    }
  return FALSE;
}

static guint
get_paragraph (const OutlayScene *scene, guint sentence)
{
  return outlay_document_get_sentence (scene->document, sentence)->paragraph;
}

/* Adds of which turns dates, others than @find, stand in the figure's sentence. */
static void
add_own_dates (const OutlayDateQuestion *question,
               const OutlayFind *find,
               OutlayFeaturePart place,
               OutlayFeatures *features)
{
  static const char *const turns[] = {"past", "ahead", "today"};
  const OutlayScene *scene = question->scene;
  guint own = question->frame->window.sentence;
  gboolean stands[G_N_ELEMENTS (turns)] = {FALSE};

  for (guint i = scene->first_find[own]; i < scene->first_find[own + 1]; i++)
    {
      const OutlayFind *other = outlay_scene_get_find (scene, i);

      if (other == find || other->mention.type != OUTLAY_MENTION_DATE)
        continue;
      const char *turn = get_turn (scene, other->mention.date);
      for (guint k = 0; k < G_N_ELEMENTS (turns); k++)
        stands[k] |= strcmp (turn, turns[k]) == 0;
    }
  for (guint k = 0; k < G_N_ELEMENTS (turns); k++)
    {
      if (stands[k])
        outlay_features_add (features, "rival", turns[k], place, NULL);
    }
}

/* Who else may be the deal's date, and how near the date stands. */
static void
add_rivals (const OutlayDateQuestion *question,
            const OutlayFind *find,
            OutlayFeaturePart place,
            OutlayFeatures *features)
{
  const OutlayScene *scene = question->scene;
  guint own = question->frame->window.sentence;
  const char *paragraph
    = get_paragraph (scene, own) == get_paragraph (scene, find->sentence) ? "same" : "other";

  add_own_dates (question, find, place, features);
  outlay_features_add (features, "paragraph", paragraph, place, NULL);
  outlay_features_add (features, "figure-in", own < 6 ? outlay_context_count (own) : "later", place,
                       NULL);
}

/* Where the date stands from the deal's figure. */
static void
add_place (const OutlayDateQuestion *question,
           const OutlayDateCandidate *candidate,
           OutlayFeaturePart turn,
           OutlayFeatures *features)
{
  const OutlayFind *find = outlay_scene_get_find (question->scene, candidate->find);
  const OutlaySentence *sentence
    = outlay_document_get_sentence (question->scene->document, find->sentence);
  const OutlayFind *anchor = get_anchor (question);
  OutlayFeaturePart place = outlay_feature_part_hash (get_place (question, find));
  OutlayFeaturePart unit = get_unit (candidate->value);
  guint distance = outlay_scene_distance (question->scene, find, anchor);

  outlay_features_add (features, "place", place, NULL);
  outlay_features_add (features, "place", place, turn, NULL);
  outlay_features_add (features, "place", place, unit, NULL);
  outlay_features_add (features, "place", place, turn, unit, question->weight.status, NULL);
  outlay_features_add (features, "place", place, question->weight.kind, NULL);
  add_rivals (question, find, place, features);
  if (distance != OUTLAY_NOWHERE)
    outlay_features_add (features, "figure", outlay_context_bucket (distance),
                         find->first_token < anchor->first_token ? "before" : "behind", NULL);
  if (has_nearer_figure (question, find))
    outlay_features_add (features, "nearer-figure", place, NULL);
  outlay_features_add (
    features, "dates",
    outlay_context_count (count_in_sentence (question->scene, find->sentence, OUTLAY_MENTION_DATE)),
    NULL);
  outlay_features_add (features, "sentence",
                       find->sentence < 6 ? outlay_context_count (find->sentence) : "later", turn,
                       NULL);
  if (sentence->heading || sentence->part == OUTLAY_PART_TITLE)
    outlay_features_add (features, "heading", turn, NULL);
  if (find->flags & OUTLAY_FIND_RELATIVE)
    outlay_features_add (features, "relative", unit, turn, NULL);
}

static gboolean
tells_of_dates (const OutlayFind *cue)
{
  return outlay_find_is_cue (cue, "time", NULL) || outlay_find_is_cue (cue, "status", NULL)
         || outlay_find_is_cue (cue, "kind", NULL) || outlay_find_is_cue (cue, "scope", NULL)
         || outlay_find_is_cue (cue, "negative", NULL) || outlay_find_is_cue (cue, "quote", NULL)
         || outlay_find_is_cue (cue, "aside", NULL) || outlay_find_is_cue (cue, "clause", NULL);
}

/* The words that say what the date is of. */
static void
add_cues (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = outlay_scene_get_find (scene, i);
      guint distance = outlay_scene_distance (scene, find, cue);

      if (distance > CUE_REACH || !tells_of_dates (cue))
        continue;
      outlay_features_add (features, "near", cue->class_name, cue->value, NULL);
      outlay_features_add (features, "cue", cue->class_name, cue->value,
                           outlay_context_bucket (distance),
                           cue->first_token < find->first_token ? "before" : "behind", NULL);
    }
}

static void
add_words (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  outlay_context_add_word (scene, "word-1", find->first_token - 1, find->sentence, features);
  outlay_context_add_word (scene, "word-2", find->first_token - 2, find->sentence, features);
  outlay_context_add_word (scene, "word+1", find->end_token, find->sentence, features);
  outlay_context_add_word (scene, "word+2", find->end_token + 1, find->sentence, features);
  for (guint i = find->first_token; i < find->end_token; i++)
    outlay_context_add_word (scene, "in", i, find->sentence, features);
}

/* What the date of index @find shows by itself. It is asked for each deal in reach and for each of
 * its dates, so it is kept. */
static OutlayFeatureGroup *
describe_date (const OutlayScene *scene, guint find)
{
  if (scene->dates[find] == NULL)
    {
      OutlayFeatureGroup *group = outlay_feature_group_new (scene->document->record != NULL);

      add_cues (scene, outlay_scene_get_find (scene, find), group->features);
      add_words (scene, outlay_scene_get_find (scene, find), group->features);
      scene->dates[find] = group;
    }
  return scene->dates[find];
}

/* What speaks for the day of publication, or the month, where the text names no day. */
static void
add_silence (const OutlayDateQuestion *question,
             const OutlayDateCandidate *candidate,
             OutlayFeatures *features)
{
  const OutlayScene *scene = question->scene;
  const OutlayFind *anchor = get_anchor (question);
  guint day = outlay_times_find_news_day (scene);
  gboolean dated = FALSE;

  outlay_features_add (features, "news-day", candidate->source,
                       day == OUTLAY_NO_FIND
                         ? "none"
                         : get_turn (scene, outlay_scene_get_find (scene, day)->mention.date),
                       question->weight.main, NULL);
  for (guint i = scene->first_find[anchor->sentence]; i < scene->first_find[anchor->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      dated |= find->mention.type == OUTLAY_MENTION_DATE
               && strcmp (get_turn (scene, find->mention.date), "past") == 0;
      if (outlay_find_is_cue (find, "status", NULL) || outlay_find_is_cue (find, "time", NULL))
        outlay_features_add (features, candidate->source, find->class_name, find->value, NULL);
    }
  outlay_features_add (features, "past-beside", candidate->source, dated ? "yes" : "no", NULL);
  outlay_features_add (features, "figure-in", candidate->source,
                       anchor->sentence < 6 ? outlay_context_count (anchor->sentence) : "later",
                       NULL);
}

/** outlay_date_view_free: frees an #OutlayDateView. */
void
outlay_date_view_free (gpointer view)
{
  outlay_feature_group_free (((OutlayDateView *)view)->features);
  g_free (view);
}

static gboolean
is_same (const OutlayDateCandidate *a, const OutlayDateCandidate *b)
{
  return a->find == b->find && outlay_date_equal (a->value, b->value)
         && strcmp (a->source, b->source) == 0;
}

/* How @candidate stands to the deal: the same date may be asked for as each of the deal's. */
static OutlayFeatureGroup *
get_view (const OutlayDateQuestion *question, const OutlayDateCandidate *candidate)
{
  OutlayFeaturePart turn;
  OutlayDateView *view;

  for (guint i = 0; i < question->views->len; i++)
    {
      view = g_ptr_array_index (question->views, i);
      if (is_same (&view->candidate, candidate))
        return view->features;
    }
  view = g_new (OutlayDateView, 1);
  view->candidate = *candidate;
  view->features = outlay_feature_group_new (question->scene->document->record != NULL);
  g_ptr_array_add (question->views, view);
  turn = outlay_feature_part_hash (get_turn (question->scene, candidate->value));
  add_value (question, candidate, turn, view->features->features);
  if (candidate->find == OUTLAY_NO_FIND)
    add_silence (question, candidate, view->features->features);
  else
    add_place (question, candidate, turn, view->features->features);
  return view->features;
}

/**
 * outlay_date_features_add:
 *
 * Adds what tells whether @candidate is the date that @question asks for.
 */
void
outlay_date_features_add (const OutlayDateQuestion *question,
                          const OutlayDateCandidate *candidate,
                          OutlayFeatures *features)
{
  OutlayFeaturePart rule
    = outlay_feature_part_hash (!outlay_date_is_set (*question->date)                   ? "none"
                                : outlay_date_equal (*question->date, candidate->value) ? "this"
                                                                                        : "other");

  outlay_features_join (features, get_view (question, candidate));
  outlay_features_add (features, "rule", rule, NULL);
  outlay_features_add (features, "rule", rule, candidate->source, NULL);
  if (question->proof->rule != NULL)
    outlay_features_add (features, "rule", rule, question->proof->rule, NULL);
  if (candidate->find != OUTLAY_NO_FIND)
    outlay_features_join (features, describe_date (question->scene, candidate->find));
}
