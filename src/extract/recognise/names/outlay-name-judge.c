/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/judgement/outlay-decide.h"
#include "extract/recognise/names/outlay-name-features.h"
#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

/* How likely a candidate must be an organisation that may be a party. */
#define LEAST_NAME 0.25

/* How likely one must be that takes a known name for its part. */
#define LEAST_WIDER_NAME 0.5

/* What its best place in the text tells of a name that stands elsewhere too. */
#define SHARE_OF_BEST 0.6

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
  const char *score = span->score < 0 ? "-1" : outlay_name_number (MIN ((guint)span->score, 8));

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
weigh (const OutlayScan *scan,
       const OutlayNameSurvey *survey,
       OutlayNameSpan *span,
       OutlayFeatures *features)
{
  gboolean records = scan->document->record != NULL;
  g_autofree char *subject = records ? outlay_name_dup_subject (scan, span) : NULL;

  outlay_features_clear (features);
  if (span->run_end > 0)
    outlay_name_add_features (survey, span, features);
  else
    add_features (scan, span, features);
  span->share = outlay_decide (scan->document, OUTLAY_DECISION_NAME, subject, features).share[1];
}

/* Known names need no decision, but what stands around them teaches what stands around names. */
static void
record_known (const OutlayScan *scan,
              const OutlayNameSurvey *survey,
              const GArray *spans,
              guint from,
              OutlayFeatures *features)
{
  g_autofree guint8 *taken = g_new0 (guint8, scan->n_tokens + 1);

  for (guint i = 0; i < from; i++)
    {
      OutlayNameSpan span = g_array_index (spans, OutlayNameSpan, i);

      if (span.flags & (OUTLAY_FIND_EPITHET | OUTLAY_FIND_GOVERNMENT)
          || scan->tokens[span.first].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL))
        continue;
      span.clues = outlay_name_find_clues (scan, taken, span.first, span.end);
      span.key = outlay_name_fold (scan, span.first, span.end);
      span.run_first = span.first;
      span.run_end = span.end;
      weigh (scan, survey, &span, features);
    }
}

/* What is plainly a name in one place is the same name in another. */
static void
spread (GArray *spans, guint from)
{
  g_autoptr (GHashTable) best = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      const double *share = g_hash_table_lookup (best, span->key);

      if (share == NULL || span->share > *share)
        g_hash_table_insert (best, (gpointer)span->key,
                             g_memdup2 (&span->share, sizeof span->share));
    }
  for (guint i = from; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      const double *share = g_hash_table_lookup (best, span->key);

      span->share = (1 - SHARE_OF_BEST) * span->share + SHARE_OF_BEST * *share;
    }
}

/* The likelier first, then the longer, then the earlier. */
static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const OutlayNameSpan *first = *(const OutlayNameSpan *const *)a;
  const OutlayNameSpan *second = *(const OutlayNameSpan *const *)b;

  if (first->share > second->share || first->share < second->share)
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

static gboolean
is_likely (const OutlayNameSpan *span)
{
  return span->share >= (span->clues & OUTLAY_NAME_HOLDS_KNOWN ? LEAST_WIDER_NAME : LEAST_NAME);
}

/* "France" that pays is its government. */
static void
take_for_government (const OutlayScan *scan, OutlayNameSpan *span)
{
  const OutlayHit *place = outlay_scan_find (scan, span->first, OUTLAY_ENTRY_PLACE);

  if (place == NULL || place->end != span->end || place->entry->number != OUTLAY_PLACE_COUNTRY)
    return;
  span->organisation = outlay_names_get_government (scan->names, place->entry->data);
  span->flags |= OUTLAY_FIND_KNOWN | OUTLAY_FIND_GOVERNMENT | OUTLAY_FIND_EPITHET;
}

/* Known names that are part of a wider one go. */
static void
drop_parts (GArray *spans, guint from, const guint8 *chosen)
{
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (i >= from || is_free (chosen, span))
        g_array_index (spans, OutlayNameSpan, kept++) = *span;
    }
  g_array_set_size (spans, kept);
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
      else if (is_likely (span))
        {
          span->score = MAX (span->score, OUTLAY_NAME_ENOUGH);
          take_for_government (scan, span);
          memset (chosen + span->first, 1, span->end - span->first);
        }
      else if (span->score > G_MININT)
        span->score = MIN (span->score, OUTLAY_NAME_ENOUGH - 1);
    }
  drop_parts (spans, from, chosen);
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
  g_autoptr (OutlayNameSurvey) survey = outlay_name_survey_new (scan, spans, from);

  if (scan->document->record != NULL)
    record_known (scan, survey, spans, from, features);
  for (guint i = from; i < spans->len; i++)
    weigh (scan, survey, &g_array_index (spans, OutlayNameSpan, i), features);
  spread (spans, from);
  choose (scan, spans, from);
}
