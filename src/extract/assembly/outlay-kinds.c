/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-frame.h"

#include <string.h>

/* How much a cue counts by where it stands: beside the figure, elsewhere in its sentence, in the
 * sentences before it, in the headline; and what such a deal mostly is counts by itself. Distance
 * divides what it counts in the sentence. */
#define WEIGHT_WINDOW    1200
#define WEIGHT_SENTENCE  600
#define WEIGHT_BEFORE    140
#define WEIGHT_TITLE     80
#define WEIGHT_USUAL     100
#define HINT_SHARE       5
#define INVEST_SHARE     2
#define DISTANCE_HALF    40
#define SENTENCES_BEFORE 2

#define LIKELY(rumoured, announced, agreed, under_way, completed, cancelled)                       \
  {                                                                                                \
    [OUTLAY_STATUS_RUMOURED] = rumoured, [OUTLAY_STATUS_ANNOUNCED] = announced,                    \
    [OUTLAY_STATUS_AGREED] = agreed, [OUTLAY_STATUS_UNDER_WAY] = under_way,                        \
    [OUTLAY_STATUS_COMPLETED] = completed, [OUTLAY_STATUS_CANCELLED] = cancelled                   \
  }

typedef struct
{
  guint weights[MAX (OUTLAY_N_KINDS, OUTLAY_N_STATUSES)];
  guint best[MAX (OUTLAY_N_KINDS, OUTLAY_N_STATUSES)];
  guint finds[MAX (OUTLAY_N_KINDS, OUTLAY_N_STATUSES)];
} OutlayVote;

/* Reads what a cue of a kind, or of a status, says, and by how much it counts less than another: a
 * hint is a word that goes with such a deal without saying that it is one. */
static gboolean
read_value (const OutlayFind *find, gboolean is_kind, guint *value, guint *divisor)
{
  OutlayKind kind;
  OutlayStatus status;

  *divisor = is_kind && outlay_find_is_cue (find, "hint", NULL) ? HINT_SHARE : 1;
  if (is_kind && outlay_find_is_cue (find, "hint", "invest"))
    {
      *value = OUTLAY_KIND_BUILD;
      *divisor = INVEST_SHARE;
      return TRUE;
    }
  if (*divisor == 1
      && !(is_kind ? outlay_find_is_cue (find, "kind", NULL)
                   : outlay_find_is_cue (find, "status", NULL)))
    return FALSE;
  if (is_kind && outlay_kind_from_string (find->value.text, &kind))
    {
      *value = kind;
      return TRUE;
    }
  if (!is_kind && outlay_status_from_string (find->value.text, &status))
    {
      *value = status;
      return TRUE;
    }
  return FALSE;
}

static void
vote (OutlayVote *votes, guint value, guint weight, guint find)
{
  votes->weights[value] += weight;
  if (weight > votes->best[value])
    {
      votes->best[value] = weight;
      votes->finds[value] = find;
    }
}

static void
vote_in_sentence (const OutlayScene *scene,
                  const OutlayFrame *frame,
                  gboolean is_kind,
                  OutlayVote *votes)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  guint sentence = frame->window.sentence;

  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      gboolean inside = find->first_token >= frame->window.first_token
                        && find->end_token <= frame->window.end_token;
      guint distance = outlay_scene_distance (scene, anchor, find);
      guint value;
      guint divisor;

      if (read_value (find, is_kind, &value, &divisor))
        vote (votes, value,
              (inside ? WEIGHT_WINDOW : WEIGHT_SENTENCE) * DISTANCE_HALF
                / (DISTANCE_HALF + distance) / divisor,
              i);
    }
}

static void
vote_elsewhere (
  const OutlayScene *scene, guint sentence, gboolean is_kind, guint weight, OutlayVote *votes)
{
  for (guint i = scene->first_find[sentence]; i < scene->first_find[sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);
      guint value;
      guint divisor;

      if (read_value (find, is_kind, &value, &divisor))
        vote (votes, value, divisor > 1 ? weight / HINT_SHARE : weight, i);
    }
}

