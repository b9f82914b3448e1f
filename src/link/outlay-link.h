/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * link: which claims of different articles speak of one deal, and what their fields come to. Pure
 * functions; uses base alone.
 */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

GStrv outlay_link_get_keys (const OutlayClaim *claim, const OutlayArticle *article);
int outlay_link_choose (const OutlayClaim *claim,
                        const OutlayArticle *article,
                        const GPtrArray *candidates,
                        char **reason);
void outlay_link_reconcile (OutlayDealRecord *deal);

G_END_DECLS
