/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-references.h"

#include <string.h>

#include "outlay-grammar.h"

/* How far a common noun may stand from the name that it only introduces, in tenths of words, and
 * how many words may stand between the two ("the Singapore investment fund Calder"). */
#define APPOSITION_REACH  15
#define WORDS_BEFORE_NAME 3

/* How many sentences back what is meant was named. */
#define SENTENCES_BACK 8

/* How many tokens about a name tell what the organisation is, and how many behind a noun belong
 * to it. */
#define TOKENS_ABOUT  6
#define TOKENS_BEHIND 2

/* Letters that two words of one stem share at least ("Lyon", "lyonnais"). */
#define LETTERS_OF_STEM 4

/* What speaks for an organisation. */
#define WEIGHT_SENTENCE    2 /* for each sentence less between the two */
#define WEIGHT_TOPIC       4
#define WEIGHT_NAMED       1 /* for each time that it is named, up to some */
#define MOST_NAMED         4
#define WEIGHT_TITLE       3
#define WEIGHT_STEM        5 /* for each word of the description beside its name */
#define WEIGHT_COUNTRY     5
#define WEIGHT_OTHER_PLACE 8
#define WEIGHT_GOODS       4
#define WEIGHT_GOVERNMENT  12

/* Names before a description that are looked at, and the words of it. */
#define MOST_NAMES 40
#define MOST_WORDS 8

/* A description as it is looked up. */
typedef struct
{
  const OutlayScene *scene;
  const OutlayFind *find;
  guint end_token;               /* with the adjectives behind the noun */
  const char *words[MOST_WORDS]; /* folded */
  guint n_words;
  const char *country; /* (nullable) */
} Description;

/* What speaks for one organisation. */
typedef struct
{
  int entity;
  int recency;
  int words; /* about one of its names */
  gboolean in_title;
} Candidate;

static gboolean
is_punctuation (const OutlayScene *scene, guint token)
{
  return outlay_document_get_token (scene->document, token)->flags & OUTLAY_TOKEN_PUNCTUATION;
}

/* Whether nothing but a mark stands between @name and the common noun behind it: "Calder, the
 * group from Tokyo that". */
static gboolean
is_apposed (const OutlayScene *scene, const OutlayFind *name, const OutlayFind *noun)
{
  for (guint token = name->end_token; token < noun->first_token; token++)
    {
      if (!is_punctuation (scene, token))
        return FALSE;
    }
  return name->end_token <= noun->first_token;
}

/* Whether @name follows the noun past a few words that can only belong to it. */
static gboolean
introduces (const OutlayScene *scene, const OutlayFind *noun, const OutlayFind *name)
{
  if (name->first_token < noun->end_token
      || name->first_token - noun->end_token > WORDS_BEFORE_NAME)
    return FALSE;
  for (guint token = noun->end_token; token < name->first_token; token++)
    {
      if (is_punctuation (scene, token))
        return FALSE;
    }
  for (guint i = scene->first_find[noun->sentence]; i < scene->first_find[noun->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (find->first_token >= noun->end_token && find->end_token <= name->first_token
          && find->mention.type == OUTLAY_MENTION_CUE
          && (outlay_find_is_cue (find, "pays", NULL) || outlay_find_is_cue (find, "link", NULL)
              || outlay_find_is_cue (find, "voice", NULL)
              || outlay_find_is_cue (find, "join", NULL)))
        return FALSE;
    }
  return TRUE;
}

/* Whether the description belongs to a name beside it. */
static gboolean
is_of_name (const OutlayScene *scene, const OutlayFind *noun)
{
  for (guint i = scene->first_find[noun->sentence]; i < scene->first_find[noun->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (outlay_scene_is_party (scene, find)
          && (outlay_scene_distance (scene, noun, find) <= APPOSITION_REACH
              || is_apposed (scene, find, noun) || introduces (scene, noun, find)))
        return TRUE;
    }
  return FALSE;
}

/* A word that is long enough to have a stem, folded; %NULL for what is none. */
static const char *
fold_word (const OutlayScene *scene, guint token)
{
  const char *folded;

  if (!(outlay_document_get_token (scene->document, token)->flags & OUTLAY_TOKEN_WORD))
    return NULL;
  folded = outlay_document_get_folded (scene->document, token);
  return strlen (folded) >= LETTERS_OF_STEM ? folded : NULL;
}

/* Whether two words have one stem, as the name of a town and what is called after it have. */
static gboolean
share_stem (const char *a, const char *b)
{
  gsize same = 0;

  while (a[same] != '\0' && a[same] == b[same])
    same++;
  return same >= LETTERS_OF_STEM
         && same * 3 >= (same + MIN (strlen (a + same), strlen (b + same))) * 2;
}

/* How many words of the description have their like about a name or in it. */
static guint
count_stems (const Description *description, guint first, guint end)
{
  gboolean found[MOST_WORDS] = {FALSE};
  guint n = 0;

  for (guint token = first; token < end && description->n_words > 0; token++)
    {
      const char *word = fold_word (description->scene, token);

      for (guint i = 0; i < description->n_words && word != NULL; i++)
        found[i] |= share_stem (description->words[i], word);
    }
  for (guint i = 0; i < description->n_words; i++)
    n += found[i];
  return n;
}

static const char *
find_country (const OutlayScene *scene, guint sentence, guint first, guint end)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (find->mention.type == OUTLAY_MENTION_PLACE && find->first_token >= first
          && find->end_token <= end)
        return find->mention.name;
    }
  return NULL;
}

