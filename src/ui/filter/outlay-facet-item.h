/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/outlay-facets.h"

G_BEGIN_DECLS

/* A value of a facet with its live count. Signal: "changed", when count or choice did. */
#define OUTLAY_TYPE_FACET_ITEM (outlay_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFacetItem, outlay_facet_item, OUTLAY, FACET_ITEM, GObject)

OutlayFacetItem *outlay_facet_item_new (const OutlayFacetValue *value);
const OutlayFacetValue *outlay_facet_item_get_value (OutlayFacetItem *item);
const char *outlay_facet_item_get_search_key (OutlayFacetItem *item);
guint outlay_facet_item_get_most (OutlayFacetItem *item);
void outlay_facet_item_update (OutlayFacetItem *item, const OutlayFacetValue *value, guint most);

G_END_DECLS
