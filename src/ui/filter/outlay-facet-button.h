/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* A button that opens the values of one facet, or the range of one measure. */
#define OUTLAY_TYPE_FACET_BUTTON (outlay_facet_button_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFacetButton, outlay_facet_button, OUTLAY, FACET_BUTTON, GtkWidget)

GtkWidget *outlay_facet_button_new (OutlayViewState *state, OutlayFacet facet);
GtkWidget *outlay_facet_button_new_for_measure (OutlayViewState *state, OutlayMeasure measure);
void outlay_facet_button_popup (OutlayFacetButton *button);

G_END_DECLS
