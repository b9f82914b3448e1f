/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-han.h"

#include "extract/recognise/names/outlay-name-features.h"

#include "extract/recognise/names/outlay-name-span.h"

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
  guint brand;             /* where its own part begins, behind a place */
  guint forms;             /* where the words for what it is begin that end it, @end without them */
  OutlayFeaturePart form;  /* how much these say */
  OutlayFeaturePart left;  /* what stands before it, in a word */
  OutlayFeaturePart right; /* and behind it */
  OutlayFeaturePart script; /* what it is written in */
  OutlayFeatures *features;
} Subject;

static char *
dup_tokens (const OutlayScan *scan, guint first, guint end)
{
  return g_strndup (outlay_scan_get_text (scan, first),
                    scan->tokens[end - 1].end - scan->tokens[first].start);
}

static void
add_tokens (
  const OutlayScan *scan, OutlayFeatures *features, const char *name, guint first, guint end)
{
  g_autofree char *words = dup_tokens (scan, first, end);

  outlay_features_add (features, "han", name, words, NULL);
}

static void
add_number (const Subject *subject, const char *name, guint number)
{
  outlay_features_add (subject->features, "han", name, outlay_name_number (number), NULL);
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
    case OUTLAY_ENTRY_FIELD:
      return "field";
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

/* The longest word for what an organisation is that ends before @end. */
static const OutlayHit *
find_form (const OutlayHanText *text, guint first, guint end)
{
  const OutlayHit *form = NULL;

  for (guint i = text->first_by_end[end]; i < text->first_by_end[end + 1]; i++)
    {
      const OutlayHit *hit = &text->scan->hits[text->by_end[i]];

      if ((hit->entry->class == OUTLAY_ENTRY_LEGAL_AFTER || hit->entry->class == OUTLAY_ENTRY_FIELD)
          && hit->first >= first && (form == NULL || hit->first < form->first))
        form = hit;
    }
  return form;
}

/* Parts the candidate: a place, what is its own, words for what it is. */
static void
part (Subject *subject)
{
  const OutlayHit *place = outlay_scan_find (subject->scan, subject->first, OUTLAY_ENTRY_PLACE);
  const OutlayHit *form;
  gboolean strong = FALSE;

  subject->brand = place != NULL && place->end < subject->end ? place->end : subject->first;
  subject->forms = subject->end;
  while (subject->forms > subject->brand
         && (form = find_form (subject->text, subject->brand, subject->forms)) != NULL)
    {
      subject->forms = form->first;
      strong |= form->entry->class == OUTLAY_ENTRY_LEGAL_AFTER;
    }
  subject->form = outlay_feature_part_hash (subject->forms == subject->end ? "plain"
                                            : strong                       ? "form"
                                                                           : "field");
}

/* Which of the classes of what stands beside a candidate says most. */
static guint
rank_class (const char *name)
{
  static const char *const order[]
    = {"pays:", "join:", "link:", "before", "person", "aside:", "function", "status:", "place"};

  if (name == NULL)
    return G_MAXUINT;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (g_str_has_prefix (name, order[i]))
        return i;
    }
  return G_N_ELEMENTS (order);
}

static void
add_neighbour (const OutlayScan *scan,
               OutlayFeatures *features,
               const char *side,
               const OutlayHit *hit,
               const char **best)
{
  const char *name = get_class_name (hit->entry);

  if (name == NULL)
    return;
  if (rank_class (name) < rank_class (*best))
    *best = name;
  outlay_features_add (features, "han", side, name, NULL);
  g_autofree char *words = dup_tokens (scan, hit->first, hit->end);
  outlay_features_add (features, "han", side, "word", words, NULL);
}

static const char *
name_edge (const OutlayHanText *text, guint at)
{
  const OutlayScan *scan = text->scan;

  if (at >= scan->n_tokens)
    return "line";
  if (text->taken[at])
    return "name";
  if (scan->used[at] || scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER)
    return "figure";
  return scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION ? "mark" : NULL;
}

