/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-grammar.h"

#include <string.h>

#include "outlay-references.h"

/* In tenths of words: how far a preposition may stand from the name that it governs ("from the
 * American chip maker Borealis"), and what makes a verb passive from the verb: a particle beside
 * it, or an auxiliary with the whole clause between ("wird von Calder für … gebaut"). */
#define LINK_REACH         40
#define PRONOUN_LINK_REACH 5
#define VOICE_REACH        30
#define AUXILIARY_REACH    120
#define BEHIND_REACH       5

/* How far the word may stand that says an organisation is only mentioned beside a party. */
#define ASIDE_REACH 10

static OutlayPlacing
placing_from_value (const char *value)
{
  static const struct
  {
    const char *value;
    OutlayPlacing placing;
  } placings[] = {
    {"to", OUTLAY_PLACING_TO},   {"from", OUTLAY_PLACING_FROM},
    {"by", OUTLAY_PLACING_BY},   {"with", OUTLAY_PLACING_WITH},
    {"for", OUTLAY_PLACING_FOR}, {"in", OUTLAY_PLACING_IN},
    {"of", OUTLAY_PLACING_OF},   {"by_or_from", OUTLAY_PLACING_BY_OR_FROM},
  };

  for (guint i = 0; i < G_N_ELEMENTS (placings); i++)
    {
      if (strcmp (placings[i].value, value) == 0)
        return placings[i].placing;
    }
  return OUTLAY_PLACING_BARE;
}

/* Whether a mark or another name keeps a preposition that ends at @from from the name at @to; a
 * date may hold its preposition ("in 2022"). */
static gboolean
is_cut_off (const OutlayScene *scene, guint sentence, guint from, guint to)
{
  for (guint token = from; token < to; token++)
    {
      const OutlayToken *t = outlay_document_get_token (scene->document, token);

      if ((t->flags & OUTLAY_TOKEN_PUNCTUATION) && scene->cost[token + 1] != scene->cost[token])
        return TRUE;
    }
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (find->end_token > from && find->end_token <= to
          && (find->mention.type == OUTLAY_MENTION_ORGANISATION
              || find->mention.type == OUTLAY_MENTION_MONEY
              || find->mention.type == OUTLAY_MENTION_DATE
              || outlay_find_is_cue (find, "pays", NULL)))
        return TRUE;
    }
  return FALSE;
}

/* The preposition that governs @find: the nearest before it that nothing cuts off. */
static guint
find_link (const OutlayScene *scene, const OutlayFind *find, guint reach)
{
  guint nearest = OUTLAY_NO_FIND;

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *link = outlay_document_get_find (scene->document, i);

      if (link->first_token >= find->first_token)
        break;
      if (outlay_find_is_cue (link, "link", NULL) && link->end_token <= find->first_token
          && outlay_scene_distance (scene, link, find) <= reach
          && !is_cut_off (scene, find->sentence, link->end_token, find->first_token))
        nearest = i;
    }
  return nearest;
}

static gboolean
is_glued (const OutlayScene *scene, guint token)
{
  return outlay_document_get_token (scene->document, token)->flags & OUTLAY_TOKEN_GLUED;
}

static gboolean
is_mark (const OutlayScene *scene, guint token)
{
  return outlay_document_get_token (scene->document, token)->flags & OUTLAY_TOKEN_PUNCTUATION;
}

/* Where the particle of a name may begin: behind it, or behind the quotation mark or the brackets
 * that follow it ("LG(엘지)가"). */
static guint
find_tail (const OutlayScene *scene, const OutlayFind *find, guint end)
{
  guint token = find->end_token;

  if (token < end && outlay_scene_is_bracket (scene, token))
    {
      for (token++; token < end && !is_mark (scene, token);)
        token++;
    }
  if (token + 1 < end && is_mark (scene, token) && is_glued (scene, token)
      && is_glued (scene, token + 1))
    token++;
  return token;
}

