/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

#include <string.h>

#include "extract/judgement/outlay-judge.h"
#include "extract/outlay-extractor.h"

/* Distances in tenths of words. A cue that makes a figure no deal stands beside it ("a valuation
 * of", "Umsatz von") or, where it speaks of a whole sector, anywhere in its sentence. */
#define NEGATIVE_TOUCH   35
#define NEGATIVE_REACH   90
#define SECTOR_REACH     250
#define CONVERSION_REACH 60
#define CONVERTED_REACH  35
#define BEHIND_PREFERRED 25
#define HINT_BEHIND      30
#define PART_REACH       60
#define OPTION_REACH     60
#define CAPACITY_REACH   120
#define INFERRED_REACH   150

/* In US dollars: below the first an amount is mostly the price of a thing and below the second
 * always, above the third it is the size of an economy or the value of a company. */
#define LEAST_DEAL   500e3
#define LEAST_SUM    1e3
#define LARGEST_DEAL 1.5e12

/* How much of an amount its conversion is worth at least: rates move, and texts round. */
#define LEAST_CONVERTED 0.7

static gboolean
same_currency (const OutlayFind *a, const OutlayFind *b)
{
  return strcmp (a->mention.money.currency, b->mention.money.currency) == 0;
}

/* Whether words beside @find say that it is @before in another currency, and it may be: "In euros
 * that is about". */
static gboolean
is_called_conversion (const OutlayScene *scene, const OutlayFind *before, const OutlayFind *find)
{
  double worth = outlay_scene_get_worth (scene, &find->mention.money);
  double share;
  guint distance;

  if (find->sentence > before->sentence + 1 || worth <= 0
      || find->mention.money.qualifier == OUTLAY_QUALIFIER_VAGUE
      || before->mention.money.qualifier == OUTLAY_QUALIFIER_VAGUE)
    return FALSE;
  share = outlay_scene_get_worth (scene, &before->mention.money) / worth;
  outlay_scene_nearest_cue (scene, find, "scope", "converted", &distance);
  return distance <= CONVERTED_REACH && share >= LEAST_CONVERTED && share <= 1 / LEAST_CONVERTED;
}

/* Whether @find says the figure @before again in another currency: in brackets, or close behind it
 * with no name or cue of a deal between, or in so many words. */
static gboolean
is_conversion (const OutlayScene *scene, guint before_index, guint index)
{
  const OutlayFind *before = outlay_scene_get_find (scene, before_index);
  const OutlayFind *find = outlay_scene_get_find (scene, index);

  if (before->mention.type != OUTLAY_MENTION_MONEY || same_currency (before, find))
    return FALSE;
  if (is_called_conversion (scene, before, find))
    return TRUE;
  if (outlay_scene_distance (scene, before, find) > CONVERSION_REACH)
    return FALSE;
  if (find->flags & OUTLAY_FIND_BRACKETED)
    return TRUE;
  for (guint i = before_index + 1; i < index; i++)
    {
      const OutlayFind *between = outlay_scene_get_find (scene, i);

      if (between->first_token < before->end_token)
        continue;
      if (between->mention.type == OUTLAY_MENTION_ORGANISATION
          || outlay_find_is_cue (between, "pays", NULL)
          || outlay_find_is_cue (between, "join", NULL))
        return FALSE;
    }
  return TRUE;
}

/* The amount that @cue speaks of: of those of its sentence the nearest, and of two that are about
 * as near the one behind it ("of which 2 billion", "a value of 40 billion"). */
static gboolean
is_owner (const OutlayScene *scene, const OutlayFind *cue, const OutlayFind *find)
{
  guint own = outlay_scene_distance (scene, cue, find);

  own += find->first_token < cue->first_token ? BEHIND_PREFERRED : 0;
  for (guint i = scene->first_find[cue->sentence]; i < scene->first_find[cue->sentence + 1]; i++)
    {
      const OutlayFind *other = outlay_scene_get_find (scene, i);
      guint apart;

      if (other == find || other->mention.type != find->mention.type)
        continue;
      apart = outlay_scene_distance (scene, cue, other);
      if (apart + (other->first_token < cue->first_token ? BEHIND_PREFERRED : 0) < own)
        return FALSE;
    }
  return TRUE;
}

static guint
nearest_deal_cue (const OutlayScene *scene, const OutlayFind *find)
{
  static const char *const classes[] = {"kind", "pays", "hint"};
  guint least = OUTLAY_NOWHERE;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint distance;

      outlay_scene_nearest_cue (scene, find, classes[i], NULL, &distance);
      if (distance != OUTLAY_NOWHERE && strcmp (classes[i], "hint") == 0)
        distance = distance * 2 + HINT_BEHIND;
      least = MIN (least, distance);
    }
  return least;
}

static gboolean
speaks_of_sector (const char *value)
{
  return strcmp (value, "market") == 0 || strcmp (value, "sum") == 0 || strcmp (value, "past") == 0;
}

