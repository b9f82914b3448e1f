/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-features.h"

#include <string.h>

/* How far a figure may stand from a name, and how near is near. */
#define REACH_OF_FIGURE 30
#define NEAR_FIGURE     8

/* Letters of the ends of words that are features, and of their beginnings. */
#define BEGINNING    4
#define SHORT_ENDING 3
#define LONG_ENDING  4

/* Words of the longest phrase that is looked for before a name. */
#define LONGEST_PHRASE 4

/* How many words on each side are searched for cues. */
#define REACH_OF_CUES 7

/* Words of a name whose shapes are a feature together. */
#define MOST_SHAPES 4

/* How far from a name a figure may stand, and how far behind it its verb, to count as near. */
#define FIGURE_IN_SENTENCE 40
#define VERB_IN_SENTENCE   30

struct _OutlayNameSurvey
{
  const OutlayScan *scan;
  GHashTable *counts;   /* folded words of candidates → how often they stand in the text */
  GHashTable *whole;    /* folded candidates that are a run of their own somewhere */
  GHashTable *small;    /* folded words that the text also writes without a capital */
  GHashTable *surnames; /* folded last words of persons */
  GHashTable *in_title; /* folded candidates in the title */
};

static const struct
{
  OutlayEntryClass class;
  const char *name;
} classes[] = {
  {OUTLAY_ENTRY_LEGAL_AFTER, "legal"},
  {OUTLAY_ENTRY_LEGAL_BEFORE, "introduction"},
  {OUTLAY_ENTRY_DESCRIPTION, "description"},
  {OUTLAY_ENTRY_COMMON, "common"},
  {OUTLAY_ENTRY_FUNCTION, "function"},
  {OUTLAY_ENTRY_PERSON, "person"},
  {OUTLAY_ENTRY_INSIDE, "inside"},
  {OUTLAY_ENTRY_ARTICLE, "article"},
  {OUTLAY_ENTRY_SEAT, "seat"},
  {OUTLAY_ENTRY_ORGANISATION, "known"},
  {OUTLAY_ENTRY_CURRENCY_WORD, "currency"},
  {OUTLAY_ENTRY_MONTH, "month"},
  {OUTLAY_ENTRY_GIVEN_NAME, "given"},
  {OUTLAY_ENTRY_TERRITORY, "territory"},
  {OUTLAY_ENTRY_INSTITUTION, "institution"},
};

static const char *const place_forms[] = {
  [OUTLAY_PLACE_COUNTRY] = "country",
  [OUTLAY_PLACE_ADJECTIVE] = "adjective",
  [OUTLAY_PLACE_REGION] = "region",
  [OUTLAY_PLACE_CITY] = "city",
};

static const char *const clue_names[]
  = {"introduced",     "apposed_behind", "apposed_before", "follows_known",
     "precedes_known", "titled",         "holds_office",   "after_known",
     "common",         "compound",       "place",          "holds_known"};

static void
count (GHashTable *table, const char *key)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, (gpointer)key, GINT_TO_POINTER (n + 1));
}

static gboolean
is_whole_run (const OutlayNameSpan *span)
{
  return span->first == span->run_first && span->end == span->run_end;
}

static void
survey_span (OutlayNameSurvey *survey, const OutlayNameSpan *span)
{
  const OutlayScan *scan = survey->scan;

  count (survey->counts, span->key);
  if (is_whole_run (span) && !(scan->tokens[span->first].flags & OUTLAY_TOKEN_SENTENCE))
    g_hash_table_add (survey->whole, (gpointer)span->key);
  if (span->clues & (OUTLAY_NAME_TITLED | OUTLAY_NAME_HOLDS_OFFICE) && span->end == span->run_end)
    g_hash_table_add (survey->surnames,
                      (gpointer)outlay_name_fold (scan, span->end - 1, span->end));
  if (span->end <= scan->document->n_title_tokens)
    g_hash_table_add (survey->in_title, (gpointer)span->key);
}

/**
 * outlay_name_survey_new:
 * @spans: (element-type OutlayNameSpan): candidates
 * @from: index of the first of them
 *
 * Returns: (transfer full): what the text as a whole says of its candidates.
 */
