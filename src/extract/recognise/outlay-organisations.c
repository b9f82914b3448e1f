/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-runs.h"

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const OutlayNameSpan *first = a, *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  return first->end > second->end ? -1 : first->end < second->end;
}

static void
find_unknown (const OutlayScan *scan, GArray *spans)
{
  guint from = spans->len;

  outlay_name_find_candidates (scan, spans);
  outlay_name_judge (scan, spans, from);
}

/**
 * outlay_recognise_organisations:
 *
 * Finds organisations, those that the data files list and those that the text itself shows to be
 * some, and says which mentions are of the same one.
 */
void
outlay_recognise_organisations (OutlayScan *scan)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OutlayNameSpan));
  g_autofree guint8 *taken = g_new0 (guint8, scan->n_tokens + 1);

  outlay_name_find_known (scan, spans, taken);
  outlay_name_find_governments (scan, spans, taken);
  if (scan->lexicon->has_runs || scan->lexicon->has_particles)
    outlay_name_weigh_runs (scan, spans, taken);
  else if (outlay_name_is_han (scan))
    outlay_name_find_han (scan, spans, taken);
  else
    find_unknown (scan, spans);
  g_array_sort (spans, compare_spans);
  outlay_name_add_entities (scan, spans);
}