/* What the place in a description says of one that is named from @first to before @end. */
static int
weigh_country (const Description *description,
               const OutlayEntity *entity,
               guint sentence,
               guint first,
               guint end)
{
  const char *other;

  if (description->country == NULL)
    return 0;
  if (entity->organisation != NULL && entity->organisation->country[0] != '\0')
    return strcmp (entity->organisation->country, description->country) == 0 ? WEIGHT_COUNTRY
                                                                             : -WEIGHT_OTHER_PLACE;
  other = find_country (description->scene, sentence, first, end);
  return other != NULL && strcmp (other, description->country) == 0 ? WEIGHT_COUNTRY : 0;
}

/* The lexicons' word for the trade, or NULL where they have none. */
static const char *
name_goods (OutlayGoods goods)
{
  static const char *const subjects[] = {
    [OUTLAY_GOODS_NONE] = NULL,
    [OUTLAY_GOODS_CLOUD] = "cloud",
    [OUTLAY_GOODS_HOSTING] = "data_center",
    [OUTLAY_GOODS_POWER] = "power",
    [OUTLAY_GOODS_CHIPS] = "chips",
    [OUTLAY_GOODS_WORKS] = NULL,
  };

  return subjects[goods];
}

/* What the description says of the trade of a listed organisation. */
static int
weigh_goods (const Description *description, const OutlayEntity *entity)
{
  const OutlayScene *scene = description->scene;
  const OutlayFind *find = description->find;

  const char *goods
    = entity->organisation != NULL ? name_goods (entity->organisation->sells) : NULL;

  if (goods == NULL)
    return 0;
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = outlay_document_get_find (scene->document, i);

      if (cue->first_token >= find->first_token && cue->first_token < description->end_token
          && outlay_find_is_cue (cue, "subject", goods))
        return WEIGHT_GOODS;
    }
  return 0;
}

/* What the words about one mention say. */
static int
weigh_mention (const Description *description, const OutlayFind *name, const OutlayEntity *entity)
{
  const OutlaySentence *sentence
    = outlay_document_get_sentence (description->scene->document, name->sentence);
  guint first = name->first_token > sentence->first_token + TOKENS_ABOUT
                  ? name->first_token - TOKENS_ABOUT
                  : sentence->first_token;
  guint end = MIN (name->end_token + TOKENS_ABOUT, sentence->end_token);

  return (int)count_stems (description, first, end) * WEIGHT_STEM
         + weigh_country (description, entity, name->sentence, first, end);
}

static Candidate *
find_candidate (GArray *candidates, int entity)
{
  Candidate new = {entity, 0, G_MININT, FALSE};

  for (guint i = 0; i < candidates->len; i++)
    {
      if (g_array_index (candidates, Candidate, i).entity == entity)
        return &g_array_index (candidates, Candidate, i);
    }
  g_array_append_val (candidates, new);
  return &g_array_index (candidates, Candidate, candidates->len - 1);
}