/* The particle behind @find, the longest where one begins like another. */
static guint
find_particle (const OutlayScene *scene, const OutlayFind *find)
{
  const OutlaySentence *s = outlay_document_get_sentence (scene->document, find->sentence);
  guint token = find_tail (scene, find, s->end_token);
  guint longest = OUTLAY_NO_FIND;
  guint end = token < s->end_token && !is_glued (scene, token) ? token + 1 : token;

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *link = outlay_document_get_find (scene->document, i);

      if (link->first_token > token)
        break;
      if (link->first_token == token && link->end_token > end
          && outlay_find_is_cue (link, "link", NULL))
        {
          longest = i;
          end = link->end_token;
        }
    }
  return longest;
}

static OutlayMark
mark_from_value (const char *value)
{
  return strcmp (value, "subject") == 0  ? OUTLAY_MARK_SUBJECT
         : strcmp (value, "object") == 0 ? OUTLAY_MARK_OBJECT
                                         : OUTLAY_MARK_NONE;
}

/* Whether particles behind the names say how they stand, not words before them. */
static gboolean
has_particles (const OutlayScene *scene)
{
  return outlay_lexicon_has_cue (scene->document->lexicon, "link:subject");
}

/* Whether @actor is named beside the agent: "led by Acme together with Borealis". */
static gboolean
is_agent_with (const OutlayScene *scene, const OutlayActor *last, const OutlayActor *actor)
{
  const OutlayFind *before = outlay_document_get_find (scene->document, last->find);

  return !has_particles (scene) && last->placing == OUTLAY_PLACING_BY
         && actor->placing == OUTLAY_PLACING_WITH
         && outlay_document_get_find (scene->document, actor->link)->first_token
              == before->end_token;
}

static void
place (const OutlayScene *scene, OutlayActor *actor)
{
  const OutlayFind *find = outlay_document_get_find (scene->document, actor->find);
  const char *value;

  actor->link = has_particles (scene)
                  ? find_particle (scene, find)
                  : find_link (scene, find, find->entity >= 0 ? LINK_REACH : PRONOUN_LINK_REACH);
  if (actor->link == OUTLAY_NO_FIND)
    return;
  value = outlay_document_get_find (scene->document, actor->link)->value.text;
  actor->placing = placing_from_value (value);
  actor->mark = mark_from_value (value);
}

/* The particle behind the last name of a list is that of them all. */
static void
place_list (GArray *actors, OutlayActor *actor)
{
  guint list = g_array_index (actors, OutlayActor, actors->len - 1).list;

  actor->list = list;
  for (guint i = 0; i < actors->len; i++)
    {
      OutlayActor *member = &g_array_index (actors, OutlayActor, i);

      if (member->list != list)
        continue;
      member->placing = actor->placing;
      member->mark = actor->mark;
      member->link = actor->link;
    }
}

/* Whether the particle behind it ends a list: what goes on one has none, or one that means "and"
 * too. */
static gboolean
is_placed (const OutlayActor *actor)
{
  return actor->mark != OUTLAY_MARK_NONE
         || (actor->placing != OUTLAY_PLACING_BARE && actor->placing != OUTLAY_PLACING_WITH);
}

static void
add_actor (const OutlayScene *scene, GArray *actors, guint index, int entity, OutlayManner manner)
{
  const OutlayFind *find = outlay_document_get_find (scene->document, index);
  OutlayActor actor = {.find = index,
                       .entity = entity,
                       .placing = OUTLAY_PLACING_BARE,
                       .link = OUTLAY_NO_FIND,
                       .list = actors->len,
                       .manner = manner};

  place (scene, &actor);
  if (actors->len > 0)
    {
      const OutlayActor *last = &g_array_index (actors, OutlayActor, actors->len - 1);
      const OutlayFind *before = outlay_document_get_find (scene->document, last->find);
      gboolean joined = outlay_scene_joined (scene, before, find);

      if (joined && has_particles (scene))
        {
          if (!is_placed (last))
            place_list (actors, &actor);
        }
      else if ((actor.link == OUTLAY_NO_FIND && joined) || is_agent_with (scene, last, &actor))
        {
          actor.placing = last->placing;
          actor.link = last->link;
          actor.list = last->list;
        }
    }
  g_array_append_val (actors, actor);
}

/* Whether a word beside it says that an organisation has no part in what the sentence tells. Such a
 * word speaks of one organisation, of two beside it of the one before ("Borealis-backed Dunmore").
 */
