/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-context.h"

#include "outlay-judge.h"
#include "outlay-relations.h"

#include <string.h>

#include "extract/outlay-extractor.h"

/* Bounds of the words for distances, in tenths of words. */
#define TOUCH 12
#define NEAR  40
#define MID   100

/* How many words on each side of a figure are features themselves. */
#define WORDS_AROUND 2

/* How much of the one amount the other is at least where the two are the same in two currencies:
 * rates move. */
#define ECHO_LEAST 0.8

/* How many characters of a word are its stem. */
#define STEM 5

/**
 * outlay_context_bucket:
 * @distance: in tenths of words
 *
 * Returns: a word for it.
 */
const char *
outlay_context_bucket (guint distance)
{
  if (distance <= TOUCH)
    return "touch";
  if (distance <= NEAR)
    return "near";
  return distance <= MID ? "mid" : "far";
}

/** outlay_context_count: Returns: a word for a number of things. */
const char *
outlay_context_count (guint count)
{
  static const char *const words[] = {"0", "1", "2", "3"};

  return count < G_N_ELEMENTS (words) ? words[count] : "many";
}

/** outlay_context_rate: Returns: a word for how sure something is. */
const char *
outlay_context_rate (guint percent)
{
  static const struct
  {
    guint least;
    const char *word;
  } rates[] = {{100, "listed"}, {80, "high"}, {50, "good"}, {30, "fair"}, {0, "low"}};
  guint i = 0;

  while (percent < rates[i].least)
    i++;
  return rates[i].word;
}

static const char *
get_side (const OutlayFind *anchor, const OutlayFind *find)
{
  if (find->end_token <= anchor->first_token)
    return "before";
  return find->first_token >= anchor->end_token ? "behind" : "over";
}

/* Words of grammar alone say nothing of a figure. */
static gboolean
tells_of_deals (const OutlayFind *find)
{
  return find->mention.type == OUTLAY_MENTION_CUE && !outlay_find_is_cue (find, "join", NULL)
         && !outlay_find_is_cue (find, "clause", NULL) && !outlay_find_is_cue (find, "form", NULL)
         && !outlay_find_is_cue (find, "quote", NULL);
}

static void
add_cues_of (const OutlayScene *scene, const char *where, guint sentence, OutlayFeatures *features)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (tells_of_deals (find) && !outlay_find_is_cue (find, "link", NULL))
        outlay_features_add (features, where, find->class_name, find->value, NULL);
    }
}

/**
 * outlay_context_add_cues:
 *
 * Adds which cues stand where about @anchor: in its sentence by distance and side, in the sentences
 * beside it, and in the headline.
 */
void
outlay_context_add_cues (const OutlayScene *scene,
                         const OutlayFind *anchor,
                         OutlayFeatures *features)
{
  guint sentence = anchor->sentence;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      guint distance = outlay_scene_distance (scene, anchor, find);

      if (!tells_of_deals (find) || find == anchor)
        continue;
      outlay_features_add (features, "cue", find->class_name, find->value, get_side (anchor, find),
                           outlay_context_bucket (distance), NULL);
      if (distance <= NEAR)
        outlay_features_add (features, "near", find->class_name, find->value, NULL);
      outlay_features_add (features, "own", find->class_name, find->value, NULL);
    }
  if (sentence > 0)
    add_cues_of (scene, "before", sentence - 1, features);
  if (sentence + 1 < outlay_scene_get_n_sentences (scene))
    add_cues_of (scene, "behind", sentence + 1, features);
  if (sentence > 1)
    add_cues_of (scene, "title", 0, features);
}

/**
 * outlay_context_add_word:
 * @name: where the word stands
 * @token: its index; G_MAXUINT for none
 * @sentence: what the word must stand in
 *
 * Adds the word with its language.
 */