static void
collect_votes (const OutlayScene *scene,
               const OutlayFrame *frame,
               gboolean is_kind,
               OutlayVote *votes)
{
  guint sentence = frame->window.sentence;

  vote_in_sentence (scene, frame, is_kind, votes);
  for (guint back = 1; back <= SENTENCES_BEFORE && back <= sentence; back++)
    vote_elsewhere (scene, sentence - back, is_kind, WEIGHT_BEFORE / back, votes);
  vote_elsewhere (scene, 0, is_kind, WEIGHT_TITLE, votes);
}

static guint
count_votes (const OutlayVote *votes, OutlayProof *proof)
{
  guint most = 0;
  guint sum = 0;
  guint winner = 0;

  for (guint i = 0; i < G_N_ELEMENTS (votes->weights); i++)
    {
      sum += votes->weights[i];
      if (votes->weights[i] > most)
        {
          most = votes->weights[i];
          winner = i;
        }
    }
  if (votes->best[winner] == 0)
    {
      *proof = (OutlayProof){OUTLAY_NO_FIND, NULL, 0};
      return 0;
    }
  *proof = (OutlayProof){votes->finds[winner], "nearest-cue", (guint8)(30 + 65 * most / sum)};
  return winner;
}

/* What a deal mostly is, by its kind, where the text doesn't say how far it is. */
static OutlayStatus
usual_status (OutlayKind kind)
{
  switch (kind)
    {
    case OUTLAY_KIND_SUPPLY:
    case OUTLAY_KIND_ACQUISITION:
    case OUTLAY_KIND_GRANT:
    case OUTLAY_KIND_FINANCING:
      return OUTLAY_STATUS_AGREED;
    case OUTLAY_KIND_EQUITY:
      return OUTLAY_STATUS_COMPLETED;
    case OUTLAY_KIND_BUILD:
    case OUTLAY_KIND_VENTURE:
    case OUTLAY_KIND_BUDGET:
    default:
      return OUTLAY_STATUS_ANNOUNCED;
    }
}

/* How well a deal of a kind and how far it may be go together, in percent: what is ordered is
 * signed for, a programme is but announced, and a building takes more than a signature. */
static const guint likelihoods[OUTLAY_N_KINDS][OUTLAY_N_STATUSES] = {
  [OUTLAY_KIND_BUILD] = LIKELY (70, 100, 40, 100, 60, 150),
  [OUTLAY_KIND_EQUITY] = LIKELY (80, 70, 110, 40, 100, 150),
  [OUTLAY_KIND_SUPPLY] = LIKELY (60, 50, 200, 40, 40, 150),
  [OUTLAY_KIND_ACQUISITION] = LIKELY (80, 60, 110, 60, 110, 150),
  [OUTLAY_KIND_VENTURE] = LIKELY (60, 120, 70, 60, 40, 150),
  [OUTLAY_KIND_FINANCING] = LIKELY (70, 70, 130, 40, 90, 150),
  [OUTLAY_KIND_BUDGET] = LIKELY (40, 150, 10, 50, 20, 150),
  [OUTLAY_KIND_GRANT] = LIKELY (60, 80, 130, 40, 60, 150),
};

static OutlayStatus
decide_status (const OutlayScene *scene, const OutlayFrame *frame, OutlayProof *proof)
{
  OutlayVote votes = {0};

  collect_votes (scene, frame, FALSE, &votes);
  votes.weights[usual_status (frame->kind)] += WEIGHT_USUAL;
  for (guint i = 0; i < OUTLAY_N_STATUSES; i++)
    votes.weights[i] = votes.weights[i] * likelihoods[frame->kind][i] / 100;
  return (OutlayStatus)count_votes (&votes, proof);
}

/**
 * outlay_kinds_decide:
 *
 * Sets kind and status of @frame from the cues around its figure.
 */
void
outlay_kinds_decide (const OutlayScene *scene, OutlayFrame *frame)
{
  OutlayVote votes = {0};

  collect_votes (scene, frame, TRUE, &votes);
  frame->kind = (OutlayKind)count_votes (&votes, &frame->kind_proof);
  if (frame->kind_proof.find == OUTLAY_NO_FIND)
    frame->kind = OUTLAY_KIND_BUILD;
  frame->status = decide_status (scene, frame, &frame->status_proof);
  if (frame->status_proof.find == OUTLAY_NO_FIND)
    frame->status = usual_status (frame->kind);
}
