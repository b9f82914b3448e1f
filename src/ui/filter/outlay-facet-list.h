/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* The values of one facet to choose from: click includes, Ctrl and click excludes. */
#define OUTLAY_TYPE_FACET_LIST (outlay_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFacetList, outlay_facet_list, OUTLAY, FACET_LIST, GtkWidget)

GtkWidget *outlay_facet_list_new (OutlayViewState *state, OutlayFacet facet);

G_END_DECLS
