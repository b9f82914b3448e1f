/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-driver.h"
#include "outlay-frame.h"

#include <string.h>

/* How many sentences before its own a frame looks for parties. */
#define SENTENCES_BEFORE 4

/* In tenths of words: how far the word for chips may stand from the name of who makes them. */
#define CHIPS_REACH 50

/* How many names make a list that is too long for who gets the money of a round. */
#define LEAST_LISTED 2

/* How far a word of a deal may stand before the attribute that it has. */
#define ATTRIBUTE_REACH 25

/* How far an object may stand from the verb before it. */
#define OBJECT_REACH 10

/* How far a company that money goes into may stand from its preposition and from the amount. */
#define INTO_REACH    25
#define COMPANY_REACH 60

static OutlayRole
role_of_noun (OutlayPlacing placing)
{
  switch (placing)
    {
    case OUTLAY_PLACING_TO:
    case OUTLAY_PLACING_IN:
    case OUTLAY_PLACING_FOR:
    case OUTLAY_PLACING_WITH:
      return OUTLAY_ROLE_RECIPIENT;
    case OUTLAY_PLACING_BARE:
    case OUTLAY_PLACING_FROM:
    case OUTLAY_PLACING_BY:
    case OUTLAY_PLACING_BY_OR_FROM:
    case OUTLAY_PLACING_OF:
    default:
      return OUTLAY_ROLE_INVESTOR;
    }
}

/* The role of who stands so to a verb: the subject's, the agent's of a passive, or the other. */
static OutlayRole
role_of_verb (const OutlayDriver *driver, OutlayPlacing placing, gboolean is_object)
{
  OutlayRole subject = driver->subject_pays ? OUTLAY_ROLE_INVESTOR : OUTLAY_ROLE_RECIPIENT;

  if (placing == OUTLAY_PLACING_BY)
    return driver->passive ? subject : outlay_role_get_other_side (subject);
  if (placing == OUTLAY_PLACING_BARE)
    return driver->passive != is_object ? outlay_role_get_other_side (subject) : subject;
  if (placing == OUTLAY_PLACING_OF)
    return driver->subject_pays ? OUTLAY_ROLE_RECIPIENT : OUTLAY_ROLE_INVESTOR;
  return outlay_role_get_other_side (subject);
}

static gboolean
makes_chips (const OutlayScene *scene, const OutlayFind *find)
{
  guint distance;

  outlay_scene_nearest_cue (scene, find, "subject", "chips", &distance);
  return distance <= CHIPS_REACH;
}

static gboolean
has_money (const OutlayScene *scene, int entity)
{
  OutlayOrganisationType type = outlay_scene_get_type (scene, entity);

  return type == OUTLAY_ORGANISATION_FUND || type == OUTLAY_ORGANISATION_BANK
         || type == OUTLAY_ORGANISATION_AGENCY;
}

/* A public body gives a grant, and who is none gets it; it buys from others; a bank or a fund
 * lends, and who is none borrows. */
static gboolean
role_of_giver (const OutlayScene *scene,
               OutlayKind kind,
               const OutlayActor *actor,
               OutlayRole *role)
{
  OutlayOrganisationType type = outlay_scene_get_type (scene, actor->entity);
  gboolean gives;

  if (type == OUTLAY_ORGANISATION_PROJECT)
    {
      *role = OUTLAY_ROLE_RECIPIENT;
      return TRUE;
    }
  if (kind == OUTLAY_KIND_SUPPLY)
    {
      *role = OUTLAY_ROLE_INVESTOR;
      return type == OUTLAY_ORGANISATION_GOVERNMENT;
    }
  if (kind == OUTLAY_KIND_EQUITY
      && (actor->placing == OUTLAY_PLACING_BY || actor->placing == OUTLAY_PLACING_FROM))
    {
      *role = OUTLAY_ROLE_INVESTOR;
      return TRUE;
    }
  if (kind == OUTLAY_KIND_GRANT)
    gives = type == OUTLAY_ORGANISATION_GOVERNMENT || type == OUTLAY_ORGANISATION_AGENCY;
  else if (kind == OUTLAY_KIND_FINANCING)
    gives = type != OUTLAY_ORGANISATION_COMPANY;
  else
    return FALSE;
  *role = gives ? OUTLAY_ROLE_INVESTOR : OUTLAY_ROLE_RECIPIENT;
  return gives || kind == OUTLAY_KIND_GRANT;
}

