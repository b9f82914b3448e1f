/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

#include <string.h>

/* How many sentences a capacity may stand from the amount of the same project. */
#define CAPACITY_SENTENCES 4

/* Percent from which on a figure's own sentence says what its deal is. */
#define SURE_KIND 80

/* How many frames before and behind a frame are compared with it. */
#define FRAMES_AROUND 200

/* How many sentences a part may stand behind its whole where it names other parties. */
#define PART_SENTENCES 3

static const OutlayMoney *
get_money (const OutlayScene *scene, const OutlayFrame *frame)
{
  if (frame->amount.find == OUTLAY_NO_FIND)
    return NULL;
  return &outlay_document_get_find (scene->document, frame->amount.find)->mention.money;
}

static const OutlayCapacity *
get_capacity (const OutlayScene *scene, const OutlayFrame *frame)
{
  if (frame->capacity.find == OUTLAY_NO_FIND)
    return NULL;
  return &outlay_document_get_find (scene->document, frame->capacity.find)->mention.capacity;
}

static guint
sentences_apart (const OutlayFrame *a, const OutlayFrame *b)
{
  return a->window.sentence > b->window.sentence ? a->window.sentence - b->window.sentence
                                                 : b->window.sentence - a->window.sentence;
}

static gboolean
share_party (const OutlayFrame *a, const OutlayFrame *b)
{
  for (guint i = 0; i < a->cast->len; i++)
    {
      if (outlay_frame_find_cast (b, g_array_index (a->cast, OutlayCast, i).entity) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_vague (const OutlayMoney *money)
{
  return money->qualifier == OUTLAY_QUALIFIER_VAGUE;
}

/* "billions" says the same sum as the exact figure of the same parties. */
static gboolean
same_figure (const OutlayMoney *a, const OutlayMoney *b)
{
  if (strcmp (a->currency, b->currency) != 0)
    return FALSE;
  if (is_vague (a) || is_vague (b))
    return TRUE;
  return outlay_money_get_figure (a) == outlay_money_get_figure (b);
}

static const OutlayMoney *
get_alternative (const OutlayScene *scene, const OutlayFrame *frame)
{
  if (frame->alternative.find == OUTLAY_NO_FIND)
    return NULL;
  return &outlay_document_get_find (scene->document, frame->alternative.find)->mention.money;
}

/* Whether one says the figure alone that the other gives as its conversion. */
static gboolean
is_converted (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  const OutlayMoney *x = get_alternative (scene, a);
  const OutlayMoney *y = get_alternative (scene, b);

  return (x != NULL && y == NULL && same_figure (x, get_money (scene, b)))
         || (y != NULL && x == NULL && same_figure (y, get_money (scene, a)));
}

static gboolean
is_heading (const OutlayScene *scene, const OutlayFrame *frame)
{
  const OutlaySentence *sentence
    = outlay_document_get_sentence (scene->document, frame->window.sentence);

  return sentence->part == OUTLAY_PART_TITLE || sentence->heading;
}

/* Whether one of the two is the headline's word for the other. */
static gboolean
is_headline_of (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  const OutlayMoney *x = get_money (scene, a);
  const OutlayMoney *y = get_money (scene, b);

  return x != NULL && y != NULL && !is_vague (x) && !is_vague (y)
         && is_heading (scene, a) != is_heading (scene, b) && same_figure (x, y);
}

/* Whether "billions" and an exact figure close to it speak of one sum: in the headline, or in the
 * next sentence on the same deal. */
static gboolean
restates (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  if (a->kind != b->kind)
    return FALSE;
  return is_heading (scene, a) || is_heading (scene, b)
         || (a->status == b->status && sentences_apart (a, b) <= 1);
}

static gboolean
is_same_deal (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  const OutlayMoney *x = get_money (scene, a);
  const OutlayMoney *y = get_money (scene, b);

  if (is_headline_of (scene, a, b))
    return TRUE;
  if (a->cast->len > 0 && b->cast->len > 0 && !share_party (a, b))
    return FALSE;
  if (x != NULL && y != NULL && is_converted (scene, a, b))
    return TRUE;
  if (x != NULL && y != NULL)
    return same_figure (x, y) && (is_vague (x) == is_vague (y) || restates (scene, a, b));
  if (x == NULL && y == NULL && a->capacity.find != OUTLAY_NO_FIND
      && b->capacity.find != OUTLAY_NO_FIND)
    return get_capacity (scene, a)->kilowatts == get_capacity (scene, b)->kilowatts;
  return FALSE;
}

/* Whether the capacity of @b is that of the project whose amount is @a's: of the same parties, it
 * is the one that @a has, or stands near where @a has none. */
static gboolean
is_capacity_of (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  if (a->amount.find == OUTLAY_NO_FIND || b->amount.find != OUTLAY_NO_FIND
      || b->capacity.find == OUTLAY_NO_FIND)
    return FALSE;
  if (a->capacity.find != OUTLAY_NO_FIND)
    return share_party (a, b)
           && get_capacity (scene, a)->kilowatts == get_capacity (scene, b)->kilowatts;
  if (a->main && share_party (a, b))
    return TRUE;
  return sentences_apart (a, b) <= CAPACITY_SENTENCES && (b->cast->len == 0 || share_party (a, b));
}

static void
take_proof (OutlayProof *into, const OutlayProof *from)
{
  if (into->find == OUTLAY_NO_FIND || into->confidence < from->confidence)
    *into = *from;
}

/* Which of two mentions of one figure tells more: the text's own sentence tells more than the
 * headline, and a hedge more than none. */
static gboolean
tells_more (const OutlayScene *scene, const OutlayFrame *a, const OutlayFrame *b)
{
  const OutlayFind *x = outlay_document_get_find (scene->document, a->amount.find);
  const OutlayFind *y = outlay_document_get_find (scene->document, b->amount.find);

  if ((a->alternative.find == OUTLAY_NO_FIND) != (b->alternative.find == OUTLAY_NO_FIND))
    return a->alternative.find != OUTLAY_NO_FIND;
  if (is_vague (&x->mention.money) != is_vague (&y->mention.money))
    return is_vague (&y->mention.money);
  if (x->mention.part != y->mention.part)
    return y->mention.part == OUTLAY_PART_TITLE;
  return x->mention.money.qualifier != OUTLAY_QUALIFIER_EXACT
         && y->mention.money.qualifier == OUTLAY_QUALIFIER_EXACT;
}

/* Both name parties of one deal; where they name none in common the headline's are a guess. */
static void
absorb_cast (const OutlayScene *scene, OutlayFrame *into, OutlayFrame *from)
{
  gboolean apart = into->cast->len > 0 && from->cast->len > 0 && !share_party (into, from);

  if (apart && is_heading (scene, from))
    return;
  if (apart && is_heading (scene, into))
    g_array_set_size (into->cast, 0);
  for (guint i = 0; i < from->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (from->cast, OutlayCast, i);

      outlay_frame_add_cast (into, cast->entity, cast->role, cast->proof);
    }
}

static void
absorb (const OutlayScene *scene, OutlayFrame *into, OutlayFrame *from)
{
  if (into->amount.find != OUTLAY_NO_FIND && from->amount.find != OUTLAY_NO_FIND)
    {
      guint repeat = from->amount.find;

      if (tells_more (scene, from, into))
        {
          repeat = into->amount.find;
          into->amount = from->amount;
        }
      g_array_append_val (into->repeats, repeat);
    }
  take_proof (&into->alternative, &from->alternative);
  if (into->capacity.find == OUTLAY_NO_FIND)
    into->capacity = from->capacity;
  if (into->kind_proof.confidence < from->kind_proof.confidence)
    {
      into->kind = from->kind;
      into->kind_proof = from->kind_proof;
    }
  if (into->status_proof.confidence < from->status_proof.confidence)
    {
      into->status = from->status;
      into->status_proof = from->status_proof;
    }
  absorb_cast (scene, into, from);
  if (is_heading (scene, into) && !is_heading (scene, from))
    into->window = from->window;
  into->main |= from->main;
  from->dropped = TRUE;
}

static guint
first_around (guint index)
{
  return index > FRAMES_AROUND ? index - FRAMES_AROUND : 0;
}

/* The frame before @index that it is part of: the nearest that is larger, and of the same parties
 * or close before it. */
static OutlayFrame *
find_whole (const OutlayScene *scene, GPtrArray *frames, guint index)
{
  const OutlayFrame *part = g_ptr_array_index (frames, index);
  const OutlayMoney *money = get_money (scene, part);

  for (guint i = index; i > first_around (index); i--)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i - 1);
      const OutlayMoney *whole = get_money (scene, frame);

      if (frame->dropped || whole == NULL || money == NULL
          || (!share_party (frame, part) && sentences_apart (frame, part) > PART_SENTENCES))
        continue;
      if (strcmp (whole->currency, money->currency) == 0
          && outlay_money_get_figure (whole) > outlay_money_get_figure (money))
        return frame;
    }
  return NULL;
}

/* Who gives a part of a round or a loan is one of those who give the whole. */
static void
take_givers (OutlayFrame *whole, const OutlayFrame *part)
{
  if (whole->kind != OUTLAY_KIND_EQUITY && whole->kind != OUTLAY_KIND_FINANCING)
    return;
  for (guint i = 0; i < part->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (part->cast, OutlayCast, i);
      OutlayCast *known = outlay_frame_find_cast (whole, cast->entity);

      if (cast->role == OUTLAY_ROLE_INVESTOR && known == NULL)
        outlay_frame_add_cast (whole, cast->entity, OUTLAY_ROLE_INVESTOR, cast->proof);
    }
}

static gboolean
is_bare (const OutlayFrame *frame)
{
  return frame->amount.find == OUTLAY_NO_FIND && frame->capacity.find == OUTLAY_NO_FIND;
}

/* Whether the figure of @frame is that of the deal that the sentence before tells of without one:
 * it says nothing of its own of what the deal is or who the other side is. */
static gboolean
continues (const OutlayFrame *bare, const OutlayFrame *frame)
{
  return !frame->dropped && frame->amount.find != OUTLAY_NO_FIND
         && frame->window.sentence == bare->window.sentence + 1
         && (outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR) == 0
             || outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT) == 0)
         && (frame->kind == bare->kind || frame->kind_proof.confidence < SURE_KIND);
}

