/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-han.h"

#include <string.h>

/* Counts above this say no more. */
#define MOST_REPEATS 4
#define MOST_TOKENS  10

/* How far behind a name its verb, and a figure, may stand. */
#define REACH_OF_VERB   8
#define REACH_OF_FIGURE 40

/* A candidate while its features are told. */
typedef struct
{
  const OutlayHanText *text;
  const OutlayScan *scan;
  guint first;
  guint end;
  OutlayFeatures *features;
} Subject;

static char *
dup_tokens (const OutlayScan *scan, guint first, guint end)
{
  return g_strndup (outlay_scan_get_text (scan, first),
                    scan->tokens[end - 1].end - scan->tokens[first].start);
}

static void
add_tokens (const Subject *subject, const char *name, guint first, guint end)
{
  g_autofree char *words = dup_tokens (subject->scan, first, end);

  outlay_features_add (subject->features, "han", name, words, NULL);
}

static void
add_number (const Subject *subject, const char *name, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  outlay_features_add (subject->features, "han", name, digits, NULL);
}

/* What the words of an entry are called as features; %NULL where they tell nothing. */
static const char *
get_class_name (const OutlayEntry *entry)
{
  switch (entry->class)
    {
    case OUTLAY_ENTRY_CUE:
      return ((const OutlayCue *)entry->data)->name;
    case OUTLAY_ENTRY_FUNCTION:
      return "function";
    case OUTLAY_ENTRY_COMMON:
      return "common";
    case OUTLAY_ENTRY_PERSON:
      return "person";
    case OUTLAY_ENTRY_LEGAL_BEFORE:
      return "before";
    case OUTLAY_ENTRY_LEGAL_AFTER:
      return "form";
    case OUTLAY_ENTRY_DESCRIPTION:
      return "description";
    case OUTLAY_ENTRY_PLACE:
      return "place";
    case OUTLAY_ENTRY_HEDGE_BEFORE:
    case OUTLAY_ENTRY_HEDGE_AFTER:
      return "hedge";
    default:
      return NULL;
    }
}

/**
 * outlay_han_text_find_form:
 *
 * Returns: (transfer none) (nullable): the longest ending of names that ends before @end and begins
 *   at @first or behind it.
 */
const OutlayHit *
outlay_han_text_find_form (const OutlayHanText *text, guint first, guint end)
{
  const OutlayHit *form = NULL;

  for (guint i = text->first_by_end[end]; i < text->first_by_end[end + 1]; i++)
    {
      const OutlayHit *hit = &g_array_index (text->scan->hits, OutlayHit, text->by_end[i]);

      if (hit->entry->class == OUTLAY_ENTRY_LEGAL_AFTER && hit->first >= first
          && (form == NULL || hit->first < form->first))
        form = hit;
    }
  return form;
}

/* A place where a candidate begins or ends: the end of the text, a mark, a figure, a known name. */
static gboolean
add_edge (const Subject *subject, const char *side, guint at, gboolean line)
{
  const OutlayHanText *text = subject->text;
  const OutlayScan *scan = subject->scan;

  if (line || at >= scan->n_tokens)
    outlay_features_add (subject->features, "han", side, "line", NULL);
  else if (text->taken[at])
    outlay_features_add (subject->features, "han", side, "known", NULL);
  else if (scan->used[at] || scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER)
    outlay_features_add (subject->features, "han", side, "figure", NULL);
  else if (scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION)
    {
      g_autofree char *mark = dup_tokens (scan, at, at + 1);

      outlay_features_add (subject->features, "han", side, "mark", mark, NULL);
    }
  else
    return FALSE;
  return TRUE;
}

static void
add_neighbour (const Subject *subject, const char *side, const OutlayHit *hit, gboolean *known)
{
  const char *name = get_class_name (hit->entry);
  g_autofree char *words = NULL;

  if (name == NULL)
    return;
  *known = TRUE;
  outlay_features_add (subject->features, "han", side, name, NULL);
  words = dup_tokens (subject->scan, hit->first, hit->end);
  outlay_features_add (subject->features, "han", side, "word", words, NULL);
}

static void
add_left (const Subject *subject)
{
  const OutlayHanText *text = subject->text;
  guint first = subject->first;
  gboolean known = FALSE;

  if (add_edge (subject, "left", first > 0 ? first - 1 : G_MAXUINT,
                first == 0 || !outlay_scan_goes_on (subject->scan, first)))
    return;
  for (guint i = text->first_by_end[first]; i < text->first_by_end[first + 1]; i++)
    add_neighbour (subject, "left",
                   &g_array_index (subject->scan->hits, OutlayHit, text->by_end[i]), &known);
  if (!known)
    outlay_features_add (subject->features, "han", "left", "unknown", NULL);
  add_tokens (subject, "left-sign", first - 1, first);
}

static void
add_right (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint end = subject->end;
  gboolean known = FALSE;

  if (add_edge (subject, "right", end, end < scan->n_tokens && !outlay_scan_goes_on (scan, end)))
    return;
  for (guint i = scan->first_hit[end]; i < scan->first_hit[end + 1]; i++)
    add_neighbour (subject, "right", &g_array_index (scan->hits, OutlayHit, i), &known);
  if (!known)
    outlay_features_add (subject->features, "han", "right", "unknown", NULL);
  add_tokens (subject, "right-sign", end, end + 1);
}