static gboolean
is_project (OutlayKind kind)
{
  return kind == OUTLAY_KIND_BUILD || kind == OUTLAY_KIND_BUDGET || kind == OUTLAY_KIND_VENTURE;
}

/* Who has a part in a project besides its builder: who is named beside it or for its chips; and for
 * whom it is built, as a government with which there is a contract. */
static gboolean
role_in_project (const OutlayScene *scene,
                 const OutlayFrame *frame,
                 const OutlayActor *actor,
                 OutlayRole *role)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  gboolean is_government = (find->flags & OUTLAY_FIND_GOVERNMENT) != 0;

  if (!is_project (frame->kind))
    return FALSE;
  *role = OUTLAY_ROLE_PARTNER;
  if (frame->kind != OUTLAY_KIND_BUDGET && !is_government
      && (actor->placing == OUTLAY_PLACING_WITH
          || (actor->placing != OUTLAY_PLACING_BARE && makes_chips (scene, find))
          || (actor->placing == OUTLAY_PLACING_FROM && frame->kind == OUTLAY_KIND_BUILD)))
    return TRUE;
  *role = OUTLAY_ROLE_RECIPIENT;
  return frame->kind == OUTLAY_KIND_BUILD
         && (actor->placing == OUTLAY_PLACING_FOR
             || (is_government && actor->placing == OUTLAY_PLACING_WITH));
}

static gboolean
is_money_in (OutlayKind kind)
{
  return kind == OUTLAY_KIND_EQUITY || kind == OUTLAY_KIND_FINANCING || kind == OUTLAY_KIND_GRANT;
}

/* Casts an actor where no verb says who pays: the one who raises or gets stands alone with its
 * round, loan or grant; the one who builds or buys with its project. */
static OutlayRole
role_without_verb (const OutlayScene *scene, const OutlayFrame *frame, const OutlayActor *actor)
{
  switch (actor->placing)
    {
    case OUTLAY_PLACING_FROM:
    case OUTLAY_PLACING_BY:
    case OUTLAY_PLACING_BY_OR_FROM:
      return OUTLAY_ROLE_INVESTOR;
    case OUTLAY_PLACING_TO:
    case OUTLAY_PLACING_IN:
    case OUTLAY_PLACING_FOR:
      return OUTLAY_ROLE_RECIPIENT;
    case OUTLAY_PLACING_BARE:
    case OUTLAY_PLACING_WITH:
    case OUTLAY_PLACING_OF:
    default:
      if (is_money_in (frame->kind) && !has_money (scene, actor->entity))
        return OUTLAY_ROLE_RECIPIENT;
      return OUTLAY_ROLE_INVESTOR;
    }
}

/* @actor with "von" read as the agent's in the passive and as the origin's elsewhere. */
static OutlayActor
resolve_placing (const OutlayActor *actor, const OutlayDriver *driver)
{
  OutlayActor resolved = *actor;

  if (actor->placing == OUTLAY_PLACING_BY_OR_FROM)
    resolved.placing = driver->passive ? OUTLAY_PLACING_BY : OUTLAY_PLACING_FROM;
  return resolved;
}

/* The rule @name, and the word of the text that it goes by. */
static const char *
name_rule (const OutlayScene *scene, const char *name, const OutlayDriver *driver)
{
  const OutlaySpan *span = &outlay_scene_get_find (scene, driver->find)->mention.span;
  const char *text = outlay_document_get_text (
    scene->document, outlay_scene_get_find (scene, driver->find)->mention.part);
  g_autofree char *word = g_utf8_strdown (text + span->start, (gssize)(span->end - span->start));
  g_autofree char *rule = g_strconcat (name, ": ", word, NULL);

  return g_intern_string (rule);
}

/* Whether the text names the party as the one for whom a project is. */
static gboolean
is_named_for (const OutlayProof *proof)
{
  return g_strcmp0 (proof->rule, "role-in-project") == 0
         || g_strcmp0 (proof->rule, "role-of-giver") == 0;
}

