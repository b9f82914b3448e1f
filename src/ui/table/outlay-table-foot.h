/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"
#include "outlay-table-columns.h"

G_BEGIN_DECLS

/*
 * The line of sums below the table of deals, each below its column, also while the table is
 * scrolled sideways.
 */
#define OUTLAY_TYPE_TABLE_FOOT (outlay_table_foot_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTableFoot, outlay_table_foot, OUTLAY, TABLE_FOOT, GtkWidget)

GtkWidget *outlay_table_foot_new (GtkColumnView *table, GtkAdjustment *scrolled);
char *outlay_table_foot_dup_sum (OutlayTableFoot *foot, OutlayColumn column);
void outlay_table_foot_set_state (OutlayTableFoot *foot, OutlayViewState *state);

G_END_DECLS