/* Whether cues say that the figure is a value, a revenue, a fine and the like. */
static gboolean
is_negative (const OutlayScene *scene, const OutlayFind *find)
{
  guint deal = nearest_deal_cue (scene, find);

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = outlay_scene_get_find (scene, i);
      guint distance;

      if (!outlay_find_is_cue (cue, "negative", NULL)
          || outlay_find_is_cue (cue, "negative", "not"))
        continue;
      distance = outlay_scene_distance (scene, find, cue);
      if (!speaks_of_sector (cue->value.text) && !is_owner (scene, cue, find))
        continue;
      if (distance <= NEGATIVE_TOUCH)
        return TRUE;
      if (distance <= (speaks_of_sector (cue->value.text) ? SECTOR_REACH : NEGATIVE_REACH)
          && distance < deal)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_scope (const OutlayScene *scene, const OutlayFind *find, const char *value, guint reach)
{
  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = outlay_scene_get_find (scene, i);

      if (outlay_find_is_cue (cue, "scope", value)
          && outlay_scene_distance (scene, find, cue) <= reach && is_owner (scene, cue, find))
        return TRUE;
    }
  return FALSE;
}

/* Whether an amount is worth from @least to @most dollars, or nobody knows. */
static gboolean
has_worth (const OutlayScene *scene, const OutlayFind *find, double least, double most)
{
  double dollars = outlay_scene_get_worth (scene, &find->mention.money);

  return find->mention.money.qualifier == OUTLAY_QUALIFIER_VAGUE || dollars <= 0
         || (dollars >= least && dollars <= most);
}

static gboolean
stands_in_heading (const OutlayScene *scene, const OutlayFind *find)
{
  return find->mention.part == OUTLAY_PART_TITLE
         || outlay_document_get_sentence (scene->document, find->sentence)->heading;
}

static gint64
get_figure (const OutlayFind *find)
{
  return outlay_money_get_figure (&find->mention.money);
}

/*
 * Returns: (element-type gint64 GArray): the amounts that the text calls a value, a fine and the
 *   like, by their figure, so that each amount is compared with its like alone.
 */
static GHashTable *
find_negatives (const OutlayScene *scene)
{
  GHashTable *negatives
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < scene->document->finds->len; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      gint64 figure;
      GArray *alike;

      if (find->mention.type != OUTLAY_MENTION_MONEY || !is_negative (scene, find))
        continue;
      figure = get_figure (find);
      alike = g_hash_table_lookup (negatives, &figure);
      if (alike == NULL)
        {
          alike = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (negatives, g_memdup2 (&figure, sizeof figure), alike);
        }
      g_array_append_val (alike, i);
    }
  return negatives;
}

/* Whether the text calls the same amount a value, a fine and the like in another place: the
 * headline may leave out what it is. */
static gboolean
is_negative_elsewhere (const OutlayScene *scene, GHashTable *negatives, const OutlayFind *find)
{
  gint64 figure = get_figure (find);
  const GArray *alike = g_hash_table_lookup (negatives, &figure);

  if (alike == NULL || find->mention.money.qualifier == OUTLAY_QUALIFIER_VAGUE)
    return FALSE;
  for (guint i = 0; i < alike->len; i++)
    {
      const OutlayFind *other = outlay_scene_get_find (scene, g_array_index (alike, guint, i));

      if (other != find && same_currency (find, other))
        return stands_in_heading (scene, find) || nearest_deal_cue (scene, find) > NEGATIVE_TOUCH;
    }
  return FALSE;
}

/* A capacity makes a deal of its own only beside a word for building, buying or the like, and in a
 * sentence that names who does it. */
static gboolean
is_own_capacity (const OutlayScene *scene, const OutlayFind *find)
{
  guint kind;
  guint pays;

  outlay_scene_nearest_cue (scene, find, "kind", NULL, &kind);
  outlay_scene_nearest_cue (scene, find, "pays", NULL, &pays);
  return MIN (kind, pays) <= CAPACITY_REACH;
}

/* Why a figure makes no deal; %NULL where it may. */
static const char *
why_not (const OutlayScene *scene, GHashTable *negatives, const OutlayFind *find)
{
  gboolean is_money = find->mention.type == OUTLAY_MENTION_MONEY;

  if (is_money && !has_worth (scene, find, LEAST_DEAL, LARGEST_DEAL))
    return "not the size of a deal";
  if (is_money && (find->flags & OUTLAY_FIND_INFERRED)
      && nearest_deal_cue (scene, find) > INFERRED_REACH)
    return "no currency of its own";
  if (is_negative (scene, find))
    return "negative";
  if (is_money && is_negative_elsewhere (scene, negatives, find))
    return "negative elsewhere";
  if (is_scope (scene, find, "old", OPTION_REACH))
    return "replaced";
  if (is_scope (scene, find, "option", OPTION_REACH))
    return "option";
  return NULL;
}

