/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-times.h"

#include <string.h>

#include "extract/judgement/outlay-judge-dates.h"

/* In tenths of words: how far the word that says what a date is may stand from it. */
#define TIME_REACH 60

/* How many sentences behind its figure a deal's dates may stand. */
#define SENTENCES_BEHIND 3

/* Where an article says when its news happened, and how many days the news may be old. */
#define LEAD_SENTENCES 8
#define NEWS_DAYS      14

/* What the cue nearest to a date says it is: "time:start", "time:end", "time:announced" or
 * nothing. */
static const char *
get_meaning (const OutlayScene *scene, const OutlayFind *date)
{
  guint distance;
  guint cue = outlay_scene_nearest_cue (scene, date, "time", NULL, &distance);

  if (cue == OUTLAY_NO_FIND || distance > TIME_REACH)
    return NULL;
  return outlay_scene_get_find (scene, cue)->value.text;
}

static void
set_once (OutlayDate *date, OutlayProof *proof, OutlayDate value, guint find, const char *rule)
{
  if (outlay_date_is_set (*date) || !outlay_date_is_set (value))
    return;
  *date = value;
  *proof = (OutlayProof){find, rule, 65};
}

static gboolean
is_ahead (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = scene->document->article->published;

  return outlay_date_is_set (published) && outlay_date_compare (date, published) > 0;
}

static gboolean
is_event (const OutlayFrame *frame)
{
  return frame->status == OUTLAY_STATUS_ANNOUNCED || frame->status == OUTLAY_STATUS_AGREED
         || frame->status == OUTLAY_STATUS_COMPLETED;
}

/* Whether the deal was done in a year before the article's. */
static gboolean
is_past_event (const OutlayScene *scene, const OutlayFrame *frame, OutlayDate date)
{
  OutlayDate published = scene->document->article->published;

  return is_event (frame) && frame->status != OUTLAY_STATUS_ANNOUNCED
         && outlay_date_is_set (published) && date.year < published.year;
}

static void
read_date (const OutlayScene *scene, const OutlayFrame *frame, guint index, OutlayTimes *times)
{
  const OutlayFind *find = outlay_scene_get_find (scene, index);
  const OutlayMention *mention = &find->mention;
  const char *meaning = get_meaning (scene, find);
  gboolean own = find->sentence == frame->window.sentence;

  if (outlay_date_is_set (mention->date_end))
    {
      set_once (&times->start, &times->start_proof, mention->date, index, "stretch");
      set_once (&times->end, &times->end_proof, mention->date_end, index, "stretch");
    }
  else if (meaning != NULL && strcmp (meaning, "start") == 0)
    set_once (&times->start, &times->start_proof, mention->date, index, "time-cue");
  else if (meaning != NULL && strcmp (meaning, "end") == 0)
    set_once (&times->end, &times->end_proof, mention->date, index, "time-cue");
  else if (meaning != NULL && strcmp (meaning, "announced") == 0)
    set_once (&times->announced, &times->announced_proof, mention->date, index, "time-cue");
  else if (own && frame->kind == OUTLAY_KIND_BUDGET && mention->date.unit == OUTLAY_DATE_YEAR)
    {
      set_once (&times->start, &times->start_proof, mention->date, index, "budget-year");
      set_once (&times->end, &times->end_proof, mention->date, index, "budget-year");
    }
  else if (own && !is_ahead (scene, mention->date)
           && (mention->date.unit >= OUTLAY_DATE_MONTH
               || is_past_event (scene, frame, mention->date)))
    set_once (&times->announced, &times->announced_proof, mention->date, index, "date-of-sentence");
}

static void
read_sentence (const OutlayScene *scene,
               const OutlayFrame *frame,
               guint sentence,
               OutlayTimes *times)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->mention.type == OUTLAY_MENTION_DATE
          && (sentence != frame->window.sentence
              || (find->first_token >= frame->window.first_token
                  && find->end_token <= frame->window.end_token)))
        read_date (scene, frame, i, times);
    }
}

/* Whether another figure stands in the sentence: its dates are that one's. */
static gboolean
has_figure (const OutlayScene *scene, guint sentence)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      if (outlay_scene_get_find (scene, i)->mention.type == OUTLAY_MENTION_MONEY)
        return TRUE;
    }
  return FALSE;
}

/* Whether @date is a day on which the news of the article may have happened. */
static gboolean
is_news_day (const OutlayScene *scene, OutlayDate date)
{
  OutlayDate published = scene->document->article->published;
  GDate day;
  GDate last;

  if (date.unit != OUTLAY_DATE_DAY || published.unit != OUTLAY_DATE_DAY)
    return FALSE;
  outlay_date_get_first_day (date, &day);
  outlay_date_get_first_day (published, &last);
  return g_date_compare (&day, &last) <= 0 && g_date_days_between (&day, &last) <= NEWS_DAYS;
}

/* The day that the sentence names on which its news may have happened. One with its year is the
 * page's own, that of an earlier deal or of an article; "today" beside no word of telling means
 * "nowadays". */
static guint
find_news_day (const OutlayScene *scene, guint sentence)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_scene_get_find (scene, i);

      if (find->mention.type == OUTLAY_MENTION_DATE && (find->flags & OUTLAY_FIND_RELATIVE)
          && !outlay_date_is_set (find->mention.date_end) && is_news_day (scene, find->mention.date)
          && (!outlay_date_equal (find->mention.date, scene->document->article->published)
              || g_strcmp0 (get_meaning (scene, find), "announced") == 0))
        return i;
    }
  return OUTLAY_NO_FIND;
}

/**
 * outlay_times_find_news_day:
 *
 * Returns: index of the find of the day on which happened what the article is about, as its first
 *   sentences name it; %OUTLAY_NO_FIND where they don't.
 */
guint
outlay_times_find_news_day (const OutlayScene *scene)
{
  guint end = MIN (outlay_scene_get_n_sentences (scene), LEAD_SENTENCES);
  guint day = OUTLAY_NO_FIND;

  for (guint sentence = 0; sentence < end && day == OUTLAY_NO_FIND; sentence++)
    day = find_news_day (scene, sentence);
  return day;
}

static void
take_news_day (const OutlayScene *scene, const OutlayFrame *frame, OutlayTimes *times)
{
  guint day = frame->main && is_event (frame) ? outlay_times_find_news_day (scene) : OUTLAY_NO_FIND;

  if (day != OUTLAY_NO_FIND)
    set_once (&times->announced, &times->announced_proof,
              outlay_scene_get_find (scene, day)->mention.date, day, "day-of-news");
}

/**
 * outlay_times_find:
 * @index: number of @frame among the frames
 *
 * Sets the dates that the text gives of @frame.
 */
void
outlay_times_find (const OutlayScene *scene,
                   const OutlayFrame *frame,
                   guint index,
                   OutlayTimes *times)
{
  static const OutlayProof none = {OUTLAY_NO_FIND, NULL, 0};
  guint n_sentences = outlay_scene_get_n_sentences (scene);

  memset (times, 0, sizeof *times);
  times->announced_proof = times->start_proof = times->end_proof = none;
  read_sentence (scene, frame, frame->window.sentence, times);
  for (guint on = 1; on <= SENTENCES_BEHIND && frame->window.sentence + on < n_sentences; on++)
    {
      if (has_figure (scene, frame->window.sentence + on))
        break;
      read_sentence (scene, frame, frame->window.sentence + on, times);
    }
  take_news_day (scene, frame, times);
  outlay_judge_times (scene, frame, index, times);
}
