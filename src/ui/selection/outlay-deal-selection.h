/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-deal-list.h"

G_BEGIN_DECLS

/*
 * Which of the deals shown are selected, known by their ids: none needs an object for it, however
 * many are selected at once. A deal that goes out of sight stays selected until others are.
 */
#define OUTLAY_TYPE_DEAL_SELECTION (outlay_deal_selection_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDealSelection, outlay_deal_selection, OUTLAY, DEAL_SELECTION, GObject)

OutlayDealSelection *outlay_deal_selection_new (OutlayDealList *deals);

G_END_DECLS
