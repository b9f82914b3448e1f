/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/outlay-view-state.h"

G_BEGIN_DECLS

/* A deal at a glance. Its signal "star-clicked" asks to change the star, "opened" to show more. */
#define OUTLAY_TYPE_CARD (outlay_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCard, outlay_card, OUTLAY, CARD, GtkWidget)

GtkWidget *outlay_card_new (void);
int outlay_card_get_wanted_width (GtkWidget *widget);
int outlay_card_get_height (GtkWidget *widget);
GPtrArray *outlay_card_load_icons (GtkWidget *widget);
void outlay_card_set_deal (OutlayCard *card, OutlayDeal *deal);
OutlayDeal *outlay_card_get_deal (OutlayCard *card);
void outlay_card_set_largest (OutlayCard *card, gint64 largest);
void outlay_card_set_currency (OutlayCard *card, const char *currency);

G_END_DECLS