OutlayNameSurvey *
outlay_name_survey_new (const OutlayScan *scan, const GArray *spans, guint from)
{
  OutlayNameSurvey *survey = g_new0 (OutlayNameSurvey, 1);

  survey->scan = scan;
  survey->counts = g_hash_table_new (g_str_hash, g_str_equal);
  survey->whole = g_hash_table_new (g_str_hash, g_str_equal);
  survey->small = g_hash_table_new (g_str_hash, g_str_equal);
  survey->surnames = g_hash_table_new (g_str_hash, g_str_equal);
  survey->in_title = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (span->run_end > 0)
        survey_span (survey, span);
    }
  for (guint at = 0; at < scan->n_tokens; at++)
    {
      guint32 flags = scan->tokens[at].flags;

      if (flags & OUTLAY_TOKEN_WORD
          && !(flags
               & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED | OUTLAY_TOKEN_IDEOGRAPH
                  | OUTLAY_TOKEN_HANGUL)))
        g_hash_table_add (survey->small, (gpointer)outlay_name_fold (scan, at, at + 1));
    }
  return survey;
}

/** outlay_name_survey_free: frees @survey. */
void
outlay_name_survey_free (OutlayNameSurvey *survey)
{
  g_hash_table_unref (survey->counts);
  g_hash_table_unref (survey->whole);
  g_hash_table_unref (survey->small);
  g_hash_table_unref (survey->surnames);
  g_hash_table_unref (survey->in_title);
  g_free (survey);
}

static const char *
get_shape (const OutlayScan *scan, guint at)
{
  guint32 flags = scan->tokens[at].flags;

  if (flags & OUTLAY_TOKEN_NUMBER)
    return "9";
  if (flags & OUTLAY_TOKEN_PUNCTUATION)
    return ".";
  if (flags & OUTLAY_TOKEN_ALL_CAPS)
    return "AA";
  if (flags & OUTLAY_TOKEN_MIXED)
    return "aA";
  return flags & OUTLAY_TOKEN_CAPITAL ? "A" : "a";
}

static void
add_shape (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  g_autoptr (GString) shape = g_string_new (NULL);
  guint n_words = 0;

  for (guint at = span->first; at < span->end; at++)
    {
      n_words += (scan->tokens[at].flags & OUTLAY_TOKEN_WORD) != 0;
      if (at < span->first + MOST_SHAPES)
        g_string_append (shape, get_shape (scan, at));
      if (outlay_scan_looks (scan, at, OUTLAY_TOKEN_PUNCTUATION))
        {
          g_autofree char *mark = g_strndup (outlay_scan_get_text (scan, at),
                                             scan->tokens[at].end - scan->tokens[at].start);

          outlay_features_add (features, "mark", mark, NULL);
        }
    }
  char words[] = {(char)('0' + MIN (n_words, 6)), '\0'};
  outlay_features_add (features, "shape", shape->str, NULL);
  outlay_features_add (features, "words", words, NULL);
}

/* The last @n letters of @word. */
static const char *
get_ending (const char *word, guint n)
{
  const char *end = word + strlen (word);

  while (n > 0 && end > word)
    {
      end = g_utf8_prev_char (end);
      n--;
    }
  return end;
}

static void
add_word (const OutlayScan *scan, guint at, const char *where, OutlayFeatures *features)
{
  const char *language = scan->lexicon->language;
  const char *word = outlay_name_fold (scan, at, at + 1);

  const char *rest = g_utf8_strlen (word, -1) > BEGINNING
                       ? g_utf8_offset_to_pointer (word, BEGINNING)
                       : word + strlen (word);
  g_autofree char *beginning = g_strndup (word, (gsize)(rest - word));

  outlay_features_add (features, where, language, word, NULL);
  outlay_features_add (features, where, "begin", beginning, NULL);
  outlay_features_add (features, where, "end", language, get_ending (word, SHORT_ENDING), NULL);
  outlay_features_add (features, where, "end", get_ending (word, LONG_ENDING), NULL);
}

static const char *
get_class (const OutlayEntry *entry)
{
  if (entry->class == OUTLAY_ENTRY_PLACE)
    return place_forms[entry->number];
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (classes[i].class == entry->class)
        return classes[i].name;
    }
  return NULL;
}