static void
merge_bare (const OutlayScene *scene, GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *bare = g_ptr_array_index (frames, i);

      for (guint j = first_around (i);
           j < MIN (frames->len, i + FRAMES_AROUND) && !bare->dropped && is_bare (bare); j++)
        {
          OutlayFrame *frame = g_ptr_array_index (frames, j);

          if (!continues (bare, frame))
            continue;
          frame->kind = bare->kind;
          frame->kind_proof = bare->kind_proof;
          absorb (scene, frame, bare);
        }
    }
}

/* A deal without a figure is another's words where the same parties have a deal with one, and none
 * where one party alone is left. */
static void
drop_bare (GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      if (frame->dropped || !is_bare (frame))
        continue;
      if (frame->cast->len < 2)
        frame->doubt = "one-sided";
      for (guint j = first_around (i); j < MIN (frames->len, i + FRAMES_AROUND); j++)
        {
          const OutlayFrame *other = g_ptr_array_index (frames, j);

          if (other != frame && !other->dropped && (!is_bare (other) || j < i)
              && outlay_frame_count_shared (frame, other) >= 2)
            frame->doubt = "told-elsewhere";
        }
    }
}

static gboolean
names_party_itself (const OutlayScene *scene, const OutlayFrame *frame)
{
  for (guint i = 0; i < frame->cast->len; i++)
    {
      guint find = g_array_index (frame->cast, OutlayCast, i).proof.find;

      if (outlay_document_get_find (scene->document, find)->sentence == frame->window.sentence)
        return TRUE;
    }
  return FALSE;
}

