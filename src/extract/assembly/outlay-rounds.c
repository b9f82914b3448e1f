/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

/* How many sentences behind the figure of a round or a loan those who take part are listed. */
#define SENTENCES_BEHIND 4

/* How many frames around one are looked at for another that begins there. */
#define FRAMES_BEHIND 60

/* How many of them make a list of those who take part, whatever else the sentence says. */
#define LEAST_FUNDS 3

static gboolean
gathers_money (const OutlayFrame *frame)
{
  return !frame->dropped && !frame->part
         && (frame->kind == OUTLAY_KIND_EQUITY || frame->kind == OUTLAY_KIND_FINANCING)
         && outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT) > 0;
}

/* Whether another deal than a part of this one begins in the sentence. */
static gboolean
begins_other (const GPtrArray *frames, guint index, guint sentence)
{
  const OutlayFrame *frame = g_ptr_array_index (frames, index);
  guint end = MIN (frames->len, index + FRAMES_BEHIND);

  for (guint i = index > FRAMES_BEHIND ? index - FRAMES_BEHIND : 0; i < end; i++)
    {
      const OutlayFrame *other = g_ptr_array_index (frames, i);

      if (other != frame && !other->part && other->window.sentence == sentence
          && other->amount.find != OUTLAY_NO_FIND)
        return TRUE;
    }
  return FALSE;
}

static gboolean
speaks_of_money (const OutlayScene *scene, guint sentence)
{
  static const char *const classes[] = {"kind", "hint"};

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (outlay_scene_has_cue (scene, sentence, classes[i], "equity")
          || outlay_scene_has_cue (scene, sentence, classes[i], "financing"))
        return TRUE;
    }
  return FALSE;
}

/* Whether the sentence names so many who have money that it can but list those who give it. */
static gboolean
lists_funds (const OutlayScene *scene, guint sentence)
{
  const GArray *actors = outlay_scene_get_actors (scene, sentence);
  guint n_funds = 0;

  for (guint i = 0; i < actors->len; i++)
    {
      OutlayOrganisationType type
        = outlay_scene_get_type (scene, g_array_index (actors, OutlayActor, i).entity);

      n_funds += type == OUTLAY_ORGANISATION_FUND || type == OUTLAY_ORGANISATION_BANK;
    }
  return n_funds >= LEAST_FUNDS;
}

static gboolean
is_listed (const GArray *actors, guint index)
{
  const OutlayActor *actor = &g_array_index (actors, OutlayActor, index);

  for (guint i = 0; i < actors->len; i++)
    {
      if (i != index && g_array_index (actors, OutlayActor, i).list == actor->list)
        return TRUE;
    }
  return FALSE;
}

static void
add_listed (const OutlayScene *scene, OutlayFrame *frame, guint sentence)
{
  const GArray *actors = outlay_scene_get_actors (scene, sentence);

  for (guint i = 0; i < actors->len; i++)
    {
      const OutlayActor *actor = &g_array_index (actors, OutlayActor, i);
      OutlayProof proof = {actor->find, "listed-in-round", 55};
      gboolean gives = outlay_scene_get_type (scene, actor->entity) == OUTLAY_ORGANISATION_FUND;

      if (outlay_frame_find_cast (frame, actor->entity) == NULL && (gives || is_listed (actors, i)))
        outlay_frame_add_cast (frame, actor->entity, OUTLAY_ROLE_INVESTOR, proof);
    }
}

/**
 * outlay_rounds_gather:
 * @frames: (element-type OutlayFrame): with their parties
 *
 * Adds to rounds and loans the investors and lenders that the sentences behind list.
 */
void
outlay_rounds_gather (const OutlayScene *scene, GPtrArray *frames)
{
  guint n_sentences = outlay_scene_get_n_sentences (scene);

  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);
      guint sentence = frame->window.sentence;

      if (!gathers_money (frame))
        continue;
      for (guint on = 1; on <= SENTENCES_BEHIND && sentence + on < n_sentences; on++)
        {
          if (begins_other (frames, i, sentence + on))
            break;
          if (speaks_of_money (scene, sentence + on) || lists_funds (scene, sentence + on))
            add_listed (scene, frame, sentence + on);
        }
    }
}
