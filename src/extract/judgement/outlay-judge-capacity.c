/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of the capacities that stand about an amount is that of its deal: of all one is picked, or
 * none. The megawatts of a campus are those of who builds it, seldom those of who lends for it or
 * buys the company that runs it.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-judge-capacity.h"

#include "extract/outlay-extractor.h"
#include "outlay-context.h"
#include "outlay-decide.h"
#include "outlay-judge.h"
#include "outlay-surroundings.h"

/* How many sentences before and behind an amount its capacity is looked for. */
#define SENTENCES_AROUND 5

/* How likely a capacity must be to be taken, beside that none is. */
#define LEAST_ODDS 1.0

/* In tenths of words: how near a cue is beside a capacity. */
#define BESIDE 40

/* How likely an amount is that of a deal at least, to vie for a capacity. */
#define LEAST_RIVAL 0.3

/* How many sentences before and behind an amount those of other deals are looked for. */
#define RIVALS_AROUND (2 * SENTENCES_AROUND)

/* How many sentences before a capacity who is named there counts. */
#define NAMED_BEFORE 3

/* More than any distance within a sentence, in tenths of words. */
#define SENTENCE 100000

/* The question which capacity is that of a deal. */
typedef struct
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  const OutlayFind *anchor;
  const GArray *candidates; /* (element-type guint): indices of finds */
  const GArray *rivals;     /* (element-type guint): indices of amounts of other deals */
  OutlayFeatures *features;
} Question;

static const OutlayCapacity *
get_capacity (const OutlayScene *scene, guint find)
{
  return &outlay_scene_get_find (scene, find)->mention.capacity;
}

static void
add_sentences (const OutlayScene *scene, guint first, guint end, GArray *candidates)
{
  for (guint i = scene->first_find[first]; i < scene->first_find[end]; i++)
    {
      if (outlay_scene_get_find (scene, i)->mention.type == OUTLAY_MENTION_CAPACITY)
        g_array_append_val (candidates, i);
    }
}

/* The capacities about the amount, and those of the headline. */
static GArray *
find_candidates (const OutlayScene *scene, guint sentence)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = sentence > SENTENCES_AROUND ? sentence - SENTENCES_AROUND : 0;
  guint end = MIN (outlay_scene_get_n_sentences (scene), sentence + SENTENCES_AROUND + 1);

  if (first > 0)
    add_sentences (scene, 0, 1, candidates);
  add_sentences (scene, first, end, candidates);
  return candidates;
}

static const char *
get_size (const OutlayCapacity *capacity)
{
  static const char *const sizes[] = {"<1", "1", "5", "20", "100", "500", "2000", "10000"};
  static const gint64 bounds[] = {1, 5, 20, 100, 500, 2000, 10000};
  guint size = 0;

  while (size < G_N_ELEMENTS (bounds) && capacity->kilowatts >= bounds[size] * 1000)
    size++;
  return sizes[size];
}

/* Where @find stands, as seen from the amount. */
static const char *
get_where (const Question *question, const OutlayFind *find)
{
  const OutlayFind *anchor = question->anchor;

  if (find->sentence == anchor->sentence)
    return find->first_token < anchor->first_token ? "left" : "right";
  if (find->mention.part == OUTLAY_PART_TITLE)
    return "title";
  if (find->sentence < anchor->sentence)
    return find->sentence + 1 == anchor->sentence ? "before" : "earlier";
  return find->sentence == anchor->sentence + 1 ? "behind" : "later";
}

static void
add_place (const Question *question, const OutlayFind *find, const char *where)
{
  const OutlayDocument *document = question->scene->document;
  const OutlayFind *anchor = question->anchor;
  const char *kind = outlay_kind_to_string (question->frame->kind);
  gboolean own = outlay_document_get_sentence (document, find->sentence)->paragraph
                 == outlay_document_get_sentence (document, anchor->sentence)->paragraph;

  outlay_features_add (question->features, "where", where, NULL);
  outlay_features_add (question->features, "where", where, kind, NULL);
  outlay_features_add (question->features, "where", where, question->frame->main ? "main" : "aside",
                       NULL);
  outlay_features_add (question->features, "paragraph", own ? "own" : "other", where, NULL);
  if (find->sentence == anchor->sentence)
    outlay_features_add (
      question->features, "distance", where,
      outlay_context_bucket (outlay_scene_distance (question->scene, anchor, find)), NULL);
}

/* Whose sentence the capacity stands in: who of the deal is named there, and what other amounts. */
static void
add_sentence (const Question *question, const OutlayFind *find, const char *where)
{
  const OutlayScene *scene = question->scene;
  guint n_amounts = 0, n_parties = 0, n_others = 0;

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *other = outlay_scene_get_find (scene, i);

      n_amounts += other != question->anchor && other->mention.type == OUTLAY_MENTION_MONEY;
      if (!outlay_scene_is_party (scene, other))
        continue;
      if (outlay_frame_find_cast (question->frame, other->entity) != NULL)
        n_parties++;
      else
        n_others++;
    }
  outlay_features_add (question->features, "amounts", where, outlay_context_count (n_amounts),
                       NULL);
  outlay_features_add (question->features, "parties", where, n_parties > 0 ? "its" : "none",
                       n_others > 0 ? "others" : "alone", NULL);
}

