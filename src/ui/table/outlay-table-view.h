/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/selection/outlay-selection.h"

G_BEGIN_DECLS

/*
 * The deals shown as a table: a column a field, which can be chosen, moved, widened and sorted by.
 * Signal: "opened", when the details of the deal selected are wanted.
 */
#define OUTLAY_TYPE_TABLE_VIEW (outlay_table_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTableView, outlay_table_view, OUTLAY, TABLE_VIEW, GtkWidget)

GtkWidget *
outlay_table_view_new (OutlayViewState *state, OutlaySelection *selection, GSettings *settings);
GtkWidget *outlay_table_view_make_tools (OutlayTableView *view);
char *outlay_table_view_dup_rows (OutlayTableView *view);

G_END_DECLS
