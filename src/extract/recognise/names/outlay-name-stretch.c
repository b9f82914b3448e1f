/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-features.h"
#include "extract/recognise/names/outlay-name-runs.h"

#include <string.h>

/* Tokens of the longest word that is a feature by itself. */
#define LONGEST_WORD 9

/* What a stretch of nothing but known words is worth, and one near a figure. */
#define POINTS_OF_WORDS  -3
#define POINTS_OF_FIGURE 1

#define MOST_COUNTED 12
#define MOST_RETURNS 4

/* A stretch while it is described. */
typedef struct
{
  const OutlayScan *scan;
  const OutlayNameStretch *stretch;
  const guint8 *taken;
  OutlayFeatures *features;
  char shape[OUTLAY_NAME_MOST_CUTS + 1];
  int points;
} Sketch;

/* What a word or a mark in some place is worth. */
typedef struct
{
  const char *value;
  int points;
} Worth;

/* How little and how much the points of a stretch tell. */
#define LEAST_POINTS -5
#define MOST_POINTS  9

static const Worth left_worths[] = {
  {"mark", 1},    {"edge", 1},  {"form", 2},   {"place", 1},   {"description", 2}, {"known", -2},
  {"person", -1}, {"none", -3}, {"legal", -1}, {"figure", -1}, {"cue", -1},
};
static const Worth past_worths[] = {{"description", 2}, {"common", 1}, {"cue", 1}};
static const Worth right_worths[] = {
  {"mark", 1},   {"small", 1},  {"person", -3},      {"none", -3},
  {"place", -2}, {"legal", -1}, {"description", -1}, {"known", -2},
};
static const Worth tail_worths[] = {
  {"legal", 3},  {"description", -3}, {"common", -2}, {"person", -3},
  {"place", -2}, {"form", -2},        {"cue", -1},
};
static const Worth shape_worths[] = {
  {"K", 1}, {"K-K", 2}, {"K-K-K", 2}, {"A", 1}, {"L", 1}, {"l", -1}, {"H", -1}, {"h", -4},
};
static const Worth cut_worths[] = {{"katakana", -3}};
static const Worth bracket_worths[] = {{"place", 2}, {"A", 1}, {"L", 1}, {"K", 1}, {"H", 1}};

/* Inlined, so that the name is hashed when it is compiled. */
G_ALWAYS_INLINE static inline void
add (const Sketch *sketch, const char *name, const char *value)
{
  outlay_features_add (sketch->features, "run", name, value, NULL);
}

static void
weigh (Sketch *sketch, const Worth *worths, guint n_worths, const char *value)
{
  for (guint i = 0; i < n_worths; i++)
    {
      if (strcmp (worths[i].value, value) == 0)
        sketch->points += worths[i].points;
    }
}

/**
 * outlay_name_number:
 *
 * Returns: the digits of @number, which is at most 12.
 */
const char *
outlay_name_number (guint number)
{
  static const char *const digits[]
    = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

  g_assert (number < G_N_ELEMENTS (digits));
  return digits[number];
}

static void
add_number (const Sketch *sketch, const char *name, guint number)
{
  add (sketch, name, outlay_name_number (number));
}

/* The folded token @at; a mark, which a data file may not have in a key, by its number. It is asked
 * for again and again, and so it is kept. */
static const char *
spell_token (const OutlayScan *scan, guint at)
{
  char mark[12];

  if (scan->spelt[at] != NULL)
    return scan->spelt[at];
  if (scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION)
    {
      g_snprintf (mark, sizeof mark, "u%x", g_utf8_get_char (outlay_scan_get_text (scan, at)));
      scan->spelt[at] = g_string_chunk_insert (scan->keys, mark);
    }
  else if (scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER)
    scan->spelt[at] = "0";
  else
    scan->spelt[at] = outlay_name_fold (scan, at, at + 1);
  return scan->spelt[at];
}

/**
 * outlay_name_spell:
 *
 * Returns: (transfer none): the folded tokens from @first to before @end, nine at most, without
 * spaces; marks, which a data file may not have in a key, by their numbers.
 */
const char *
outlay_name_spell (const OutlayScan *scan, guint first, guint end)
{
  char spelt[LONGEST_WORD * OUTLAY_TOKEN_LONGEST];
  char *last = spelt;

  if (end == first + 1)
    return spell_token (scan, first);
  g_assert (end - first <= LONGEST_WORD);
  for (guint at = first; at < end; at++)
    last = g_stpcpy (last, spell_token (scan, at));
  return g_string_chunk_insert_len (scan->keys, spelt, last - spelt);
}

