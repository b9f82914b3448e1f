/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/rejected/outlay-rejected-deal.h"

G_BEGIN_DECLS

/* What is no deal, on a line of the list: who to whom, how much, who told it and when it was
 * rejected. */
#define OUTLAY_TYPE_REJECTED_ROW (outlay_rejected_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRejectedRow, outlay_rejected_row, OUTLAY, REJECTED_ROW, GtkWidget)

GtkWidget *outlay_rejected_row_new (void);
void outlay_rejected_row_bind (OutlayRejectedRow *row, OutlayRejectedDeal *deal);

G_END_DECLS
