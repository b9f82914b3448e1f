/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-judge-dates.h"

#include <string.h>

#include "extract/outlay-extractor.h"
#include "outlay-context.h"
#include "outlay-decide.h"

/* Sentences about that of the figure, and at the start of the article, whose dates are weighed. */
#define SENTENCES_BEFORE 2
#define SENTENCES_BEHIND 4
#define LEAD_SENTENCES   8

/* How likely a date must be to be taken, beside that none is. */
#define LEAST_ODDS 0.9

/* In tenths of words: how far a word may stand from the date that it tells of. */
#define CUE_REACH 100

/* A date that may be one of the deal's.
 * find: what gives it, OUTLAY_NO_FIND of those that only the day of publication gives
 * source: how it comes from there */
typedef struct
{
  guint find;
  OutlayDate value;
  const char *source;
} Candidate;

/* One of the dates of a deal while it is weighed. */
typedef struct
{
  const OutlayScene *scene;
  const OutlayFrame *frame;
  guint index;
  OutlayDecision decision;
  const OutlayTimes *times;
  OutlayDate *date;
  OutlayProof *proof;
} Question;

static const OutlayFind *
get_find (const OutlayScene *scene, guint index)
{
  return outlay_document_get_find (scene->document, index);
}

static OutlayDate
get_published (const OutlayScene *scene)
{
  return scene->document->article->published;
}

static const OutlayFind *
get_anchor (const Question *question)
{
  return outlay_frame_get_anchor (question->frame, question->scene);
}

static void
add_candidate (GArray *candidates, guint find, OutlayDate value, const char *source)
{
  Candidate candidate = {find, value, source};

  if (outlay_date_is_set (value))
    g_array_append_val (candidates, candidate);
}

/* "Over four years" has an end where the beginning is known, or with the news begins. */
static void
add_ends (const Question *question, guint index, GArray *candidates)
{
  const OutlayTimes *times = question->times;
  guint n_months = get_find (question->scene, index)->n_months;
  OutlayDate exact = times->start;

  if (n_months % 12 != 0)
    return;
  exact.year += n_months / 12;
  if (outlay_date_is_set (times->start))
    add_candidate (candidates, index, outlay_date_year (exact.year), "over");
  if (times->start.unit > OUTLAY_DATE_YEAR && times->start.unit < OUTLAY_DATE_DAY)
    add_candidate (candidates, index, exact, "over-exact");
  if (outlay_date_is_set (times->announced))
    add_candidate (candidates, index, outlay_date_year (times->announced.year + n_months / 12),
                   "over-from-news");
}

/* "In March" is the next one as often as the last. */
static void
add_next (const OutlayScene *scene, guint index, GArray *candidates)
{
  const OutlayFind *find = get_find (scene, index);
  OutlayDate date = find->mention.date;

  if (!(find->flags & OUTLAY_FIND_RELATIVE) || date.unit < OUTLAY_DATE_HALF
      || date.unit > OUTLAY_DATE_MONTH || outlay_date_compare (date, get_published (scene)) >= 0)
    return;
  date.year++;
  add_candidate (candidates, index, date, "next");
}

static void
add_find (const Question *question, guint index, GArray *candidates)
{
  const OutlayFind *find = get_find (question->scene, index);
  const OutlayMention *mention = &find->mention;
  gboolean runs = outlay_date_is_set (mention->date_end);

  if (mention->type != OUTLAY_MENTION_DATE)
    return;
  if (question->decision == OUTLAY_DECISION_END && find->n_months > 0 && !runs
      && !outlay_date_is_set (mention->date))
    add_ends (question, index, candidates);
  else if (!runs)
    {
      add_candidate (candidates, index, mention->date, "date");
      if (question->decision != OUTLAY_DECISION_ANNOUNCED)
        add_next (question->scene, index, candidates);
    }
  else if (question->decision == OUTLAY_DECISION_START)
    add_candidate (candidates, index, mention->date, "stretch");
  else if (question->decision == OUTLAY_DECISION_END)
    add_candidate (candidates, index, mention->date_end, "stretch");
}