static void
cast_actor (const OutlayScene *scene,
            OutlayFrame *frame,
            const OutlayDriver *driver,
            const OutlayActor *placed,
            gboolean is_object,
            guint8 confidence)
{
  const OutlayActor resolved = resolve_placing (placed, driver);
  const OutlayActor *actor = &resolved;
  OutlayProof proof = {actor->find, NULL, confidence};
  OutlayRole role;

  if (is_project (frame->kind) && driver->find == OUTLAY_NO_FIND
      && outlay_scene_get_type (scene, actor->entity) == OUTLAY_ORGANISATION_GOVERNMENT)
    return;
  if (role_in_project (scene, frame, actor, &role))
    proof.rule = "role-in-project";
  else if (role_of_giver (scene, frame->kind, actor, &role))
    {
      proof.rule = "role-of-giver";
      proof.confidence += 5;
    }
  else if (driver->find == OUTLAY_NO_FIND)
    {
      role = role_without_verb (scene, frame, actor);
      proof.rule = "role-without-verb";
      proof.confidence = confidence * 2 / 3;
    }
  else if (driver->noun)
    {
      role = role_of_noun (actor->placing);
      if (actor->placing == OUTLAY_PLACING_BARE && !has_money (scene, actor->entity)
          && outlay_driver_names_getting (scene, driver))
        role = OUTLAY_ROLE_RECIPIENT;
      proof.rule = name_rule (scene, "role-of-noun", driver);
    }
  else
    {
      role = role_of_verb (driver, actor->placing, is_object);
      proof.rule = name_rule (scene, driver->passive ? "role-of-passive" : "role-of-verb", driver);
    }
  if (is_project (frame->kind) && role == OUTLAY_ROLE_RECIPIENT
      && actor->placing != OUTLAY_PLACING_BARE && !is_named_for (&proof))
    return;
  outlay_frame_add_cast (frame, actor->entity, role, proof);
}

/* Whether @find stands right behind another verb of the same direction and so is its object:
 * "X joined Y to buy Z, for which they pay". */
static gboolean
follows_verb (const OutlayScene *scene, const OutlayFind *find, const char *direction)
{
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *verb = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (verb, "pays", direction) && verb->end_token <= find->first_token
          && outlay_scene_distance (scene, verb, find) <= OBJECT_REACH)
        return TRUE;
    }
  return FALSE;
}

/* Whether @actor is the second bare organisation of a clause, and so its object: "X buys Y". */
static gboolean
is_object (const OutlayScene *scene,
           const OutlayDriver *driver,
           const OutlayActor *subject,
           const OutlayActor *actor)
{
  const OutlayFind *verb;

  if (driver->find == OUTLAY_NO_FIND || driver->noun || actor->mark == OUTLAY_MARK_SUBJECT)
    return FALSE;
  if (actor->mark == OUTLAY_MARK_OBJECT)
    return TRUE;
  if (subject == NULL || actor->list == subject->list)
    return FALSE;
  verb = outlay_scene_get_find (scene, driver->find);
  return outlay_scene_get_find (scene, actor->find)->first_token >= verb->end_token
         || follows_verb (scene, outlay_scene_get_find (scene, actor->find), verb->value.text);
}

/* Where a sentence has a verb and no subject among the organisations, that of the sentences before
 * goes on: the text calls it "it" or by some other name. */
static void
cast_topic (const OutlayScene *scene,
            OutlayFrame *frame,
            const OutlayDriver *driver,
            const OutlayWindow *window,
            guint8 confidence)
{
  guint topic = window->sentence == 0 ? OUTLAY_NO_FIND
                                      : outlay_grammar_get_topic (scene, window->sentence - 1);
  OutlayActor actor
    = {.find = topic, .entity = -1, .link = OUTLAY_NO_FIND, .manner = OUTLAY_MANNER_PRONOUN};

  if (topic == OUTLAY_NO_FIND)
    return;
  actor.entity = outlay_scene_get_find (scene, topic)->entity;
  if (outlay_frame_find_cast (frame, actor.entity) == NULL)
    cast_actor (scene, frame, driver, &actor, FALSE, confidence);
}

