/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-filter.h"

G_BEGIN_DECLS

/**
 * OutlayFacetValue:
 * @key: (transfer none): interned: what the filter knows it by
 * @label: (transfer none): what people read
 * @count: how many deals would be shown with it under the other filters
 * @choice: what it is chosen for
 */
typedef struct
{
  const char *key;
  const char *label;
  guint count;
  OutlayChoice choice;
} OutlayFacetValue;

/**
 * OutlayFacets:
 * @all: of each facet how many deals have a key, under no filter
 * @live: of each facet how many have it under the other filters
 */
typedef struct
{
  GHashTable *all[OUTLAY_N_FACETS];
  GHashTable *live[OUTLAY_N_FACETS];
} OutlayFacets;

void outlay_facets_init (OutlayFacets *facets);
void outlay_facets_clear (OutlayFacets *facets);
void outlay_facets_reset (OutlayFacets *facets, gboolean all);
void outlay_facets_count_all (OutlayFacets *facets, OutlayDeal *deal);
void outlay_facets_count_live (OutlayFacets *facets, OutlayDeal *deal, guint misses);
GArray *outlay_facets_list_values (const OutlayFacets *facets,
                                   const OutlayFilter *filter,
                                   OutlayFacet facet);
const char *outlay_facet_get_title (OutlayFacet facet);
const char *outlay_facet_get_label (OutlayFacet facet, const char *key);

G_END_DECLS
