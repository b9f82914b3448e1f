/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-compare.h"

#include <string.h>

#include "base/outlay-text.h"
#include "outlay-link-values.h"

/*
 * The points were fitted to annotated articles in ten languages. A shared pair of parties alone is
 * nearly enough, one shared party and the same figure are enough; a figure or a counterparty that
 * contradicts outweighs either.
 */
#define POINTS_SAME_ROLE       3
#define POINTS_OTHER_ROLE      2
#define POINTS_FURTHER_PARTY   1
#define MAX_FURTHER_PARTIES    2
#define POINTS_OTHER_INVESTOR  -4
#define POINTS_OTHER_RECIPIENT -5
#define POINTS_OTHER_PARTNER   -1
#define POINTS_SAME_PLACE      1
#define POINTS_OTHER_PLACE     -4
#define POINTS_SAME_BUDGET     5

static const int kind_points[OUTLAY_N_RELATIONS] = {0, 1, 0, 0, -2, -2};
static const int amount_points[OUTLAY_N_RELATIONS] = {0, 4, 2, 1, -3, -6};
static const int capacity_points[OUTLAY_N_RELATIONS] = {0, 3, 2, 1, -2, -3};
static const int announced_points[OUTLAY_N_RELATIONS] = {0, 3, 2, 1, -3, -5};
static const int period_points[OUTLAY_N_RELATIONS] = {0, 1, 0, 0, -1, -2};

/**
 * outlay_link_same_name:
 *
 * Returns: whether two names are of one organisation: alike but for case and accents.
 */
gboolean
outlay_link_same_name (const char *a, const char *b)
{
  if (g_str_is_ascii (a) && g_str_is_ascii (b))
    return g_ascii_strcasecmp (a, b) == 0;
  g_autofree char *folded_a = outlay_text_fold (a);
  g_autofree char *folded_b = outlay_text_fold (b);
  return strcmp (folded_a, folded_b) == 0;
}

/* The party of @profile that @party is, the one with its role before others. */
static const OutlayLinkParty *
find_party (const OutlayLinkProfile *profile, const OutlayLinkParty *party)
{
  const OutlayLinkParty *found = NULL;

  for (guint i = 0; i < profile->parties->len; i++)
    {
      const OutlayLinkParty *other = &g_array_index (profile->parties, OutlayLinkParty, i);

      if (other->hash != party->hash || strcmp (other->name, party->name) != 0)
        continue;
      if (other->role == party->role)
        return other;
      found = other;
    }
  return found;
}

/* Whether @a names parties of @role, and none of them takes part in @b. */
static gboolean
has_only_others (const OutlayLinkProfile *a, const OutlayLinkProfile *b, OutlayRole role)
{
  gboolean any = FALSE;

  for (guint i = 0; i < a->parties->len; i++)
    {
      const OutlayLinkParty *party = &g_array_index (a->parties, OutlayLinkParty, i);

      if (party->role != role)
        continue;
      if (find_party (b, party) != NULL)
        return FALSE;
      any = TRUE;
    }
  return any;
}

static gboolean
contradict (const OutlayLinkProfile *a, const OutlayLinkProfile *b, OutlayRole role)
{
  return has_only_others (a, b, role) && has_only_others (b, a, role);
}

/* How many of those of @role in @a take no part in @b. */
static guint
count_missing (const OutlayLinkProfile *a, const OutlayLinkProfile *b, OutlayRole role)
{
  guint n_missing = 0;

  for (guint i = 0; i < a->parties->len; i++)
    {
      const OutlayLinkParty *party = &g_array_index (a->parties, OutlayLinkParty, i);

      n_missing += party->role == role && find_party (b, party) == NULL;
    }
  return n_missing;
}

/* Whether one and the same invests in both, with others in each. */
static gboolean
have_other_partners (const OutlayLinkProfile *a, const OutlayLinkProfile *b)
{
  return count_missing (a, b, OUTLAY_ROLE_INVESTOR) > 0
         && count_missing (b, a, OUTLAY_ROLE_INVESTOR) > 0;
}

static void
add_points (OutlayLikeness *likeness, OutlayAgreement agreement, int points)
{
  likeness->points += points;
  if (points > 0)
    likeness->agreements |= 1u << agreement;
}

