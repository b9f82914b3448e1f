/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "index/outlay-sieve.h"

G_BEGIN_DECLS

#define OUTLAY_MOST_BARS 120

/**
 * OutlayHistogram:
 * @n_bars: how many bars there are; 0 where no deal tells the figure
 * @edges: where each bar begins, in what an #OutlayRange of the measure counts in, and at
 *   @n_bars where the last one ends
 * @all: how many deals lie in each bar under no filter
 * @live: how many lie in it under the other filters
 * @n_unstated: how many under the other filters don't tell the figure
 *
 * How many deals there are of which size; steps of 1, 2 and 5, or quarters of a year.
 */
typedef struct
{
  guint n_bars;
  gint64 edges[OUTLAY_MOST_BARS + 1];
  guint all[OUTLAY_MOST_BARS];
  guint live[OUTLAY_MOST_BARS];
  guint n_unstated;
  guint8 *bars;
} OutlayHistogram;

double outlay_histogram_share (guint count, guint most);
void outlay_histogram_clear (OutlayHistogram *histogram);
void outlay_histogram_copy (OutlayHistogram *copy, const OutlayHistogram *histogram, guint n_deals);
void outlay_histogram_count_all (OutlayHistogram *histogram,
                                 OutlayMeasure measure,
                                 const OutlayDealIndex *index,
                                 const char *currency);
void outlay_histogram_count_live (OutlayHistogram *histogram,
                                  const guint *misses,
                                  guint own,
                                  guint n_deals);

G_END_DECLS
