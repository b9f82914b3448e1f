/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/outlay-facets.h"
#include "model/outlay-histogram.h"
#include "model/outlay-sort.h"
#include "model/outlay-totals.h"

G_BEGIN_DECLS

/**
 * OutlaySifting:
 * @index: the deals
 * @order: that of @ordered
 * @ordered: (nullable) (element-type guint32): the rows of all deals in order; never changed;
 *   %NULL where the order is not known any more
 * @rows: (element-type guint32): those that the filter lets through, in order
 * @totals: what they add up to
 * @facets: what facets would show
 * @histograms: how many deals there are of which size
 * @largest: the greatest worth of the deals let through that totals count
 * @filter: what was asked for
 * @sums: ISO 4217 code of what totals are converted to, "" for none
 * @counted: whether all but @ordered and @rows is that of @filter and @sums
 *
 * What a filter lets through, with all that is told of it. It is begun on the main thread, carried
 * out in any, and not changed afterwards, but that facets put their values in order when asked and
 * stars are counted.
 */
typedef struct
{
  OutlayDealIndex *index;
  OutlayOrder order;
  GArray *ordered;
  GArray *rows;
  OutlayTotals totals;
  OutlayFacets facets;
  OutlayHistogram histograms[OUTLAY_N_MEASURES];
  gint64 largest;
  OutlayFilter filter;
  char sums[4];
  gboolean counted;
} OutlaySifting;

OutlaySifting *outlay_sifting_new (const OutlaySifting *before,
                                   OutlayDealIndex *index,
                                   const OutlayFilter *filter,
                                   OutlayOrder order,
                                   const char *sums);
void outlay_sifting_run (OutlaySifting *sifting);
gboolean outlay_sifting_count_star (OutlaySifting *sifting, guint row);
void outlay_sifting_free (OutlaySifting *sifting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySifting, outlay_sifting_free)

G_END_DECLS
