/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

GtkIconPaintable *outlay_card_load_icon (GtkWidget *widget, const char *name, int size);
void outlay_card_draw_icon (GtkWidget *card,
                            GtkSnapshot *snapshot,
                            const char *name,
                            const GdkRGBA *colour,
                            const graphene_rect_t *area);
void outlay_card_draw_bar (GtkWidget *card,
                           GtkSnapshot *snapshot,
                           const OutlayDealRecord *record,
                           double share,
                           double low_share,
                           const graphene_rect_t *track);
gboolean outlay_card_lookup_colour (GtkWidget *card, const char *name, GdkRGBA *colour);

G_END_DECLS
