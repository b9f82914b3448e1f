/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

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
  g_autoptr (GArray) actors = outlay_grammar_find_actors (scene, sentence);
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

  return actor->entity >= 0 ? actor->entity : outlay_grammar_resolve (scene, actor);
}

/**
 * outlay_sides_complete:
 *
 * Adds the side of a deal that the text has named before and the sentence of its figure leaves out.
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
}
