/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-timeline.h"

G_BEGIN_DECLS

/**
 * OutlayTimelineFact:
 * @id: of the deal
 * @figures: of each measure what the deal comes to: hundredths of the currency's unit, or kilowatts
 * @announced: when it was made known, unset where no article tells
 * @start: when it begins, unset where no article tells
 * @end: when it ends, unset where no article tells
 * @investor: its first investor among those of all deals
 * @n_investors: how many of them there are
 * @kind: what it is
 * @counts: whether totals count it
 *
 * What a timeline needs of a deal.
 */
typedef struct
{
  gint64 id;
  gint64 figures[OUTLAY_TIMELINE_N_MEASURES];
  OutlayDate announced;
  OutlayDate start;
  OutlayDate end;
  guint investor;
  guint n_investors;
  OutlayKind kind;
  gboolean counts;
} OutlayTimelineFact;

/**
 * OutlayTimelineFacts:
 * @deals: (element-type OutlayTimelineFact): of each deal what is needed
 * @investors: (element-type guint): the investors of all deals, as indexes in @names
 * @names: (element-type utf8): each party once
 *
 * Deals in a thirtieth of the memory that their records take.
 */
typedef struct
{
  GArray *deals;
  GArray *investors;
  GPtrArray *names;
} OutlayTimelineFacts;

OutlayTimelineFacts *
outlay_timeline_facts_new (const OutlayDealLookup *deals, const char *currency);
void outlay_timeline_facts_free (OutlayTimelineFacts *facts);
const OutlayTimelineFact *outlay_timeline_facts_get (const OutlayTimelineFacts *facts, guint index);
guint outlay_timeline_facts_get_investor (const OutlayTimelineFacts *facts,
                                          const OutlayTimelineFact *deal,
                                          guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTimelineFacts, outlay_timeline_facts_free)

G_END_DECLS
