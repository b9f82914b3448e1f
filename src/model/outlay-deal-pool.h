/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index/outlay-deal-index.h"
#include "outlay-deal.h"

G_BEGIN_DECLS

/**
 * OutlayDealPool:
 *
 * The objects of the deals that anything looks at, made of the index when they are asked for. A
 * deal has one object as long as any is held. Main thread only.
 */
typedef struct _OutlayDealPool OutlayDealPool;

OutlayDealPool *outlay_deal_pool_new (void);
OutlayDealPool *outlay_deal_pool_ref (OutlayDealPool *pool);
void outlay_deal_pool_unref (OutlayDealPool *pool);
void
outlay_deal_pool_set_index (OutlayDealPool *pool, OutlayDealIndex *index, OutlayLedger *ledger);
OutlayDealIndex *outlay_deal_pool_get_index (OutlayDealPool *pool);
OutlayDeal *outlay_deal_pool_dup_deal (OutlayDealPool *pool, guint row);
OutlayDeal *
outlay_deal_pool_dup_deal_of (OutlayDealPool *pool, const OutlayDealIndex *index, guint row);
void outlay_deal_pool_renew (OutlayDealPool *pool, OutlayDeal *deal);
gboolean outlay_deal_pool_set_starred (OutlayDealPool *pool, OutlayDeal *deal, gboolean starred);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDealPool, outlay_deal_pool_unref)

G_END_DECLS
