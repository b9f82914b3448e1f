/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-features.h"
#include "extract/recognise/names/outlay-name-words.h"

#include <string.h>

#define MOST_COUNTED 12
#define MOST_RETURNS 5
#define MOST_SHAPE   8

/* Tokens of a neighbour that are looked at. */
#define LONGEST_NEIGHBOUR 3

/* A stretch while it is described. */
typedef struct
{
  const OutlayScan *scan;
  const OutlayNameStretch *stretch;
  const guint8 *taken;
  OutlayFeatures *features;
  guint first;
  guint end;
  char shape[MOST_SHAPE + 1];
} Sketch;

/* Inlined, so that the name is hashed when it is compiled. */
G_ALWAYS_INLINE static inline void
add (const Sketch *sketch, const char *name, const char *value)
{
  outlay_features_add (sketch->features, "word", name, value, NULL);
}

static void
add_number (const Sketch *sketch, const char *name, guint number)
{
  add (sketch, name, outlay_name_number (number));
}

static const char *
spell (const Sketch *sketch, guint first, guint end)
{
  return outlay_name_spell (sketch->scan, first, end);
}

static char
letter_of_script (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (flags & OUTLAY_TOKEN_HANGUL)
    return 'H';
  if (flags & OUTLAY_TOKEN_IDEOGRAPH)
    return 'C';
  if (flags & OUTLAY_TOKEN_NUMBER)
    return 'D';
  if (flags & OUTLAY_TOKEN_WORD)
    return flags & OUTLAY_TOKEN_ALL_CAPS                         ? 'A'
           : flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED) ? 'L'
                                                                 : 'l';
  return '-';
}

static void
draw_shape (Sketch *sketch)
{
  guint n = 0;

  for (guint at = sketch->first; at < sketch->end && n < MOST_SHAPE; at++)
    {
      char letter = letter_of_script (sketch->scan, at);

      if (n > 0 && sketch->shape[n - 1] == letter
          && sketch->scan->tokens[at].flags & OUTLAY_TOKEN_GLUED)
        continue;
      sketch->shape[n++] = letter;
    }
  sketch->shape[n] = '\0';
}

/* The particle that is taken off, and what looks like one and is left on. */
static void
describe_particle (const Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint end = sketch->end, tail = sketch->stretch->tail;
  const char *off = tail > end ? spell (sketch, end, tail) : "none";
  const char *left = "none";

  for (guint at = end - 1; at > sketch->first && at + LONGEST_NEIGHBOUR >= end; at--)
    {
      if (outlay_name_skip_particle (scan, at, end) > at)
        left = spell (sketch, at, end);
    }
  add (sketch, "off", off);
  add (sketch, "left-on", left);
  outlay_features_add (sketch->features, "word", "particles", off, left, NULL);
}

static void
describe_syllables (const Sketch *sketch)
{
  static const char *const last[LONGEST_NEIGHBOUR] = {"last1", "last2", "last3"};
  static const char *const head[LONGEST_NEIGHBOUR] = {"first1", "first2", "first3"};
  guint first = sketch->first, end = sketch->end, length = end - first;

  for (guint at = first; at < end; at++)
    add (sketch, "has", spell (sketch, at, at + 1));
  for (guint n = 1; n <= LONGEST_NEIGHBOUR && n <= length; n++)
    {
      add (sketch, last[n - 1], spell (sketch, end - n, end));
      add (sketch, head[n - 1], spell (sketch, first, first + n));
    }
}

/* How many tokens no word of the data files of two or more covers. */
static guint
count_plain (const Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint covered = sketch->first, n_plain = 0;

  for (guint at = sketch->first; at < sketch->end; at++)
    {
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (hit->end - hit->first > 1 && hit->end <= sketch->end)
            covered = MAX (covered, hit->end);
        }
      n_plain += covered <= at;
    }
  return n_plain;
}

