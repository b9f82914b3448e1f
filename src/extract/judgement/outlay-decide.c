/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-decide.h"

#include "extract/outlay-extractor.h"

/* Nine of ten are told only of what turns out right nineteen times of twenty: in articles that were
 * not learnt from, verdicts are a little surer of themselves than they may be. */
#define SURE      0.955
#define NEAR_SURE 0.89

/**
 * outlay_judge_get_confidence:
 * @share: how likely a verdict says its outcome is
 *
 * Returns: the confidence that is told, in percent.
 */
guint8
outlay_judge_get_confidence (double share)
{
  if (share < SURE)
    share = MIN (share, NEAR_SURE);
  return (guint8)CLAMP (share * 100 + 0.5, 1, 99);
}

/**
 * outlay_judge_name_rule:
 *
 * Returns: an interned string: that @verdict was weighed and what spoke most for it. There are as
 *   many as the weights have features.
 */
const char *
outlay_judge_name_rule (const OutlayVerdict *verdict)
{
  g_autofree char *rule
    = g_strconcat (OUTLAY_RULE_WEIGHED, verdict->ground != NULL ? ": " : "", verdict->ground, NULL);

  return g_intern_string (rule);
}

static void
record_names (const OutlayFeatures *features, GString *record)
{
  for (guint i = 0; i < features->names->len; i++)
    g_string_append_printf (record, "\t%s", (const char *)g_ptr_array_index (features->names, i));
}

/**
 * outlay_decide:
 * @subject: (nullable): what is decided on, as the record names it; %NULL where none is kept
 *
 * Decides, and writes down what was seen where the document keeps a record.
 *
 * Returns: the verdict.
 */
OutlayVerdict
outlay_decide (const OutlayDocument *document,
               OutlayDecision decision,
               const char *subject,
               const OutlayFeatures *features)
{
  if (document->record != NULL)
    {
      g_string_append_printf (document->record, "%s\t%s", outlay_decision_get_name (decision),
                              subject);
      record_names (features, document->record);
      for (guint i = 0; i < features->n_groups; i++)
        record_names (features->groups[i]->features, document->record);
      g_string_append_c (document->record, '\n');
    }
  return outlay_weights_decide (outlay_extractor_get_weights (document->extractor), decision,
                                features);
}