/* What is told was made known by the day of publication, and mostly not long before. */
static void
add_published (const Question *question, GArray *candidates)
{
  OutlayDate published = get_published (question->scene);

  if (published.unit == OUTLAY_DATE_DAY)
    {
      add_candidate (candidates, OUTLAY_NO_FIND, published, "published-day");
      add_candidate (candidates, OUTLAY_NO_FIND, outlay_date_month (published.year, published.part),
                     "published-month");
    }
  if (outlay_date_is_set (published))
    add_candidate (candidates, OUTLAY_NO_FIND, outlay_date_year (published.year), "published-year");
}

static gboolean
is_within_reach (const Question *question, guint sentence)
{
  guint own = question->frame->window.sentence;

  return sentence < LEAD_SENTENCES
         || (sentence + SENTENCES_BEFORE >= own && sentence <= own + SENTENCES_BEHIND);
}

static GArray *
find_candidates (const Question *question)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint n_sentences = outlay_scene_get_n_sentences (question->scene);

  for (guint sentence = 0; sentence < n_sentences; sentence++)
    {
      if (!is_within_reach (question, sentence))
        continue;
      for (guint i = question->scene->first_find[sentence];
           i < question->scene->first_find[sentence + 1]; i++)
        add_find (question, i, candidates);
    }
  if (question->decision == OUTLAY_DECISION_ANNOUNCED)
    add_published (question, candidates);
  return candidates;
}

static const char *
get_unit (OutlayDate date)
{
  static const char *const units[] = {"unset", "year", "half", "quarter", "month", "day"};

  return units[date.unit];
}

static const char *
get_turn (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = get_published (scene);

  if (!outlay_date_is_set (published))
    return "unknown";
  if (outlay_date_equal (date, published))
    return "today";
  if (outlay_date_contains (date, published))
    return "now";
  return outlay_date_compare (date, published) < 0 ? "past" : "ahead";
}

static const char *
get_years_off (const OutlayScene *scene, OutlayDate date)
{
  static const char *const names[] = {"-3", "-2", "-1", "0", "1", "2", "3", "4", "5", "6"};
  OutlayDate published = get_published (scene);

  if (!outlay_date_is_set (published))
    return "unknown";
  return names[CLAMP ((int)date.year - (int)published.year, -3, 6) + 3];
}

static const char *
get_days_off (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = get_published (scene);
  GDate day, last;

  if (date.unit != OUTLAY_DATE_DAY || published.unit != OUTLAY_DATE_DAY)
    return "unknown";
  outlay_date_get_first_day (date, &day);
  outlay_date_get_first_day (published, &last);
  int days = g_date_days_between (&day, &last);
  if (days < 0)
    return "ahead";
  if (days < 4)
    return outlay_context_count ((guint)days);
  return days < 11 ? "week" : days < 41 ? "month" : "long";
}

