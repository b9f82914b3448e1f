/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Deals that the text calls a part of something larger by words of their own: "as part of its $10
 * billion programme". The words stand beside the programme; the deal is the other one.
 */
#define G_LOG_DOMAIN "outlay-extract"

#include <string.h>

#include "outlay-frame.h"

/* How far from the words the programme and its figure may stand, in tenths of words. */
#define PROGRAMME_REACH 70
#define WHOLE_REACH     60

/* How many sentences before the words the deal may stand that they speak of. */
#define SENTENCES_BACK 2

/* The words, and the figure of the programme where it is told. */
typedef struct
{
  const OutlayScene *scene;
  const GPtrArray *frames;
  const OutlayFind *cue;
  const OutlayFind *whole;
} Within;

static gboolean
is_figure (const OutlayFind *find)
{
  return find->mention.type == OUTLAY_MENTION_MONEY
         || find->mention.type == OUTLAY_MENTION_CAPACITY;
}

/* Whether @find stands on the side of the words on which the programme is told. */
static gboolean
stands_beside (const OutlayFind *cue, const OutlayFind *find)
{
  if (outlay_feature_part_is (cue->value, "behind"))
    return find->first_token >= cue->end_token;
  return outlay_feature_part_is (cue->value, "before") && find->end_token <= cue->first_token;
}

/* Whether the words speak of a programme: that something is part of a reorganisation makes it no
 * part of a deal. */
static gboolean
names_programme (const OutlayScene *scene, const OutlayFind *cue)
{
  for (guint i = scene->first_find[cue->sentence]; i < scene->first_find[cue->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (find, "within", "programme") && stands_beside (cue, find)
          && outlay_scene_distance (scene, cue, find) <= PROGRAMME_REACH)
        return TRUE;
    }
  return outlay_feature_part_is (cue->value, "alone");
}

/* A verb of paying between the words and a figure has the figure for its own: "as part of the
 * programme Acme will invest $2 billion". */
static gboolean
is_paid (const OutlayScene *scene, const OutlayFind *cue, const OutlayFind *figure)
{
  guint from = MIN (cue->end_token, figure->end_token);
  guint to = MAX (cue->first_token, figure->first_token);

  for (guint i = scene->first_find[cue->sentence]; i < scene->first_find[cue->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (find, "pays", NULL) && !outlay_feature_part_is (find->value, "noun")
          && find->first_token >= from && find->end_token <= to)
        return TRUE;
    }
  return FALSE;
}

static const OutlayFind *
find_whole (const OutlayScene *scene, const OutlayFind *cue)
{
  const OutlayFind *nearest = NULL;
  guint least = WHOLE_REACH;

  for (guint i = scene->first_find[cue->sentence]; i < scene->first_find[cue->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      guint distance = outlay_scene_distance (scene, cue, find);

      if (!is_figure (find) || !stands_beside (cue, find) || distance > least
          || is_paid (scene, cue, find))
        continue;
      least = distance;
      nearest = find;
    }
  return nearest;
}

static gboolean
has_figure (const OutlayScene *scene, const OutlayFrame *frame, const OutlayFind *find)
{
  if (find == NULL)
    return FALSE;
  for (guint i = 0; i < frame->repeats->len; i++)
    {
      if (outlay_scene_get_find (scene, g_array_index (frame->repeats, guint, i)) == find)
        return TRUE;
    }
  return outlay_frame_get_anchor (frame, scene) == find;
}

static gboolean
stands_in (const OutlayScene *scene, const OutlayFrame *frame, guint sentence)
{
  for (guint i = 0; i < frame->repeats->len; i++)
    {
      if (outlay_scene_get_find (scene, g_array_index (frame->repeats, guint, i))->sentence
          == sentence)
        return TRUE;
    }
  return outlay_frame_get_anchor (frame, scene)->sentence == sentence;
}

/* Whether nothing tells that @frame is as large as the programme. */
static gboolean
is_less (const OutlayScene *scene, const OutlayFrame *frame, const OutlayFind *whole)
{
  if (whole->mention.type == OUTLAY_MENTION_MONEY && frame->amount.find != OUTLAY_NO_FIND)
    {
      const OutlayMoney *money = &outlay_scene_get_find (scene, frame->amount.find)->mention.money;

      return strcmp (money->currency, whole->mention.money.currency) != 0
             || outlay_money_get_figure (money) < outlay_money_get_figure (&whole->mention.money);
    }
  if (whole->mention.type == OUTLAY_MENTION_CAPACITY && frame->capacity.find != OUTLAY_NO_FIND)
    return outlay_scene_get_find (scene, frame->capacity.find)->mention.capacity.kilowatts
           < whole->mention.capacity.kilowatts;
  return TRUE;
}

static gboolean
can_be_part (const Within *within, const OutlayFrame *frame)
{
  return !frame->dropped && !has_figure (within->scene, frame, within->whole)
         && (within->whole == NULL || is_less (within->scene, frame, within->whole));
}

/* The deals of the words' own sentence; where no programme's figure tells them from others, the one
 * that is nearest to the words. */
static gboolean
mark_beside (const Within *within)
{
  OutlayFrame *nearest = NULL;
  gboolean marked = FALSE;
  guint least = OUTLAY_NOWHERE;

  for (guint i = 0; i < within->frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (within->frames, i);

      if (!can_be_part (within, frame) || !stands_in (within->scene, frame, within->cue->sentence))
        continue;
      guint distance = outlay_scene_distance (within->scene, within->cue,
                                              outlay_frame_get_anchor (frame, within->scene));
      if (within->whole != NULL)
        frame->part = marked = TRUE;
      else if (nearest == NULL || distance < least)
        {
          nearest = frame;
          least = distance;
        }
    }
  if (nearest != NULL)
    nearest->part = marked = TRUE;
  return marked;
}

/* The last deal before the words, of which a sentence of its own says what it is part of. */
static gboolean
mark_before (const Within *within)
{
  for (guint i = within->frames->len; i-- > 0;)
    {
      OutlayFrame *frame = g_ptr_array_index (within->frames, i);
      guint sentence = outlay_frame_get_anchor (frame, within->scene)->sentence;

      if (sentence < within->cue->sentence && sentence + SENTENCES_BACK >= within->cue->sentence
          && can_be_part (within, frame))
        return frame->part = TRUE;
    }
  return FALSE;
}

/* The programme is no part; but where its figure would stand before the words, one that nothing is
 * a part of is the deal's own: "$2 billion, as part of the programme". */
static void
mark_whole (const Within *within, gboolean has_part)
{
  gboolean is_part = !has_part && outlay_feature_part_is (within->cue->value, "before");

  for (guint i = 0; i < within->frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (within->frames, i);

      if (has_figure (within->scene, frame, within->whole))
        frame->part = is_part;
    }
}

/**
 * outlay_parts_mark:
 * @frames: (element-type OutlayFrame): in the order of the text
 *
 * Marks the deals that the text says are a part of a programme; the programme is none.
 */
void
outlay_parts_mark (const OutlayScene *scene, const GPtrArray *frames)
{
  for (guint i = 0; i < scene->document->finds->len; i++)
    {
      const OutlayFind *cue = outlay_scene_get_find (scene, i);

      if (!outlay_find_is_cue (cue, "within", NULL))
        continue;
      const Within within = {scene, frames, cue, find_whole (scene, cue)};
      if (within.whole == NULL && !names_programme (scene, cue))
        continue;
      gboolean marked = mark_beside (&within);
      if (within.whole != NULL)
        mark_whole (&within, marked || mark_before (&within));
    }
}
