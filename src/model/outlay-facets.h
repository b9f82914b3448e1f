/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index/outlay-sieve.h"

G_BEGIN_DECLS

/**
 * OutlayFacetValue:
 * @key: (transfer none): interned: what the filter knows it by
 * @label: (transfer none): what people read
 * @count: how many deals would be shown with it under the other filters
 * @choice: what it is chosen for
 * @within: whether it is a part of the nearest value before it that is none
 */
typedef struct
{
  const char *key;
  const char *label;
  guint count;
  OutlayChoice choice;
  gboolean within;
} OutlayFacetValue;

/**
 * OutlayFacets:
 * @n_keys: of each facet how many values the index has
 * @all: of each facet how many deals have a value, under no filter, by its place in the index
 * @live: of each facet how many have it under the other filters
 * @order: of each facet the places of its values in the order of lists; made when first asked for
 */
typedef struct
{
  guint n_keys[OUTLAY_N_FACETS];
  guint *all[OUTLAY_N_FACETS];
  guint *live[OUTLAY_N_FACETS];
  guint *order[OUTLAY_N_FACETS];
} OutlayFacets;

void outlay_facets_clear (OutlayFacets *facets);
void outlay_facets_copy (OutlayFacets *copy, const OutlayFacets *facets);
void outlay_facets_count_all (OutlayFacets *facets, const OutlayDealIndex *index, int role);
void outlay_facets_count_live (OutlayFacets *facets, const OutlaySieve *sieve, const guint *misses);
void outlay_facets_let_all (OutlayFacets *facets);
GArray *outlay_facets_list_values (OutlayFacets *facets,
                                   const OutlayDealIndex *index,
                                   const OutlayFilter *filter,
                                   OutlayFacet facet);
const char *outlay_facet_get_title (OutlayFacet facet);
const char *outlay_facet_get_label (OutlayFacet facet, const char *key);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFacets, outlay_facets_clear)

G_END_DECLS
