/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-relink.h"

#include "ledger/outlay-remarks.h"
#include "link/outlay-link.h"

/*
 * The claims of some families, in the order in which they are linked, and the deals that they were
 * in: @origins tells each claim's.
 */
typedef struct
{
  OutlayLedger *ledger;
  GPtrArray *deals;
  GPtrArray *claims;
  GHashTable *origins;
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
          OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, j);

          g_ptr_array_add (work->claims, claim);
          g_hash_table_insert (work->origins, claim, deal);
        }
    }
  g_ptr_array_sort (work->claims, compare_claims);
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

/* What the group @index is now; it goes on from @older. */
static OutlayDealRecord *
make_deal (const Work *work,
           const GArray *groups,
           guint index,
           const OutlayDealRecord *older,
           GError **error)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

  if (older != NULL)
    {
      deal->id = older->id;
      deal->whole = older->whole;
    }
  for (guint i = 0; i < work->claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (work->claims, i);
      const OutlayDealRecord *origin = g_hash_table_lookup (work->origins, claim);

      if (g_array_index (groups, guint, i) != index)
        continue;
      deal->family = origin->family;
      g_ptr_array_add (deal->claims, outlay_deal_claim_copy (claim));
    }
  if (!outlay_remarks_load (work->ledger, deal, error))
    return NULL;
  outlay_link_reconcile (deal);
  return g_steal_pointer (&deal);
}

static gboolean
is_unchanged (const OutlayDealRecord *deal, const OutlayDealRecord *older)
{
  if (older == NULL || deal->claims->len != older->claims->len)
    return FALSE;
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      const OutlayDealClaim *other = outlay_deal_record_get_claim (older, i);

      if (claim->id != other->id || g_strcmp0 (claim->reason, other->reason) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_groups (const Work *work, const GArray *groups, guint n_groups, GError **error)
{
  g_autofree OutlayDealRecord **older = find_successions (work, groups, n_groups);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (OutlayDealRecord) deal = make_deal (work, groups, i, older[i], error);

      if (deal == NULL)
        return FALSE;
      if (!is_unchanged (deal, older[i]) && !outlay_ledger_store_deal (work->ledger, deal, error))
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
 * @error: return location for an #OutlayLedgerError
 *
 * Links all claims of the families anew, the user's word first. A deal keeps its id as long as most
 * of its claims stay together.
 *
 * Returns: whether it is stored.
 */
gboolean
outlay_relink_families (OutlayLedger *ledger, const GArray *families, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_ledger_load_families (ledger, families, error);
  g_autoptr (GPtrArray) bonds
    = deals != NULL ? outlay_ledger_list_bonds_of_families (ledger, families, error) : NULL;
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  g_autoptr (GHashTable) origins = g_hash_table_new (NULL, NULL);
  Work work = {ledger, deals, claims, origins};

  if (bonds == NULL)
    return FALSE;
  collect_claims (&work);
  g_autoptr (GArray) resolved = resolve_bonds (&work, bonds, error);
  if (resolved == NULL)
    return FALSE;
  g_autoptr (GArray) groups = outlay_link_group (claims, resolved);
  return store_groups (&work, groups, count_groups (groups), error)
         && outlay_ledger_clear_wholes (ledger, families, error)
         && put_into_wholes (ledger, bonds, error);
}