void
outlay_context_add_word (
  const OutlayScene *scene, const char *name, guint token, guint sentence, OutlayFeatures *features)
{
  const OutlayDocument *document = scene->document;
  const OutlaySentence *s = outlay_document_get_sentence (document, sentence);
  const char *folded;
  guint32 flags;

  if (token < s->first_token || token >= s->end_token)
    {
      outlay_features_add (features, name, "edge", NULL);
      return;
    }
  flags = outlay_document_get_token (document, token)->flags;
  if (flags & OUTLAY_TOKEN_NUMBER)
    {
      outlay_features_add (features, name, "number", NULL);
      return;
    }
  folded = outlay_document_get_folded (document, token);
  if (!(flags & OUTLAY_TOKEN_PUNCTUATION))
    outlay_features_add (features, name, document->lexicon->language, folded, NULL);
  else if (strchr ("=;#[]", folded[0]) == NULL)
    outlay_features_add (features, name, folded, NULL);
}

static void
add_words_around (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  static const char *const before[] = {"word-1", "word-2"};
  static const char *const behind[] = {"word+1", "word+2"};

  for (guint i = 0; i < WORDS_AROUND; i++)
    {
      outlay_context_add_word (scene, before[i], find->first_token - 1 - i, find->sentence,
                               features);
      outlay_context_add_word (scene, behind[i], find->end_token + i, find->sentence, features);
    }
}

/* Beginnings and ends of the words about @anchor: what no list of cues has, and the tense. */
static void
add_stems (const OutlayScene *scene, const OutlayFind *anchor, OutlayFeatures *features)
{
  const OutlayDocument *document = scene->document;
  const OutlaySentence *sentence = outlay_document_get_sentence (document, anchor->sentence);
  char stem[STEM * 6 + 1];

  for (guint i = sentence->first_token; i < sentence->end_token; i++)
    {
      const OutlayToken *token = outlay_document_get_token (document, i);

      if (!(token->flags & OUTLAY_TOKEN_WORD) || token->end - token->start < 4)
        continue;
      const char *folded = outlay_document_get_folded (document, i);
      glong length = g_utf8_strlen (folded, -1);
      if (length < 4)
        continue;
      outlay_features_add (features, "tail", document->lexicon->language,
                           g_utf8_offset_to_pointer (folded, length - 3), NULL);
      g_utf8_strncpy (stem, folded, STEM);
      outlay_features_add (features, "stem", document->lexicon->language, stem, NULL);
    }
}

static const char *
get_size (const OutlayScene *scene, const OutlayMoney *money)
{
  static const char *const sizes[] = {"<1M", "1M", "10M", "100M", "1G", "10G", "100G", "1T"};
  double dollars = outlay_scene_get_worth (scene, money);
  guint size = 0;

  for (double bound = 1e6; dollars >= bound && size + 1 < G_N_ELEMENTS (sizes); bound *= 10)
    size++;
  return sizes[size];
}

static guint
count_parties (const OutlayScene *scene, guint sentence)
{
  guint n = 0;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    n += outlay_scene_is_party (scene, outlay_document_get_find (scene->document, i));
  return n;
}

static guint
count_type (const OutlayScene *scene, guint sentence, OutlayMentionType type)
{
  guint n = 0;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    n += outlay_document_get_find (scene->document, i)->mention.type == type;
  return n;
}

static void
add_place (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  const OutlaySentence *sentence = outlay_document_get_sentence (scene->document, find->sentence);
  guint n = outlay_scene_get_n_sentences (scene);

  if (find->mention.part == OUTLAY_PART_TITLE)
    outlay_features_add (features, "in/title", NULL);
  else if (sentence->heading)
    outlay_features_add (features, "in/heading", NULL);
  outlay_features_add (features, "sentence",
                       find->sentence < 6 ? outlay_context_count (find->sentence) : "later", NULL);
  if (find->sentence * 4 >= n * 3)
    outlay_features_add (features, "sentence/last", NULL);
}

static void
add_party_nearby (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  guint least = OUTLAY_NOWHERE;
  const char *side = "none";

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *party = outlay_document_get_find (scene->document, i);
      guint distance = outlay_scene_distance (scene, find, party);

      if (outlay_scene_is_party (scene, party) && distance < least)
        {
          least = distance;
          side = get_side (find, party);
        }
    }
  outlay_features_add (features, "party", side,
                       least == OUTLAY_NOWHERE ? "no" : outlay_context_bucket (least), NULL);
  outlay_features_add (features, "parties",
                       outlay_context_count (count_parties (scene, find->sentence)), NULL);
}

