/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link.h"

#include "outlay-link-compare.h"
#include "outlay-link-group.h"
#include "outlay-link-reason.h"

/** outlay_link_choice_free: frees @choice. */
void
outlay_link_choice_free (OutlayLinkChoice *choice)
{
  g_free (choice->reason);
  g_array_unref (choice->alike);
  g_free (choice);
}

static int
compare_first_claims (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *candidates = data;
  const OutlayDealRecord *first = g_ptr_array_index (candidates, *(const guint *)a);
  const OutlayDealRecord *second = g_ptr_array_index (candidates, *(const guint *)b);

  return outlay_deal_claim_compare (outlay_deal_record_get_claim (first, 0),
                                    outlay_deal_record_get_claim (second, 0));
}

/* Deals begin in the order of their first claims, also where ids tell another: equal points are
 * decided by it. */
static GArray *
order_candidates (const GPtrArray *candidates)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), candidates->len);

  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_first_claims, (gpointer)candidates);
  return order;
}

static void
add_candidate (OutlayLinkGrouping *grouping, const OutlayDealRecord *deal)
{
  OutlayLinkGroup *group = outlay_link_grouping_add_group (grouping);

  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      guint index = outlay_link_grouping_add_claim (grouping, claim->claim, claim->article);

      g_array_append_val (group->members, index);
    }
}

static void
choose (GPtrArray *choices, const GArray *pairs, const GArray *order, guint first)
{
  g_autofree gboolean *taken = g_new0 (gboolean, order->len);

  for (guint i = 0; i < pairs->len; i++)
    {
      const OutlayLinkPair *pair = &g_array_index (pairs, OutlayLinkPair, i);
      OutlayLinkChoice *choice = g_ptr_array_index (choices, pair->claim - first);
      guint candidate = g_array_index (order, guint, pair->group);

      if (pair->points < OUTLAY_LIKENESS_ENOUGH)
        continue;
      g_array_append_val (choice->alike, candidate);
      if (!pair->allowed || choice->candidate >= 0 || taken[pair->group])
        continue;
      choice->candidate = (int)candidate;
      choice->reason = outlay_link_make_reason (pair->agreements, pair->days);
      taken[pair->group] = TRUE;
    }
}

/**
 * outlay_link_choose:
 * @claims: (element-type OutlayClaim): all claims of one article
 * @article: the article
 * @candidates: (element-type OutlayDealRecord): deals, each with its claims; none with one of
 *   @article
 *
 * Finds the deal that each claim speaks of, where the article comes after all of the candidates'.
 * The claims of one article are of different deals, so each deal is chosen once at most, by the
 * claim that is likest to it.
 *
 * Returns: (transfer full) (element-type OutlayLinkChoice): one choice a claim, in their order.
 */
GPtrArray *
outlay_link_choose (const GPtrArray *claims,
                    const OutlayArticle *article,
                    const GPtrArray *candidates)
{
  g_autoptr (OutlayLinkGrouping) grouping = outlay_link_grouping_new ();
  g_autoptr (GArray) order = order_candidates (candidates);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_link_choice_free);

  for (guint i = 0; i < order->len; i++)
    add_candidate (grouping, g_ptr_array_index (candidates, g_array_index (order, guint, i)));
  guint first = grouping->profiles->len;
  for (guint i = 0; i < claims->len; i++)
    {
      OutlayLinkChoice *choice = g_new0 (OutlayLinkChoice, 1);

      choice->candidate = -1;
      choice->alike = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (choices, choice);
      outlay_link_grouping_add_claim (grouping, g_ptr_array_index (claims, i), article);
    }
  g_autoptr (GArray) pairs = outlay_link_grouping_find_pairs (grouping, first, claims->len);
  choose (choices, pairs, order, first);
  return choices;
}
