/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-judge-places.h"

#include <string.h>

#include "extract/assembly/outlay-times.h"
#include "extract/outlay-extractor.h"
#include "outlay-context.h"
#include "outlay-decide.h"

/* How near, in tenths of words, a word stands that says what is at a place. */
#define BESIDE 60

/* Sentences of the text that lead it in. */
#define LEAD 2

/* How many sentences before and behind a deal its countries are looked for, beside the lead. */
#define AROUND 80

/* Tokens of a first sentence in which a dateline names its place. */
#define DATELINE 3

/* What is built stands somewhere: where no country is likelier than not, the likeliest from here
 * on. */
#define LEAST_BUILT 0.2

/* A country that may be one of a deal. */
typedef struct
{
  const char *code;
  guint best;  /* index of the mention that is nearest the deal */
  guint rank;  /* how near; less is nearer */
  guint n;     /* mentions */
  guint n_own; /* of them those that are no adjectives */
  gboolean in_title;
  gboolean in_lead;
} Country;

/* Steps from the deal to the mention: its own words, its sentence, those behind and before it. */
static guint
get_rank (const OutlayFrame *frame, const OutlayFind *find)
{
  guint own = frame->window.sentence;
  guint rank;

  if (find->sentence == own)
    rank
      = find->first_token >= frame->window.first_token && find->end_token <= frame->window.end_token
          ? 0
          : 1;
  else if (find->sentence < own)
    rank = 2 * (own - find->sentence);
  else
    rank = 2 * (find->sentence - own) + 1;
  /* A nationality tells less of a place than any name of one nearby. */
  return find->flags & OUTLAY_FIND_ADJECTIVE ? rank + 5 : rank;
}

static Country *
get_country (GArray *countries, const char *code)
{
  for (guint i = 0; i < countries->len; i++)
    {
      if (strcmp (g_array_index (countries, Country, i).code, code) == 0)
        return &g_array_index (countries, Country, i);
    }
  Country country = {.code = code, .best = OUTLAY_NO_FIND, .rank = G_MAXUINT};
  g_array_append_val (countries, country);
  return &g_array_index (countries, Country, countries->len - 1);
}

static GArray *
find_countries (const OutlayScene *scene, const OutlayFrame *frame)
{
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (Country));
  guint own = frame->window.sentence;
  guint n_sentences = outlay_scene_get_n_sentences (scene);
  guint around = scene->first_find[own > AROUND ? own - AROUND : 0];
  guint end = scene->first_find[MIN (n_sentences, own + AROUND)];
  guint first = 0;

  while (first < outlay_scene_get_n_sentences (scene)
         && outlay_document_get_sentence (scene->document, first)->part == OUTLAY_PART_TITLE)
    first++;
  for (guint i = 0; i < end; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (i < around && find->sentence >= first + LEAD)
        {
          i = around - 1;
          continue;
        }
      if (find->mention.type != OUTLAY_MENTION_PLACE)
        continue;
      Country *country = get_country (countries, find->mention.name);
      guint rank = get_rank (frame, find);

      country->n++;
      country->n_own += !(find->flags & OUTLAY_FIND_ADJECTIVE);
      country->in_title |= find->mention.part == OUTLAY_PART_TITLE;
      country->in_lead |= find->mention.part != OUTLAY_PART_TITLE && find->sentence < first + LEAD;
      if (rank < country->rank)
        {
          country->rank = rank;
          country->best = i;
        }
    }
  return countries;
}

static const char *
get_where (const OutlayScene *scene, const OutlayFrame *frame, const OutlayFind *find)
{
  guint own = frame->window.sentence;
  guint away = find->sentence > own ? find->sentence - own : own - find->sentence;

  if (find->mention.part == OUTLAY_PART_TITLE && away > 0)
    return "title";
  if (away == 0)
    return find->first_token >= frame->window.first_token
               && find->end_token <= frame->window.end_token
             ? "window"
             : "sentence";
  if (away > 2)
    return "far";
  /* Across a line break another matter may begin. */
  gboolean apart = outlay_document_get_sentence (scene->document, own)->paragraph
                   != outlay_document_get_sentence (scene->document, find->sentence)->paragraph;
  if (find->sentence < own)
    return apart ? "before/apart" : away == 1 ? "before" : "before/2";
  return apart ? "behind/apart" : away == 1 ? "behind" : "behind/2";
}