/* Whether another clause than the verb's speaks of @actor: "for a campus that Acme will use". */
static gboolean
is_in_other_clause (const OutlayScene *scene, const OutlayDriver *driver, const OutlayActor *actor)
{
  const OutlayFind *find = outlay_scene_get_find (scene, actor->find);
  const OutlayFind *verb;

  if (driver->find == OUTLAY_NO_FIND || driver->noun)
    return FALSE;
  if (actor->link != OUTLAY_NO_FIND
      && !outlay_grammar_is_parted (scene, outlay_scene_get_find (scene, actor->link), find))
    return FALSE;
  verb = outlay_scene_get_find (scene, driver->find);
  return verb->end_token <= find->first_token && outlay_grammar_is_parted (scene, verb, find);
}

/* A round has one who gets it: of a list in its sentence all give. */
static void
turn_lists (OutlayFrame *frame, const GArray *actors)
{
  if (frame->kind != OUTLAY_KIND_EQUITY)
    return;
  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);
      OutlayCast *cast = outlay_frame_find_cast (frame, actor->entity);

      if (cast != NULL && cast->role == OUTLAY_ROLE_RECIPIENT && cast->proof.find == actor->find
          && outlay_grammar_count_list (actors, actor->list) >= LEAST_LISTED)
        {
          cast->role = OUTLAY_ROLE_INVESTOR;
          cast->proof.rule = "listed-in-round";
        }
    }
}

/* Whether @actor is the attribute of a word that says nothing of a deal: "former heads of Acme".
 */
static gboolean
is_remote_attribute (const OutlayScene *scene, const OutlayActor *actor)
{
  static const char *const classes[] = {"pays", "kind", "hint", "scope"};
  const OutlayFind *link;

  if (actor->placing != OUTLAY_PLACING_OF)
    return FALSE;
  link = outlay_scene_get_find (scene, actor->link);
  for (guint i = scene->first_find[link->sentence]; i < scene->first_find[link->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->first_token >= link->first_token
          || outlay_scene_distance (scene, find, link) > ATTRIBUTE_REACH)
        continue;
      if (find->mention.type == OUTLAY_MENTION_MONEY)
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (classes); k++)
        {
          if (outlay_find_is_cue (find, classes[k], NULL))
            return FALSE;
        }
    }
  return TRUE;
}

static void
cast_sentence (const OutlayScene *scene,
               OutlayFrame *frame,
               const OutlayWindow *window,
               const OutlayFind *anchor,
               guint8 confidence)
{
  OutlayDriver driver = outlay_driver_find (scene, window, anchor);
  const GArray *actors = outlay_scene_get_actors (scene, window->sentence);
  const OutlayActor *subject = NULL;
  const OutlayActor *outside = NULL;

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);

      if (!outlay_window_holds (window, outlay_scene_get_find (scene, actor->find)))
        {
          if (actor->placing == OUTLAY_PLACING_BARE && outside == NULL
              && outlay_scene_get_find (scene, actor->find)->first_token < window->first_token)
            outside = actor;
          continue;
        }
      if (subject != NULL
          && (is_in_other_clause (scene, &driver, actor) || is_remote_attribute (scene, actor)))
        continue;
      cast_actor (scene, frame, &driver, actor, is_object (scene, &driver, subject, actor),
                  confidence);
      if (subject == NULL && actor->placing == OUTLAY_PLACING_BARE
          && actor->mark != OUTLAY_MARK_OBJECT)
        subject = actor;
    }
  turn_lists (frame, actors);
  if (subject == NULL && outside != NULL)
    cast_actor (scene, frame, &driver, outside, FALSE, confidence * 3 / 4);
  else if (subject == NULL && driver.find != OUTLAY_NO_FIND && !driver.noun)
    cast_topic (scene, frame, &driver, window, confidence * 2 / 3);
}

static OutlayWindow
whole_sentence (const OutlayScene *scene, guint sentence)
{
  const OutlaySentence *s = outlay_document_get_sentence (scene->document, sentence);

  return (OutlayWindow){sentence, s->first_token, s->end_token};
}

static gboolean
needs_parties (const OutlayFrame *frame)
{
  if (frame->cast->len == 0)
    return TRUE;
  if (frame->kind == OUTLAY_KIND_BUILD || frame->kind == OUTLAY_KIND_BUDGET)
    return outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR) == 0;
  return FALSE;
}

static gboolean
names_party (const OutlayScene *scene, guint sentence)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      if (outlay_scene_is_party (scene, outlay_scene_get_find (scene, i)))
        return TRUE;
    }
  return FALSE;
}

