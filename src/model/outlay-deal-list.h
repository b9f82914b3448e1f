/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-deal.h"

G_BEGIN_DECLS

/* The deals shown, as a #GListModel of #OutlayDeal. */
#define OUTLAY_TYPE_DEAL_LIST (outlay_deal_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDealList, outlay_deal_list, OUTLAY, DEAL_LIST, GObject)

OutlayDealList *outlay_deal_list_new (void);
void outlay_deal_list_take (OutlayDealList *list, GPtrArray *deals);
GPtrArray *outlay_deal_list_get_deals (OutlayDealList *list);

G_END_DECLS