static const char *
get_form (const OutlayFind *find)
{
  if (find->flags & OUTLAY_FIND_ADJECTIVE)
    return "adjective";
  return find->flags & OUTLAY_FIND_COUNTRY ? "country" : "city";
}

static gboolean
tells_of_places (const OutlayFind *find)
{
  return outlay_find_is_cue (find, "link", NULL) || outlay_find_is_cue (find, "subject", NULL)
         || outlay_find_is_cue (find, "kind", NULL) || outlay_find_is_cue (find, "hint", NULL)
         || outlay_find_is_cue (find, "aside", NULL) || outlay_find_is_cue (find, "status", NULL)
         || outlay_find_is_cue (find, "pays", NULL);
}

/* What stands beside the mention: words, links, what is built, whose seat it is. */
static void
add_neighbours (const OutlayScene *scene, const OutlayFind *place, OutlayFeatures *features)
{
  for (guint i = scene->first_find[place->sentence]; i < scene->first_find[place->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      guint distance = outlay_scene_distance (scene, place, find);
      const char *side = find->end_token <= place->first_token ? "left" : "right";

      if (find == place || distance > BESIDE)
        continue;
      if (find->mention.type == OUTLAY_MENTION_ORGANISATION)
        outlay_features_add (features, "beside/organisation", side,
                             outlay_context_bucket (distance), NULL);
      else if (find->mention.type == OUTLAY_MENTION_PLACE)
        outlay_features_add (
          features, "beside/place", side,
          strcmp (find->mention.name, place->mention.name) == 0 ? "same" : "other", NULL);
      else if (tells_of_places (find))
        outlay_features_add (features, "beside", find->class_name, find->value, side, NULL);
    }
  outlay_context_add_word (scene, "place-1", place->first_token - 1, place->sentence, features);
  outlay_context_add_word (scene, "place-2", place->first_token - 2, place->sentence, features);
  outlay_context_add_word (scene, "place+1", place->end_token, place->sentence, features);
}

/* Whose country it is: a party's seat, a government that takes part. */
static void
add_cast (const OutlayScene *scene,
          const OutlayFrame *frame,
          const Country *country,
          OutlayFeatures *features)
{
  const OutlayNames *names = outlay_extractor_get_names (scene->document->extractor);
  const OutlayOrganisation *government = outlay_names_get_government (names, country->code);

  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);
      const OutlayOrganisation *organisation
        = outlay_document_get_entity (scene->document, (guint)cast->entity)->organisation;

      if (organisation == NULL)
        continue;
      if (organisation == government)
        outlay_features_add (features, "government", outlay_role_to_string (cast->role), NULL);
      else if (strcmp (organisation->country, country->code) == 0)
        outlay_features_add (features, "seat", outlay_role_to_string (cast->role), NULL);
    }
}

/* What else the mention's sentence speaks of: another deal's figure, a party of this one. */
static void
add_sentence (const OutlayScene *scene,
              const OutlayFrame *frame,
              const OutlayFind *place,
              const char *where,
              OutlayFeatures *features)
{
  gboolean figure = FALSE, party = FALSE, other = FALSE;

  for (guint i = scene->first_find[place->sentence]; i < scene->first_find[place->sentence + 1];
       i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      figure |= find->mention.type == OUTLAY_MENTION_MONEY && i != frame->amount.find
                && i != frame->alternative.find;
      if (!outlay_scene_is_party (scene, find))
        continue;
      if (outlay_frame_find_cast (frame, find->entity) != NULL)
        party = TRUE;
      else
        other = TRUE;
    }
  outlay_features_add (features, "sentence", where, figure ? "figure" : "none",
                       party   ? "party"
                       : other ? "other"
                               : "none",
                       NULL);
}