/* A figure whose sentence says nothing of a deal and names no party is none, unless it stands among
 * the first sentences, in the headline, or in another sentence too. */
static void
drop_unfounded (const OutlayScene *scene, GPtrArray *frames)
{
  static const char *const classes[] = {"kind", "hint", "pays"};

  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);
      gboolean founded
        = frame->main || frame->repeats->len > 0 || names_party_itself (scene, frame);

      for (guint k = 0; k < G_N_ELEMENTS (classes) && !founded; k++)
        founded = outlay_scene_has_cue (scene, frame->window.sentence, classes[k], NULL);
      if (!founded)
        frame->doubt = "unfounded";
    }
}

/* Drops what is only a part of another deal, and figures that belong to none. */
static void
drop_parts (const OutlayScene *scene, GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      OutlayFrame *whole = NULL;

      if (frame->dropped)
        continue;
      if (frame->part)
        whole = find_whole (scene, frames, i);
      if (whole != NULL)
        take_givers (whole, frame);
      if (whole != NULL)
        frame->doubt = "part";
      else if (frame->weak)
        frame->doubt = "weak";
    }
}

/**
 * outlay_merge_frames:
 * @frames: (element-type OutlayFrame): in the order of the text, with their parties
 *
 * Marks as dropped what is no deal of its own, after the deal that it belongs to has taken over
 * what it says.
 */
void
outlay_merge_frames (const OutlayScene *scene, GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *into = g_ptr_array_index (frames, i);

      for (guint j = i + 1; j < MIN (frames->len, i + FRAMES_AROUND) && !into->dropped; j++)
        {
          OutlayFrame *from = g_ptr_array_index (frames, j);

          if (!from->dropped && is_same_deal (scene, into, from))
            absorb (scene, into, from);
        }
    }
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *from = g_ptr_array_index (frames, i);

      for (guint j = first_around (i); j < MIN (frames->len, i + FRAMES_AROUND) && !from->dropped;
           j++)
        {
          OutlayFrame *into = g_ptr_array_index (frames, j);

          if (!into->dropped && is_capacity_of (scene, into, from))
            absorb (scene, into, from);
        }
    }
  drop_parts (scene, frames);
  merge_bare (scene, frames);
  drop_unfounded (scene, frames);
  drop_bare (frames);
}
