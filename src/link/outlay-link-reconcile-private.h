/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of reconciling share: which claims are heard on a field. */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

static inline const OutlayClaim *
outlay_link_get_claim (const OutlayDealRecord *deal, guint index)
{
  return outlay_deal_record_get_claim (deal, index)->claim;
}

gboolean outlay_link_is_sure (const OutlayClaim *claim, OutlayField field);
GArray *outlay_link_list_voices (const OutlayDealRecord *deal, OutlayField field);
void outlay_link_reconcile_parties (OutlayDealRecord *deal, const GArray *speakers);
void outlay_link_reconcile_places (OutlayDealRecord *deal);

G_END_DECLS