static gboolean
is_candidate (const OutlayScene *scene, GHashTable *negatives, guint index)
{
  const OutlayFind *find = outlay_scene_get_find (scene, index);
  const char *why = why_not (scene, negatives, find);
  const char *text = outlay_document_get_text (scene->document, find->mention.part);
  OutlaySpan span = find->mention.span;

  if (why != NULL)
    g_debug ("no deal: “%.*s”: %s", (int)(span.end - span.start), text + span.start, why);
  if (find->mention.type == OUTLAY_MENTION_MONEY
      && !has_worth (scene, find, LEAST_SUM, G_MAXDOUBLE))
    return FALSE;
  return outlay_judge_takes_figure (scene, index, why);
}

/* The figures that stand for themselves, without those that convert or replace another. */
static GArray *
find_heads (const OutlayScene *scene, GHashTable *conversions)
{
  g_autoptr (GHashTable) negatives = find_negatives (scene);
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last_money = OUTLAY_NO_FIND;

  for (guint i = 0; i < scene->document->finds->len; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);
      gboolean is_money = find->mention.type == OUTLAY_MENTION_MONEY;

      if (!is_money && find->mention.type != OUTLAY_MENTION_CAPACITY)
        continue;
      if (is_money && last_money != OUTLAY_NO_FIND && is_conversion (scene, last_money, i))
        {
          g_hash_table_insert (conversions, GUINT_TO_POINTER (last_money), GUINT_TO_POINTER (i));
          continue;
        }
      if (is_money)
        last_money = i;
      if (is_candidate (scene, negatives, i))
        g_array_append_val (heads, i);
    }
  return heads;
}

/* The frame that a capacity belongs to: that of the nearest amount of its sentence that has no
 * capacity yet. */
static OutlayFrame *
find_frame_for_capacity (const OutlayScene *scene,
                         GHashTable *frame_of_amount,
                         const OutlayFind *capacity)
{
  guint sentence = capacity->sentence;
  OutlayFrame *nearest = NULL;
  guint least = OUTLAY_NOWHERE;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      OutlayFrame *frame = g_hash_table_lookup (frame_of_amount, GUINT_TO_POINTER (i));
      guint distance;

      if (frame == NULL || frame->capacity.find != OUTLAY_NO_FIND)
        continue;
      distance = outlay_scene_distance (scene, outlay_scene_get_find (scene, i), capacity);
      if (distance < least)
        {
          least = distance;
          nearest = frame;
        }
    }
  return nearest;
}

static GHashTable *
index_by_amount (const GPtrArray *frames)
{
  GHashTable *frame_of_amount = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      g_hash_table_insert (frame_of_amount, GUINT_TO_POINTER (frame->amount.find), frame);
    }
  return frame_of_amount;
}

static void
add_money_frames (const OutlayScene *scene,
                  const GArray *heads,
                  GHashTable *conversions,
                  GPtrArray *frames)
{
  for (guint i = 0; i < heads->len; i++)
    {
      guint index = g_array_index (heads, guint, i);
      const OutlayFind *find = outlay_scene_get_find (scene, index);
      OutlayFrame *frame;
      gpointer conversion;

      if (find->mention.type != OUTLAY_MENTION_MONEY)
        continue;
      frame = outlay_frame_new (outlay_grammar_get_window (scene, heads, i));
      frame->amount = (OutlayProof){index, "figure", 95};
      if (g_hash_table_lookup_extended (conversions, GUINT_TO_POINTER (index), NULL, &conversion))
        frame->alternative = (OutlayProof){GPOINTER_TO_UINT (conversion), "conversion", 90};
      frame->part = is_scope (scene, find, "part", PART_REACH);
      g_ptr_array_add (frames, frame);
    }
}

static void
add_capacities (const OutlayScene *scene, const GArray *heads, GPtrArray *frames)
{
  g_autoptr (GHashTable) frame_of_amount = index_by_amount (frames);

  for (guint i = 0; i < heads->len; i++)
    {
      guint index = g_array_index (heads, guint, i);
      const OutlayFind *find = outlay_scene_get_find (scene, index);
      OutlayProof proof = {index, "capacity", 80};
      OutlayFrame *frame;

      if (find->mention.type != OUTLAY_MENTION_CAPACITY)
        continue;
      frame = find_frame_for_capacity (scene, frame_of_amount, find);
      if (frame != NULL)
        {
          frame->capacity = proof;
          continue;
        }
      frame = outlay_frame_new (outlay_grammar_get_window (scene, heads, i));
      frame->capacity = proof;
      frame->weak = !is_own_capacity (scene, find);
      frame->part = is_scope (scene, find, "part", PART_REACH);
      g_ptr_array_add (frames, frame);
    }
}

/**
 * outlay_figures_find_frames:
 *
 * Returns: (transfer full) (element-type OutlayFrame): a frame for each amount that can be a
 * deal's, and for each capacity that stands without an amount.
 */
GPtrArray *
outlay_figures_find_frames (const OutlayScene *scene)
{
  GPtrArray *frames = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_frame_free);
  g_autoptr (GHashTable) conversions = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) heads = find_heads (scene, conversions);

  add_money_frames (scene, heads, conversions, frames);
  add_capacities (scene, heads, frames);
  return frames;
}