/* Takes the parties from the nearest sentence before that names any, then from the headline. */
static void
cast_from_context (const OutlayScene *scene, OutlayFrame *frame)
{
  guint sentence = frame->window.sentence;

  for (guint back = 1; back <= SENTENCES_BEFORE && back <= sentence; back++)
    {
      OutlayWindow window = whole_sentence (scene, sentence - back);

      if (!names_party (scene, window.sentence))
        continue;
      cast_sentence (scene, frame, &window, NULL, (guint8)(60 - 10 * back));
      if (!needs_parties (frame))
        return;
    }
  if (sentence > 0 && names_party (scene, 0))
    {
      OutlayWindow window = whole_sentence (scene, 0);

      cast_sentence (scene, frame, &window, NULL, 30);
    }
}

/* A project has someone who pays: where only one who gets is known, it is the one. Who else stands
 * beside it without being named as the one for whom it is built has no part in it. */
static void
promote_builder (OutlayFrame *frame)
{
  gboolean has_builder = outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR) > 0;

  if (!is_project (frame->kind))
    return;
  for (guint i = 0; i < frame->cast->len;)
    {
      OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);
      gboolean is_named = is_named_for (&cast->proof);

      if (cast->role == OUTLAY_ROLE_RECIPIENT && !is_named && has_builder)
        {
          g_array_remove_index (frame->cast, i);
          continue;
        }
      if (cast->role == OUTLAY_ROLE_RECIPIENT && !is_named)
        {
          cast->role = OUTLAY_ROLE_INVESTOR;
          cast->proof.rule = "builder";
          has_builder = TRUE;
        }
      i++;
    }
}

/* Whether the money goes into an organisation and not into its projects: "invests 100 billion in
 * Acme". */
static gboolean
goes_into_company (const OutlayScene *scene, const OutlayFrame *frame)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  OutlayDriver driver = outlay_driver_find (scene, &frame->window, anchor);
  const GArray *actors = outlay_scene_get_actors (scene, frame->window.sentence);

  if ((frame->kind != OUTLAY_KIND_BUILD && frame->kind != OUTLAY_KIND_VENTURE)
      || frame->amount.find == OUTLAY_NO_FIND || driver.find == OUTLAY_NO_FIND
      || !outlay_scene_has_cue (scene, frame->window.sentence, "hint", "invest"))
    return FALSE;
  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);
      const OutlayFind *find = outlay_scene_get_find (scene, actor->find);

      if (actor->placing == OUTLAY_PLACING_IN && outlay_window_holds (&frame->window, find)
          && outlay_scene_get_type (scene, actor->entity) == OUTLAY_ORGANISATION_COMPANY
          && outlay_scene_distance (scene, outlay_scene_get_find (scene, actor->link), find)
               <= INTO_REACH
          && outlay_scene_distance (scene, find, anchor) <= COMPANY_REACH)
        return TRUE;
    }
  return FALSE;
}

/* Whether an investment is what the subject gets: "has received an investment of 2 billion". */
static gboolean
gets_investment (const OutlayScene *scene, const OutlayFrame *frame)
{
  OutlayDriver driver
    = outlay_driver_find (scene, &frame->window, outlay_frame_get_anchor (frame, scene));

  return frame->kind == OUTLAY_KIND_BUILD && frame->amount.find != OUTLAY_NO_FIND
         && driver.find != OUTLAY_NO_FIND && !driver.subject_pays && !driver.passive
         && frame->kind_proof.find != OUTLAY_NO_FIND
         && outlay_find_is_cue (outlay_scene_get_find (scene, frame->kind_proof.find), "hint",
                                "invest");
}

/**
 * outlay_roles_cast:
 *
 * Sets the parties of @frame, whose kind is known; where money goes into a company its kind becomes
 * that.
 */
void
outlay_roles_cast (const OutlayScene *scene, OutlayFrame *frame)
{
  if (goes_into_company (scene, frame) || gets_investment (scene, frame))
    frame->kind = OUTLAY_KIND_EQUITY;
  cast_sentence (scene, frame, &frame->window, outlay_frame_get_anchor (frame, scene), 80);
  if (needs_parties (frame))
    cast_from_context (scene, frame);
  promote_builder (frame);
  outlay_sides_complete (scene, frame);
}
