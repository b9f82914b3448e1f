/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-decide.h"
#include "outlay-judge.h"

/* How likely a deal must be to get a card. */
#define LEAST_CARD 0.42

/* How many who pay and get must be the same for two deals without a figure to be one. */
#define LEAST_SAME 2

/* How many parties are too many to gather twice in one article. */
#define LEAST_GATHERED 4

/* How many frames before and behind one are looked at beside it. */
#define FRAMES_AROUND 100

static const char *
name_form (const OutlayFrame *frame)
{
  if (frame->amount.find != OUTLAY_NO_FIND)
    return "money";
  return frame->capacity.find != OUTLAY_NO_FIND ? "capacity" : "bare";
}

static gboolean
is_bare (const OutlayFrame *frame)
{
  return frame->amount.find == OUTLAY_NO_FIND && frame->capacity.find == OUTLAY_NO_FIND;
}

static double
get_best (const OutlayFrame *frame, OutlayRole role)
{
  guint best = 0;

  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);

      if (cast->role == role)
        best = MAX (best, cast->proof.confidence);
    }
  return best / 100.0;
}

static double
get_figure_share (const OutlayScene *scene, const OutlayFrame *frame)
{
  guint find = frame->amount.find != OUTLAY_NO_FIND ? frame->amount.find : frame->capacity.find;
  double share = find != OUTLAY_NO_FIND ? scene->figure_shares[find] : 0;

  for (guint i = 0; i < frame->repeats->len; i++)
    share = MAX (share, scene->figure_shares[g_array_index (frame->repeats, guint, i)]);
  return share;
}

static const char *
name_count (guint n)
{
  return n == 0 ? "0" : n == 1 ? "1" : "many";
}

/* What other frames, surer ones, tell of the same parties. */
static void
add_rivals (const GPtrArray *frames, guint index, OutlayFeatures *features)
{
  const OutlayFrame *frame = g_ptr_array_index (frames, index);
  OutlayFeaturePart form = outlay_feature_part_hash (name_form (frame));
  guint end = MIN (frames->len, index + FRAMES_AROUND);

  for (guint i = index > FRAMES_AROUND ? index - FRAMES_AROUND : 0; i < end; i++)
    {
      const OutlayFrame *other = g_ptr_array_index (frames, i);
      OutlayFeaturePart shared;
      gboolean near;

      if (other == frame || other->dropped || other->share < frame->share)
        continue;
      near = ABS ((int)other->window.sentence - (int)frame->window.sentence) <= 1;
      shared = outlay_feature_part_hash (name_count (outlay_frame_count_shared (frame, other)));
      outlay_features_add (features, "rival", form, name_form (other), shared, NULL);
      outlay_features_add (features, "rival", form,
                           other->kind == frame->kind ? "same" : "other-kind", shared,
                           near ? "near" : "far", NULL);
    }
}

static void
add_sides (const OutlayFrame *frame, OutlayFeatures *features)
{
  const char *kind = outlay_kind_to_string (frame->kind);
  const char *investor = outlay_judge_name_share (get_best (frame, OUTLAY_ROLE_INVESTOR));
  const char *recipient = outlay_judge_name_share (get_best (frame, OUTLAY_ROLE_RECIPIENT));

  outlay_features_add (features, "investor", investor, NULL);
  outlay_features_add (features, "recipient", recipient, NULL);
  outlay_features_add (features, "sides", investor, recipient, NULL);
  outlay_features_add (features, "investor", investor, kind, NULL);
  outlay_features_add (features, "recipient", recipient, kind, NULL);
  outlay_features_add (
    features, "leads", name_count (outlay_frame_count_role (frame, OUTLAY_ROLE_INVESTOR)),
    name_count (outlay_frame_count_role (frame, OUTLAY_ROLE_RECIPIENT)), name_form (frame), NULL);
}

static void
add_features (const OutlayScene *scene,
              const GPtrArray *frames,
              guint index,
              OutlayFeatures *features)
{
  const OutlayFrame *frame = g_ptr_array_index (frames, index);
  const char *form = name_form (frame);
  const char *deal = outlay_judge_name_share (frame->share);
  const char *figure = outlay_judge_name_share (get_figure_share (scene, frame));

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "deal", deal, NULL);
  outlay_features_add (features, "deal", deal, form, NULL);
  outlay_features_add (features, "figure", figure, form, NULL);
  outlay_features_add (features, "deal-figure", deal, figure, NULL);
  outlay_features_add (features, "kind", outlay_kind_to_string (frame->kind), form, NULL);
  outlay_features_add (features, "kind-share",
                       outlay_judge_name_share (frame->kind_proof.confidence / 100.0), form, NULL);
  outlay_features_add (features, "status", outlay_status_to_string (frame->status), NULL);
  if (frame->doubt != NULL)
    outlay_features_add (features, "doubt", frame->doubt, NULL);
  add_sides (frame, features);
  add_rivals (frames, index, features);
}

