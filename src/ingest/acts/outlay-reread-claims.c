/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which claims of an article are the same by a new reading. */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-reread-claims.h"

/**
 * outlay_reread_index:
 * @deals: (element-type OutlayDealRecord): deals, which outlive the index
 *
 * Returns: (transfer full) (element-type gint64 GPtrArray): the claims of each article, by its id.
 */
GHashTable *
outlay_reread_index (const GPtrArray *deals)
{
  GHashTable *known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);
          GPtrArray *claims = g_hash_table_lookup (known, &claim->article_id);

          if (claims == NULL)
            {
              claims = g_ptr_array_new ();
              g_hash_table_insert (known, g_memdup2 (&claim->article_id, sizeof (gint64)), claims);
            }
          g_ptr_array_add (claims, claim);
        }
    }
  return known;
}

static gsize
count_common (const OutlayEvidence *a, const OutlayEvidence *b)
{
  gsize start = MAX (a->span.start, b->span.start), end = MIN (a->span.end, b->span.end);

  return a->field == b->field && a->part == b->part && end > start ? end - start : 0;
}

static gboolean
is_figure (const OutlayEvidence *evidence)
{
  return evidence->field == OUTLAY_FIELD_AMOUNT || evidence->field == OUTLAY_FIELD_CAPACITY;
}

/* How many bytes of their words two readings share; those of the figure count most. */
static gsize
compare_words (const OutlayClaim *a, const OutlayClaim *b)
{
  gsize common = 0;

  for (guint i = 0; i < a->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (a->evidence, OutlayEvidence, i);

      for (guint j = 0; j < b->evidence->len; j++)
        common += count_common (evidence, &g_array_index (b->evidence, OutlayEvidence, j))
                  * (is_figure (evidence) ? 1000 : 1);
    }
  return common;
}

static OutlayClaim *
map_words (const OutlayClaim *claim, const OutlayTextMap *map)
{
  OutlayClaim *mapped = outlay_claim_new ();

  for (guint i = 0; i < claim->evidence->len; i++)
    {
      OutlayEvidence evidence = g_array_index (claim->evidence, OutlayEvidence, i);

      if (evidence.part == OUTLAY_PART_TITLE
          || outlay_text_map_find (map, evidence.span, &evidence.span))
        g_array_append_val (mapped->evidence, evidence);
    }
  return mapped;
}

/**
 * outlay_reread_find_words:
 * @claims: (nullable) (element-type OutlayDealClaim): of an article
 * @map: (nullable): where the words of its text have gone, where that was changed
 *
 * Returns: (transfer full) (element-type OutlayClaim): of each claim one with its evidence as that
 *   stands in the text now; without @map that is the claim itself.
 */
GPtrArray *
outlay_reread_find_words (const GPtrArray *claims, const OutlayTextMap *map)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      OutlayClaim *claim = ((const OutlayDealClaim *)g_ptr_array_index (claims, i))->claim;

      g_ptr_array_add (words, map != NULL ? map_words (claim, map) : outlay_claim_ref (claim));
    }
  return words;
}

/**
 * outlay_reread_find_older:
 * @words: (element-type OutlayClaim): of an article by the older reading
 * @taken: which of them are left out
 *
 * Returns: the one that reads the same words as @claim; -1 where there is none.
 */
int
outlay_reread_find_older (const GPtrArray *words, const gboolean *taken, const OutlayClaim *claim)
{
  gsize most = 0;
  int best = -1;

  for (guint i = 0; i < words->len; i++)
    {
      gsize common = taken[i] ? 0 : compare_words (g_ptr_array_index (words, i), claim);

      if (common <= most)
        continue;
      most = common;
      best = (int)i;
    }
  return best;
}

static gboolean
has_figure (const OutlayClaim *claim)
{
  for (guint i = 0; i < claim->evidence->len; i++)
    {
      if (is_figure (&g_array_index (claim->evidence, OutlayEvidence, i)))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_reread_still_tells:
 * @words: what outlay_reread_find_words() found of @claim
 *
 * Returns: whether the text still tells what @claim says: the words of a figure where it has one,
 *   any where it has none.
 */
gboolean
outlay_reread_still_tells (const OutlayClaim *words, const OutlayClaim *claim)
{
  if (has_figure (claim))
    return has_figure (words);
  return words->evidence->len > 0 || claim->evidence->len == 0;
}
