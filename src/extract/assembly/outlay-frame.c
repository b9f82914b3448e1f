/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

static const OutlayProof no_proof = {OUTLAY_NO_FIND, NULL, 0};

/**
 * outlay_frame_new:
 *
 * Returns: (transfer full): a frame of which nothing is known but where it is spoken of.
 */
OutlayFrame *
outlay_frame_new (OutlayWindow window)
{
  OutlayFrame *frame = g_new0 (OutlayFrame, 1);

  frame->window = window;
  frame->amount = frame->alternative = frame->capacity = no_proof;
  frame->kind_proof = frame->status_proof = no_proof;
  frame->bond = OUTLAY_NO_FIND;
  frame->repeats = g_array_new (FALSE, FALSE, sizeof (guint));
  frame->cast = g_array_new (FALSE, FALSE, sizeof (OutlayCast));
  return frame;
}

/** outlay_frame_free: frees @frame. */
void
outlay_frame_free (OutlayFrame *frame)
{
  g_array_unref (frame->repeats);
  g_array_unref (frame->cast);
  g_clear_pointer (&frame->places, g_array_unref);
  g_free (frame);
}

/**
 * outlay_frame_get_anchor:
 *
 * Returns: (transfer none) (nullable): the find about which the frame is built: its amount, else
 * its capacity, else the cue of its kind.
 */
const OutlayFind *
outlay_frame_get_anchor (const OutlayFrame *frame, const OutlayScene *scene)
{
  guint find = frame->amount.find;

  if (find == OUTLAY_NO_FIND)
    find = frame->capacity.find;
  if (find == OUTLAY_NO_FIND)
    find = frame->bond;
  return outlay_document_get_find (scene->document, find);
}

/**
 * outlay_frame_find_cast:
 *
 * Returns: (transfer none) (nullable): the party that is @entity.
 */
OutlayCast *
outlay_frame_find_cast (const OutlayFrame *frame, int entity)
{
  for (guint i = 0; i < frame->cast->len; i++)
    {
      OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);

      if (cast->entity == entity)
        return cast;
    }
  return NULL;
}

/**
 * outlay_frame_count_role:
 *
 * Returns: how many parties have that role.
 */
guint
outlay_frame_count_role (const OutlayFrame *frame, OutlayRole role)
{
  guint n = 0;

  for (guint i = 0; i < frame->cast->len; i++)
    n += g_array_index (frame->cast, OutlayCast, i).role == role;
  return n;
}

/**
 * outlay_frame_add_cast:
 *
 * Adds a party; of one that is known already the surer proof counts.
 */
void
outlay_frame_add_cast (OutlayFrame *frame, int entity, OutlayRole role, OutlayProof proof)
{
  OutlayCast *known = outlay_frame_find_cast (frame, entity);
  OutlayCast cast = {entity, role, proof};

  if (known == NULL)
    g_array_append_val (frame->cast, cast);
  else if (known->proof.confidence < proof.confidence)
    *known = cast;
}

/**
 * outlay_frame_count_shared:
 *
 * Returns: how many parties of @a are parties of @b too.
 */
guint
outlay_frame_count_shared (const OutlayFrame *a, const OutlayFrame *b)
{
  guint n = 0;

  for (guint i = 0; i < a->cast->len; i++)
    n += outlay_frame_find_cast (b, g_array_index (a->cast, OutlayCast, i).entity) != NULL;
  return n;
}