static gboolean
is_aside (const OutlayScene *scene, const OutlayFind *find)
{
  guint distance;
  guint index = outlay_scene_nearest_cue (scene, find, "aside", NULL, &distance);
  const OutlayFind *cue;

  if (index == OUTLAY_NO_FIND || distance > ASIDE_REACH)
    return FALSE;
  cue = outlay_document_get_find (scene->document, index);
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *other = outlay_document_get_find (scene->document, i);
      guint apart = outlay_scene_distance (scene, cue, other);

      if (other != find && outlay_scene_is_party (scene, other)
          && (apart < distance || (apart == distance && other->first_token < find->first_token)))
        return FALSE;
    }
  return TRUE;
}

/* Whether brackets put @find behind the name of another as its explanation: "the International
 * Finance Corporation (Fund for Norland Group)". */
static gboolean
is_explanation (const OutlayScene *scene, const GArray *actors, const OutlayFind *find)
{
  const OutlayActor *last;
  const OutlayFind *before;

  if (actors->len == 0 || find->first_token == 0)
    return FALSE;
  last = &g_array_index (actors, OutlayActor, actors->len - 1);
  before = outlay_document_get_find (scene->document, last->find);
  return before->end_token + 1 == find->first_token
         && outlay_scene_is_bracket (scene, before->end_token);
}

static GArray *
find_actors (const OutlayScene *scene, guint sentence)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (OutlayActor));

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (outlay_scene_is_party (scene, find) && !is_aside (scene, find)
          && !is_explanation (scene, actors, find))
        add_actor (scene, actors, i, find->entity,
                   find->flags & OUTLAY_FIND_EPITHET ? OUTLAY_MANNER_EPITHET : OUTLAY_MANNER_NAME);
      else if (outlay_find_is_cue (find, "pronoun", "company"))
        {
          gboolean sure;
          int entity = outlay_references_resolve (scene, find, &sure);

          if (entity >= 0)
            add_actor (scene, actors, i, entity,
                       sure ? OUTLAY_MANNER_DESCRIPTION : OUTLAY_MANNER_PRONOUN);
        }
    }
  return actors;
}

/**
 * outlay_scene_get_actors:
 *
 * Returns: (transfer none) (element-type OutlayActor): the organisations of the sentence and the
 *   pronouns that stand for one, in the order of the text; they last as long as @scene.
 */
const GArray *
outlay_scene_get_actors (const OutlayScene *scene, guint sentence)
{
  if (scene->actors[sentence] == NULL)
    scene->actors[sentence] = find_actors (scene, sentence);
  return scene->actors[sentence];
}

/* How many sentences back a pronoun may reach. */
#define TOPIC_REACH 8

static guint
find_bare_organisation (const OutlayScene *scene, guint sentence)
{
  guint other = OUTLAY_NO_FIND;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (!outlay_scene_is_party (scene, find) || is_aside (scene, find)
          || (find->flags & OUTLAY_FIND_GOVERNMENT))
        continue;
      if (find_link (scene, find, LINK_REACH) == OUTLAY_NO_FIND)
        return i;
      if (other == OUTLAY_NO_FIND)
        other = i;
    }
  return other;
}

/**
 * outlay_grammar_get_topic:
 *
 * Returns: the index of the organisation that a pronoun behind @sentence stands for: the subject of
 *   it or of the nearest sentence before that names one; %OUTLAY_NO_FIND where there is none.
 */
guint
outlay_grammar_get_topic (const OutlayScene *scene, guint sentence)
{
  guint last = sentence > TOPIC_REACH ? sentence - TOPIC_REACH : 0;

  for (guint at = sentence + 1; at > last; at--)
    {
      guint find = find_bare_organisation (scene, at - 1);

      if (find != OUTLAY_NO_FIND)
        return find;
    }
  return find_bare_organisation (scene, 0);
}

/* The token between @from and @to at which one clause most likely ends: the costliest mark, and
 * the beginning of a clause where the lexicon knows its conjunction. */
static guint
find_border (const OutlayScene *scene, guint sentence, guint from, guint to)
{
  guint border = from;
  guint highest = 0;

  for (guint token = from; token < to; token++)
    {
      const OutlayToken *t = outlay_document_get_token (scene->document, token);
      guint cost = scene->cost[token + 1] - scene->cost[token];

      if ((t->flags & OUTLAY_TOKEN_PUNCTUATION) && cost > highest)
        {
          highest = cost;
          border = token + 1;
        }
    }
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (find->first_token >= from && find->end_token <= to && highest == 0
          && outlay_find_is_cue (find, "join", NULL))
        border = find->first_token;
    }
  return border;
}