/* The class of the longest known word that ends, or begins, the candidate. */
static const char *
classify_tail (const Sketch *sketch)
{
  for (guint at = sketch->first; at + 1 < sketch->end; at++)
    {
      const char *class = outlay_name_classify (sketch->scan, at, sketch->end);

      if (strcmp (class, "none") != 0)
        return class;
    }
  return "none";
}

static const char *
classify_head (const Sketch *sketch)
{
  for (guint end = sketch->end; end > sketch->first + 1; end--)
    {
      const char *class = outlay_name_classify (sketch->scan, sketch->first, end);

      if (strcmp (class, "none") != 0)
        return class;
    }
  return "none";
}

static void
describe_form (const Sketch *sketch)
{
  const char *size = outlay_name_number (MIN (sketch->end - sketch->first, MOST_COUNTED));
  const char *plain = outlay_name_number (MIN (count_plain (sketch), 5));
  const char *head = classify_head (sketch), *tail = classify_tail (sketch);

  add (sketch, "shape", sketch->shape);
  add (sketch, "length", size);
  outlay_features_add (sketch->features, "word", "shape", sketch->shape, size, NULL);
  add (sketch, "plain", plain);
  outlay_features_add (sketch->features, "word", "plain", plain, size, NULL);
  add (sketch, "head", head);
  add (sketch, "tail", tail);
  outlay_features_add (sketch->features, "word", "ends", head, tail, NULL);
  outlay_features_add (sketch->features, "word", "tail", tail, plain, NULL);
  add (sketch, "whole", outlay_name_classify (sketch->scan, sketch->first, sketch->end));
  add_number (sketch, "words", sketch->stretch->n_words);
  describe_syllables (sketch);
}

/* What the words before the last are: a name seldom has a common one there. */
static void
describe_words (const Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint from = sketch->first;

  for (guint at = from + 1; at < sketch->end; at++)
    {
      if (scan->tokens[at].flags & OUTLAY_TOKEN_GLUED)
        continue;
      add (sketch, "part", outlay_name_classify (scan, from, at));
      add (sketch, "partlast", spell (sketch, at - 1, at));
      add (sketch, "joint",
           letter_of_script (scan, at - 1) == letter_of_script (scan, at) ? "same" : "mixed");
      from = at;
    }
  if (from > sketch->first)
    add (sketch, "lastpart", outlay_name_classify (scan, from, sketch->end));
}

static gboolean
is_mark (const OutlayScan *scan, guint at)
{
  return scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION;
}

static void
describe_left (const Sketch *sketch)
{
  static const char *const names[LONGEST_NEIGHBOUR] = {"left1", "left2", "left3"};
  const OutlayScan *scan = sketch->scan;
  guint first = sketch->first;

  if (first == 0 || !outlay_scan_goes_on (scan, first))
    {
      add (sketch, "left", "edge");
      return;
    }
  gboolean inner = scan->tokens[first].flags & OUTLAY_TOKEN_GLUED && !is_mark (scan, first - 1);
  const char *class = outlay_name_classify_before (scan, first);

  add (sketch, "left",
       inner                       ? "inner"
       : scan->used[first - 1]     ? "figure"
       : is_mark (scan, first - 1) ? spell (sketch, first - 1, first)
                                   : "word");
  add (sketch, "before", class);
  outlay_features_add (sketch->features, "word", "before", class, sketch->shape, NULL);
  for (guint n = 1; n <= LONGEST_NEIGHBOUR && n <= first; n++)
    {
      if (scan->used[first - n] || !outlay_scan_goes_on (scan, first - n + 1))
        break;
      add (sketch, names[n - 1], spell (sketch, first - n, first));
    }
}

