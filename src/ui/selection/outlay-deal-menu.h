/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-selection.h"

G_BEGIN_DECLS

/** OutlayDealPick: Returns: (transfer none) (nullable): the deal that @view shows at a point. */
typedef OutlayDeal *(*OutlayDealPick) (GtkWidget *view, double x, double y);

void outlay_deal_menu_attach (GtkWidget *view, OutlaySelection *selection, OutlayDealPick pick);
void outlay_deal_menu_place (GtkWidget *view);

G_END_DECLS
