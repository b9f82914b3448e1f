/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"
#include "outlay-references.h"

/* How many sentences before the figure the other side of its deal may have been named. */
#define SENTENCES_BEFORE 3

/* Which side of a deal of @kind must be there even if the figure's own sentences leave it out:
 * every contract has two, a round or a loan has one who gets it. */
static gboolean
needs (OutlayKind kind, OutlayRole role)
{
  switch (kind)
    {
    case OUTLAY_KIND_SUPPLY:
    case OUTLAY_KIND_ACQUISITION:
    case OUTLAY_KIND_GRANT:
      return TRUE;
    case OUTLAY_KIND_EQUITY:
    case OUTLAY_KIND_FINANCING:
      return role == OUTLAY_ROLE_RECIPIENT;
    case OUTLAY_KIND_BUILD:
    case OUTLAY_KIND_VENTURE:
    case OUTLAY_KIND_BUDGET:
    default:
      return FALSE;
    }
}

static gboolean
fits (const OutlayScene *scene, const OutlayFrame *frame, OutlayRole role, int entity)
{
  OutlayOrganisationType type = outlay_scene_get_type (scene, entity);
  gboolean is_public = type == OUTLAY_ORGANISATION_GOVERNMENT || type == OUTLAY_ORGANISATION_AGENCY;

  if (outlay_frame_find_cast (frame, entity) != NULL)
    return FALSE;
  if (frame->kind == OUTLAY_KIND_GRANT)
    return is_public == (role == OUTLAY_ROLE_INVESTOR);
  if (role == OUTLAY_ROLE_RECIPIENT)
    return type == OUTLAY_ORGANISATION_COMPANY;
  return TRUE;
}

/* The organisation of the sentence that fits the empty side: its subject before the others. */
static guint
find_in_sentence (const OutlayScene *scene,
                  const OutlayFrame *frame,
                  OutlayRole role,
                  guint sentence)
{
  const GArray *actors = outlay_scene_get_actors (scene, sentence);
  guint other = OUTLAY_NO_FIND;

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);

      if (!fits (scene, frame, role, actor->entity))
        continue;
      if (actor->placing == OUTLAY_PLACING_BARE)
        return actor->find;
      if (other == OUTLAY_NO_FIND)
        other = actor->find;
    }
  return other;
}

static guint
find_side (const OutlayScene *scene, const OutlayFrame *frame, OutlayRole role)
{
  guint sentence = frame->window.sentence;

  for (guint back = 1; back <= SENTENCES_BEFORE && back <= sentence; back++)
    {
      guint find = find_in_sentence (scene, frame, role, sentence - back);

      if (find != OUTLAY_NO_FIND)
        return find;
    }
  return sentence == 0 ? OUTLAY_NO_FIND : find_in_sentence (scene, frame, role, 0);
}

static int
get_entity (const OutlayScene *scene, guint find)
{
  const OutlayFind *actor = outlay_document_get_find (scene->document, find);
  gboolean sure;

  return actor->entity >= 0 ? actor->entity : outlay_references_resolve (scene, actor, &sure);
}

/**
 * outlay_role_get_other_side:
 *
 * Returns: who pays for who gets, and the other way round.
 */
OutlayRole
outlay_role_get_other_side (OutlayRole role)
{
  return role == OUTLAY_ROLE_INVESTOR ? OUTLAY_ROLE_RECIPIENT : OUTLAY_ROLE_INVESTOR;
}

static OutlayGoods
get_goods (const OutlayScene *scene, const OutlayCast *cast)
{
  const OutlayEntity *entity = outlay_document_get_entity (scene->document, (guint)cast->entity);

  return entity->organisation == NULL ? OUTLAY_GOODS_NONE : entity->organisation->sells;
}

/* How far up the line of supply a party stands; a public body only buys. */
static int
get_rank (const OutlayScene *scene, const OutlayCast *cast)
{
  OutlayOrganisationType type = outlay_scene_get_type (scene, cast->entity);

  if (type == OUTLAY_ORGANISATION_GOVERNMENT || type == OUTLAY_ORGANISATION_PROJECT)
    return -1;
  return get_goods (scene, cast);
}

static int
get_highest_rank (const OutlayScene *scene, const OutlayFrame *frame, OutlayRole role)
{
  int highest = -1;

  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);

      if (cast->role == role)
        highest = MAX (highest, get_rank (scene, cast));
    }
  return highest;
}

/* Of the two sides of a supply deal the one that sells such things is paid, whichever of them the
 * sentence makes its subject: "signs a contract with" doesn't say who supplies whom. */
static void
turn_supply (const OutlayScene *scene, OutlayFrame *frame)
{
  int bought = get_highest_rank (scene, frame, OUTLAY_ROLE_INVESTOR);
  int sold = get_highest_rank (scene, frame, OUTLAY_ROLE_RECIPIENT);
  gboolean one_sided = outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT) == 0;

  if (frame->kind != OUTLAY_KIND_SUPPLY || (!one_sided && bought <= sold)
      || outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR)
             + outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT)
           < 2)
    return;
  for (guint i = 0; i < frame->cast->len; i++)
    {
      OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);
      gboolean turns = !one_sided || get_rank (scene, cast) == bought;

      if (cast->role == OUTLAY_ROLE_PARTNER || !turns)
        continue;
      cast->role = outlay_role_get_other_side (cast->role);
      cast->proof.rule = "role-of-supplier";
    }
  if (outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR) == 0)
    g_array_index (frame->cast, OutlayCast, 0).role = OUTLAY_ROLE_INVESTOR;
}

/**
 * outlay_sides_complete:
 *
 * Adds the side of a deal that the text has named before and the sentence of its figure leaves out,
 * and puts those right of whom it is known what they sell.
 */
void
outlay_sides_complete (const OutlayScene *scene, OutlayFrame *frame)
{
  static const OutlayRole roles[] = {OUTLAY_ROLE_INVESTOR, OUTLAY_ROLE_RECIPIENT};

  if (frame->cast->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      guint find;

      if (!needs (frame->kind, roles[i]) || outlay_frame_count_role (frame, roles[i]) > 0)
        continue;
      find = find_side (scene, frame, roles[i]);
      if (find != OUTLAY_NO_FIND)
        outlay_frame_add_cast (frame, get_entity (scene, find), roles[i],
                               (OutlayProof){find, "other-side", 45});
    }
  turn_supply (scene, frame);
}