/* What stands in the brackets behind: its Latin name, a stock code, a figure. */
static void
describe_brackets (const Sketch *sketch, guint at)
{
  const OutlayScan *scan = sketch->scan;

  if (!outlay_scan_is (scan, at, "(") || at + 1 >= scan->n_tokens)
    return;
  if (scan->used[at + 1])
    add (sketch, "bracket", "figure");
  else if (outlay_scan_has (scan, at + 1, OUTLAY_ENTRY_PLACE))
    add (sketch, "bracket", "place");
  else
    {
      char letter[2] = {letter_of_script (scan, at + 1), '\0'};

      add (sketch, "bracket", letter);
      outlay_features_add (sketch->features, "word", "bracket", letter, sketch->shape, NULL);
    }
}

static void
describe_right (const Sketch *sketch)
{
  static const char *const names[LONGEST_NEIGHBOUR] = {"right1", "right2", "right3"};
  const OutlayScan *scan = sketch->scan;
  guint at = sketch->stretch->tail;

  describe_brackets (sketch, sketch->end);
  if (!outlay_scan_goes_on (scan, at))
    {
      add (sketch, "right", "edge");
      return;
    }
  gboolean inner = scan->tokens[at].flags & OUTLAY_TOKEN_GLUED && !is_mark (scan, at);

  add (sketch, "right",
       inner                ? "inner"
       : scan->used[at]     ? "figure"
       : is_mark (scan, at) ? spell (sketch, at, at + 1)
                            : "word");
  for (guint n = 1; n <= LONGEST_NEIGHBOUR && at + n <= scan->n_tokens; n++)
    {
      if (scan->used[at + n - 1] || !outlay_scan_goes_on (scan, at + n - 1))
        break;
      add (sketch, names[n - 1], spell (sketch, at, at + n));
    }
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_PERSON))
    add (sketch, "behind", "person");
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_LEGAL_AFTER))
    add (sketch, "behind", "legal");
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_DESCRIPTION))
    add (sketch, "behind", "description");
  if (outlay_scan_has (scan, at, OUTLAY_ENTRY_COMMON))
    add (sketch, "behind", "common");
}

static void
describe_known (const Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint first = sketch->first, end = sketch->end, tail = sketch->stretch->tail;

  if (sketch->taken[first])
    add (sketch, "known", "head");
  if (sketch->taken[end - 1])
    add (sketch, "known", "tail");
  if (first >= 2 && (sketch->taken[first - 2] || sketch->taken[first - 1]))
    add (sketch, "known-before", spell (sketch, first - 1, first));
  if (tail + 1 < scan->n_tokens && sketch->taken[tail])
    add (sketch, "known-behind", tail > end ? spell (sketch, end, tail) : "none");
  else if (tail + 1 < scan->n_tokens && sketch->taken[tail + 1])
    add (sketch, "known-behind", spell (sketch, end, tail + 1));
}

/**
 * outlay_name_describe_words:
 * @taken: of each token whether a known name has it
 * @features: where what is seen of @stretch is added
 */
void
outlay_name_describe_words (const OutlayScan *scan,
                            const OutlayNameStretch *stretch,
                            const guint8 *taken,
                            OutlayFeatures *features)
{
  Sketch sketch = {.scan = scan,
                   .stretch = stretch,
                   .taken = taken,
                   .features = features,
                   .first = stretch->span.first,
                   .end = stretch->span.end};
  const char *returns = outlay_name_number (MIN (stretch->n_returns, MOST_RETURNS));

  draw_shape (&sketch);
  outlay_features_add (features, "word", NULL);
  describe_particle (&sketch);
  describe_form (&sketch);
  describe_words (&sketch);
  describe_left (&sketch);
  describe_right (&sketch);
  describe_known (&sketch);
  outlay_name_describe_sentence (scan, "word", sketch.first, sketch.end, features);
  add (&sketch, "returns", returns);
  add (&sketch, "varies", stretch->varies ? "yes" : stretch->n_returns > 1 ? "no" : "once");
  outlay_features_add (features, "word", "returns", returns,
                       stretch->tail > sketch.end ? "off" : "on", NULL);
  if (stretch->in_title)
    add (&sketch, "place", "in-title");
}
