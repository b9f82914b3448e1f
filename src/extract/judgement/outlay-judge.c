/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-judge.h"

#include <string.h>

#include "extract/outlay-extractor.h"
#include "outlay-context.h"
#include "outlay-decide.h"
#include "outlay-judge-capacity.h"
#include "outlay-judge-places.h"
#include "outlay-surroundings.h"

/* How likely a figure must be a deal's, and a frame a deal, to be looked at further. */
#define LEAST_FIGURE 0.1
#define LEAST_DEAL   0.08

/**
 * outlay_judge_takes_figure:
 * @figure: index of the find
 * @why_not: (nullable): why the rules take it for no deal's
 *
 * Returns: whether the figure may be that of a deal.
 */
gboolean
outlay_judge_takes_figure (const OutlayScene *scene, guint figure, const char *why_not)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autofree char *subject
    = scene->document->record != NULL ? g_strdup_printf ("%u", figure) : NULL;

  outlay_context_add_figure (scene, outlay_document_get_find (scene->document, figure), why_not,
                             features);
  outlay_surroundings_add_figure (scene, outlay_document_get_find (scene->document, figure),
                                  features);
  scene->figure_shares[figure]
    = outlay_decide (scene->document, OUTLAY_DECISION_FIGURE, subject, features).share[1];
  return scene->figure_shares[figure] >= LEAST_FIGURE;
}

/* The cue that says so, where there is one; else the figure itself. */
static void
prove_weighed (const OutlayScene *scene,
               const OutlayFrame *frame,
               const char *class_name,
               const char *value,
               const OutlayVerdict *verdict,
               OutlayProof *proof)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);

  proof->rule = outlay_judge_name_rule (verdict);
  proof->find = outlay_scene_nearest_cue (scene, anchor, class_name, value, NULL);
  if (proof->find == OUTLAY_NO_FIND)
    proof->find = MIN (MIN (frame->amount.find, frame->capacity.find), frame->bond);
}

/* What @features make of a kind or a status, of which the rules have @found; @share gets how likely
 * each is. */
static guint
judge_value (const OutlayScene *scene,
             const OutlayFrame *frame,
             OutlayDecision decision,
             const char *id,
             const OutlayFeatures *features,
             guint found,
             OutlayProof *proof,
             double *share)
{
  OutlayVerdict verdict = outlay_decide (scene->document, decision, id, features);
  gboolean kind = decision == OUTLAY_DECISION_KIND;

  if (found != verdict.outcome || proof->find == OUTLAY_NO_FIND)
    prove_weighed (scene, frame, outlay_decision_get_name (decision),
                   kind ? outlay_kind_to_string ((OutlayKind)verdict.outcome)
                        : outlay_status_to_string ((OutlayStatus)verdict.outcome),
                   &verdict, proof);
  proof->confidence = outlay_judge_get_confidence (verdict.share[verdict.outcome]);
  if (share != NULL)
    memcpy (share, verdict.share, sizeof *share * outlay_decision_get_n_outcomes (decision));
  return verdict.outcome;
}

static void
judge_frame (const OutlayScene *scene, OutlayFrame *frame, guint index)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autoptr (OutlayFeatures) words = outlay_features_new (scene->document->record != NULL);
  g_autofree char *id = scene->document->record != NULL ? g_strdup_printf ("%u", index) : NULL;

  outlay_context_add_frame_words (scene, frame, words);
  outlay_context_add_frame (scene, frame, features);
  outlay_features_add_all (features, words);
  frame->share = outlay_decide (scene->document, OUTLAY_DECISION_DEAL, id, features).share[1];
  frame->dropped = frame->share < LEAST_DEAL;
  if (frame->dropped && scene->document->record == NULL)
    return;
  outlay_surroundings_add_frame (scene, outlay_frame_get_anchor (frame, scene), words);
  outlay_features_add_all (features, words);
  frame->kind = judge_value (scene, frame, OUTLAY_DECISION_KIND, id, features, frame->kind,
                             &frame->kind_proof, frame->kind_share);
  outlay_features_clear (features);
  outlay_context_add_status (scene, frame, features);
  outlay_features_add_all (features, words);
  frame->status = judge_value (scene, frame, OUTLAY_DECISION_STATUS, id, features, frame->status,
                               &frame->status_proof, NULL);
  outlay_judge_cast (scene, frame, id);
  outlay_judge_capacity (scene, frame, id);
  frame->places = outlay_judge_places (scene, frame, id);
}

static void
record_frame (const OutlayScene *scene, const OutlayFrame *frame, guint index)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);

  g_string_append_printf (scene->document->record,
                          "frame\t%u\t%u\t%u\t%u\t%d\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\n",
                          index, frame->amount.find, frame->capacity.find, frame->alternative.find,
                          anchor->mention.part, anchor->mention.span.start,
                          anchor->mention.span.end);
}

/**
 * outlay_judge_frames:
 * @frames: (element-type OutlayFrame): as the rules have them
 *
 * Decides which of them are deals, of which kind, how far, and who does what in them.
 */
void
outlay_judge_frames (const OutlayScene *scene, GPtrArray *frames)
{
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      if (frame->dropped)
        continue;
      if (scene->document->record != NULL)
        record_frame (scene, frame, i);
      judge_frame (scene, frame, i);
    }
  outlay_judge_cards (scene, frames);
}
