/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-deal-list.h"

G_BEGIN_DECLS

/*
 * The places where cards are, as many as deals are shown, and which are selected. A grid that is
 * given other items makes thirty rows anew; where other deals come to the places that there are it
 * has nothing to do, and the cards show those.
 */
#define OUTLAY_TYPE_CARD_PLACES (outlay_card_places_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCardPlaces, outlay_card_places, OUTLAY, CARD_PLACES, GObject)

OutlayCardPlaces *outlay_card_places_new (OutlayDealList *list, GtkSelectionModel *deals);
void outlay_card_places_set_most (OutlayCardPlaces *places, guint most);
void outlay_card_places_settle (OutlayCardPlaces *places);

G_END_DECLS