/* Whether @sentence names a party of the deal. */
static gboolean
names_party (const Question *question, guint sentence)
{
  const OutlayScene *scene = question->scene;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = get_find (scene, i);

      if (find->mention.type == OUTLAY_MENTION_ORGANISATION && find->entity >= 0
          && outlay_frame_find_cast ((OutlayFrame *)question->frame, find->entity) != NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
count_figures_before (const Question *question)
{
  const OutlayFind *anchor = get_anchor (question);
  guint n = 0;

  for (guint i = 0; i < question->scene->document->finds->len; i++)
    {
      const OutlayFind *find = get_find (question->scene, i);

      n += find->mention.type == OUTLAY_MENTION_MONEY && find->first_token < anchor->first_token;
    }
  return n;
}

/* How much the deal is the article's news: who is in it stands in the headline, its figure first.
 */
static void
add_weight (const Question *question, const char *what, OutlayFeatures *features)
{
  const char *title = names_party (question, 0) ? "in-title" : "not-in-title";
  const char *order = outlay_context_count (count_figures_before (question));

  outlay_features_add (features, title, what, NULL);
  outlay_features_add (features, "figures-before", order, what, NULL);
  outlay_features_add (features, title, order, what,
                       outlay_status_to_string (question->frame->status), NULL);
}

/* What the date is by itself and beside the day of publication. */
static void
add_value (const Question *question, const Candidate *candidate, OutlayFeatures *features)
{
  const char *unit = get_unit (candidate->value);
  const char *turn = get_turn (question->scene, candidate->value);
  const char *kind = outlay_kind_to_string (question->frame->kind);
  const char *status = outlay_status_to_string (question->frame->status);
  const char *main = question->frame->main ? "main" : "aside";

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "source", candidate->source, unit, NULL);
  outlay_features_add (features, "turn", turn, unit, NULL);
  outlay_features_add (features, "years", get_years_off (question->scene, candidate->value), NULL);
  outlay_features_add (features, "days", get_days_off (question->scene, candidate->value), NULL);
  outlay_features_add (features, "kind", kind, turn, NULL);
  outlay_features_add (features, "kind", kind, candidate->source, NULL);
  outlay_features_add (features, "status", status, turn, NULL);
  outlay_features_add (features, "status", status, candidate->source, NULL);
  outlay_features_add (features, "status", status, turn, unit, main, NULL);
  outlay_features_add (features, main, candidate->source, unit, NULL);
  add_weight (question, candidate->find != OUTLAY_NO_FIND ? turn : candidate->source, features);
}

static const char *
get_place (const Question *question, const OutlayFind *find)
{
  const OutlayWindow *window = &question->frame->window;
  guint own = window->sentence;

  if (find->sentence == own)
    return find->first_token >= window->first_token && find->end_token <= window->end_token
             ? "own"
             : "own-outside";
  if (find->sentence == own + 1)
    return "behind-1";
  if (find->sentence > own)
    return find->sentence <= own + SENTENCES_BEHIND ? "behind" : "lead";
  if (find->sentence + 1 == own)
    return "before-1";
  return find->sentence < LEAD_SENTENCES ? "lead" : "before";
}

static guint
count_in_sentence (const OutlayScene *scene, guint sentence, OutlayMentionType type)
{
  guint n = 0;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    n += get_find (scene, i)->mention.type == type;
  return n;
}

/* Whether a figure of another deal stands nearer to the date than this deal's. */
static gboolean
has_nearer_figure (const Question *question, const OutlayFind *find)
{
  const OutlayScene *scene = question->scene;
  const OutlayFind *anchor = get_anchor (question);
  guint own = outlay_scene_distance (scene, find, anchor);

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *other = get_find (scene, i);

      if (other != anchor && other->mention.type == OUTLAY_MENTION_MONEY
          && outlay_scene_distance (scene, find, other) < own)
        return TRUE;
    }
  return FALSE;
}

static guint
get_paragraph (const OutlayScene *scene, guint sentence)
{
  return outlay_document_get_sentence (scene->document, sentence)->paragraph;
}

