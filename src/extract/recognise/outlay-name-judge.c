/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/outlay-name-span.h"

/* How likely a candidate must be an organisation that may be a party. */
#define LEAST_NAME 0.25

static char *
dup_words (const OutlayScan *scan, const OutlayNameSpan *span)
{
  const char *text = outlay_scan_get_text (scan, span->first);
  char *words = g_strndup (text, scan->tokens[span->end - 1].end - scan->tokens[span->first].start);

  return g_strdelimit (words, "\t\n", ' ');
}

static void
add_features (const OutlayScan *scan, const OutlayNameSpan *span, OutlayFeatures *features)
{
  g_autofree char *score = g_strdup_printf ("%d", CLAMP (span->score, -1, 8));

  outlay_features_add (features, "bias", NULL);
  outlay_features_add (features, "language", scan->lexicon->language, NULL);
  if (span->score >= OUTLAY_NAME_ENOUGH)
    outlay_features_add (features, "enough", NULL);
  if (span->flags & OUTLAY_FIND_PERSON)
    outlay_features_add (features, "person", NULL);
  outlay_features_add (features, "score", score, NULL);
  outlay_features_add (features, span->strong ? "strong" : "weak", NULL);
}

/**
 * outlay_name_judge:
 * @spans: (element-type OutlayNameSpan): candidates with the scores that the rules give
 * @from: index of the first candidate
 *
 * Weighs which candidates may be organisations; what is none gets a score below
 * %OUTLAY_NAME_ENOUGH, what is one at least that.
 */
void
outlay_name_judge (const OutlayScan *scan, GArray *spans, guint from)
{
  gboolean records = scan->document->record != NULL;
  g_autoptr (OutlayFeatures) features = outlay_features_new (records);

  for (guint i = from; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      g_autofree char *subject = records ? dup_words (scan, span) : NULL;
      OutlayVerdict verdict;

      outlay_features_clear (features);
      add_features (scan, span, features);
      verdict = outlay_decide (scan->document, OUTLAY_DECISION_NAME, subject, features);
      if (verdict.share[1] >= LEAST_NAME)
        span->score = MAX (span->score, OUTLAY_NAME_ENOUGH);
      else if (span->score > G_MININT)
        span->score = MIN (span->score, OUTLAY_NAME_ENOUGH - 1);
    }
}
