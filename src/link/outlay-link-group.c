/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-compare.h"
#include "outlay-link-reason.h"
#include "outlay-link.h"

/* Claims of a group that say the very same, counted at the first of them: of a deal that hundreds
 * of articles tell most repeat what others say. */
typedef struct
{
  guint first;
  int n_claims;
} Saying;

/* Claims of one deal, and whether the user linked some of them. */
typedef struct
{
  GArray *sayings;
  gboolean bound;
} Group;

/* A claim and a group that may be one, and how alike it is to @first, the likest claim there. The
 * group's other claims may speak against it: then it is not allowed. */
typedef struct
{
  guint claim;
  guint group;
  guint first;
  int points;
  guint agreements;
  int days;
  gboolean allowed;
} Pair;

/*
 * Claims that are being put into groups, an article at a time: of each claim its article and its
 * profile, which claims that say the same share.
 */
typedef struct
{
  GHashTable *distinct;
  GPtrArray *profiles;
  GPtrArray *articles;
  GPtrArray *groups;
} Grouping;

static guint
hash_date (guint hash, OutlayDate date)
{
  return hash * 31 + ((guint)date.year << 12 | (guint)date.part << 8 | date.day);
}

static guint
hash_fields (gconstpointer data)
{
  const OutlayFields *fields = data;
  guint hash = g_int64_hash (&fields->amount.low) * 31 + g_int64_hash (&fields->amount.high);

  hash = hash * 31 + g_int64_hash (&fields->capacity.kilowatts) + fields->kind;
  for (guint i = 0; i < fields->parties->len; i++)
    hash = hash * 31 + g_str_hash (outlay_fields_get_party (fields, i)->name);
  return hash_date (hash_date (hash_date (hash, fields->announced), fields->start), fields->end);
}

static gboolean
equal_fields (gconstpointer a, gconstpointer b)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (!outlay_fields_equal_field (a, b, field))
        return FALSE;
    }
  return TRUE;
}

static void
group_free (Group *group)
{
  g_array_unref (group->sayings);
  g_free (group);
}

static Grouping *
grouping_new (void)
{
  Grouping *grouping = g_new0 (Grouping, 1);

  grouping->distinct = g_hash_table_new_full (hash_fields, equal_fields, NULL,
                                              (GDestroyNotify)outlay_link_profile_free);
  grouping->profiles = g_ptr_array_new ();
  grouping->articles = g_ptr_array_new ();
  grouping->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)group_free);
  return grouping;
}