static void
add_name (const Description *description, GArray *candidates, const OutlayFind *name)
{
  guint back = description->find->sentence - name->sentence;
  int recency = (int)(SENTENCES_BACK - MIN (back, SENTENCES_BACK)) * WEIGHT_SENTENCE;
  const OutlayEntity *entity
    = outlay_document_get_entity (description->scene->document, (guint)name->entity);
  Candidate *candidate = find_candidate (candidates, name->entity);

  candidate->recency = MAX (candidate->recency, recency);
  candidate->words = MAX (candidate->words, weigh_mention (description, name, entity));
  candidate->in_title |= name->mention.part == OUTLAY_PART_TITLE;
}

/* The last names before @pronoun, and those of the headline. */
static GArray *
find_candidates (const Description *description)
{
  const OutlayScene *scene = description->scene;
  guint sentence = description->find->sentence;
  guint title_end = sentence == 0 ? 0 : scene->first_find[1];
  guint names = 0;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = scene->first_find[sentence + 1]; i > title_end && names < MOST_NAMES; i--)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i - 1);

      if (!outlay_scene_is_party (scene, find)
          || find->first_token >= description->find->first_token)
        continue;
      add_name (description, candidates, find);
      names++;
    }
  for (guint i = 0; i < title_end; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (outlay_scene_is_party (scene, find))
        add_name (description, candidates, find);
    }
  return candidates;
}

static int
weigh (const Description *description, const Candidate *candidate, guint topic, gboolean *sure)
{
  const OutlayScene *scene = description->scene;
  const OutlayEntity *entity
    = outlay_document_get_entity (scene->document, (guint)candidate->entity);
  int words = candidate->words + weigh_goods (description, entity);
  int weight = candidate->recency + words;

  *sure = words > 0;
  weight += (int)MIN (entity->n_mentions, MOST_NAMED) * WEIGHT_NAMED;
  if (candidate->in_title)
    weight += WEIGHT_TITLE;
  if (topic != OUTLAY_NO_FIND
      && outlay_document_get_find (scene->document, topic)->entity == candidate->entity)
    weight += WEIGHT_TOPIC;
  if (outlay_scene_get_type (scene, candidate->entity) == OUTLAY_ORGANISATION_GOVERNMENT)
    weight -= WEIGHT_GOVERNMENT;
  return weight;
}

/* The adjectives behind the noun, in languages that put them there. */
static guint
find_end (const OutlayScene *scene, const OutlayFind *noun)
{
  const OutlaySentence *sentence = outlay_document_get_sentence (scene->document, noun->sentence);
  guint end = noun->end_token;

  while (end < sentence->end_token && end < noun->end_token + TOKENS_BEHIND
         && !is_punctuation (scene, end))
    end++;
  return end;
}

static void
describe (Description *description)
{
  const OutlayScene *scene = description->scene;
  const OutlayFind *find = description->find;

  description->end_token = find_end (scene, find);
  for (guint at = find->first_token; at < description->end_token; at++)
    {
      const char *word = fold_word (scene, at);

      if (word != NULL && description->n_words < MOST_WORDS)
        description->words[description->n_words++] = word;
    }
  description->country
    = find_country (scene, find->sentence, find->first_token, description->end_token);
}

/**
 * outlay_references_resolve:
 * @pronoun: a cue "pronoun:company"
 * @sure: (out): whether more than the order of the sentences speaks for it
 *
 * Returns: the entity that it stands for; -1 for what is no pronoun but the common noun before or
 *   behind a name ("the company Dunmore"), and where nobody was named.
 */
int
outlay_references_resolve (const OutlayScene *scene, const OutlayFind *pronoun, gboolean *sure)
{
  Description description = {.scene = scene, .find = pronoun};
  g_autoptr (GArray) candidates = NULL;
  guint topic;
  int best = -1;
  int most = G_MININT;

  *sure = FALSE;
  if (is_of_name (scene, pronoun))
    return -1;
  topic = pronoun->sentence == 0 ? OUTLAY_NO_FIND
                                 : outlay_grammar_get_topic (scene, pronoun->sentence - 1);
  describe (&description);
  candidates = find_candidates (&description);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean told;
      int weight = weigh (&description, candidate, topic, &told);

      if (weight > most)
        {
          most = weight;
          best = candidate->entity;
          *sure = told;
        }
    }
  return best;
}