static char
letter_of_script (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (flags & OUTLAY_TOKEN_KATAKANA)
    return 'K';
  if (flags & OUTLAY_TOKEN_IDEOGRAPH)
    return outlay_name_is_hiragana (scan, at) ? 'h' : 'H';
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
  const OutlayNameSpan *span = &sketch->stretch->span;
  guint n = 0;

  for (guint at = span->first; at < span->end && n < OUTLAY_NAME_MOST_CUTS; at++)
    {
      char letter = letter_of_script (sketch->scan, at);

      if (n == 0 || sketch->shape[n - 1] != letter)
        sketch->shape[n++] = letter;
    }
  sketch->shape[n] = '\0';
}

/**
 * outlay_name_classify:
 *
 * Returns: (transfer none): what the data files know of the words from @first to before @end.
 */
const char *
outlay_name_classify (const OutlayScan *scan, guint first, guint end)
{
  static const struct
  {
    OutlayEntryClass class;
    const char *name;
  } classes[] = {
    {OUTLAY_ENTRY_LEGAL_AFTER, "legal"},
    {OUTLAY_ENTRY_LEGAL_BEFORE, "form"},
    {OUTLAY_ENTRY_PERSON, "person"},
    {OUTLAY_ENTRY_PLACE, "place"},
    {OUTLAY_ENTRY_DESCRIPTION, "description"},
    {OUTLAY_ENTRY_COMMON, "common"},
    {OUTLAY_ENTRY_ORGANISATION, "known"},
    {OUTLAY_ENTRY_FUNCTION, "function"},
    {OUTLAY_ENTRY_CUE, "cue"},
    {OUTLAY_ENTRY_WORD, "word"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes) && scan->classes[first] != 0; i++)
    {
      const OutlayHit *hit = outlay_scan_find (scan, first, classes[i].class);

      if (hit != NULL && hit->end == end)
        return classes[i].name;
    }
  return "none";
}

static void
describe_segments (Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  const OutlayNameStretch *stretch = sketch->stretch;
  const guint *cuts = stretch->run->cuts;
  guint n_plain = 0, n_segments = stretch->to - stretch->from;

  for (guint i = stretch->from; i < stretch->to; i++)
    {
      const char *class = outlay_name_classify (scan, cuts[i], cuts[i + 1]);
      gboolean none = strcmp (class, "none") == 0;

      n_plain += none;
      if (i == stretch->from)
        add (sketch, "head", class);
      if (i + 1 == stretch->to)
        add (sketch, "tail", class);
      if (i > stretch->from && i + 1 < stretch->to && !none)
        add (sketch, "middle", class);
      if (cuts[i + 1] - cuts[i] <= LONGEST_WORD)
        {
          const char *word = outlay_name_spell (scan, cuts[i], cuts[i + 1]);

          add (sketch, "holds", word);
          if (i == stretch->from)
            add (sketch, "headword", word);
          if (i + 1 == stretch->to)
            add (sketch, "tailword", word);
        }
    }
  const char *tail = outlay_name_classify (scan, cuts[stretch->to - 1], cuts[stretch->to]);

  weigh (sketch, tail_worths, G_N_ELEMENTS (tail_worths), tail);
  if (n_plain == 0 && (n_segments == 1 || strcmp (tail, "legal") != 0))
    sketch->points += POINTS_OF_WORDS;
  const char *plain = outlay_name_number (MIN (n_plain, 3));
  add (sketch, "plain", plain);
  outlay_features_add (sketch->features, "run", "plain", plain, "tail", tail, NULL);
  add_number (sketch, "segments", MIN (n_segments, 5));
  if (n_plain == 0)
    outlay_features_add (sketch->features, "run", "words",
                         outlay_name_classify (scan, cuts[stretch->from], cuts[stretch->from + 1]),
                         tail, NULL);
}

static void
describe_form (Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  const OutlayNameSpan *span = &sketch->stretch->span;
  guint length = span->end - span->first;
  const char *size = outlay_name_number (MIN (length, MOST_COUNTED));

  weigh (sketch, shape_worths, G_N_ELEMENTS (shape_worths), sketch->shape);
  add (sketch, "shape", sketch->shape);
  add (sketch, "length", size);
  outlay_features_add (sketch->features, "run", "shape", sketch->shape, size, NULL);
  add (sketch, "last1", outlay_name_spell (scan, span->end - 1, span->end));
  add (sketch, "first1", outlay_name_spell (scan, span->first, span->first + 1));
  if (length > 2)
    {
      add (sketch, "last2", outlay_name_spell (scan, span->end - 2, span->end));
      add (sketch, "first2", outlay_name_spell (scan, span->first, span->first + 2));
    }
  if (length > 3)
    add (sketch, "last3", outlay_name_spell (scan, span->end - 3, span->end));
  describe_segments (sketch);
}