/* Whether a date of @turn, another than @find, stands in the figure's sentence. */
static gboolean
has_own_date (const Question *question, const OutlayFind *find, const char *turn)
{
  const OutlayScene *scene = question->scene;
  guint own = question->frame->window.sentence;

  for (guint i = scene->first_find[own]; i < scene->first_find[own + 1]; i++)
    {
      const OutlayFind *other = get_find (scene, i);

      if (other != find && other->mention.type == OUTLAY_MENTION_DATE
          && strcmp (get_turn (scene, other->mention.date), turn) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Who else may be the deal's date, and how near the date stands. */
static void
add_rivals (const Question *question,
            const OutlayFind *find,
            const char *place,
            OutlayFeatures *features)
{
  static const char *const turns[] = {"past", "ahead", "today"};
  const OutlayScene *scene = question->scene;
  guint own = question->frame->window.sentence;
  const char *paragraph
    = get_paragraph (scene, own) == get_paragraph (scene, find->sentence) ? "same" : "other";

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      if (has_own_date (question, find, turns[i]))
        outlay_features_add (features, "rival", turns[i], place, NULL);
    }
  outlay_features_add (features, "paragraph", paragraph, place, NULL);
  outlay_features_add (features, "figure-in", own < 6 ? outlay_context_count (own) : "later", place,
                       NULL);
}

/* Where the date stands from the deal's figure. */
static void
add_place (const Question *question, const Candidate *candidate, OutlayFeatures *features)
{
  const OutlayFind *find = get_find (question->scene, candidate->find);
  const OutlaySentence *sentence
    = outlay_document_get_sentence (question->scene->document, find->sentence);
  const OutlayFind *anchor = get_anchor (question);
  const char *place = get_place (question, find);
  const char *turn = get_turn (question->scene, candidate->value);
  guint distance = outlay_scene_distance (question->scene, find, anchor);

  outlay_features_add (features, "place", place, NULL);
  outlay_features_add (features, "place", place, turn, NULL);
  outlay_features_add (features, "place", place, get_unit (candidate->value), NULL);
  outlay_features_add (features, "place", place, turn, get_unit (candidate->value),
                       outlay_status_to_string (question->frame->status), NULL);
  outlay_features_add (features, "place", place, outlay_kind_to_string (question->frame->kind),
                       NULL);
  add_rivals (question, find, place, features);
  if (distance != OUTLAY_NOWHERE)
    outlay_features_add (features, "figure", outlay_context_bucket (distance),
                         find->first_token < anchor->first_token ? "before" : "behind", NULL);
  if (has_nearer_figure (question, find))
    outlay_features_add (features, "nearer-figure", place, NULL);
  outlay_features_add (
    features, "dates",
    outlay_context_count (count_in_sentence (question->scene, find->sentence, OUTLAY_MENTION_DATE)),
    NULL);
  outlay_features_add (features, "sentence",
                       find->sentence < 6 ? outlay_context_count (find->sentence) : "later", turn,
                       NULL);
  if (sentence->heading || sentence->part == OUTLAY_PART_TITLE)
    outlay_features_add (features, "heading", turn, NULL);
  if (find->flags & OUTLAY_FIND_RELATIVE)
    outlay_features_add (features, "relative", get_unit (candidate->value), turn, NULL);
}

/* The words that say what the date is of. */
static void
add_cues (const Question *question, const OutlayFind *find, OutlayFeatures *features)
{
  static const char *const classes[]
    = {"time", "status", "kind", "scope", "negative", "quote", "aside", "clause"};
  const OutlayScene *scene = question->scene;

  for (guint i = scene->first_find[find->sentence]; i < scene->first_find[find->sentence + 1]; i++)
    {
      const OutlayFind *cue = get_find (scene, i);
      guint distance = outlay_scene_distance (scene, find, cue);
      gboolean tells = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (classes) && cue->class_name != NULL; k++)
        tells |= strcmp (cue->class_name, classes[k]) == 0;
      if (!tells || distance > CUE_REACH)
        continue;
      outlay_features_add (features, "near", cue->class_name, cue->value, NULL);
      outlay_features_add (features, "cue", cue->class_name, cue->value,
                           outlay_context_bucket (distance),
                           cue->first_token < find->first_token ? "before" : "behind", NULL);
    }
}

static void
add_words (const Question *question, const OutlayFind *find, OutlayFeatures *features)
{
  const OutlayScene *scene = question->scene;

  outlay_context_add_word (scene, "word-1", find->first_token - 1, find->sentence, features);
  outlay_context_add_word (scene, "word-2", find->first_token - 2, find->sentence, features);
  outlay_context_add_word (scene, "word+1", find->end_token, find->sentence, features);
  outlay_context_add_word (scene, "word+2", find->end_token + 1, find->sentence, features);
  for (guint i = find->first_token; i < find->end_token; i++)
    outlay_context_add_word (scene, "in", i, find->sentence, features);
}

/* What speaks for the day of publication, or the month, where the text names no day. */
static void
add_silence (const Question *question, const Candidate *candidate, OutlayFeatures *features)
{
  const OutlayScene *scene = question->scene;
  const OutlayFind *anchor = get_anchor (question);
  guint day = outlay_times_find_news_day (scene);
  gboolean dated = FALSE;

  outlay_features_add (
    features, "news-day", candidate->source,
    day == OUTLAY_NO_FIND ? "none" : get_turn (scene, get_find (scene, day)->mention.date),
    question->frame->main ? "main" : "aside", NULL);
  for (guint i = scene->first_find[anchor->sentence]; i < scene->first_find[anchor->sentence + 1];
       i++)
    {
      const OutlayFind *find = get_find (scene, i);

      dated |= find->mention.type == OUTLAY_MENTION_DATE
               && strcmp (get_turn (scene, find->mention.date), "past") == 0;
      if (find->mention.type == OUTLAY_MENTION_CUE
          && (strcmp (find->class_name, "status") == 0 || strcmp (find->class_name, "time") == 0))
        outlay_features_add (features, candidate->source, find->class_name, find->value, NULL);
    }
  outlay_features_add (features, "past-beside", candidate->source, dated ? "yes" : "no", NULL);
  outlay_features_add (features, "figure-in", candidate->source,
                       anchor->sentence < 6 ? outlay_context_count (anchor->sentence) : "later",
                       NULL);
}

static void
add_features (const Question *question, const Candidate *candidate, OutlayFeatures *features)
{
  const char *rule = !outlay_date_is_set (*question->date)                   ? "none"
                     : outlay_date_equal (*question->date, candidate->value) ? "this"
                                                                             : "other";

  add_value (question, candidate, features);
  outlay_features_add (features, "rule", rule, NULL);
  outlay_features_add (features, "rule", rule, candidate->source, NULL);
  if (question->proof->rule != NULL)
    outlay_features_add (features, "rule", rule, question->proof->rule, NULL);
  if (candidate->find == OUTLAY_NO_FIND)
    {
      add_silence (question, candidate, features);
      return;
    }
  add_place (question, candidate, features);
  add_cues (question, get_find (question->scene, candidate->find), features);
  add_words (question, get_find (question->scene, candidate->find), features);
}

static double
weigh (const Question *question, const Candidate *candidate, OutlayFeatures *features)
{
  const OutlayDocument *document = question->scene->document;
  g_autofree char *value = NULL;
  g_autofree char *subject = NULL;

  if (document->record != NULL)
    {
      value = outlay_date_to_string (candidate->value);
      subject = g_strdup_printf ("%u\t%s", question->index, value);
    }
  outlay_features_clear (features);
  add_features (question, candidate, features);
  return outlay_decide (document, question->decision, subject, features).share[1];
}

/* The figure proves a date that no word of the text gives. */
static guint
get_proof (const Question *question, const Candidate *candidate)
{
  const OutlayFrame *frame = question->frame;

  if (candidate->find != OUTLAY_NO_FIND)
    return candidate->find;
  if (frame->amount.find != OUTLAY_NO_FIND)
    return frame->amount.find;
  return frame->capacity.find != OUTLAY_NO_FIND ? frame->capacity.find : frame->bond;
}

/* The candidate that is likeliest; several of one date speak for it together. Sets @share to how
 * likely it is beside the others and none. */
static const Candidate *
choose (const Question *question, const GArray *candidates, double *share)
{
  g_autoptr (OutlayFeatures) features
    = outlay_features_new (question->scene->document->record != NULL);
  g_autofree double *odds = g_new0 (double, candidates->len + 1);
  const Candidate *best = NULL;
  double most = LEAST_ODDS, total = 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double likely = CLAMP (weigh (question, candidate, features), 1e-9, 1 - 1e-9);
      guint first = 0;

      while (
        !outlay_date_equal (g_array_index (candidates, Candidate, first).value, candidate->value))
        first++;
      odds[first] += likely / (1 - likely);
      total += likely / (1 - likely);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      if (odds[i] > most)
        {
          most = odds[i];
          best = &g_array_index (candidates, Candidate, i);
        }
    }
  *share = most / total;
  return best;
}