static void
grouping_free (Grouping *grouping)
{
  g_hash_table_unref (grouping->distinct);
  g_ptr_array_unref (grouping->profiles);
  g_ptr_array_unref (grouping->articles);
  g_ptr_array_unref (grouping->groups);
  g_free (grouping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grouping, grouping_free)

/* The claim is in no group yet. */
static void
add_claim (Grouping *grouping, const OutlayDealClaim *claim)
{
  const OutlayFields *fields = &claim->claim->fields;
  OutlayLinkProfile *profile = g_hash_table_lookup (grouping->distinct, fields);

  if (profile == NULL)
    {
      profile = outlay_link_profile_new (claim->claim);
      g_hash_table_insert (grouping->distinct, (gpointer)profile->fields, profile);
    }
  g_ptr_array_add (grouping->profiles, profile);
  g_ptr_array_add (grouping->articles, claim->article);
}

static void
add_group (Grouping *grouping)
{
  Group *group = g_new0 (Group, 1);

  group->sayings = g_array_new (FALSE, FALSE, sizeof (Saying));
  g_ptr_array_add (grouping->groups, group);
}

static void
add_saying (const Grouping *grouping, Group *group, guint claim)
{
  Saying own = {claim, 1};

  for (guint i = 0; i < group->sayings->len; i++)
    {
      Saying *saying = &g_array_index (group->sayings, Saying, i);

      if (g_ptr_array_index (grouping->profiles, saying->first)
          != g_ptr_array_index (grouping->profiles, claim))
        continue;
      saying->n_claims++;
      return;
    }
  g_array_append_val (group->sayings, own);
}

/*
 * The likest claim of the group speaks for it, as long as the others that name one of its parties
 * don't plainly speak against it: so a short report joins a long one, and a chain of small
 * differences doesn't join two deals. Where the user linked claims, that they differ says nothing.
 *
 * Returns: whether any claim of the group shares a key with the claim.
 */
static gboolean
compare_with_group (const Grouping *grouping, Pair *pair)
{
  const Group *group = g_ptr_array_index (grouping->groups, pair->group);
  const OutlayLinkProfile *profile = g_ptr_array_index (grouping->profiles, pair->claim);
  gboolean shares_key = FALSE;
  int sum = 0, n_compared = 0;

  pair->points = OUTLAY_LIKENESS_NONE;
  for (guint i = 0; i < group->sayings->len; i++)
    {
      const Saying *saying = &g_array_index (group->sayings, Saying, i);
      const OutlayLinkProfile *other = g_ptr_array_index (grouping->profiles, saying->first);
      OutlayLikeness likeness = outlay_link_compare (profile, other);

      if (likeness.agreements == 0 && likeness.points == 0)
        continue;
      n_compared += saying->n_claims;
      sum += MAX (likeness.points, -OUTLAY_LIKENESS_ENOUGH) * saying->n_claims;
      if (likeness.points <= pair->points || !outlay_link_profile_shares_key (profile, other))
        continue;
      shares_key = TRUE;
      pair->points = likeness.points;
      pair->agreements = likeness.agreements;
      pair->first = saying->first;
    }
  pair->allowed = group->bound || sum * 2 >= OUTLAY_LIKENESS_ENOUGH * n_compared;
  return shares_key;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *pair_a = a, *pair_b = b;

  if (pair_a->points != pair_b->points)
    return pair_b->points - pair_a->points;
  if (pair_a->claim != pair_b->claim)
    return pair_a->claim < pair_b->claim ? -1 : 1;
  return pair_a->group < pair_b->group ? -1 : pair_a->group > pair_b->group;
}

/* Which of @n_claims claims of one article, which are in no group yet, may be of which group: the
 * likest first. */
static GArray *
find_pairs (const Grouping *grouping, guint first, guint n_claims)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = first; i < first + n_claims; i++)
    {
      for (guint j = 0; j < grouping->groups->len; j++)
        {
          Pair pair = {.claim = i, .group = j};

          if (!compare_with_group (grouping, &pair) || pair.points < OUTLAY_LIKENESS_MAYBE)
            continue;
          pair.days = outlay_link_count_days (g_ptr_array_index (grouping->articles, i),
                                              g_ptr_array_index (grouping->articles, pair.first));
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
  Grouping *grouping;
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

static void
add_member (Work *work, guint claim, guint index)
{
  Group *group = g_ptr_array_index (work->grouping->groups, index);

  add_saying (work->grouping, group, claim);
  group->bound |= has_bonds (work, claim);
  work->groups[claim] = (int)index;
  work->unit_groups[find_root (work->roots, claim)] = (int)index;
}

/* @reason is taken. */
static void
put_into_group (Work *work, guint claim, guint index, char *reason)
{
  OutlayDealClaim *deal_claim = g_ptr_array_index (work->claims, claim);

  add_member (work, claim, index);
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
  g_autoptr (GArray) pairs = find_pairs (work->grouping, first, n_claims);

  for (guint i = first; i < first + n_claims; i++)
    follow_unit (work, i);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

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
      add_group (work->grouping);
      put_into_group (work, i, work->grouping->groups->len - 1, NULL);
    }
}

/* The first claims keep the groups that they have, and their reasons. */
static void
settle (Work *work, const GArray *settled)
{
  for (guint i = 0; i < settled->len; i++)
    {
      guint group = g_array_index (settled, guint, i);

      while (work->grouping->groups->len <= group)
        add_group (work->grouping);
      add_member (work, i, group);
    }
}

/**
 * outlay_link_group:
 * @claims: (element-type OutlayDealClaim): all claims of some families, in the order of
 *   outlay_deal_claim_compare(); each gets the reason why it is in its group
 * @settled: (element-type guint): of the first of them, whole articles, the deals that they stay
 *   in, numbered as in the result; empty to link all anew
 * @bonds: (nullable) (element-type OutlayLinkBond): what the user said of them
 *
 * Links claims, whatever deals they are in.
 *
 * Returns: (transfer full) (element-type guint): of each claim the number of its deal: from 0 on,
 *   in the order in which the deals begin.
 */
GArray *
outlay_link_group (const GPtrArray *claims, const GArray *settled, const GArray *bonds)
{
  g_autoptr (Grouping) grouping = grouping_new ();
  g_autofree guint *roots = g_new (guint, claims->len + 1);
  g_autofree int *groups = g_new (int, claims->len + 1);
  g_autofree int *unit_groups = g_new (int, claims->len + 1);
  Work work = {grouping, claims, bonds, roots, groups, unit_groups};
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (guint), claims->len);

  find_units (&work);
  for (guint i = 0; i < claims->len; i++)
    add_claim (grouping, g_ptr_array_index (claims, i));
  settle (&work, settled);
  for (guint first = settled->len, next; first < claims->len; first = next)
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