/* Whether the same figure stands elsewhere in the article. */
static void
add_repeats (const OutlayScene *scene, const OutlayFind *figure, OutlayFeatures *features)
{
  gint64 amount = outlay_money_get_figure (&figure->mention.money);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (scene->figures, &amount));

  outlay_features_add (features, "repeats", outlay_context_count (MIN (n, 5) - 1), NULL);
}

/* Whether an amount of another currency a little before @figure is worth as much: then this one
 * says it again. */
static void
add_echo (const OutlayScene *scene, const OutlayFind *figure, OutlayFeatures *features)
{
  const OutlayMoney *money = &figure->mention.money;
  double worth = outlay_scene_get_worth (scene, money);
  /* The headline is no sentence before the first. */
  guint first = figure->sentence > 1 ? figure->sentence - 1 : figure->sentence;

  for (guint i = scene->first_find[first]; i < scene->first_find[figure->sentence + 1] && worth > 0;
       i++)
    {
      const OutlayFind *other = outlay_document_get_find (scene->document, i);
      double share;

      if (other->mention.type != OUTLAY_MENTION_MONEY || other->first_token >= figure->first_token
          || strcmp (other->mention.money.currency, money->currency) == 0)
        continue;
      share = outlay_scene_get_worth (scene, &other->mention.money) / worth;
      if (share > ECHO_LEAST && share < 1 / ECHO_LEAST)
        outlay_features_add (features, "echo",
                             other->sentence == figure->sentence ? "same" : "before", NULL);
    }
}

static const struct
{
  guint flag;
  const char *name;
} flags[] = {
  {OUTLAY_FIND_INFERRED, "inferred"},
  {OUTLAY_FIND_BRACKETED, "bracketed"},
};

static void
add_money (const OutlayScene *scene, const OutlayFind *find, OutlayFeatures *features)
{
  outlay_features_add (features, "size", get_size (scene, &find->mention.money), NULL);
  outlay_features_add (features, "hedge",
                       outlay_qualifier_to_string (find->mention.money.qualifier), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      if (find->flags & flags[i].flag)
        outlay_features_add (features, "is", flags[i].name, NULL);
    }
  add_repeats (scene, find, features);
  add_echo (scene, find, features);
}

/**
 * outlay_context_add_figure:
 * @why_not: (nullable): why the rules take it for no deal's
 *
 * Adds what tells whether @figure is that of a deal.
 */
void
outlay_context_add_figure (const OutlayScene *scene,
                           const OutlayFind *figure,
                           const char *why_not,
                           OutlayFeatures *features)
{
  gboolean is_money = figure->mention.type == OUTLAY_MENTION_MONEY;

  outlay_features_add (features, is_money ? "money" : "capacity", NULL);
  outlay_features_add (features, "why", is_money ? "money" : "capacity",
                       why_not == NULL ? "none" : why_not, NULL);
  if (is_money)
    add_money (scene, figure, features);
  outlay_features_add (
    features, "figures",
    outlay_context_count (count_type (scene, figure->sentence, OUTLAY_MENTION_MONEY)), NULL);
  add_place (scene, figure, features);
  add_party_nearby (scene, figure, features);
  add_words_around (scene, figure, features);
  outlay_context_add_cues (scene, figure, features);
}

static const char *
get_form (const OutlayFrame *frame)
{
  if (frame->amount.find != OUTLAY_NO_FIND)
    return frame->capacity.find != OUTLAY_NO_FIND ? "money+capacity" : "money";
  return frame->capacity.find != OUTLAY_NO_FIND ? "capacity" : "bare";
}

static void
add_cast (const OutlayScene *scene, const OutlayFrame *frame, OutlayFeatures *features)
{
  guint most = 0, least = 100;

  for (guint i = 0; i < frame->cast->len; i++)
    {
      int entity = g_array_index (frame->cast, OutlayCast, i).entity;
      guint sure = outlay_document_get_entity (scene->document, (guint)entity)->sure;

      most = MAX (most, sure);
      least = MIN (least, sure);
    }
  if (frame->cast->len > 0)
    {
      outlay_features_add (features, "surest", outlay_context_rate (most), get_form (frame), NULL);
      outlay_features_add (features, "least_sure", outlay_context_rate (least), get_form (frame),
                           NULL);
    }
  outlay_features_add (features, "investors",
                       outlay_context_count (outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR)),
                       NULL);
  outlay_features_add (
    features, "recipients",
    outlay_context_count (outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT)), NULL);
}