static void
add_hit (const OutlayHit *hit, const char *where, OutlayFeatures *features)
{
  const char *class = get_class (hit->entry);

  if (hit->entry->class == OUTLAY_ENTRY_CUE)
    {
      const OutlayCue *cue = hit->entry->data;

      outlay_features_add (features, where, cue->class_name, cue->value, NULL);
    }
  else if (class != NULL)
    outlay_features_add (features, where, class, NULL);
}

/* What the data files know of the words that begin @at and end before @end or there. */
static void
add_classes (
  const OutlayScan *scan, guint at, guint end, const char *where, OutlayFeatures *features)
{
  if (at >= scan->n_tokens || scan->classes[at] == 0)
    return;
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->end <= end)
        add_hit (hit, where, features);
    }
}

/* What they know of the words that end before @end and begin at @first or behind it. */
static void
add_classes_before (
  const OutlayScan *scan, guint first, guint end, const char *where, OutlayFeatures *features)
{
  for (guint at = end; at > first && end - at < LONGEST_PHRASE;)
    {
      at--;
      if (scan->classes[at] == 0)
        continue;
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (hit->end == end)
            add_hit (hit, where, features);
        }
    }
}

static void
add_inside (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  add_word (scan, span->first, "first", features);
  add_word (scan, span->end - 1, "last", features);
  add_classes (scan, span->first, span->end, "first", features);
  add_classes_before (scan, span->first, span->end, "last", features);
  if (span->end - span->first == 1)
    add_word (scan, span->first, "only", features);
  for (guint at = span->first + 1; at + 1 < span->end; at++)
    {
      add_classes (scan, at, span->end, "inside", features);
      outlay_features_add (features, "inside", scan->lexicon->language,
                           outlay_name_fold (scan, at, at + 1), NULL);
    }
}

static gboolean
has_before (const OutlayScan *scan, guint at)
{
  return at > 0 && outlay_scan_goes_on (scan, at)
         && !(scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE);
}

static gboolean
has_behind (const OutlayScan *scan, guint at)
{
  return outlay_scan_goes_on (scan, at) && !(scan->tokens[at].flags & OUTLAY_TOKEN_SENTENCE);
}

/* The cues of the sentence near the name, by the side that they stand on. */
static void
add_cues (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  guint32 sentence = scan->tokens[span->first].sentence;
  guint from = span->first > REACH_OF_CUES ? span->first - REACH_OF_CUES : 0;

  for (guint at = from; at < span->end + REACH_OF_CUES && at < scan->n_tokens; at++)
    {
      if (scan->tokens[at].sentence != sentence || !outlay_scan_has (scan, at, OUTLAY_ENTRY_CUE)
          || (at >= span->first && at < span->end))
        continue;
      for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
        {
          const OutlayHit *hit = &scan->hits[i];

          if (hit->entry->class == OUTLAY_ENTRY_CUE)
            add_hit (hit, at < span->first ? "near_before" : "near_behind", features);
        }
    }
}

static void
add_before (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  guint at = span->first;

  if (!has_before (scan, at))
    {
      outlay_features_add (features, "before", "nothing", NULL);
      return;
    }
  if (scan->tokens[at].flags & OUTLAY_TOKEN_GLUED)
    outlay_features_add (features, "before", "glued", NULL);
  add_word (scan, at - 1, "before", features);
  add_classes_before (scan, 0, at, "before", features);
  outlay_features_add (features, "before", get_shape (scan, at - 1), NULL);
  const OutlayHit *article = outlay_scan_find_before (scan, at, OUTLAY_ENTRY_ARTICLE);
  guint next = article != NULL ? article->first : at - 1;
  const char *where = article != NULL ? "before_article" : "before2";
  if (!has_before (scan, next))
    {
      outlay_features_add (features, where, "nothing", NULL);
      return;
    }
  add_classes_before (scan, 0, next, where, features);
  outlay_features_add (features, where, scan->lexicon->language,
                       outlay_name_fold (scan, next - 1, next), NULL);
  outlay_features_add (features, "shapes_before", get_shape (scan, next - 1),
                       get_shape (scan, at - 1), NULL);
}

