/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "outlay-deal-pool.h"

G_BEGIN_DECLS

/* The deals shown, a #GListModel of #OutlayDeal, which are made when they are asked for. */
#define OUTLAY_TYPE_DEAL_LIST (outlay_deal_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDealList, outlay_deal_list, OUTLAY, DEAL_LIST, GObject)

OutlayDealList *outlay_deal_list_new (OutlayDealPool *pool);
void
outlay_deal_list_take (OutlayDealList *list, OutlayDealIndex *index, GArray *rows, gint64 anchor);
void
outlay_deal_list_renew (OutlayDealList *list, OutlayDealIndex *index, GArray *rows, gint64 anchor);
gboolean outlay_deal_list_is_renewed (OutlayDealList *list);
gint64 outlay_deal_list_get_id (OutlayDealList *list, guint position);
gboolean outlay_deal_list_find (OutlayDealList *list, gint64 id, guint *position);

G_END_DECLS
