/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-judge-dates.h"

#include "extract/outlay-extractor.h"
#include "outlay-date-features.h"
#include "outlay-decide.h"

/* How likely a date must be to be taken, beside that none is. */
#define LEAST_ODDS 0.9

static void
add_candidate (GArray *candidates, guint find, OutlayDate value, const char *source)
{
  OutlayDateCandidate candidate = {find, value, source};

  if (outlay_date_is_set (value))
    g_array_append_val (candidates, candidate);
}

/* "Over four years" has an end where the beginning is known, or with the news begins. */
static void
add_ends (const OutlayDateQuestion *question, guint index, GArray *candidates)
{
  const OutlayTimes *times = question->times;
  guint n_months = outlay_scene_get_find (question->scene, index)->n_months;
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
  const OutlayFind *find = outlay_scene_get_find (scene, index);
  OutlayDate date = find->mention.date;

  if (!(find->flags & OUTLAY_FIND_RELATIVE) || date.unit < OUTLAY_DATE_HALF
      || date.unit > OUTLAY_DATE_MONTH
      || outlay_date_compare (date, outlay_scene_get_published (scene)) >= 0)
    return;
  date.year++;
  add_candidate (candidates, index, date, "next");
}

static void
add_find (const OutlayDateQuestion *question, guint index, GArray *candidates)
{
  const OutlayFind *find = outlay_scene_get_find (question->scene, index);
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
add_published (const OutlayDateQuestion *question, GArray *candidates)
{
  OutlayDate published = outlay_scene_get_published (question->scene);

  if (published.unit == OUTLAY_DATE_DAY)
    {
      add_candidate (candidates, OUTLAY_NO_FIND, published, "published-day");
      add_candidate (candidates, OUTLAY_NO_FIND, outlay_date_month (published.year, published.part),
                     "published-month");
    }
  if (outlay_date_is_set (published))
    add_candidate (candidates, OUTLAY_NO_FIND, outlay_date_year (published.year), "published-year");
}

static void
add_sentences (const OutlayDateQuestion *question, guint first, guint end, GArray *candidates)
{
  const OutlayScene *scene = question->scene;

  for (guint i = scene->first_find[first]; i < scene->first_find[end]; i++)
    add_find (question, i, candidates);
}

static GArray *
find_candidates (const OutlayDateQuestion *question)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (OutlayDateCandidate));
  guint own = question->frame->window.sentence;
  guint n_sentences = outlay_scene_get_n_sentences (question->scene);
  guint lead = MIN (OUTLAY_DATE_LEAD, n_sentences);
  guint first = own > OUTLAY_DATE_BEFORE ? own - OUTLAY_DATE_BEFORE : 0;
  guint end = MIN (own + OUTLAY_DATE_BEHIND + 1, n_sentences);

  add_sentences (question, 0, lead, candidates);
  if (end > lead)
    add_sentences (question, MAX (first, lead), end, candidates);
  if (question->decision == OUTLAY_DECISION_ANNOUNCED)
    add_published (question, candidates);
  return candidates;
}

static double
weigh (const OutlayDateQuestion *question,
       const OutlayDateCandidate *candidate,
       OutlayFeatures *features)
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
  outlay_date_features_add (question, candidate, features);
  return outlay_decide (document, question->decision, subject, features).share[1];
}

/* The figure proves a date that no word of the text gives. */
static guint
get_proof (const OutlayDateQuestion *question, const OutlayDateCandidate *candidate)
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
static const OutlayDateCandidate *
choose (const OutlayDateQuestion *question, const GArray *candidates, double *share)
{
  g_autoptr (OutlayFeatures) features
    = outlay_features_new (question->scene->document->record != NULL);
  g_autofree double *odds = g_new0 (double, candidates->len + 1);
  const OutlayDateCandidate *best = NULL;
  double most = LEAST_ODDS, total = 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      const OutlayDateCandidate *candidate = &g_array_index (candidates, OutlayDateCandidate, i);
      double likely = CLAMP (weigh (question, candidate, features), 1e-9, 1 - 1e-9);
      guint first = 0;

      while (!outlay_date_equal (g_array_index (candidates, OutlayDateCandidate, first).value,
                                 candidate->value))
        first++;
      odds[first] += likely / (1 - likely);
      total += likely / (1 - likely);
    }
  for (guint i = 0; i < candidates->len; i++)
    {
      if (odds[i] > most)
        {
          most = odds[i];
          best = &g_array_index (candidates, OutlayDateCandidate, i);
        }
    }
  *share = most / total;
  return best;
}

static void
answer (const OutlayDateQuestion *question)
{
  const OutlayDocument *document = question->scene->document;
  g_autoptr (GArray) candidates = find_candidates (question);
  double share = 0;
  const OutlayDateCandidate *best = choose (question, candidates, &share);

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
  OutlayDateWeight weight = outlay_date_weight_find (scene, frame);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (outlay_date_view_free);
  OutlayDateQuestion questions[] = {
    {scene, frame, index, OUTLAY_DECISION_ANNOUNCED, times, &times->announced,
     &times->announced_proof, weight, views},
    {scene, frame, index, OUTLAY_DECISION_START, times, &times->start, &times->start_proof, weight,
     views},
    {scene, frame, index, OUTLAY_DECISION_END, times, &times->end, &times->end_proof, weight,
     views},
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    answer (&questions[i]);
}
