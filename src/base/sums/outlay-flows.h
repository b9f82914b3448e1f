/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-lookup.h"

G_BEGIN_DECLS

/**
 * OutlayFlow:
 * @payer: index of the party that commits the money
 * @recipient: index of the party that gets it
 * @worth: hundredths of the unit of the currency asked for; 0 where no deal between them states an
 * amount
 * @shared: whether any of the deals is split
 * @deals: (element-type guint): indexes of the deals between the two, in the order given
 *
 * All that one party commits to another. A deal of several payers or recipients without told shares
 * is split evenly.
 */
typedef struct
{
  guint payer;
  guint recipient;
  gint64 worth;
  gboolean shared;
  GArray *deals;
} OutlayFlow;

/**
 * OutlayCircle:
 * @flows: (element-type guint): indexes of the flows, each ending where the next begins, the last
 *   where the first begins
 * @worth: what can travel all the way round: the least of the flows' worth
 */
typedef struct
{
  GArray *flows;
  gint64 worth;
} OutlayCircle;

/**
 * OutlayFlows:
 * @parties: (element-type utf8): names, in the order in which the deals first tell them
 * @flows: (element-type OutlayFlow): from payer to recipient, each pair once
 * @circles: (element-type OutlayCircle): the money that comes back to its payer, the greatest first
 * @n_circle_deals: how many deals stand in a circle
 * @complete: whether all circles were looked for; a ledger may hold more than can be listed
 *
 * Who funds whom.
 */
typedef struct
{
  GPtrArray *parties;
  GArray *flows;
  GArray *circles;
  guint n_circle_deals;
  gboolean complete;
} OutlayFlows;

OutlayFlows *outlay_flows_new (GPtrArray *deals, const char *currency);
OutlayFlows *outlay_flows_new_of (const OutlayDealLookup *deals, const char *currency);
void outlay_flows_free (OutlayFlows *flows);
const OutlayFlow *outlay_flows_get_flow (const OutlayFlows *flows, guint index);
const OutlayCircle *outlay_flows_get_circle (const OutlayFlows *flows, guint index);
const char *outlay_flows_get_party (const OutlayFlows *flows, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFlows, outlay_flows_free)

G_END_DECLS