static void
add_behind (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  guint at = span->end;

  if (!has_behind (scan, at))
    {
      outlay_features_add (features, "behind", "nothing", NULL);
      return;
    }
  if (scan->tokens[at].flags & OUTLAY_TOKEN_GLUED)
    outlay_features_add (features, "behind", "glued", NULL);
  add_word (scan, at, "behind", features);
  add_classes (scan, at, scan->n_tokens, "behind", features);
  outlay_features_add (features, "behind", get_shape (scan, at), NULL);
  if (!has_behind (scan, at + 1))
    return;
  add_classes (scan, at + 1, scan->n_tokens, "behind2", features);
  outlay_features_add (features, "behind2", scan->lexicon->language,
                       outlay_name_fold (scan, at + 1, at + 2), NULL);
  outlay_features_add (features, "shapes_behind", get_shape (scan, at), get_shape (scan, at + 1),
                       NULL);
}

static gboolean
is_in_list (const OutlayScan *scan, guint at)
{
  return outlay_scan_is (scan, at, ",") || outlay_name_has_cue (scan, at, "join", NULL);
}

/* Whether other words with a capital stand beside it in a list. */
static void
add_list (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  guint before = span->first;
  guint behind = span->end;

  if (outlay_scan_find_before (scan, before, OUTLAY_ENTRY_ARTICLE) != NULL)
    before--;
  if (before > 1 && has_before (scan, before) && is_in_list (scan, before - 1)
      && scan->tokens[before - 2].flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED))
    outlay_features_add (features, "list", "before", NULL);
  if (!has_behind (scan, behind) || !is_in_list (scan, behind))
    return;
  if (outlay_scan_has (scan, behind + 1, OUTLAY_ENTRY_ARTICLE))
    behind++;
  if (behind + 1 < scan->n_tokens
      && scan->tokens[behind + 1].flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED))
    outlay_features_add (features, "list", "behind", NULL);
}

/* "Harbour Fund (HF)", and "HF" there. */
static void
add_brackets (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  if (outlay_scan_is (scan, span->end, "(") && outlay_scan_is (scan, span->end + 2, ")"))
    outlay_features_add (features, "bracket_behind", get_shape (scan, span->end + 1), NULL);
  if (span->first > 1 && outlay_scan_is (scan, span->first - 1, "(")
      && outlay_scan_is (scan, span->end, ")"))
    outlay_features_add (features, "in_brackets", get_shape (scan, span->first - 2), NULL);
}

/* What of its run the candidate leaves out. */
static void
add_run (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  gboolean left = span->first > span->run_first, right = span->end < span->run_end;

  outlay_features_add (features, "run",
                       left && right ? "middle"
                       : left        ? "end"
                       : right       ? "begin"
                                     : "whole",
                       NULL);
  if (left)
    add_classes_before (scan, span->run_first, span->first, "left", features);
  if (right)
    add_classes (scan, span->end, span->run_end, "right", features);
}

static const char *
get_count (guint n)
{
  static const char *const words[] = {"0", "1", "2", "3"};

  return n < G_N_ELEMENTS (words) ? words[n] : "many";
}

static void
add_returns (const OutlayNameSurvey *survey, const OutlayNameSpan *span, OutlayFeatures *features)
{
  const OutlayScan *scan = survey->scan;
  const char *first = outlay_name_fold (scan, span->first, span->first + 1);
  const char *last = outlay_name_fold (scan, span->end - 1, span->end);
  const char *whole = g_hash_table_contains (survey->whole, span->key) ? "whole" : "never_whole";

  outlay_features_add (
    features, "returns",
    get_count (GPOINTER_TO_UINT (g_hash_table_lookup (survey->counts, span->key))), whole, NULL);
  if (span->end - span->first > 1)
    {
      if (g_hash_table_contains (survey->whole, first))
        outlay_features_add (features, "short_form", "first", NULL);
      if (g_hash_table_contains (survey->whole, last))
        outlay_features_add (features, "short_form", "last", NULL);
    }
  if (g_hash_table_contains (survey->small, first))
    outlay_features_add (features, "small", "first", NULL);
  if (g_hash_table_contains (survey->small, last))
    outlay_features_add (features, "small", "last", NULL);
  if (g_hash_table_contains (survey->surnames, last))
    outlay_features_add (features, "surname", span->end - span->first > 1 ? "last" : "only", NULL);
  if (g_hash_table_contains (survey->in_title, span->key))
    outlay_features_add (features, "in_title", NULL);
}