/* Returns, in a word, what stands before the token @first. */
static const char *
add_left (const OutlayHanText *text, guint first, OutlayFeatures *features)
{
  const OutlayScan *scan = text->scan;
  gboolean line = first == 0 || !outlay_scan_goes_on (scan, first);
  const char *left = name_edge (text, line ? G_MAXUINT : first - 1);

  if (line)
    return left;
  add_tokens (scan, features, "left-sign", first - 1, first);
  if (left != NULL)
    return left;
  for (guint i = text->first_by_end[first]; i < text->first_by_end[first + 1]; i++)
    add_neighbour (scan, features, "left", &scan->hits[text->by_end[i]], &left);
  if (left != NULL)
    return left;
  return text->known[first - 1] ? "word" : "unknown";
}

/* Returns, in a word, what stands from the token @end on. */
static const char *
add_right (const OutlayHanText *text, guint end, OutlayFeatures *features)
{
  const OutlayScan *scan = text->scan;
  gboolean line = !outlay_scan_goes_on (scan, end);
  const char *right = name_edge (text, line ? G_MAXUINT : end);

  if (line)
    return right;
  add_tokens (scan, features, "right-sign", end, end + 1);
  if (right != NULL)
    return right;
  for (guint i = scan->first_hit[end]; i < scan->first_hit[end + 1]; i++)
    add_neighbour (scan, features, "right", &scan->hits[i], &right);
  if (right != NULL)
    return right;
  return text->known[end] ? "word" : "unknown";
}

/* Describes the side where it was another place's before. */
static void
describe_side (const OutlayHanText *text,
               OutlayHanSide *side,
               guint at,
               const char *(*add) (const OutlayHanText *, guint, OutlayFeatures *))
{
  if (side->at == at + 1)
    return;
  side->at = at + 1;
  outlay_features_clear (side->features);
  side->name = outlay_feature_part_hash (add (text, at, side->features));
}

static void
add_sides (Subject *subject)
{
  OutlayHanSide *left = subject->text->left;
  OutlayHanSide *right = &subject->text->rights[subject->end % OUTLAY_HAN_SIDES];

  describe_side (subject->text, left, subject->first, add_left);
  describe_side (subject->text, right, subject->end, add_right);
  outlay_features_add_all (subject->features, left->features);
  outlay_features_add_all (subject->features, right->features);
  subject->left = left->name;
  subject->right = right->name;
}

static const char *
name_script (const Subject *subject)
{
  guint n_han = 0;
  gboolean capital = FALSE;

  for (guint at = subject->first; at < subject->end; at++)
    {
      guint32 flags = subject->scan->tokens[at].flags;

      n_han += (flags & OUTLAY_TOKEN_IDEOGRAPH) != 0;
      capital |= (flags & OUTLAY_TOKEN_CAPITAL) != 0;
    }
  if (n_han > 0)
    return n_han == subject->end - subject->first ? "han" : "mixed";
  return capital ? "latin" : "small";
}

/* A country stands before the name of a firm from there, a city at its beginning. */
static const char *
name_place (const Subject *subject)
{
  const OutlayHit *place = outlay_scan_find (subject->scan, subject->first, OUTLAY_ENTRY_PLACE);

  switch (place->entry->number)
    {
    case OUTLAY_PLACE_COUNTRY:
      return "country";
    case OUTLAY_PLACE_ADJECTIVE:
      return "adjective";
    default:
      return "city";
    }
}

/* How it begins and ends, how long it is, in which script. */
static void
add_shape (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint first = subject->first, end = subject->end;

  outlay_features_add (subject->features, "han", "script", subject->script, NULL);
  outlay_features_add (subject->features, "han", "form", subject->form, NULL);
  add_number (subject, "length", MIN (end - first, MOST_TOKENS));
  if (subject->forms < end)
    add_tokens (scan, subject->features, "forms", subject->forms, end);
  if (subject->brand > first)
    outlay_features_add (subject->features, "han", "place-first", name_place (subject),
                         subject->form, NULL);
  if (subject->text->taken[first])
    outlay_features_add (subject->features, "han", "known-first", subject->form, NULL);
  if (scan->tokens[first].flags & OUTLAY_TOKEN_ALL_CAPS)
    outlay_features_add (subject->features, "han", "capitals", NULL);
  if (scan->tokens[first].flags & OUTLAY_TOKEN_MIXED)
    outlay_features_add (subject->features, "han", "mixed", NULL);
  add_tokens (scan, subject->features, "last", end - 1, end);
  if (end - first > 2)
    add_tokens (scan, subject->features, "last-two", end - 2, end);
}