static void
add_payment (const OutlayScene *scene,
             const OutlayCast *payer,
             const OutlayCast *other,
             OutlayFeatures *features)
{
  const char *role = outlay_role_to_string (other->role);

  outlay_features_add (features, "pays", outlay_relations_name_type (scene, payer->entity), role,
                       outlay_relations_name_type (scene, other->entity), NULL);
  outlay_features_add (features, "pays", outlay_relations_name_goods (scene, payer->entity), role,
                       outlay_relations_name_goods (scene, other->entity), NULL);
}

/* What those are whom the rules give a part, and who pays whom among them. */
static void
add_parties (const OutlayScene *scene, const OutlayFrame *frame, OutlayFeatures *features)
{
  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);
      const char *role = outlay_role_to_string (cast->role);

      outlay_features_add (features, "is", role, outlay_relations_name_type (scene, cast->entity),
                           NULL);
      outlay_features_add (features, "sells", role,
                           outlay_relations_name_goods (scene, cast->entity), NULL);
      for (guint k = 0; cast->role == OUTLAY_ROLE_INVESTOR && k < frame->cast->len; k++)
        {
          const OutlayCast *other = &g_array_index (frame->cast, OutlayCast, k);

          if (other->role != OUTLAY_ROLE_INVESTOR)
            add_payment (scene, cast, other, features);
        }
    }
}

static const char *
get_kind_confidence (const OutlayProof *proof)
{
  if (proof->find == OUTLAY_NO_FIND)
    return "none";
  return proof->confidence >= 75 ? "sure" : "unsure";
}

/**
 * outlay_context_add_frame_words:
 *
 * Adds the words about the figure of @frame, wherever it stands.
 */
void
outlay_context_add_frame_words (const OutlayScene *scene,
                                const OutlayFrame *frame,
                                OutlayFeatures *features)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);

  outlay_context_add_cues (scene, anchor, features);
  add_stems (scene, anchor, features);
  for (guint i = 0; i < frame->repeats->len; i++)
    outlay_context_add_cues (
      scene, outlay_document_get_find (scene->document, g_array_index (frame->repeats, guint, i)),
      features);
}

/**
 * outlay_context_add_frame:
 *
 * Adds what tells, beside the words about its figure, whether @frame is a deal, and of which kind.
 */
void
outlay_context_add_frame (const OutlayScene *scene,
                          const OutlayFrame *frame,
                          OutlayFeatures *features)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  const char *form = get_form (frame);

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "form", form, NULL);
  outlay_features_add (features, "rule", outlay_kind_to_string (frame->kind),
                       get_kind_confidence (&frame->kind_proof), NULL);
  outlay_features_add (features, "rule", outlay_kind_to_string (frame->kind), form, NULL);
  outlay_features_add (features, "repeated", outlay_context_count (frame->repeats->len), NULL);
  if (frame->doubt != NULL)
    outlay_features_add (features, "doubt", frame->doubt, form, NULL);
  if (frame->amount.find != OUTLAY_NO_FIND)
    outlay_features_add (features, "figure-share",
                         outlay_judge_name_share (scene->figure_shares[frame->amount.find]), NULL);
  if (frame->amount.find != OUTLAY_NO_FIND)
    add_money (scene, anchor, features);
  add_cast (scene, frame, features);
  add_parties (scene, frame, features);
  add_place (scene, anchor, features);
  add_party_nearby (scene, anchor, features);
}

/**
 * outlay_context_add_status:
 *
 * Adds what tells, beside the words about its figure, how far the deal of @frame is; its kind is
 * known.
 */
void
outlay_context_add_status (const OutlayScene *scene,
                           const OutlayFrame *frame,
                           OutlayFeatures *features)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "kind", outlay_kind_to_string (frame->kind), NULL);
  outlay_features_add (features, "rule", outlay_status_to_string (frame->status),
                       get_kind_confidence (&frame->status_proof), NULL);
  outlay_features_add (features, "rule", outlay_status_to_string (frame->status),
                       outlay_kind_to_string (frame->kind), NULL);
  outlay_features_add (features, "form", get_form (frame), NULL);
  add_place (scene, anchor, features);
}
