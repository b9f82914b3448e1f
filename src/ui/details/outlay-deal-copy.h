/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-deal-record.h"
#include "model/outlay-store.h"

G_BEGIN_DECLS

char *outlay_deal_copy_dup_html (const OutlayDealRecord *deal, GPtrArray *quotes);
void outlay_deal_copy (GtkWidget *widget, const OutlayDealRecord *deal, GPtrArray *quotes);
void outlay_deal_copy_load (GtkWidget *widget, OutlayLedger *ledger, GPtrArray *deals);

G_END_DECLS