/* What it is made of: how it begins and ends, how long it is, in which script. */
static void
add_shape (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint first = subject->first, end = subject->end;
  const OutlayHit *form = outlay_han_text_find_form (subject->text, first, end);
  const OutlayHit *place = outlay_scan_find (scan, first, OUTLAY_ENTRY_PLACE);
  guint n_han = 0;
  gboolean capital = FALSE;

  for (guint at = first; at < end; at++)
    {
      n_han += (scan->tokens[at].flags & OUTLAY_TOKEN_IDEOGRAPH) != 0;
      capital |= (scan->tokens[at].flags & OUTLAY_TOKEN_CAPITAL) != 0;
    }
  const char *script = n_han == end - first ? "han"
                       : n_han > 0          ? "mixed"
                       : capital            ? "latin"
                                            : "small";
  outlay_features_add (subject->features, "han", "script", script, NULL);
  add_number (subject, n_han > 0 ? "length" : "words", MIN (end - first, MOST_TOKENS));
  if (form != NULL && form->first > first)
    {
      add_tokens (subject, "form", form->first, end);
      outlay_features_add (subject->features, "han", "has-form", NULL);
      add_number (subject, "stem", MIN (form->first - first, MOST_TOKENS));
    }
  else
    outlay_features_add (subject->features, "han", form != NULL ? "only-form" : "no-form", NULL);
  if (place != NULL && place->end <= end)
    outlay_features_add (subject->features, "han", place->end == end ? "is-place" : "place-first",
                         NULL);
  add_tokens (subject, "first", first, first + 1);
  add_tokens (subject, "last", end - 1, end);
  if (end - first > 2)
    {
      add_tokens (subject, "first-two", first, first + 2);
      add_tokens (subject, "last-two", end - 2, end);
    }
}

/* Known words inside, and how much of the candidate they cover. */
static void
add_inside (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  const OutlayHit *form = outlay_han_text_find_form (subject->text, subject->first, subject->end);
  guint stem = form != NULL && form->first > subject->first ? form->first : subject->end;
  guint covered = 0, reach = subject->first;

  for (guint at = subject->first; at < stem; at++)
    {
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &g_array_index (scan->hits, OutlayHit, i);
          const char *name = get_class_name (hit->entry);

          if (hit->end > stem || name == NULL || hit->entry->class == OUTLAY_ENTRY_PLACE)
            continue;
          outlay_features_add (subject->features, "han",
                               hit->end - hit->first > 1 ? "inside" : "inside-sign", name, NULL);
          if (hit->end - hit->first > 1)
            reach = MAX (reach, hit->end);
        }
      covered += at < reach;
    }
  guint share = covered * 4 / (stem - subject->first);
  add_number (subject, "covered", share);
}

static void
add_returns (const Subject *subject)
{
  const OutlayRepeat *repeat
    = outlay_repeats_get (subject->text->repeats, subject->first, subject->end);

  if (repeat == NULL)
    return;
  add_number (subject, "returns", MIN (repeat->count, MOST_REPEATS));
  if (repeat->count > 1)
    outlay_features_add (subject->features, "han",
                         repeat->free_left && repeat->free_right   ? "free"
                         : repeat->free_left || repeat->free_right ? "half-free"
                                                                   : "bound",
                         NULL);
}

static gboolean
has_cue_of (const OutlayScan *scan, guint at, const char *class_name)
{
  if (!outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE))
    return FALSE;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &g_array_index (scan->hits, OutlayHit, i);

      if (hit->entry->class == OUTLAY_ENTRY_CUE
          && strcmp (((const OutlayCue *)hit->entry->data)->class_name, class_name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A verb of paying behind it, a figure near it, a stock code or a Latin name in brackets. */
static void
add_surroundings (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint end = subject->end;
  guint sentence = scan->tokens[end - 1].sentence;
  gboolean acts = FALSE, figure = FALSE;

  for (guint at = end;
       at < scan->n_tokens && at < end + REACH_OF_FIGURE && scan->tokens[at].sentence == sentence;
       at++)
    {
      acts |= at < end + REACH_OF_VERB && has_cue_of (scan, at, "pays");
      figure |= scan->used[at];
    }
  for (guint at = subject->first;
       at-- > 0 && at + REACH_OF_FIGURE > subject->first && scan->tokens[at].sentence == sentence;)
    figure |= scan->used[at];
  outlay_features_add (subject->features, "han", acts ? "acts" : "rests", NULL);
  outlay_features_add (subject->features, "han", figure ? "figure" : "no-figure", NULL);
  if (scan->document->n_title_tokens > subject->first)
    outlay_features_add (subject->features, "han", "title", NULL);
  if ((outlay_scan_is (scan, end, "（") || outlay_scan_is (scan, end, "("))
      && end + 1 < scan->n_tokens)
    {
      guint32 flags = scan->tokens[end + 1].flags;

      outlay_features_add (subject->features, "han", "bracket",
                           flags & OUTLAY_TOKEN_NUMBER    ? "number"
                           : flags & OUTLAY_TOKEN_CAPITAL ? "latin"
                                                          : "other",
                           NULL);
    }
}

/**
 * outlay_han_text_add_features:
 *
 * Tells what speaks for and against the tokens from @first to before @end being an organisation's
 * name.
 */
void
outlay_han_text_add_features (const OutlayHanText *text,
                              guint first,
                              guint end,
                              OutlayFeatures *features)
{
  const Subject subject = {text, text->scan, first, end, features};

  outlay_features_add (features, "han", NULL);
  add_shape (&subject);
  add_left (&subject);
  add_right (&subject);
  add_inside (&subject);
  add_returns (&subject);
  add_surroundings (&subject);
}
