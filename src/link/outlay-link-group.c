/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-group.h"

#include "outlay-link-compare.h"
#include "outlay-link-reason.h"

static void
group_free (OutlayLinkGroup *group)
{
  g_array_unref (group->members);
  g_free (group);
}

/**
 * outlay_link_grouping_new:
 *
 * Returns: (transfer full): a grouping of no claims yet.
 */
OutlayLinkGrouping *
outlay_link_grouping_new (void)
{
  OutlayLinkGrouping *grouping = g_new0 (OutlayLinkGrouping, 1);

  grouping->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_link_profile_free);
  grouping->articles = g_ptr_array_new ();
  grouping->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  return grouping;
}

/** outlay_link_grouping_free: frees @grouping. */
void
outlay_link_grouping_free (OutlayLinkGrouping *grouping)
{
  g_ptr_array_unref (grouping->profiles);
  g_ptr_array_unref (grouping->articles);
  g_ptr_array_unref (grouping->groups);
  g_free (grouping);
}

/**
 * outlay_link_grouping_add_claim:
 * @claim: must outlive the grouping
 * @article: must outlive the grouping
 *
 * Returns: the index of the claim, which is in no group yet.
 */
guint
outlay_link_grouping_add_claim (OutlayLinkGrouping *grouping,
                                const OutlayClaim *claim,
                                const OutlayArticle *article)
{
  g_ptr_array_add (grouping->profiles, outlay_link_profile_new (claim));
  g_ptr_array_add (grouping->articles, (gpointer)article);
  return grouping->profiles->len - 1;
}

/**
 * outlay_link_grouping_add_group:
 *
 * Returns: (transfer none): a new group, the last.
 */
OutlayLinkGroup *
outlay_link_grouping_add_group (OutlayLinkGrouping *grouping)
{
  OutlayLinkGroup *group = g_new0 (OutlayLinkGroup, 1);

  group->members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (grouping->groups, group);
  return group;
}

/*
 * The likest claim of the group speaks for it, as long as the others that name one of its parties
 * don't plainly speak against it: so a short report joins a long one, and a chain of small
 * differences doesn't join two deals. Where the user linked claims, that they differ says nothing.
 *
 * Returns: whether any claim of the group shares a key with the claim.
 */
static gboolean
compare_with_group (const OutlayLinkGrouping *grouping, OutlayLinkPair *pair)
{
  const OutlayLinkGroup *group = g_ptr_array_index (grouping->groups, pair->group);
  const OutlayLinkProfile *profile = g_ptr_array_index (grouping->profiles, pair->claim);
  gboolean shares_key = FALSE;
  int sum = 0, n_compared = 0;

  pair->points = OUTLAY_LIKENESS_NONE;
  for (guint i = 0; i < group->members->len; i++)
    {
      guint member = g_array_index (group->members, guint, i);
      const OutlayLinkProfile *other = g_ptr_array_index (grouping->profiles, member);
      OutlayLikeness likeness = outlay_link_compare (profile, other);

      if (likeness.agreements == 0 && likeness.points == 0)
        continue;
      n_compared++;
      sum += MAX (likeness.points, -OUTLAY_LIKENESS_ENOUGH);
      if (likeness.points <= pair->points || !outlay_link_profile_shares_key (profile, other))
        continue;
      shares_key = TRUE;
      pair->points = likeness.points;
      pair->agreements = likeness.agreements;
      pair->member = member;
    }
  pair->allowed = group->bound || sum * 2 >= OUTLAY_LIKENESS_ENOUGH * n_compared;
  return shares_key;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const OutlayLinkPair *pair_a = a, *pair_b = b;

  if (pair_a->points != pair_b->points)
    return pair_b->points - pair_a->points;
  if (pair_a->claim != pair_b->claim)
    return pair_a->claim < pair_b->claim ? -1 : 1;
  return pair_a->group < pair_b->group ? -1 : pair_a->group > pair_b->group;
}

/**
 * outlay_link_grouping_find_pairs:
 * @first: index of the first of
 * @n_claims: claims of one article that are in no group yet
 *
 * Returns: (transfer full) (element-type OutlayLinkPair): which of them may be of which group, the
 *   likest first.
 */