static void
add_country (const OutlayScene *scene,
             const OutlayFrame *frame,
             const GArray *countries,
             const Country *country,
             OutlayFeatures *features)
{
  const char *kind = outlay_kind_to_string (frame->kind);
  guint n_more = 0, n_nearer = 0;

  for (guint i = 0; i < countries->len; i++)
    {
      const Country *other = &g_array_index (countries, Country, i);

      n_more += other->n > country->n;
      n_nearer += other->rank < country->rank;
    }
  outlay_features_add (features, "countries", outlay_context_count (countries->len), NULL);
  outlay_features_add (features, "mentions", outlay_context_count (country->n_own), NULL);
  outlay_features_add (features, "more", outlay_context_count (n_more), NULL);
  outlay_features_add (features, "nearer", outlay_context_count (n_nearer), NULL);
  outlay_features_add (features, "nearer", outlay_context_count (n_nearer), kind, NULL);
  outlay_features_add (features, "more", outlay_context_count (n_more), kind, NULL);
  outlay_features_add (features, "countries", outlay_context_count (countries->len), kind, NULL);
  if (country->in_title || country->in_lead)
    outlay_features_add (features, "head", frame->main ? "main" : "aside", kind, NULL);
  if (country->in_title)
    outlay_features_add (features, "in/title", NULL);
  if (country->in_lead)
    outlay_features_add (features, "in/lead", NULL);
  if (country->in_title && country->in_lead && n_more == 0)
    outlay_features_add (features, "theme", frame->main ? "main" : "aside", NULL);
}

static void
add_features (const OutlayScene *scene,
              const OutlayFrame *frame,
              const GArray *countries,
              const Country *country,
              gboolean by_rule,
              OutlayFeatures *features)
{
  const OutlayFind *place = outlay_document_get_find (scene->document, country->best);
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  const char *kind = outlay_kind_to_string (frame->kind);
  const char *where = get_where (scene, frame, place);
  const char *rule = by_rule ? "yes" : "no";
  const OutlaySentence *sentence = outlay_document_get_sentence (scene->document, place->sentence);

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "rule", rule, NULL);
  outlay_features_add (features, "rule", rule, kind, NULL);
  outlay_features_add (features, "kind", kind, NULL);
  outlay_features_add (features, "where", where, NULL);
  outlay_features_add (features, "where", where, get_form (place), NULL);
  outlay_features_add (features, "where", where, kind, NULL);
  outlay_features_add (features, "form", get_form (place), kind, NULL);
  outlay_features_add (features, frame->main ? "main" : "aside", where, NULL);
  if (place->sentence == anchor->sentence)
    outlay_features_add (features, "distance",
                         outlay_context_bucket (outlay_scene_distance (scene, anchor, place)),
                         NULL);
  if (place->first_token < sentence->first_token + DATELINE && sentence->paragraph <= 1)
    outlay_features_add (features, "dateline", NULL);
  if (anchor->mention.type == OUTLAY_MENTION_MONEY
      && strncmp (anchor->mention.money.currency, country->code, 2) == 0)
    outlay_features_add (features, "currency", NULL);
  add_country (scene, frame, countries, country, features);
  add_sentence (scene, frame, place, where, features);
  add_cast (scene, frame, country, features);
  add_neighbours (scene, place, features);
}

/**
 * outlay_judge_places:
 * @id: (nullable): of @frame in the record
 *
 * Returns: (transfer full) (element-type OutlayProof): the mentions of the countries where the deal
 *   is done, each country once, in the order of the text.
 */
GArray *
outlay_judge_places (const OutlayScene *scene, const OutlayFrame *frame, const char *id)
{
  g_autoptr (GArray) countries = find_countries (scene, frame);
  g_autoptr (GArray) by_rule = outlay_places_find (scene, frame);
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (OutlayProof));
  double best = frame->kind == OUTLAY_KIND_BUILD ? LEAST_BUILT : 1;
  OutlayProof likeliest = {OUTLAY_NO_FIND, "likeliest", 0};

  for (guint i = 0; i < countries->len; i++)
    {
      const Country *country = &g_array_index (countries, Country, i);
      gboolean rule = outlay_places_hold (scene, by_rule, country->code);
      g_autofree char *subject = id != NULL ? g_strdup_printf ("%s\t%s", id, country->code) : NULL;
      OutlayProof proof = {country->best, NULL, 0};

      outlay_features_clear (features);
      add_features (scene, frame, countries, country, rule, features);
      OutlayVerdict verdict
        = outlay_decide (scene->document, OUTLAY_DECISION_PLACE, subject, features);
      proof.confidence = outlay_judge_get_confidence (verdict.share[1]);
      proof.rule = outlay_judge_name_rule (&verdict);
      if (verdict.outcome == 1)
        g_array_append_val (places, proof);
      else if (verdict.share[1] > best)
        {
          best = verdict.share[1];
          likeliest.find = proof.find;
          likeliest.confidence = proof.confidence;
        }
    }
  if (places->len == 0 && likeliest.find != OUTLAY_NO_FIND)
    g_array_append_val (places, likeliest);
  return places;
}
