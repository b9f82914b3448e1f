/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-link-profile.h"
#include "outlay-link.h"

G_BEGIN_DECLS

/**
 * OutlayLinkGroup:
 * @members: (element-type guint): claims of one deal, by their index in the grouping
 * @bound: whether the user linked some of them
 */
typedef struct
{
  GArray *members;
  gboolean bound;
} OutlayLinkGroup;

/**
 * OutlayLinkPair:
 * @claim: index of a claim in the grouping
 * @group: index of a group
 * @member: index of the group's claim that is likest to it
 * @points: how alike those are
 * @agreements: what speaks for it
 * @days: between the days of their articles, or %OUTLAY_DAYS_UNKNOWN
 * @allowed: whether the group's other claims don't speak against it
 *
 * A claim and a deal that may be one.
 */
typedef struct
{
  guint claim;
  guint group;
  guint member;
  int points;
  guint agreements;
  int days;
  gboolean allowed;
} OutlayLinkPair;

/**
 * OutlayLinkGrouping:
 *
 * Claims that are being put into groups, an article at a time.
 */
typedef struct
{
  GPtrArray *profiles;
  GPtrArray *articles;
  GPtrArray *groups;
} OutlayLinkGrouping;

OutlayLinkGrouping *outlay_link_grouping_new (void);
void outlay_link_grouping_free (OutlayLinkGrouping *grouping);
guint outlay_link_grouping_add_claim (OutlayLinkGrouping *grouping,
                                      const OutlayClaim *claim,
                                      const OutlayArticle *article);
OutlayLinkGroup *outlay_link_grouping_add_group (OutlayLinkGrouping *grouping);
GArray *
outlay_link_grouping_find_pairs (const OutlayLinkGrouping *grouping, guint first, guint n_claims);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLinkGrouping, outlay_link_grouping_free)

G_END_DECLS
