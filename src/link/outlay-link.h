/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * link: which claims of different articles speak of one deal, and what their fields come to. Pure
 * functions; uses base alone.
 *
 * How claims become deals, in four steps:
 *
 * 1. Blocking (outlay-link-profile.c). A claim has keys: each pair of its parties, and each party
 *    with the step of its amount, of its capacity or with its budget's year. Only claims that share
 *    a key are ever compared, so a ledger of any size is asked for a handful of rows. The steps of
 *    figures overlap, so that figures up to a third apart share one.
 * 2. Scoring (outlay-link-compare.c). What two claims have in common adds points, what contradicts
 *    takes points away: roles and names, kind, amount in any currency that both give, capacity,
 *    country, announcement, period. Some things rule a link out whatever else agrees: another
 *    country, the budget of another year. The points were fitted to annotated articles in ten
 *    languages. From OUTLAY_LIKENESS_ENOUGH on two claims are alike; from OUTLAY_LIKENESS_MAYBE on
 *    the link is left to a person. What agreed is kept as the link's reason.
 * 3. Assignment (outlay-link-group.c). Articles are taken by their day, not as they came in. A
 * claim joins the deal with the claim that is likest to it, unless the deal's claims on the whole
 * speak against it: so a chain of small differences doesn't join two deals. The claims of one
 * article are of different deals. What the user linked or separated comes before all points.
 * 4. Families (outlay-link.c). Deals of which a claim is alike to a claim of the other are of one
 *    family, whether they were joined or not: a claim's deal depends on its family alone. Claims
 *    that come in together find their families first, and then each family is linked once. What
 *    comes after all of its family joins the deals as they are; before others, the family is linked
 *    anew. So the deals are the same whatever the order of import, and whatever came in together.
 *
 * What falls short of a link by a little is suggested (outlay-link-suggest.c): deals of which the
 * likest claims have OUTLAY_LIKENESS_MAYBE points, and that no article tells side by side. And a
 * deal that its article calls a part is suggested to be a part of a larger one of the same parties.
 */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/** OutlayLinkDeal: a deal made ready to be held against many others. */
typedef struct _OutlayLinkDeal OutlayLinkDeal;

/**
 * OutlayLinkSuggestion:
 * @other: index of a deal that the deal may be one with, or a part or the whole of
 * @claim: index of the claim of the deal that says so
 * @other_claim: index of the claim of the other deal that it was compared with
 * @suggestion: what a person should decide
 */
typedef struct
{
  guint other;
  guint claim;
  guint other_claim;
  OutlayDealSuggestion suggestion;
} OutlayLinkSuggestion;

/**
 * OutlayLinkKin:
 * @arrived: index of a claim that arrived
 * @other: index of a deal that is of its family; from the number of deals on, of an earlier claim
 *   that arrived
 */
typedef struct
{
  guint arrived;
  guint other;
} OutlayLinkKin;

/**
 * OutlayLinkBond:
 * @a: index of a claim
 * @b: index of another
 * @together: whether the user linked them; separated them otherwise
 */
typedef struct
{
  guint a;
  guint b;
  gboolean together;
} OutlayLinkBond;

GStrv outlay_link_get_keys (const OutlayClaim *claim);
GArray *outlay_link_find_kin (const GPtrArray *deals, const GPtrArray *arrived);
GArray *outlay_link_group (const GPtrArray *claims, const GArray *settled, const GArray *bonds);
OutlayLinkDeal *outlay_link_deal_new (OutlayDealRecord *record);
void outlay_link_deal_free (OutlayLinkDeal *deal);
const OutlayDealRecord *outlay_link_deal_get_record (const OutlayLinkDeal *deal);
GPtrArray *outlay_link_suggest (const OutlayLinkDeal *deal, const GPtrArray *others);
void outlay_link_set_review_below (guint percent);
void outlay_link_reconcile (OutlayDealRecord *deal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLinkDeal, outlay_link_deal_free)

G_END_DECLS