static gboolean
compare_parties (OutlayLikeness *likeness, const OutlayLinkProfile *a, const OutlayLinkProfile *b)
{
  int in_role[OUTLAY_N_ROLES] = {0};
  int n_other_role = 0;
  int further;

  for (guint i = 0; i < a->parties->len; i++)
    {
      const OutlayLinkParty *party = &g_array_index (a->parties, OutlayLinkParty, i);
      const OutlayLinkParty *other = find_party (b, party);

      if (other != NULL && other->role == party->role)
        in_role[party->role]++;
      else if (other != NULL)
        n_other_role++;
    }
  further = in_role[OUTLAY_ROLE_PARTNER] + MAX (in_role[OUTLAY_ROLE_INVESTOR] - 1, 0)
            + MAX (in_role[OUTLAY_ROLE_RECIPIENT] - 1, 0);
  add_points (likeness, OUTLAY_AGREEMENT_INVESTOR,
              in_role[OUTLAY_ROLE_INVESTOR] > 0 ? POINTS_SAME_ROLE : 0);
  add_points (likeness, OUTLAY_AGREEMENT_RECIPIENT,
              in_role[OUTLAY_ROLE_RECIPIENT] > 0 ? POINTS_SAME_ROLE : 0);
  add_points (likeness, OUTLAY_AGREEMENT_PARTY,
              MIN (n_other_role, 2) * POINTS_OTHER_ROLE
                + MIN (further, MAX_FURTHER_PARTIES) * POINTS_FURTHER_PARTY);
  if (contradict (a, b, OUTLAY_ROLE_INVESTOR))
    likeness->points += POINTS_OTHER_INVESTOR;
  else if (further == 0 && have_other_partners (a, b))
    likeness->points += POINTS_OTHER_PARTNER;
  if (contradict (a, b, OUTLAY_ROLE_RECIPIENT))
    likeness->points += POINTS_OTHER_RECIPIENT;
  return likeness->agreements != 0;
}

/* What is built in another country is another commitment. */
static gboolean
is_elsewhere (const OutlayFields *a, const OutlayFields *b)
{
  return a->places->len > 0 && b->places->len > 0 && !outlay_fields_share_place (a, b);
}

/* That both are of one year says little: large investors announce something every month. */
static int
compare_announced (const OutlayDays *a, const OutlayDays *b)
{
  int points = announced_points[outlay_days_relate (a, b)];

  return MIN (a->date.unit, b->date.unit) < OUTLAY_DATE_QUARTER ? MIN (points, 1) : points;
}

/* An organisation has one budget for a period: newer guidance for it replaces the older. */
static gboolean
is_same_budget (const OutlayLinkProfile *a, const OutlayLinkProfile *b, OutlayRelation *period)
{
  OutlayRelation start = outlay_days_relate (&a->start, &b->start);
  OutlayRelation end = outlay_days_relate (&a->end, &b->end);

  *period = MAX (start, end);
  return a->fields->kind == OUTLAY_KIND_BUDGET && b->fields->kind == OUTLAY_KIND_BUDGET
         && *period != OUTLAY_RELATION_UNKNOWN && *period <= OUTLAY_RELATION_SHADE;
}

/**
 * outlay_link_compare:
 *
 * Returns: how much two claims of different articles are alike; nothing, neither for nor against,
 *   where they have no party in common.
 */
OutlayLikeness
outlay_link_compare (const OutlayLinkProfile *profile_a, const OutlayLinkProfile *profile_b)
{
  const OutlayFields *a = profile_a->fields, *b = profile_b->fields;
  OutlayLikeness likeness = {0, 0};
  OutlayRelation amount = outlay_amounts_relate (a, b);
  OutlayRelation period;
  gboolean same_budget = is_same_budget (profile_a, profile_b, &period);
  gboolean budgets = a->kind == OUTLAY_KIND_BUDGET && b->kind == OUTLAY_KIND_BUDGET;

  if (!compare_parties (&likeness, profile_a, profile_b))
    return (OutlayLikeness){0, 0};
  if (is_elsewhere (a, b) || (budgets && !same_budget && period > OUTLAY_RELATION_CLOSE))
    return (OutlayLikeness){OUTLAY_LIKENESS_NONE, 0};
  likeness.points += kind_points[outlay_kind_relate (a->kind, b->kind)];
  if (same_budget)
    amount = MIN (amount, OUTLAY_RELATION_CLOSE);
  add_points (&likeness, OUTLAY_AGREEMENT_BUDGET, same_budget ? POINTS_SAME_BUDGET : 0);
  add_points (&likeness,
              amount == OUTLAY_RELATION_SAME ? OUTLAY_AGREEMENT_AMOUNT
                                             : OUTLAY_AGREEMENT_AMOUNT_CLOSE,
              amount_points[amount]);
  add_points (&likeness, OUTLAY_AGREEMENT_CAPACITY,
              capacity_points[outlay_capacity_relate (&a->capacity, &b->capacity)]);
  add_points (&likeness, OUTLAY_AGREEMENT_PLACE,
              outlay_fields_share_place (a, b) ? POINTS_SAME_PLACE : 0);
  add_points (&likeness, OUTLAY_AGREEMENT_ANNOUNCED,
              compare_announced (&profile_a->announced, &profile_b->announced));
  likeness.points += period_points[outlay_days_relate (&profile_a->end, &profile_b->end)];
  return likeness;
}