static void
answer (const Question *question)
{
  const OutlayDocument *document = question->scene->document;
  g_autoptr (GArray) candidates = find_candidates (question);
  double share = 0;
  const Candidate *best = choose (question, candidates, &share);

  if (!outlay_weights_know (outlay_extractor_get_weights (document->extractor), question->decision))
    return;
  *question->date = best != NULL ? best->value : (OutlayDate)OUTLAY_DATE_INIT;
  *question->proof = (OutlayProof){OUTLAY_NO_FIND, NULL, 0};
  if (best != NULL)
    *question->proof
      = (OutlayProof){get_proof (question, best), best->source, (guint8)CLAMP (share * 100, 1, 99)};
}

/**
 * outlay_judge_times:
 * @index: number of @frame among the frames
 * @times: (inout): what the rules have found; what is taken in the end
 *
 * Decides which of the article's dates are those of the deal. Without weights the rules stand.
 */
void
outlay_judge_times (const OutlayScene *scene,
                    const OutlayFrame *frame,
                    guint index,
                    OutlayTimes *times)
{
  Question questions[] = {
    {scene, frame, index, OUTLAY_DECISION_ANNOUNCED, times, &times->announced,
     &times->announced_proof},
    {scene, frame, index, OUTLAY_DECISION_START, times, &times->start, &times->start_proof},
    {scene, frame, index, OUTLAY_DECISION_END, times, &times->end, &times->end_proof},
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    answer (&questions[i]);
}
