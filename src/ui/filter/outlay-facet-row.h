/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "outlay-facet-item.h"

G_BEGIN_DECLS

/* A value of a facet to choose: check, name, bar and count. */
#define OUTLAY_TYPE_FACET_ROW (outlay_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFacetRow, outlay_facet_row, OUTLAY, FACET_ROW, GtkWidget)

GtkWidget *outlay_facet_row_new (void);
void outlay_facet_row_set_item (OutlayFacetRow *row, OutlayFacetItem *item);
OutlayFacetItem *outlay_facet_row_get_item (OutlayFacetRow *row);

G_END_DECLS