/* What stands before the stretch or behind it: a mark, a particle, more of its run, of which
 * @class then says what it is. */
static const char *
describe_side (const Sketch *sketch, guint at, gboolean open, const char *class)
{
  const OutlayScan *scan = sketch->scan;

  if (open)
    return class;
  if (at >= scan->n_tokens)
    return "edge";
  if (scan->used[at])
    return "figure";
  if (scan->tokens[at].flags & OUTLAY_TOKEN_PUNCTUATION)
    return "mark";
  return outlay_name_is_hiragana (scan, at) ? "small" : "word";
}

/* What a word beside a stretch may be, what tells most first. */
static const struct
{
  OutlayEntryClass class;
  const char *name;
} neighbours[] = {
  {OUTLAY_ENTRY_LEGAL_BEFORE, "form"},       {OUTLAY_ENTRY_PERSON, "person"},
  {OUTLAY_ENTRY_LEGAL_AFTER, "legal"},       {OUTLAY_ENTRY_PLACE, "place"},
  {OUTLAY_ENTRY_DESCRIPTION, "description"}, {OUTLAY_ENTRY_COMMON, "common"},
  {OUTLAY_ENTRY_ORGANISATION, "known"},      {OUTLAY_ENTRY_CUE, "cue"},
  {OUTLAY_ENTRY_WORD, "ordinary"},
};

/* A cue of one character is a particle, which is a feature anyway. */
static gboolean
tells (const OutlayHit *hit)
{
  return hit != NULL && (hit->entry->class != OUTLAY_ENTRY_CUE || hit->end - hit->first > 1);
}

/**
 * outlay_name_classify_before:
 *
 * Returns: (transfer none): what the longest known word right before the token @end is.
 */
const char *
outlay_name_classify_before (const OutlayScan *scan, guint end)
{
  const char *name = "none";
  guint first = end;

  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      const OutlayHit *hit = outlay_scan_find_before (scan, end, neighbours[i].class);

      if (tells (hit) && hit->first < first)
        {
          name = neighbours[i].name;
          first = hit->first;
        }
    }
  return name;
}

/* What the longest known word from @at on is. */
static const char *
find_class_behind (const OutlayScan *scan, guint at)
{
  const char *name = "none";
  guint end = at;

  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    {
      const OutlayHit *hit = outlay_scan_find (scan, at, neighbours[i].class);

      if (tells (hit) && hit->end > end)
        {
          name = neighbours[i].name;
          end = hit->end;
        }
    }
  return name;
}

/* Whether both tokens at a cut are of one script: the cut may then be in a word. */
static const char *
describe_cut (const OutlayScan *scan, guint at)
{
  char before = letter_of_script (scan, at - 1), behind = letter_of_script (scan, at);

  return before != behind ? "scripts" : behind == 'K' ? "katakana" : "kanji";
}

static void
describe_left (Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint first = sketch->stretch->span.first;
  gboolean open = sketch->stretch->from > 0;
  gboolean edge = first == 0 || !outlay_scan_goes_on (scan, first);
  const char *class = first > 0 ? outlay_name_classify_before (scan, first) : "none";
  const char *side = describe_side (sketch, edge ? G_MAXUINT : first - 1, open, class);

  weigh (sketch, left_worths, G_N_ELEMENTS (left_worths), side);
  add (sketch, "left", side);
  outlay_features_add (sketch->features, "run", "left", side, "shape", sketch->shape, NULL);
  if (edge)
    return;
  if (open)
    {
      const char *cut = describe_cut (scan, first);

      weigh (sketch, cut_worths, G_N_ELEMENTS (cut_worths), cut);
      add (sketch, "leftcut", cut);
    }
  add (sketch, "leftword", outlay_name_spell (scan, first - 1, first));
  add (sketch, "before", class);
  outlay_features_add (sketch->features, "run", "before", class, "shape", sketch->shape, NULL);
  if (first < 2 || !outlay_scan_goes_on (scan, first - 1))
    return;
  add (sketch, "left2", outlay_name_spell (scan, first - 2, first));
  /* "…運営の X": the word before the particle says what X is. */
  if (outlay_name_is_hiragana (scan, first - 1) && !scan->used[first - 2])
    {
      const char *past = outlay_name_classify_before (scan, first - 1);

      weigh (sketch, past_worths, G_N_ELEMENTS (past_worths), past);
      add (sketch, "past", past);
      if (first > 2)
        add (sketch, "left3", outlay_name_spell (scan, first - 3, first));
    }
}