/* How far the next amount, capacity or date of the sentence is. */
static void
add_figure (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  guint32 sentence = scan->tokens[span->first].sentence;

  for (guint n = 1; n < REACH_OF_FIGURE; n++)
    {
      guint behind = span->end - 1 + n;
      const char *where = NULL;

      if (span->first >= n && scan->used[span->first - n]
          && scan->tokens[span->first - n].sentence == sentence)
        where = "before";
      else if (behind < scan->n_tokens && scan->used[behind]
               && scan->tokens[behind].sentence == sentence)
        where = "behind";
      if (where == NULL)
        continue;
      outlay_features_add (features, "figure", where, n <= NEAR_FIGURE ? "near" : "far", NULL);
      return;
    }
  outlay_features_add (features, "figure", "none", NULL);
}

static void
add_where (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  const OutlaySentence *sentence
    = outlay_document_get_sentence (scan->document, scan->tokens[span->first].sentence);

  if (scan->tokens[span->first].flags & OUTLAY_TOKEN_SENTENCE)
    outlay_features_add (features, "leads", get_shape (scan, span->first), NULL);
  if (span->first < scan->document->n_title_tokens)
    outlay_features_add (features, "title", NULL);
  else if (sentence->heading)
    outlay_features_add (features, "heading", NULL);
}

/**
 * outlay_name_add_features:
 * @survey: of the text
 * @span: a candidate of capitalised words
 *
 * Adds what is seen of @span: its words and their shapes, what stands around it, and what the text
 * does with it elsewhere.
 */
void
outlay_name_add_features (const OutlayNameSurvey *survey,
                          const OutlayNameSpan *span,
                          OutlayFeatures *features)
{
  const OutlayScan *scan = survey->scan;

  outlay_features_add (features, "letters", NULL);
  outlay_features_add (features, "letters", scan->lexicon->language, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (clue_names); i++)
    {
      if (span->clues & 1u << i)
        outlay_features_add (features, "clue", clue_names[i], NULL);
    }
  add_shape (scan, span, features);
  add_inside (scan, span, features);
  add_before (scan, span, features);
  add_behind (scan, span, features);
  add_run (scan, span, features);
  add_returns (survey, span, features);
  add_cues (scan, span, features);
  add_list (scan, span, features);
  add_brackets (scan, span, features);
  add_figure (scan, span, features);
  add_where (scan, span, features);
}

/**
 * outlay_name_describe_sentence:
 * @group: what the features belong to
 * @first: first token of a name
 * @end: token behind it
 *
 * Adds what the sentence of a name shows: a figure near it, a verb that it may be the subject of,
 * whether it leads the sentence or stands in the headline.
 *
 * Returns: whether a figure is near.
 */
gboolean
outlay_name_describe_sentence (
  const OutlayScan *scan, const char *group, guint first, guint end, OutlayFeatures *features)
{
  guint sentence = scan->tokens[first].sentence;
  guint from = first > FIGURE_IN_SENTENCE ? first - FIGURE_IN_SENTENCE : 0;
  gboolean figure = outlay_scan_has_used (scan, sentence, from, end + FIGURE_IN_SENTENCE);
  gboolean verb = FALSE;

  for (guint at = end; at < end + VERB_IN_SENTENCE && at < scan->n_tokens && !verb; at++)
    verb = scan->tokens[at].sentence == sentence && outlay_name_has_cue (scan, at, "pays", NULL);
  if (figure)
    outlay_features_add (features, group, "near", "figure", NULL);
  if (verb)
    outlay_features_add (features, group, "near", "verb", NULL);
  if (scan->tokens[first].flags & OUTLAY_TOKEN_SENTENCE)
    outlay_features_add (features, group, "place", "leads", NULL);
  if (outlay_document_get_part (scan->document, first) == OUTLAY_PART_TITLE)
    outlay_features_add (features, group, "place", "title", NULL);
  return figure;
}
