/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-relink.h"

#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"

/*
 * The claims of some families, in the order in which they are linked, and the deals that they were
 * in: @origins tells each claim's. @arrived has the ids of those that were not linked yet.
 */
typedef struct
{
  OutlayLedger *ledger;
  GPtrArray *deals;
  GPtrArray *claims;
  GHashTable *origins;
  GHashTable *arrived;
} Work;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  return outlay_deal_claim_compare (*(const OutlayDealClaim *const *)a,
                                    *(const OutlayDealClaim *const *)b);
}

static void
collect_claims (Work *work)
{
  for (guint i = 0; i < work->deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (work->deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          /* A copy: its reason may become another. */
          OutlayDealClaim *claim = outlay_deal_claim_copy (outlay_deal_record_get_claim (deal, j));

          g_ptr_array_add (work->claims, claim);
          g_hash_table_insert (work->origins, claim, deal);
        }
    }
  g_ptr_array_sort (work->claims, compare_claims);
}

static gboolean
has_arrived (const Work *work, const OutlayDealClaim *claim)
{
  return work->arrived != NULL && g_hash_table_contains (work->arrived, &claim->id);
}

/* Whether the claim is of the same article as the one before it. */
static gboolean
is_of_one_article (const Work *work, guint index)
{
  const OutlayDealClaim *claim = g_ptr_array_index (work->claims, index);
  const OutlayDealClaim *before = g_ptr_array_index (work->claims, index - 1);

  return claim->article_id == before->article_id;
}

/* How many claims there are before the first one that arrived; none where what arrived doesn't come
 * after all others. */
static guint
count_before_arrived (const Work *work)
{
  guint n_before = 0;

  for (guint i = 0; i < work->claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (work->claims, i);
      gboolean arrived = has_arrived (work, claim);

      if (!arrived && i > n_before)
        return 0;
      n_before += !arrived;
    }
  return n_before == 0 || n_before == work->claims->len || !is_of_one_article (work, n_before)
           ? n_before
           : 0;
}

/*
 * Of the first claims the deals that they stay in: of all that were there where what arrived comes
 * after them, because the deals then can only grow. The user's word may change any.
 */
static GArray *
list_settled (const Work *work, gboolean anew)
{
  GArray *settled = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n_settled = anew ? 0 : count_before_arrived (work);

  for (guint i = 0; i < n_settled; i++)
    {
      gpointer origin = g_hash_table_lookup (work->origins, g_ptr_array_index (work->claims, i));

      if (!g_hash_table_contains (numbers, origin))
        g_hash_table_insert (numbers, origin, GUINT_TO_POINTER (g_hash_table_size (numbers)));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, origin));
      g_array_append_val (settled, number);
    }
  return settled;
}

static gboolean
find_claim (const Work *work, const char *key, guint *index, gboolean *found, GError **error)
{
  gint64 id, deal_id;

  *found = FALSE;
  if (!outlay_ledger_find_claim (work->ledger, key, &id, &deal_id, error))
    return FALSE;
  for (guint i = 0; id != 0 && i < work->claims->len && !*found; i++)
    {
      *index = i;
      *found = ((OutlayDealClaim *)g_ptr_array_index (work->claims, i))->id == id;
    }
  return TRUE;
}

/* Which claims of the families the bonds are of; those of claims elsewhere change nothing here. */
static GArray *
resolve_bonds (const Work *work, const GPtrArray *bonds, GError **error)
{
  g_autoptr (GArray) resolved = g_array_new (FALSE, FALSE, sizeof (OutlayLinkBond));

  for (guint i = 0; i < bonds->len; i++)
    {
      const OutlayBond *bond = g_ptr_array_index (bonds, i);
      OutlayLinkBond link = {.together = bond->kind == OUTLAY_BOND_TOGETHER};
      gboolean has_a, has_b;

      if (!find_claim (work, bond->a, &link.a, &has_a, error)
          || !find_claim (work, bond->b, &link.b, &has_b, error))
        return NULL;
      if (has_a && has_b && link.a != link.b)
        g_array_append_val (resolved, link);
    }
  return g_steal_pointer (&resolved);
}

/* A deal that may be what a group was: how many claims they have in common. */
typedef struct
{
  guint group;
  guint n_common;
  OutlayDealRecord *deal;
} Overlap;

static int
compare_overlaps (gconstpointer a, gconstpointer b)
{
  const Overlap *first = a, *second = b;

  if (first->n_common != second->n_common)
    return first->n_common > second->n_common ? -1 : 1;
  if (first->deal->id != second->deal->id)
    return first->deal->id < second->deal->id ? -1 : 1;
  return first->group < second->group ? -1 : first->group > second->group;
}

static void
count_overlap (GArray *overlaps, guint group, OutlayDealRecord *deal)
{
  Overlap overlap = {group, 1, deal};

  for (guint i = 0; i < overlaps->len; i++)
    {
      Overlap *known = &g_array_index (overlaps, Overlap, i);

      if (known->group == group && known->deal == deal)
        {
          known->n_common++;
          return;
        }
    }
  g_array_append_val (overlaps, overlap);
}

/* Of each group the deal that it was for the most part, %NULL of one that is new. */
static OutlayDealRecord **
find_successions (const Work *work, const GArray *groups, guint n_groups)
{
  g_autoptr (GArray) overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  OutlayDealRecord **deals = g_new0 (OutlayDealRecord *, n_groups + 1);

  for (guint i = 0; i < work->claims->len; i++)
    count_overlap (overlaps, g_array_index (groups, guint, i),
                   g_hash_table_lookup (work->origins, g_ptr_array_index (work->claims, i)));
  g_array_sort (overlaps, compare_overlaps);
  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = &g_array_index (overlaps, Overlap, i);

      if (deals[overlap->group] == NULL && g_hash_table_add (taken, overlap->deal))
        deals[overlap->group] = overlap->deal;
    }
  return deals;
}

