/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-name-span.h"

/* What a return of the name counts. */
#define SCORE_RETURNS 1

/* How often a name stands in a text that returns to it, and in one that is about it. */
#define FEW_RETURNS  2
#define MANY_RETURNS 3

/* How often the text has each candidate's words. */
static GHashTable *
count_names (const GArray *spans, guint from)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = from; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, span->key));

      g_hash_table_insert (counts, (gpointer)span->key, GINT_TO_POINTER (count + 1));
    }
  return counts;
}

/**
 * outlay_name_weigh_returns:
 * @from: index of the first candidate
 *
 * A name that returns is what the text is about; one that nothing strong speaks for is none.
 */
void
outlay_name_weigh_returns (GArray *spans, guint from)
{
  g_autoptr (GHashTable) counts = count_names (spans, from);

  for (guint i = from; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, span->key));

      if (span->flags & OUTLAY_FIND_PERSON)
        continue;
      if (count >= FEW_RETURNS)
        span->score += SCORE_RETURNS;
      if (count >= MANY_RETURNS && span->end - span->first == 1)
        span->strong = TRUE;
      if (!span->strong)
        span->score = MIN (span->score, OUTLAY_NAME_ENOUGH - 1);
    }
}