GArray *
outlay_link_grouping_find_pairs (const OutlayLinkGrouping *grouping, guint first, guint n_claims)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (OutlayLinkPair));

  for (guint i = first; i < first + n_claims; i++)
    {
      for (guint j = 0; j < grouping->groups->len; j++)
        {
          OutlayLinkPair pair = {.claim = i, .group = j};

          if (!compare_with_group (grouping, &pair) || pair.points < OUTLAY_LIKENESS_MAYBE)
            continue;
          pair.days = outlay_link_count_days (g_ptr_array_index (grouping->articles, i),
                                              g_ptr_array_index (grouping->articles, pair.member));
          g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/*
 * All claims of some families with what the user said of them. Claims that the user linked, one to
 * the next, are a unit; @roots tells each claim's.
 */
typedef struct
{
  OutlayLinkGrouping *grouping;
  const GPtrArray *claims;
  const GArray *bonds;
  guint *roots;
  /* Of each claim the index of its group, -1 before it has one; of a unit that of its root. */
  int *groups;
  int *unit_groups;
} Work;

static guint
find_root (guint *roots, guint claim)
{
  while (roots[claim] != claim)
    claim = roots[claim] = roots[roots[claim]];
  return claim;
}

static void
find_units (Work *work)
{
  for (guint i = 0; i < work->claims->len; i++)
    {
      work->roots[i] = i;
      work->groups[i] = work->unit_groups[i] = -1;
    }
  for (guint i = 0; work->bonds != NULL && i < work->bonds->len; i++)
    {
      const OutlayLinkBond *bond = &g_array_index (work->bonds, OutlayLinkBond, i);
      guint a = find_root (work->roots, bond->a);
      guint b = find_root (work->roots, bond->b);

      if (bond->together)
        work->roots[MAX (a, b)] = MIN (a, b);
    }
}

/* Whether the user kept the claim's unit apart from one that has a claim in the group. */
static gboolean
is_kept_apart (Work *work, guint claim, guint group)
{
  guint root = find_root (work->roots, claim);

  for (guint i = 0; work->bonds != NULL && i < work->bonds->len; i++)
    {
      const OutlayLinkBond *bond = &g_array_index (work->bonds, OutlayLinkBond, i);
      guint a = find_root (work->roots, bond->a);
      guint b = find_root (work->roots, bond->b);

      if (bond->together || a == b || (a != root && b != root))
        continue;
      if (work->unit_groups[a == root ? b : a] == (int)group)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_bonds (Work *work, guint claim)
{
  guint root = find_root (work->roots, claim);

  for (guint i = 0; work->bonds != NULL && i < work->bonds->len; i++)
    {
      const OutlayLinkBond *bond = &g_array_index (work->bonds, OutlayLinkBond, i);

      if (bond->together && find_root (work->roots, bond->a) == root)
        return TRUE;
    }
  return FALSE;
}

/* @reason is taken. */
static void
put_into_group (Work *work, guint claim, guint index, char *reason)
{
  OutlayLinkGroup *group = g_ptr_array_index (work->grouping->groups, index);
  OutlayDealClaim *deal_claim = g_ptr_array_index (work->claims, claim);

  g_array_append_val (group->members, claim);
  group->bound |= has_bonds (work, claim);
  work->groups[claim] = (int)index;
  work->unit_groups[find_root (work->roots, claim)] = (int)index;
  g_free (deal_claim->reason);
  deal_claim->reason = reason;
}

/* Returns: whether the claim's unit has a group, which the claim is now in. */
static gboolean
follow_unit (Work *work, guint claim)
{
  int group = work->unit_groups[find_root (work->roots, claim)];

  if (work->groups[claim] >= 0 || group < 0)
    return work->groups[claim] >= 0;
  put_into_group (work, claim, (guint)group, outlay_link_make_reason_user ());
  return TRUE;
}

static gboolean
is_taken (const Work *work, guint first, guint n_claims, guint group)
{
  for (guint i = first; i < first + n_claims; i++)
    {
      if (work->groups[i] == (int)group)
        return TRUE;
    }
  return FALSE;
}

/* The claims of one article: first what the user said, then the likest pairs, then new groups. */
static void
group_article (Work *work, guint first, guint n_claims)
{
  g_autoptr (GArray) pairs = outlay_link_grouping_find_pairs (work->grouping, first, n_claims);

  for (guint i = first; i < first + n_claims; i++)
    follow_unit (work, i);
  for (guint i = 0; i < pairs->len; i++)
    {
      const OutlayLinkPair *pair = &g_array_index (pairs, OutlayLinkPair, i);

      if (pair->points < OUTLAY_LIKENESS_ENOUGH || !pair->allowed || follow_unit (work, pair->claim)
          || is_taken (work, first, n_claims, pair->group)
          || is_kept_apart (work, pair->claim, pair->group))
        continue;
      put_into_group (work, pair->claim, pair->group,
                      outlay_link_make_reason (pair->agreements, pair->days));
    }
  for (guint i = first; i < first + n_claims; i++)
    {
      if (follow_unit (work, i))
        continue;
      outlay_link_grouping_add_group (work->grouping);
      put_into_group (work, i, work->grouping->groups->len - 1, NULL);
    }
}

/**
 * outlay_link_group:
 * @claims: (element-type OutlayDealClaim): all claims of some families, in the order of
 *   outlay_deal_claim_compare(); each gets the reason why it is in its group
 * @bonds: (nullable) (element-type OutlayLinkBond): what the user said of them
 *
 * Links claims anew, whatever deals they are in.
 *
 * Returns: (transfer full) (element-type guint): of each claim the number of its deal: from 0 on,
 *   in the order in which the deals begin.
 */
GArray *
outlay_link_group (const GPtrArray *claims, const GArray *bonds)
{
  g_autoptr (OutlayLinkGrouping) grouping = outlay_link_grouping_new ();
  g_autofree guint *roots = g_new (guint, claims->len + 1);
  g_autofree int *groups = g_new (int, claims->len + 1);
  g_autofree int *unit_groups = g_new (int, claims->len + 1);
  Work work = {grouping, claims, bonds, roots, groups, unit_groups};
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (guint), claims->len);

  find_units (&work);
  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);

      outlay_link_grouping_add_claim (grouping, claim->claim, claim->article);
    }
  for (guint first = 0, next; first < claims->len; first = next)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, first);

      for (next = first + 1; next < claims->len; next++)
        {
          if (((OutlayDealClaim *)g_ptr_array_index (claims, next))->article_id
              != claim->article_id)
            break;
        }
      group_article (&work, first, next - first);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      guint group = (guint)groups[i];

      g_array_append_val (result, group);
    }
  return result;
}