/* The amounts about that of the deal that are likely those of other deals. */
static GArray *
find_rivals (const OutlayScene *scene, const OutlayFind *anchor)
{
  GArray *rivals = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = anchor->sentence > RIVALS_AROUND ? anchor->sentence - RIVALS_AROUND : 0;
  guint end = MIN (outlay_scene_get_n_sentences (scene), anchor->sentence + RIVALS_AROUND + 1);

  for (guint i = scene->first_find[first]; i < scene->first_find[end]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find != anchor && find->mention.type == OUTLAY_MENTION_MONEY
          && scene->figure_shares[i] >= LEAST_RIVAL)
        g_array_append_val (rivals, i);
    }
  return rivals;
}

/* How far @a is from @b, in sentences and within one in words. */
static guint
get_way (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  guint sentences = MAX (a->sentence, b->sentence) - MIN (a->sentence, b->sentence);

  return sentences > 0 ? sentences * SENTENCE
                       : MIN (outlay_scene_distance (scene, a, b), SENTENCE - 1);
}

/* Whether amounts of other deals stand nearer to the capacity, or between. */
static void
add_rivals (const Question *question, const OutlayFind *find, const char *where)
{
  const OutlayScene *scene = question->scene;
  const OutlayFind *anchor = question->anchor;
  guint first = MIN (find->first_token, anchor->first_token);
  guint last = MAX (find->first_token, anchor->first_token);
  guint way = get_way (scene, find, anchor), n_between = 0, n_nearer = 0;
  const char *sentences = outlay_context_count (way / SENTENCE);

  for (guint i = 0; i < question->rivals->len; i++)
    {
      const OutlayFind *rival
        = outlay_scene_get_find (scene, g_array_index (question->rivals, guint, i));

      n_between += rival->first_token > first && rival->first_token < last;
      n_nearer += get_way (scene, find, rival) < way;
    }
  outlay_features_add (question->features, "rivals", outlay_context_count (question->rivals->len),
                       NULL);
  outlay_features_add (question->features, "between", where, outlay_context_count (n_between),
                       NULL);
  outlay_features_add (question->features, "nearer", where, outlay_context_count (n_nearer), NULL);
  outlay_features_add (question->features, "way", where, sentences, NULL);
  outlay_features_add (question->features, "way", sentences, n_nearer > 0 ? "nearer" : "nearest",
                       NULL);
}

/* Who was named last before the capacity: what that one is to the deal. */
static const char *
get_last_named (const Question *question, guint index)
{
  const OutlayScene *scene = question->scene;
  guint sentence = outlay_scene_get_find (scene, index)->sentence;
  guint first = sentence > NAMED_BEFORE ? sentence - NAMED_BEFORE : 0;

  for (guint i = index; i > scene->first_find[first]; i--)
    {
      const OutlayFind *party = outlay_scene_get_find (scene, i - 1);
      const OutlayCast *cast;

      if (!outlay_scene_is_party (scene, party))
        continue;
      cast = outlay_frame_find_cast (question->frame, party->entity);
      return cast == NULL ? "other" : outlay_role_to_string (cast->role);
    }
  return "nobody";
}

static void
add_last_named (const Question *question, guint index, const char *where)
{
  const char *role = get_last_named (question, index);

  outlay_features_add (question->features, "last", role, NULL);
  outlay_features_add (question->features, "last", role, where, NULL);
}

/* How the capacity stands among the others. */
static void
add_rank (const Question *question, guint index, const char *where)
{
  const OutlayScene *scene = question->scene;
  gint64 own = get_capacity (scene, index)->kilowatts;
  guint n_larger = 0, n_same = 0;

  for (guint i = 0; i < question->candidates->len; i++)
    {
      gint64 other
        = get_capacity (scene, g_array_index (question->candidates, guint, i))->kilowatts;

      n_larger += other > own;
      n_same += other == own;
    }
  outlay_features_add (question->features, "capacities",
                       outlay_context_count (question->candidates->len), NULL);
  outlay_features_add (question->features, "larger", outlay_context_count (n_larger), NULL);
  outlay_features_add (question->features, "larger", outlay_context_count (n_larger), where, NULL);
  outlay_features_add (question->features, "told", outlay_context_count (n_same), NULL);
}