static gboolean
opens_bracket (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, "(") || outlay_scan_is (scan, at, "（");
}

static gboolean
closes_bracket (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, ")") || outlay_scan_is (scan, at, "）");
}

/* What stands in the brackets behind the stretch: a seat, an abbreviation, a number. */
static void
describe_brackets (Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint at = sketch->stretch->span.end + 1;

  if (!opens_bracket (scan, at - 1) || at >= scan->n_tokens)
    return;
  char letter[2] = {letter_of_script (scan, at), '\0'};
  const char *content = outlay_scan_has (scan, at, OUTLAY_ENTRY_PLACE) ? "place"
                        : scan->used[at]                               ? "figure"
                                                                       : letter;

  weigh (sketch, bracket_worths, G_N_ELEMENTS (bracket_worths), content);
  add (sketch, "bracket", "some");
  add (sketch, "bracket", content);
  if (closes_bracket (scan, at + 1))
    add (sketch, "bracket", "one");
}

static void
describe_right (Sketch *sketch)
{
  const OutlayScan *scan = sketch->scan;
  guint end = sketch->stretch->span.end;
  gboolean open = sketch->stretch->to + 1 < sketch->stretch->run->n_cuts;
  gboolean edge = !outlay_scan_goes_on (scan, end);
  const char *side
    = describe_side (sketch, edge ? G_MAXUINT : end, open, find_class_behind (scan, end));

  weigh (sketch, right_worths, G_N_ELEMENTS (right_worths), side);
  add (sketch, "right", side);
  outlay_features_add (sketch->features, "run", "right", side, "shape", sketch->shape, NULL);
  if (edge)
    return;
  if (open)
    {
      const char *cut = describe_cut (scan, end);

      weigh (sketch, cut_worths, G_N_ELEMENTS (cut_worths), cut);
      add (sketch, "rightcut", cut);
    }
  add (sketch, "rightword", outlay_name_spell (scan, end, end + 1));
  outlay_features_add (sketch->features, "run", "rightword", outlay_name_spell (scan, end, end + 1),
                       "shape", sketch->shape, NULL);
  if (outlay_scan_goes_on (scan, end + 1))
    add (sketch, "right2", outlay_name_spell (scan, end, end + 2));
  describe_brackets (sketch);
}

static void
describe_known (const Sketch *sketch)
{
  const OutlayNameSpan *span = &sketch->stretch->span;
  const OutlayScan *scan = sketch->scan;
  guint first = span->first, end = span->end;

  if (sketch->taken[first])
    add (sketch, "known", "head");
  if (sketch->taken[end - 1])
    add (sketch, "known", "tail");
  for (guint at = first + 1; at + 1 < end; at++)
    {
      if (sketch->taken[at])
        add (sketch, "known", "inside");
    }
  if (first >= 2 && sketch->taken[first - 2])
    add (sketch, "beside", outlay_name_spell (scan, first - 1, first));
  if (end + 1 < scan->n_tokens && sketch->taken[end + 1])
    add (sketch, "beside", outlay_name_spell (scan, end, end + 1));
}

/* Each number of points that it reaches is a feature: more points never tell less. */
static void
add_points (const Sketch *sketch)
{
  for (int points = LEAST_POINTS; points <= MIN (sketch->points, MOST_POINTS); points++)
    {
      char digits[12];

      g_snprintf (digits, sizeof digits, "%d", points);
      outlay_features_add (sketch->features, "rule", "run", digits, NULL);
    }
}

/**
 * outlay_name_describe_stretch:
 * @taken: of each token whether a known name has it
 * @features: where what is seen of @stretch is added
 */
void
outlay_name_describe_stretch (const OutlayScan *scan,
                              const OutlayNameStretch *stretch,
                              const guint8 *taken,
                              OutlayFeatures *features)
{
  Sketch sketch = {.scan = scan, .stretch = stretch, .taken = taken, .features = features};

  draw_shape (&sketch);
  outlay_features_add (features, "run", NULL);
  describe_form (&sketch);
  describe_left (&sketch);
  describe_right (&sketch);
  describe_known (&sketch);
  if (outlay_name_describe_sentence (scan, "run", stretch->span.first, stretch->span.end, features))
    sketch.points += POINTS_OF_FIGURE;
  const char *returns = outlay_name_number (MIN (stretch->n_returns, MOST_RETURNS));
  add (&sketch, "returns", returns);
  outlay_features_add (features, "run", "returns", returns, "shape", sketch.shape, NULL);
  if (stretch->in_title)
    add (&sketch, "place", "in-title");
  add_points (&sketch);
}