/**
 * outlay_grammar_get_window:
 * @figures: (element-type guint): indices of the finds that are figures of their own, in order
 * @figure: which of them
 *
 * Returns: the stretch of the figure's sentence that speaks of it.
 */
OutlayWindow
outlay_grammar_get_window (const OutlayScene *scene, const GArray *figures, guint figure)
{
  const OutlayDocument *document = scene->document;
  const OutlayFind *find
    = outlay_document_get_find (document, g_array_index (figures, guint, figure));
  const OutlaySentence *sentence = outlay_document_get_sentence (document, find->sentence);
  OutlayWindow window = {find->sentence, sentence->first_token, sentence->end_token};

  if (figure > 0)
    {
      const OutlayFind *before
        = outlay_document_get_find (document, g_array_index (figures, guint, figure - 1));

      if (before->sentence == find->sentence)
        window.first_token
          = find_border (scene, find->sentence, before->end_token, find->first_token);
    }
  if (figure + 1 < figures->len)
    {
      const OutlayFind *after
        = outlay_document_get_find (document, g_array_index (figures, guint, figure + 1));

      if (after->sentence == find->sentence)
        window.end_token = find_border (scene, find->sentence, find->end_token, after->first_token);
    }
  return window;
}

/* Whether the language tells participles from other forms, in the sentence of @verb at least. */
static gboolean
has_form (const OutlayScene *scene, const OutlayFind *verb, gboolean *known)
{
  guint distance;

  *known = outlay_lexicon_has_cue (scene->document->lexicon, "form:participle");
  outlay_scene_nearest_cue (scene, verb, "form", "participle", &distance);
  return distance == 0;
}

/* Whether an auxiliary makes @verb passive: one before it in its clause, or right behind it
 * ("gebaut wird"). */
static gboolean
has_auxiliary (const OutlayScene *scene, const OutlayFind *verb, guint reach)
{
  for (guint i = scene->first_find[verb->sentence]; i < scene->first_find[verb->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      guint distance = outlay_scene_distance (scene, find, verb);
      gboolean is_before = find->first_token <= verb->first_token;

      if (outlay_find_is_cue (find, "voice", "passive")
          && distance <= (is_before ? reach : BEHIND_REACH)
          && (!is_before || !outlay_grammar_is_parted (scene, find, verb)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the agent follows at once: "led by Calder". */
static gboolean
has_agent (const OutlayScene *scene, const OutlayFind *verb)
{
  for (guint i = scene->first_find[verb->sentence]; i < scene->first_find[verb->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (outlay_find_is_cue (find, "link", "by") && find->end_token > verb->end_token
          && outlay_scene_distance (scene, find, verb) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_grammar_is_parted:
 * @a: stands before @b
 *
 * Returns: whether another clause begins between the two.
 */
gboolean
outlay_grammar_is_parted (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b)
{
  for (guint i = scene->first_find[a->sentence]; i < scene->first_find[a->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (outlay_find_is_cue (find, "clause", "breaks") && find->first_token >= a->end_token
          && find->end_token <= b->first_token)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_grammar_is_passive:
 *
 * Returns: whether @verb stands in the passive voice.
 */
gboolean
outlay_grammar_is_passive (const OutlayScene *scene, const OutlayFind *verb)
{
  gboolean known;
  gboolean is_participle = has_form (scene, verb, &known);

  if (!known)
    return has_auxiliary (scene, verb, VOICE_REACH);
  return is_participle && (has_agent (scene, verb) || has_auxiliary (scene, verb, AUXILIARY_REACH));
}

/**
 * outlay_grammar_count_list:
 * @actors: (element-type OutlayActor): of one sentence
 *
 * Returns: how many of them stand in @list.
 */
guint
outlay_grammar_count_list (const GArray *actors, guint list)
{
  guint n = 0;

  for (guint i = 0; i < actors->len; i++)
    n += g_array_index (actors, OutlayActor, i).list == list;
  return n;
}