/* What each group is now; it goes on from the deal in @older. */
static GPtrArray *
make_deals (const Work *work, const GArray *groups, OutlayDealRecord **older, guint n_groups)
{
  GPtrArray *deals = g_ptr_array_new_full (n_groups, (GDestroyNotify)outlay_deal_record_unref);

  for (guint i = 0; i < n_groups; i++)
    {
      OutlayDealRecord *deal = outlay_deal_record_new ();

      deal->id = older[i] != NULL ? older[i]->id : 0;
      deal->whole = older[i] != NULL ? older[i]->whole : 0;
      g_ptr_array_add (deals, deal);
    }
  for (guint i = 0; i < work->claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (work->claims, i);
      const OutlayDealRecord *origin = g_hash_table_lookup (work->origins, claim);
      OutlayDealRecord *deal = g_ptr_array_index (deals, g_array_index (groups, guint, i));

      deal->family = origin->family;
      g_ptr_array_add (deal->claims, outlay_deal_claim_copy (claim));
    }
  return deals;
}

static gboolean
is_unchanged (const Work *work, const OutlayDealRecord *deal, const OutlayDealRecord *older)
{
  if (older == NULL || deal->claims->len != older->claims->len)
    return FALSE;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      const OutlayDealClaim *other = outlay_deal_record_get_claim (older, i);

      if (claim->id != other->id || g_strcmp0 (claim->reason, other->reason) != 0
          || has_arrived (work, claim))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_deal (const Work *work, OutlayDealRecord *deal, GError **error)
{
  if (!outlay_remarks_load (work->ledger, deal, error))
    return FALSE;
  outlay_link_reconcile (deal);
  return outlay_ledger_store_deal (work->ledger, deal, error);
}

static gboolean
store_groups (const Work *work, const GArray *groups, guint n_groups, GError **error)
{
  g_autofree OutlayDealRecord **older = find_successions (work, groups, n_groups);
  g_autoptr (GPtrArray) deals = make_deals (work, groups, older, n_groups);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_groups; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (!is_unchanged (work, deal, older[i]) && !store_deal (work, deal, error))
        return FALSE;
      if (older[i] != NULL)
        g_hash_table_add (kept, older[i]);
    }
  for (guint i = 0; i < work->deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (work->deals, i);

      if (!g_hash_table_contains (kept, deal)
          && !outlay_ledger_remove_deal (work->ledger, deal->id, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_groups (const GArray *groups)
{
  guint n_groups = 0;

  for (guint i = 0; i < groups->len; i++)
    n_groups = MAX (n_groups, g_array_index (groups, guint, i) + 1);
  return n_groups;
}

/* The deals of the two claims, 0 of one that is not there. */
static gboolean
find_deals (OutlayLedger *ledger, const OutlayBond *bond, gint64 *a, gint64 *b, GError **error)
{
  gint64 claim_id;

  return outlay_ledger_find_claim (ledger, bond->a, &claim_id, a, error)
         && outlay_ledger_find_claim (ledger, bond->b, &claim_id, b, error);
}

/* Claims that were linked since may have made a part of what is its whole: then it is no part. */
static gboolean
put_into_wholes (OutlayLedger *ledger, const GPtrArray *bonds, GError **error)
{
  for (guint i = 0; i < bonds->len; i++)
    {
      const OutlayBond *bond = g_ptr_array_index (bonds, i);
      gint64 part, whole;

      if (bond->kind != OUTLAY_BOND_PART && bond->kind != OUTLAY_BOND_WHOLE)
        continue;
      if (!find_deals (ledger, bond, bond->kind == OUTLAY_BOND_PART ? &part : &whole,
                       bond->kind == OUTLAY_BOND_PART ? &whole : &part, error))
        return FALSE;
      if (part != 0 && whole != 0 && part != whole
          && !outlay_ledger_set_whole (ledger, part, whole, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_relink_families:
 * @families: (element-type gint64): of deals
 * @arrived: (nullable) (element-type gint64): a set of the ids of claims that stand in any deal of
 *   their family and were not linked yet; %NULL to link all anew
 * @error: return location for an #OutlayLedgerError
 *
 * Links the claims of the families, the user's word first: all of them anew, unless there is no
 * such word and what arrived comes after the others. A deal keeps its id as long as most of its
 * claims stay together.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_relink_families (OutlayLedger *ledger,
                        const GArray *families,
                        GHashTable *arrived,
                        GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_load_families (ledger, families, error);
  g_autoptr (GPtrArray) bonds
    = deals != NULL ? outlay_ledger_list_bonds_of_families (ledger, families, error) : NULL;
  g_autoptr (GPtrArray) claims
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_claim_free);
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);
  Work work = {ledger, deals, claims, origins, arrived};

  if (bonds == NULL)
    return FALSE;
  collect_claims (&work);
  g_autoptr (GArray) resolved = resolve_bonds (&work, bonds, error);
  if (resolved == NULL)
    return FALSE;
  g_autoptr (GArray) settled = list_settled (&work, arrived == NULL || bonds->len > 0);
  g_autoptr (GArray) groups = outlay_link_group (claims, settled, resolved);
  return store_groups (&work, groups, count_groups (groups), error)
         && outlay_ledger_clear_wholes (ledger, families, error)
         && put_into_wholes (ledger, bonds, error);
}