static void
add_words (const Question *question, const OutlayFind *find)
{
  const OutlayScene *scene = question->scene;
  static const char *const before[] = {"word-1", "word-2"};
  static const char *const behind[] = {"word+1", "word+2"};

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      outlay_context_add_word (scene, before[i], find->first_token - 1 - i, find->sentence,
                               question->features);
      outlay_context_add_word (scene, behind[i], find->end_token + i, find->sentence,
                               question->features);
    }
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = outlay_scene_get_find (scene, i);

      if (cue->mention.type != OUTLAY_MENTION_CUE)
        continue;
      outlay_features_add (question->features, "cue", cue->class_name, cue->value, NULL);
      if (outlay_scene_distance (scene, find, cue) <= BESIDE)
        outlay_features_add (question->features, "near", cue->class_name, cue->value,
                             cue->first_token < find->first_token ? "before" : "behind", NULL);
    }
}

static void
add_features (const Question *question, guint index)
{
  const OutlayScene *scene = question->scene;
  const OutlayFrame *frame = question->frame;
  const OutlayFind *find = outlay_scene_get_find (scene, index);
  const char *kind = outlay_kind_to_string (frame->kind);
  const char *size = get_size (&find->mention.capacity);
  const char *where = get_where (question, find);
  gboolean by_rule
    = frame->capacity.find != OUTLAY_NO_FIND
      && get_capacity (scene, frame->capacity.find)->kilowatts == find->mention.capacity.kilowatts;
  const char *rule = by_rule ? "yes" : frame->capacity.find == OUTLAY_NO_FIND ? "none" : "other";

  outlay_features_add (question->features, "bias", NULL);
  outlay_features_add (question->features, "rule", rule, NULL);
  outlay_features_add (question->features, "rule", rule, kind, NULL);
  outlay_features_add (question->features, "rule", rule, where, NULL);
  outlay_features_add (question->features, "kind", kind, NULL);
  outlay_features_add (question->features, "status", outlay_status_to_string (frame->status), NULL);
  outlay_features_add (question->features, "size", size, NULL);
  outlay_features_add (question->features, "size", size, kind, NULL);
  outlay_features_add (question->features, "figure",
                       outlay_judge_name_share (scene->figure_shares[index]), NULL);
  add_place (question, find, where);
  add_sentence (question, find, where);
  add_rivals (question, find, where);
  outlay_surroundings_add_beside (scene, find, question->features);
  add_last_named (question, index, where);
  add_rank (question, index, where);
  add_words (question, find);
}

static double
weigh (const Question *question, guint index, const char *id)
{
  const OutlayDocument *document = question->scene->document;
  g_autofree char *subject = id == NULL ? NULL : g_strdup_printf ("%s\t%u", id, index);
  OutlayVerdict verdict;

  outlay_features_clear (question->features);
  add_features (question, index);
  verdict = outlay_decide (document, OUTLAY_DECISION_CAPACITY, subject, question->features);
  return verdict.share[1] / MAX (verdict.share[0], 1e-9);
}

/* The first of the candidates that says the same as @index. */
static guint
find_same (const OutlayScene *scene, const GArray *candidates, guint index)
{
  gint64 kilowatts = get_capacity (scene, g_array_index (candidates, guint, index))->kilowatts;
  guint same = 0;

  while (get_capacity (scene, g_array_index (candidates, guint, same))->kilowatts != kilowatts)
    same++;
  return same;
}

/* The likeliest; several that say the same speak for it together. */
static OutlayProof
choose (const Question *question, const char *id)
{
  const GArray *candidates = question->candidates;
  g_autofree double *odds = g_new0 (double, candidates->len + 1);
  OutlayProof best = {OUTLAY_NO_FIND, "capacity", 0};
  double most = LEAST_ODDS, total = 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      double likely = weigh (question, g_array_index (candidates, guint, i), id);

      odds[find_same (question->scene, candidates, i)] += likely;
      total += likely;
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      if (odds[i] > most)
        {
          most = odds[i];
          best.find = g_array_index (candidates, guint, i);
        }
    }
  best.confidence = outlay_judge_get_confidence (most / total);
  return best;
}

/**
 * outlay_judge_capacity:
 * @id: (nullable): what the record calls the frame
 *
 * Decides which capacity is that of the deal of @frame, whose kind and parties are known, where it
 * has an amount. Without weights the rules stand.
 */
void
outlay_judge_capacity (const OutlayScene *scene, OutlayFrame *frame, const char *id)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  g_autoptr (GArray) candidates = find_candidates (scene, anchor->sentence);
  g_autoptr (GArray) rivals = find_rivals (scene, anchor);
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  Question question = {scene, frame, anchor, candidates, rivals, features};
  OutlayProof capacity;

  if (frame->amount.find == OUTLAY_NO_FIND)
    return;
  capacity = choose (&question, id);
  /* What is lent for has the capacity: of 300 loans that annotators read six have one. */
  if (frame->kind == OUTLAY_KIND_FINANCING)
    capacity.find = OUTLAY_NO_FIND;
  if (outlay_weights_know (outlay_extractor_get_weights (scene->document->extractor),
                           OUTLAY_DECISION_CAPACITY))
    frame->capacity = capacity;
}