/* Known words inside what is its own: a name has few. */
static void
add_inside (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint n_known = 0, n = subject->forms - subject->brand;

  for (guint at = subject->brand; at < subject->forms; at++)
    {
      n_known += subject->text->known[at];
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];
          const char *name = get_class_name (hit->entry);

          if (hit->end <= subject->forms && name != NULL && subject->text->known[at])
            outlay_features_add (subject->features, "han", "inside", name, NULL);
        }
    }
  OutlayFeaturePart covered = outlay_feature_part_hash (n == 0            ? "empty"
                                                        : n_known == 0    ? "strange"
                                                        : n_known == n    ? "known"
                                                        : n_known * 2 > n ? "mostly"
                                                                          : "partly");
  const char *place = subject->brand > subject->first ? "place" : "no-place";
  OutlayFeaturePart length = outlay_feature_part_hash (outlay_name_number (MIN (n, MOST_TOKENS)));
  outlay_features_add (subject->features, "han", "own", length, NULL);
  outlay_features_add (subject->features, "han", "own", covered, subject->form, NULL);
  outlay_features_add (subject->features, "han", "own", covered, subject->form, place, NULL);
  outlay_features_add (subject->features, "han", "own", covered, length, NULL);
  outlay_features_add (subject->features, "han", "own", length, subject->form, NULL);
  outlay_features_add (subject->features, "han", "left", subject->left, covered, NULL);
  outlay_features_add (subject->features, "han", "right", subject->right, covered, NULL);
}

/* How what stands beside it goes with what it is. */
static void
add_pairs (const Subject *subject)
{
  OutlayFeatures *features = subject->features;
  gboolean is_end = subject->end >= subject->scan->n_tokens || subject->text->cuts[subject->end];
  OutlayFeaturePart starts
    = outlay_feature_part_hash (subject->text->cuts[subject->first] ? "cut" : "no-cut");
  OutlayFeaturePart ends = outlay_feature_part_hash (is_end ? "cut" : "no-cut");

  outlay_features_add (features, "han", "left", subject->left, subject->form, NULL);
  outlay_features_add (features, "han", "right", subject->right, subject->form, NULL);
  outlay_features_add (features, "han", "between", subject->left, subject->right, NULL);
  outlay_features_add (features, "han", "left", subject->left, subject->script, NULL);
  outlay_features_add (features, "han", "right", subject->right, subject->script, NULL);
  outlay_features_add (features, "han", starts, ends, NULL);
  outlay_features_add (features, "han", "left", starts, subject->left, NULL);
  outlay_features_add (features, "han", "right", ends, subject->right, NULL);
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
                         subject->form, NULL);
}

/* A verb of paying behind it, a figure near it, a stock code or a Latin name in brackets. */
static void
add_surroundings (const Subject *subject)
{
  const OutlayScan *scan = subject->scan;
  guint end = subject->end;
  guint sentence = scan->tokens[end - 1].sentence;
  guint from = subject->first >= REACH_OF_FIGURE ? subject->first - REACH_OF_FIGURE + 1 : 0;
  gboolean figure = outlay_scan_has_used (scan, sentence, from, subject->first)
                    || outlay_scan_has_used (scan, sentence, end, end + REACH_OF_FIGURE);
  gboolean acts = FALSE;

  for (guint at = end; at < scan->n_tokens && at < end + REACH_OF_VERB && !acts
                       && scan->tokens[at].sentence == sentence;
       at++)
    acts = outlay_name_has_cue (scan, at, "pays", NULL);
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
  Subject subject
    = {.text = text, .scan = text->scan, .first = first, .end = end, .features = features};

  outlay_features_add (features, "han", NULL);
  part (&subject);
  subject.script = outlay_feature_part_hash (name_script (&subject));
  add_sides (&subject);
  add_shape (&subject);
  add_inside (&subject);
  add_pairs (&subject);
  add_returns (&subject);
  add_surroundings (&subject);
}