/* Whether @other tells the deal, too, that @frame tells without a figure: one of that kind between
 * the same parties and as far. */
static gboolean
is_told_by (const OutlayFrame *frame, const OutlayFrame *other)
{
  guint n_leads = 0;

  if (other->kind != frame->kind || other->status != frame->status)
    return FALSE;
  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *own = &g_array_index (frame->cast, OutlayCast, i);
      const OutlayCast *its = outlay_frame_find_cast (other, own->entity);

      if (own->role == OUTLAY_ROLE_PARTNER)
        continue;
      if (its == NULL || its->role != own->role)
        return FALSE;
      n_leads++;
    }
  return n_leads >= LEAST_SAME;
}

/* Whether the capacity that is all that @frame tells is that of the deal of @other. */
static gboolean
is_capacity_of (const OutlayScene *scene, const OutlayFrame *frame, const OutlayFrame *other)
{
  if (frame->amount.find != OUTLAY_NO_FIND || frame->capacity.find == OUTLAY_NO_FIND
      || other->amount.find == OUTLAY_NO_FIND || other->capacity.find == OUTLAY_NO_FIND)
    return FALSE;
  if (other->capacity.find == frame->capacity.find)
    return TRUE;
  return outlay_scene_get_find (scene, other->capacity.find)->mention.capacity.kilowatts
           == outlay_scene_get_find (scene, frame->capacity.find)->mention.capacity.kilowatts
         && outlay_frame_count_shared (frame, other) > 0;
}

/* Whether @frame tells but a share of the money that @other gathers: so many parties don't come
 * together twice in one article. */
static gboolean
is_share_of (const OutlayScene *scene, const OutlayFrame *frame, const OutlayFrame *other)
{
  const OutlayMoney *share, *whole;

  if (frame->kind != other->kind || frame->cast->len < LEAST_GATHERED
      || frame->cast->len != other->cast->len || frame->amount.find == OUTLAY_NO_FIND
      || other->amount.find == OUTLAY_NO_FIND)
    return FALSE;
  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);
      const OutlayCast *same = outlay_frame_find_cast (other, cast->entity);

      if (same == NULL || same->role != cast->role)
        return FALSE;
    }
  share = &outlay_scene_get_find (scene, frame->amount.find)->mention.money;
  whole = &outlay_scene_get_find (scene, other->amount.find)->mention.money;
  return strcmp (share->currency, whole->currency) == 0
         && outlay_money_get_figure (share) < outlay_money_get_figure (whole);
}

static gboolean
is_told_elsewhere (const OutlayScene *scene, const GPtrArray *frames, guint index)
{
  const OutlayFrame *frame = g_ptr_array_index (frames, index);
  guint end = MIN (frames->len, index + FRAMES_AROUND);

  for (guint i = index > FRAMES_AROUND ? index - FRAMES_AROUND : 0; i < end; i++)
    {
      const OutlayFrame *other = g_ptr_array_index (frames, i);

      if (i == index || other->dropped)
        continue;
      if (is_bare (frame)
            ? is_told_by (frame, other)
            : is_capacity_of (scene, frame, other) || is_share_of (scene, frame, other))
        return TRUE;
    }
  return FALSE;
}

static void
drop_told_twice (const OutlayScene *scene, const GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      frame->dropped = frame->dropped || is_told_elsewhere (scene, frames, i);
    }
}

/**
 * outlay_judge_cards:
 * @frames: (element-type OutlayFrame): of which it is known what they would be and who is in them
 *
 * Decides which of them are deals, each beside the others.
 */
void
outlay_judge_cards (const OutlayScene *scene, const GPtrArray *frames)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autofree gboolean *drops = g_new0 (gboolean, frames->len + 1);

  for (guint i = 0; i < frames->len; i++)
    {
      const OutlayFrame *frame = g_ptr_array_index (frames, i);
      g_autofree char *id = scene->document->record != NULL ? g_strdup_printf ("%u", i) : NULL;

      if (frame->dropped)
        continue;
      outlay_features_clear (features);
      add_features (scene, frames, i, features);
      drops[i]
        = outlay_decide (scene->document, OUTLAY_DECISION_CARD, id, features).share[1] < LEAST_CARD;
    }
  for (guint i = 0; i < frames->len; i++)
    ((OutlayFrame *)g_ptr_array_index (frames, i))->dropped |= drops[i];
  drop_told_twice (scene, frames);
}
