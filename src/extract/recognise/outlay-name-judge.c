/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/outlay-name-span.h"

#include <string.h>

/* How likely a candidate must be an organisation that may be a party. */
#define LEAST_NAME 0.25

/**
 * outlay_name_dup_subject:
 *
 * Returns: (transfer full): where @span stands and its words, for the record.
 */
char *
outlay_name_dup_subject (const OutlayScan *scan, const OutlayNameSpan *span)
{
  const char *text = outlay_scan_get_text (scan, span->first);
  gsize length = scan->tokens[span->end - 1].end - scan->tokens[span->first].start;
  g_autofree char *words = g_strndup (text, length);

  return g_strdup_printf ("%u\t%u\t%s", span->first, span->end, g_strdelimit (words, "\t\n", ' '));
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

static void
weigh (const OutlayScan *scan, OutlayNameSpan *span, OutlayFeatures *features)
{
  gboolean records = scan->document->record != NULL;
  g_autofree char *subject = records ? outlay_name_dup_subject (scan, span) : NULL;

  outlay_features_clear (features);
  add_features (scan, span, features);
  span->share = outlay_decide (scan->document, OUTLAY_DECISION_NAME, subject, features).share[1];
}

/* The likelier first, then the longer, then the earlier. */
static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const OutlayNameSpan *first = *(const OutlayNameSpan *const *)a;
  const OutlayNameSpan *second = *(const OutlayNameSpan *const *)b;

  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  if (first->end - first->first != second->end - second->first)
    return first->end - first->first > second->end - second->first ? -1 : 1;
  return first->first < second->first ? -1 : first->first > second->first;
}

static gboolean
is_free (const guint8 *chosen, const OutlayNameSpan *span)
{
  for (guint at = span->first; at < span->end; at++)
    {
      if (chosen[at])
        return FALSE;
    }
  return TRUE;
}

/* Of candidates that share words the likeliest is taken and the others go. */
static void
choose (const OutlayScan *scan, GArray *spans, guint from)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autofree guint8 *chosen = g_new0 (guint8, scan->n_tokens + 1);

  for (guint i = from; i < spans->len; i++)
    g_ptr_array_add (order, &g_array_index (spans, OutlayNameSpan, i));
  g_ptr_array_sort (order, compare_shares);
  for (guint i = 0; i < order->len; i++)
    {
      OutlayNameSpan *span = g_ptr_array_index (order, i);

      if (!is_free (chosen, span))
        span->score = G_MININT;
      else if (span->share >= LEAST_NAME)
        {
          span->score = MAX (span->score, OUTLAY_NAME_ENOUGH);
          memset (chosen + span->first, 1, span->end - span->first);
        }
      else if (span->score > G_MININT)
        span->score = MIN (span->score, OUTLAY_NAME_ENOUGH - 1);
    }
}

/**
 * outlay_name_judge:
 * @spans: (element-type OutlayNameSpan): candidates with the scores that the rules give; they may
 *   overlap
 * @from: index of the first candidate
 *
 * Weighs which candidates may be organisations; what is none gets a score below
 * %OUTLAY_NAME_ENOUGH, what is one at least that.
 */
void
outlay_name_judge (const OutlayScan *scan, GArray *spans, guint from)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (scan->document->record != NULL);

  for (guint i = from; i < spans->len; i++)
    weigh (scan, &g_array_index (spans, OutlayNameSpan, i), features);
  choose (scan, spans, from);
}
